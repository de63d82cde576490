import Figures
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads an SVG document with an XML parser and keeps what it says.
private final class SVGReader: NSObject, XMLParserDelegate {
  var names: [String] = []
  var text = ""
  var failure: (any Error)?

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    if !parser.parse() { failure = parser.parserError }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    names.append(name)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}

@Suite struct DisplayListSVGTests {
  @Test func documentsAreWellFormedAndKeepTheirTexts() {
    var list = DisplayList(width: 100, height: 50, title: "a < b & \"c\"", summary: "\u{1}x\u{FFFE}")
    list.pushClip(Box(x: 0, y: 0, width: 10, height: 10))
    list.text(
      TextRun("p < q & ‖x̄‖ ≥ 散度 <", at: SIMD2(1, 2), size: 12, rotation: 30, colour: Colour(rgba: 0x10)))
    list.image(
      PixelImage(width: 1, height: 1, pixels: [Colour(0xFF0000)]), in: Box(x: 0, y: 0, width: 5, height: 5))
    let reader = SVGReader(list.svg())
    #expect(reader.failure == nil)
    #expect(reader.names.prefix(4) == ["svg", "title", "desc", "defs"])
    #expect(reader.text.contains("a < b & \"c\"") && reader.text.contains("p < q & ‖x̄‖ ≥ 散度 <"))
  }

  @Test func numbersAreShortAndPathsRelative() {
    var list = DisplayList(width: 10, height: 10)
    var path = Path()
    path.move(to: SIMD2(0.5, -0.25))
    path.line(to: SIMD2(1.004, 0))
    path.line(to: SIMD2(1.004, 0.001))
    path.line(to: SIMD2(-2, 10.126))
    path.close()
    list.fill(path, Colour(rgba: 0xFF00_0080))
    let svg = list.svg()
    #expect(svg.contains("<path fill=\"#ff0000\" fill-opacity=\".5\" d=\"M.5-.25l.5 .25-3 10.13z\"/>"))
  }

  @Test func roundingDoesNotAddUp() {
    var list = DisplayList(width: 10, height: 10)
    var path = Path()
    path.move(to: SIMD2(0, 0))
    for step in 1...1000 { path.line(to: SIMD2(Double(step) * 0.013, 0)) }
    list.stroke(path, .init(Colour(0), width: 1))
    let data = list.svg().split(separator: "d=\"M0 0l").last?.split(separator: "\"").first ?? ""
    let numbers = data.split(separator: " ").compactMap { Double($0) }
    let sum = stride(from: 0, to: numbers.count, by: 2).reduce(0) { $0 + numbers[$1] }
    #expect(abs(sum - 13) < 1e-9)
  }

  @Test func theSameFigureGivesTheSameBytes() {
    let figure = FigureTests.everything()
    #expect(figure.svg(theme: .dark) == figure.svg(theme: .dark))
    #expect(figure.displayList().encoded() == figure.displayList().encoded())
    let reader = SVGReader(figure.svg())
    #expect(reader.failure == nil)
    #expect(!figure.svg().contains("nan") && !figure.svg().contains("inf"))
  }

  @Test func storedImagesAreValidPNG() {
    // A one-pixel red PNG with stored data, made with Python's zlib.compress(…, 0) and crc32.
    let bytes = PixelImage(width: 1, height: 1, pixels: [Colour(0xFF0000)]).pngBytes()
    let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(
      hex == "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4"
        + "8900000010494441547801010500faff00ff0000ff050001fffa5c88d1000000"
        + "0049454e44ae426082")
  }

  /// A byte a pixel where there are few colours: every pixel is read back from the chunks.
  @Test func imagesOfFewColoursHaveAPalette() throws {
    let colours = [Colour(0x1463B8), Colour(rgba: 0xD55E_0080), Colour(rgba: 0)]
    let pixels = (0..<200).map { colours[($0 * $0 / 7) % 3] }
    let bytes = PixelImage(width: 20, height: 10, pixels: pixels).pngBytes()
    var chunks: [String: [UInt8]] = [:]
    var place = 8
    while place < bytes.count {
      let count = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      chunks[name] = Array(bytes[place + 8..<place + 8 + count])
      place += 12 + count
    }
    #expect(try #require(chunks["IHDR"]) == [0, 0, 0, 20, 0, 0, 0, 10, 8, 3, 0, 0, 0])
    let palette = try #require(chunks["PLTE"])
    let alphas = try #require(chunks["tRNS"])
    #expect(palette.count == 9 && alphas.count == 3)
    // Two bytes of header, five of the one stored block, and a filter's 0 before each row.
    let rows = try #require(chunks["IDAT"]).dropFirst(7)
    for (index, pixel) in pixels.enumerated() {
      let number = Int(rows[rows.startIndex + index / 20 * 21 + 1 + index % 20])
      let rgb = palette[3 * number..<3 * number + 3].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      #expect(rgb << 8 | UInt32(alphas[number]) == pixel.rgba)
    }
    // A gradient of more than 256 colours keeps its four bytes a pixel.
    let many = (0..<300).map { Colour(rgba: UInt32($0) << 8 | 0xFF) }
    #expect(PixelImage(width: 20, height: 15, pixels: many).pngBytes()[25] == 6)
  }
}
