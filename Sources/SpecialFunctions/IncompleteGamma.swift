import Elementary

extension Double {
  /// P(a, x) = 1/Γ(a) ∫₀ˣ t^(a−1) e^(−t) dt: the distribution function of the gamma distribution of shape a.
  ///
  /// Accurate where it is small too: a part in 10¹⁴, less what an exponent −log P of some hundreds takes from that. NaN
  /// unless a > 0 and x ≥ 0. By its series (Abramowitz & Stegun 6.5.29)
  /// up to x = a, beyond as 1 − Q; from a = 10⁶ on by Temme's uniform expansion (Temme 1979).
  @export(interface)
  public static func regularizedLowerGamma(_ a: Double, _ x: Double) -> Double {
    IncompleteGamma(a, x)?.lower ?? .nan
  }

  /// Q(a, x) = 1 − P(a, x): how probable a gamma number of shape a beyond x is.
  ///
  /// Accurate where it is small too, as P is. NaN unless a > 0 and x ≥ 0. By Legendre's continued fraction (Abramowitz &
  /// Stegun 6.5.31); for a < 1 and x < 1.5 by a series in which 1 − P is formed exactly (Gautschi 1979).
  @export(interface)
  public static func regularizedUpperGamma(_ a: Double, _ x: Double) -> Double {
    IncompleteGamma(a, x)?.upper ?? .nan
  }
}

/// P and Q of one pair, whichever is computed first.
private struct IncompleteGamma {
  private let a: Double
  private let x: Double

  init?(_ a: Double, _ x: Double) {
    guard a > 0, x >= 0, a < .infinity else { return nil }
    self.a = a
    self.x = x
  }

  private enum Method {
    case series
    case fraction
    case small
    case uniform
  }

  private var method: Method {
    if a >= 1e6 { return .uniform }
    if a < 1, x < 1.5 { return .small }
    return x <= a ? .series : .fraction
  }

  var lower: Double {
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    switch method {
    case .series: return lowerSeries
    case .small: return x < 0.5 * a ? lowerSeries : 1 - smallUpper
    case .fraction: return 1 - upperFraction
    case .uniform: return uniform(sign: -1)
    }
  }

  var upper: Double {
    if x == 0 { return 1 }
    if x == .infinity { return 0 }
    switch method {
    case .series: return 1 - lowerSeries
    case .small: return smallUpper
    case .fraction: return upperFraction
    case .uniform: return uniform(sign: 1)
    }
  }

  /// x^a e^(−x) / Γ(a).
  private var factor: Double {
    // The rounding of an exponent counts as often as it is large: powers where they do not overflow.
    if a < 10, x <= 700 { return .pow(x, a) * .exp(-x) / .gamma(a) }
    if a < 10 { return .exp(a * .log(x) - x - .logGamma(a)) }
    // a log(a/x) − a + x as one number that does not cancel (Loader 2000).
    let t = (x - a) / a
    let deviance = a * (t < -0.4 ? t - Double.log(x / a) : Double.logarithmicExcess(t))
    return .exp(-deviance - Double.stirlingCorrection(a)) * (a / (2 * .pi)).squareRoot()
  }

  private var lowerSeries: Double {
    var term = 1.0
    var sum = 1.0
    var divisor = a
    while term > 0x1p-54 * sum {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return factor / a * sum
  }

  /// x^a e^(−x)/Γ(a) · 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)), from the front (Lentz 1976).
  private var upperFraction: Double {
    var b = x + 1 - a
    var c = Double.infinity
    var d = 1 / b
    var value = d
    var index = 1.0
    while index < 1e5 {
      let numerator = index * (a - index)
      b += 2
      d = 1 / (b + numerator * d)
      c = b + numerator / c
      let change = c * d
      value *= change
      if (change - 1).magnitude < 0x1p-53 { break }
      index += 1
    }
    return factor * value
  }

  /// Q for a < 1 and x < 1.5: P = x^a/Γ(1 + a) · (1 − J), both factors as their distance from 1.
  private var smallUpper: Double {
    let excess = Double.expm1(a * .log(x) - .logGammaOnePlus(a))
    var power = -1.0
    var sum = 0.0
    for n in 1...40 {
      power *= -x / Double(n)
      sum += power / (a + Double(n))
    }
    return (1 + excess) * a * sum - excess
  }

  /// ½ erfc(±η √(a/2)) ± e^(−aη²/2)/√(2πa) Σ cₖ(η) a^(−k), ½η² = x/a − 1 − log(x/a) (Temme 1979, section 3).
  private func uniform(sign: Double) -> Double {
    let t = (x - a) / a
    let half = t < -0.4 ? t - Double.log(x / a) : Double.logarithmicExcess(t)
    if a * half > 750 { return (x > a) == (sign > 0) ? 0 : 1 }
    let eta = x < a ? -(2 * half).squareRoot() : (2 * half).squareRoot()
    var first = -1.0 / 3 + eta * (1.0 / 12 + eta * (-2.0 / 135 + eta * (1.0 / 864)))
    first += eta * eta * eta * eta * (1.0 / 2835 + eta * (-139.0 / 777600))
    let second = -1.0 / 540 + eta * (-1.0 / 288 + eta * (1.0 / 378))
    let series = first + (second + 25.0 / 6048 / a) / a
    let rest = Double.exp(-a * half) / (2 * .pi * a).squareRoot() * series
    return 0.5 * Double.erfc(sign * eta * (0.5 * a).squareRoot()) + sign * rest
  }
}
