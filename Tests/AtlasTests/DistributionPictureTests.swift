import Atlas
import Figures
import Information
import Testing

@Suite struct DistributionPictureTests {
  private func texts(_ figure: Figure) -> [String] {
    figure.displayList().commands.compactMap { command in
      if case .text(let run) = command { return run.text }
      return nil
    }
  }

  private func picture(_ p: [Double], _ q: [Double]) throws -> DistributionPicture {
    try DistributionPicture(p: Distribution(p), q: Distribution(q), names: ["a", "b"])
  }

  @Test func everyOutcomeHasItsBarsAndItsName() throws {
    let picture = try picture([0.25, 0.75], [0.5, 0.5])
    let texts = texts(picture.bars)
    for text in ["a", "b", "0.25", "0.75", "p", "q"] { #expect(texts.contains(text), "\(text)") }
    #expect(texts.filter { $0 == "0.5" }.count >= 2)
  }

  @Test func missingNamesAreNumbers() throws {
    let third = Distribution.uniform(3)
    let picture = try DistributionPicture(p: third, q: third, names: ["a"])
    #expect(picture.names == ["a", "2", "3"])
  }

  @Test func differentNumbersOfOutcomesAreRefused() {
    #expect(throws: DistributionError.self) {
      try DistributionPicture(p: .uniform(2), q: .uniform(3))
    }
  }

  @Test func theTermsSumToBothDivergences() throws {
    // ½ ln(½/¼) + ½ ln(½/¾) = ½ ln(4/3) = 0.143841, ¼ ln(¼/½) + ¾ ln(¾/½) = ¾ ln 3 − ln 2 = 0.130812.
    var picture = try picture([0.5, 0.5], [0.25, 0.75])
    let texts = texts(try picture.terms())
    #expect(texts.contains("p log(p/q), Σ = 0.143841"))
    #expect(texts.contains("q log(q/p), Σ = 0.130812"))
    // Over ln 2: 0.207519 and 0.188722 bits.
    picture.unit = .bits
    let bits = self.texts(try picture.terms())
    #expect(bits.contains("p log(p/q), Σ = 0.207519") && bits.contains("q log(q/p), Σ = 0.188722"))
    #expect(bits.contains("contribution (bits)"))
  }

  @Test func anInfiniteDivergenceIsShownAsInfinity() throws {
    let picture = try picture([0.5, 0.5], [1, 0])
    let terms = try picture.terms()
    let curve = try picture.renyiCurve(at: 0.5)
    for figure in [picture.bars, terms, curve] {
      #expect(!texts(figure).contains { $0.contains("NaN") || $0.contains("nan") })
      #expect(!figure.svg().contains("nan") && !figure.svg().contains("NaN"))
    }
    #expect(texts(terms).contains("∞"))
    #expect(texts(terms).contains("p log(p/q), Σ = ∞"))
    // D₁ and D∞ are infinite and have no mark; D₀ = −ln q(p > 0) = 0 has one.
    #expect(texts(curve).contains("D₀") && !texts(curve).contains("D₁ = KL"))
  }

  @Test func everyKindOfPairGivesPicturesWithoutNaN() throws {
    let pairs: [([Double], [Double])] = [
      ([0.5, 0.5], [0.5, 0.5]), ([1, 0], [1, 0]), ([1, 0], [0, 1]), ([0, 1], [0.5, 0.5]),
      ([1e-300, 1], [1, 1e-300]),
    ]
    for (p, q) in pairs {
      let picture = try picture(p, q)
      for order in [0, 0.5, 1, 30, .infinity] {
        #expect(!(try picture.renyiCurve(at: order)).svg().contains("NaN"))
      }
      #expect(!(try picture.terms()).svg().contains("NaN"))
    }
  }
}
