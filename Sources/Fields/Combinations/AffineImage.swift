import Expressions
import LinearAlgebra

/// L·F(M·x + t): a field moved, turned, scaled, or one of its components.
///
/// What is 0 in L or M leaves out what it multiplies, also where that is infinite or undefined.
struct AffineImage<Base: FieldParts>: FieldParts {
  let base: Base
  /// L; `nil` for the identity.
  var left: Matrix?
  /// M; `nil` for the identity.
  var map: Matrix?
  /// t; `nil` for 0.
  var offset: [Double]?

  var dimension: Int { map?.columns ?? base.dimension }
  var components: Int { left?.rows ?? base.components }

  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    derivatives.count = points.count
    let places = derivatives.companion(0, rows: base.dimension)
    let answers = derivatives.companion(1, rows: base.rows(order))
    base.derivatives(order, at: moved(points, places), into: answers)
    let rule = SymmetricRows(dimension: dimension, order: order)
    for component in 0..<components {
      rule.forEachRising { variables, place in
        let sum = derivatives.row(component * rule.count + place)
        for lane in 0..<points.count { sum[lane] = 0 }
        self.add(component, variables, of: answers, to: sum)
      }
      rule.mirror(component, of: derivatives, lanes: points.count)
    }
  }

  /// M·x + t.
  private func moved(_ points: Block<Double>, _ places: Block<Double>) -> Block<Double> {
    guard map != nil || offset != nil else { return points }
    places.count = points.count
    for row in 0..<base.dimension {
      let place = places.row(row)
      let start = offset?[row] ?? 0
      for lane in 0..<points.count { place[lane] = start }
      for column in 0..<dimension {
        let factor = coefficient(map, row, column)
        guard factor != 0 else { continue }
        let coordinate = points.row(column)
        for lane in 0..<points.count { place[lane] += factor * coordinate[lane] }
      }
    }
    return places
  }

  private func coefficient(_ matrix: Matrix?, _ row: Int, _ column: Int) -> Double {
    matrix?[row, column] ?? (row == column ? 1 : 0)
  }

  /// Adds Σ L_ca M_pi M_qj … ∂_p ∂_q … F_a.
  private func add(
    _ component: Int, _ variables: [Int], of answers: Block<Double>, to sum: UnsafeMutablePointer<Double>
  ) {
    let rule = SymmetricRows(dimension: base.dimension, order: variables.count)
    for source in 0..<base.components {
      let share = coefficient(left, component, source)
      guard share != 0 else { continue }
      for place in 0..<rule.count {
        var factor = share
        var rest = place
        for variable in variables.reversed() {
          factor *= coefficient(map, rest % base.dimension, variable)
          rest /= base.dimension
        }
        guard factor != 0 else { continue }
        let term = answers.row(source * rule.count + place)
        for lane in 0..<answers.count { sum[lane] += factor * term[lane] }
      }
    }
  }
}
