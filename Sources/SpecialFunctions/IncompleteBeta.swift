import Elementary

extension Double {
  /// Iₓ(a, b) = 1/B(a, b) ∫₀ˣ t^(a−1) (1−t)^(b−1) dt: the distribution function of the beta distribution.
  ///
  /// Relative accuracy where it is small; where it is almost 1, its complement is I₁₋ₓ(b, a). NaN unless a > 0, b > 0
  /// and 0 ≤ x ≤ 1, and for parameters above 10¹⁰, where the fraction would not settle. By a continued fraction (DLMF
  /// 8.17.22) on the side of the mean where that is quick.
  @export(interface)
  public static func regularizedBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard a > 0, b > 0, x >= 0, x <= 1, a < 1e10, b < 1e10 else { return .nan }
    if x == 0 || x == 1 { return x }
    let isLower = x <= (a + 1) / (a + b + 2)
    if isLower { return betaPower(x, a, b) * betaFraction(x, a, b) / a }
    return 1 - betaPower(x, a, b) * betaFraction(1 - x, b, a) / b
  }

  /// x^a (1 − x)^b / B(a, b).
  private static func betaPower(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    guard min(a, b) >= 10 else { return exp(a * log(x) + b * log1p(-x) - logBeta(a, b)) }
    // How far x is from a/n, as the two deviances (Loader 2000): a log(a/(nx)) − a + nx, and so for b and 1 − x.
    let distance = x * b - (1 - x) * a
    let deviance = a * excess(n * x / a, distance / a) + b * excess(n * (1 - x) / b, -distance / b)
    let correction = stirlingCorrection(n) - stirlingCorrection(a) - stirlingCorrection(b)
    return exp(correction - deviance) * (a / n * b / (2 * .pi)).squareRoot()
  }

  /// u − 1 − log u, where t = u − 1 is known better than from u.
  private static func excess(_ u: Double, _ t: Double) -> Double {
    t < -0.4 ? t - log(u) : logarithmicExcess(t)
  }

  /// The fraction 1/(1 + d₁/(1 + d₂/(1 + …))), from the front (Lentz 1976).
  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    var d = 1 / (1 - (a + b) * x / (a + 1))
    var c = 1.0
    var value = d
    var m = 1.0
    while m < 1e6 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / (1 + even * d)
      c = 1 + even / c
      value *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / (1 + odd * d)
      c = 1 + odd / c
      value *= c * d
      if (c * d - 1).magnitude < 0x1p-53 { return value }
      m += 1
    }
    return .nan
  }
}
