import Expressions
import Fields

/// A field on a lattice of a picture, to see where its direction goes round.
struct DirectionLattice {
  private let field: AnyVectorField
  private let frame: StreamlineFrame
  private let columns: Int
  private let rows: Int
  private let cell: SIMD3<Double>
  private let values: Block<Double>

  /// The most nodes of a lattice.
  private static let maximumNodes = 40_000

  /// A lattice with cells about as wide as `spacing`.
  init(_ field: AnyVectorField, _ frame: StreamlineFrame, spacing: Double) {
    self.field = field
    self.frame = frame
    let area = frame.size.x * frame.size.y
    let spacing = max(spacing, (area / Double(DirectionLattice.maximumNodes)).squareRoot())
    columns = Int((frame.size.x / spacing).rounded(.up)) + 2
    rows = Int((frame.size.y / spacing).rounded(.up)) + 2
    cell = SIMD3(spacing, spacing, 1)
    let points = Block<Double>(rows: 2, capacity: columns * rows)
    values = Block<Double>(rows: 2, capacity: columns * rows)
    points.count = columns * rows
    for row in 0..<rows {
      for column in 0..<columns {
        let spot = frame.lower + corner(column, row) * frame.unit
        points.row(0)[row * columns + column] = spot.x
        points.row(1)[row * columns + column] = spot.y
      }
    }
    field.values(at: points, into: values)
  }

  // Nodes off the middle of the picture, where symmetric fields have their zeros.
  private func corner(_ column: Int, _ row: Int) -> SIMD3<Double> {
    SIMD3((Double(column) - 0.618) * cell.x, (Double(row) - 0.382) * cell.y, 0)
  }

  /// The middles of the cells around which the direction turns, and how often.
  var turns: [(place: SIMD3<Double>, index: Int)] {
    var turns: [(place: SIMD3<Double>, index: Int)] = []
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let node = row * columns + column
        let index = turning(node, node + 1, node + 1 + columns, node + columns)
        let middle = corner(column, row) + cell * SIMD3(0.5, 0.5, 0)
        if index != 0, frame.contains(middle) { turns.append((middle, index)) }
      }
    }
    return turns
  }

  /// How often the direction crosses the positive first axis counter-clockwise on the way round four nodes.
  private func turning(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Int {
    crossing(a, b) + crossing(b, c) + crossing(c, d) + crossing(d, a)
  }

  private func crossing(_ first: Int, _ second: Int) -> Int {
    let (u0, v0) = (values.row(0)[first], values.row(1)[first])
    let (u1, v1) = (values.row(0)[second], values.row(1)[second])
    guard (v0 < 0) != (v1 < 0), v0 != v1 else { return 0 }
    // The first component where the second is zero.
    let across = (u0 * v1 - u1 * v0) / (v1 - v0)
    return across > 0 ? (v0 < 0 ? 1 : -1) : 0
  }

  /// The critical point near the middle of a cell, by Newton's method, and the Jacobian there in the frame's units.
  func criticalPoint(in middle: SIMD3<Double>) -> (place: SIMD3<Double>, jacobian: [Double])? {
    let point = Block<Double>(rows: 2, capacity: 1)
    let value = Block<Double>(rows: 2, capacity: 1)
    let slopes = Block<Double>(rows: 4, capacity: 1)
    point.count = 1
    let unit = frame.unit
    var place = middle
    for _ in 0..<12 {
      let spot = frame.lower + place * unit
      (point[0, 0], point[1, 0]) = (spot.x, spot.y)
      field.values(at: point, into: value)
      field.jacobians(at: point, into: slopes)
      let (u, v) = (value[0, 0] / unit.x, value[1, 0] / unit.y)
      let jacobian = [
        slopes[0, 0], slopes[1, 0] * unit.y / unit.x, slopes[2, 0] * unit.x / unit.y, slopes[3, 0],
      ]
      let determinant = jacobian[0] * jacobian[3] - jacobian[1] * jacobian[2]
      let move = SIMD3(
        (jacobian[3] * u - jacobian[1] * v) / determinant, (jacobian[0] * v - jacobian[2] * u) / determinant,
        0)
      place -= move
      let away = place - middle
      guard away.x.magnitude <= cell.x, away.y.magnitude <= cell.y else { return nil }
      if move.length <= 1e-6 * cell.x { return (place, jacobian) }
    }
    return nil
  }
}
