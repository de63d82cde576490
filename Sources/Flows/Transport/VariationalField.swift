import Expressions
import Fields

/// A field together with how it moves what is near: (y, M)′ = (F(y), J(y) M).
///
/// Row n + i·n + j of a value is the rate of Mᵢⱼ = ∂yᵢ/∂y⁰ⱼ, from the exact Jacobian J of the field. Followed from
/// M = 1 it gives the gradient of the flow map as exactly as the flow map itself.
struct VariationalField<Field: VectorField>: VectorField {
  let field: Field

  private var size: Int { field.components }
  private var isUnsteady: Bool { field.dimension > field.components }

  var components: Int { size + size * size }
  var dimension: Int { components + (isUnsteady ? 1 : 0) }

  /// The points that the field itself is asked for.
  private func places(_ points: Block<Double>, _ values: Block<Double>) -> Block<Double> {
    let places = values.companion(2, rows: field.dimension)
    places.count = points.count
    for row in 0..<size { places.row(row).update(from: points.row(row), count: points.count) }
    if isUnsteady { places.row(size).update(from: points.row(components), count: points.count) }
    return places
  }

  var isInterpolated: Bool { field.isInterpolated }

  /// Of the places; that of what is carried is not known.
  func interpolationErrors(at points: Block<Double>, into errors: Block<Double>) {
    let places = places(points, errors)
    let known = errors.companion(3, rows: size)
    field.interpolationErrors(at: places, into: known)
    errors.count = points.count
    for row in 0..<components {
      for lane in 0..<points.count { errors.row(row)[lane] = row < size ? known.row(row)[lane] : 0 }
    }
  }

  func values(at points: Block<Double>, into values: Block<Double>) {
    let places = places(points, values)
    let jacobians = values.companion(3, rows: size * field.dimension)
    let speeds = values.companion(4, rows: size)
    field.values(at: places, into: speeds)
    field.jacobians(at: places, into: jacobians)
    values.count = points.count
    for row in 0..<size { values.row(row).update(from: speeds.row(row), count: points.count) }
    for row in 0..<size {
      for column in 0..<size {
        let result = values.row(size + row * size + column)
        for lane in 0..<points.count { result[lane] = 0 }
        for inner in 0..<size {
          let slope = jacobians.row(row * field.dimension + inner)
          let carried = points.row(size + inner * size + column)
          for lane in 0..<points.count { result[lane] += slope[lane] * carried[lane] }
        }
      }
    }
  }

  func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    let places = places(points, jacobians)
    let slopes = jacobians.companion(3, rows: size * field.dimension)
    let bends = jacobians.companion(4, rows: size * field.dimension * field.dimension)
    field.jacobians(at: places, into: slopes)
    field.hessians(at: places, into: bends)
    jacobians.count = points.count
    for lane in 0..<points.count {
      for row in 0..<components * dimension { jacobians.row(row)[lane] = 0 }
      setJacobian(lane, points, slopes, bends, jacobians)
    }
  }

  private func setJacobian(
    _ lane: Int, _ points: Block<Double>, _ slopes: Block<Double>, _ bends: Block<Double>,
    _ result: Block<Double>
  ) {
    // The coordinates of the field: its places, and time, which stands last.
    let coordinates = (0..<field.dimension).map { $0 < size ? $0 : components }
    for row in 0..<size {
      for (index, coordinate) in coordinates.enumerated() {
        result.row(row * dimension + coordinate)[lane] = slopes.row(row * field.dimension + index)[lane]
      }
      for column in 0..<size {
        let rate = size + row * size + column
        for (index, coordinate) in coordinates.enumerated() {
          var sum = 0.0
          for inner in 0..<size {
            let bend = bends.row((row * field.dimension + inner) * field.dimension + index)[lane]
            sum += bend * points.row(size + inner * size + column)[lane]
          }
          result.row(rate * dimension + coordinate)[lane] = sum
        }
        for inner in 0..<size {
          let carried = size + inner * size + column
          result.row(rate * dimension + carried)[lane] = slopes.row(row * field.dimension + inner)[lane]
        }
      }
    }
  }

  func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    // Nothing asks for the second derivatives of a linearisation; they would need the third of the field.
    hessians.count = points.count
    for row in 0..<hessians.rows {
      for lane in 0..<points.count { hessians.row(row)[lane] = .nan }
    }
  }
}
