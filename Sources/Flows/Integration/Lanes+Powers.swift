/// Logarithm and power to about four digits, by plain arithmetic: the length of the next step is a choice, which
/// needs no more, and has the same bits everywhere.
extension Lanes {
  /// log₂ of positive numbers, to 1.2·10⁻⁴; subnormal ones count as 2⁻¹⁰²³, infinity as 2¹⁰²⁴.
  @inline(__always) var coarseLogarithm: Lanes {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    let exponent = (bits &>> 52) | 0x4330_0000_0000_0000
    let significand = (bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000
    let whole = unsafeBitCast(exponent, to: Lanes.self) - (0x1p52 + 1023)
    let rest = unsafeBitCast(significand, to: Lanes.self) - 1
    // log₂(1 + r) on [0, 1] through its values at the Chebyshev points.
    let upper = rest * -0.0784406762 + 0.312269477
    let middle = (upper * rest - 0.670882679) * rest + 1.4368749
    return whole + (middle * rest + 0.00011457996)
  }

  /// 2^x, to one part in 10⁴, for |x| below 1000.
  @inline(__always) var coarsePower: Lanes {
    let shifted = self + 0x1.8p52
    let whole = shifted - 0x1.8p52
    let rest = self - whole
    // 2^r on [−½, ½] through its values at the Chebyshev points.
    let upper = (rest * 0.05583828 + 0.24263948) * rest + 0.69313673
    let power = upper * rest + 0.99992456
    let exponent = (unsafeBitCast(shifted, to: SIMD8<UInt64>.self) &+ 1023) &<< 52
    return power * unsafeBitCast(exponent, to: Lanes.self)
  }
}
