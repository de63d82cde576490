import Elementary
import Expressions

/// How much of a curve, a surface, an area or a solid a step of its parameters is.
enum Measure {
  /// |dr/dt|, in any number of dimensions.
  case length
  /// |∂(x, y)/∂(u, v)|, of the plane.
  case area
  /// |∂r/∂u × ∂r/∂v|, in space.
  case surface
  /// |∂(x, y, z)/∂(u, v, w)|.
  case volume

  /// Multiplies values by the measure that belongs to the derivatives of a parametrization.
  static func scale(_ values: Block<Double>, by derivatives: Block<Double>, _ measure: Measure) {
    for lane in 0..<values.count {
      let size = measure.size(derivatives, lane)
      for row in 0..<values.rows { values.row(row)[lane] *= size }
    }
  }

  private func size(_ derivatives: Block<Double>, _ lane: Int) -> Double {
    switch self {
    case .length:
      var length = derivatives.row(0)[lane].magnitude
      for row in 1..<derivatives.rows { length = Double.hypot(length, derivatives.row(row)[lane]) }
      return length
    case .area:
      let (a, b) = (derivatives.row(0)[lane], derivatives.row(1)[lane])
      let (c, d) = (derivatives.row(2)[lane], derivatives.row(3)[lane])
      return (a * d - b * c).magnitude
    case .surface:
      let normal = Measure.normal(derivatives, lane)
      return Double.hypot(Double.hypot(normal[0], normal[1]), normal[2])
    case .volume:
      let first = Measure.column(derivatives, 0, 3, lane)
      let second = Measure.column(derivatives, 1, 3, lane)
      let product = Measure.cross(first, second) * Measure.column(derivatives, 2, 3, lane)
      return ((product[0] + product[1]) + product[2]).magnitude
    }
  }

  /// ∂r/∂u × ∂r/∂v of a surface.
  @inline(__always)
  static func normal(_ derivatives: Block<Double>, _ lane: Int) -> SIMD3<Double> {
    cross(column(derivatives, 0, 2, lane), column(derivatives, 1, 2, lane))
  }

  @inline(__always)
  private static func column(_ rows: Block<Double>, _ index: Int, _ width: Int, _ lane: Int) -> SIMD3<Double>
  {
    SIMD3(rows.row(index)[lane], rows.row(width + index)[lane], rows.row(2 * width + index)[lane])
  }

  @inline(__always)
  private static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    let x = a[1] * b[2] - a[2] * b[1]
    let y = a[2] * b[0] - a[0] * b[2]
    let z = a[0] * b[1] - a[1] * b[0]
    return SIMD3(x, y, z)
  }
}
