import Expressions

/// A vector field given by a closure over duals; its derivatives are exact.
///
/// ```swift
/// let whirl = VectorClosureField(dimension: 2, components: 2) { x in [-x[1], x[0]] }
/// whirl.reading(at: [1, 2]).curl        // 2
/// ```
///
/// The cost is that of a ``ScalarClosureField``.
public struct VectorClosureField: VectorField {
  /// The number of coordinates of a point.
  public let dimension: Int
  /// The number of components of the vector.
  public let components: Int
  private let formula: @Sendable ([TripleDual]) -> [TripleDual]

  /// The field of a closure, which gets as many numbers as there are coordinates and gives as many as components.
  public init(
    dimension: Int, components: Int, _ formula: @escaping @Sendable ([TripleDual]) -> [TripleDual]
  ) {
    self.dimension = dimension
    self.components = components
    self.formula = formula
  }

  /// The vector at every point; row i is the component Fᵢ.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    values.count = points.count
    DualSweep.third(dimension, order: 0, at: points) { point, lane, _ in
      for (component, value) in checked(point).enumerated() {
        values.row(component)[lane] = value.value.value.value
      }
    }
  }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    jacobians.count = points.count
    DualSweep.third(dimension, order: 1, at: points) { point, lane, variables in
      for (component, value) in checked(point).enumerated() {
        jacobians.row(component * dimension + variables.0)[lane] = value.derivative.value.value
      }
    }
  }

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  @export(interface)
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    hessians.count = points.count
    DualSweep.third(dimension, order: 2, at: points) { point, lane, variables in
      let (first, second, _) = variables
      for (component, value) in checked(point).enumerated() {
        let mixed = value.derivative.derivative.value
        hessians.row((component * dimension + first) * dimension + second)[lane] = mixed
        hessians.row((component * dimension + second) * dimension + first)[lane] = mixed
      }
    }
  }

  func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    derivatives.count = points.count
    DualSweep.third(dimension, order: 3, at: points) { point, lane, variables in
      for (component, value) in checked(point).enumerated() {
        let mixed = value.derivative.derivative.derivative
        DualSweep.store(mixed, lane, component: component, variables, dimension, into: derivatives)
      }
    }
  }

  private func checked(_ point: [TripleDual]) -> [TripleDual] {
    let values = formula(point)
    precondition(values.count == components, "the closure gives a number a component")
    return values
  }
}
