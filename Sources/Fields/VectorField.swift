import Expressions
import LinearAlgebra

/// A vector at every point: a wind, a gradient, a score, a network.
///
/// A vector field answers for a block of points at once. The tools take any vector field:
///
/// ```swift
/// let rotation = try VectorExpressionField("-y, x")
/// rotation.reading(at: [1, 2]).curl  // 2
/// ```
public protocol VectorField: Sendable {
  /// The number of coordinates of a point.
  var dimension: Int { get }

  /// The number of components of the vector.
  var components: Int { get }

  /// The vector at every point; row i is the component Fᵢ.
  func values(at points: Block<Double>, into values: Block<Double>)

  /// The vector at every point in single precision, for what moves for the eye.
  func values(at points: Block<Float>, into values: Block<Float>)

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  func jacobians(at points: Block<Double>, into jacobians: Block<Double>)

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  func hessians(at points: Block<Double>, into hessians: Block<Double>)

  /// Whether the field is known at samples alone and assumed between them.
  var isInterpolated: Bool { get }

  /// How far off each component may be because of that; row i for component i, 0 where nothing is assumed.
  func interpolationErrors(at points: Block<Double>, into errors: Block<Double>)

  /// The components over whole boxes; `nil`, unless a field says otherwise, where they are known at points only.
  ///
  /// They tell an integral where the field is not smooth, and what may lie between two points.
  var enclosure: IntervalProgram? { get }

  /// The first derivatives over whole boxes, in the order of the rows of ``jacobians(at:into:)``, or `nil`.
  var jacobianEnclosure: IntervalProgram? { get }
}

extension VectorField {
  /// The field is known everywhere.
  public var isInterpolated: Bool { false }

  /// Nothing is assumed.
  public func interpolationErrors(at points: Block<Double>, into errors: Block<Double>) {
    errors.count = points.count
    for row in 0..<components {
      for lane in 0..<points.count { errors.row(row)[lane] = 0 }
    }
  }

  /// Nothing is known of the components but at points.
  public var enclosure: IntervalProgram? { nil }

  /// Nothing is known of the derivatives but at points.
  public var jacobianEnclosure: IntervalProgram? { nil }

  /// The vector at every point in single precision, computed in double precision and rounded.
  ///
  /// Exact to the last digit that a `Float` has; a field that is to move much for the eye has a faster way of its own.
  public func values(at points: Block<Float>, into values: Block<Float>) {
    let places = values.companion(0, rows: dimension)
    let vectors = values.companion(1, rows: components)
    places.count = points.count
    for row in 0..<dimension {
      let source = points.row(row)
      let place = places.row(row)
      for lane in 0..<points.count { place[lane] = Double(source[lane]) }
    }
    self.values(at: places, into: vectors)
    values.count = points.count
    for row in 0..<components {
      let source = vectors.row(row)
      let value = values.row(row)
      for lane in 0..<points.count { value[lane] = Float(source[lane]) }
    }
  }

  /// The vector at one point.
  public func value(at point: [Double]) -> [Double] {
    let values = Block<Double>(rows: components, capacity: 1)
    self.values(at: Block(point: point), into: values)
    return (0..<components).map { values[$0, 0] }
  }

  /// The first derivatives at one point; element (i, j) is ∂Fᵢ/∂xⱼ.
  public func jacobian(at point: [Double]) -> Matrix {
    let jacobians = Block<Double>(rows: components * dimension, capacity: 1)
    self.jacobians(at: Block(point: point), into: jacobians)
    return Matrix(rows: components, columns: dimension) { jacobians[$0 * dimension + $1, 0] }
  }

  /// Everything that is known of the field at one point.
  public func reading(at point: [Double]) -> VectorReading {
    let laplacians = Block<Double>(rows: components, capacity: 1)
    self.laplacians(at: Block(point: point), into: laplacians)
    let jacobian = jacobian(at: point)
    let value = value(at: point)
    // Where a component has no value it has no slope, even if the formula has one.
    func kept(_ derivative: Double, _ component: Int) -> Double {
      value[component].isFinite || !derivative.isFinite ? derivative : .nan
    }
    return VectorReading(
      point: point, value: value,
      jacobian: (0..<components).map { row in jacobian.row(row).map { kept($0, row) } },
      laplacian: (0..<components).map { kept(laplacians[$0, 0], $0) })
  }
}
