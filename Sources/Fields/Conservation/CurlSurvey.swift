import Elementary
import Expressions

/// The curl of a field on a lattice over a box: where it is largest, and how large its derivatives are.
struct CurlSurvey {
  /// Where the largest curl was seen; the middle of the box where none was.
  private(set) var place: [Double]
  /// The largest curl, with its sign.
  private(set) var value = 0.0
  /// The coordinates i, j of ∂Fⱼ/∂xᵢ − ∂Fᵢ/∂xⱼ.
  private(set) var pair = SIMD2(0, 1)
  /// The largest derivative.
  private(set) var scale = 0.0

  init(of field: some VectorField, in box: IntervalBox) {
    place = box.centre
    let count = field.dimension
    let points = CurlSurvey.lattice(box)
    let jacobians = Block<Double>(rows: count * count, capacity: points.count)
    field.jacobians(at: points, into: jacobians)
    for lane in 0..<points.count {
      for i in 0..<count {
        for j in 0..<count {
          let slope = jacobians[j * count + i, lane]
          if slope.isFinite { scale = max(scale, slope.magnitude) }
          guard i < j else { continue }
          let curl = slope - jacobians[i * count + j, lane]
          if curl.isFinite, curl.magnitude > value.magnitude {
            value = curl
            pair = SIMD2(i, j)
            place = (0..<count).map { points[$0, lane] }
          }
        }
      }
    }
  }

  /// Points a little off the middle of even cells, so that no symmetry hides anything; some thousand of them.
  static func lattice(_ box: IntervalBox, about count: Double = 1200) -> Block<Double> {
    let dimension = box.dimension
    let side = max(2, Int(Double.pow(count, 1 / Double(dimension))))
    var total = 1
    for _ in 0..<dimension where total < 20_000 { total *= side }
    let points = Block<Double>(rows: dimension, capacity: total)
    points.count = total
    for lane in 0..<total {
      var rest = lane
      for row in 0..<dimension {
        let share = (Double(rest % side) + 0.5 + 0.137 / Double(row + 1)) / Double(side)
        points[row, lane] = box[row].lower + share * (box[row].upper - box[row].lower)
        rest /= side
      }
    }
    return points
  }
}
