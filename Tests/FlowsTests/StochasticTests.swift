import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct StochasticTests {
  private let line = Variables(["x"])

  /// dX = −X dt + √2 dW settles to the normal distribution of variance 1; the covariance falls as exp(−t).
  @Test func ornsteinUhlenbeckSettles() throws {
    let count = 20_000
    let drift = try VectorExpressionField("-x", variables: line)
    let problem = try StochasticProblem(
      drift: drift, noise: 2.0.squareRoot(), starts: Array(repeating: [3], count: count), to: 6, seed: 11)
    let paths = try StochasticIntegrator().solve(problem, step: 0.01)
    let ends = (0..<count).map { paths.end($0)[0] }
    let mean = ends.reduce(0, +) / Double(count)
    let variance = ends.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    // Five standard errors, and the bias of the step: 1/(1 − h/2).
    #expect((mean - 3 * Double.exp(-6)).magnitude < 5 / Double(count).squareRoot())
    #expect((variance - 1 / (1 - 0.005)).magnitude < 5 * (2 / Double(count)).squareRoot())
  }

  /// dX = X dW has X = exp(W − t/2) by Itô and exp(W) by Stratonovich, with the same noise.
  @Test(arguments: StochasticIntegrator.Method.allCases)
  func strongOrders(_ method: StochasticIntegrator.Method) throws {
    let still = try VectorExpressionField("0 x", variables: line)
    let itself = try VectorExpressionField("x", variables: line)
    let count = 2_000
    var errors: [Double] = []
    for step in [0.02, 0.005] {
      let starts: [[Double]] = Array(repeating: [1], count: count)
      let walk = try StochasticProblem(drift: still, noise: 1, starts: starts, to: 1, seed: 5)
      let brownian = try StochasticIntegrator().solve(walk, step: step)
      let problem = try StochasticProblem(drift: still, noise: itself, starts: starts, to: 1, seed: 5)
      let paths = try StochasticIntegrator(method: method).solve(problem, step: step)
      var sum = 0.0
      for index in 0..<count {
        let w = brownian.end(index)[0] - 1
        let truth = method == .heun ? Double.exp(w) : Double.exp(w - 0.5)
        sum += (paths.end(index)[0] - truth).magnitude
      }
      errors.append(sum / Double(count))
    }
    let order = Double.log2(errors[0] / errors[1]) / 2
    let stated = method == .heun ? 1.0 : 0.5
    #expect((order - stated).magnitude < 0.15, "\(errors)")
  }

  /// exp(−U) in a double well: as much on the left as on the right, and the mean of x² from the density.
  @Test func langevinTakesTheDensityOfItsPotential() throws {
    let well = try ScalarExpressionField("(x^2 - 1)^2", variables: line)
    let count = 4_000
    var starts: [[Double]] = []
    for index in 0..<count { starts.append([index % 2 == 0 ? 1 : -1]) }
    let problem = try StochasticProblem.langevin(
      potential: well, temperature: 1, starts: starts, to: 5, seed: 3)
    let paths = try StochasticIntegrator().solve(problem, step: 0.005)
    let mean = (0..<count).reduce(0) { $0 + paths.end($1)[0] * paths.end($1)[0] } / Double(count)
    var above = 0.0
    var below = 0.0
    for index in -4_000...4_000 {
      let x = Double(index) / 1_000
      let weight = Double.exp(-(x * x - 1) * (x * x - 1))
      above += x * x * weight
      below += weight
    }
    #expect((mean - above / below).magnitude < 0.05)
  }

  /// A trajectory is a function of its number: alone, among others, and whatever is kept of it.
  @Test func pathsAreTheirOwn() throws {
    let drift = try VectorExpressionField("y - x, -x y")
    var starts: [[Double]] = []
    for index in 0..<300 { starts.append([Double(index) / 300, 0.5]) }
    let many = try StochasticProblem(drift: drift, noise: 0.3, starts: starts, to: 1, seed: 9)
    let few = try StochasticProblem(drift: drift, noise: 0.3, starts: Array(starts.prefix(3)), to: 1, seed: 9)
    let all = try StochasticIntegrator().solve(many, step: 0.03)
    let some = try StochasticIntegrator().solve(few, step: 0.03, keep: 4)
    for index in 0..<3 { #expect(all.end(index) == some.end(index)) }
    #expect(some.times.count == 1 + 9)
    #expect(some.times.last == 1)
    #expect(some.point(2, at: 0) == starts[2])
    #expect(all.end(0) != all.end(1))
  }

  @Test func badStepsAreNamed() throws {
    let drift = try VectorExpressionField("-x", variables: line)
    let problem = try StochasticProblem(drift: drift, noise: 1, starts: [[0]], to: 1, seed: 1)
    #expect(throws: FlowError.step(0)) { try StochasticIntegrator().solve(problem, step: 0) }
    #expect(throws: FlowError.step(1e-12)) { try StochasticIntegrator().solve(problem, step: 1e-12) }
    #expect(throws: FlowError.interval(0, -1)) {
      try StochasticProblem(drift: drift, noise: 1, starts: [[0]], to: -1, seed: 1)
    }
    #expect(throws: FlowError.step(.infinity)) {
      try StochasticProblem(drift: drift, noise: .infinity, starts: [[0]], to: 1, seed: 1)
    }
  }
}
