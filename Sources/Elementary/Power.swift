// pow through log2 to some 66 bits; cbrt and hypot with their last step taken without loss.

extension DoubleLanes {
  /// (2 artanh s / s − 2 − ⅔ w) / w², with w = s².
  @inline(__always) static func logarithmTailPolynomial(_ w: Self) -> Self {
    // Scripts/coefficients.py logarithmTail
    let a0 = w * 0x1.2492492492f51p-2 + 0x1.9999999999996p-2
    let a1 = w * 0x1.745d182956d1bp-3 + 0x1.c71c71c5968f7p-3
    let a2 = w * 0x1.11206f3c98573p-3 + 0x1.3b1364c915839p-3
    let a3 = w * 0x1.eac5e8db2c1e6p-4 + 0x1.de3d6cf4b6d8cp-4
    let w2 = w * w
    let b0 = w2 * a1 + a0
    let b1 = w2 * a3 + a2
    let w4 = w2 * w2
    let p = w4 * b1 + b0
    return p
  }

  /// log2 of 2^k m to twice the precision, of which some 65 bits are right.
  @inline(__always) static func longBinaryLogarithm(_ k: Self, _ m: Self) -> DoubleDouble<Self> {
    let f = m - 1
    let s = DoubleDouble(quotient: DoubleDouble(f, Self(0)), DoubleDouble(sum: Self(2), f))
    let square = DoubleDouble(product: s.head, s.head)
    let squareTail = square.tail + s.head * s.tail * 2
    let third = DoubleDouble(product: square.head, Self(0x1.5555555555555p-1))
    let thirdTail =
      third.tail + (squareTail * 0x1.5555555555555p-1 + square.head * 0x1.5555555555555p-55)
    let bend = square.head * square.head * logarithmTailPolynomial(square.head)
    let factor = DoubleDouble(sum: third.head, thirdTail + bend)
    let product = DoubleDouble(product: s.head, factor.head)
    let productTail = product.tail + (s.head * factor.tail + s.tail * factor.head)
    let natural = DoubleDouble(sum: s.head + s.head, product.head)
    let naturalTail = natural.tail + (s.tail + s.tail + productTail)
    let scaled = DoubleDouble(product: natural.head, Self(0x1.71547652b82fep+0))
    let scaledTail =
      scaled.tail + (naturalTail * 0x1.71547652b82fep+0 + natural.head * 0x1.777d0ffda0d24p-56)
    let sum = DoubleDouble(sum: k, scaled.head)
    return DoubleDouble(sum: sum.head, sum.tail + scaledTail)
  }

  /// (2^k m)^y for positive m.
  @inline(__always) static func power(_ k: Self, _ m: Self, _ y: Self) -> Self {
    let logarithm = longBinaryLogarithm(k, m)
    let product = DoubleDouble(product: logarithm.head, y)
    let tail = product.tail + logarithm.tail * y
    let inside = product.head.magnitudeLanes .< 1100
    let limited = product.head.clamped(-1080, 1025)
    return binaryExponential(limited, tail: choose(inside, tail, 0))
  }

  @inline(__always) static func power(_ x: Self, _ y: Self) -> Self {
    let size = x.magnitudeLanes
    let usual = both(isPositiveNormal(size), y.magnitudeLanes .< 0x1p50)
    let parts = BinaryParts(size)
    let positive = power(parts.exponent, parts.significand, y)
    // A negative base needs an integer exponent, and an odd one turns the sign.
    let nearest = y.nearestInteger()
    let isInteger = nearest.value .== y
    let sign = nearest.bits.shiftedUp(63) & x.signBits
    let result = choose(either(isInteger, 0 .< x), positive.turned(by: sign), Double.nan)
    return all(usual) ? result : result.patched(outside: usual, x, y) { rarePower($0, $1) }
  }

  @inline(__always) static func cubeRootStart(_ m: Self) -> Self {
    // Scripts/coefficients.py cubeRoot
    let a0 = m * 0x1.6eb4431a9c19p-1 + 0x1.03ec0e1ccbe25p-1
    let a1 = m * 0x1.5cddbcff0a59fp-4 - 0x1.31c1f3992b344p-2
    let m2 = m * m
    let b0 = m2 * a1 + a0
    let m4 = m2 * m2
    let p = m4 * -0x1.566d8eeff6212p-7 + b0
    return p
  }

  @inline(__always) static func cubeRoot(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let usual = isPositiveNormal(size)
    let result = positiveCubeRoot(size).turned(by: x.signBits)
    return all(usual) ? result : result.patched(outside: usual, x) { rareCubeRoot($0) }
  }

