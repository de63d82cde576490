import Elementary
import Fields
import Testing

@testable import Descent

/// Just below the limit the steps shrink, just above they grow.
@Suite struct StabilityTests {
  private func optimizers(_ share: Double, curvature: Double) -> [AnyOptimizer] {
    let descent = GradientDescent(rate: share * 2 / curvature)
    var all: [AnyOptimizer] = [.firstOrder(.gradientDescent(descent))]
    for momentum in [0, 0.5, 0.9] {
      let heavy = Momentum(rate: share * 2 * (1 + momentum) / curvature, momentum: momentum)
      let bound = (2 + 2 * momentum) / (1 + 2 * momentum)
      let ahead = Nesterov(rate: share * bound / curvature, momentum: momentum)
      all += [.firstOrder(.momentum(heavy)), .firstOrder(.nesterov(ahead))]
    }
    return all
  }

  @Test func belowTheLimitTheyConverge() throws {
    let problem = try DescentProblem(try ScalarExpressionField("(x^2 + 8y^2)/2"), start: [1, 1])
    for optimizer in optimizers(0.99, curvature: 8) {
      let path = try optimizer.descend(problem)
      #expect(path.ending == .converged, "\(optimizer.name)")
      let stability = try #require(path.stability(on: problem.loss))
      #expect(!stability.isExceeded)
      #expect((stability.rate / stability.limit - 0.99).magnitude < 1e-14)
    }
  }

  @Test func aboveTheLimitTheyDiverge() throws {
    let problem = try DescentProblem(try ScalarExpressionField("(x^2 + 8y^2)/2"), start: [1, 1])
    for optimizer in optimizers(1.01, curvature: 8) {
      let path = try optimizer.descend(problem)
      #expect(path.ending == .diverged(step: path.steps), "\(optimizer.name)")
      #expect(path.points.allSatisfy { $0.allSatisfy { $0.isFinite } })
      let stability = try #require(path.stability(on: problem.loss))
      #expect(stability.isExceeded)
      #expect((stability.curvature - 8).magnitude < 1e-14)
      #expect((stability.rate / stability.limit - 1.01).magnitude < 1e-14)
    }
  }

  /// On the limit gradient descent goes to and fro between two points for ever.
  @Test func onTheLimitItHovers() throws {
    let problem = try DescentProblem(try ScalarExpressionField("4x^2 + 0 y"), start: [1, 0])
    let path = try GradientDescent(rate: 0.25).descend(problem, limits: DescentLimits(steps: 1000))
    #expect(path.ending == .tooManySteps)
    #expect(path.points.allSatisfy { $0[0].magnitude == 1 })
  }

  /// Rosenbrock's minimum has λmax = 1001.6: beyond a rate of 0.001997 no path comes to rest there.
  @Test func rosenbrockIsBoundByItsMinimum() throws {
    let near = try LossSurface.rosenbrock.problem(start: [1.0001, 1.0001])
    let limit = near.loss.stabilityLimit(at: [1, 1])
    #expect((limit - 2 / 1001.6006392325123).magnitude < 1e-17)
    let slow = try GradientDescent(rate: 0.99 * limit).descend(near, limits: DescentLimits(steps: 50_000))
    #expect(slow.ending == .converged)
    let fast = try GradientDescent(rate: 1.05 * limit).descend(near, limits: DescentLimits(steps: 50_000))
    #expect(fast.ending != .converged)
    #expect(fast.stability(on: near.loss, at: [1, 1])?.isExceeded == true)
  }

  @Test func whereNothingBendsUpThereIsNoLimit() throws {
    let hill = try ScalarExpressionField("-x^2 - y^2")
    #expect(hill.stabilityLimit(at: [1, 2]) == .infinity)
    #expect(try ScalarExpressionField("sqrt(x) + y").stabilityLimit(at: [-1, 0]).isNaN)
    let problem = try DescentProblem(hill, start: [1, 1])
    let path = try Adam(rate: 0.1).descend(problem, limits: DescentLimits(steps: 3))
    #expect(path.stability(on: hill) == nil)
  }
}
