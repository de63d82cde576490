import Dispatch
import Nabla

/// Divergence and curl of a sampled field of the plane, from differences of order two.
struct GridRow: Row {
  static let name = "grid"

  let size: Int
  let threads: Int
  private let differences: GridDifferences
  private let samples: Block<Double>
  private let result: Block<Double>

  init(_ request: Request) throws {
    size = request.size ?? 4096
    threads = request.threads
    let grid = try UniformGrid([
      UniformGrid.Axis(from: -3, through: 3, count: size),
      UniformGrid.Axis(from: -3, through: 3, count: size),
    ])
    differences = try GridDifferences.divergenceAndCurl(on: grid, order: .second)
    samples = Block(rows: 2, capacity: grid.count)
    samples.count = grid.count
    for index in 0..<grid.count {
      samples.row(0)[index] = Scatter.signed(index, 0)
      samples.row(1)[index] = Scatter.signed(index, 1)
    }
    result = Block(rows: 2, capacity: grid.count)
    result.count = grid.count
  }

  func run() {
    nonisolated(unsafe) let samples = samples
    nonisolated(unsafe) let result = result
    let (differences, threads, lines) = (differences, threads, differences.lineCount)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let part = lines * thread / threads..<lines * (thread + 1) / threads
      do {
        try differences.apply(to: samples, into: result, lines: part)
      } catch {
        fatalError("the samples are those of the grid: \(error)")
      }
    }
  }

  var check: [Check] {
    (0..<2).map { row in
      // Line by line: one sum of all would lose five digits.
      var sum = 0.0
      for line in 0..<size {
        var part = 0.0
        for index in line * size..<(line + 1) * size { part += result.row(row)[index].magnitude }
        sum += part
      }
      return (row == 0 ? "mean divergence" : "mean curl", sum / Double(result.count))
    }
  }
}
