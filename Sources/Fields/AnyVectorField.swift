import Expressions

/// A vector field whose kind is known only at run time.
///
/// ```swift
/// let wind = AnyVectorField(try VectorExpressionField("-y, x"))
/// let falling = AnyVectorField(gradient(of: try ScalarExpressionField("-(x^2 + y^2)")))
/// [wind, falling].map { $0.reading(at: [1, 2]).curl }      // 2, 0
/// ```
///
/// A class of closures and not an existential, which Embedded Swift has not; a call costs two jumps a block.
public final class AnyVectorField: VectorField {
  /// The number of coordinates of a point.
  public let dimension: Int
  /// The number of components of the vector.
  public let components: Int
  /// Whether the field is known at samples alone and assumed between them.
  public let isInterpolated: Bool
  private let answers: [@Sendable (Block<Double>, Block<Double>) -> Void]
  private let singlePrecision: @Sendable (Block<Float>, Block<Float>) -> Void
  private let bounds: [@Sendable () -> IntervalProgram?]

  private init(
    dimension: Int, components: Int, isInterpolated: Bool,
    answers: [@Sendable (Block<Double>, Block<Double>) -> Void],
    singlePrecision: @escaping @Sendable (Block<Float>, Block<Float>) -> Void,
    bounds: [@Sendable () -> IntervalProgram?]
  ) {
    self.dimension = dimension
    self.components = components
    self.isInterpolated = isInterpolated
    self.answers = answers
    self.singlePrecision = singlePrecision
    self.bounds = bounds
  }

  /// A field of any kind.
  public convenience init(_ field: some VectorField) {
    self.init(
      dimension: field.dimension, components: field.components, isInterpolated: field.isInterpolated,
      answers: [
        { field.values(at: $0, into: $1) }, { field.jacobians(at: $0, into: $1) },
        { field.hessians(at: $0, into: $1) }, { field.interpolationErrors(at: $0, into: $1) },
      ],
      singlePrecision: { field.values(at: $0, into: $1) },
      bounds: [{ field.enclosure }, { field.jacobianEnclosure }])
  }

  /// How far off each component may be because of that; row i for component i.
  public func interpolationErrors(at points: Block<Double>, into errors: Block<Double>) {
    answers[3](points, errors)
  }

  /// The components over whole boxes, if the field has them.
  public var enclosure: IntervalProgram? { bounds[0]() }

  /// The first derivatives over whole boxes, if the field has them.
  public var jacobianEnclosure: IntervalProgram? { bounds[1]() }

  /// The vector at every point; row i is the component Fᵢ.
  public func values(at points: Block<Double>, into values: Block<Double>) { answers[0](points, values) }

  /// The vector at every point in single precision.
  public func values(at points: Block<Float>, into values: Block<Float>) { singlePrecision(points, values) }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    answers[1](points, jacobians)
  }

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    answers[2](points, hessians)
  }
}
