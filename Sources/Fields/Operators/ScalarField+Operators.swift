import Expressions

extension ScalarField {
  /// The Laplacian Σ ∂²f/∂xᵢ² at every point, positive where the field is below its surroundings; one row.
  ///
  /// With `settled`, what is nothing but rounding is 0, as in ``ScalarReading/settledLaplacian``.
  public func laplacians(
    at points: Block<Double>, into laplacians: Block<Double>, settled: Bool = false
  ) {
    DerivativeSum.laplacian(ScalarParts(self)).values(at: points, into: laplacians, settled: settled)
  }

  /// The derivative u·∇f along a direction at every point; one row.
  ///
  /// For a direction of length 1 it is the slope one meets when one walks that way: |∇f| cos θ.
  ///
  /// - Precondition: the direction has a number for every coordinate.
  public func directionalDerivatives(
    along direction: [Double], at points: Block<Double>, into derivatives: Block<Double>
  ) {
    DerivativeSum.directional(ScalarParts(self), along: direction)
      .derivatives(0, at: points, into: derivatives)
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
