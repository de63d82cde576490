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
struct WeightedRows {
  private let weights: [Double]
  private let rows: [UnsafePointer<Double>]

  /// The weights that are not 0, each with a row of its block.
  init(_ weights: [Double], of blocks: [Block<Double>], row: Int) {
    let used = weights.indices.filter { weights[$0] != 0 }
    self.weights = used.map { weights[$0] }
    rows = used.map { UnsafePointer(blocks[$0].row(row)) }
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
  func withSums(count: Int, _ body: (Int, Lanes) -> Void) {
    weights.withUnsafeBufferPointer { weights in
      rows.withUnsafeBufferPointer { rows in
        var lane = 0
        while lane < count {
          var sum = Lanes(repeating: 0)
          for index in 0..<rows.count {
            sum += Lanes.load(rows[index] + lane) * Lanes(repeating: weights[index])
          }
          body(lane, sum)
          lane += Lanes.scalarCount
        }
      }
    }
  }
}

/// Lanes that are worked on at once.
typealias Lanes = SIMD8<Double>

extension SIMD {
  @inline(__always) static func load(_ source: UnsafePointer<Scalar>) -> Self {
    UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }

  @inline(__always) func store(_ result: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(result).storeBytes(of: self, as: Self.self)
  }
}
