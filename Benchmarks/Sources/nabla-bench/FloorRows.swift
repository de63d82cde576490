import Dispatch
import Nabla

// What the floor of a row is computed from, measured in the same minutes: the rate of a streaming copy, and
// that of a bare logarithm. The logarithm is written here, without special arguments and with no more terms than
// the type needs, so that it says what the machine can do and not what Nabla does.

/// A copy from memory to memory, each array larger than any cache.
struct CopyRow: Row {
  static let name = "copy"

  let size: Int
  private let source: [Double]
  private var target: [Double]

  init(_ request: Request) {
    size = request.size ?? 10_000_000
    source = (0..<size).map { Double($0) }
    target = Array(repeating: 1, count: size)
  }

  mutating func run() {
    source.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        to.update(from: from, count: source.count)
      }
    }
  }

  var check: [Check] { [("last", target[size - 1])] }
}

/// The memory of the row `hessian` without its arithmetic: two columns read, seven written, by as many threads as asked.
struct BareRowsRow: Row {
  static let name = "bare-rows"

  let size: Int
  private let threads: Int
  private let points: Block<Double>
  private let values: Block<Double>

  init(_ request: Request) {
    size = request.size ?? 1_000_000
    threads = request.threads
    points = Block(rows: 2, capacity: size)
    values = Block(rows: 7, capacity: size)
    for index in 0..<size { (points.row(0)[index], points.row(1)[index]) = (Double(index), 1) }
    for row in 0..<7 {
      for index in 0..<size { values.row(row)[index] = 1 }
    }
  }

  func run() {
    // Every thread has lanes of its own.
    nonisolated(unsafe) let points = points
    nonisolated(unsafe) let values = values
    let (threads, count) = (threads, size)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let end = count * (thread + 1) / threads
      var start = count * thread / threads
      // As block programs do: a tile of every row, then the next tile.
      while start < end {
        let next = min(start + 256, end)
        for row in 0..<7 {
          let (x, y, sum) = (points.row(0), points.row(1), values.row(row))
          for index in start..<next { sum[index] = x[index] + y[index] }
        }
        start = next
      }
    }
  }

  var check: [Check] { [("last", values[6, size - 1])] }
}

/// Bare logarithms of numbers in the first-level cache.
struct LogarithmRow<Scalar: BareLogarithm>: Row {
  static var name: String { Scalar.rowName }

  let size: Int
  private let source: [Scalar]
  private var logarithms: [Scalar]

  init(_ request: Request) {
    size = request.size ?? 10_000_000
    source = (0..<1024).map { Scalar(1 + Scatter.signed($0, 0) * 0.5) }
    logarithms = source
  }

  mutating func run() {
    for _ in 0..<size / source.count {
      source.withUnsafeBufferPointer { source in
        logarithms.withUnsafeMutableBufferPointer { result in Scalar.logarithms(source, result) }
      }
    }
  }

  /// The largest error against the library's own logarithm: what is bare must still be one.
  var check: [Check] {
    let errors = zip(source, logarithms).map { abs(Double($1) - Double.log(Double($0))) }
    return [("error", errors.max() ?? 0)]
  }
}
