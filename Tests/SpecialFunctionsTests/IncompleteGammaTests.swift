import Elementary
import SpecialFunctions
import Testing

@Suite struct IncompleteGammaTests {
  // Some ten roundings of numbers about 1, and one of an exponent.
  @Test func lowerGammaIsMpmaths() {
    checkTable(lowerGammaReferences, within: 1e-14, exponent: 0x1p-52) {
      .regularizedLowerGamma($0[0], $0[1])
    }
  }

  @Test func upperGammaIsMpmaths() {
    checkTable(upperGammaReferences, within: 1e-14, exponent: 0x1p-52) {
      .regularizedUpperGamma($0[0], $0[1])
    }
  }

  @Test func theTwoSumToOne() {
    for a in [1e-8, 0.3, 1, 4.5, 30, 1e4, 999_999, 1e6, 1e9, 1e14] {
      for ratio in [0.1, 0.9, 0.999, 1, 1.001, 1.2, 3] {
        let x = a * ratio
        let sum = Double.regularizedLowerGamma(a, x) + Double.regularizedUpperGamma(a, x)
        #expect((sum - 1).magnitude < 1e-14, "\(a), \(x)")
      }
    }
  }

  /// The series and Temme's expansion meet at a = 10⁶ as P(a + 1, x) = P(a, x) − x^a e^(−x)/Γ(a + 1) says.
  @Test func expansionMeetsTheSeries() {
    for offset in [-5000.0, -1000, 0, 700, 4000] {
      let a = 999_999.5
      let x = a + offset
      let deviance = a * Double.logarithmicExcess(offset / a)
      let step = Double.exp(-deviance - Double.stirlingCorrection(a)) / (2 * .pi * a).squareRoot()
      let low = Double.regularizedLowerGamma(a, x)
      let error = Double.regularizedLowerGamma(a + 1, x) - (low - step)
      #expect(error.magnitude < 1e-13 * low, "\(offset)")
      let high = Double.regularizedUpperGamma(a, x)
      let upperError = Double.regularizedUpperGamma(a + 1, x) - (high + step)
      #expect(upperError.magnitude < 1e-13 * high, "\(offset)")
    }
  }

  @Test func exponentialTail() {
    for x in [1e-9, 0.4, 1.4, 3, 700] {
      #expect((Double.regularizedUpperGamma(1, x) / .exp(-x) - 1).magnitude < 1e-15)
      #expect((Double.regularizedLowerGamma(1, x) / -Double.expm1(-x) - 1).magnitude < 1e-15)
    }
  }

  @Test func edges() {
    #expect(Double.regularizedLowerGamma(2, 0) == 0)
    #expect(Double.regularizedUpperGamma(2, 0) == 1)
    #expect(Double.regularizedLowerGamma(2, .infinity) == 1)
    #expect(Double.regularizedUpperGamma(2, .infinity) == 0)
    for (a, x) in [(0.0, 1.0), (-1, 1), (1, -1), (.nan, 1), (1, .nan), (.infinity, 1)] {
      #expect(Double.regularizedLowerGamma(a, x).isNaN)
      #expect(Double.regularizedUpperGamma(a, x).isNaN)
    }
  }
}
