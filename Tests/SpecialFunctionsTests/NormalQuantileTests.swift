import SpecialFunctions
import Testing

@Suite struct NormalQuantileTests {
  @Test func complementIsMpmaths() {
    checkTable(errorFunctionComplementReferences, within: 2e-15) { .erfc($0[0]) }
  }

  @Test func distributionIsMpmaths() {
    checkTable(normalDistributionReferences, within: 2e-15) { .normalDistribution($0[0]) }
  }

  @Test func quantileIsMpmaths() {
    checkTable(normalQuantileReferences, within: 1e-15) { .normalQuantile($0[0]) }
  }

  @Test func theQuantileInvertsTheDistribution() {
    for p in [1e-310, 1e-200, 1e-9, 0.01, 0.29, 0.31, 0.5, 0.6, 0.69, 0.71, 0.999] {
      let z = Double.normalQuantile(p)
      // Half a unit in the last place of z is worth z² of them in a tail.
      let bound = 1e-15 * (2 + z * z)
      #expect((Double.normalDistribution(z) / p - 1).magnitude < bound || p < 1e-300)
      #expect((Double.normalQuantile(1 - p) + z).magnitude <= 1e-15 * z.magnitude || p < 0.01)
    }
  }

  @Test func edges() {
    #expect(Double.normalQuantile(0) == -.infinity)
    #expect(Double.normalQuantile(1) == .infinity)
    #expect(Double.normalQuantile(0.5) == 0)
    #expect(Double.normalQuantile(-0.1).isNaN)
    #expect(Double.normalQuantile(1.1).isNaN)
    #expect(Double.normalQuantile(.nan).isNaN)
    #expect(Double.erfc(.infinity) == 0)
    #expect(Double.erfc(-.infinity) == 2)
    #expect(Double.erfc(.nan).isNaN)
    #expect(Double.normalDistribution(-.infinity) == 0)
    #expect(Double.normalDistribution(.infinity) == 1)
    #expect(Double.normalDistribution(0) == 0.5)
    #expect(Double.normalDistribution(.nan).isNaN)
  }
}
