extension Double: ElementaryFunctions {
  /// e^x.
  public static func exp(_ x: Double) -> Double { exponential(x) }

  /// 2^x.
  public static func exp2(_ x: Double) -> Double { binaryExponential(x) }

  /// e^x − 1, accurate near 0.
  public static func expm1(_ x: Double) -> Double { exponentialMinusOne(x) }

  /// The natural logarithm.
  public static func log(_ x: Double) -> Double { logarithm(x) }

  /// The logarithm to base 2.
  public static func log2(_ x: Double) -> Double { binaryLogarithm(x) }

  /// The logarithm to base 10.
  public static func log10(_ x: Double) -> Double { decimalLogarithm(x) }

  /// log (1 + x), accurate near 0.
  public static func log1p(_ x: Double) -> Double { logarithmOnePlus(x) }

  /// The sine of an angle in radians.
  public static func sin(_ x: Double) -> Double { sine(x) }

  /// The cosine of an angle in radians.
  public static func cos(_ x: Double) -> Double { cosine(x) }

  /// The tangent of an angle in radians.
  public static func tan(_ x: Double) -> Double { tangent(x) }

  /// The arc sine, in [−π/2, π/2].
  public static func asin(_ x: Double) -> Double { arcSine(x) }

  /// The arc cosine, in [0, π].
  public static func acos(_ x: Double) -> Double { arcCosine(x) }

  /// The arc tangent, in [−π/2, π/2].
  public static func atan(_ x: Double) -> Double { arcTangent(x) }

  /// The hyperbolic sine.
  public static func sinh(_ x: Double) -> Double { hyperbolicSine(x) }

  /// The hyperbolic cosine.
  public static func cosh(_ x: Double) -> Double { hyperbolicCosine(x) }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Double) -> Double { hyperbolicTangent(x) }

  /// The inverse hyperbolic sine.
  public static func asinh(_ x: Double) -> Double { areaSine(x) }

  /// The inverse hyperbolic cosine, for x ≥ 1.
  public static func acosh(_ x: Double) -> Double { areaCosine(x) }

  /// The inverse hyperbolic tangent, for |x| ≤ 1.
  public static func atanh(_ x: Double) -> Double { areaTangent(x) }

  /// The real cube root.
  public static func cbrt(_ x: Double) -> Double { cubeRoot(x) }

  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
  public static func erf(_ x: Double) -> Double { errorFunction(x) }

  /// The angle of the point (x, y), in [−π, π].
  public static func atan2(_ y: Double, _ x: Double) -> Double { arcTangent(y, x) }

  /// x^y.
  public static func pow(_ x: Double, _ y: Double) -> Double { power(x, y) }

  /// √(x² + y²), without overflow on the way.
  public static func hypot(_ x: Double, _ y: Double) -> Double { hypotenuse(x, y) }
}
