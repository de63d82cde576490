import SpecialFunctions
import Testing

@Suite struct GammaTests {
  @Test func gammaAndPolygammaAreMpmaths() {
    for row in specialReferences {
      let x = row[0]
      let gamma = Double.gamma(x)
      #expect((gamma - row[1]).magnitude <= 1e-14 * row[1].magnitude, "Γ(\(x)): \(gamma), not \(row[1])")
      for (place, order) in [0.0, 1, 2, 4].enumerated() {
        let value = Double.polygamma(order, x)
        let expected = row[2 + place]
        // Near a zero of ψ its digits cancel: the error is absolute there.
        let bound = 1e-13 * max(expected.magnitude, order == 0 ? 0.01 : expected.magnitude)
        #expect((value - expected).magnitude <= bound, "ψ(\(order), \(x)): \(value), not \(expected)")
      }
    }
  }

  @Test func factorialsAreWhole() {
    var factorial = 1.0
    for n in 1...19 {
      #expect(Double.gamma(Double(n)) == factorial)
      factorial *= Double(n)
    }
  }

  @Test func edges() {
    #expect(Double.gamma(0) == .infinity)
    #expect(Double.gamma(-0.0) == -.infinity)
    #expect(Double.gamma(-3).isNaN)
    #expect(Double.gamma(.infinity) == .infinity)
    #expect(Double.gamma(-.infinity).isNaN)
    #expect(Double.gamma(172) == .infinity)
    #expect(Double.polygamma(0, 0).isNaN)
    #expect(Double.polygamma(1, -2).isNaN)
    #expect(Double.polygamma(0.5, 1).isNaN)
    #expect(Double.polygamma(-1, 1).isNaN)
    #expect(Double.polygamma(0, .infinity) == .infinity)
    #expect(Double.polygamma(1, .infinity) == 0)
  }
}
