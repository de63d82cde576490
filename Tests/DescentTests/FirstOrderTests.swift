import Elementary
import Fields
import Testing

@testable import Descent

/// First-order optimizers beside closed forms and plain recurrences.
@Suite struct FirstOrderTests {
  private func path(
    _ optimizer: some Optimizer, _ text: String, from start: [Double], steps: Int
  ) throws -> DescentPath {
    let problem = try DescentProblem(try ScalarExpressionField(text), start: start)
    return try optimizer.descend(problem, limits: DescentLimits(steps: steps, tolerance: 0))
  }

  /// On ½(λx² + μy²) the coordinates are multiplied by 1 − ηλ and 1 − ημ.
  @Test(arguments: [0.01, 0.1, 0.3, 0.35])
  func gradientDescentOnAQuadratic(_ rate: Double) throws {
    let path = try path(GradientDescent(rate: rate), "(x^2 + 6y^2)/2", from: [3, -2], steps: 60)
    try #require(path.steps == 60)
    for (step, point) in path.points.enumerated() {
      let x = 3 * Double.pow(1 - rate, Double(step))
      let y = -2 * Double.pow(1 - 6 * rate, Double(step))
      #expect((point[0] - x).magnitude <= 1e-14 * Double(step + 1) * x.magnitude)
      #expect((point[1] - y).magnitude <= 1e-13 * Double(step + 1) * y.magnitude)
      let loss = 0.5 * (point[0] * point[0] + 6 * point[1] * point[1])
      #expect((path.losses[step] - loss).magnitude <= 2 * loss.ulp)
      #expect((path.gradientNorms[step] - Double.hypot(point[0], 6 * point[1])).magnitude <= 1e-12)
    }
  }

  /// The roots of z² − bz + c carry θₖ = (the start's share of each root)·zᵏ where they are real and apart.
  private func recurrence(
    _ sum: Double, _ product: Double, _ first: Double, _ second: Double, _ step: Int
  ) -> Double {
    let half = 0.5 * sum
    let root = (half * half - product).squareRoot()
    let (fast, slow) = (half + root, half - root)
    let share = (second - slow * first) / (fast - slow)
    return share * Double.pow(fast, Double(step)) + (first - share) * Double.pow(slow, Double(step))
  }

  /// θₖ₊₁ = (1 + β − ηλ) θₖ − β θₖ₋₁ in closed form, for a pair of real roots.
  @Test func momentumOnAQuadratic() throws {
    let (rate, momentum, curvature) = (0.02, 0.5, 2.0)
    let path = try path(Momentum(rate: rate, momentum: momentum), "x^2 + 0 y", from: [3, 0], steps: 80)
    let first = 3 * (1 - rate * curvature)
    for (step, point) in path.points.enumerated() {
      let expected = recurrence(1 + momentum - rate * curvature, momentum, 3, first, step)
      #expect((point[0] - expected).magnitude < 1e-12)
    }
  }

  /// θₖ₊₁ = (1 − ηλ)((1 + β) θₖ − β θₖ₋₁) in closed form, for a pair of real roots.
  @Test func nesterovOnAQuadratic() throws {
    let (rate, momentum, curvature) = (0.02, 0.5, 2.0)
    let path = try path(Nesterov(rate: rate, momentum: momentum), "x^2 + 0 y", from: [3, 0], steps: 80)
    let kept = 1 - rate * curvature
    // The first step has no velocity: ahead of it lies β times the step itself.
    let first = 3 * (1 - (1 + momentum) * rate * curvature)
    for (step, point) in path.points.enumerated() {
      let expected = recurrence(kept * (1 + momentum), kept * momentum, 3, first, step)
      #expect((point[0] - expected).magnitude < 1e-12)
    }
  }

  /// With complex roots the distance shrinks as √β each step.
  @Test func momentumSwingsWithTheRootOfBeta() throws {
    let path = try path(Momentum(rate: 0.1, momentum: 0.9), "2x^2 + 0 y", from: [1, 0], steps: 200)
    try #require(path.steps == 200)
    let largest = path.points[190...200].map { $0[0].magnitude }.max() ?? 0
    let share = Double.log(largest) / 195
    #expect((share - 0.5 * Double.log(0.9)).magnitude < 0.005)
  }

