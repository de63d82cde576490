/// A number found by quadrature or sampling, and how far it may be off.
public struct Estimate: Sendable, Equatable {
  /// The number.
  public let value: Double
  /// An estimate of |value − truth|; NaN where the value is.
  public let error: Double

  /// A number with its error.
  public init(value: Double, error: Double) {
    self.value = value
    self.error = error
  }
}
