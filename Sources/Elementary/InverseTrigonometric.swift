// atan and atan2: the quotient is taken to twice the precision and brought below √2 − 1 by turning through an
// eighth of a circle. asin and acos: above ½ through √((1 − x)/2), also to twice the precision.

extension DoubleLanes {
  /// (arctan s / s − 1) / z with z = s², for |s| ≤ √2 − 1.
  @inline(__always) static func arcTangentPolynomial(_ z: Self) -> Self {
    // Scripts/coefficients.py arcTangent
    let a0 = z * 0x1.9999999999583p-3 - 0x1.5555555555554p-2
    let a1 = z * 0x1.c71c71b44e328p-4 - 0x1.249249246f496p-3
    let a2 = z * 0x1.3b1364c0968ep-4 - 0x1.745d144e702a6p-4
    let a3 = z * 0x1.e1677df1feb0bp-5 - 0x1.110be87aadea3p-4
    let a4 = z * 0x1.6fde7c5f044f2p-5 - 0x1.ab3a5ea0ae8e3p-5
    let a5 = z * 0x1.e812a0ee9019bp-7 - 0x1.0fc68b2e6f72ap-5
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let b1 = z2 * a3 + a2
    let b2 = z2 * a5 + a4
    let z4 = z2 * z2
    let c0 = z4 * b1 + b0
    let z8 = z4 * z4
    let p = z8 * b2 + c0
    return p
  }

  /// The angle of the point (x, y), from 0 to π, for y ≥ 0, neither too large nor too small.
  @inline(__always) static func angle(height y: Self, width x: Self, leftward: Self) -> Self {
    let swapped = x .< y
    let small = choose(swapped, x, y)
    let large = choose(swapped, y, x)
    let turned = large * 0x1.a827999fcef32p-2 .< small
    let above = DoubleDouble.choose(
      turned, DoubleDouble(sum: large.negated, small), DoubleDouble(small, Self(0)))
    let below = DoubleDouble.choose(
      turned, DoubleDouble(sum: large, small), DoubleDouble(large, Self(0)))
    let slope = DoubleDouble(quotient: above, below)
    let z = slope.head * slope.head
    let rest = slope.tail + slope.head * z * arcTangentPolynomial(z)
    // The angle is (eighths · π/4) ± arctan slope.
    let first = choose(turned, 1, 0)
    let second = choose(swapped, 2 - first, first)
    let isLeft = leftward .< 0
    let eighths = choose(isLeft, 4 - second, second)
    let sign = choose(swapped, -1, 1) * choose(isLeft, -1, 1)
    let sum = DoubleDouble(sum: eighths * 0x1.921fb54442d18p-1, sign * slope.head)
    return sum.head + (sum.tail + (sign * rest + eighths * 0x1.1a62633145c07p-55))
  }

  @inline(__always) static func arcTangent(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let limited = choose(0x1p64 .< size, 0x1p64, size)
    let result = angle(height: limited, width: Self(1), leftward: Self(1)).turned(by: x.signBits)
    return choose(size .< 0x1p-28, x, result)
  }

  @inline(__always) static func arcTangent(_ y: Self, _ x: Self) -> Self {
    let height = y.magnitudeLanes
    let width = x.magnitudeLanes
    let largest = choose(width .< height, height, width)
    let smallest = choose(width .< height, width, height)
    // A power of two brings the larger one near 1.
    let exponent = largest.bits & Bits(0x7ff0_0000_0000_0000)
    let scale = Self(bits: Bits(0x7fe0_0000_0000_0000) &- exponent)
    let usual = both(both(0x1p-1000 .<= largest, largest .< 0x1p1000), 0x1p-500 .<= smallest * scale)
    let leftward = Self(1).turned(by: x.signBits)
    let upper = angle(height: height * scale, width: width * scale, leftward: leftward)
    let result = upper.turned(by: y.signBits)
    return all(usual) ? result : result.patched(outside: usual, y, x) { rareArcTangent($0, $1) }
  }

