/// A number estimated from a sample, with an interval that holds the truth as often as it says.
///
/// ```swift
/// let estimate = try MillerMadow()(SampleCounts([12, 7, 3]))
/// estimate.value.bits      // 1.460…
/// estimate.interval        // 0.795… to log 3, in nats
/// estimate.method          // "Miller–Madow"
/// ```
public struct SampleEstimate: Equatable, Sendable {
  /// The number.
  public let value: InformationValue
  /// Where the truth lies, in the unit of ``value``; `nil` where no interval is known.
  public let interval: ClosedRange<Double>?
  /// How often, over many samples, the interval should hold the truth: 0.95, say.
  public let confidence: Double
  /// What was done.
  public let method: String
  /// The number of observations.
  public let sampleSize: Int

  /// An estimate by its parts.
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

  /// The same in another unit.
  public func converted(to unit: InformationUnit) -> SampleEstimate {
    let from = value.unit
    let ends = interval.map { interval in
      let lower = InformationValue(interval.lowerBound, from).converted(to: unit).value
      let upper = InformationValue(interval.upperBound, from).converted(to: unit).value
      return lower...upper
    }
    return SampleEstimate(
      value: value.converted(to: unit), interval: ends, confidence: confidence, method: method,
      sampleSize: sampleSize)
  }
}
