import Elementary

/// A scalar that block programs run in: `Double` for measuring, `Float` for what moves for the eye.
public protocol BlockScalar: LaneScalar {
  /// Runs one tile of a program; each scalar compiles its own vector code.
  static func run(
    _ instructions: UnsafeBufferPointer<Instruction<Self>>, slots: UnsafePointer<UnsafeMutablePointer<Self>>,
    lanes: Int)
}

extension Double: BlockScalar {
  /// Runs one tile on vectors of 8 lanes.
  public static func run(
    _ instructions: UnsafeBufferPointer<Instruction<Double>>,
    slots: UnsafePointer<UnsafeMutablePointer<Double>>, lanes: Int
  ) {
    for instruction in instructions { instruction.run(SIMD8<Double>.self, slots: slots, lanes: lanes) }
  }
}

extension Float: BlockScalar {
  /// Runs one tile on vectors of 16 lanes.
  public static func run(
    _ instructions: UnsafeBufferPointer<Instruction<Float>>,
    slots: UnsafePointer<UnsafeMutablePointer<Float>>, lanes: Int
  ) {
    for instruction in instructions { instruction.run(SIMD16<Float>.self, slots: slots, lanes: lanes) }
  }
}
