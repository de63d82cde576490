import Elementary
import Expressions
import Fields
import Testing

@testable import Descent

@Suite struct DescentRunTests {
  private func problem(_ text: String, _ start: [Double]) throws -> DescentProblem<ScalarExpressionField> {
    try DescentProblem(try ScalarExpressionField(text), start: start)
  }

  @Test func aStartOnACriticalPointHasConverged() throws {
    for kind in OptimizerKind.allCases where kind != .levenbergMarquardt {
      let path = try kind.optimizer().descend(try problem("x^2 - y^2", [0, 0]))
      #expect(path.ending == .converged)
      #expect(path.steps == 0)
      #expect(path.evaluations.gradients == 1)
    }
  }

  @Test func stepsAreLimited() throws {
    let bowl = try problem("x^2 + y^2", [1, 1])
    let path = try GradientDescent(rate: 0.01).descend(bowl, limits: DescentLimits(steps: 7))
    #expect(path.ending == .tooManySteps)
    #expect(path.steps == 7)
    #expect(path.losses.count == 8)
    #expect(path.gradientNorms.count == 8)
    #expect(path.evaluations.values == 8)
    #expect(path.evaluations.gradients == 8)
    #expect(path.evaluations.hessians == 0)
    let none = try GradientDescent(rate: 0.01).descend(bowl, limits: DescentLimits(steps: 0))
    #expect(none.ending == .tooManySteps)
    #expect(none.points == [[1, 1]])
  }

  @Test func divergenceKeepsWhatWasFinite() throws {
    let path = try GradientDescent(rate: 1).descend(try problem("x^4 + y^2/4", [3, 1]))
    guard case .diverged(let step) = path.ending else {
      Issue.record("\(path.ending)")
      return
    }
    #expect(step >= path.steps && step <= path.steps + 1)
    #expect(path.losses.allSatisfy { $0.isFinite })
    #expect(path.lowest == 0)
  }

  @Test func anInfiniteStepIsDivergence() throws {
    let path = try GradientDescent(rate: 1e300).descend(
      try problem("x^2 + y^2", [1e10, 1]), limits: DescentLimits(greatestChange: 1e300))
    #expect(path.ending == .diverged(step: 1))
    #expect(path.points == [[1e10, 1]])
  }

  @Test func aLossWithoutABottomIsNamed() throws {
    let path = try GradientDescent(rate: 0.1).descend(try LossSurface.saddle.problem())
    #expect(path.ending == .unbounded(step: path.steps))
  }

  @Test func theEdgeOfTheDomainIsNamed() throws {
    let path = try GradientDescent(rate: 1).descend(try problem("sqrt(x) + y^2", [0.1, 0]))
    #expect(path.ending == .notFinite(step: 1))
    #expect(path.points == [[0.1, 0]])
    let kink = try GradientDescent(rate: 1).descend(try LossSurface.ackley.problem(start: [0, 0]))
    #expect(kink.ending == .notFinite(step: 0))
  }

  /// A step below the last digit moves nothing.
  @Test func aStepBelowTheLastDigitStalls() throws {
    let path = try GradientDescent(rate: 1e-18).descend(try problem("x + y^2", [1, 1]))
    #expect(path.ending == .stalled(step: 1))
  }

  /// The run that is advanced by hand is the one that runs by itself.
  @Test func runsCanBeAdvanced() throws {
    let problem = try LossSurface.beale.problem()
    var run = try DescentRun(problem, by: Adam(rate: 0.01), limits: DescentLimits(steps: 20))
    #expect(run.path.ending == .underway)
    var count = 0
    while run.advance() { count += 1 }
    #expect(count == 19)
    let isLeft = run.advance()
    #expect(!isLeft)
    let path = try Adam(rate: 0.01).descend(problem, limits: DescentLimits(steps: 20))
    #expect(run.path.points == path.points)
  }

