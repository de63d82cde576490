// exp, exp2 and expm1: x = n ln 2 + r with |r| ≤ ½ ln 2, then 2^n e^r. The leading terms are summed without
// loss, so that almost all of the error is the last rounding.

/// x = n ln 2 + (head − tail): `head` is exact, `tail` what the first piece of ln 2 leaves out.
struct ReducedExponent<Lanes: DoubleLanes> {
  var count: Lanes
  var countBits: Lanes.Bits
  var head: Lanes
  var tail: Lanes

  @inline(__always) init(_ x: Lanes) {
    let nearest = (x * 0x1.71547652b82fep+0).nearestInteger()
    count = nearest.value
    countBits = nearest.bits
    // 37 bits of ln 2 times an integer of 11 bits is exact, and so is the difference.
    head = x - count * 0x1.62e42fefap-1
    tail = count * 0x1.cf79abc9e3b3ap-40
  }

  /// 2^−n, for |n| < 1023.
  @inline(__always) var inversePower: Lanes {
    Lanes(bits: Lanes.Bits(0x3ff0_0000_0000_0000) &- countBits.shiftedUp(52))
  }
}

extension DoubleLanes {
  /// (e^r − 1 − r) / r² for |r| ≤ ½ ln 2.
  @inline(__always) static func exponentialPolynomial(_ r: Self) -> Self {
    // Scripts/coefficients.py exponential
    let a0 = r * 0x1.555555555556p-3 + 0x1.000000000000ap-1
    let a1 = r * 0x1.111111110d8ecp-7 + 0x1.55555555506e6p-5
    let a2 = r * 0x1.a01a01ba34c7ep-13 + 0x1.6c16c18479b5ep-10
    let a3 = r * 0x1.71dde0f7c25dfp-19 + 0x1.a0199945f1acfp-16
    let a4 = r * 0x1.af840ca248286p-26 + 0x1.28ae1da44add5p-22
    let r2 = r * r
    let b0 = r2 * a1 + a0
    let b1 = r2 * a3 + a2
    let r4 = r2 * r2
    let c0 = r4 * b1 + b0
    let r8 = r4 * r4
    let p = r8 * a4 + c0
    return p
  }

  /// e^(head − tail) for |head| ≤ 0.35 and a small tail.
  @inline(__always) static func shortExponential(_ head: Self, _ tail: Self) -> Self {
    let r = head - tail
    let bend = r * r * exponentialPolynomial(r)
    let sum = DoubleDouble(sum: Self(1), head)
    return sum.head + (sum.tail + (bend - tail))
  }

  /// The receiver times 2^n, for −1080 < n < 1030, rounded once: n is cut into halves, since 2^n itself may be
  /// out of range.
  @inline(__always) func scaled(byPowerOfTwo n: Bits) -> Self {
    let biased = (n &+ Bits(2046)) & Bits(4095)
    let half = biased.shiftedDown(1)
    let rest = biased &- half
    return self * Self(bits: half.shiftedUp(52)) * Self(bits: rest.shiftedUp(52))
  }

  @inline(__always) static func exponential(_ x: Self) -> Self {
    let reduced = ReducedExponent(x.clamped(-746, 711))
    return shortExponential(reduced.head, reduced.tail).scaled(byPowerOfTwo: reduced.countBits)
  }

  /// 2^(x + tail), where the tail is small beside x.
  @inline(__always) static func binaryExponential(_ x: Self, tail: Self) -> Self {
    let nearest = x.nearestInteger()
    let fraction = x - nearest.value
    let (head, rest) = fraction.halves()
    // 26 bits of ln 2 times 26 bits of the fraction is exact.
    let leading = head * 0x1.62e42f8p-1
    let trailing = rest * 0x1.62e42f8p-1 + (fraction * 0x1.be8e7bcd5e4f2p-27 + tail * 0x1.62e42fefa39efp-1)
    return shortExponential(leading, trailing.negated).scaled(byPowerOfTwo: nearest.bits)
  }

  @inline(__always) static func binaryExponential(_ x: Self) -> Self {
    binaryExponential(x.clamped(-1080, 1025), tail: Self(0))
  }

  /// (e^x − 1) / 2^n = (1 − 2^−n) + (e^r − 1): for n = 0 the first part vanishes, and nothing cancels.
  @inline(__always) static func exponentialMinusOneTerms(
    _ reduced: ReducedExponent<Self>, inverse: Self
  ) -> DoubleDouble<Self> {
    let r = reduced.head - reduced.tail
    let bend = r * r * exponentialPolynomial(r)
    let sum = DoubleDouble(sum: 1 - inverse, reduced.head)
    return DoubleDouble(sum.head, sum.tail + (bend - reduced.tail))
  }

  @inline(__always) static func exponentialMinusOne(_ x: Self) -> Self {
    let reduced = ReducedExponent(x.clamped(-40, 711))
    // Beyond 2^60 the inverse no longer matters, and its exponent may be out of range.
    let inverse = choose(60 .< reduced.count, 0, reduced.inversePower)
    let terms = exponentialMinusOneTerms(reduced, inverse: inverse)
    let result = terms.rounded.scaled(byPowerOfTwo: reduced.countBits)
    return choose(x.magnitudeLanes .< 0x1p-60, x, result)
  }
}
