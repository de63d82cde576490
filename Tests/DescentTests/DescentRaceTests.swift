import Elementary
import Expressions
import Fields
import Testing

@testable import Descent

@Suite struct DescentRaceTests {
  private func race(
    _ formula: String, from start: [Double], _ kinds: [OptimizerKind], rate: Double, steps: Int = 1000
  ) throws -> DescentRace {
    let problem = try DescentProblem(try ScalarExpressionField(formula), start: start)
    return try DescentRace(
      of: problem, by: kinds, rate: rate, limits: DescentLimits(steps: steps, tolerance: 1e-6))
  }

  @Test func onAQuadraticEveryStepIsKnown() throws {
    let race = try race("(x^2 + 50y^2)/2", from: [-4, 1], [.gradientDescent, .newton], rate: 0.03)
    let path = race.runners[0].path
    for (step, point) in path.points.enumerated() {
      // xₖ = (1 − ηλ)ᵏ x₀; each step rounds a few times.
      let error = 4e-16 * Double(step + 1)
      let (x, y) = (Double.pow(0.97, Double(step)), Double.pow(-0.5, Double(step)))
      #expect((point[0] + 4 * x).magnitude <= 4 * error * x + 1e-300)
      #expect((point[1] - y).magnitude <= error * y.magnitude + 1e-300)
    }
    #expect(race.runners[1].path.steps == 1)
    #expect(race.steps == path.steps)
  }

  @Test func theLimitIsTwoOverTheGreatestCurvature() throws {
    for (rate, isExceeded) in [(0.0399, false), (0.0401, true)] {
      let race = try race("(x^2 + 50y^2)/2", from: [-4, 1], [.gradientDescent, .adam, .lbfgs], rate: rate)
      let stability = try #require(race.runners[0].stability)
      #expect((stability.limit - 0.04).magnitude < 1e-15)
      #expect(stability.isExceeded == isExceeded)
      #expect(race.runners[1].stability == nil && race.runners[2].stability == nil)
    }
  }

  @Test func whereTheFlowRestsTheLimitIsTaken() throws {
    // λmax of Himmelblau's loss at (3, 2), whose Hessian is [[74, 20], [20, 34]].
    let race = try race(
      "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", from: [0, 0], [.momentum], rate: 0.005)
    #expect((race.slowest[0] - 3).magnitude < 1e-8 && (race.slowest[1] - 2).magnitude < 1e-8)
    let limit = try #require(race.runners[0].stability?.limit)
    #expect((limit - 3.8 / (54 + 800.0.squareRoot())).magnitude < 1e-9)
  }

  @Test func theFlowIsSampledAtTheTimesOfTheSteps() throws {
    let race = try race("(x^2 + 50y^2)/2", from: [-4, 1], [.gradientDescent], rate: 0.01, steps: 200)
    let points = race.flowPoints(timesEach: 2)
    #expect(points.count == 401)
    for (index, point) in points.enumerated() {
      let time = 0.005 * Double(index)
      #expect((point[0] + 4 * Double.exp(-time)).magnitude < 1e-7)
      #expect((point[1] - Double.exp(-50 * time)).magnitude < 1e-7)
    }
  }

  @Test func aSaddleHoldsWhatComesAlongItsAxis() throws {
    // |∇L|² = 4(x² + y²) with x = 1.5·0.8ᵏ and y = 0.001·1.2ᵏ is at most 0.09 for the steps 11 … 27.
    let race = try race("x^2 - y^2", from: [1.5, 0.001], [.gradientDescent], rate: 0.1)
    let lingering = try #require(race.runners[0].lingering)
    var small: [Int] = []
    let start = 2 * (1.5 * 1.5 + 1e-6).squareRoot()
    for step in 0..<60 {
      let x = 1.5 * Double.pow(0.8, Double(step))
      let y = 0.001 * Double.pow(1.2, Double(step))
      if 2 * (x * x + y * y).squareRoot() <= 0.1 * start { small.append(step) }
    }
    #expect(lingering.first == small.first && lingering.last == small.last)
    #expect(lingering.steps == small.count && lingering.hasLeft)
    guard case .unbounded = race.runners[0].path.ending else {
      Issue.record("\(race.runners[0].path.ending)")
      return
    }
  }

  @Test func onTheRidgeItStaysForEver() throws {
    let race = try race("x^2 - y^2", from: [1.5, 0], [.gradientDescent], rate: 0.1)
    #expect(race.runners[0].path.ending == .converged)
    #expect(race.runners[0].lingering?.hasLeft == false)
    #expect(race.runners[0].lingering?.last == race.runners[0].path.steps)
  }

  @Test func aMinimumHoldsNobody() throws {
    let race = try race("x^2 + y^2", from: [3, 1], [.gradientDescent, .momentum, .adam], rate: 0.1)
    for runner in race.runners { #expect(runner.lingering == nil) }
  }

  @Test func aBentValleyIsNoSaddle() throws {
    // Beside Rosenbrock's valley the Hessian has a negative eigenvalue, and there is no saddle anywhere.
    let kinds: [OptimizerKind] = [.gradientDescent, .momentum, .adam, .newton, .lbfgs]
    let race = try race("(1 - x)^2 + 100(y - x^2)^2", from: [-1.2, 1], kinds, rate: 0.001)
    for runner in race.runners { #expect(runner.lingering == nil, "\(runner.kind)") }
  }

  @Test func theMonkeySaddleHoldsAsWell() throws {
    let race = try race("x^3 - 3x y^2", from: [1, 0.002], [.gradientDescent], rate: 0.025)
    let lingering = try #require(race.runners[0].lingering)
    #expect(lingering.hasLeft)
    // |∇L| = 3r², so that r is at most √0.1 there.
    for step in lingering.first...lingering.last {
      let point = race.runners[0].path.points[step]
      #expect(point[0] * point[0] + point[1] * point[1] <= 0.1 * 1.0004 + 1e-12)
    }
  }

  @Test func theFlowAloneRunsUntilItRests() throws {
    let race = try race("x^2 + y^2", from: [1, 1], [], rate: 0.1)
    #expect(race.runners.isEmpty && race.steps > 50 && race.steps <= 1000)
    #expect(race.flowPoints().count == race.steps + 1)
  }

  @Test func aRateMustBePositive() throws {
    #expect(throws: DescentError.hyperparameter(.rate, 0)) {
      try race("x^2 + y^2", from: [1, 1], [.adam], rate: 0)
    }
  }
}
