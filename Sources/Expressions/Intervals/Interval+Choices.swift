// What depends on a sign: kinks are continuous, jumps are not, and their slopes do not exist everywhere.
extension Interval {
  /// |x|, which has a kink at 0 and no jump.
  public static func absolute(_ x: Interval) -> Interval {
    if x.isEmpty { return x }
    let doubts = x.lower < 0 && x.upper > 0 ? x.doubts.union(.edged) : x.doubts
    return Interval(lower: x.mignitude, upper: x.magnitude, doubts: doubts)
  }

  /// The greatest whole number not above x, which jumps at whole numbers.
  public static func floor(_ x: Interval) -> Interval { stairs(x) { $0.rounded(.down) } }

  /// −1, 0 or 1.
  public static func sign(_ x: Interval) -> Interval { stairs(x) { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } }

  /// 0 below 0, and 1 from 0 on.
  public static func step(_ x: Interval) -> Interval { stairs(x) { $0 >= 0 ? 1 : 0 } }

  /// A rising function that is constant between its jumps.
  @inline(__always)
  private static func stairs(_ x: Interval, _ function: (Double) -> Double) -> Interval {
    if x.isEmpty { return x }
    let least = function(x.lower)
    let greatest = function(x.upper)
    let doubts = least == greatest ? x.doubts.subtracting(.edged) : x.doubts.union(.discontinuous)
    return Interval(lower: least, upper: greatest, doubts: doubts)
  }

  /// The slope of |x|, which does not exist at 0.
  public static func slope(_ x: Interval) -> Interval {
    if x.isEmpty || (x.lower == 0 && x.upper == 0) { return nowhere(x.doubts) }
    let doubts = x.contains(0) ? x.doubts.union([.undefined, .discontinuous]) : x.doubts
    return Interval(lower: x.lower < 0 ? -1 : 1, upper: x.upper > 0 ? 1 : -1, doubts: doubts)
  }

  /// The slope of a step: 0, and nothing at 0.
  public static func jump(_ x: Interval) -> Interval {
    if x.isEmpty || (x.lower == 0 && x.upper == 0) { return nowhere(x.doubts) }
    return Interval(lower: 0, upper: 0, doubts: x.contains(0) ? x.doubts.union(.undefined) : x.doubts)
  }

  /// The smaller of the two.
  public static func minimum(_ x: Interval, _ y: Interval) -> Interval {
    let doubts = edges(x, y)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    return Interval(lower: Swift.min(x.lower, y.lower), upper: Swift.min(x.upper, y.upper), doubts: doubts)
  }

  /// The greater of the two.
  public static func maximum(_ x: Interval, _ y: Interval) -> Interval {
    let doubts = edges(x, y)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    return Interval(lower: Swift.max(x.lower, y.lower), upper: Swift.max(x.upper, y.upper), doubts: doubts)
  }

  /// The doubts of what takes after either of two, which change places where their ranges overlap.
  private static func edges(_ x: Interval, _ y: Interval) -> Doubts {
    let doubts = x.doubts.union(y.doubts)
    return x.lower < y.upper && y.lower < x.upper ? doubts.union(.edged) : doubts
  }

  /// 1 where the comparison holds for all operands, 0 where it holds for none, else both.
  @export(interface)
  public static func compare(_ operation: BinaryOperation, _ x: Interval, _ y: Interval) -> Interval {
    let doubts = x.doubts.union(y.doubts)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    let isBelow = x.upper < y.lower
    let isAbove = x.lower > y.upper
    let isSame = x.isPoint && y.isPoint && x.lower == y.lower
    switch operation {
    case .less: return verdict(always: isBelow, never: x.lower >= y.upper, doubts)
    case .lessOrEqual: return verdict(always: x.upper <= y.lower, never: isAbove, doubts)
    case .greater: return verdict(always: isAbove, never: x.upper <= y.lower, doubts)
    case .greaterOrEqual: return verdict(always: x.lower >= y.upper, never: isBelow, doubts)
    case .equal: return verdict(always: isSame, never: isBelow || isAbove, doubts)
    default: return verdict(always: isBelow || isAbove, never: isSame, doubts)
    }
  }

  /// 1 for what is not 0, else 0; both where it may be either.
  public static func truth(_ x: Interval) -> Interval {
    if x.isEmpty { return x }
    return verdict(always: !x.contains(0), never: x.lower == 0 && x.upper == 0, x.doubts)
  }

  private static func verdict(always: Bool, never: Bool, _ doubts: Doubts) -> Interval {
    if always { return Interval(lower: 1, upper: 1, doubts: doubts.subtracting(.edged)) }
    if never { return Interval(lower: 0, upper: 0, doubts: doubts.subtracting(.edged)) }
    return Interval(lower: 0, upper: 1, doubts: doubts.union(.discontinuous))
  }

  /// The branch that is chosen for sure, else what either gives.
  public static func choose(_ condition: Interval, _ first: Interval, _ second: Interval) -> Interval {
    if condition.isEmpty { return condition }
    // A decided condition may jump as it likes; where it does not exist, nothing is chosen.
    let doubts = condition.doubts.intersection(.undefined)
    if !condition.contains(0) { return first.doubting(doubts) }
    if condition.lower == 0 && condition.upper == 0 { return second.doubting(doubts) }
    return first.hull(second).doubting(doubts.union(.discontinuous))
  }
}

extension Interval {
  /// Whether the function is known to have no value anywhere.
  public static func isUndefined(_ x: Interval) -> Bool { x.isEmpty }

  /// Whether the function is known to be 0 everywhere.
  public static func isZero(_ x: Interval) -> Bool { x.lower == 0 && x.upper == 0 && x.doubts.isEmpty }
}
