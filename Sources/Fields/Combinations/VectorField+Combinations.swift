import Elementary
import Expressions
import LinearAlgebra

/// Sums, products and moved copies of vector fields are fields, with exact derivatives to second order.
///
/// ```swift
/// let wind = try VectorExpressionField("-y, x") + VectorExpressionField("1, 0")
/// let energy = 0.5 * dot(wind, wind)
/// let elsewhere = wind.translated(by: [2, 0]).rotated(by: .pi / 3)
/// ```
///
/// A derivative that a part does not know is NaN in the whole.
extension VectorField {
  /// The sum of two fields.
  ///
  /// - Precondition: both have as many components and coordinates.
  public static func + <Other: VectorField>(first: Self, second: Other) -> some VectorField {
    VectorOf(LinearCombination(1, VectorParts(first), 1, VectorParts(second)))
  }

  /// The difference of two fields.
  ///
  /// - Precondition: both have as many components and coordinates.
  public static func - <Other: VectorField>(first: Self, second: Other) -> some VectorField {
    VectorOf(LinearCombination(1, VectorParts(first), -1, VectorParts(second)))
  }

  /// The field with every arrow turned round.
  public static prefix func - (field: Self) -> some VectorField { -1 * field }

  /// The field times a number.
  public static func * (factor: Double, field: Self) -> some VectorField {
    let factors = [Double](repeating: factor, count: field.components)
    return VectorOf(AffineImage(base: VectorParts(field), left: Matrix(diagonal: factors)))
  }

  /// The field F(G(x)): this field's vectors at the values of a map.
  ///
  /// - Precondition: the map has a component for every coordinate of this field.
  public func composed<Inner: VectorField>(with map: Inner) -> some VectorField {
    VectorOf(Composition(VectorParts(self), VectorParts(map)))
  }

  /// The field moved: its vector at x is what it was at x − offset.
  ///
  /// - Precondition: the offset has a number for every coordinate.
  public func translated(by offset: [Double]) -> some VectorField {
    precondition(offset.count == dimension, "a number for every coordinate")
    return VectorOf(AffineImage(base: VectorParts(self), offset: offset.map { -$0 }))
  }

  /// The field of the plane turned counter-clockwise about the origin by an angle in radians: places and arrows alike.
  ///
  /// Divergence and curl turn with it, unchanged.
  ///
  /// - Precondition: the field has two components and two coordinates.
  public func rotated(by angle: Double) -> some VectorField {
    precondition(dimension == 2 && components == 2, "this rotation is that of the plane")
    return VectorOf(
      AffineImage(
        base: VectorParts(self), left: Matrix(rotation: angle), map: Matrix(rotation: -angle)))
  }

  /// The field of the plane with every arrow turned a quarter counter-clockwise where it stands: (−Q, P).
  ///
  /// What was divergence is now curl, and what was curl is now divergence with the other sign.
  ///
  /// - Precondition: the field has two components.
  public var rotated90: some VectorField {
    precondition(components == 2, "this rotation is that of the plane")
    return VectorOf(AffineImage(base: VectorParts(self), left: [[0, -1], [1, 0]]))
  }

  /// One component as a scalar field; its third derivatives are NaN, because those of a vector field are not known.
  ///
  /// - Precondition: there is such a component; they count from 0.
  public func component(_ index: Int) -> some ScalarField {
    precondition(index >= 0 && index < components, "no such component")
    let selection = Matrix(rows: 1, columns: components) { $1 == index ? 1 : 0 }
    return ScalarOf(AffineImage(base: VectorParts(self), left: selection))
  }
}

/// The inner product F·G as a scalar field; its third derivatives are NaN, because those of a vector field are not known.
///
/// - Precondition: both have as many components and coordinates.
public func dot<First: VectorField, Second: VectorField>(
  _ first: First, _ second: Second
) -> some ScalarField {
  precondition(first.components == second.components, "both fields have as many components")
  return ScalarOf(
    BilinearProduct(
      VectorParts(first), VectorParts(second), components: 1,
      terms: (0..<first.components).map { .init(result: 0, first: $0, second: $0) }))
}

/// The vector product F×G of two fields with three components, by the right-hand rule.
///
/// - Precondition: both have three components and as many coordinates.
public func cross<First: VectorField, Second: VectorField>(
  _ first: First, _ second: Second
) -> some VectorField {
  precondition(first.components == 3 && second.components == 3, "a vector product is that of space")
  return VectorOf(
    BilinearProduct(
      VectorParts(first), VectorParts(second), components: 3,
      terms: [
        .init(result: 0, first: 1, second: 2), .init(result: 0, first: 2, second: 1, sign: -1),
        .init(result: 1, first: 2, second: 0), .init(result: 1, first: 0, second: 2, sign: -1),
        .init(result: 2, first: 0, second: 1), .init(result: 2, first: 1, second: 0, sign: -1),
      ]))
}
