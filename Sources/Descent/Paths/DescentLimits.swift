/// When a descent ends.
public struct DescentLimits: Sendable, Equatable {
  /// The most steps.
  public var steps: Int
  /// The gradient norm |∇L| at which it has converged.
  public var tolerance: Double
  /// A rise of the loss by this many times |L(start)|, or 1 if that is more, is divergence; a fall by as much is a loss
  /// without a bound.
  public var greatestChange: Double

  /// Limits; without any, 10,000 steps, |∇L| ≤ 10⁻⁸, and a change by 10¹⁰.
  public init(steps: Int = 10_000, tolerance: Double = 1e-8, greatestChange: Double = 1e10) {
    self.steps = steps
    self.tolerance = tolerance
    self.greatestChange = greatestChange
  }

  /// Finds limits that make no sense.
  ///
  /// - Throws: ``DescentError/hyperparameter(_:_:)``.
  func validate() throws(DescentError) {
    try Hyperparameter.steps.check(Double(steps))
    try Hyperparameter.tolerance.check(tolerance)
    try Hyperparameter.greatestChange.check(greatestChange)
  }
}

/// Why a descent ended; steps count from 1.
public enum DescentEnding: Sendable, Equatable {
  /// More steps may follow.
  case underway
  /// The gradient norm is within the tolerance; of what kind the critical point is, the Hessian knows.
  case converged
  /// As many steps as are allowed.
  case tooManySteps
  /// The loss rose beyond its bound, or the point left the numbers, at this step.
  case diverged(step: Int)
  /// The loss fell below every bound that was given, at this step: it seems to have none.
  case unbounded(step: Int)
  /// The loss has no value, or no gradient, where this step leads: a pole, a kink, the edge of its domain.
  case notFinite(step: Int)
  /// This step did not move the point: none was found, or it is below the last digit.
  case stalled(step: Int)

  /// The name that commands print.
  public var name: StaticString {
    switch self {
    case .underway: "underway"
    case .converged: "converged"
    case .tooManySteps: "too many steps"
    case .diverged: "diverged"
    case .unbounded: "unbounded"
    case .notFinite: "not finite"
    case .stalled: "stalled"
    }
  }
}
