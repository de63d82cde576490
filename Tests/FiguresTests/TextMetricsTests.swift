import Figures
import Testing

@Suite struct TextMetricsTests {
  @Test func widthsFollowTheScript() {
    // Two per cent are added for fonts wider than the table's.
    #expect(abs(TextMetrics.width("散度", size: 10) - 20.4) < 1e-9)
    #expect(TextMetrics.width("x\u{304}", size: 12) == TextMetrics.width("x", size: 12))
    #expect(TextMetrics.width("iii", size: 12) < TextMetrics.width("WWW", size: 12) / 2)
    #expect(TextMetrics.width("ab", size: 12, weight: 700) > TextMetrics.width("ab", size: 12))
    #expect(TextMetrics.width("", size: 12) == 0)
  }

  @Test func linesBreakAtSpacesAndBetweenChineseCharacters() {
    #expect(TextMetrics.lines("one two three", size: 10, width: 45) == ["one two", "three"])
    #expect(TextMetrics.lines("一二三四五六", size: 10, width: 31) == ["一二三", "四五六"])
    // A full stop does not begin a line.
    #expect(TextMetrics.lines("一二三。四", size: 10, width: 31) == ["一二", "三。四"])
    #expect(TextMetrics.lines("unbreakable", size: 10, width: 5) == ["unbreakable"])
    #expect(TextMetrics.lines("a\nb", size: 10, width: 100) == ["a", "b"])
    #expect(TextMetrics.lines("", size: 10, width: 100).isEmpty)
  }

  @Test func mathematicalSignsAreTheirOwnSpans() {
    func spans(_ text: String) -> [String] {
      TextRun(text, at: SIMD2(0, 0), size: 10, colour: Colour(0)).spans.map {
        ($0.isMathematical ? "*" : "") + $0.text
      }
    }
    #expect(spans("散度 ∇·F = x\u{304}") == ["散度 ", "*∇·", "F = ", "*x\u{304}"])
    #expect(spans("−1.5 m") == ["−1.5 m"])
    #expect(spans("").isEmpty)
  }
}
