extension FloatLanes {
  /// (e^r − 1 − r) / r² for |r| ≤ ½ ln 2.
  @inline(__always) static func exponentialPolynomial(_ r: Self) -> Self {
    // Scripts/coefficients.py exponentialSingle
    let a0 = r * 0x1.55549p-3 + 0x1p-1
    let a1 = r * 0x1.123adp-7 + 0x1.555462p-5
    let r2 = r * r
    let b0 = r2 * a1 + a0
    let r4 = r2 * r2
    let p = r4 * 0x1.6db142p-10 + b0
    return p
  }

  /// e^(head − tail) for |head| ≤ 0.35 and a small tail.
  @inline(__always) static func shortExponential(_ head: Self, _ tail: Self) -> Self {
    let r = head - tail
    let bend = r * r * exponentialPolynomial(r)
    let sum = 1 + head
    let lost = (1 - sum) + head
    return sum + (lost + (bend - tail))
  }

  /// The receiver times 2^n, for −160 < n < 130, rounded once.
  @inline(__always) func scaled(byPowerOfTwo n: Bits) -> Self {
    let biased = (n &+ Bits(254)) & Bits(511)
    let half = biased.shiftedDown(1)
    let rest = biased &- half
    return self * Self(bits: half.shiftedUp(23)) * Self(bits: rest.shiftedUp(23))
  }

  @inline(__always) static func exponential(_ x: Self) -> Self {
    let limited = x.clamped(-105, 90)
    let nearest = (limited * 0x1.715476p+0).nearestInteger()
    // 15 bits of ln 2 times an integer of 8 bits is exact.
    let head = limited - nearest.value * 0x1.62e4p-1
    let tail = nearest.value * 0x1.7f7d1cp-20
    return shortExponential(head, tail).scaled(byPowerOfTwo: nearest.bits)
  }

  @inline(__always) static func binaryExponential(_ x: Self) -> Self {
    let limited = x.clamped(-155, 129)
    let nearest = limited.nearestInteger()
    let fraction = limited - nearest.value
    let (head, rest) = fraction.halves()
    let leading = head * 0x1.62ep-1
    let trailing = rest * 0x1.62ep-1 + fraction * 0x1.0bfbe8p-15
    return shortExponential(leading, trailing.negated).scaled(byPowerOfTwo: nearest.bits)
  }

  /// The upper 12 bits of the significand, and the rest.
  @inline(__always) func halves() -> (head: Self, tail: Self) {
    let head = Self(bits: bits & Bits(0xffff_f000))
    return (head, self - head)
  }
}