  /// The first step of Adam is −η g/(|g| + ε), of RMSProp −η g/(√(1 − ρ)|g| + ε), whatever the gradient.
  @Test(arguments: [1e-6, 1e-3, 1, 1e5])
  func firstStepsOfAdaptiveMethods(_ slope: Double) throws {
    let loss = try ScalarExpressionField("\(slope) x - 3y")
    let problem = try DescentProblem(loss, start: [0.5, 2])
    let limits = DescentLimits(steps: 1)
    let gradient = [slope, -3]
    let adam = try Adam(rate: 0.1).descend(problem, limits: limits)
    let decayed = try AdamW(rate: 0.1, weightDecay: 0.2).descend(problem, limits: limits)
    let scaled = try RMSProp(rate: 0.1, decay: 0.75).descend(problem, limits: limits)
    for row in 0..<2 {
      let unit = gradient[row] / (gradient[row].magnitude + 1e-8)
      #expect((adam.end[row] - (problem.start[row] - 0.1 * unit)).magnitude < 1e-14)
      #expect((decayed.end[row] - (0.98 * problem.start[row] - 0.1 * unit)).magnitude < 1e-14)
      let half = gradient[row] / (0.5 * gradient[row].magnitude + 1e-8)
      #expect((scaled.end[row] - (problem.start[row] - 0.1 * half)).magnitude < 1e-14)
    }
  }

  /// Under a constant gradient every step of Adam is the first one: both corrections are exact.
  @Test func adamUnderAConstantGradient() throws {
    let path = try path(Adam(rate: 0.01), "4x + 0 y", from: [0, 0], steps: 300)
    for (step, point) in path.points.enumerated() {
      let expected = -0.01 * Double(step) * 4 / (4 + 1e-8)
      #expect((point[0] - expected).magnitude < 1e-12)
    }
  }

  /// Points after 1, 10 and 100 steps by the recurrences in plain Python.
  @Test(arguments: ["momentum", "nesterov", "rmsprop", "adam", "adamw"])
  func stepsOnBeale(_ name: String) throws {
    let references: [String: [[Double]]] = [
      "momentum": momentumStepsReferences, "nesterov": nesterovStepsReferences,
      "rmsprop": rmspropStepsReferences, "adam": adamStepsReferences, "adamw": adamwStepsReferences,
    ]
    var optimizer = try OptimizerKind(named: name).optimizer(rate: 0.01)
    if name == "adamw" { optimizer = .firstOrder(.adamW(AdamW(rate: 0.01, weightDecay: 0.1))) }
    let path = try optimizer.descend(
      try LossSurface.beale.problem(start: [1, 1]), limits: DescentLimits(steps: 100, tolerance: 0))
    try #require(path.steps == 100)
    for (index, step) in [1, 10, 100].enumerated() {
      let reference = try #require(references[name])[index]
      for row in 0..<2 {
        #expect((path.points[step][row] - reference[row]).magnitude < 1e-12, "\(name), step \(step)")
      }
    }
  }

  /// The buffers of a network take the same steps as a point of a path, in both precisions.
  @Test(arguments: OptimizerKind.allCases)
  func buffersTakeTheSameSteps(_ kind: OptimizerKind) throws {
    guard let optimizer = try kind.firstOrderOptimizer(rate: 0.01) else { return }
    let problem = try LossSurface.beale.problem(start: [1, 1.2])
    let path = try optimizer.descend(problem, limits: DescentLimits(steps: 50, tolerance: 0))
    try #require(path.steps == 50)
    var point = problem.start
    var single = point.map { Float($0) }
    var state: Moments<Double> = optimizer.moments(count: 2)
    var singleState: Moments<Float> = optimizer.moments(count: 2)
    for step in 1...50 {
      let gradient = problem.loss.gradient(at: point)
      let rounded = problem.loss.gradient(at: single.map { Double($0) }).map { Float($0) }
      point.withUnsafeMutableBufferPointer { parameters in
        gradient.withUnsafeBufferPointer {
          optimizer.update(parameters: parameters, gradient: $0, state: &state)
        }
      }
      single.withUnsafeMutableBufferPointer { parameters in
        rounded.withUnsafeBufferPointer {
          optimizer.update(parameters: parameters, gradient: $0, state: &singleState)
        }
      }
      #expect(point == path.points[step])
    }
    #expect(state.steps == 50)
    #expect((Double(single[0]) - point[0]).magnitude < 2e-5)
    #expect((Double(single[1]) - point[1]).magnitude < 2e-5)
  }

  @Test func ratesCanChange() throws {
    var optimizer = try #require(try OptimizerKind.adamW.firstOrderOptimizer())
    #expect(optimizer.rate == 0.001)
    optimizer.rate = 0.5
    #expect(optimizer.rate == 0.5)
    #expect(optimizer.learningRate == 0.5)
  }
}
