import Elementary

/// Operations on numbers rounded to one side, without changing the processor's rounding mode.
///
/// A result is its own bound where it is seen to be exact, else the neighbour is. What is exact is told from the rest
/// of a sum (Knuth, *The Art of Computer Programming* 2, 4.2.2) and from the length of significands.
enum Rounding {
  /// a + b or the number below it; neither operand is +∞.
  @inline(__always)
  static func sumBelow(_ a: Double, _ b: Double) -> Double {
    let sum = a + b
    let part = sum - a
    let rest = (a - (sum - part)) + (b - part)
    return rest >= 0 && rest < .infinity ? sum : sum.nextDown
  }

  /// a + b or the number above it; neither operand is −∞.
  @inline(__always)
  static func sumAbove(_ a: Double, _ b: Double) -> Double { -sumBelow(-a, -b) }

  /// a · b or the number below it; 0 · ∞ is 0, because ∞ stands for what is not bounded.
  @inline(__always)
  static func productBelow(_ a: Double, _ b: Double) -> Double {
    let product = a * b
    if product.magnitude >= Double.leastNormalMagnitude {
      return isExact(a, b) && product.magnitude < .infinity ? product : product.nextDown
    }
    if a == 0 || b == 0 { return 0 }
    // What is too small to be exact still has its sign.
    return product > 0 || (a > 0) == (b > 0) ? Swift.max(product.nextDown, 0) : product.nextDown
  }

  /// a · b or the number above it.
  @inline(__always)
  static func productAbove(_ a: Double, _ b: Double) -> Double { -productBelow(-a, b) }

  /// a / b or the number below it; b is not 0, and at most one of the two is infinite.
  @inline(__always)
  static func quotientBelow(_ a: Double, _ b: Double) -> Double {
    if a == 0 { return 0 }
    if b.magnitude == .infinity { return (a > 0) == (b > 0) ? 0 : -.leastNonzeroMagnitude }
    let quotient = a / b
    if quotient.magnitude >= Double.leastNormalMagnitude {
      let isFinite = quotient.magnitude < .infinity && a.magnitude >= Double.leastNormalMagnitude
      return isFinite && isExact(quotient, b) && quotient * b == a ? quotient : quotient.nextDown
    }
    return (a > 0) == (b > 0) ? Swift.max(quotient.nextDown, 0) : quotient.nextDown
  }

  /// a / b or the number above it.
  @inline(__always)
  static func quotientAbove(_ a: Double, _ b: Double) -> Double { -quotientBelow(-a, b) }

  /// √a or the number below it; a is not negative.
  static func rootBelow(_ a: Double) -> Double {
    let root = a.squareRoot()
    return isSquare(root, a) ? root : root.nextDown
  }

  /// √a or the number above it; a is not negative.
  static func rootAbove(_ a: Double) -> Double {
    let root = a.squareRoot()
    return isSquare(root, a) ? root : root.nextUp
  }

  private static func isSquare(_ root: Double, _ a: Double) -> Bool {
    if a < Double.leastNormalMagnitude { return a == 0 }
    return a == .infinity || (isExact(root, root) && root * root == a)
  }

  /// aⁿ or a number below it, for a ≥ 0 and n ≥ 1.
  static func powerBelow(_ a: Double, _ n: Int) -> Double {
    if a == 0 || a == 1 || n == 1 { return a }
    if n > 4 { return Swift.max(functionBelow(Double.pow(a, Double(n))), 0) }
    let square = productBelow(a, a)
    if n == 2 { return square }
    return n == 3 ? productBelow(square, a) : productBelow(square, square)
  }

  /// aⁿ or a number above it, for a ≥ 0 and n ≥ 1.
  static func powerAbove(_ a: Double, _ n: Int) -> Double {
    if a == 0 || a == 1 || n == 1 { return a }
    if n > 4 { return functionAbove(Double.pow(a, Double(n))) }
    let square = productAbove(a, a)
    if n == 2 { return square }
    return n == 3 ? productAbove(square, a) : productAbove(square, square)
  }

  /// A number below the true value, given a function's value that is off by two units in the last place at most.
  @inline(__always)
  static func functionBelow(_ value: Double) -> Double { -functionAbove(-value) }

  /// A number above the true value, given a function's value that is off by two units in the last place at most.
  @inline(__always)
  static func functionAbove(_ value: Double) -> Double {
    if value == .infinity { return value }
    if value >= 0 {
      // The unit is that of the true value: beyond the next power of two it is twice as large.
      let bits = (value + 0).bitPattern
      let far = Double(bitPattern: bits &+ 4)
      guard far.exponent == value.exponent || value < Double.leastNormalMagnitude else {
        return value < 1.7e308 ? far : .infinity
      }
      return Double(bitPattern: bits &+ 2)
    }
    return value.nextUp.nextUp
  }

  /// Whether a product needs no more than the 53 digits of a significand, provided that it is a normal number.
  @inline(__always)
  private static func isExact(_ a: Double, _ b: Double) -> Bool {
    let hidden: UInt64 = 1 << 52
    let first = (a.bitPattern | hidden).trailingZeroBitCount
    let second = (b.bitPattern | hidden).trailingZeroBitCount
    return first + second >= 53 || first == 52 || second == 52
  }
}
