import Elementary
import Expressions
import Fields
import Flows
import Testing

/// What a flow keeps is kept by the steps as well as the tolerance demands.
///
/// A step may be off by ε = tolerance · (1 + |y|) in the root of the mean square over n components, which is √n ε as a
/// length. A quantity changes by at most its greatest slope along the way times that, and the steps add up.
@Suite struct ConservationTests {
  struct Law: Sendable, CustomTestStringConvertible {
    let name: String
    let field: String
    let variables: [StaticString]
    let start: [Double]
    let time: Double
    let kept: String

    var testDescription: String { name }
  }

  static let laws = [
    Law(
      name: "energy of a planet", field: "u, v, -x/(x^2 + y^2)^1.5, -y/(x^2 + y^2)^1.5",
      variables: ["x", "y", "u", "v"], start: [0.5, 0, 0, 3.0.squareRoot()], time: 20 * .pi,
      kept: "(u^2 + v^2)/2 - 1/sqrt(x^2 + y^2)"),
    Law(
      name: "angular momentum of a planet", field: "u, v, -x/(x^2 + y^2)^1.5, -y/(x^2 + y^2)^1.5",
      variables: ["x", "y", "u", "v"], start: [0.5, 0, 0, 3.0.squareRoot()], time: 20 * .pi,
      kept: "x v - y u"),
    Law(
      name: "energy of a pendulum", field: "y, -sin x", variables: ["x", "y"], start: [3, 0], time: 100,
      kept: "y^2/2 - cos x"),
    // −2 + 1.6 · 1.25 = 0 and 1.25 − 2.5 · 0.5 = 0.
    Law(
      name: "energy of a spinning body", field: "-2y z, 1.25x z, -0.5x y", variables: ["x", "y", "z"],
      start: [1, 0, 0.9], time: 100, kept: "x^2 + 1.6y^2"),
    Law(
      name: "momentum of a spinning body", field: "-2y z, 1.25x z, -0.5x y", variables: ["x", "y", "z"],
      start: [1, 0, 0.9], time: 100, kept: "y^2 + 2.5z^2"),
    Law(
      name: "predator and prey", field: "1.5x - x y, x y - 3y", variables: ["x", "y"], start: [1, 1],
      time: 50,
      kept: "x - 3log(x) + y - 1.5log(y)"),
    Law(
      name: "streamfunction of cells", field: "sin(x) cos(y), -cos(x) sin(y)", variables: ["x", "y"],
      start: [0.4, 1.1], time: 200, kept: "sin(x) sin(y)"),
  ]

  @Test(arguments: laws, ["dopri5", "tsit5", "dop853", "rodas"])
  func whatIsKeptIsKept(_ law: Law, _ name: String) throws {
    let variables = Variables(law.variables)
    let field = try VectorExpressionField(law.field, variables: variables)
    let kept = try ScalarExpressionField(law.kept, variables: variables)
    let tolerance = 1e-9
    let integrator = Integrator(
      method: try #require(Method.named(name)),
      controller: .adaptive(relative: tolerance, absolute: tolerance))
    let path = try integrator.solve(try InitialValueProblem(field, start: law.start, time: law.time))[0]
    #expect(path.ending == .time)
    let first = kept.value(at: law.start)
    var slope = 0.0
    var size = 0.0
    var drift = 0.0
    for point in path.points {
      slope = max(slope, length(kept.gradient(at: point)))
      size = max(size, point.reduce(0) { max($0, $1.magnitude) })
      drift = max(drift, (kept.value(at: point) - first).magnitude)
    }
    let stepError = Double(law.start.count).squareRoot() * tolerance * (1 + size)
    #expect(drift <= Double(path.acceptedSteps) * slope * stepError, "\(drift)")
    // The steps are not so short that the tolerance says nothing.
    #expect(drift > 1e-16)
  }

  private func length(_ vector: [Double]) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// A hundred times the precision is a drift some hundred times smaller.
  @Test func theDriftFollowsTheTolerance() throws {
    let law = ConservationTests.laws[0]
    let variables = Variables(law.variables)
    let field = try VectorExpressionField(law.field, variables: variables)
    let kept = try ScalarExpressionField(law.kept, variables: variables)
    let drifts: [Double] = try [1e-6, 1e-8, 1e-10].map { tolerance in
      let integrator = Integrator(
        method: .dormandPrince853, controller: .adaptive(relative: tolerance, absolute: tolerance))
      let path = try integrator.solve(try InitialValueProblem(field, start: law.start, time: law.time))[0]
      return (kept.value(at: path.end) - kept.value(at: law.start)).magnitude
    }
    for (coarse, fine) in zip(drifts, drifts.dropFirst()) {
      #expect(coarse / fine > 10 && coarse / fine < 10_000, "\(drifts)")
    }
  }

  /// Forward through the double gyre and backward again; the errors of both ways, grown by the greatest stretch.
  @Test(arguments: ["bs3", "dopri5", "tsit5", "dop853", "rodas"], [1e-5, 1e-8])
  func thereAndBackThroughAnUnsteadyFlow(_ name: String, _ tolerance: Double) throws {
    let field = try VectorExpressionField(
      unsteady: """
        -0.1 pi sin(pi (0.25 sin(0.2pi t) x^2 + (1 - 0.5 sin(0.2pi t)) x)) cos(pi y), \
        0.1 pi cos(pi (0.25 sin(0.2pi t) x^2 + (1 - 0.5 sin(0.2pi t)) x)) sin(pi y) \
        (0.5 sin(0.2pi t) x + 1 - 0.5 sin(0.2pi t))
        """)
    let integrator = Integrator(
      method: try #require(Method.named(name)),
      controller: .adaptive(relative: tolerance, absolute: tolerance))
    let starts: [[Double]] = [[0.4, 0.3], [1.1, 0.7], [1.7, 0.2], [0.9, 0.5]]
    let there = try integrator.solve(try InitialValueProblem(field, starts: starts, from: 0, to: 10))
    let back = try integrator.solve(
      try InitialValueProblem(field, starts: there.map { $0.end }, from: 10, to: 0))
    // |J| is at most (1 + ε)² Aπ² · 2 or so; what a path meets is told by its flow map.
    let stretches = try FlowMap(of: field, starts: starts, to: 10).lyapunovExponents
    let returns = try FlowMap(of: field, starts: there.map { $0.end }, from: 10, to: 0).lyapunovExponents
    for index in starts.indices {
      let error = Double.hypot(back[index].end[0] - starts[index][0], back[index].end[1] - starts[index][1])
      let steps = Double(there[index].acceptedSteps + back[index].acceptedSteps)
      let stretch = Double.exp(10 * max(stretches[index], returns[index]))
      // √2 for two components, 1 + 2 for the tolerance at the far side of the basin.
      #expect(error <= steps * stretch * 2.0.squareRoot() * 3 * tolerance, "\(error)")
    }
  }
}
