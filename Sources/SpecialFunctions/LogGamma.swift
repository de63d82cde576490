import Elementary

extension Double {
  /// log |Γ(x)|, with full relative accuracy at its zeros 1 and 2 too.
  ///
  /// +∞ at 0, −1, −2, … and at ±∞. Between ½ and 2½ by the series of ζ(k) − 1 about 2 (Abramowitz & Stegun 6.1.33),
  /// up to 13 by Γ(x + 1) = xΓ(x), above by Stirling's series (6.1.41), left of 0 by reflection (6.1.17), where
  /// beside its zeros, which lie between the poles, the error is absolute.
  @export(interface)
  public static func logGamma(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.isInfinite { return .infinity }
    if x <= 0 { return reflectedLogGamma(x) }
    if x < 0.5 { return logGammaOnePlus(x) - log(x) }
    if x < 1.5 { return logGammaOnePlus(x - 1) }
    if x < 2.5 { return logGammaNearTwo(x - 2) }
    if x < 13 {
      var argument = x
      var factor = 1.0
      while argument >= 2.5 {
        argument -= 1
        factor *= argument
      }
      return logGammaNearTwo(argument - 2) + log(factor)
    }
    return (x - 0.5) * log(x) - x + halfLogTwoPi + stirlingCorrection(x)
  }

  /// ψ(x), the derivative of log Γ(x): `polygamma(0, x)`; NaN at 0, −1, −2, ….
  public static func digamma(_ x: Double) -> Double { polygamma(0, x) }

  /// log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b), without the loss of that difference where an argument is large.
  ///
  /// NaN for a negative argument, +∞ if one is 0, −∞ if one is infinite. From 10 on by Stirling's series, whose large
  /// parts are taken from each other before they are rounded (Didonato & Morris 1992, section 2).
  @export(interface)
  public static func logBeta(_ a: Double, _ b: Double) -> Double {
    if a.isNaN || b.isNaN || a < 0 || b < 0 { return .nan }
    let small = min(a, b)
    let large = max(a, b)
    if small == 0 { return large == .infinity ? .nan : .infinity }
    if large == .infinity { return -.infinity }
    let sum = small + large
    if large < 10 { return logGamma(small) + logGamma(large) - logGamma(sum) }
    let growth = log1p(small / large)
    if small < 10 {
      // log Γ(b) − log Γ(a + b).
      let fall = small - (large - 0.5) * growth - small * log(sum)
      return logGamma(small) + (fall + (stirlingCorrection(large) - stirlingCorrection(sum)))
    }
    let correction = stirlingCorrection(small) + stirlingCorrection(large) - stirlingCorrection(sum)
    let share = (small - 0.5) * log(small / sum)
    return halfLogTwoPi - 0.5 * log(large) + correction + share - large * growth
  }

  private static func reflectedLogGamma(_ x: Double) -> Double {
    // Every number from −2⁵² down is whole.
    guard x > -0x1p52, x != x.rounded(.down) else { return .infinity }
    let sine = sin(.pi * (x - x.rounded()).magnitude)
    return log(.pi / sine) - logGamma(1 - x)
  }

  /// log Γ(1 + z) for −½ ≤ z ≤ 1, without the rounding of 1 + z.
  static func logGammaOnePlus(_ z: Double) -> Double {
    z < 0.5 ? logGammaNearTwo(z) - log1p(z) : logGammaNearTwo(z - 1)
  }

  /// log Γ(2 + z) for |z| ≤ ½.
  private static func logGammaNearTwo(_ z: Double) -> Double {
    var sum = 0.0
    for coefficient in zetaCoefficients { sum = sum * z + coefficient }
    return z * (0.42278433509846713939 + z * sum)
  }

  /// (−1)ᵏ(ζ(k) − 1)/k, from k = 27 down to 2.
  private static var zetaCoefficients: [Double] {
    [
      -2.7595228851242331452e-10, 5.7313672416788620133e-10, -1.1921401405860912074e-9,
      2.4836745438024783172e-9, -5.1834750419700466551e-9, 1.0838659214896954091e-8,
      -2.271109460894316491e-8, 4.7698101693639805658e-8, -1.0043224823968099609e-7,
      2.1207184805554665869e-7, -4.4924691987645660433e-7, 9.5514121304074198329e-7,
      -2.0392157538013662368e-6, 4.3748667899074878042e-6, -9.439488275268395904e-6,
      0.000020507212775670691553, -0.0000449262367381331417, 0.000099457512781808533715,
      -0.00022315475845357937976, 0.00050966952474304242234, -0.0011927539117032609771,
      0.0028905103307415232858, -0.0073855510286739852663, 0.020580808427784547879,
      -0.067352301053198095133, 0.32246703342411321824,
    ]
  }
}

