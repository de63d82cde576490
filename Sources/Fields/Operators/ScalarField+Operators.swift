import Expressions

extension ScalarField {
  /// The Laplacian Σ ∂²f/∂xᵢ² at every point, positive where the field is below its surroundings; one row.
  ///
  /// With `settled`, what is nothing but rounding is 0, as in ``ScalarReading/settledLaplacian``.
  public func laplacians(
    at points: Block<Double>, into laplacians: Block<Double>, settled: Bool = false
  ) {
    let hessians = laplacians.companion(0, rows: dimension * dimension)
    self.hessians(at: points, into: hessians)
    laplacians.count = points.count
    let sum = RowSum(laplacians, row: 0, lanes: points.count, settled: settled)
    for index in 0..<dimension { sum.add(hessians.row(index * dimension + index)) }
    sum.settle()
  }

  /// The derivative u·∇f along a direction at every point; one row.
  ///
  /// For a direction of length 1 it is the slope one meets when one walks that way: |∇f| cos θ.
  ///
  /// - Precondition: the direction has a number for every coordinate.
  public func directionalDerivatives(
    along direction: [Double], at points: Block<Double>, into derivatives: Block<Double>
  ) {
    precondition(direction.count == dimension, "a direction has a number for every coordinate")
    let gradients = derivatives.companion(0, rows: dimension)
    self.gradients(at: points, into: gradients)
    derivatives.count = points.count
    let sum = RowSum(derivatives, row: 0, lanes: points.count, settled: false)
    for (index, share) in direction.enumerated() { sum.add(gradients.row(index), times: share) }
  }
}

/// The gradient ∇f as a field of vectors, which point to where the scalar grows fastest.
///
/// Its Jacobian is the Hessian of the scalar, its second derivatives are the third ones.
public func gradient<Base: ScalarField>(of field: Base) -> some VectorField {
  VectorOf(DerivativeSum.gradient(ScalarParts(field)))
}

/// The Laplacian ∇²f = Σ ∂²f/∂xᵢ² as a scalar field.
///
/// Its gradient comes from the third derivatives; its own second ones would need the fourth, and are NaN.
public func laplacian<Base: ScalarField>(of field: Base) -> some ScalarField {
  ScalarOf(DerivativeSum.laplacian(ScalarParts(field)))
}

/// The derivative u·∇f along a direction as a scalar field; its third derivatives are NaN.
///
/// - Precondition: the direction has a number for every coordinate.
public func directionalDerivative<Base: ScalarField>(
  of field: Base, along direction: [Double]
) -> some ScalarField {
  ScalarOf(DerivativeSum.directional(ScalarParts(field), along: direction))
}
