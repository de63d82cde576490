/// What becomes of trajectories while they are integrated.
protocol TrajectoryRecorder {
  /// Whether ``record(_:slope:of:)`` is to be called for every accepted step.
  var needsSteps: Bool { get }

  /// Whether, without that, ``record(_:at:of:)`` is to be called for where every accepted step ends.
  var needsPoints: Bool { get }

  /// Takes in an accepted step; a result ends the trajectory there.
  ///
  /// - Parameters:
  ///   - step: The step as a polynomial.
  ///   - slope: The field at its end.
  ///   - trajectory: The number of the start.
  mutating func record(_ step: DenseStep, slope: [Double], of trajectory: Int) -> Stop?

  /// Takes in where an accepted step ends.
  mutating func record(_ point: [Double], at time: Double, of trajectory: Int)

  /// Takes in where and why a trajectory ended; `coordinate` knows each of the end's coordinates.
  mutating func finish(_ trajectory: Int, _ last: LastPoint, coordinate: (Int) -> Double)
}

/// A place inside a step where a trajectory ends.
struct Stop {
  let ending: Ending
  let time: Double
  let point: [Double]
}

/// When and why a trajectory ended, and what it cost.
struct LastPoint {
  let ending: Ending
  let time: Double
  let attempts: Int
  let accepted: Int
  /// The length of the step that would have come next.
  let step: Double
  /// How far an interpolated field may have led astray.
  let doubt: Double
}
