import Expressions

/// A scalar field given by a closure over duals; its derivatives are exact.
///
/// ```swift
/// let hill = ScalarClosureField(dimension: 2) { x in .exp(-(x[0] * x[0] + x[1] * x[1]) / 2) }
/// hill.gradient(at: [1, 0])             // (−0.6065…, 0)
/// ```
///
/// A closure has one kind of number only, so that even a value is computed with all derivatives to third order: tens of
/// times the work. A ``ScalarFunctionField`` takes two lines more and does without.
public struct ScalarClosureField: ScalarField {
  /// The number of coordinates of a point.
  public let dimension: Int
  private let vector: VectorClosureField

  /// The field of a closure, which gets as many numbers as there are coordinates.
  public init(dimension: Int, _ formula: @escaping @Sendable ([TripleDual]) -> TripleDual) {
    self.dimension = dimension
    vector = VectorClosureField(dimension: dimension, components: 1) { [formula($0)] }
  }

  /// The value at every point; one row.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    vector.values(at: points, into: values)
  }

  /// The partial derivatives at every point; row i is ∂f/∂xᵢ.
  public func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    vector.jacobians(at: points, into: gradients)
  }

  /// The second derivatives at every point; row i·dimension + j is ∂²f/∂xᵢ∂xⱼ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    vector.hessians(at: points, into: hessians)
  }

  /// The third derivatives at every point; row (i·dimension + j)·dimension + k is ∂³f/∂xᵢ∂xⱼ∂xₖ.
  public func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    vector.thirdDerivatives(at: points, into: derivatives)
  }
}
