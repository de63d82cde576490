import Fields
import Flows

/// Several optimizers from one start with one learning rate, beside the gradient flow.
///
/// ```swift
/// let race = try DescentRace(of: try LossSurface.ravine.problem(), by: [.gradientDescent, .newton], rate: 0.03)
/// race.runners[0].path.ending                    // converged
/// race.runners[0].stability?.limit               // 0.04: 2/λmax where the flow comes to rest
/// race.flow.point(at: 10 * race.rate)            // where the flow is when gradient descent has made ten steps
/// ```
///
/// The rate is that of the optimizers that have one to be chosen; Newton's method keeps its step of 1, L-BFGS searches
/// along its line.
public struct DescentRace: Sendable {
  /// The learning rate η of the first-order optimizers; one iteration stands for the time η of the flow.
  public let rate: Double
  /// The optimizers and their ways, in the order in which they were named.
  public let runners: [Runner]
  /// The gradient flow, until it comes to rest or is far away.
  public let flow: GradientFlow
  /// Where the flow is slowest: the minimum that it comes to, or the saddle that it passes.
  public let slowest: [Double]
  /// The most steps that anyone made.
  public let steps: Int

  /// An optimizer and its way.
  public struct Runner: Sendable {
    /// Which one it is.
    public let kind: OptimizerKind
    /// Its way.
    public let path: DescentPath
    /// Its rate beside the greatest one that is stable where the flow is slowest; `nil` where there is no such bound.
    public let stability: Stability?
    /// Its steps beside a saddle; `nil` where there are none.
    public let lingering: Lingering?
  }

  /// Lets them run.
  ///
  /// - Throws: ``DescentError`` for a rate that is not above 0, a limit that makes no sense, an optimizer that needs
  ///   residuals where there are none, and where the flow cannot be followed.
  public init<Loss: ScalarField>(
    of problem: DescentProblem<Loss>, by kinds: [OptimizerKind], rate: Double,
    limits: DescentLimits = DescentLimits(), integrator: Integrator = GradientFlow.integrator
  ) throws(DescentError) {
    try Hyperparameter.rate.check(rate)
    self.rate = rate
    // Far enough for every view of what happens, near enough for a loss that falls without end.
    let reach = 100 * problem.start.reduce(1) { max($0, $1.magnitude) }
    let box = problem.start.map { ($0 - reach)...($0 + reach) }
    flow = try GradientFlow(of: problem, within: box, integrator: integrator)
    slowest = DescentRace.slowest(flow, on: problem.loss)
    var runners: [Runner] = []
    var steps = 0
    for kind in kinds {
      let isFirstOrder = try kind.firstOrderOptimizer(rate: rate) != nil
      let optimizer = try kind.optimizer(rate: isFirstOrder ? rate : nil)
      let path = try optimizer.descend(problem, limits: limits)
      steps = max(steps, path.steps)
      let stability = isFirstOrder ? path.stability(on: problem.loss, at: slowest) : nil
      runners.append(
        Runner(kind: kind, path: path, stability: stability, lingering: path.lingering(on: problem.loss)))
    }
    // The flow alone is followed until it rests.
    let rest = min(max((flow.solution.endTime / rate).rounded(.up), 1), Double(max(limits.steps, 1)))
    self.steps = kinds.isEmpty ? Int(rest) : steps
    self.runners = runners
  }

  /// The end of a step of the flow where the gradient is least.
  private static func slowest<Loss: ScalarField>(_ flow: GradientFlow, on loss: Loss) -> [Double] {
    var best = flow.solution.end
    var least = length(loss.gradient(at: best))
    for step in flow.solution.steps {
      let norm = length(loss.gradient(at: step.start))
      if norm < least || least.isNaN { (best, least) = (step.start, norm) }
    }
    return best
  }

  /// Where the flow is at every iteration, so many times in each, the start first.
  ///
  /// It ends with the last step of anyone, or with another one that is given, and where the flow was not followed any more.
  public func flowPoints(timesEach parts: Int = 1, upTo last: Int? = nil) -> [[Double]] {
    var points: [[Double]] = []
    for index in 0...(max(last ?? steps, 0) * max(parts, 1)) {
      guard let point = flow.point(at: rate * Double(index) / Double(max(parts, 1))) else { break }
      points.append(point)
    }
    return points
  }
}
