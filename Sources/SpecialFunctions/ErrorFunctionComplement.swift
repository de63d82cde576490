import Elementary

extension Double {
  /// erfc x = 1 − erf x = 2/√π ∫ₓ^∞ e^(−t²) dt, with its relative accuracy kept however small it is.
  ///
  /// Up to ½ from `erf`, above as e^(−x²) times a Chebyshev sum (the form of Schonfelder 1978).
  @export(interface)
  public static func erfc(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0.5 { return 1 - erf(x) }
    if x > 28 { return 0 }
    return decay(x) * scaledComplement(x)
  }

  /// The normal distribution function Φ(z) = ½ erfc(−z/√2): how probable a standard normal number below z is.
  ///
  /// Relative accuracy in the lower tail; the upper tail is Φ(−z).
  @export(interface)
  public static func normalDistribution(_ z: Double) -> Double {
    if z > -0.7 { return 0.5 * erfc(-z * 0.70710678118654752440) }
    if z < -39 { return 0 }
    // The rounding of z/√2 would be squared: z² itself is halved instead.
    return 0.5 * halfDecay(-z) * scaledComplement(-z * 0.70710678118654752440)
  }

  /// e^(x²) erfc x for x ≥ 0.
  static func scaledComplement(_ x: Double) -> Double {
    // (1 + 2x) e^(x²) erfc x as a Chebyshev sum in t = (x − 3)/(x + 3), by Clenshaw's recurrence.
    let t = x > 1e300 ? 1 : (x - 3) / (x + 3)
    var last = 0.0
    var current = 0.0
    for coefficient in complementCoefficients {
      let next = coefficient + 2 * t * current - last
      last = current
      current = next
    }
    return (1.177562574196560047 + t * current - last) / (1 + 2 * x)
  }

  /// e^(−x²), where the rounding of x² is not multiplied by x².
  private static func decay(_ x: Double) -> Double {
    // x = head + tail with head² exact: e^(−head²) e^(−(x − head)(x + head)).
    let head = (x * 0x1p20).rounded() * 0x1p-20
    return exp(-head * head) * exp(-(x - head) * (x + head))
  }

  /// e^(−x²/2), likewise.
  static func halfDecay(_ x: Double) -> Double {
    let head = (x * 0x1p20).rounded() * 0x1p-20
    return exp(-0.5 * head * head) * exp(-0.5 * (x - head) * (x + head))
  }

  /// Chebyshev's coefficients 28 to 1 by the discrete orthogonality of 200 nodes, in 50 digits.
  private static var complementCoefficients: [Double] {
    [
      2.443201157726351786e-19, -5.546884725994430444e-19, -5.608608218863182949e-18,
      -2.05725281695385462e-18, 1.000611169182166761e-16, 2.351411225878140352e-16,
      -1.516987869022811568e-15, -7.287943737592673157e-15, 1.973425574544738834e-14,
      1.813450200317696242e-13, -2.079224928597989978e-13, -4.277340064396910825e-12,
      1.475715976623473009e-12, 1.036160744596948968e-10, -1.460079119939104941e-11,
      -2.699519049798363997e-9, 1.885668523838602791e-9, 7.549828343825092828e-8,
      -1.807522790414837102e-7, -2.007228565905991444e-6, 0.00001284153286405667073,
      0.00001766171952317159185, -0.000633553171055314694, 0.00445342606146271157,
      -0.01897659670784520739, 0.0543665255574432205, -0.09377550342284209052,
      0.005353904539615676769,
    ]
  }
}
