import Elementary
import Expressions

/// The direction of a field: F/|F|, which moves points along the streamlines with unit speed.
///
/// ```swift
/// let problem = try InitialValueProblem(wind.direction, starts: seeds, to: 10)   // streamlines of length 10
/// ```
///
/// It has no value where the field is 0 or not finite. Its second derivatives are not known: NaN.
public struct DirectionField<Base: VectorField>: VectorField {
  private let base: Base

  fileprivate init(_ base: Base) { self.base = base }

  /// The number of coordinates of a point.
  public var dimension: Int { base.dimension }

  /// The number of components of the vector.
  public var components: Int { base.components }

  /// Whether the field is known at samples alone and assumed between them.
  public var isInterpolated: Bool { base.isInterpolated }

  /// The unit vector at every point; row i is its component i.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    base.values(at: points, into: values)
    let inverse = inverseLengths(values, values.companion(0, rows: 1))
    for row in 0..<components {
      let value = values.row(row)
      for lane in 0..<values.count { value[lane] *= inverse[lane] }
    }
  }

  /// 1/|F|; NaN where there is no direction.
  private func inverseLengths(
    _ vectors: Block<Double>, _ result: Block<Double>
  ) -> UnsafeMutablePointer<Double> {
    result.count = vectors.count
    let inverse = result.row(0)
    for lane in 0..<vectors.count { inverse[lane] = 0 }
    for row in 0..<components {
      let vector = vectors.row(row)
      for lane in 0..<vectors.count { inverse[lane] += vector[lane] * vector[lane] }
    }
    for lane in 0..<vectors.count {
      let square = inverse[lane]
      // The squares of numbers in this range neither overflow nor vanish.
      inverse[lane] =
        square > 1e-280 && square < 1e280 ? 1 / square.squareRoot() : inverseLength(vectors, lane)
    }
    return inverse
  }

  private func inverseLength(_ vectors: Block<Double>, _ lane: Int) -> Double {
    var length = 0.0
    for row in 0..<components { length = Double.hypot(length, vectors[row, lane]) }
    return length > 0 && length.isFinite ? 1 / length : .nan
  }

  /// The first derivatives at every point: (J − n (nᵀJ))/|F| with n = F/|F|; row i·dimension + j is ∂nᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    base.jacobians(at: points, into: jacobians)
    let units = jacobians.companion(0, rows: components)
    base.values(at: points, into: units)
    let inverse = inverseLengths(units, jacobians.companion(1, rows: 1))
    for row in 0..<components {
      for lane in 0..<points.count { units.row(row)[lane] *= inverse[lane] }
    }
    for column in 0..<dimension {
      for lane in 0..<points.count {
        var along = 0.0
        for row in 0..<components { along += units[row, lane] * jacobians[row * dimension + column, lane] }
        for row in 0..<components {
          let turned = jacobians[row * dimension + column, lane] - units[row, lane] * along
          jacobians.row(row * dimension + column)[lane] = turned * inverse[lane]
        }
      }
    }
  }

  /// Not known: NaN.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    hessians.count = points.count
    for row in 0..<components * dimension * dimension {
      for lane in 0..<points.count { hessians.row(row)[lane] = .nan }
    }
  }

  /// How far off each component may be: at most as far as the whole vector over its length.
  public func interpolationErrors(at points: Block<Double>, into errors: Block<Double>) {
    base.interpolationErrors(at: points, into: errors)
    let vectors = errors.companion(0, rows: components)
    base.values(at: points, into: vectors)
    let inverse = inverseLengths(vectors, errors.companion(1, rows: 1))
    for lane in 0..<points.count {
      var square = 0.0
      for row in 0..<components { square += errors[row, lane] * errors[row, lane] }
      let error = square.squareRoot() * inverse[lane]
      for row in 0..<components { errors.row(row)[lane] = error }
    }
  }
}

extension VectorField {
  /// The direction of the field: unit vectors along it.
  public var direction: DirectionField<Self> { DirectionField(self) }
}
