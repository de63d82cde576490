/// An amount of information with its unit: what every measure returns.
///
/// ```swift
/// let h = entropy(.uniform(3))
/// h.nats         // 1.0986122886681098
/// h.bits         // 1.584962500721156
/// ```
public struct InformationValue: Equatable, Hashable, Sendable {
  /// The number, in ``unit``; infinity where the mathematics says infinity.
  public let value: Double
  /// The unit of ``value``.
  public let unit: InformationUnit

  /// An amount in a unit.
  public init(_ value: Double, _ unit: InformationUnit) {
    self.value = value
    self.unit = unit
  }

  /// The same amount in another unit.
  public func converted(to unit: InformationUnit) -> InformationValue {
    if unit == self.unit { return self }
    return InformationValue(value * self.unit.inNats / unit.inNats, unit)
  }

  /// The number of nats.
  public var nats: Double { converted(to: .nats).value }

  /// The number of bits.
  public var bits: Double { converted(to: .bits).value }

  /// The number of hartleys.
  public var hartleys: Double { converted(to: .hartleys).value }
}

extension InformationValue: CustomStringConvertible {
  /// The number, as short as it reads back exactly, and the unit: "1.0986122886681098 nats".
  public var description: String { "\(value) \(unit.name)" }
}
