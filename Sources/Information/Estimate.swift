/// An amount of information found from a sample, with the interval that it may lie in.
public struct Estimate: Equatable, Sendable {
  /// The amount.
  public let value: InformationValue
  /// Where the truth lies with ``confidence``, in the unit of ``value``; `nil` where nothing can be said.
  public let interval: ClosedRange<Double>?
  /// The share of intervals of this kind that are meant to hold the truth, such as 0.95.
  public let confidence: Double
  /// What was done, such as "KSG 1, k = 4".
  public let method: String
  /// How many observations it rests on.
  public let sampleSize: Int

  /// An estimate.
  public init(
    value: InformationValue, interval: ClosedRange<Double>?, confidence: Double, method: String,
    sampleSize: Int
  ) {
    self.value = value
    self.interval = interval
    self.confidence = confidence
    self.method = method
    self.sampleSize = sampleSize
  }
}
