import Dispatch
import Nabla

/// sin(x) cos(y) + exp(−(x² + y²)) at many points.
struct ExpressionRow: Row {
  static let name = "expression"

  let size: Int
  let threads: Int
  private let program: Program<Double>
  private let points: Block<Double>
  private let values: Block<Double>

  init(_ request: Request) throws {
    size = request.size ?? 10_000_000
    threads = request.threads
    program = Program([try Expression("sin(x) cos(y) + exp(-(x^2 + y^2))")], inputCount: 2)
    points = Block(rows: 2, capacity: size)
    values = Block(rows: 1, capacity: size)
    points.count = size
    for index in 0..<size {
      points.row(0)[index] = 4 * Scatter.signed(index, 0)
      points.row(1)[index] = 4 * Scatter.signed(index, 1)
    }
  }

  func run() {
    program.evaluate(at: points, into: values)
  }

  var check: [Check] {
    var sum = 0.0
    for index in 0..<size { sum += values.row(0)[index] }
    return [("mean", sum / Double(size))]
  }

  var result: [UInt8] {
    Array(UnsafeRawBufferPointer(start: values.row(0), count: size * MemoryLayout<Double>.stride))
  }
}
