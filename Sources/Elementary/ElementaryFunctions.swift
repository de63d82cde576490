/// The elementary functions of a number, or of each lane of several.
///
/// `Double`, `Float` and `SIMD2`, `SIMD4`, `SIMD8`, `SIMD16` of them conform, so one generic function serves them
/// all:
///
/// ```swift
/// func gaussian<Real: ElementaryFunctions & Numeric>(_ x: Real) -> Real {
///   Real.exp(-1 * x * x)
/// }
/// ```
///
/// A value gives the same bits as a scalar, in any lane and through memory (``LaneScalar``), on every platform.
/// Zeros, infinities and NaN go as IEEE 754 and Annex F of the C standard say: outside its domain a function is
/// NaN, and an odd function keeps the sign of zero.
public protocol ElementaryFunctions {
  /// e^x.
  static func exp(_ x: Self) -> Self
  /// 2^x.
  static func exp2(_ x: Self) -> Self
  /// e^x − 1, accurate near 0.
  static func expm1(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// The logarithm to base 2.
  static func log2(_ x: Self) -> Self
  /// The logarithm to base 10.
  static func log10(_ x: Self) -> Self
  /// log (1 + x), accurate near 0.
  static func log1p(_ x: Self) -> Self
  /// The sine of an angle in radians.
  static func sin(_ x: Self) -> Self
  /// The cosine of an angle in radians.
  static func cos(_ x: Self) -> Self
  /// The tangent of an angle in radians.
  static func tan(_ x: Self) -> Self
  /// The arc sine, in [−π/2, π/2].
  static func asin(_ x: Self) -> Self
  /// The arc cosine, in [0, π].
  static func acos(_ x: Self) -> Self
  /// The arc tangent, in [−π/2, π/2].
  static func atan(_ x: Self) -> Self
  /// The hyperbolic sine.
  static func sinh(_ x: Self) -> Self
  /// The hyperbolic cosine.
  static func cosh(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
  /// The inverse hyperbolic sine.
  static func asinh(_ x: Self) -> Self
  /// The inverse hyperbolic cosine, for x ≥ 1.
  static func acosh(_ x: Self) -> Self
  /// The inverse hyperbolic tangent, for |x| ≤ 1.
  static func atanh(_ x: Self) -> Self
  /// The real cube root.
  static func cbrt(_ x: Self) -> Self
  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
  static func erf(_ x: Self) -> Self
  /// The angle of the point (x, y), in [−π, π].
  static func atan2(_ y: Self, _ x: Self) -> Self
  /// x^y.
  static func pow(_ x: Self, _ y: Self) -> Self
  /// √(x² + y²), without overflow on the way.
  static func hypot(_ x: Self, _ y: Self) -> Self
}
