import Expressions

extension VectorField {
  /// The divergence Σ ∂Fᵢ/∂xᵢ at every point, positive at a source; one row.
  ///
  /// With `settled`, what is nothing but rounding is 0, as in ``VectorReading/settledDivergence``.
  ///
  /// - Precondition: the field has as many components as coordinates.
  public func divergences(
    at points: Block<Double>, into divergences: Block<Double>, settled: Bool = false
  ) {
    precondition(components == dimension, "the divergence needs as many components as coordinates")
    let jacobians = divergences.companion(0, rows: components * dimension)
    self.jacobians(at: points, into: jacobians)
    divergences.count = points.count
    let sum = RowSum(divergences, row: 0, lanes: points.count, settled: settled)
    for index in 0..<dimension { sum.add(jacobians.row(index * dimension + index)) }
    sum.settle()
  }

  /// The curl at every point: one row ∂F₂/∂x − ∂F₁/∂y in the plane, positive counter-clockwise; three rows in space, by
  /// the right-hand rule.
  ///
  /// With `settled`, what is nothing but rounding is 0, as in ``VectorReading/settledCurl``.
  ///
  /// - Precondition: the field has two components and two coordinates, or three of each.
  public func curls(at points: Block<Double>, into curls: Block<Double>, settled: Bool = false) {
    precondition(components == dimension, "the curl needs as many components as coordinates")
    precondition(dimension == 2 || dimension == 3, "the curl is that of the plane or of space")
    let jacobians = curls.companion(0, rows: components * dimension)
    self.jacobians(at: points, into: jacobians)
    curls.count = points.count
    for row in 0..<(dimension == 2 ? 1 : 3) {
      let first = dimension == 2 ? 0 : (row + 1) % 3
      let second = dimension == 2 ? 1 : (row + 2) % 3
      let sum = RowSum(curls, row: row, lanes: points.count, settled: settled)
      sum.add(jacobians.row(second * dimension + first))
      sum.add(jacobians.row(first * dimension + second), times: -1)
      sum.settle()
    }
  }

  /// The Laplacian Σ ∂²F/∂xⱼ² at every point; row i is that of the component Fᵢ.
  ///
  /// With `settled`, what is nothing but rounding is 0.
  public func laplacians(
    at points: Block<Double>, into laplacians: Block<Double>, settled: Bool = false
  ) {
    let hessians = laplacians.companion(0, rows: components * dimension * dimension)
    self.hessians(at: points, into: hessians)
    laplacians.count = points.count
    for row in 0..<components {
      let sum = RowSum(laplacians, row: row, lanes: points.count, settled: settled)
      for index in 0..<dimension { sum.add(hessians.row((row * dimension + index) * dimension + index)) }
      sum.settle()
    }
  }

  /// The derivative (u·∇)F along a direction at every point; row i is that of the component Fᵢ.
  ///
  /// - Precondition: the direction has a number for every coordinate.
  public func directionalDerivatives(
    along direction: [Double], at points: Block<Double>, into derivatives: Block<Double>
  ) {
    precondition(direction.count == dimension, "a direction has a number for every coordinate")
    let jacobians = derivatives.companion(0, rows: components * dimension)
    self.jacobians(at: points, into: jacobians)
    derivatives.count = points.count
    for row in 0..<components {
      let sum = RowSum(derivatives, row: row, lanes: points.count, settled: false)
      for (index, share) in direction.enumerated() {
        sum.add(jacobians.row(row * dimension + index), times: share)
      }
    }
  }
}

/// The divergence ∇·F as a scalar field.
///
/// Its gradient comes from the second derivatives of the field; its own second ones would need the third, and are NaN.
/// The formula of a ``VectorExpressionField/divergence`` has them all.
///
/// - Precondition: the field has as many components as coordinates.
public func divergence<Base: VectorField>(of field: Base) -> some ScalarField {
  ScalarOf(DerivativeSum.divergence(VectorParts(field)))
}

/// The curl ∂Q/∂x − ∂P/∂y of a field of the plane as a scalar field, positive counter-clockwise.
///
/// Its gradient comes from the second derivatives of the field; its own second ones would need the third, and are NaN.
///
/// - Precondition: the field has two components and two coordinates.
public func scalarCurl<Base: VectorField>(of field: Base) -> some ScalarField {
  precondition(field.dimension == 2, "this curl is that of the plane")
  return ScalarOf(DerivativeSum.curl(VectorParts(field)))
}

/// The curl ∇×F of a field of space as a vector field, by the right-hand rule.
///
/// Its Jacobian comes from the second derivatives of the field; its own second ones would need the third, and are NaN.
///
/// - Precondition: the field has three components and three coordinates.
public func curl<Base: VectorField>(of field: Base) -> some VectorField {
  precondition(field.dimension == 3, "this curl is that of space")
  return VectorOf(DerivativeSum.curl(VectorParts(field)))
}

/// The Laplacian of every component as a vector field; its derivatives would need the third ones of the field, and are
/// NaN.
public func laplacian<Base: VectorField>(of field: Base) -> some VectorField {
  VectorOf(DerivativeSum.laplacian(VectorParts(field)))
}

/// The derivative (u·∇)F along a direction as a vector field; its second derivatives are NaN.
///
/// - Precondition: the direction has a number for every coordinate.
public func directionalDerivative<Base: VectorField>(
  of field: Base, along direction: [Double]
) -> some VectorField {
  VectorOf(DerivativeSum.directional(VectorParts(field), along: direction))
}
