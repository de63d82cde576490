import Elementary

extension Interval {
  /// x^y as ``Swift/Double`` has it: x^0 = 1 for every x, and nothing for a negative x unless y is whole.
  @export(interface)
  public static func pow(_ x: Interval, _ y: Interval) -> Interval {
    let doubts = x.doubts.union(y.doubts)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    if y.isPoint && y.lower.magnitude <= 0x1p30 && y.lower.rounded() == y.lower {
      return wholePower(x, Int(y.lower)).doubting(doubts)
    }
    if y.isPoint && y.lower == 0.5 { return squareRoot(x).doubting(doubts) }
    if x.lower >= 0 { return realPower(x, y).doubting(doubts) }
    // Powers of negative numbers exist here and there, for whole exponents.
    var result = nowhere(doubts)
    if x.upper >= 0 { result = realPower(Interval(Swift.max(x.lower, 0), x.upper), y) }
    if y.lower.rounded(.up) <= y.upper.rounded(.down) {
      let size = realPower(Interval(Swift.max(-x.upper, 0), -x.lower), y)
      result = result.hull(size).hull(-size)
    }
    return result.doubting(doubts.union(.undefined))
  }

  /// xⁿ, sharp for even powers around 0.
  static func wholePower(_ x: Interval, _ n: Int) -> Interval {
    if x.isEmpty || n == 1 { return x }
    if n == 0 { return Interval(lower: 1, upper: 1, doubts: x.doubts) }
    if n < 0 { return Interval(1) / wholePower(x, -n) }
    if n % 2 == 0 {
      return Interval(
        lower: Rounding.powerBelow(x.mignitude, n), upper: Rounding.powerAbove(x.magnitude, n),
        doubts: x.doubts)
    }
    let least = x.lower >= 0 ? Rounding.powerBelow(x.lower, n) : -Rounding.powerAbove(-x.lower, n)
    let greatest = x.upper >= 0 ? Rounding.powerAbove(x.upper, n) : -Rounding.powerBelow(-x.upper, n)
    return Interval(lower: least, upper: greatest, doubts: x.doubts)
  }

  /// x^y for x ≥ 0: y·log x has its extremes at the corners, and so has its exponential.
  private static func realPower(_ x: Interval, _ y: Interval) -> Interval {
    var doubts: Doubts = x.lower == 0 && x.upper > 0 ? .edged : []
    if x.lower == 0 && y.lower < 0 { doubts.insert(.undefined) }
    if x.lower == 0 && y.contains(0) { doubts.insert(.discontinuous) }
    if x.upper == 0 && y.upper < 0 { return nowhere(doubts) }
    var least = Double.infinity
    var greatest = 0.0
    for base in [x.lower, x.upper] {
      for exponent in [y.lower, y.upper] {
        let corner = cornerPower(base + 0, exponent)
        least = Swift.min(least, corner.lower)
        greatest = Swift.max(greatest, corner.upper)
      }
    }
    // 0^y is 0, 1 or nothing, whatever its neighbours are.
    if x.lower == 0 && y.upper > 0 { least = 0 }
    if x.lower == 0 && y.contains(0) { greatest = Swift.max(greatest, 1) }
    // So is x^0, which may lie between the corners.
    if y.contains(0) { least = Swift.min(least, 1) }
    return Interval(lower: least, upper: greatest, doubts: doubts)
  }

  private static func cornerPower(_ base: Double, _ exponent: Double) -> (lower: Double, upper: Double) {
    if base == 1 || exponent == 0 { return (1, 1) }
    if base == 0 { return exponent > 0 ? (0, 0) : (.greatestFiniteMagnitude, .infinity) }
    let power = Double.pow(base, exponent)
    return (Swift.max(Rounding.functionBelow(power), 0), Rounding.functionAbove(power))
  }

  /// √(x² + y²).
  public static func hypot(_ x: Interval, _ y: Interval) -> Interval {
    let doubts = x.doubts.union(y.doubts)
    if x.isEmpty || y.isEmpty { return nowhere(doubts) }
    let isRound = x.mignitude > 0 || y.mignitude > 0 || x.isPoint && y.isPoint
    let least = diagonal(x.mignitude, y.mignitude) { Rounding.functionBelow($0) }
    let greatest = diagonal(x.magnitude, y.magnitude) { Rounding.functionAbove($0) }
    return Interval(
      lower: Swift.max(least, 0), upper: greatest, doubts: isRound ? doubts : doubts.union(.edged))
  }

  /// √(a² + b²) rounded to one side; exact along an axis.
  private static func diagonal(_ a: Double, _ b: Double, _ rounded: (Double) -> Double) -> Double {
    a == 0 || b == 0 ? a + b : rounded(Double.hypot(a, b))
  }
}
