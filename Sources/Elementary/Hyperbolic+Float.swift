extension FloatLanes {
  /// (tanh x / x − 1) / z with z = x², for |x| ≤ 0.9.
  @inline(__always) static func hyperbolicTangentPolynomial(_ z: Self) -> Self {
    // Scripts/coefficients.py tangentSingle
    let a0 = z * 0x1.1110aep-3 - 0x1.555554p-2
    let a1 = z * 0x1.6559acp-6 - 0x1.ba07e4p-5
    let a2 = z * 0x1.9e7534p-9 - 0x1.1bb8ap-7
    let a3 = z * 0x1.1ec9c6p-13 - 0x1.d694ap-11
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let b1 = z2 * a3 + a2
    let z4 = z2 * z2
    let p = z4 * b1 + b0
    return p
  }

  /// tanh x: an odd polynomial up to 0.9, then 1 − 2 / (e^2x + 1), whose error the subtraction shrinks.
  @inline(__always) static func hyperbolicTangent(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let z = size * size
    let small = size + size * z * hyperbolicTangentPolynomial(z)
    // From 9.1 on the result is 1 to half a unit in the last place.
    let limited = choose(9.5 .< size, 9.5, size)
    let large = 1 - Self(2) / (exponential(limited + limited) + 1)
    return choose(0.9 .< size, large, small).turned(by: x.signBits)
  }
}
