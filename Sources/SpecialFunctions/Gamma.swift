import Elementary

extension Double {
  /// Euler's Γ(x), which is (x − 1)! at whole numbers.
  ///
  /// NaN at negative whole numbers and −∞; ±∞ at ±0. Below 20 by Γ(x + 1) = xΓ(x) from a polynomial on [1, 2],
  /// above by Stirling's series (Abramowitz & Stegun 6.1.37), left of 0 by reflection (6.1.17).
  public static func gamma(_ x: Double) -> Double {
    if x.isNaN || x == .infinity { return x }
    if x == 0 { return 1 / x }
    if x < 0 { return reflectedGamma(x) }
    if x > 171.7 { return .infinity }
    return x < 20 ? steppedGamma(x) : stirling(x)
  }

  private static func reflectedGamma(_ x: Double) -> Double {
    guard x > -1e15, x != x.rounded(.down) else { return .nan }
    let distance = x - x.rounded()
    let isOdd = (x.rounded() / 2).rounded(.down) * 2 != x.rounded()
    let sine = sin(.pi * distance) * (isOdd ? -1 : 1)
    if x > -20 { return steppedGamma(x) }
    if x < -184 { return sine < 0 ? -0.0 : 0 }
    // Γ(1 − x) may overflow where the result is still a number: one factor at a time.
    let high = stirling(-x)
    return .pi / sine / high / -x
  }

  /// Γ on (−20, 20): up or down to [1, 2] by products.
  private static func steppedGamma(_ x: Double) -> Double {
    var argument = x
    var factor = 1.0
    while argument >= 2 {
      argument -= 1
      factor *= argument
    }
    var divisor = 1.0
    while argument < 1 {
      divisor *= argument
      argument += 1
    }
    let t = argument - 1.5
    var sum = 0.0
    for coefficient in gammaCoefficients { sum = sum * t + coefficient }
    // Whole numbers give whole factorials.
    return argument == 1 ? factor / divisor : sum * factor / divisor
  }

  private static func stirling(_ x: Double) -> Double {
    let r = 1 / x
    let s = r * r
    var series = -691.0 / 360360
    for coefficient in [1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12] {
      series = series * s + coefficient
    }
    // In two halves, because x^x overflows before Γ does.
    let half = pow(x, 0.5 * x - 0.25)
    return 2.5066282746310002 * half * exp(-x + series * r) * half
  }

  /// Γ(t + 3/2) on [−1/2, 1/2] to 5e-18, highest power first (Chebyshev fit in 40 digits).
  private static var gammaCoefficients: [Double] {
    [
      0.0001736585029100638062, -0.00026048686591686528311, 0.00014109398017592399643,
      -0.0002116366966022488046, 0.00047346567646026992216, -0.00071017102374146080385,
      0.0010096053142759128548, -0.0015142364392563074165, 0.0022833622890860636161,
      -0.0034239612838414227595, 0.0051315685396957617735, -0.0076900989210571516531,
      0.011522520042662803158, -0.017222450088851329174, 0.02583760628007812875,
      -0.038001935291348343082, 0.058610303820854540839, -0.077523052305371573652,
      0.14464535904458606848, -0.10729480456471899992, 0.41481345368830126914,
      0.032338397448884862468, 0.88622692545275801365,
    ]
  }
}
