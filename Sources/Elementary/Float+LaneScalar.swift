extension Float: LaneScalar {
  /// e^x, over memory.
  @export(interface)
  public static func exp(_ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int)
  {
    overBlocks(source, result, count, again: exp(_:into:count:)) { FloatBlock.exponential($0) }
  }

  /// 2^x, over memory.
  @export(interface)
  public static func exp2(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    overBlocks(source, result, count, again: exp2(_:into:count:)) { FloatBlock.binaryExponential($0) }
  }

  /// e^x − 1, accurate near 0, over memory.
  @export(interface)
  public static func expm1(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.expm1(_:into:count:))
  }

  /// The natural logarithm, over memory.
  @export(interface)
  public static func log(_ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int)
  {
    overBlocks(source, result, count, again: log(_:into:count:)) { FloatBlock.logarithm($0) }
  }

  /// The logarithm to base 2, over memory.
  @export(interface)
  public static func log2(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    overBlocks(source, result, count, again: log2(_:into:count:)) { FloatBlock.binaryLogarithm($0) }
  }

  /// The logarithm to base 10, over memory.
  @export(interface)
  public static func log10(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    overBlocks(source, result, count, again: log10(_:into:count:)) { FloatBlock.decimalLogarithm($0) }
  }

  /// log (1 + x), accurate near 0, over memory.
  @export(interface)
  public static func log1p(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.log1p(_:into:count:))
  }

  /// The sine of so many times an angle in radians, over memory.
  @export(interface)
  public static func sin(
    _ source: UnsafePointer<Float>, times factor: Float, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    overBlocks(
      FloatBlock(repeating: factor), source, result, count,
      again: { sin($0, times: factor, into: $1, count: $2) },
      kernel: { FloatBlock.sine($0) })
  }

  /// The cosine of so many times an angle in radians, over memory.
  @export(interface)
  public static func cos(
    _ source: UnsafePointer<Float>, times factor: Float, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    overBlocks(
      FloatBlock(repeating: factor), source, result, count,
      again: { cos($0, times: factor, into: $1, count: $2) },
      kernel: { FloatBlock.cosine($0) })
  }

  /// The sine and the cosine of so many times an angle in radians, over memory.
  @export(interface)
  public static func sinAndCos(
    _ source: UnsafePointer<Float>, times factor: Float, into sines: UnsafeMutablePointer<Float>,
    _ cosines: UnsafeMutablePointer<Float>, count: Int
  ) {
    overBlocks(FloatBlock(repeating: factor), source, sines, cosines, count) {
      sinAndCos($0, times: factor, into: $1, $2, count: $3)
    }
  }

  /// The tangent of an angle in radians, over memory.
  @export(interface)
  public static func tan(_ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int)
  {
    throughDouble(source, result, count, Double.tan(_:into:count:))
  }

  /// The arc sine, in [−π/2, π/2], over memory.
  @export(interface)
  public static func asin(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.asin(_:into:count:))
  }

  /// The arc cosine, in [0, π], over memory.
  @export(interface)
  public static func acos(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.acos(_:into:count:))
  }

  /// The arc tangent, in [−π/2, π/2], over memory.
  @export(interface)
  public static func atan(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.atan(_:into:count:))
  }

  /// The hyperbolic sine, over memory.
  @export(interface)
  public static func sinh(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.sinh(_:into:count:))
  }

  /// The hyperbolic cosine, over memory.
  @export(interface)
  public static func cosh(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.cosh(_:into:count:))
  }

  /// The hyperbolic tangent, over memory.
  @export(interface)
  public static func tanh(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    overBlocks(source, result, count, again: tanh(_:into:count:)) { FloatBlock.hyperbolicTangent($0) }
  }

  /// The inverse hyperbolic sine, over memory.
  @export(interface)
  public static func asinh(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.asinh(_:into:count:))
  }

  /// The inverse hyperbolic cosine, for x ≥ 1, over memory.
  @export(interface)
  public static func acosh(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.acosh(_:into:count:))
  }

  /// The inverse hyperbolic tangent, for |x| ≤ 1, over memory.
  @export(interface)
  public static func atanh(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.atanh(_:into:count:))
  }

  /// The real cube root, over memory.
  @export(interface)
  public static func cbrt(
    _ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(source, result, count, Double.cbrt(_:into:count:))
  }

  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt, over memory.
  @export(interface)
  public static func erf(_ source: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int)
  {
    throughDouble(source, result, count, Double.erf(_:into:count:))
  }

  /// The angle of the point (x, y), in [−π, π], over memory.
  @export(interface)
  public static func atan2(
    _ y: UnsafePointer<Float>, _ x: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(y, x, result, count, Double.atan2(_:_:into:count:))
  }

  /// x^y, over memory.
  @export(interface)
  public static func pow(
    _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(x, y, result, count, Double.pow(_:_:into:count:))
  }

  /// √(x² + y²), without overflow on the way, over memory.
  @export(interface)
  public static func hypot(
    _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    throughDouble(x, y, result, count, Double.hypot(_:_:into:count:))
  }
}