  /// An erased optimizer makes the steps of the one inside, bit for bit.
  @Test func erasedOptimizersAreTheSame() throws {
    let problem = try LossSurface.rosenbrock.problem()
    let limits = DescentLimits(steps: 25)
    func compare(_ optimizer: some Optimizer, _ erased: AnyOptimizer) throws {
      let path = try optimizer.descend(problem, limits: limits)
      let other = try erased.descend(problem, limits: limits)
      #expect(path.points == other.points)
      #expect(path.evaluations == other.evaluations)
      #expect("\(path.name)" == "\(other.name)")
    }
    try compare(GradientDescent(rate: 0.001), try OptimizerKind.gradientDescent.optimizer())
    try compare(Momentum(rate: 0.001), try OptimizerKind.momentum.optimizer())
    try compare(Nesterov(rate: 0.001), try OptimizerKind.nesterov.optimizer())
    try compare(RMSProp(rate: 0.001), try OptimizerKind.rmsProp.optimizer())
    try compare(Adam(), try OptimizerKind.adam.optimizer())
    try compare(AdamW(), try OptimizerKind.adamW.optimizer())
    try compare(Newton(), try OptimizerKind.newton.optimizer())
    try compare(LBFGS(), try OptimizerKind.lbfgs.optimizer())
    try compare(LevenbergMarquardt(), try OptimizerKind.levenbergMarquardt.optimizer())
  }

  @Test func namesAreRead() throws {
    for kind in OptimizerKind.allCases {
      #expect(try OptimizerKind(named: "\(kind.shortName)") == kind)
      let optimizer = try kind.optimizer()
      #expect(optimizer.recurrence.utf8CodeUnitCount > 0)
      #expect(optimizer.citation.utf8CodeUnitCount > 0)
      #expect(optimizer.learningRate == kind.defaultRate)
    }
    #expect(throws: DescentError.unknownOptimizer("sgd ")) { try OptimizerKind(named: "sgd ") }
    #expect(try OptimizerKind.newton.optimizer(rate: 0.5).learningRate == 0.5)
    #expect(throws: DescentError.hasNoRate("L-BFGS")) { try OptimizerKind.lbfgs.optimizer(rate: 0.5) }
  }

  @Test func badStartsAreNamed() throws {
    #expect(throws: DescentError.dimension(found: 3, expected: 2)) { try problem("x + y", [1, 2, 3]) }
    #expect(throws: DescentError.notFinite(coordinate: 1)) { try problem("x + y", [1, .infinity]) }
    #expect(throws: DescentError.lossNotFinite(.infinity)) { try problem("1/x", [0, 0]) }
    #expect(throws: DescentError.dimension(found: 1, expected: 2)) {
      try DescentProblem(residuals: try VectorExpressionField("x, y"), start: [1])
    }
  }

  @Test func badHyperparametersAreNamed() throws {
    let bowl = try problem("x^2 + y^2", [1, 1])
    func refused(_ optimizer: some Optimizer, _ parameter: Hyperparameter, _ value: Double) {
      #expect(throws: DescentError.hyperparameter(parameter, value)) { try optimizer.descend(bowl) }
    }
    refused(GradientDescent(rate: 0), .rate, 0)
    refused(GradientDescent(rate: .infinity), .rate, .infinity)
    refused(Momentum(rate: 0.1, momentum: 1), .momentum, 1)
    refused(Nesterov(rate: 0.1, momentum: -0.5), .momentum, -0.5)
    refused(RMSProp(rate: 0.1, decay: 1.5), .decay, 1.5)
    refused(RMSProp(rate: 0.1, epsilon: -1), .epsilon, -1)
    refused(Adam(firstDecay: 1), .firstDecay, 1)
    refused(Adam(secondDecay: 2), .secondDecay, 2)
    refused(AdamW(weightDecay: -0.1), .weightDecay, -0.1)
    refused(Newton(rate: -1), .rate, -1)
    refused(Newton(leastCurvature: 1), .leastCurvature, 1)
    refused(LBFGS(memory: 0), .memory, 0)
    refused(LBFGS(lineSearch: WolfeLineSearch(decrease: 0.4, slope: 0.3)), .slope, 0.3)
    refused(LBFGS(lineSearch: WolfeLineSearch(decrease: 0.6)), .decrease, 0.6)
    #expect(throws: DescentError.hyperparameter(.damping, 0)) {
      try LevenbergMarquardt(damping: 0).validate()
    }
    #expect(throws: DescentError.hyperparameter(.steps, -1)) {
      try Newton().descend(bowl, limits: DescentLimits(steps: -1))
    }
    #expect(throws: DescentError.hyperparameter(.tolerance, -1)) {
      try Newton().descend(bowl, limits: DescentLimits(tolerance: -1))
    }
  }

  @Test func errorsAreSentences() {
    let error = DescentError.hyperparameter(.firstDecay, 1.2)
    #expect(error.description == "the decay β₁ is 1.2; it must be at least 0 and below 1")
    for parameter in Hyperparameter.allCases {
      #expect(parameter.name.utf8CodeUnitCount > 0 && parameter.range.utf8CodeUnitCount > 0)
    }
  }
}
