import Elementary
import Expressions
import LinearAlgebra

/// Sums, products and moved copies of scalar fields are scalar fields, with exact derivatives to third order.
///
/// ```swift
/// let hill = try ScalarExpressionField("exp(-(x^2 + y^2))")
/// let range = hill + 0.5 * hill.translated(by: [2, 1])
/// let product = hill * range
/// product.gradient(at: [0.3, 0.1])
/// ```
///
/// A derivative that a part does not know is NaN in the whole.
extension ScalarField {
  /// The sum of two fields.
  public static func + <Other: ScalarField>(first: Self, second: Other) -> some ScalarField {
    ScalarOf(LinearCombination(1, ScalarParts(first), 1, ScalarParts(second)))
  }

  /// The difference of two fields.
  public static func - <Other: ScalarField>(first: Self, second: Other) -> some ScalarField {
    ScalarOf(LinearCombination(1, ScalarParts(first), -1, ScalarParts(second)))
  }

  /// The field with the other sign.
  public static prefix func - (field: Self) -> some ScalarField { -1 * field }

  /// The field times a number.
  public static func * (factor: Double, field: Self) -> some ScalarField {
    ScalarOf(AffineImage(base: ScalarParts(field), left: Matrix(diagonal: [factor])))
  }

  /// The product of two fields.
  public static func * <Other: ScalarField>(first: Self, second: Other) -> some ScalarField {
    ScalarOf(
      BilinearProduct(
        ScalarParts(first), ScalarParts(second), components: 1,
        terms: [.init(result: 0, first: 0, second: 0)]))
  }

  /// The vector field f·F, its length and direction scaled by this field.
  public static func * <Other: VectorField>(first: Self, second: Other) -> some VectorField {
    VectorOf(
      BilinearProduct(
        ScalarParts(first), VectorParts(second), components: second.components,
        terms: (0..<second.components).map { .init(result: $0, first: 0, second: $0) }))
  }

  /// The field f(G(x)): this field's values at the values of a map.
  ///
  /// Its third derivatives are NaN, because the third ones of a map are not known.
  ///
  /// - Precondition: the map has a component for every coordinate of this field.
  public func composed<Inner: VectorField>(with map: Inner) -> some ScalarField {
    ScalarOf(Composition(ScalarParts(self), VectorParts(map)))
  }

  /// The field moved: its value at x is what it was at x − offset.
  ///
  /// - Precondition: the offset has a number for every coordinate.
  public func translated(by offset: [Double]) -> some ScalarField {
    precondition(offset.count == dimension, "a number for every coordinate")
    return ScalarOf(AffineImage(base: ScalarParts(self), offset: offset.map { -$0 }))
  }

  /// The field of the plane turned counter-clockwise about the origin by an angle in radians.
  ///
  /// - Precondition: the field is of the plane.
  public func rotated(by angle: Double) -> some ScalarField {
    precondition(dimension == 2, "this rotation is that of the plane")
    return ScalarOf(AffineImage(base: ScalarParts(self), map: Matrix(rotation: -angle)))
  }
}

extension Matrix {
  /// The rotation of the plane counter-clockwise by an angle in radians.
  init(rotation angle: Double) {
    let cosine = Double.cos(angle)
    let sine = Double.sin(angle)
    self = [[cosine, -sine], [sine, cosine]]
  }
}
