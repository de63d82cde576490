extension FloatLanes {
  /// (tanh x / x − 1) / z with z = x², for |x| ≤ 0.55.
  @inline(__always) static func hyperbolicTangentPolynomial(_ z: Self) -> Self {
    // Scripts/coefficients.py tangentSingle
    var p = Self(-0x1.9c96e4p-8)
    p = p * z + 0x1.5982acp-6
    p = p * z - 0x1.b931fep-5
    p = p * z + 0x1.110d6ap-3
    p = p * z - 0x1.55554cp-2
    return p
  }

  /// tanh x: an odd polynomial up to 0.55, then 1 − 2 / (e^2x + 1), whose error the subtraction shrinks.
  @inline(__always) static func hyperbolicTangent(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let z = size * size
    let small = size + size * z * hyperbolicTangentPolynomial(z)
    // From 9.1 on the result is 1 to half a unit in the last place.
    let limited = choose(9.5 .< size, 9.5, size)
    let large = 1 - Self(2) / (exponential(limited + limited) + 1)
    return choose(0.55 .< size, large, small).turned(by: x.signBits)
  }
}
