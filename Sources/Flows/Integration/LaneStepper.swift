import Expressions

/// A method at work on lanes of trajectories.
protocol LaneStepper {
  /// Tries a step in every lane: fills `trial`, `last` and, under a tolerance, the errors of the state.
  func attempt(_ state: LaneState)

  /// Makes ready what ``terms(of:in:)`` needs, for all lanes at once.
  func prepareDense(_ state: LaneState)

  /// The nested terms of the polynomial over the step that a lane has just made; see ``DenseStep``.
  func terms(of lane: Int, in state: LaneState) -> [[Double]]
}

/// A row as a sum of other rows with weights: the work of every Runge–Kutta stage.
final class WeightedRows {
  private let count: Int
  private let weights: UnsafeMutablePointer<Double>
  private let rows: UnsafeMutablePointer<UnsafePointer<Double>>

  /// The weights that are not 0, each with a row of its block.
  init(_ weights: [Double], of blocks: [Block<Double>], row: Int) {
    let used = weights.indices.filter { weights[$0] != 0 }
    count = used.count
    self.weights = .allocate(capacity: max(count, 1))
    rows = .allocate(capacity: max(count, 1))
    for (index, place) in used.enumerated() {
      (self.weights + index).initialize(to: weights[place])
      (rows + index).initialize(to: UnsafePointer(blocks[place].row(row)))
    }
  }

  deinit {
    weights.deallocate()
    rows.deallocate()
  }

  /// base + scale · Σ weight · row, lane by lane; rows have room for whole vectors.
  func add(
    to base: UnsafePointer<Double>, scaledBy scale: UnsafePointer<Double>,
    into result: UnsafeMutablePointer<Double>, count: Int
  ) {
    withSums(count: count) { lane, sum in
      let total = Lanes.load(base + lane) + Lanes.load(scale + lane) * sum
      total.store(result + lane)
    }
  }

  /// Calls the body with the sums of eight lanes at a time.
  @inline(__always)
  func withSums(count lanes: Int, _ body: (Int, Lanes) -> Void) {
    let width = Lanes.scalarCount
    var lane = 0
    // Two vectors at a time hide each other's latency.
    while lane + width < lanes {
      var sum = Lanes(repeating: 0)
      var next = Lanes(repeating: 0)
      for index in 0..<count {
        let weight = Lanes(repeating: weights[index])
        let row = rows[index] + lane
        sum += Lanes.load(row) * weight
        next += Lanes.load(row + width) * weight
      }
      body(lane, sum)
      body(lane + width, next)
      lane += 2 * width
    }
    guard lane < lanes else { return }
    var sum = Lanes(repeating: 0)
    for index in 0..<count { sum += Lanes.load(rows[index] + lane) * Lanes(repeating: weights[index]) }
    body(lane, sum)
  }
}
