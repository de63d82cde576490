import Nabla

/// The work that the browser's module does for `lab_speed_run`: one step of Runge and Kutta for so many particles.
struct MoverRow<Scalar: FieldScalar>: Row {
  static var name: String { Scalar.self == Float.self ? "mover-float" : "mover-double" }

  let size: Int
  let iterations = 10
  private let field: VectorExpressionField
  private let mover = ParticleMover<Scalar>()
  private var x: [Scalar] = []
  private var y: [Scalar] = []

  init(_ request: Request) throws {
    size = request.size ?? 100_000
    field = try VectorExpressionField("0.5 sin(1.7 x) - y, 0.5 sin(1.3 y) + x")
    for index in 0..<size {
      // Whole numbers of 32 bits in the module.
      let across = Int(Int32(truncatingIfNeeded: index &* 7919)) % 100_003
      let up = Int(Int32(truncatingIfNeeded: index &* 104_729)) % 100_019
      x.append(Scalar((Double(across) / 12_500 - 4) / 2))
      y.append(Scalar((Double(up) / 12_500 - 4) / 2))
    }
  }

  mutating func run() {
    let (field, mover) = (field, mover)
    x.withUnsafeMutableBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in mover.move(x, y, with: field, by: 0.01) }
    }
  }

  /// After as many steps as there were turns: the module counts its own.
  var check: [Check] { [("sum", x.reduce(0) { $0 + Double($1) } + y.reduce(0) { $0 + Double($1) })] }
}
