import Figures
import Testing

/// Reads the words of a drawing back, as a page does.
private struct Decoder {
  var words: [UInt32]
  var index = 5

  struct Item {
    var code: UInt32
    var payload: [UInt32]
  }

  mutating func items() -> [Item] {
    var items: [Item] = []
    while index + 2 <= words.count {
      let count = Int(words[index + 1])
      guard index + 2 + count <= words.count else { return [] }
      items.append(Item(code: words[index], payload: Array(words[index + 2..<index + 2 + count])))
      index += 2 + count
    }
    return index == words.count ? items : []
  }

  static func float(_ word: UInt32) -> Double { Double(Float(bitPattern: word)) }

  static func path(_ words: some Sequence<UInt32>) -> Path {
    var path = Path()
    var values = Array(words)[...]
    func point() -> SIMD2<Double> { SIMD2(float(values.removeFirst()), float(values.removeFirst())) }
    while let verb = values.popFirst() {
      switch verb {
      case 0: path.move(to: point())
      case 1: path.line(to: point())
      case 2:
        let control = point()
        path.quad(control, to: point())
      case 3:
        let first = point()
        let second = point()
        path.cubic(first, second, to: point())
      default: path.close()
      }
    }
    return path
  }
}

@Suite struct DisplayListEncodingTests {
  @Test func everyCommandCanBeReadBack() {
    var path = Path()
    path.move(to: SIMD2(1, 2))
    path.line(to: SIMD2(3.5, 4))
    path.quad(SIMD2(5, 6), to: SIMD2(7, 8))
    path.cubic(SIMD2(9, 10), SIMD2(11, 12), to: SIMD2(13, -14.25))
    path.close()
    var list = DisplayList(width: 320, height: 200)
    list.frame(
      .init(
        panel: 2, plot: Box(x: 10, y: 20, width: 30, height: 40),
        x: Scale(.linear, domain: Extent(-1, 1)), y: Scale(.logarithmic, domain: Extent(1, 100))))
    list.pushClip(Box(x: 1, y: 2, width: 3, height: 4))
    list.fill(path, Colour(rgba: 0x1122_3344), rule: .evenOdd)
    list.stroke(path, .init(Colour(0xABCDEF), width: 1.5, dash: [2, 3], cap: .round, join: .bevel))
    list.popClip()
    list.text(
      TextRun(
        "散度 ∇·F", at: SIMD2(50, 60), size: 14, anchor: .end, rotation: -90, weight: 600, isItalic: true,
        colour: Colour(0x010203)))
    list.image(
      PixelImage(width: 2, height: 1, pixels: [Colour(rgba: 0x1020_3040), Colour(0xFFFFFF)], isSmooth: true),
      in: Box(x: 0, y: 0, width: 8, height: 4))
    let words = list.encoded()
    #expect(words[0] == 0x4E41_424C && words[1] == 1 && Int(words[2]) == words.count)
    #expect(Decoder.float(words[3]) == 320 && Decoder.float(words[4]) == 200)
    var decoder = Decoder(words: words)
    let items = decoder.items()
    #expect(items.map { $0.code } == [7, 5, 1, 2, 6, 3, 4])
    guard items.count == 7 else { return }
    #expect(items[0].payload.count == 11 && items[0].payload[0] == 2)
    #expect(items[0].payload[1..<9].map(Decoder.float) == [10, 20, 30, 40, -1, 1, 1, 100])
    #expect(items[0].payload[9...] == [0, 1])
    #expect(items[1].payload.map(Decoder.float) == [1, 2, 3, 4])
    #expect(items[2].payload[0] == 0x1122_3344 && items[2].payload[1] == 1)
    #expect(Decoder.path(items[2].payload.dropFirst(2)) == path)
    #expect(items[3].payload[0] == 0xABCD_EFFF && Decoder.float(items[3].payload[1]) == 1.5)
    #expect(items[3].payload[2...4] == [1, 2, 2])
    #expect(Decoder.path(items[3].payload.dropFirst(7)) == path)
    let text = items[5].payload
    #expect(text[0] == 0x0102_03FF && text[1...3].map(Decoder.float) == [50, 60, 14])
    #expect(text[4...5] == [2, 0] && Decoder.float(text[6]) == -90 && text[7...8] == [600, 1])
    let bytes = text[10...].flatMap { word in (0..<4).map { UInt8(word >> (8 * UInt32($0)) & 0xFF) } }
    #expect(String(decoding: bytes.prefix(Int(text[9])), as: UTF8.self) == "散度 ∇·F")
    #expect(items[6].payload[4...] == [2, 1, 1, 0x4030_2010, 0xFFFF_FFFF])
  }

  @Test func baselinesAreResolved() {
    var list = DisplayList(width: 100, height: 100)
    list.text(TextRun("x", at: SIMD2(10, 20), size: 10, baseline: .middle, colour: Colour(0)))
    list.text(TextRun("x", at: SIMD2(10, 20), size: 10, baseline: .top, rotation: -90, colour: Colour(0)))
    let words = list.encoded()
    #expect(abs(Decoder.float(words[9]) - 23.6) < 1e-5)
    // Turned by a quarter to the left, "down" is to the right.
    var decoder = Decoder(words: words)
    let turned = decoder.items()[1].payload
    #expect(abs(Decoder.float(turned[1]) - 18.8) < 1e-5 && abs(Decoder.float(turned[2]) - 20) < 1e-5)
  }

  @Test func nothingInvisibleIsKept() {
    var list = DisplayList(width: 10, height: 10)
    list.fill(Path(), Colour(0))
    var path = Path()
    path.rectangle(Box(x: 0, y: 0, width: 1, height: 1))
    list.fill(path, Colour(rgba: 0))
    list.stroke(path, .init(Colour(0), width: 0))
    list.text(TextRun("", at: SIMD2(0, 0), size: 10, colour: Colour(0)))
    list.image(PixelImage(width: 3, height: 3, pixels: []), in: Box(x: 0, y: 0, width: 1, height: 1))
    #expect(list.commands.isEmpty && list.encoded().count == 5)
  }
}
