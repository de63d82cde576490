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
    sweep(0, at: points, into: values) { $0.value.value.value }
  }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    sweep(1, at: points, into: jacobians) { $0.derivative.value.value }
  }

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    sweep(2, at: points, into: hessians) { $0.derivative.derivative.value }
  }

  func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    DualSweep.third(dimension, at: points, into: derivatives, checked)
  }

  private func checked(_ point: [TripleDual]) -> [TripleDual] {
    let values = formula(point)
    precondition(values.count == components, "the closure gives a number a component")
    return values
  }

  private func sweep(
    _ order: Int, at points: Block<Double>, into derivatives: Block<Double>, _ part: (TripleDual) -> Double
  ) {
    derivatives.count = points.count
    let rule = SymmetricRows(dimension: dimension, order: order)
    var point = [TripleDual](repeating: Dual(0), count: dimension)
    rule.forEachRising { variables, place in
      for lane in 0..<points.count {
        DualSweep.fill(&point, points, lane, variables)
        for (component, value) in checked(point).enumerated() {
          derivatives.row(component * rule.count + place)[lane] = part(value)
        }
      }
    }
    for component in 0..<components { rule.mirror(component, of: derivatives, lanes: points.count) }
  }
}
