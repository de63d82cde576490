import Dispatch
import Nabla

/// Himmelblau's function with its gradient and Hessian at many points, from one program.
struct HessianRow: Row {
  static let name = "hessian"

  let size: Int
  let threads: Int
  private let program: Program<Double>
  private let points: Block<Double>
  private let values: Block<Double>

  init(_ request: Request) throws {
    size = request.size ?? 1_000_000
    threads = request.threads
    var graph = ExpressionGraph()
    let value = graph.insert(try Expression("(x^2 + y - 11)^2 + (x + y^2 - 7)^2"))
    let byX = graph.derivative(of: value, by: 0)
    let byY = graph.derivative(of: value, by: 1)
    let byXX = graph.derivative(of: byX, by: 0)
    let byXY = graph.derivative(of: byX, by: 1)
    let byYY = graph.derivative(of: byY, by: 1)
    program = Program(graph, outputs: [value, byX, byY, byXX, byXY, byXY, byYY], inputCount: 2)
    points = Block(rows: 2, capacity: size)
    values = Block(rows: 7, capacity: size)
    points.count = size
    values.count = size
    for index in 0..<size {
      points.row(0)[index] = 5 * Scatter.signed(index, 0)
      points.row(1)[index] = 5 * Scatter.signed(index, 1)
    }
  }

  var iterations: Int { 5 }

  func run() {
    guard threads > 1 else { return program.evaluate(at: points, into: values) }
    nonisolated(unsafe) let points = points
    nonisolated(unsafe) let values = values
    let (program, threads, count) = (program, threads, size)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let lanes = count * thread / threads..<count * (thread + 1) / threads
      program.evaluate(at: points, into: values, lanes: lanes)
    }
  }

  var check: [Check] {
    (0..<7).map { row in
      var sum = 0.0
      for index in 0..<size { sum += values.row(row)[index] }
      return ("mean \(row)", sum / Double(size))
    }
  }

  var result: [UInt8] {
    (0..<7).flatMap { row in
      Array(UnsafeRawBufferPointer(start: values.row(row), count: size * MemoryLayout<Double>.stride))
    }
  }
}
