import Elementary
import SpecialFunctions

extension Interval: FormulaNumber {
  /// Γ(x); around 0, −1, −2, … it is not bounded and does not exist.
  public static func gamma(_ x: Interval) -> Interval {
    if x.isEmpty { return x }
    if x.lower > 0 || (x.lower == 0 && x.upper > 0) { return positiveGamma(x) }
    guard x.upper < 0, let reflected = reflectedGamma(x) else {
      if x.isPoint { return isPole(x.lower) ? nowhere(x.doubts) : whole.doubting(x.doubts) }
      return whole.doubting(x.doubts.union(.undefined))
    }
    return reflected.doubting(x.doubts)
  }

  /// Γ falls to its least value and rises from there.
  private static func positiveGamma(_ x: Interval) -> Interval {
    let turning = Interval(1.4616321449683622, 1.4616321449683625)
    let left = x.lower == 0 ? Double.infinity : Double.gamma(x.lower)
    let right = Double.gamma(x.upper)
    let meets = x.intersects(turning)
    let least = meets ? 0.8856031944108 : below(Swift.min(left, right), share: gammaError)
    let greatest = above(Swift.max(left, right), share: gammaError)
    return Interval(
      lower: Swift.max(least, 0.8856031944108), upper: greatest,
      doubts: x.lower == 0 ? x.doubts.union(.undefined) : x.doubts)
  }

  /// Γ(x) = π / (sin πx · Γ(1 − x)) between two poles (Abramowitz & Stegun 6.1.17).
  private static func reflectedGamma(_ x: Interval) -> Interval? {
    guard x.lower.rounded(.down) == x.upper.rounded(.down), x.lower != x.lower.rounded(.down),
      x.lower > -0x1p40
    else { return nil }
    // The distance to the pole on the left is exact; sin changes its sign at every pole.
    let pole = x.lower.rounded(.down)
    let distance = x - Interval(pole)
    let size = sin(pi * distance)
    let isOdd = (pole / 2).rounded(.down) * 2 != pole
    let divisor = size * positiveGamma(Interval(1) - x)
    guard divisor.lower > 0 else { return nil }
    return isOdd ? -(pi / divisor) : pi / divisor
  }

  private static func isPole(_ x: Double) -> Bool { x <= 0 && x == x.rounded(.down) }

  /// ψ⁽ⁿ⁾(x) for one whole number n: it rises or falls right of 0, and between its poles where n is even.
  @export(interface)
  public static func polygamma(_ n: Interval, _ x: Interval) -> Interval {
    let doubts = x.doubts.union(n.doubts)
    if x.isEmpty || n.isEmpty { return nowhere(doubts) }
    let order = n.lower
    guard n.isPoint else { return whole.doubting(doubts.union(.undefined)) }
    guard order >= 0, order <= 100, order == order.rounded() else { return nowhere(doubts) }
    if x.isPoint && isPole(x.lower) { return nowhere(doubts) }
    let isEven = (order / 2).rounded(.down) * 2 == order
    if x.lower >= 0 { return positivePolygamma(order, x, isRising: isEven).doubting(doubts) }
    let gap = x.lower.rounded(.down)
    guard x.upper < 0, gap == x.upper.rounded(.down), gap != x.lower else {
      return whole.doubting(doubts.union(.undefined))
    }
    let reflected = reflectedPolygamma(order, x, distance: x - Interval(gap))
    return Interval(lower: reflected.lower, upper: reflected.upper, doubts: doubts)
  }

  /// ψ and ψ′ between two poles by reflection (Abramowitz & Stegun 6.3.7, 6.4.7), the others as far as they have a sign.
  private static func reflectedPolygamma(_ order: Double, _ x: Interval, distance: Interval) -> Interval {
    if order == 0 {
      // ψ rises from pole to pole: its bounds are at the ends.
      let ends = [(x.lower, distance.lower), (x.upper, distance.upper)].map { place, distance in
        let angle = pi * Interval(distance)
        let mirror = positivePolygamma(0, Interval(1) - Interval(place), isRising: true)
        return mirror - pi * (cos(angle) / sin(angle))
      }
      return Interval(ends[0].lower, ends[1].upper)
    }
    let isEven = (order / 2).rounded(.down) * 2 == order
    if isEven { return whole }
    let positive = Interval(0, .infinity)
    guard order == 1 else { return positive }
    let sine = sin(pi * distance)
    let mirror = positivePolygamma(1, Interval(1) - x, isRising: false)
    let reflected = pi * pi / wholePower(sine, 2) - mirror
    return reflected.mayBeUndefined ? positive : positive.intersection(reflected)
  }

  private static func positivePolygamma(_ order: Double, _ x: Interval, isRising: Bool) -> Interval {
    let pole = isRising ? -Double.infinity : Double.infinity
    let left = x.lower == 0 ? pole : Double.polygamma(order, x.lower)
    let right = Double.polygamma(order, x.upper)
    let doubts: Doubts = x.lower == 0 ? .undefined : []
    // Next to the zero of ψ the error is not a share of the value.
    let least = below(isRising ? left : right, share: polygammaError)
    let greatest = above(isRising ? right : left, share: polygammaError)
    if order == 0 {
      return Interval(lower: (least - 4e-15).nextDown, upper: (greatest + 4e-15).nextUp, doubts: doubts)
    }
    return isRising
      ? Interval(lower: least, upper: Swift.min(greatest, 0), doubts: doubts)
      : Interval(lower: Swift.max(least, 0), upper: greatest, doubts: doubts)
  }

  // Twice the errors that the room states.
  private static var gammaError: Double { 2e-14 }
  private static var polygammaError: Double { 2e-13 }

  private static func above(_ value: Double, share: Double) -> Double {
    value.magnitude == .infinity
      ? (value > 0 ? value : -.greatestFiniteMagnitude)
      : (value + value.magnitude * share).nextUp.nextUp
  }

  private static func below(_ value: Double, share: Double) -> Double { -above(-value, share: share) }
}
