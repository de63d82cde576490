import Elementary
import Fields
import Flows
import Testing

@testable import Descent

@Suite struct GradientFlowTests {
  private func bowl() throws -> DescentProblem<ScalarExpressionField> {
    try DescentProblem(try ScalarExpressionField("(x^2 + 5y^2)/2"), start: [2, -1])
  }

  /// On ½Σλx² the coordinates are x₀ exp(−λt).
  @Test func quadraticsDecayExponentially() throws {
    let flow = try GradientFlow(of: try bowl(), time: 3)
    for index in 0...60 {
      let time = 0.05 * Double(index)
      let place = try #require(flow.point(at: time))
      #expect(distance(place, [2 * Double.exp(-time), -Double.exp(-5 * time)]) < 1e-7)
    }
    #expect(flow.point(at: -0.1) == nil)
    #expect(flow.point(at: 3.1) == nil)
  }

  /// Gradient descent is Euler's method: half the rate, half the distance.
  @Test func gradientDescentIsOfFirstOrder() throws {
    let problem = try LossSurface.himmelblau.problem(start: [0, 0])
    var last: Double?
    var orders: [Double] = []
    for rate in [0.004, 0.002, 0.001, 0.0005, 0.00025] {
      let steps = Int((0.2 / rate).rounded())
      let limits = DescentLimits(steps: steps, tolerance: 0)
      let path = try GradientDescent(rate: rate).descend(problem, limits: limits)
      let distances = try GradientFlow(of: problem, beside: path).distances(to: path)
      #expect(distances.count == path.points.count)
      #expect(distances[0] == 0)
      let greatest = distances.max() ?? 0
      if let last { orders.append(Double.log2(last / greatest)) }
      last = greatest
    }
    #expect((orders[3] - 1).magnitude < 0.05)
    #expect((orders[3] - 1).magnitude < (orders[0] - 1).magnitude)
  }

  /// On a quadratic the distance at step k is known: |(1 − ηλ)ᵏ − exp(−ληk)|.
  @Test func distanceOnAQuadratic() throws {
    let problem = try DescentProblem(try ScalarExpressionField("x^2/2 + 0 y"), start: [1, 0])
    let path = try GradientDescent(rate: 0.1).descend(problem, limits: DescentLimits(steps: 50))
    let flow = try GradientFlow(of: problem, beside: path)
    #expect(flow.comparison(with: path) == .sameTime)
    for (step, found) in flow.distances(to: path).enumerated() {
      let expected = Double.exp(-0.1 * Double(step)) - Double.pow(0.9, Double(step))
      #expect((found - expected).magnitude < 1e-8)
    }
  }

  /// The flow of a round bowl is the straight line to its middle: the nearest point is the foot on it.
  @Test func nearestPointOfALine() throws {
    let problem = try DescentProblem(try ScalarExpressionField("(x^2 + y^2)/2"), start: [4, 0])
    let flow = try GradientFlow(of: problem, time: 2)
    let nearest = flow.nearest(to: [2, 0.75])
    #expect((nearest.distance - 0.75).magnitude < 1e-9)
    #expect((nearest.time - Double.log(2)).magnitude < 1e-4)
    #expect((flow.nearest(to: [5, 0]).distance - 1).magnitude < 1e-12)
    #expect(flow.nearest(to: [5, 0]).time == 0)
  }

  /// The curve of ½(x² + 5y²) is y = −(x/2)⁵: momentum leaves it, and its distance is that to the curve.
  @Test func momentumIsComparedWithTheCurve() throws {
    let problem = try bowl()
    let path = try Momentum(rate: 0.02, momentum: 0.9).descend(problem)
    #expect(path.ending == .converged)
    let flow = try GradientFlow(of: problem, beside: path)
    #expect(flow.comparison(with: path) == .nearestPoint)
    #expect(flow.solution.ending == .stagnation)
    let distances = flow.distances(to: path)
    for (point, found) in zip(path.points, distances).prefix(80) {
      var least = Double.infinity
      for index in 0...20_000 {
        let x = 2 * Double(index) / 20_000
        let half = 0.5 * x
        let y = -half * half * half * half * half
        least = min(least, ((point[0] - x) * (point[0] - x) + (point[1] - y) * (point[1] - y)).squareRoot())
      }
      #expect(found <= least + 1e-7)
      // The samples of the curve are 5·10⁻⁴ apart at most.
      #expect(found >= least - 3e-4)
    }
    #expect((distances.last ?? 1) < 1e-7)
  }

  @Test func theFlowMayRunAway() throws {
    let problem = try LossSurface.saddle.problem(start: [1, 0.5])
    let path = try Nesterov(rate: 0.05).descend(problem)
    #expect(path.ending == .unbounded(step: path.steps))
    let flow = try GradientFlow(of: problem, beside: path)
    #expect(flow.solution.ending == .outOfDomain)
    #expect(flow.distances(to: path).allSatisfy { $0.isFinite })
  }

  @Test func badFlowsAreNamed() throws {
    let problem = try bowl()
    #expect(throws: DescentError.hyperparameter(.time, -1)) { try GradientFlow(of: problem, time: -1) }
    let rigid = Integrator(method: .rungeKutta4)
    #expect(throws: DescentError.self) { try GradientFlow(of: problem, time: 1, integrator: rigid) }
    let space = RosenbrockField(dimension: 3)
    let path = try LBFGS().descend(try DescentProblem(space, start: space.start))
    let flow = try GradientFlow(of: problem, time: 1)
    #expect(flow.distances(to: path).allSatisfy { $0.isNaN })
    #expect(flow.distances(to: path).count == path.points.count)
  }

  /// A path without a step is at its start, as the flow is.
  @Test func noStepNoTime() throws {
    let problem = try bowl()
    let path = try GradientDescent(rate: 0.1).descend(problem, limits: DescentLimits(steps: 0))
    #expect(try GradientFlow(of: problem, beside: path).distances(to: path) == [0])
  }

  /// Looking into balls finds what looking at every point finds.
  @Test func balls() {
    var places: [[Double]] = []
    for index in 0..<500 {
      let angle = 0.05 * Double(index)
      places.append([angle * Double.cos(angle), angle * Double.sin(angle)])
    }
    let curve = SampledCurve(times: (0..<500).map { Double($0) }, places: places)
    for row in 0..<30 {
      for column in 0..<30 {
        let place = [2.1 * Double(row - 15), 2.3 * Double(column - 15)]
        let distances = places.map { distance($0, place) }
        let nearest = curve.nearest(to: place)
        #expect(distances[nearest] == distances.min())
        #expect(curve.candidates(near: place, within: distances[nearest]).contains(nearest))
      }
    }
  }

  @Test func afterRestItStaysThere() throws {
    let problem = try bowl()
    let path = try Adam(rate: 0.05).descend(problem, limits: DescentLimits(steps: 100))
    let flow = try GradientFlow(of: problem, beside: path)
    #expect(flow.point(at: 1e12) == flow.solution.end)
    #expect(length(flow.solution.end) < 1e-9)
  }

  /// −∇L of a saddle, with its derivatives.
  @Test func descentField() throws {
    let field = DescentField(try ScalarExpressionField("x^3 y"))
    #expect(field.value(at: [2, 3]) == [-36, -8])
    #expect(field.jacobian(at: [2, 3]) == [[-36, -12], [-12, 0]])
  }
}
