import Expressions

/// A vector field made of scalar fields, one a component.
///
/// ```swift
/// let height = try ScalarExpressionField("x y")
/// let pair = StackedField([AnyScalarField(height), AnyScalarField(height * height)])
/// pair.value(at: [2, 3])       // [6, 36]
/// ```
public struct StackedField: VectorField {
  private let fields: [AnyScalarField]
  /// The number of coordinates of a point.
  public let dimension: Int

  /// The field of these components.
  ///
  /// - Precondition: there is at least one, and all have one space.
  public init(_ fields: [AnyScalarField]) {
    precondition(!fields.isEmpty, "a vector has a component")
    let dimension = fields[0].dimension
    precondition(fields.allSatisfy { $0.dimension == dimension }, "all components have one space")
    self.fields = fields
    self.dimension = dimension
  }

  /// The number of components of the vector.
  public var components: Int { fields.count }

  /// The vector at every point; row i is the component Fᵢ.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    fill(values, points, rows: 1) { field, block in field.values(at: points, into: block) }
  }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    fill(jacobians, points, rows: dimension) { field, block in field.gradients(at: points, into: block) }
  }

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    fill(hessians, points, rows: dimension * dimension) { field, block in
      field.hessians(at: points, into: block)
    }
  }

  private func fill(
    _ target: Block<Double>, _ points: Block<Double>, rows: Int,
    _ evaluate: (AnyScalarField, Block<Double>) -> Void
  ) {
    target.count = points.count
    let answer = target.companion(0, rows: rows)
    for (index, field) in fields.enumerated() {
      evaluate(field, answer)
      for row in 0..<rows {
        let source = answer.row(row)
        let place = target.row(index * rows + row)
        for lane in 0..<points.count { place[lane] = source[lane] }
      }
    }
  }
}
