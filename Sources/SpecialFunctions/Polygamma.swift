import Elementary

extension Double: SpecialFunctions {
  /// ψ⁽ⁿ⁾(x), the (n + 1)st derivative of log Γ(x); ψ⁽⁰⁾ is the digamma function.
  ///
  /// NaN unless n is a whole number from 0 to 100, and at 0, −1, −2, …. Steps up by the recurrence (Abramowitz &
  /// Stegun 6.4.6) to where the asymptotic series (6.3.18, 6.4.11) holds; left of 0 by reflection (6.4.7).
  public static func polygamma(_ n: Double, _ x: Double) -> Double {
    guard n >= 0, n <= 100, n == n.rounded(), !x.isNaN else { return .nan }
    let order = Int(n)
    if x == .infinity { return order == 0 ? .infinity : 0 }
    if x > 0 { return positivePolygamma(order, x) }
    guard x > -1e15, x != x.rounded(.down) else { return .nan }
    let sign = order % 2 == 0 ? 1.0 : -1.0
    return sign * positivePolygamma(order, 1 - x) - .pi * cotangentDerivative(order, x - x.rounded())
  }

  private static func positivePolygamma(_ order: Int, _ x: Double) -> Double {
    // ψ⁽ⁿ⁾(x) = ψ⁽ⁿ⁾(x + 1) − (−1)ⁿ n! / xⁿ⁺¹, so the sum of the steps has one sign.
    let sign = order % 2 == 0 ? -1.0 : 1.0
    var factorial = 1.0
    for k in stride(from: 2, through: order, by: 1) { factorial *= Double(k) }
    var sum = 0.0
    var argument = x
    while argument < 14 + Double(order) {
      sum += factorial / pow(argument, Double(order + 1))
      argument += 1
    }
    return sign * sum + asymptotic(order, argument)
  }

  private static func asymptotic(_ order: Int, _ x: Double) -> Double {
    let s = 1 / (x * x)
    if order == 0 {
      var tail = 0.0
      for (index, bernoulli) in bernoulliNumbers.enumerated().reversed() {
        tail = (tail + bernoulli / Double(2 * index + 2)) * s
      }
      return log(x) - 0.5 / x - tail
    }
    // (−1)ⁿ⁻¹ x⁻ⁿ [(n−1)! + n!/(2x) + Σ B₂ₖ (2k+n−1)!/((2k)! x²ᵏ)].
    var factorial = 1.0
    for k in stride(from: 2, to: order, by: 1) { factorial *= Double(k) }
    var sum = factorial + factorial * Double(order) / (2 * x)
    var ratio = factorial
    for (index, bernoulli) in bernoulliNumbers.enumerated() {
      let k = Double(2 * index + 2)
      ratio *= (k + Double(order) - 2) * (k + Double(order) - 1) / ((k - 1) * k) * s
      sum += bernoulli * ratio
    }
    return (order % 2 == 0 ? -1.0 : 1.0) * sum / pow(x, Double(order))
  }

  /// dⁿ/dxⁿ cot(πx) for |x| ≤ ½, by the polynomials pₙ₊₁(c) = −(1 + c²) pₙ′(c), p₀ = c = cot(πx), times πⁿ.
  private static func cotangentDerivative(_ order: Int, _ x: Double) -> Double {
    var polynomial = [0.0, 1.0]
    for _ in 0..<order {
      var next = [Double](repeating: 0, count: polynomial.count + 1)
      for power in 1..<polynomial.count {
        let slope = Double(power) * polynomial[power]
        next[power - 1] -= slope
        next[power + 1] -= slope
      }
      polynomial = next
    }
    // Near ±½ the cotangent vanishes: there the tangent of the exact rest keeps its digits.
    let rest = (x < 0 ? -0.5 : 0.5) - x
    let cotangent = x.magnitude < 0.25 ? 1 / tan(.pi * x) : tan(.pi * rest)
    var value = 0.0
    for coefficient in polynomial.reversed() { value = value * cotangent + coefficient }
    return value * pow(.pi, Double(order))
  }

  /// B₂, B₄, … B₁₆ (Abramowitz & Stegun, table 23.2).
  private static var bernoulliNumbers: [Double] {
    [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510]
  }
}
