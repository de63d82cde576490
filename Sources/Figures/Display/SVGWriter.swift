/// UTF-8 text of an SVG document in the making.
struct SVGWriter {
  var bytes: [UInt8] = []

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Characters that mean something in XML are escaped, those that XML cannot hold are left out, and a space
  /// after a space becomes one that does not collapse.
  mutating func escaped(_ text: String) {
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      let isSpace =
        scalar.value == 0x20 || scalar.value == 0x09 || scalar.value == 0x0A || scalar.value == 0x0D
      switch scalar.value {
      case 0x26: raw("&amp;")
      case 0x3C: raw("&lt;")
      case 0x3E: raw("&gt;")
      case 0x22: raw("&quot;")
      case 0x09, 0x0A, 0x0D, 0x20:
        if isAfterSpace { raw("\u{A0}") } else { raw(" ") }
      case 0..<0x20, 0xFFFE, 0xFFFF: break
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      isAfterSpace = isSpace
    }
  }

  /// Hundredths as the shortest decimal: 150 → 1.5, −25 → -.25.
  mutating func hundredths(_ value: Int) {
    if value == 0 { return bytes.append(48) }
    if value < 0 { bytes.append(45) }
    let size = abs(value)
    if size >= 100 { integer(size / 100) }
    let rest = size % 100
    if rest > 0 {
      bytes.append(46)
      bytes.append(UInt8(48 + rest / 10))
      if rest % 10 > 0 { bytes.append(UInt8(48 + rest % 10)) }
    }
  }

  mutating func integer(_ value: Int) {
    if value >= 10 { integer(value / 10) }
    bytes.append(UInt8(48 + value % 10))
  }

  static func rounded(_ value: Double) -> Int {
    guard value.isFinite else { return 0 }
    // Ties go to even here and wherever the room rounds: WebAssembly has an instruction for that, and needs a
    // C library for the other kind.
    return Int((Swift.min(Swift.max(value, -1e7), 1e7) * 100).rounded(.toNearestOrEven))
  }

  mutating func number(_ value: Double) { hundredths(SVGWriter.rounded(value)) }

  mutating func attribute(_ name: StaticString, _ value: Double) {
    bytes.append(0x20)
    raw(name)
    raw("=\"")
    number(value)
    bytes.append(0x22)
  }

  mutating func colour(_ name: StaticString, _ colour: Colour) {
    bytes.append(0x20)
    raw(name)
    raw("=\"#")
    for shift in [28, 24, 20, 16, 12, 8] {
      let digit = UInt8(colour.rgba >> UInt32(shift) & 15)
      bytes.append(digit < 10 ? 48 + digit : 87 + digit)
    }
    bytes.append(0x22)
    if colour.rgba & 0xFF != 0xFF {
      bytes.append(0x20)
      raw(name)
      raw("-opacity=\"")
      number(colour.alpha)
      bytes.append(0x22)
    }
  }

  /// Path data in relative coordinates, each step taken between rounded places so that no error adds up;
  /// steps shorter than a hundredth of a pixel are left out.
  mutating func pathData(_ path: Path) {
    var index = 0
    var x = 0
    var y = 0
    var startX = 0
    var startY = 0
    var last: Path.Verb = .close
    for verb in path.verbs {
      if verb == .close {
        raw("z")
        x = startX
        y = startY
        last = verb
        continue
      }
      let steps = path.points[index..<index + verb.pointCount]
      index += verb.pointCount
      let rounded = steps.map { SIMD2(SVGWriter.rounded($0.x), SVGWriter.rounded($0.y)) }
      guard let end = rounded.last else { continue }
      if verb == .line && end.x == x && end.y == y && last != .move { continue }
      switch verb {
      case .move: raw("M")
      case .line: if last != .line { raw("l") }
      case .quad: raw("q")
      case .cubic: raw("c")
      case .close: break
      }
      for point in rounded {
        let isAbsolute = verb == .move
        coordinates(
          isAbsolute ? point.x : point.x &- x, isAbsolute ? point.y : point.y &- y)
      }
      x = end.x
      y = end.y
      if verb == .move {
        startX = x
        startY = y
      }
      last = verb
    }
  }

  private mutating func coordinates(_ x: Int, _ y: Int) {
    // A sign or a letter already separates numbers.
    if let previous = bytes.last, x >= 0, previous < 58 { bytes.append(0x20) }
    hundredths(x)
    if y >= 0 { bytes.append(0x20) }
    hundredths(y)
  }

  mutating func base64(_ data: [UInt8]) {
    func digit(_ value: Int) -> UInt8 {
      switch value {
      case 0..<26: return UInt8(65 + value)
      case 26..<52: return UInt8(71 + value)
      case 52..<62: return UInt8(value - 4)
      case 62: return 43
      default: return 47
      }
    }
    var index = 0
    while index < data.count {
      let first = Int(data[index])
      let second = index + 1 < data.count ? Int(data[index + 1]) : 0
      let third = index + 2 < data.count ? Int(data[index + 2]) : 0
      bytes.append(digit(first >> 2))
      bytes.append(digit((first & 3) << 4 | second >> 4))
      bytes.append(index + 1 < data.count ? digit((second & 15) << 2 | third >> 6) : 61)
      bytes.append(index + 2 < data.count ? digit(third & 63) : 61)
      index += 3
    }
  }
}