// What is left of Γ, ψ and ψ′ when their elementary parts are gone: with these, sums of large parts can be carried
// out on paper instead of being rounded.
extension Double {
  /// ½ log 2π.
  package static var halfLogTwoPi: Double { 0.91893853320467274178 }

  /// log Γ(x) − ((x − ½) log x − x + ½ log 2π) for x > 0 (Abramowitz & Stegun 6.1.41); positive, about 1/(12x).
  @export(interface)
  package static func stirlingCorrection(_ x: Double) -> Double {
    if x < 10 {
      if x >= 0.5 { return stirlingCorrection(x + 1) + stirlingStep(x) }
      return logGamma(x) - ((x - 0.5) * log(x) - x + halfLogTwoPi)
    }
    let s = 1 / (x * x)
    var sum = 1.0 / 156
    sum = sum * s - 691.0 / 360360
    sum = sum * s + 1.0 / 1188
    sum = sum * s - 1.0 / 1680
    sum = sum * s + 1.0 / 1260
    sum = sum * s - 1.0 / 360
    sum = sum * s + 1.0 / 12
    return sum / x
  }

  /// (x + ½) log(1 + 1/x) − 1, by the series of the inverse hyperbolic tangent of y = 1/(2x + 1): Σ y²ᵏ/(2k + 1).
  private static func stirlingStep(_ x: Double) -> Double {
    let y = 1 / (2 * x + 1)
    let s = y * y
    var sum = 0.0
    for k in stride(from: 26, through: 1, by: -1) { sum = (sum + 1 / Double(2 * k + 1)) * s }
    return sum
  }

  /// log x − ψ(x) for x > 0 (Abramowitz & Stegun 6.3.18); positive, about 1/(2x).
  @export(interface)
  package static func digammaGap(_ x: Double) -> Double {
    if x < 10 { return log(x) - polygamma(0, x) }
    let s = 1 / (x * x)
    var sum = -1.0 / 12
    sum = sum * s + 691.0 / 32760
    sum = sum * s - 1.0 / 132
    sum = sum * s + 1.0 / 240
    sum = sum * s - 1.0 / 252
    sum = sum * s + 1.0 / 120
    sum = sum * s - 1.0 / 12
    return 0.5 / x - sum * s
  }

  /// x²(ψ′(x) − 1/x) for x > 0: falls from 1 at 0 to ½ at infinity.
  ///
  /// By ψ′(x) − 1/x = 1/(x²(x + 1)) + ψ′(x + 1) − 1/(x + 1), whose parts are positive, and the asymptotic series
  /// (Abramowitz & Stegun 6.4.12).
  @export(interface)
  package static func trigammaExcess(_ x: Double) -> Double {
    var argument = x
    var sum = 0.0
    while argument < 12 {
      let ratio = x / argument
      sum += ratio * ratio / (argument + 1)
      argument += 1
    }
    let s = 1 / (argument * argument)
    var series = 7.0 / 6
    series = series * s - 691.0 / 2730
    series = series * s + 5.0 / 66
    series = series * s - 1.0 / 30
    series = series * s + 1.0 / 42
    series = series * s - 1.0 / 30
    series = series * s + 1.0 / 6
    let ratio = x / argument
    return sum + ratio * ratio * (0.5 + series / argument)
  }

  /// t − log(1 + t) for t ≥ −1: not negative, and without loss near 0, where it is about t²/2.
  ///
  /// With x = t/(2 + t), log(1 + t) = 2 artanh x: t − log(1 + t) = t x − 2x (x²/3 + x⁴/5 + …).
  @export(interface)
  package static func logarithmicExcess(_ t: Double) -> Double {
    if t.magnitude > 0.4 { return t == .infinity ? t : t - log1p(t) }
    let x = t / (2 + t)
    let y = x * x
    var sum = 0.0
    for k in stride(from: 12, through: 1, by: -1) { sum = (sum + 1 / Double(2 * k + 1)) * y }
    return x * (t - 2 * sum)
  }

  /// eˣ − 1 − x: not negative, and without loss near 0, where it is about x²/2.
  @export(interface)
  package static func exponentialExcess(_ x: Double) -> Double {
    if x.magnitude > 0.5 { return x == .infinity ? x : expm1(x) - x }
    var sum = 0.0
    for k in stride(from: 17, through: 3, by: -1) { sum = (sum + 1) * (x / Double(k)) }
    return 0.5 * x * x * (1 + sum)
  }
}
