import Elementary

/// A scalar that block programs run in: `Double` for measuring, `Float` for what moves for the eye.
public protocol BlockScalar: LaneScalar, FormulaNumber {
  /// Evaluates a program at some lanes of blocks, or at all lanes in use.
  ///
  /// It is a member of the scalar, and not of the generic program, so that all of it is compiled for the scalar
  /// and its own vectors, wherever a program is called from.
  static func evaluate(
    _ program: Program<Self>, at points: Block<Self>, into values: Block<Self>, lanes: Range<Int>?)
}

// As many lanes as two registers of a processor hold; those of WebAssembly have 128 bits.
#if arch(wasm32)
  private typealias DoubleLanes = SIMD4<Double>
  private typealias FloatLanes = SIMD8<Float>
#else
  private typealias DoubleLanes = SIMD8<Double>
  private typealias FloatLanes = SIMD16<Float>
#endif

extension Double: BlockScalar {
  /// Evaluates on vectors of two registers.
  @export(interface)
  public static func evaluate(
    _ program: Program<Double>, at points: Block<Double>, into values: Block<Double>, lanes: Range<Int>?
  ) {
    program.evaluate(DoubleLanes.self, at: points, into: values, lanes: lanes)
  }
}

extension Float: BlockScalar {
  /// Evaluates on vectors of two registers.
  @export(interface)
  public static func evaluate(
    _ program: Program<Float>, at points: Block<Float>, into values: Block<Float>, lanes: Range<Int>?
  ) {
    program.evaluate(FloatLanes.self, at: points, into: values, lanes: lanes)
  }
}
