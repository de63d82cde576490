extension SIMD2: ElementaryFunctions where Scalar: LaneScalar {}
extension SIMD4: ElementaryFunctions where Scalar: LaneScalar {}
extension SIMD8: ElementaryFunctions where Scalar: LaneScalar {}
extension SIMD16: ElementaryFunctions where Scalar: LaneScalar {}

extension SIMD where Scalar: LaneScalar {
  /// The function over the memory of the lanes: one road for every width.
  @inlinable @inline(__always)
  static func lanes(
    _ x: Self, _ function: (UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Int) -> Void
  ) -> Self {
    var result = x
    withUnsafeMutableBytes(of: &result) { bytes in
      guard let first = bytes.assumingMemoryBound(to: Scalar.self).baseAddress else { return }
      function(first, first, scalarCount)
    }
    return result
  }

  @inlinable @inline(__always)
  static func lanes(
    _ x: Self, _ y: Self,
    _ function: (UnsafePointer<Scalar>, UnsafePointer<Scalar>, UnsafeMutablePointer<Scalar>, Int) -> Void
  ) -> Self {
    var second = y
    return withUnsafeMutableBytes(of: &second) { bytes in
      guard let other = bytes.assumingMemoryBound(to: Scalar.self).baseAddress else { return x }
      return lanes(x) { source, result, count in function(source, other, result, count) }
    }
  }

  /// e^x, lane by lane.
  @inlinable public static func exp(_ x: Self) -> Self { lanes(x, Scalar.exp(_:into:count:)) }

  /// 2^x, lane by lane.
  @inlinable public static func exp2(_ x: Self) -> Self { lanes(x, Scalar.exp2(_:into:count:)) }

  /// e^x − 1, accurate near 0, lane by lane.
  @inlinable public static func expm1(_ x: Self) -> Self { lanes(x, Scalar.expm1(_:into:count:)) }

  /// The natural logarithm, lane by lane.
  @inlinable public static func log(_ x: Self) -> Self { lanes(x, Scalar.log(_:into:count:)) }

  /// The logarithm to base 2, lane by lane.
  @inlinable public static func log2(_ x: Self) -> Self { lanes(x, Scalar.log2(_:into:count:)) }

  /// The logarithm to base 10, lane by lane.
  @inlinable public static func log10(_ x: Self) -> Self { lanes(x, Scalar.log10(_:into:count:)) }

  /// log (1 + x), accurate near 0, lane by lane.
  @inlinable public static func log1p(_ x: Self) -> Self { lanes(x, Scalar.log1p(_:into:count:)) }

  /// The sine of an angle in radians, lane by lane.
  @inlinable public static func sin(_ x: Self) -> Self { lanes(x, Scalar.sin(_:into:count:)) }

  /// The cosine of an angle in radians, lane by lane.
  @inlinable public static func cos(_ x: Self) -> Self { lanes(x, Scalar.cos(_:into:count:)) }

  /// The tangent of an angle in radians, lane by lane.
  @inlinable public static func tan(_ x: Self) -> Self { lanes(x, Scalar.tan(_:into:count:)) }

  /// The arc sine, in [−π/2, π/2], lane by lane.
  @inlinable public static func asin(_ x: Self) -> Self { lanes(x, Scalar.asin(_:into:count:)) }

  /// The arc cosine, in [0, π], lane by lane.
  @inlinable public static func acos(_ x: Self) -> Self { lanes(x, Scalar.acos(_:into:count:)) }

  /// The arc tangent, in [−π/2, π/2], lane by lane.
  @inlinable public static func atan(_ x: Self) -> Self { lanes(x, Scalar.atan(_:into:count:)) }

  /// The hyperbolic sine, lane by lane.
  @inlinable public static func sinh(_ x: Self) -> Self { lanes(x, Scalar.sinh(_:into:count:)) }

  /// The hyperbolic cosine, lane by lane.
  @inlinable public static func cosh(_ x: Self) -> Self { lanes(x, Scalar.cosh(_:into:count:)) }

  /// The hyperbolic tangent, lane by lane.
  @inlinable public static func tanh(_ x: Self) -> Self { lanes(x, Scalar.tanh(_:into:count:)) }

  /// The inverse hyperbolic sine, lane by lane.
  @inlinable public static func asinh(_ x: Self) -> Self { lanes(x, Scalar.asinh(_:into:count:)) }

  /// The inverse hyperbolic cosine, for x ≥ 1, lane by lane.
  @inlinable public static func acosh(_ x: Self) -> Self { lanes(x, Scalar.acosh(_:into:count:)) }

  /// The inverse hyperbolic tangent, for |x| ≤ 1, lane by lane.
  @inlinable public static func atanh(_ x: Self) -> Self { lanes(x, Scalar.atanh(_:into:count:)) }

  /// The real cube root, lane by lane.
  @inlinable public static func cbrt(_ x: Self) -> Self { lanes(x, Scalar.cbrt(_:into:count:)) }

  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt, lane by lane.
  @inlinable public static func erf(_ x: Self) -> Self { lanes(x, Scalar.erf(_:into:count:)) }

  /// The angle of the point (x, y), in [−π, π], lane by lane.
  @inlinable public static func atan2(_ y: Self, _ x: Self) -> Self {
    lanes(y, x, Scalar.atan2(_:_:into:count:))
  }

  /// x^y, lane by lane.
  @inlinable public static func pow(_ x: Self, _ y: Self) -> Self { lanes(x, y, Scalar.pow(_:_:into:count:)) }

  /// √(x² + y²), without overflow on the way, lane by lane.
  @inlinable public static func hypot(_ x: Self, _ y: Self) -> Self {
    lanes(x, y, Scalar.hypot(_:_:into:count:))
  }
}
