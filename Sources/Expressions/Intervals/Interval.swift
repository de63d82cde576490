import Elementary

/// All numbers between two bounds: what a formula can be when its variables vary within intervals.
///
/// ```swift
/// let x = Interval(-1, 2)
/// x * x                            // [-2, 4]: the factors are taken to vary each for itself
/// Interval.pow(x, Interval(2))     // [0, 4]: the square knows better
/// Interval.sin(x)                  // [-0.8414…, 1]
/// (Interval(1) / x).mayBeUndefined // true: 0 lies within
/// ```
///
/// Every operation encloses every value that it takes on its operands. Bounds are rounded outward: sums, products,
/// quotients and roots by one place, and not at all where floating point is seen to be exact; elementary functions by
/// the two units in the last place that their room promises. A bound ±∞ says that the values are not bounded, not that
/// one is infinite. So "0 is not in F(X)" proves that F has no zero in the box X.
///
/// Where a value may not exist (1/x around 0, log of what may be negative) or may jump (floor, comparisons, the cut of
/// atan2), the result says so in ``doubts``, and so does everything computed from it: the decorations of IEEE 1788-2015,
/// of which only what a proof needs is kept. It also says where there may be an edge (|x| and √x around 0). Values that exist are enclosed all the same. What exists nowhere is
/// ``empty``.
public struct Interval: Sendable, Equatable {
  /// The greatest number known to be a lower bound; not ∞.
  public let lower: Double
  /// The least number known to be an upper bound; not −∞.
  public let upper: Double
  /// What may go wrong within the operands.
  public let doubts: Doubts

  /// What may go wrong somewhere within the operands; nothing is the proof that it does not.
  public struct Doubts: OptionSet, Sendable {
    /// One bit for each doubt.
    public let rawValue: UInt8

    /// The doubts of these bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The value may not exist somewhere: a pole, or an argument outside the domain.
    public static let undefined = Doubts(rawValue: 1)
    /// The value may jump somewhere.
    public static let discontinuous = Doubts(rawValue: 2)
    /// The value may have an edge somewhere: a kink, or a slope that is not bounded.
    public static let edged = Doubts(rawValue: 4)
  }

  /// Bounds that are known to be in order and neither NaN nor infinite on the wrong side.
  @inline(__always)
  init(lower: Double, upper: Double, doubts: Doubts) {
    self.lower = lower
    self.upper = upper
    self.doubts = doubts
  }

  /// The numbers from one bound to the other; empty, and undefined, if they are not in this order or one is NaN.
  @export(interface)
  public init(_ lower: Double, _ upper: Double, doubts: Doubts = []) {
    guard lower <= upper else {
      self = .empty
      return
    }
    // Beyond every number there are still numbers, but no infinite one.
    self.init(
      lower: Swift.min(lower, Double.greatestFiniteMagnitude),
      upper: Swift.max(upper, -Double.greatestFiniteMagnitude), doubts: doubts)
  }

  /// The one number; empty for NaN, and for ±∞ all that lies beyond the greatest number.
  public init(_ value: Double) {
    self.init(value, value)
  }

  /// No number: the values of what is defined nowhere.
  public static let empty = Interval(lower: .infinity, upper: -.infinity, doubts: .undefined)

  /// Every number.
  public static let whole = Interval(lower: -.infinity, upper: .infinity, doubts: [])

  /// The number π between its two neighbours.
  public static let pi = Interval(lower: 3.141592653589793, upper: 3.1415926535897936, doubts: [])

  /// The number e between its two neighbours.
  public static let e = Interval(lower: 2.718281828459045, upper: 2.7182818284590455, doubts: [])

  /// The numbers that round to this one: what a decimal fraction may have been before it was read.
  public static func rounded(_ value: Double) -> Interval {
    Interval(value.nextDown, value.nextUp)
  }
}

extension Interval {
  /// Whether there is no number in it.
  @inline(__always)
  public var isEmpty: Bool { lower > upper }