  /// The cube root of a positive normal number 2^(3q + ρ) m.
  @inline(__always) static func positiveCubeRoot(_ x: Self) -> Self {
    let biased = x.bits.shiftedDown(52)
    let exponent = Self(bits: biased | Bits(0x4330_0000_0000_0000)) - 0x1p52
    let third = ((exponent - 1) * 0x1.5555555555555p-2).nearestInteger()
    let remainder = exponent - third.value * 3
    let fraction = x.bits & Bits(0x000f_ffff_ffff_ffff)
    let m = Self(bits: fraction | Bits(0x3ff0_0000_0000_0000))
    let isOne = 0.5 .< remainder
    let isTwo = 1.5 .< remainder
    let a = m * choose(isTwo, 4, choose(isOne, 2, 1))
    let factor = choose(isTwo, 0x1.965fea53d6e3dp+0, choose(isOne, 0x1.428a2f98d728bp+0, 1))
    // Halley's iteration triples the 16 digits of the start; 26 of them have an exact square.
    let start = cubeRootStart(m) * factor
    let cube = start * start * start
    let better = start * ((cube + a + a) / (cube + cube + a))
    let short = better.halves().head
    let quotient = a / (short * short)
    let root = short + short * ((quotient - short) / (short + short + quotient))
    return root * Self(bits: (third.bits &+ Bits(1023 - 341)).shiftedUp(52))
  }

  /// √(x² + y²) with the squares and the root's residual to twice the precision.
  @inline(__always) static func hypotenuse(_ x: Self, _ y: Self) -> Self {
    let first = x.magnitudeLanes
    let second = y.magnitudeLanes
    let usual = both(first .< Double.infinity, second .< Double.infinity)
    let isSwapped = first .< second
    let large = choose(isSwapped, second, first)
    let small = choose(isSwapped, first, second)
    let isHuge = 0x1p500 .< large
    let isTiny = large .< 0x1p-400
    let scale = choose(isHuge, 0x1p-600, choose(isTiny, 0x1p600, 1))
    let back = choose(isHuge, 0x1p600, choose(isTiny, 0x1p-600, 1))
    let a = DoubleDouble(product: large * scale, large * scale)
    let b = DoubleDouble(product: small * scale, small * scale)
    let sum = DoubleDouble(sum: a.head, b.head)
    let root = DoubleDouble(squareRoot: DoubleDouble(sum.head, sum.tail + (a.tail + b.tail)))
    let result = choose(sum.head .== 0, 0, root.rounded * back)
    if all(usual) { return result }
    return result.patched(outside: usual, x, y) { rareHypotenuse($0, $1) }
  }
}

/// Infinite where a side is, even if the other is NaN.
@inline(never) private func rareHypotenuse(_ x: Double, _ y: Double) -> Double {
  x.magnitude == .infinity || y.magnitude == .infinity ? .infinity : .nan
}

/// The cube root of zero, a subnormal number, infinity or NaN.
@inline(never) private func rareCubeRoot(_ x: Double) -> Double {
  if x == 0 || !x.isFinite { return x.isNaN ? .nan : x }
  let root = Double.positiveCubeRoot(x.magnitude * 0x1p54) * 0x1p-18
  return x < 0 ? -root : root
}

/// x^y where x is zero, subnormal or not finite, or y is huge or not finite.
@inline(never) private func rarePower(_ x: Double, _ y: Double) -> Double {
  if y == 0 || x == 1 { return 1 }
  if x.isNaN || y.isNaN { return .nan }
  let size = x.magnitude
  if y.magnitude == .infinity {
    if size == 1 { return 1 }
    return (size > 1) == (y > 0) ? .infinity : 0
  }
  // From 2^53 on every number is even.
  let isInteger = y.magnitude >= 0x1p53 || Double(Int64(y)) == y
  let isOdd = y.magnitude < 0x1p53 && isInteger && Int64(y) & 1 == 1
  let sign = x.sign == .minus && isOdd ? -1.0 : 1.0
  if size == 0 || size == .infinity { return (size == 0) == (y < 0) ? sign * .infinity : sign * 0 }
  if x < 0 && !isInteger { return .nan }
  if size == 1 { return sign }
  let isSubnormal = size < 0x1p-1022
  let parts = BinaryParts(isSubnormal ? size * 0x1p54 : size)
  return sign * Double.power(parts.exponent - (isSubnormal ? 54 : 0), parts.significand, y)
}
