import Expressions

/// A surface in space with a side that is its front.
///
/// The front is where ∂r/∂u × ∂r/∂v points to. Spheres and boxes have their front outside. The border of a
/// surface, ``boundary``, runs so that the surface is on the left of someone who walks along it on the front: the
/// right-hand rule of Stokes' theorem.
///
/// ```swift
/// let dish = try Surface(x: "u cos v", y: "u sin v", z: "u^2", u: 0...1, v: 0...2 * .pi)
/// try field.flux(through: dish).value
/// ```
public struct Surface: Sendable {
  let chart: Parametrization
  /// −1 for a surface whose front is on the other side.
  let side: Double

  init(_ chart: Parametrization, side: Double = 1) {
    self.chart = chart
    self.side = side
  }

  /// The surface that a field of two coordinates u and v draws.
  ///
  /// - Parameters:
  ///   - chart: Gives the point of space of every (u, v); its Jacobian holds the tangents.
  ///   - u: The values of u; finite, or every integral over the surface is undefined.
  ///   - v: The values of v.
  /// - Throws: ``IntegralError`` if the field has not two coordinates and three components.
  public init(
    _ chart: some VectorField, u: ClosedRange<Double>, v: ClosedRange<Double>
  ) throws(IntegralError) {
    guard chart.dimension == 2 else { throw .dimension(chart.dimension, needed: 2) }
    guard chart.components == 3 else { throw .components(chart.components, needed: 3) }
    self.init(Parametrization(chart, over: [[u, v]]))
  }

  /// The surface of three formulas of u and v.
  ///
  /// - Throws: `ExpressionError` if a text is not a formula of u and v.
  public init(
    x: String, y: String, z: String, u: ClosedRange<Double>, v: ClosedRange<Double>
  ) throws(ExpressionError) {
    let chart = try VectorExpressionField(formulas: [x, y, z], variables: Variables(["u", "v"]))
    self.init(Parametrization(chart, over: [[u, v]]))
  }

  /// The same surface with its front on the other side.
  public var reversed: Surface { Surface(chart, side: -side) }

  /// The border: the four sides of the rectangle of parameters of every piece, as they lie in space.
  ///
  /// Where two sides meet in space they are travelled in opposite directions, so that what is left of an integral
  /// is the border; of a closed surface nothing is left.
  public var boundary: Curve { Curve(chart.boundary, direction: side) }
}