  /// Whether it is one number.
  public var isPoint: Bool { lower == upper }

  /// Whether both bounds are finite.
  public var isBounded: Bool { lower > -.infinity && upper < .infinity && lower <= upper }

  /// Whether the value may not exist somewhere within the operands.
  public var mayBeUndefined: Bool { doubts.contains(.undefined) }

  /// Whether the value may jump somewhere within the operands.
  public var mayBeDiscontinuous: Bool { doubts.contains(.discontinuous) }

  /// Whether the value exists everywhere within the operands and does not jump: the proof that it is continuous.
  public var isContinuous: Bool { doubts.isSubset(of: .edged) }

  /// Whether there is nothing in the way of all derivatives: no gap, no jump and no edge.
  public var isSmooth: Bool { doubts.isEmpty }

  /// A number near the middle; 0 for every number, NaN for none.
  public var midpoint: Double {
    guard !isEmpty else { return .nan }
    if lower == -.infinity { return upper == .infinity ? 0 : -Double.greatestFiniteMagnitude }
    if upper == .infinity { return .greatestFiniteMagnitude }
    return lower == -upper ? 0 : 0.5 * lower + 0.5 * upper
  }

  /// The distance between the bounds, rounded up; 0 for none.
  public var width: Double { isEmpty ? 0 : Rounding.sumAbove(upper, -lower) + 0 }

  /// The greatest distance from 0; 0 for none.
  public var magnitude: Double { isEmpty ? 0 : Swift.max(-lower, upper) + 0 }

  /// The least distance from 0; 0 for none.
  public var mignitude: Double { isEmpty ? 0 : Swift.max(lower, -upper, 0) }

  /// Whether a number lies within or is a bound.
  @inline(__always)
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

  /// Whether all numbers of it are also of another.
  public func isSubset(of other: Interval) -> Bool {
    isEmpty || (other.lower <= lower && upper <= other.upper)
  }

  /// Whether it lies within another and touches neither of its bounds.
  public func isInterior(of other: Interval) -> Bool {
    isEmpty || (other.lower < lower && upper < other.upper)
  }

  /// Whether the two have a number in common.
  public func intersects(_ other: Interval) -> Bool {
    lower <= other.upper && other.lower <= upper && !isEmpty && !other.isEmpty
  }

  /// The numbers of both; the doubts of this one stay.
  ///
  /// Where nothing is common the result is empty.
  public func intersection(_ other: Interval) -> Interval {
    let low = Swift.max(lower, other.lower)
    let high = Swift.min(upper, other.upper)
    return low <= high ? Interval(lower: low, upper: high, doubts: doubts) : .empty
  }

  /// The least interval with the numbers of both, and the doubts of both.
  public func hull(_ other: Interval) -> Interval {
    Interval(
      lower: Swift.min(lower, other.lower), upper: Swift.max(upper, other.upper),
      doubts: doubts.union(other.doubts))
  }

  /// The same numbers with more doubts.
  func doubting(_ more: Doubts) -> Interval {
    Interval(lower: lower, upper: upper, doubts: doubts.union(more))
  }

  /// No number, with the doubts of the operands.
  static func nowhere(_ doubts: Doubts) -> Interval { empty.doubting(doubts) }

  /// The number in it that is written with the fewest binary digits, 0 before all others; NaN for none.
  @export(interface)
  public var simplest: Double {
    if isEmpty { return .nan }
    if contains(0) { return 0 }
    if isPoint || !isBounded { return isPoint ? lower : midpoint }
    // The multiples of a power of two that is wider than the interval hit it once at most.
    var step = Double(sign: .plus, exponent: Int(width.exponent) + 1, significand: 1)
    while step > 0 {
      let multiple = (lower / step).rounded(.up) * step
      if contains(multiple) { return multiple }
      step /= 2
    }
    return midpoint
  }
}
