// erf: an odd polynomial up to 1, then 1 − e^(−x²) G with G = e^(x²) erfc x, a polynomial in (x − 2)/(x + 2).

extension DoubleLanes {
  /// erf x / x − 1 with z = x², for |x| ≤ 1.
  @inline(__always) static func errorPolynomial(_ z: Self) -> Self {
    // Scripts/coefficients.py errorSmall
    let a0 = z * -0x1.812746b0379e7p-2 + 0x1.06eba8214db69p-3
    let a1 = z * -0x1.b82ce312889c2p-6 + 0x1.ce2f21a042bdep-4
    let a2 = z * -0x1.c02db3fef01d6p-11 + 0x1.565bcd0e65195p-8
    let a3 = z * -0x1.f4d2562a1b01p-17 + 0x1.f9a326c2d9822p-14
    let a4 = z * -0x1.5f6d9cc1c31e4p-23 + 0x1.b9e6518e6129p-20
    let a5 = z * -0x1.4e635b40a397fp-30 + 0x1.fc43f063b4a42p-27
    let a6 = z * -0x1.29e14842f8767p-38 + 0x1.7f171f011fd79p-34
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let b1 = z2 * a3 + a2
    let b2 = z2 * a5 + a4
    let z4 = z2 * z2
    let c0 = z4 * b1 + b0
    let c1 = z4 * a6 + b2
    let z8 = z4 * z4
    let p = z8 * c1 + c0
    return p
  }

  /// e^(x²) erfc x with t = (x − 2)/(x + 2), for 1 ≤ x ≤ 6.1.
  @inline(__always) static func complementPolynomial(_ t: Self) -> Self {
    // Scripts/coefficients.py errorLarge
    let a0 = t * -0x1.b57034efd3f72p-2 + 0x1.058671b52c776p-2
    let a1 = t * -0x1.437f0b68c0c2p-4 + 0x1.eeea7dc8a78b3p-3
    let a2 = t * 0x1.ca95ed534346fp-8 + 0x1.e9471597a06ebp-9
    let a3 = t * -0x1.016b5ce99369dp-10 - 0x1.bc25a47f72ac5p-11
    let a4 = t * 0x1.6da9776f76152p-13 + 0x1.6d5f049fd95f6p-15
    let a5 = t * -0x1.ceb86b0217057p-16 + 0x1.cdca1bfd9de36p-16
    let a6 = t * 0x1.76664121e718fp-20 - 0x1.d46ae6ef414d3p-17
    let a7 = t * 0x1.371ffa9c4308ep-20 + 0x1.f5416e3b3f025p-19
    let a8 = t * -0x1.571f4af3bf7a9p-22 - 0x1.95079f050a3d2p-22
    let t2 = t * t
    let b0 = t2 * a1 + a0
    let b1 = t2 * a3 + a2
    let b2 = t2 * a5 + a4
    let b3 = t2 * a7 + a6
    let t4 = t2 * t2
    let c0 = t4 * b1 + b0
    let c1 = t4 * b3 + b2
    let t8 = t4 * t4
    let d0 = t8 * c1 + c0
    let t16 = t8 * t8
    let p = t16 * a8 + d0
    return p
  }

  @inline(__always) static func errorFunction(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let isLarge = 1 .< size
    let inner = choose(isLarge, 1, size)
    let small = inner + inner * errorPolynomial(inner * inner)
    // From 6 on the result is 1 to half a unit in the last place.
    let outer = choose(6 .< size, 6, choose(isLarge, size, 1))
    let square = DoubleDouble(product: outer, outer)
    let reduced = ReducedExponent(square.head.negated)
    let decay = shortExponential(reduced.head, reduced.tail + square.tail)
      .scaled(byPowerOfTwo: reduced.countBits)
    let large = 1 - decay * complementPolynomial((outer - 2) / (outer + 2))
    return choose(isLarge, large, small).turned(by: x.signBits)
  }
}
