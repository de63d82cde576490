import Elementary
import Fields
import Testing

@Suite struct GaussKronrodTests {
  /// Both rules are exact for polynomials: n points of Gauss up to degree 2n − 1, with Kronrod's up to 3n + 1.
  @Test(arguments: [(GaussKronrod.fifteen, 7), (GaussKronrod.twentyOne, 10)])
  func bothRulesAreExactForPolynomials(_ rule: GaussKronrod, _ gauss: Int) {
    #expect(rule.nodes.count == 2 * gauss + 1)
    #expect(rule.nodes == rule.nodes.sorted())
    #expect(rule.gaussWeights.filter { $0 != 0 }.count == gauss)
    for degree in 0...(3 * gauss + 1) {
      var kronrodSum = 0.0
      var gaussSum = 0.0
      for (index, node) in rule.nodes.enumerated() {
        let power = Double.pow(node, Double(degree))
        kronrodSum += rule.weights[index] * power
        gaussSum += rule.gaussWeights[index] * power
      }
      let exact = degree % 2 == 1 ? 0 : 2 / Double(degree + 1)
      #expect((kronrodSum - exact).magnitude < 1e-15)
      if degree < 2 * gauss { #expect((gaussSum - exact).magnitude < 1e-15) }
    }
    // No rule is exact for more than it is for.
    let beyond = zip(rule.nodes, rule.gaussWeights).map { $1 * Double.pow($0, Double(2 * gauss)) }
    #expect((beyond.reduce(0, +) - 2 / Double(2 * gauss + 1)).magnitude > 1e-7)
  }

  /// Gauss' points are those of the rule that Newton's method finds.
  @Test(arguments: [(GaussKronrod.fifteen, 7), (GaussKronrod.twentyOne, 10)])
  func gaussIsGaussLegendre(_ rule: GaussKronrod, _ count: Int) {
    let points = zip(rule.nodes, rule.gaussWeights).filter { $0.1 != 0 }
    let legendre = GaussLegendre(count: count)
    for (point, other) in zip(points, zip(legendre.nodes, legendre.weights)) {
      #expect((point.0 - other.0).magnitude < 1e-15)
      #expect((point.1 - other.1).magnitude < 2e-15)
    }
  }
}
