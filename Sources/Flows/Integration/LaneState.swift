import Expressions
import Fields

/// Trajectories side by side between two steps: each lane has its own time and its own step.
final class LaneState {
  /// What is known of a lane, a row of `numbers` each.
  enum Row: Int, CaseIterable {
    /// The step to try next, with its sign.
    case step
    /// The step that is being tried.
    case tried
    /// The square of the error of the step tried, over what is allowed; above 1, or NaN, it is refused.
    case error
    /// The logarithm to base 2 of the square of the error of the last accepted step.
    case memory
    /// The greatest factor by which the next step may grow.
    case growth
    /// The steps tried so far.
    case attempts
    /// The steps accepted so far.
    case accepted
    /// The trajectory in the lane.
    case trajectory
    /// 0 while the lane goes on, otherwise why it ended.
    case ending
    /// How far an interpolated field may have led astray so far.
    case doubt
  }

  let components: Int
  /// Where each lane stands: its coordinates, then its time.
  let place: Block<Double>
  /// Where the step tried ends.
  let trial: Block<Double>
  /// The field at `place`.
  let first: Block<Double>
  /// The field at `trial`.
  let last: Block<Double>
  /// How far off the field may be at `trial`, where it is interpolated.
  let doubts: Block<Double>?
  private let numbers: Block<Double>
  /// The trajectories at work.
  var count = 0 {
    didSet {
      for block in [place, trial, first, last, numbers] { block.count = count }
      doubts?.count = count
    }
  }

  init(components: Int, capacity: Int, isInterpolated: Bool) {
    self.components = components
    place = Block(rows: components + 1, capacity: capacity)
    trial = Block(rows: components + 1, capacity: capacity)
    first = Block(rows: components, capacity: capacity)
    last = Block(rows: components, capacity: capacity)
    numbers = Block(rows: Row.allCases.count, capacity: capacity)
    doubts = isInterpolated ? Block(rows: components, capacity: capacity) : nil
  }

  var capacity: Int { place.capacity }

  /// The numbers of a row, by lane.
  func row(_ row: Row) -> UnsafeMutablePointer<Double> { numbers.row(row.rawValue) }

  /// The times of the lanes.
  var times: UnsafeMutablePointer<Double> { place.row(components) }

  /// Asks an interpolated field how far off it may be where the step tried ends.
  func doubt(_ field: AnyVectorField) {
    if let doubts { field.interpolationErrors(at: trial, into: doubts) }
  }

  /// Adds how far the field may have led astray in the accepted steps.
  func addDoubts() {
    guard let doubts else { return }
    let (error, tried, total) = (row(.error), row(.tried), row(.doubt))
    for lane in 0..<count where error[lane] <= 1 {
      var square = 0.0
      for index in 0..<components { square += doubts.row(index)[lane] * doubts.row(index)[lane] }
      total[lane] += tried[lane].magnitude * square.squareRoot()
    }
  }

  /// Every lane whose step was accepted goes to where it ended.
  func advance() {
    let error = row(.error)
    var lane = 0
    while lane < count {
      let isAccepted = Lanes.load(error + lane) .<= 1
      for index in 0...components {
        replace(place.row(index) + lane, by: trial.row(index) + lane, isAccepted)
      }
      for index in 0..<components { replace(first.row(index) + lane, by: last.row(index) + lane, isAccepted) }
      lane += Lanes.scalarCount
    }
  }

  @inline(__always)
  private func replace(
    _ row: UnsafeMutablePointer<Double>, by other: UnsafePointer<Double>, _ mask: SIMDMask<SIMD8<Int64>>
  ) {
    Lanes.load(row).replacing(with: Lanes.load(other), where: mask).store(row)
  }

  /// The last lane takes the place of one that has ended.
  func removeLane(_ lane: Int) {
    let from = count - 1
    if lane != from {
      for block in [place, first, numbers] {
        for index in 0..<block.rows { block.row(index)[lane] = block.row(index)[from] }
      }
    }
    count = from
  }
}
