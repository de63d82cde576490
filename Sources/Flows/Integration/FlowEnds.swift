/// Where many trajectories end, and why.
public struct FlowEnds: Sendable, Equatable {
  /// The number of trajectories.
  public let count: Int
  /// The number of coordinates of each.
  public let dimension: Int
  /// The coordinates of the ends, one end after the other.
  public private(set) var coordinates: [Double]
  /// Why each ended.
  public private(set) var endings: [Ending]
  /// The time at which each ended.
  public private(set) var times: [Double]

  init(count: Int, dimension: Int) {
    self.count = count
    self.dimension = dimension
    coordinates = Array(repeating: .nan, count: count * dimension)
    endings = Array(repeating: .time, count: count)
    times = Array(repeating: .nan, count: count)
  }

  init(_ solutions: [Solution], dimension: Int) {
    self.init(count: solutions.count, dimension: dimension)
    for (index, solution) in solutions.enumerated() {
      for (row, coordinate) in solution.end.enumerated() { coordinates[index * dimension + row] = coordinate }
      endings[index] = solution.ending
      times[index] = solution.endTime
    }
  }

  /// The end of one trajectory.
  public subscript(index: Int) -> [Double] {
    Array(coordinates[index * dimension..<(index + 1) * dimension])
  }

  mutating func withUnsafeRows(
    _ body: (
      UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Ending>,
      UnsafeMutableBufferPointer<Double>
    ) -> Void
  ) {
    coordinates.withUnsafeMutableBufferPointer { coordinates in
      endings.withUnsafeMutableBufferPointer { endings in
        times.withUnsafeMutableBufferPointer { times in body(coordinates, endings, times) }
      }
    }
  }
}

/// Writes the ends of trajectories to their places.
struct EndRecorder: TrajectoryRecorder {
  let dimension: Int
  let coordinates: UnsafeMutableBufferPointer<Double>
  let endings: UnsafeMutableBufferPointer<Ending>
  let times: UnsafeMutableBufferPointer<Double>

  var needsSteps: Bool { false }
  var needsPoints: Bool { false }

  func record(_ point: [Double], at time: Double, of trajectory: Int) {}

  func record(_ step: DenseStep, slope: [Double], of trajectory: Int) -> Stop? { nil }

  func finish(_ trajectory: Int, _ last: LastPoint, coordinate: (Int) -> Double) {
    for row in 0..<dimension { coordinates[trajectory * dimension + row] = coordinate(row) }
    endings[trajectory] = last.ending
    times[trajectory] = last.time
  }
}
