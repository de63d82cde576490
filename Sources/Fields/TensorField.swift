import Expressions
import LinearAlgebra

/// A matrix at every point: a Jacobian, a Hessian, a stress.
///
/// ```swift
/// let saddle = try ScalarExpressionField("x^2 - y^2 + x y")
/// hessian(of: saddle).value(at: [0, 0])        // [[2, 1], [1, -2]]
/// jacobian(of: saddle.gradient).value(at: [0, 0])
/// ```
public protocol TensorField: Sendable {
  /// The number of coordinates of a point.
  var dimension: Int { get }

  /// The number of rows of the matrix.
  var rows: Int { get }

  /// The number of columns of the matrix.
  var columns: Int { get }

  /// The matrix at every point; row i·columns + j is Tᵢⱼ.
  func values(at points: Block<Double>, into values: Block<Double>)

  /// The first derivatives at every point; row (i·columns + j)·dimension + k is ∂Tᵢⱼ/∂xₖ.
  func derivatives(at points: Block<Double>, into derivatives: Block<Double>)
}

extension TensorField {
  /// The matrix at one point.
  public func value(at point: [Double]) -> Matrix {
    let values = Block<Double>(rows: rows * columns, capacity: 1)
    self.values(at: Block(point: point), into: values)
    return Matrix(rows: rows, columns: columns) { values[$0 * columns + $1, 0] }
  }
}

/// The Jacobian ∂Fᵢ/∂xⱼ of a vector field as a field of matrices, one row a component.
public func jacobian<Base: VectorField>(of field: Base) -> some TensorField { JacobianField(base: field) }

/// The Hessian ∂²f/∂xᵢ∂xⱼ of a scalar field as a field of symmetric matrices.
public func hessian<Base: ScalarField>(of field: Base) -> some TensorField { HessianField(base: field) }

private struct JacobianField<Base: VectorField>: TensorField {
  let base: Base

  var dimension: Int { base.dimension }
  var rows: Int { base.components }
  var columns: Int { base.dimension }

  func values(at points: Block<Double>, into values: Block<Double>) {
    base.jacobians(at: points, into: values)
  }

  func derivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    base.hessians(at: points, into: derivatives)
  }
}

private struct HessianField<Base: ScalarField>: TensorField {
  let base: Base

  var dimension: Int { base.dimension }
  var rows: Int { base.dimension }
  var columns: Int { base.dimension }

  func values(at points: Block<Double>, into values: Block<Double>) {
    base.hessians(at: points, into: values)
  }

  func derivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    base.thirdDerivatives(at: points, into: derivatives)
  }
}
