/// An amount of information that is known up to an error.
public struct ApproximateValue: Equatable, Hashable, Sendable {
  /// What an error means.
  public enum Meaning: Sendable {
    /// The truth is not farther away than this; for quadrature, by its own estimate, which tends to be far too large.
    case bound
    /// The standard deviation of the value over all seeds: the truth is within two of them in 95 % of cases.
    case standardError
  }

  /// The amount.
  public let value: InformationValue
  /// By how much it may be off, in the unit of ``value``.
  public let error: Double
  /// What ``error`` means.
  public let meaning: Meaning

  /// An amount with its error.
  public init(value: InformationValue, error: Double, meaning: Meaning) {
    self.value = value
    self.error = error
    self.meaning = meaning
  }

  init(nats: Double, error: Double, _ meaning: Meaning) {
    self.init(value: InformationValue(nats, .nats), error: error, meaning: meaning)
  }

  /// The same amount and error in another unit.
  public func converted(to unit: InformationUnit) -> ApproximateValue {
    let scaled = InformationValue(error, value.unit).converted(to: unit)
    return ApproximateValue(value: value.converted(to: unit), error: scaled.value, meaning: meaning)
  }
}
