import Nabla

/// Steps of Runge–Kutta's method of order 4 for particles in single precision.
struct ParticlesRow: Row {
  static let name = "particles"
  static let formula = "0.5 sin(1.7 x) - y, 0.5 sin(1.3 y) + x"
  static let time: Float = 0.01

  let size: Int
  let iterations = 10
  private let field: VectorExpressionField
  private let start: ParticleSystem
  private var system: ParticleSystem

  init(_ request: Request) throws {
    size = request.size ?? 100_000
    field = try VectorExpressionField(ParticlesRow.formula)
    let window = Window(minX: -3, maxX: 3, minY: -3, maxY: 3)
    start = ParticleSystem(count: size, window: window, seed: 1)
    system = start
  }

  mutating func run() {
    system.step(field, by: ParticlesRow.time)
  }

  var check: [Check] { [("time", Double(ParticlesRow.time))] }

  /// One step from the start, as rows of numbers: x, y before; x, y after; 1 for those born anew, else 0.
  var result: [UInt8] {
    var next = start
    next.step(field, by: ParticlesRow.time)
    let born = next.born.map { $0 ? Float(1) : 0 }
    return [start.x, start.y, next.x, next.y, born].flatMap { row in
      row.withUnsafeBytes { Array($0) }
    }
  }
}
