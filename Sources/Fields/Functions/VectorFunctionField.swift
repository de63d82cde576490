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
  @inlinable
  public func values(at points: Block<Double>, into values: Block<Double>) {
    evaluate(at: points, into: values)
  }

  /// The vector at every point in single precision.
  @inlinable
  public func values(at points: Block<Float>, into values: Block<Float>) {
    evaluate(at: points, into: values)
  }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  @inlinable
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    jacobians.count = points.count
    DualSweep.first(dimension, at: points) { point, lane, variable in
      for (component, value) in formula(point).enumerated() {
        jacobians.row(component * dimension + variable)[lane] = value.derivative
      }
    }
  }

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  @inlinable
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    hessians.count = points.count
    DualSweep.second(dimension, at: points) { point, lane, first, second in
      for (component, value) in formula(point).enumerated() {
        let mixed = value.derivative.derivative
        hessians.row((component * dimension + first) * dimension + second)[lane] = mixed
        hessians.row((component * dimension + second) * dimension + first)[lane] = mixed
      }
    }
  }

  @inlinable
  func evaluate<Number: BlockScalar>(at points: Block<Number>, into values: Block<Number>) {
    values.count = points.count
    var point = [Number](repeating: Number(0.0), count: dimension)
    for lane in 0..<points.count {
      for row in 0..<dimension { point[row] = points.row(row)[lane] }
      for (component, value) in formula(point).enumerated() { values.row(component)[lane] = value }
    }
  }
}
