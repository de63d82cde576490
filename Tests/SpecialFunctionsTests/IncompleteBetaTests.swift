import Elementary
import SpecialFunctions
import Testing

@Suite struct IncompleteBetaTests {
  // The condition with respect to x is at most some hundreds in the table: 6 deviations from a mean with 10⁴ behind it.
  @Test func betaIsMpmaths() {
    checkTable(betaReferences, within: 1e-13) { .regularizedBeta($0[0], $0[1], $0[2]) }
  }

  @Test func symmetryAndPowers() {
    for x in [0.1, 0.25, 0.5, 0.8] {
      for (a, b) in [(0.5, 3.0), (20, 7), (1e5, 2e5)] {
        let sum = Double.regularizedBeta(x, a, b) + Double.regularizedBeta(1 - x, b, a)
        #expect((sum - 1).magnitude < 1e-13)
      }
      // I_x(a, 1) = x^a.
      #expect((Double.regularizedBeta(x, 3, 1) - x * x * x).magnitude < 1e-15)
    }
  }

  @Test func edges() {
    #expect(Double.regularizedBeta(0, 2, 3) == 0)
    #expect(Double.regularizedBeta(1, 2, 3) == 1)
    for (x, a, b) in [(-0.1, 1.0, 1.0), (1.1, 1, 1), (0.5, 0, 1), (0.5, 1, -1), (.nan, 1, 1), (0.5, .nan, 1)]
    {
      #expect(Double.regularizedBeta(x, a, b).isNaN)
    }
  }
}
