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
    values.count = size
    for index in 0..<size {
      points.row(0)[index] = 4 * Scatter.signed(index, 0)
      points.row(1)[index] = 4 * Scatter.signed(index, 1)
    }
  }

  func run() {
    guard threads > 1 else { return program.evaluate(at: points, into: values) }
    // Every thread has lanes of its own.
    nonisolated(unsafe) let points = points
    nonisolated(unsafe) let values = values
    let (program, threads, count) = (program, threads, size)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let lanes = count * thread / threads..<count * (thread + 1) / threads
      program.evaluate(at: points, into: values, lanes: lanes)
    }
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
