import Expressions

/// A scalar field whose kind is known only at run time.
///
/// ```swift
/// let fields: [AnyScalarField] = [
///   AnyScalarField(try ScalarExpressionField("x y")),
///   AnyScalarField(try ScalarExpressionField("x") * ScalarExpressionField("sin y")),
/// ]
/// fields.map { $0.value(at: [2, 1]) }
/// ```
///
/// A class of closures and not an existential, which Embedded Swift has not; a call costs two jumps a block.
public final class AnyScalarField: ScalarField {
  /// The number of coordinates of a point.
  public let dimension: Int
  private let bounds: @Sendable () -> IntervalProgram?
  private let answers: [@Sendable (Block<Double>, Block<Double>) -> Void]

  private init(
    dimension: Int, bounds: @escaping @Sendable () -> IntervalProgram?,
    answers: [@Sendable (Block<Double>, Block<Double>) -> Void]
  ) {
    self.dimension = dimension
    self.bounds = bounds
    self.answers = answers
  }

  /// A field of any kind.
  public convenience init(_ field: some ScalarField) {
    self.init(
      dimension: field.dimension, bounds: { field.enclosure },
      answers: [
        { field.values(at: $0, into: $1) }, { field.gradients(at: $0, into: $1) },
        { field.hessians(at: $0, into: $1) }, { field.thirdDerivatives(at: $0, into: $1) },
      ])
  }

  /// The value over whole boxes, if the field has it.
  public var enclosure: IntervalProgram? { bounds() }

  /// The value at every point; one row.
  public func values(at points: Block<Double>, into values: Block<Double>) { answers[0](points, values) }

  /// The partial derivatives at every point; row i is ∂f/∂xᵢ.
  public func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    answers[1](points, gradients)
  }

  /// The second derivatives at every point; row i·dimension + j is ∂²f/∂xᵢ∂xⱼ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    answers[2](points, hessians)
  }

  /// The third derivatives at every point; row (i·dimension + j)·dimension + k is ∂³f/∂xᵢ∂xⱼ∂xₖ.
  public func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    answers[3](points, derivatives)
  }
}
