extension Interval {
  /// The interval mirrored at 0.
  public static prefix func - (x: Interval) -> Interval {
    Interval(lower: -x.upper, upper: -x.lower, doubts: x.doubts)
  }

  /// All sums.
  public static func + (x: Interval, y: Interval) -> Interval {
    let doubts = x.doubts.union(y.doubts)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    return Interval(
      lower: Rounding.sumBelow(x.lower, y.lower), upper: Rounding.sumAbove(x.upper, y.upper), doubts: doubts)
  }

  /// All differences.
  public static func - (x: Interval, y: Interval) -> Interval { x + -y }

  /// All products.
  @export(interface)
  public static func * (x: Interval, y: Interval) -> Interval {
    let doubts = x.doubts.union(y.doubts)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    // Signs say which ends meet; only where both change sign are there two candidates.
    if x.lower >= 0 { return product(positive: x, y, doubts) }
    if y.lower >= 0 { return product(positive: y, x, doubts) }
    if x.upper <= 0 { return -product(positive: -x, y, doubts) }
    if y.upper <= 0 { return -product(positive: -y, x, doubts) }
    let least = Swift.min(Rounding.productBelow(x.lower, y.upper), Rounding.productBelow(x.upper, y.lower))
    let greatest = Swift.max(Rounding.productAbove(x.lower, y.lower), Rounding.productAbove(x.upper, y.upper))
    return Interval(lower: least, upper: greatest, doubts: doubts)
  }

  @inline(__always)
  private static func product(positive x: Interval, _ y: Interval, _ doubts: Doubts) -> Interval {
    Interval(
      lower: Rounding.productBelow(y.lower >= 0 ? x.lower : x.upper, y.lower),
      upper: Rounding.productAbove(y.upper >= 0 ? x.upper : x.lower, y.upper), doubts: doubts)
  }

  /// The quotients with every divisor but 0, beside which they are not bounded.
  @export(interface)
  public static func / (x: Interval, y: Interval) -> Interval {
    let doubts = x.doubts.union(y.doubts)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    if y.lower > 0 { return quotient(x, positive: y, doubts) }
    if y.upper < 0 { return -quotient(x, positive: -y, doubts) }
    let undefined = doubts.union(.undefined)
    if y.lower == 0 && y.upper == 0 { return nowhere(undefined) }
    if x.lower == 0 && x.upper == 0 { return Interval(lower: 0, upper: 0, doubts: undefined) }
    if y.lower == 0 { return ray(x, upTo: y.upper, undefined) }
    if y.upper == 0 { return -ray(x, upTo: -y.lower, undefined) }
    return whole.doubting(undefined)
  }

  @inline(__always)
  private static func quotient(_ x: Interval, positive y: Interval, _ doubts: Doubts) -> Interval {
    Interval(
      lower: Rounding.quotientBelow(x.lower, x.lower >= 0 ? y.upper : y.lower),
      upper: Rounding.quotientAbove(x.upper, x.upper >= 0 ? y.lower : y.upper), doubts: doubts)
  }

  /// x divided by everything above 0 and up to a number.
  private static func ray(_ x: Interval, upTo divisor: Double, _ doubts: Doubts) -> Interval {
    let least = x.lower >= 0 ? Rounding.quotientBelow(x.lower, divisor) : -.infinity
    let greatest = x.upper <= 0 ? Rounding.quotientAbove(x.upper, divisor) : .infinity
    return Interval(lower: least, upper: greatest, doubts: doubts)
  }
}
