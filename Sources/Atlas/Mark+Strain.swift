import Elementary
import Expressions
import Fields
import Figures

extension Mark {
  /// The strain of a field on an even lattice about `spacing` pixels apart: the axes along which a small drop is
  /// stretched and shrunk, expansion and shear together, without the rotation.
  public static func strain(
    of field: some VectorField, over window: Window, width: Double, height: Double, spacing: Double = 64
  ) -> Mark {
    let columns = max(2, Int(width / spacing))
    let rows = max(2, Int(height / spacing))
    let points = Block<Double>(rows: 2, capacity: columns * rows)
    let jacobians = Block<Double>(rows: 4, capacity: columns * rows)
    points.count = columns * rows
    for lane in 0..<points.count {
      let column = Double(lane % columns)
      let row = Double(lane / columns)
      points[0, lane] = window.minX + window.width * (column + 0.5) / Double(columns)
      points[1, lane] = window.minY + window.height * (row + 0.5) / Double(rows)
    }
    field.jacobians(at: points, into: jacobians)
    return .crosses(
      Crosses(
        (0..<points.count).map { lane in
          let strain = SymmetricStrain(
            jacobians[0, lane], (jacobians[1, lane] + jacobians[2, lane]) / 2, jacobians[3, lane])
          return Crosses.Cross(
            at: SIMD2(points[0, lane], points[1, lane]), angle: strain.angle, rates: strain.rates)
        }))
  }
}

/// A symmetric 2 × 2 matrix by its axes.
private struct SymmetricStrain {
  let angle: Double
  let rates: SIMD2<Double>

  init(_ xx: Double, _ xy: Double, _ yy: Double) {
    let mean = (xx + yy) / 2
    let half = (xx - yy) / 2
    let radius = Double.hypot(half, xy)
    angle = Double.atan2(xy, half) / 2
    rates = SIMD2(mean + radius, mean - radius)
  }
}
