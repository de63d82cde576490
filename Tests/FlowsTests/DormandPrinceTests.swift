import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct DormandPrinceTests {
  @Test(arguments: [1e-5, 1e-8, 1e-11])
  func aCircleComesBack(_ tolerance: Double) throws {
    let solver = DormandPrince(relativeTolerance: tolerance, absoluteTolerance: tolerance)
    let path = solver.trajectory(of: try VectorExpressionField("-y, x"), from: [1, 0], time: 2 * .pi)
    let end = try #require(path.points.last)
    #expect(path.end == .time)
    #expect(path.times.last == 2 * .pi)
    // Errors of the steps add up: a few dozen steps of at most one tolerance each.
    #expect(Double.hypot(end[0] - 1, end[1]) < 60 * tolerance)
  }

  @Test func thereAndBack() throws {
    let field = try VectorExpressionField("sin(y) + 0.2 x, cos(x y)")
    let there = DormandPrince().trajectory(of: field, from: [0.3, -0.2], time: 3)
    let end = try #require(there.points.last)
    let back = try #require(DormandPrince().trajectory(of: field, from: end, time: -3).points.last)
    #expect(Double.hypot(back[0] - 0.3, back[1] + 0.2) < 1e-6)
  }

  /// x′ = x² from 1 is 1/(1 − t): it leaves every bound before t = 1, and the path up to there is kept.
  @Test func blowUpIsReported() throws {
    let path = DormandPrince().trajectory(of: try VectorExpressionField("x^2, 0"), from: [1, 0], time: 2)
    #expect(path.end != .time)
    #expect(path.points.count > 10)
    let last = try #require(path.times.last)
    #expect(last < 1.0001 && last > 0.99)
  }

  @Test func aStartOnAPoleGoesNowhere() throws {
    let path = DormandPrince().trajectory(of: try VectorExpressionField("1/x, 0"), from: [0, 0], time: 1)
    #expect(path.end == .notFinite)
    #expect(path.points == [[0, 0]])
  }

  @Test func stepsAreLimited() throws {
    let solver = DormandPrince(maximumSteps: 5)
    let path = solver.trajectory(of: try VectorExpressionField("-y, x"), from: [1, 0], time: 100)
    #expect(path.end == .tooManySteps)
    #expect(path.points.count <= 6)
  }

  @Test func noTimeNoStep() throws {
    let path = DormandPrince().trajectory(of: try VectorExpressionField("-y, x"), from: [1, 0], time: 0)
    #expect(path.points == [[1, 0]])
    #expect(path.end == .time)
  }

  /// The order conditions up to order 5 for the weights, and up to 4 for the embedded ones (Butcher 2016, table 313).
  @Test func tableauMeetsItsOrderConditions() {
    for tableau in [ButcherTableau.rungeKutta4, .dormandPrince54] {
      let nodes = tableau.coefficients.map { $0.reduce(0, +) }
      for power in 0..<tableau.order {
        var sum = 0.0
        for (weight, node) in zip(tableau.weights, nodes) {
          var value = 1.0
          for _ in 0..<power { value *= node }
          sum += weight * value
        }
        #expect((sum - 1 / Double(power + 1)).magnitude < 1e-15)
      }
      #expect(tableau.errorWeights.isEmpty || tableau.errorWeights.reduce(0, +).magnitude < 1e-15)
      var nested = 0.0
      for (weight, row) in zip(tableau.weights, tableau.coefficients) {
        for (coefficient, node) in zip(row, nodes) { nested += weight * coefficient * node }
      }
      #expect((nested - 1.0 / 6).magnitude < 1e-15)
    }
  }
}
