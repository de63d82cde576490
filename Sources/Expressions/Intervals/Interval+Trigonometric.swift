import Elementary

extension Interval {
  /// The sine, with the crests that may lie within.
  public static func sin(_ x: Interval) -> Interval {
    wave(x, crests: turns(x) - Interval(0.5)) { Double.sin($0) }
  }

  /// The cosine, with the crests that may lie within.
  public static func cos(_ x: Interval) -> Interval { wave(x, crests: turns(x)) { Double.cos($0) } }

  /// Between two poles the tangent rises; a pole that may lie within leaves nothing known.
  @export(interface)
  public static func tan(_ x: Interval) -> Interval {
    if x.isEmpty || (x.lower == 0 && x.upper == 0) { return x }
    let poles = turns(x) - Interval(0.5)
    guard poles.lower.rounded(.up) > poles.upper.rounded(.down) else {
      return whole.doubting(x.doubts.union(.undefined))
    }
    return Interval(
      lower: x.lower == 0 ? 0 : Rounding.functionBelow(Double.tan(x.lower)),
      upper: x.upper == 0 ? 0 : Rounding.functionAbove(Double.tan(x.upper)), doubts: x.doubts)
  }

  /// The operand in half turns.
  private static func turns(_ x: Interval) -> Interval { x / pi }

  /// A wave with the value 1 where `crests` is an even number and −1 where it is odd.
  private static func wave(
    _ x: Interval, crests: Interval, _ function: (Double) -> Double
  ) -> Interval {
    if x.isEmpty { return x }
    let first = crests.lower.rounded(.up)
    let last = crests.upper.rounded(.down)
    // Also true where the bounds of the crests are infinite, and for every interval longer than a turn.
    guard last - first < 1 else { return Interval(lower: -1, upper: 1, doubts: x.doubts) }
    let left = end(x.lower, function)
    let right = end(x.upper, function)
    var least = Swift.max(Swift.min(left.lower, right.lower), -1)
    var greatest = Swift.min(Swift.max(left.upper, right.upper), 1)
    if first == last {
      let isEven = (first / 2).rounded(.down) * 2 == first
      if isEven { greatest = 1 } else { least = -1 }
    }
    return Interval(lower: least, upper: greatest, doubts: x.doubts)
  }

  /// The value at a bound; sin 0 and cos 0 are exact.
  private static func end(_ x: Double, _ function: (Double) -> Double) -> Interval {
    let value = function(x + 0)
    if x == 0 { return Interval(value) }
    return Interval(lower: Rounding.functionBelow(value), upper: Rounding.functionAbove(value), doubts: [])
  }

  /// The angles of the points of a box: all of them where it meets the origin, which has none, or the negative x axis
  /// from below, where the angle jumps.
  @export(interface)
  public static func atan2(_ y: Interval, _ x: Interval) -> Interval {
    var doubts = x.doubts.union(y.doubts)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    let meetsOrigin = x.contains(0) && y.contains(0)
    let meetsCut = x.lower < 0 && y.lower < 0 && y.upper >= 0
    if meetsOrigin { doubts.insert(.undefined) }
    if meetsCut { doubts.insert(.discontinuous) }
    // At the origin C gives a number that depends on the signs of the zeros.
    if meetsOrigin || meetsCut { return Interval(lower: -pi.upper, upper: pi.upper, doubts: doubts) }
    // The box is convex and does not hold the origin, so that its corners are seen under the extreme angles.
    var least = Double.infinity
    var greatest = -Double.infinity
    for (height, width) in [(y.lower, x.lower), (y.lower, x.upper), (y.upper, x.lower), (y.upper, x.upper)] {
      // −0 would be the other side of the cut.
      let angle = Double.atan2(height + 0, width + 0)
      let isExact = height == 0 && width > 0
      least = Swift.min(least, isExact ? 0 : Rounding.functionBelow(angle))
      greatest = Swift.max(greatest, isExact ? 0 : Rounding.functionAbove(angle))
    }
    return Interval(
      lower: Swift.max(least, -pi.upper), upper: Swift.min(greatest, pi.upper), doubts: doubts)
  }
}
