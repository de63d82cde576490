/// An integral found by quadrature: its value, how far it may be off, and how the work ended.
public struct Integral: Sendable, Equatable {
  /// How the work ended.
  public enum Outcome: UInt8, Sendable, Equatable {
    /// The error is as small as was asked for.
    case reached
    /// The error is as small as the rounding of the integrand allows, and not as small as was asked for.
    case rounding
    /// The evaluations are used up; the error is what was reached with them.
    ///
    /// Value and error are NaN if there was no time to come nearer to a point where the integrand is not finite.
    case limit
    /// The integrand grows so fast at some place that it seems to have no integral.
    ///
    /// The value is an infinity where the integrand keeps its sign there, and NaN where it does not.
    case singular
    /// The integrand is not a number on a whole part of the domain: masked, or outside where it is defined.
    case undefined
  }

  /// The value; infinite or NaN where there is no number, as ``outcome`` says.
  public let value: Double
  /// An estimate of |value − truth| from above; NaN where the value is not finite.
  public let error: Double
  /// How the work ended.
  public let outcome: Outcome
  /// The number of points at which the integrand was evaluated.
  public let evaluations: Int

  /// An integral with what is known of it.
  public init(value: Double, error: Double, outcome: Outcome, evaluations: Int) {
    self.value = value
    self.error = error
    self.outcome = outcome
    self.evaluations = evaluations
  }

  /// The value with its error.
  public var estimate: Estimate { Estimate(value: value, error: error) }

  /// The integral with the sign of a direction.
  func times(_ sign: Double) -> Integral {
    Integral(value: sign * value, error: error, outcome: outcome, evaluations: evaluations)
  }
}
