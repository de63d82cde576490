import Elementary

// Functions that rise or fall: their bounds are the values at the ends.
extension Interval {
  /// The values of a rising function, whose range and one exact value are known.
  @inline(__always)
  private static func rising(
    _ x: Interval, within range: Interval = whole, exactly fixed: (at: Double, value: Double),
    _ function: (Double) -> Double
  ) -> Interval {
    if x.isEmpty { return x }
    let least = x.lower == fixed.at ? fixed.value : Rounding.functionBelow(function(x.lower))
    let greatest = x.upper == fixed.at ? fixed.value : Rounding.functionAbove(function(x.upper))
    return Interval(
      lower: Swift.max(least, range.lower), upper: Swift.min(greatest, range.upper), doubts: x.doubts)
  }

  /// The part of the operand for which a function exists; what sticks out makes it doubtful.
  ///
  /// A domain without its ends has ends that are numbers at which the function does not exist.
  private static func restricted(
    _ x: Interval, to domain: Interval, withEnds: Bool = true
  ) -> Interval {
    let isSafe = withEnds ? x.isSubset(of: domain) : x.isInterior(of: domain)
    if x.isEmpty { return x }
    // At an end that belongs to the domain the slope has no bound.
    let meetsEnd = x.lower <= domain.lower || x.upper >= domain.upper && domain.upper < .infinity
    let isEdge = withEnds && !x.isPoint && meetsEnd
    if isSafe { return isEdge ? x.doubting(.edged) : x }
    let doubts = x.doubts.union(.undefined)
    let low = Swift.max(x.lower, domain.lower)
    let high = Swift.min(x.upper, domain.upper)
    if low > high || (!withEnds && low == high) { return nowhere(doubts) }
    return Interval(lower: low, upper: high, doubts: doubts)
  }

  /// e^x.
  public static func exp(_ x: Interval) -> Interval {
    rising(x, within: positive, exactly: (0, 1)) { Double.exp($0) }
  }

  /// 2^x.
  public static func exp2(_ x: Interval) -> Interval {
    rising(x, within: positive, exactly: (0, 1)) { Double.exp2($0) }
  }

  /// e^x − 1.
  public static func expm1(_ x: Interval) -> Interval {
    rising(x, within: Interval(-1, .infinity), exactly: (0, 0)) { Double.expm1($0) }
  }

  /// The natural logarithm of what is positive.
  public static func log(_ x: Interval) -> Interval {
    rising(restricted(x, to: positive, withEnds: false), exactly: (1, 0)) { Double.log($0 + 0) }
  }

  /// The logarithm to base 2 of what is positive.
  public static func log2(_ x: Interval) -> Interval {
    rising(restricted(x, to: positive, withEnds: false), exactly: (1, 0)) { Double.log2($0 + 0) }
  }

  /// The logarithm to base 10 of what is positive.
  public static func log10(_ x: Interval) -> Interval {
    rising(restricted(x, to: positive, withEnds: false), exactly: (1, 0)) { Double.log10($0 + 0) }
  }

  /// log (1 + x) above −1.
  public static func log1p(_ x: Interval) -> Interval {
    let argument = restricted(x, to: Interval(-1, .infinity), withEnds: false)
    return rising(argument, exactly: (0, 0)) { Double.log1p($0) }
  }

  /// The arc sine within [−1, 1].
  public static func asin(_ x: Interval) -> Interval {
    rising(restricted(x, to: unit), within: rightAngles, exactly: (0, 0)) { Double.asin($0) }
  }

  /// The arc cosine within [−1, 1].
  public static func acos(_ x: Interval) -> Interval {
    let argument = restricted(x, to: unit)
    let falling = rising(-argument, within: Interval(0, pi.upper), exactly: (-1, 0)) { Double.acos(-$0) }
    return falling
  }

  /// The arc tangent.
  public static func atan(_ x: Interval) -> Interval {
    rising(x, within: rightAngles, exactly: (0, 0)) { Double.atan($0) }
  }

  /// The hyperbolic sine.
  public static func sinh(_ x: Interval) -> Interval { rising(x, exactly: (0, 0)) { Double.sinh($0) } }

  /// The hyperbolic cosine, least at 0.
  public static func cosh(_ x: Interval) -> Interval {
    let size = Interval(lower: x.mignitude, upper: x.magnitude, doubts: x.doubts)
    return rising(x.isEmpty ? x : size, within: Interval(1, .infinity), exactly: (0, 1)) { Double.cosh($0) }
  }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Interval) -> Interval {
    rising(x, within: unit, exactly: (0, 0)) { Double.tanh($0) }
  }

  /// The inverse hyperbolic sine.
  public static func asinh(_ x: Interval) -> Interval { rising(x, exactly: (0, 0)) { Double.asinh($0) } }

  /// The inverse hyperbolic cosine from 1 on.
  public static func acosh(_ x: Interval) -> Interval {
    let argument = restricted(x, to: Interval(1, .infinity))
    return rising(argument, within: positive, exactly: (1, 0)) { Double.acosh($0) }
  }

  /// The inverse hyperbolic tangent between −1 and 1.
  public static func atanh(_ x: Interval) -> Interval {
    rising(restricted(x, to: unit, withEnds: false), exactly: (0, 0)) { Double.atanh($0) }
  }

  /// The real cube root.
  public static func cbrt(_ x: Interval) -> Interval {
    let root = rising(x, exactly: (0, 0)) { Double.cbrt($0) }
    return x.contains(0) && !x.isPoint ? root.doubting(.edged) : root
  }

  /// The error function.
  public static func erf(_ x: Interval) -> Interval {
    rising(x, within: unit, exactly: (0, 0)) { Double.erf($0) }
  }

  /// √x from 0 on.
  public static func squareRoot(_ x: Interval) -> Interval {
    let argument = restricted(x, to: positive)
    if argument.isEmpty { return argument }
    return Interval(
      lower: Rounding.rootBelow(argument.lower), upper: Rounding.rootAbove(argument.upper),
      doubts: argument.doubts)
  }

  private static var positive: Interval { Interval(lower: 0, upper: .infinity, doubts: []) }
  private static var unit: Interval { Interval(lower: -1, upper: 1, doubts: []) }
  private static var rightAngles: Interval {
    Interval(lower: -1.5707963267948968, upper: 1.5707963267948968, doubts: [])
  }
}
