extension Double: LaneScalar {
  /// e^x, over memory.
  @export(interface)
  public static func exp(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: exp(_:into:count:)) { DoubleBlock.exponential($0) }
  }

  /// 2^x, over memory.
  @export(interface)
  public static func exp2(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: exp2(_:into:count:)) { DoubleBlock.binaryExponential($0) }
  }

  /// e^x − 1, accurate near 0, over memory.
  @export(interface)
  public static func expm1(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: expm1(_:into:count:)) { DoubleBlock.exponentialMinusOne($0) }
  }

  /// The natural logarithm, over memory.
  @export(interface)
  public static func log(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: log(_:into:count:)) { DoubleBlock.logarithm($0) }
  }

  /// The logarithm to base 2, over memory.
  @export(interface)
  public static func log2(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: log2(_:into:count:)) { DoubleBlock.binaryLogarithm($0) }
  }

  /// The logarithm to base 10, over memory.
  @export(interface)
  public static func log10(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: log10(_:into:count:)) { DoubleBlock.decimalLogarithm($0) }
  }

  /// log (1 + x), accurate near 0, over memory.
  @export(interface)
  public static func log1p(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: log1p(_:into:count:)) { DoubleBlock.logarithmOnePlus($0) }
  }

  /// The sine of so many times an angle in radians, over memory.
  @export(interface)
  public static func sin(
    _ source: UnsafePointer<Double>, times factor: Double, into result: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    overBlocks(
      DoubleBlock(repeating: factor), source, result, count,
      again: { sin($0, times: factor, into: $1, count: $2) },
      kernel: { DoubleBlock.sine($0) })
  }

  /// The cosine of so many times an angle in radians, over memory.
  @export(interface)
  public static func cos(
    _ source: UnsafePointer<Double>, times factor: Double, into result: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    overBlocks(
      DoubleBlock(repeating: factor), source, result, count,
      again: { cos($0, times: factor, into: $1, count: $2) },
      kernel: { DoubleBlock.cosine($0) })
  }

  /// The sine and the cosine of so many times an angle in radians, over memory.
  @export(interface)
  public static func sinAndCos(
    _ source: UnsafePointer<Double>, times factor: Double, into sines: UnsafeMutablePointer<Double>,
    _ cosines: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(DoubleBlock(repeating: factor), source, sines, cosines, count) {
      sinAndCos($0, times: factor, into: $1, $2, count: $3)
    }
  }

  /// The tangent of an angle in radians, over memory.
  @export(interface)
  public static func tan(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: tan(_:into:count:)) { DoubleBlock.tangent($0) }
  }

  /// The arc sine, in [−π/2, π/2], over memory.
  @export(interface)
  public static func asin(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: asin(_:into:count:)) { DoubleBlock.arcSine($0) }
  }

  /// The arc cosine, in [0, π], over memory.
  @export(interface)
  public static func acos(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: acos(_:into:count:)) { DoubleBlock.arcCosine($0) }
  }

  /// The arc tangent, in [−π/2, π/2], over memory.
  @export(interface)
  public static func atan(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: atan(_:into:count:)) { DoubleBlock.arcTangent($0) }
  }

  /// The hyperbolic sine, over memory.
  @export(interface)
  public static func sinh(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: sinh(_:into:count:)) { DoubleBlock.hyperbolicSine($0) }
  }

  /// The hyperbolic cosine, over memory.
  @export(interface)
  public static func cosh(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: cosh(_:into:count:)) { DoubleBlock.hyperbolicCosine($0) }
  }

  /// The hyperbolic tangent, over memory.
  @export(interface)
  public static func tanh(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: tanh(_:into:count:)) { DoubleBlock.hyperbolicTangent($0) }
  }

  /// The inverse hyperbolic sine, over memory.
  @export(interface)
  public static func asinh(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: asinh(_:into:count:)) { DoubleBlock.areaSine($0) }
  }

  /// The inverse hyperbolic cosine, for x ≥ 1, over memory.
  @export(interface)
  public static func acosh(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: acosh(_:into:count:)) { DoubleBlock.areaCosine($0) }
  }

  /// The inverse hyperbolic tangent, for |x| ≤ 1, over memory.
  @export(interface)
  public static func atanh(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: atanh(_:into:count:)) { DoubleBlock.areaTangent($0) }
  }

  /// The real cube root, over memory.
  @export(interface)
  public static func cbrt(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: cbrt(_:into:count:)) { DoubleBlock.cubeRoot($0) }
  }

  /// The error function, 2/√π ∫₀ˣ e^(−t²) dt, over memory.
  @export(interface)
  public static func erf(
    _ source: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    overBlocks(source, result, count, again: erf(_:into:count:)) { DoubleBlock.errorFunction($0) }
  }

  /// The angle of the point (x, y), in [−π, π], over memory.
  @export(interface)
  public static func atan2(
    _ y: UnsafePointer<Double>, _ x: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    overBlocks(y, x, result, count, again: atan2(_:_:into:count:)) { DoubleBlock.arcTangent($0, $1) }
  }

  /// x^y, over memory.
  @export(interface)
  public static func pow(
    _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    overBlocks(x, y, result, count, again: pow(_:_:into:count:)) { DoubleBlock.power($0, $1) }
  }

  /// √(x² + y²), without overflow on the way, over memory.
  @export(interface)
  public static func hypot(
    _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, into result: UnsafeMutablePointer<Double>,
    count: Int
  ) {
    overBlocks(x, y, result, count, again: hypot(_:_:into:count:)) { DoubleBlock.hypotenuse($0, $1) }
  }
}
