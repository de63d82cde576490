/// Pieces of a text that want different fonts.
extension TextRun {
  /// A piece of a text for one list of families.
  public struct Span: Sendable {
    /// The piece.
    public var text: String
    /// Whether it is of mathematical signs or letters with combining marks.
    public var isMathematical: Bool
  }

  /// The families tried in order for mathematical signs.
  public static let mathematicalFamilies = ["Noto Sans Math", "DejaVu Sans", "Cambria Math", "STIX Two Math"]

  /// The text in pieces.
  ///
  /// Fonts made for Chinese draw signs such as ∇ · × ‖ a whole em wide, put combining marks beside their
  /// letter and have half of the superscript digits; these signs are set from a font that knows them.
  @export(interface)
  public var spans: [Span] {
    let scalars = Array(text.unicodeScalars)
    var spans: [(start: Int, isMathematical: Bool)] = []
    for (index, scalar) in scalars.enumerated() {
      let isMarked = index + 1 < scalars.count && TextRun.isCombining(scalars[index + 1])
      let isMathematical = isMarked || TextRun.isCombining(scalar) || TextRun.isMathematical(scalar)
      if spans.last?.isMathematical != isMathematical { spans.append((index, isMathematical)) }
    }
    return spans.indices.map { index in
      let end = index + 1 < spans.count ? spans[index + 1].start : scalars.count
      var piece = String.UnicodeScalarView()
      piece.append(contentsOf: scalars[spans[index].start..<end])
      return Span(text: String(piece), isMathematical: spans[index].isMathematical)
    }
  }

  static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || (0x20D0...0x20FF).contains(scalar.value)
  }

  static func isMathematical(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2212: false  // The minus has the width of a digit in text fonts.
    // Phonetic and rare Latin letters such as ȳ are missing in those fonts too.
    case 0x180...0x24F, 0x1D00...0x1DBF, 0x1E00...0x1EFF: true
    case 0xB1, 0xB2, 0xB3, 0xB7, 0xB9, 0xD7, 0xF7, 0x2016, 0x2070...0x209F, 0x2190...0x22FF: true
    default: false
    }
  }
}
