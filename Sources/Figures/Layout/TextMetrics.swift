/// How wide a text will be, near enough to lay out margins and legends without a font.
///
/// Advance widths are those of Noto Sans CJK SC (Latin), a Chinese, Japanese or Korean character or
/// mathematical sign counts one em, a combining character nothing. Real fonts differ by some 10 %.
package enum TextMetrics {
  // U+0020 … U+007E in thousandths of an em.
  private static let latin: [UInt16] = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555,
    555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293,
    535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555,
    559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468,
    377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
  ]

  @export(interface)
  package static func advance(_ scalar: Unicode.Scalar) -> Double {
    let code = scalar.value
    switch code {
    case 0x20...0x7E: return Double(latin[Int(code) - 0x20]) / 1000
    case 0...0x1F, 0x7F...0x9F: return 0
    case 0x300...0x36F, 0x20D0...0x20FF, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0xB2, 0xB3, 0xB9, 0x2070...0x208E: return 0.42
    case 0xB7: return 0.32
    case 0xB1, 0xD7, 0xF7, 0x2190...0x21FF: return 0.84
    case 0x2207: return 0.67
    case 0x2016, 0x2202, 0x222B...0x2230: return 0.54
    case 0xA0...0x24F, 0x370...0x3FF, 0x400...0x52F, 0x1E00...0x1FFF: return 0.63
    case 0x2010, 0x2011: return 0.35
    case 0x2013: return 0.55
    case 0x2018, 0x2019: return 0.28
    case 0x201C, 0x201D: return 0.48
    case 0x2212: return 0.6
    case 0x2200...0x22FF: return 0.84
    default: return 1
    }
  }

  /// The width of a text in pixels at a font size.
  package static func width(_ text: String, size: Double, weight: Int = 400) -> Double {
    var sum = 0.0
    for scalar in text.unicodeScalars { sum += advance(scalar) }
    return sum * size * (weight >= 600 ? 1.07 : 1.02)
  }

  private static func mayBreak(after scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x20 || isIdeographic(scalar)
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  // 。 ， 、 ； ： ） 》 ” and the like must not begin a line.
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF09, 0xFF01, 0xFF1F, 0x300B, 0x300D, 0x201D: return false
    default: return true
    }
  }

  /// A text broken into lines no wider than `width`, at spaces and between Chinese characters; "\n" breaks too.
  @export(interface)
  package static func lines(_ text: String, size: Double, weight: Int = 400, width: Double) -> [String] {
    guard !text.isEmpty else { return [] }
    let scale = size * (weight >= 600 ? 1.07 : 1.02)
    var lines: [String] = []
    var line: [Unicode.Scalar] = []
    var lineWidth = 0.0
    var breakAt = 0
    func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var result = String.UnicodeScalarView()
      var slice = scalars
      while slice.last?.value == 0x20 { slice.removeLast() }
      result.append(contentsOf: slice)
      return String(result)
    }
    for scalar in text.unicodeScalars {
      if scalar.value == 0x0A {
        lines.append(string(line[...]))
        line = []
        lineWidth = 0
        breakAt = 0
        continue
      }
      let advance = TextMetrics.advance(scalar) * scale
      if let last = line.last, mayBegin(scalar), mayBreak(after: last) || isIdeographic(scalar) {
        breakAt = line.count
      }
      if lineWidth + advance > width, breakAt > 0, scalar.value != 0x20 {
        lines.append(string(line[..<breakAt]))
        line = Array(line[breakAt...])
        lineWidth = line.reduce(0) { $0 + TextMetrics.advance($1) * scale }
        breakAt = 0
      }
      line.append(scalar)
      lineWidth += advance
    }
    if !line.isEmpty { lines.append(string(line[...])) }
    return lines
  }
}
