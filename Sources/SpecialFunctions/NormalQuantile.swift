import Elementary

extension Double {
  /// The z for which Φ(z) = p: below it lies a share p of the standard normal distribution.
  ///
  /// ∓∞ at 0 and 1, NaN outside [0, 1]. Relative accuracy everywhere: Halley's steps from Hastings' approximation
  /// (Abramowitz & Stegun 26.2.23, right to 4.5e-4), in the logarithm of the tail, or in erf near ½. An interval
  /// that holds a share of 95 % reaches `normalQuantile(0.975)` = 1.95996398454005… to both sides.
  @export(interface)
  public static func normalQuantile(_ p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    // 1 − p is exact from ½ on.
    if p > 0.5 { return p < 0.7 ? centralQuantile(p) : -tailQuantile(1 - p) }
    return p > 0.3 ? centralQuantile(p) : tailQuantile(p)
  }

  private static func tailQuantile(_ p: Double) -> Double {
    let logarithm = log(p)
    let t = (-2 * logarithm).squareRoot()
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328)
    let denominator = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var size = t - numerator / denominator
    for _ in 0..<2 {
      // Mills' ratio Φ(−z)/φ(z), and log Φ(−z) = −z²/2 + log(½ e^(z²/2) erfc(z/√2)).
      let scaled = 0.5 * scaledComplement(size * 0.70710678118654752440)
      let ratio = 2.5066282746310005024 * scaled
      let excess = (-0.5 * size * size - logarithm) + log(scaled)
      let step = -ratio * expm1(-excess)
      // f = Φ − p, f′ = φ, f″ = −zφ, at −size.
      size += step / (1 - 0.5 * step * size)
    }
    return -size
  }

  private static func centralQuantile(_ p: Double) -> Double {
    let offset = p - 0.5
    // The series of the inverse to the third order.
    let u = 2.5066282746310005024 * offset
    var z = u * (1 + u * u / 6 * (1 + u * u * 7 / 20))
    for _ in 0..<2 {
      let step = (0.5 * erf(z * 0.70710678118654752440) - offset) * 2.5066282746310005024 * exp(0.5 * z * z)
      z -= step / (1 + 0.5 * step * z)
    }
    return z
  }
}
