import Elementary
import Expressions
import Fields
import Flows
import Testing

/// Stiff problems against collocation in 40 digits, SciPy's Radau and a closed form: `Scripts/flow-reference.py`.
@Suite struct StiffTests {
  private func rodas(_ relative: Double, _ absolute: Double) -> Integrator {
    Integrator(method: .rodas43, controller: .adaptive(relative: relative, absolute: absolute))
  }

  private static let robertson = "-0.04x + 10000y z, 0.04x - 10000y z - 30000000y^2, 30000000y^2"

  /// Robertson's reaction has rates from 0.04 to 10⁴ and more, over six decades of time.
  @Test(arguments: [1e-6, 1e-8])
  func robertson(_ tolerance: Double) throws {
    let field = try VectorExpressionField(StiffTests.robertson, variables: .space)
    let times = [0.4, 40, 4_000, 400_000]
    let problem = try InitialValueProblem(field, start: [1, 0, 0], time: 400_000)
    let path = try rodas(tolerance, tolerance * 1e-6).solve(problem, saveAt: .times(times))[0]
    #expect(path.ending == .time)
    try #require(path.points.count == times.count)
    for (point, reference) in zip(path.points, robertsonReferences) {
      for (found, right) in zip(point, reference) {
        // Every step adds at most a tolerance; neighbours come nearer and not farther.
        #expect((found / right - 1).magnitude < Double(path.acceptedSteps) * tolerance)
      }
      // A linear law is kept by a Rosenbrock method but for rounding (Hairer and Wanner 1996, section IV.7), and by the
      // polynomial between the steps as well.
      #expect((point.reduce(0, +) - 1).magnitude < 1e-12)
    }
    // An explicit method would need steps of at most 3/10⁴.
    #expect(path.acceptedSteps < 2_000)
  }

  /// Van der Pol's relaxation oscillation: two jumps, and slow ways between them.
  @Test func relaxation() throws {
    let field = try VectorExpressionField("y, 1000(1 - x^2) y - x")
    let problem = try InitialValueProblem(field, start: [2, 0], time: 2_000)
    var errors: [Double] = []
    for tolerance in [1e-6, 1e-8] {
      let path = try rodas(tolerance, tolerance * 1e-3).solve(problem, saveAt: .ends)[0]
      #expect(path.ending == .time)
      // An explicit method would need more than a million.
      #expect(path.acceptedSteps < 10_000)
      // On the slow way the rate is −x/(1000 (x² − 1)): an error of x, of at most a tolerance a step, shrinks before each
      // jump and is the delay of the jump after it, so that none is left but those since the last one.
      errors.append((path.end[0] - relaxationReference[0]).magnitude)
      #expect(errors[errors.count - 1] < tolerance * Double(path.acceptedSteps))
      // y is a function of x there, of the relative slope 1/x − 2x/(x² − 1), which is −1.2 at 1.706.
      #expect(
        (path.end[1] / relaxationReference[1] - 1).magnitude < 2 * tolerance * Double(path.acceptedSteps))
    }
    #expect(errors[1] < errors[0])
  }

  /// How much faster than explicit methods, which follow the rush of the neighbours.
  @Test func anExplicitMethodTakesManySteps() throws {
    let field = try VectorExpressionField("y, 1000(1 - x^2) y - x")
    let problem = try InitialValueProblem(field, start: [2, 0], time: 20)
    let stiff = try rodas(1e-6, 1e-9).solve(problem, saveAt: .ends)[0]
    let explicit = try Integrator(controller: .adaptive(relative: 1e-6, absolute: 1e-9)).solve(
      problem, saveAt: .ends)[0]
    #expect(explicit.acceptedSteps > 100 * stiff.acceptedSteps)
    // The slow way is y = −x/(1000 (x² − 1)) to three digits; both are on it.
    #expect((stiff.end[0] - explicit.end[0]).magnitude < 1e-6 * Double(explicit.acceptedSteps))
  }

  /// High irradiance response of morphogenesis: eight reactants (Schäfer 1975).
  @Test func hires() throws {
    let field = try VectorExpressionField(
      """
      -1.71a + 0.43b + 8.32c + 0.0007, 1.71a - 8.75b, -10.03c + 0.43d + 0.035u, 8.32b + 1.71c - 1.12d, \
      -1.745u + 0.43v + 0.43w, -280v p + 0.69d + 1.71u - 0.43v + 0.69w, 280v p - 1.81w, -280v p + 1.81w
      """, variables: Variables(["a", "b", "c", "d", "u", "v", "w", "p"]))
    let problem = try InitialValueProblem(field, start: [1, 0, 0, 0, 0, 0, 0, 0.0057], time: 321.8122)
    let path = try rodas(1e-9, 1e-13).solve(problem, saveAt: .ends)[0]
    #expect(path.ending == .time)
    for (found, right) in zip(path.end, hiresReference) {
      #expect((found - right).magnitude < Double(path.acceptedSteps) * (1e-9 * right + 1e-13))
    }
  }

  /// Prothero and Robinson: y′ = −λ (y − cos t) − sin t has the solution cos t, however large λ.
  @Test(arguments: [1.0, 1e3, 1e6, 1e9])
  func aFastPullToASlowSolution(_ rate: Double) throws {
    let field = try VectorExpressionField(
      unsteady: "-\(Int(rate)) (x - cos t) - sin t", variables: Variables(["x"]))
    let problem = try InitialValueProblem(field, starts: [[1]], to: 10)
    let path = try rodas(1e-8, 1e-8).solve(problem, saveAt: .ends)[0]
    #expect(path.ending == .time)
    #expect((path.end[0] - Double.cos(10)).magnitude < 2e-8 * Double(path.acceptedSteps))
    // The order falls to that of the stages where the pull is strong, but no step is chosen by stability.
    #expect(path.acceptedSteps < 20_000)
  }
}
