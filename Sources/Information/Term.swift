import Elementary

/// What one outcome contributes, written so that nothing is lost where p and q are nearly equal.
///
/// Every divergence here is a sum of terms that are not negative: `p log(p/q) − p + q` and its kin, whose extra
/// parts sum to zero over distributions. So there is no cancellation between terms, and inside a term x =
/// (p − q)/(p + q), whose numerator is exact for neighbours, takes the place of the logarithm of almost 1.
enum Term {
  typealias Lanes = SIMD8<Double>

  /// |x| below which the series is used; above it, the plain form loses less than a decimal digit.
  static let near = 0.2
  static let nearSymmetric = 0.25

  /// log(p/q) for positive p and q.
  static func logRatio(_ p: Double, _ q: Double) -> Double {
    logRatio(p, q, difference: p - q)
  }

  /// log(p/q) for positive p and q where p − q is known better than its operands.
  static func logRatio(_ p: Double, _ q: Double, difference: Double) -> Double {
    if abs(difference) <= 0.5 * q { return Double.log1p(difference / q) }
    let ratio = p / q
    if ratio > 1e-300, ratio < 1e300 { return Double.log(ratio) }
    return Double.log(p) - Double.log(q)
  }

  /// p log(p/q) − p + q.
  static func kullbackLeibler(_ p: Double, _ q: Double) -> Double {
    kullbackLeibler(p, q, difference: p - q)
  }

  /// p log(p/q) − p + q where p − q is known better than its operands.
  static func kullbackLeibler(_ p: Double, _ q: Double, difference: Double) -> Double {
    if p == 0 { return q }
    if q == 0 { return .infinity }
    let x = difference / (q + q + difference)
    if abs(x) < near { return difference * x * nearFactor(Lanes(repeating: x))[0] }
    return p * logRatio(p, q, difference: difference) - difference
  }

  /// q (u^α − 1 − α(u − 1)) / (α(α − 1)), u = p/q, of order α and excess α − 1 ≠ 0 (Cressie and Read 1984).
  static func power(
    _ p: Double, _ q: Double, difference: Double, order: Double, excess: Double
  ) -> Double {
    if difference == 0 { return 0 }
    if p == 0 { return q / order }
    if q == 0 { return excess > 0 ? .infinity : p / -excess }
    let logarithm = logRatio(p, q, difference: difference)
    if abs(logarithm) * max(1, order) < 0.5 { return q * nearPower(logarithm, order: order) }
    return (p * (Double.expm1(excess * logarithm) / excess) - difference) / order
  }

  /// Σ Lᵏ/k! · (1 + α + … + α^(k−2)) over k ≥ 2, L = log u: the division by α(α − 1) carried out.
  private static func nearPower(_ logarithm: Double, order: Double) -> Double {
    var power = 0.5 * logarithm * logarithm
    var factor = 1.0
    var total = power
    for k in 3...18 {
      power *= logarithm / Double(k)
      factor = 1 + order * factor
      total += power * factor
    }
    return total
  }

  /// With log(p/q) = 2 artanh x: p log(p/q) − p + q = (p − q) x (1 + x (1 + x) (1/3 + x²/5 + x⁴/7 + …)).
  @inline(__always)
  static func nearFactor(_ x: Lanes) -> Lanes {
    let y = x * x
    var sum = Lanes(repeating: 1.0 / 25)
    sum = sum * y + 1.0 / 23
    sum = sum * y + 1.0 / 21
    sum = sum * y + 1.0 / 19
    sum = sum * y + 1.0 / 17
    sum = sum * y + 1.0 / 15
    sum = sum * y + 1.0 / 13
    sum = sum * y + 1.0 / 11
    sum = sum * y + 1.0 / 9
    sum = sum * y + 1.0 / 7
    sum = sum * y + 1.0 / 5
    sum = sum * y + 1.0 / 3
    return (x + y) * sum + 1
  }

  /// ½ (p log(p/m) + q log(q/m)), m = (p + q)/2.
  static func jensenShannon(_ p: Double, _ q: Double) -> Double {
    let sum = p + q
    if sum == 0 { return 0 }
    let difference = p - q
    let x = difference / sum
    if abs(x) < nearSymmetric { return difference * x * nearSymmetricFactor(Lanes(repeating: x))[0] }
    // Doubling is exact where halving a subnormal sum would not be.
    let left = p == 0 ? 0 : p * Double.log((p + p) / sum)
    let right = q == 0 ? 0 : q * Double.log((q + q) / sum)
    return 0.5 * (left + right)
  }

  /// ½((1+x) log(1+x) + (1−x) log(1−x)) = ½ x² (1 + x²/6 + x⁴/15 + …), the denominators being (j+1)(2j+1), by
  /// (p + q)/2 and over (p − q) x: what the difference is multiplied with besides x.
  @inline(__always)
  static func nearSymmetricFactor(_ x: Lanes) -> Lanes {
    let y = x * x
    var sum = Lanes(repeating: 1.0 / 325)
    sum = sum * y + 1.0 / 276
    sum = sum * y + 1.0 / 231
    sum = sum * y + 1.0 / 190
    sum = sum * y + 1.0 / 153
    sum = sum * y + 1.0 / 120
    sum = sum * y + 1.0 / 91
    sum = sum * y + 1.0 / 66
    sum = sum * y + 1.0 / 45
    sum = sum * y + 1.0 / 28
    sum = sum * y + 1.0 / 15
    sum = sum * y + 1.0 / 6
    return (sum * y + 1) * 0.25
  }
}
