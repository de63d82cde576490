/// An interval of data values, perhaps empty; unlike `ClosedRange` it cannot trap.
public struct Extent: Equatable, Sendable {
  /// The lowest value; above `upper` where the extent is empty.
  public private(set) var lower: Double
  /// The highest value.
  public private(set) var upper: Double

  /// The extent of nothing.
  public static let empty = Extent(exactly: .infinity, -.infinity)

  /// The interval between two values, given in either order; empty where one of them is NaN.
  public init(_ a: Double, _ b: Double) {
    if a.isNaN || b.isNaN {
      self = .empty
    } else {
      lower = Swift.min(a, b)
      upper = Swift.max(a, b)
    }
  }

  /// The smallest interval that holds all finite values of a sequence.
  public init(of values: some Sequence<Double>) {
    self = .empty
    for value in values { include(value) }
  }

  private init(exactly lower: Double, _ upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether the extent holds no value.
  public var isEmpty: Bool { !(lower <= upper) }
  /// The length, 0 where empty.
  public var length: Double { isEmpty ? 0 : upper - lower }
  /// The middle, written so that it does not overflow.
  public var middle: Double { lower * 0.5 + upper * 0.5 }

  /// Grows the extent to hold a value; NaN and ±∞ change nothing.
  public mutating func include(_ value: Double) {
    guard value.isFinite else { return }
    lower = Swift.min(lower, value)
    upper = Swift.max(upper, value)
  }

  /// The smallest extent that holds this one and another.
  public func union(_ other: Extent) -> Extent {
    if isEmpty { return other }
    if other.isEmpty { return self }
    return Extent(exactly: Swift.min(lower, other.lower), Swift.max(upper, other.upper))
  }

  /// Whether a value lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
