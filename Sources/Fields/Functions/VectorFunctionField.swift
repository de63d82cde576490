import Expressions

/// A vector field written in Swift, once for every kind of number; its derivatives are exact.
///
/// ```swift
/// struct Pendulum: VectorFunctionField {
///   let dimension = 2
///   let components = 2
///   let friction = 0.25
///
///   func formula<Number: FormulaNumber>(_ x: [Number]) -> [Number] {
///     [x[1], -Number.sin(x[0]) - Number(friction) * x[1]]
///   }
/// }
///
/// Pendulum().reading(at: [0, 0]).flowType?.kind       // spiralIn
/// ```
///
/// The cost of derivatives is that of a ``ScalarFunctionField``.
public protocol VectorFunctionField: VectorField {
  /// The components of the vector where the coordinates are these numbers.
  func formula<Number: FormulaNumber>(_ x: [Number]) -> [Number]
}

extension VectorFunctionField {
  /// The vector at every point; row i is the component Fᵢ.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    evaluate(at: points, into: values)
  }

  /// The vector at every point in single precision.
  public func values(at points: Block<Float>, into values: Block<Float>) {
    evaluate(at: points, into: values)
  }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    DualSweep.first(dimension, at: points, into: jacobians) { formula($0) }
  }

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    DualSweep.second(dimension, at: points, into: hessians) { formula($0) }
  }

  private func evaluate<Number: BlockScalar>(at points: Block<Number>, into values: Block<Number>) {
    values.count = points.count
    var point = [Number](repeating: Number(0.0), count: dimension)
    for lane in 0..<points.count {
      for row in 0..<dimension { point[row] = points.row(row)[lane] }
      let vector = formula(point)
      for row in 0..<components { values.row(row)[lane] = vector[row] }
    }
  }
}
