import Elementary
import Expressions
import LinearAlgebra

/// One step of Newton's method at a lane of blocks, damped where the Jacobian has no inverse.
struct NewtonStep {
  /// The length of the field.
  let length: Double
  /// What is to be added to the point; NaN where the field is not a number.
  let shift: [Double]
  /// Whether the Jacobian has an inverse.
  let isRegular: Bool
  private let matrix: Matrix

  init(_ values: Block<Double>, _ jacobians: Block<Double>, _ lane: Int, _ dimension: Int) {
    let value = (0..<dimension).map { -values[$0, lane] }
    var length = 0.0
    for component in value { length = Double.hypot(length, component) }
    self.length = length
    matrix = Matrix(rows: dimension, columns: dimension) { jacobians[$0 * dimension + $1, lane] }
    if let factors = try? LUFactorization(matrix), let shift = try? factors.solve(value) {
      self.shift = shift
      isRegular = true
      return
    }
    isRegular = false
    // (JᵀJ + λ)s = −JᵀF (Levenberg 1944): a short way downhill.
    let transposed = matrix.transposed
    let damping = 1e-6 * (matrix.norm * matrix.norm) + Double.leastNormalMagnitude
    let normal = transposed * matrix + Matrix(diagonal: [Double](repeating: damping, count: dimension))
    let factors = try? LUFactorization(normal)
    let solution = try? factors?.solve(transposed * value)
    shift = solution ?? [Double](repeating: .nan, count: dimension)
  }

  /// How far the zero moves, at most, where the field changes by so much; ∞ without an inverse.
  func displacement(by change: Double) -> Double {
    guard isRegular, let factors = try? LUFactorization(matrix) else { return .infinity }
    return change * factors.inverse.norm
  }
}

/// A zero that Newton's method has come to rest on.
struct PolishedZero {
  let location: [Double]
  /// An estimate of its distance from the zero.
  let error: Double
  /// The length of the field there.
  let length: Double
}

/// Newton's method from many points at once.
struct NewtonPolish<Field: VectorField> {
  private struct Walker {
    var place: [Double]
    let start: [Double]
    var lastStep = Double.infinity
  }

  private let field: Field
  private let cell: [Double]
  /// How much of the field may be rounding.
  private let rounding: Double
  private var walkers: [Walker]
  /// Where the walkers came to rest.
  private(set) var zeros: [PolishedZero] = []

  init(_ field: Field, _ starts: [[Double]], cell: [Double], rounding: Double) {
    self.field = field
    self.cell = cell
    self.rounding = rounding
    walkers = starts.map { Walker(place: $0, start: $0) }
  }

  mutating func run() {
    let dimension = field.dimension
    let points = Block<Double>(rows: dimension, capacity: max(walkers.count, 1))
    let values = Block<Double>(rows: dimension, capacity: max(walkers.count, 1))
    let jacobians = Block<Double>(rows: dimension * dimension, capacity: max(walkers.count, 1))
    for _ in 0..<150 where !walkers.isEmpty {
      points.count = walkers.count
      for (lane, walker) in walkers.enumerated() {
        for row in 0..<dimension { points[row, lane] = walker.place[row] }
      }
      field.values(at: points, into: values)
      field.jacobians(at: points, into: jacobians)
      var remaining: [Walker] = []
      for (lane, walker) in walkers.enumerated() {
        let step = NewtonStep(values, jacobians, lane, dimension)
        if let moved = advance(walker, step) { remaining.append(moved) }
      }
      walkers = remaining
    }
  }

  /// The walker after a step; `nil` if it has come to rest or gone astray.
  private mutating func advance(_ walker: Walker, _ step: NewtonStep) -> Walker? {
    var size = 0.0
    var unit = 0.0
    for (side, shift) in step.shift.enumerated() {
      size = Double.hypot(size, shift)
      unit = max(unit, max(walker.place[side].magnitude, cell[side]).ulp)
    }
    guard size.isFinite else { return nil }
    let ratio = size / walker.lastStep
    let width = cell.max() ?? 0
    // What hardly shrinks any more is rounding, or a zero so degenerate that it is not found better.
    let isStalled = ratio > 0.9 && size < 1e-4 * width
    if size <= 4 * unit || isStalled {
      // Steps that shrink by a share only are a geometric series; what is left of them is its rest.
      let rest = size / (1 - min(ratio, 0.9))
      let moved = min(step.displacement(by: rounding), 1e-2 * width)
      zeros.append(
        PolishedZero(location: walker.place, error: max(2 * rest, 2 * unit, moved), length: step.length))
      return nil
    }
    var next = walker
    next.lastStep = size
    for side in next.place.indices {
      // No step leads further than two cells, and no walk further than four.
      let shift = max(-2 * cell[side], min(2 * cell[side], step.shift[side]))
      next.place[side] += shift
      if (next.place[side] - next.start[side]).magnitude > 4 * cell[side] { return nil }
    }
    return next
  }
}
