extension Float: ElementaryFunctions {
  /// e^x.
  public static func exp(_ x: Float) -> Float { exponential(x) }

  /// 2^x.
  public static func exp2(_ x: Float) -> Float { binaryExponential(x) }

  /// e^x − 1, accurate near 0.
  public static func expm1(_ x: Float) -> Float { Float(Double.expm1(Double(x))) }

  /// The natural logarithm.
  public static func log(_ x: Float) -> Float { logarithm(x) }

  /// The logarithm to base 2.
  public static func log2(_ x: Float) -> Float { binaryLogarithm(x) }

  /// The logarithm to base 10.
  public static func log10(_ x: Float) -> Float { decimalLogarithm(x) }

  /// log (1 + x), accurate near 0.
  public static func log1p(_ x: Float) -> Float { Float(Double.log1p(Double(x))) }

  /// The sine of an angle in radians.
  public static func sin(_ x: Float) -> Float { sine(x) }

  /// The cosine of an angle in radians.
  public static func cos(_ x: Float) -> Float { cosine(x) }

  /// The tangent of an angle in radians.
  public static func tan(_ x: Float) -> Float { Float(Double.tan(Double(x))) }

  /// The arc sine, in [−π/2, π/2].
  public static func asin(_ x: Float) -> Float { Float(Double.asin(Double(x))) }

  /// The arc cosine, in [0, π].
  public static func acos(_ x: Float) -> Float { Float(Double.acos(Double(x))) }

  /// The arc tangent, in [−π/2, π/2].
  public static func atan(_ x: Float) -> Float { Float(Double.atan(Double(x))) }

  /// The hyperbolic sine.
  public static func sinh(_ x: Float) -> Float { Float(Double.sinh(Double(x))) }

  /// The hyperbolic cosine.
  public static func cosh(_ x: Float) -> Float { Float(Double.cosh(Double(x))) }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Float) -> Float { hyperbolicTangent(x) }

  /// The inverse hyperbolic sine.
  public static func asinh(_ x: Float) -> Float { Float(Double.asinh(Double(x))) }

  /// The inverse hyperbolic cosine, for x ≥ 1.
  public static func acosh(_ x: Float) -> Float { Float(Double.acosh(Double(x))) }

  /// The inverse hyperbolic tangent, for |x| ≤ 1.
  public static func atanh(_ x: Float) -> Float { Float(Double.atanh(Double(x))) }

  /// The real cube root.
  public static func cbrt(_ x: Float) -> Float { Float(Double.cbrt(Double(x))) }

  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
  public static func erf(_ x: Float) -> Float { Float(Double.erf(Double(x))) }

  /// The angle of the point (x, y), in [−π, π].
  public static func atan2(_ y: Float, _ x: Float) -> Float { Float(Double.atan2(Double(y), Double(x))) }

  /// x^y.
  public static func pow(_ x: Float, _ y: Float) -> Float { Float(Double.pow(Double(x), Double(y))) }

  /// √(x² + y²), without overflow on the way.
  public static func hypot(_ x: Float, _ y: Float) -> Float { Float(Double.hypot(Double(x), Double(y))) }
}
