import Elementary
import Expressions
import Fields

/// Follows a vector field from a point by Dormand–Prince 5(4) with steps chosen by the error.
///
/// ```swift
/// let rotation = try VectorExpressionField("-y, x")
/// let path = DormandPrince().trajectory(of: rotation, from: [1, 0], time: 2 * .pi)
/// path.points.last  // (1, 0) to within the tolerance
/// ```
public struct DormandPrince: Sendable {
  /// The error allowed in a step, relative to the size of the solution.
  public var relativeTolerance: Double
  /// The error allowed in a step where the solution is near 0.
  public var absoluteTolerance: Double
  /// The most steps that are taken, refused ones included.
  public var maximumSteps: Int

  /// A solver with these tolerances.
  public init(
    relativeTolerance: Double = 1e-8, absoluteTolerance: Double = 1e-10, maximumSteps: Int = 100_000
  ) {
    self.relativeTolerance = relativeTolerance
    self.absoluteTolerance = absoluteTolerance
    self.maximumSteps = maximumSteps
  }

  /// The path of a point that moves with the field for a time; a negative time goes backward.
  ///
  /// The field is never evaluated beyond the end of the time. What was found before a pole or too many steps
  /// is kept in ``Trajectory/points``, and ``Trajectory/end`` says why it stops there.
  public func trajectory(of field: some VectorField, from start: [Double], time: Double) -> Trajectory {
    precondition(field.components == field.dimension, "to move, a point needs a component a coordinate")
    precondition(start.count == field.dimension, "the start has as many coordinates as the field")
    var stepper = Stepper(field: field, start: start, solver: self, time: time)
    return stepper.run()
  }
}

/// The points that a solver went through and why it stopped.
public struct Trajectory: Sendable, Equatable {
  /// Why a trajectory ends.
  public enum End: UInt8, Sendable, Equatable {
    /// The time was used up.
    case time
    /// The field or the point was not finite, or the steps became too small to move.
    case notFinite
    /// ``DormandPrince/maximumSteps`` were taken.
    case tooManySteps
  }

  /// The time at each point, from 0.
  public internal(set) var times: [Double]
  /// The points, the start first.
  public internal(set) var points: [[Double]]
  /// Why it ends.
  public internal(set) var end: End
  /// How often the field was evaluated.
  public internal(set) var evaluations: Int
}

/// One run of the solver: the state between two steps.
private struct Stepper<Field: VectorField> {
  let field: Field
  let solver: DormandPrince
  let tableau = ButcherTableau.dormandPrince54
  let target: Double
  let direction: Double
  let dimension: Int
  let trial: Block<Double>
  let slope: Block<Double>
  var slopes: [[Double]]
  var point: [Double]
  var time = 0.0
  var step = 0.0
  var lastError = 1e-4
  var evaluations = 0

  init(field: Field, start: [Double], solver: DormandPrince, time: Double) {
    self.field = field
    self.solver = solver
    target = time
    direction = time < 0 ? -1 : 1
    dimension = start.count
    point = start
    trial = Block(rows: start.count, capacity: 1)
    trial.count = 1
    slope = Block(rows: start.count, capacity: 1)
    slopes = Array(repeating: Array(repeating: 0, count: start.count), count: tableau.stageCount)
  }

  mutating func evaluate(_ at: [Double], stage: Int) {
    for row in 0..<dimension { trial[row, 0] = at[row] }
    field.values(at: trial, into: slope)
    for row in 0..<dimension { slopes[stage][row] = slope[row, 0] }
    evaluations += 1
  }

  mutating func run() -> Trajectory {
    var result = Trajectory(times: [0], points: [point], end: .time, evaluations: 0)
    evaluate(point, stage: 0)
    step = firstStep()
    var taken = 0
    while (target - time) * direction > 0 {
      guard taken < solver.maximumSteps else {
        result.end = .tooManySteps
        break
      }
      taken += 1
      let remaining = target - time
      let isLast = (step * direction) >= remaining * direction
      let h = isLast ? remaining : step
      guard h.isFinite, time + h != time else {
        result.end = .notFinite
        break
      }
      let (next, error) = attempt(h)
      if error <= 1 {
        time = isLast ? target : time + h
        point = next
        slopes.swapAt(0, tableau.stageCount - 1)
        result.times.append(time)
        result.points.append(point)
      }
      step = h * factor(for: error, accepted: error <= 1)
    }
    result.evaluations = evaluations
    return result
  }

  /// One step of length h: the new point and its error over what is allowed.
  mutating func attempt(_ h: Double) -> ([Double], Double) {
    var next = point
    for stage in 1..<tableau.stageCount {
      let row = tableau.coefficients[stage]
      for index in 0..<dimension {
        var sum = 0.0
        for (earlier, coefficient) in row.enumerated() { sum += coefficient * slopes[earlier][index] }
        next[index] = point[index] + h * sum
      }
      evaluate(next, stage: stage)
    }
    // The last stage stands at the new point itself, so that `next` is the solution of order 5.
    var total = 0.0
    for index in 0..<dimension {
      var sum = 0.0
      for (stage, weight) in tableau.errorWeights.enumerated() { sum += weight * slopes[stage][index] }
      let size = max(point[index].magnitude, next[index].magnitude)
      let allowed = solver.absoluteTolerance + solver.relativeTolerance * size
      total += (h * sum / allowed) * (h * sum / allowed)
    }
    let error = (total / Double(dimension)).squareRoot()
    return (
      next, error.isFinite && slopes[tableau.stageCount - 1].allSatisfy { $0.isFinite } ? error : .infinity
    )
  }

  /// The PI controller of Hairer, Nørsett and Wanner (1993), section IV.2: β = 0.04, α = 0.2 − 0.75 β.
  mutating func factor(for error: Double, accepted: Bool) -> Double {
    guard error.isFinite else { return 0.1 }
    let bounded = max(error, 1e-10)
    let proportional = 0.9 * Double.pow(bounded, -0.17)
    let scale = min(10, max(0.2, proportional * Double.pow(lastError, 0.04)))
    if accepted {
      lastError = max(bounded, 1e-4)
      return scale
    }
    return min(1, scale)
  }

  /// A first step whose error is near the tolerance: Hairer, Nørsett and Wanner (1993), section II.4, shortened.
  func firstStep() -> Double {
    var size = 0.0
    var speed = 0.0
    for index in 0..<dimension {
      let allowed = solver.absoluteTolerance + solver.relativeTolerance * point[index].magnitude
      size += (point[index] / allowed) * (point[index] / allowed)
      speed += (slopes[0][index] / allowed) * (slopes[0][index] / allowed)
    }
    let guess = size < 1e-10 || speed < 1e-10 ? 1e-6 : 0.01 * (size / speed).squareRoot()
    return direction * min(guess, (target * direction))
  }
}
