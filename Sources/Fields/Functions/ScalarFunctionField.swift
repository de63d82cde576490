import Expressions

/// A scalar field written in Swift, once for every kind of number; its derivatives are exact.
///
/// ```swift
/// struct Rosenbrock: ScalarFunctionField {
///   let dimension = 2
///
///   func formula<Number: FormulaNumber>(_ x: [Number]) -> Number {
///     let valley = x[1] - x[0] * x[0]
///     let along = Number(1) - x[0]
///     return along * along + Number(100) * valley * valley
///   }
/// }
///
/// Rosenbrock().hessian(at: [1, 1])      // [[802, -400], [-400, 200]]
/// ```
///
/// The one requirement besides the dimension is the formula. It is called with plain doubles for values and with
/// `Dual` numbers, nested as deep as the order, for derivatives: n calls of a dual for a gradient,
/// n(n + 1)/2 of a dual of duals for a Hessian, n(n + 1)(n + 2)/6 of three levels for third derivatives; each level costs
/// several times as much as the one before. Compiled for release, values and gradients are as fast as those of a formula
/// given as text. There is no `if` on a number: `FormulaNumber.choose` chooses and says what happens
/// on the border.
public protocol ScalarFunctionField: ScalarField {
  /// The value where the coordinates are these numbers.
  func formula<Number: FormulaNumber>(_ x: [Number]) -> Number
}

extension ScalarFunctionField {
  /// The value at every point; one row.
  @inlinable
  public func values(at points: Block<Double>, into values: Block<Double>) {
    values.count = points.count
    var point = [Double](repeating: 0, count: dimension)
    for lane in 0..<points.count {
      for row in 0..<dimension { point[row] = points.row(row)[lane] }
      values.row(0)[lane] = formula(point)
    }
  }

  /// The partial derivatives at every point; row i is ∂f/∂xᵢ.
  @inlinable
  public func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    gradients.count = points.count
    DualSweep.first(dimension, at: points) { point, lane, variable in
      gradients.row(variable)[lane] = formula(point).derivative
    }
  }

  /// The second derivatives at every point; row i·dimension + j is ∂²f/∂xᵢ∂xⱼ.
  @inlinable
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    hessians.count = points.count
    DualSweep.second(dimension, at: points) { point, lane, first, second in
      let value = formula(point).derivative.derivative
      hessians.row(first * dimension + second)[lane] = value
      hessians.row(second * dimension + first)[lane] = value
    }
  }

  /// The third derivatives at every point; row (i·dimension + j)·dimension + k is ∂³f/∂xᵢ∂xⱼ∂xₖ.
  @inlinable
  public func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    derivatives.count = points.count
    DualSweep.third(dimension, order: 3, at: points) { point, lane, variables in
      let value = formula(point).derivative.derivative.derivative
      DualSweep.store(value, lane, component: 0, variables, dimension, into: derivatives)
    }
  }
}
