import Fields

/// A descent under way, one step at a time.
///
/// ```swift
/// var run = try DescentRun(problem, by: Momentum(rate: 0.01))
/// while run.path.steps < 100, run.advance() {}
/// run.path.losses
/// ```
public struct DescentRun<Method: Optimizer, Loss: ScalarField> {
  /// The loss and the start.
  public let problem: DescentProblem<Loss>
  /// How steps are made.
  public let optimizer: Method
  /// When it ends.
  public let limits: DescentLimits
  /// What the optimizer remembers.
  public private(set) var state: Method.State
  /// The way so far.
  public private(set) var path: DescentPath
  private var probe: LossProbe<Loss>

  /// A run that stands at its start.
  ///
  /// - Throws: ``DescentError`` if a hyperparameter or a limit makes no sense, or the optimizer needs residuals that the
  ///   problem has not.
  public init(
    _ problem: DescentProblem<Loss>, by optimizer: Method, limits: DescentLimits = DescentLimits()
  ) throws(DescentError) {
    try optimizer.validate()
    try limits.validate()
    if optimizer.needsResiduals, problem.residuals == nil { throw .needsResiduals("\(optimizer.name)") }
    self.problem = problem
    self.optimizer = optimizer
    self.limits = limits
    state = optimizer.initialState(at: problem.start)
    probe = LossProbe(problem.loss, residuals: problem.residuals)
    path = DescentPath(
      name: optimizer.name, learningRate: optimizer.learningRate, stableProduct: optimizer.stableProduct,
      timePerStep: optimizer.timePerStep, points: [], losses: [], gradientNorms: [])
    keep(problem.start, probe.value(at: problem.start))
  }

  /// Makes one step; whether another may follow.
  public mutating func advance() -> Bool {
    guard path.ending == .underway else { return false }
    var point = path.end
    let outcome = optimizer.step(&point, &state, on: &probe)
    if outcome == .stuck || point == path.end {
      path.ending = .stalled(step: path.points.count)
    } else {
      arrive(at: point)
    }
    path.evaluations = probe.evaluations
    return path.ending == .underway
  }

  /// Makes steps until it ends.
  public mutating func finish() -> DescentPath {
    while advance() {}
    return path
  }

  /// Takes in where a step has led.
  private mutating func arrive(at point: [Double]) {
    let step = path.points.count
    guard point.allSatisfy({ $0.isFinite }) else {
      path.ending = .diverged(step: step)
      return
    }
    let loss = probe.value(at: point)
    let first = path.losses[0]
    let change = limits.greatestChange * max(1, first.magnitude)
    if loss.isFinite {
      keep(point, loss)
    } else if loss.isNaN {
      path.ending = .notFinite(step: step)
    }
    if loss > first + change { path.ending = .diverged(step: step) }
    if loss < first - change { path.ending = .unbounded(step: step) }
  }

  /// Keeps a point, and sees whether it is the last.
  private mutating func keep(_ point: [Double], _ loss: Double) {
    let norm = length(probe.gradient(at: point))
    path.points.append(point)
    path.losses.append(loss)
    path.gradientNorms.append(norm)
    path.evaluations = probe.evaluations
    if !norm.isFinite {
      path.ending = .notFinite(step: path.steps)
    } else if norm <= limits.tolerance {
      path.ending = .converged
    } else if path.steps >= limits.steps {
      path.ending = .tooManySteps
    }
  }
}

extension Optimizer {
  /// Goes down on a loss until it ends, and tells the way.
  ///
  /// What was found before a divergence, a pole or too many steps is kept, and ``DescentPath/ending`` says why it ends.
  ///
  /// - Throws: ``DescentError`` if a hyperparameter or a limit makes no sense, or the optimizer needs residuals that the
  ///   problem has not.
  public func descend<Loss: ScalarField>(
    _ problem: DescentProblem<Loss>, limits: DescentLimits = DescentLimits()
  ) throws(DescentError) -> DescentPath {
    var run = try DescentRun(problem, by: self, limits: limits)
    return run.finish()
  }
}