  /// (arcsin s / s − 1) / z with z = s², for |s| ≤ ½.
  @inline(__always) static func arcSinePolynomial(_ z: Self) -> Self {
    // Scripts/coefficients.py arcSine
    let a0 = z * 0x1.333333332df1cp-4 + 0x1.5555555555578p-3
    let a1 = z * 0x1.f1c71a8bbf5a1p-6 + 0x1.6db6db722b0a4p-5
    let a2 = z * 0x1.1c49de403ffcbp-6 + 0x1.6e8bdfe2e811dp-6
    let a3 = z * 0x1.7577b7a86d1adp-7 + 0x1.ca213ec4bfbdfp-7
    let a4 = z * 0x1.e167cc1094baep-9 + 0x1.6189d9ec01b46p-7
    let a5 = z * -0x1.59f1a3ef82ddbp-6 + 0x1.64fe631fca712p-6
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let b1 = z2 * a3 + a2
    let b2 = z2 * a5 + a4
    let z4 = z2 * z2
    let c0 = z4 * b1 + b0
    let c1 = z4 * 0x1.0be2f20cc4dffp-5 + b2
    let z8 = z4 * z4
    let p = z8 * c1 + c0
    return p
  }

  /// Where |x| > ½, and s (to twice the precision) with arcsin |x| = arcsin s below and π/2 − 2 arcsin s above;
  /// the correction holds the polynomial.
  @inline(__always) static func arcSineTerms(_ x: Self) -> (isLarge: Mask, sine: Self, correction: Self) {
    let size = x.magnitudeLanes
    let isLarge = 0.5 .< size
    let z = choose(isLarge, (1 - size) * 0.5, size * size)
    let root = z.squareRoot()
    let square = DoubleDouble(product: root, root)
    // At |x| = 1 the root is 0: the addition keeps 0/0 out.
    let lost = ((z - square.head) - square.tail) / (root + root + 0x1p-1000)
    let sine = choose(isLarge, root, size)
    let bend = sine * z * arcSinePolynomial(z)
    return (isLarge, sine, choose(isLarge, lost, 0) + bend)
  }

  @inline(__always) static func arcSine(_ x: Self) -> Self {
    let (isLarge, sine, correction) = arcSineTerms(x)
    let base = choose(isLarge, 0x1.921fb54442d18p+0, 0)
    let baseTail = choose(isLarge, 0x1.1a62633145c07p-54, 0)
    let factor = choose(isLarge, -2, 1)
    let sum = DoubleDouble(sum: base, factor * sine)
    return (sum.head + (sum.tail + (baseTail + factor * correction))).turned(by: x.signBits)
  }

  @inline(__always) static func arcCosine(_ x: Self) -> Self {
    let (isLarge, sine, correction) = arcSineTerms(x)
    let isNegative = x .< 0
    // Quarters of a circle to start from: π/2 in the middle, 0 or π at the sides.
    let quarters = choose(isLarge, choose(isNegative, 2, 0), 1)
    let middle = choose(isNegative, 1, -1)
    let factor = choose(isLarge, choose(isNegative, -2, 2), middle)
    let sum = DoubleDouble(sum: quarters * 0x1.921fb54442d18p+0, factor * sine)
    return sum.head + (sum.tail + (quarters * 0x1.1a62633145c07p-54 + factor * correction))
  }
}

/// The angle of (x, y) where an argument is zero, infinite, NaN, or too large or small for the kernel.
@inline(never) private func rareArcTangent(_ y: Double, _ x: Double) -> Double {
  if y.isNaN || x.isNaN { return .nan }
  let height = y.magnitude
  let width = x.magnitude
  let sign = y.sign == .minus ? -1.0 : 1.0
  let isLeft = x.sign == .minus
  if height == .infinity && width == .infinity {
    return sign * (isLeft ? 0x1.2d97c7f3321d2p+1 : 0x1.921fb54442d18p-1)
  }
  if height == 0 || width == .infinity { return sign * (isLeft ? 0x1.921fb54442d18p+1 : 0) }
  if width == 0 || height == .infinity { return sign * 0x1.921fb54442d18p+0 }
  // Both are finite and positive: bring them near 1, knowing that a large ratio leaves a quarter or a quotient.
  let up = height < 0x1p-500 || width < 0x1p-500
  let down = height > 0x1p500 || width > 0x1p500
  if up && down {
    if height > width { return sign * 0x1.921fb54442d18p+0 }
    return isLeft ? sign * 0x1.921fb54442d18p+1 : sign * (height / width)
  }
  let scale = up ? 0x1p600 : (down ? 0x1p-600 : 1)
  let ratioIsSmall = height * 0x1p70 < width
  if ratioIsSmall && !isLeft { return sign * (height / width) }
  if ratioIsSmall { return sign * 0x1.921fb54442d18p+1 }
  if width * 0x1p70 < height { return sign * 0x1.921fb54442d18p+0 }
  return Double.arcTangent(y * scale, x * scale)
}
