import Expressions

/// An area of the plane with its border: a window, a disk, a polygon, or what lies between two graphs.
///
/// ```swift
/// try density.integral(over: .disk(Circle(x: 0, y: 0, radius: 1))).value
/// try flow.greenResiduals(on: .rectangle(window)).circulation.difference
/// ```
public struct Region: Sendable {
  let chart: Parametrization
  /// The border, counter-clockwise.
  public let boundary: Curve

  private init(_ chart: Parametrization, boundary: Curve) {
    self.chart = chart
    self.boundary = boundary
  }

  /// The area that a field of two coordinates u and v draws in the plane.
  ///
  /// Its border runs counter-clockwise where (u, v) and (x, y) turn the same way; areas count as positive anyway.
  ///
  /// - Parameters:
  ///   - chart: Gives the point of the plane of every (u, v), and of each point of the area once.
  ///   - u: The values of u; finite, or every integral over the area is undefined.
  ///   - v: The values of v.
  /// - Throws: ``IntegralError`` if the field has not two coordinates and two components.
  public init(
    _ chart: some VectorField, u: ClosedRange<Double>, v: ClosedRange<Double>
  ) throws(IntegralError) {
    guard chart.dimension == 2 else { throw .dimension(chart.dimension, needed: 2) }
    guard chart.components == 2 else { throw .components(chart.components, needed: 2) }
    let parametrization = Parametrization(chart, over: [[u, v]])
    self.init(parametrization, boundary: Curve(parametrization.boundary))
  }

  /// The rectangle of a window.
  public static func rectangle(_ window: Window) -> Region {
    let piece = [[window.minX, window.minY], [window.width, 0], [0, window.height]]
    let chart = Parametrization(parameters: 2, dimension: 2, pieces: [piece])
    return Region(chart, boundary: .rectangle(window))
  }

  /// The disk inside a circle.
  public static func disk(_ circle: Circle) -> Region {
    let chart = Parametrization.disk(
      center: [circle.x, circle.y], [circle.radius, 0], [0, circle.radius])
    return Region(chart, boundary: .circle(circle))
  }

  /// The inside of a polygon.
  @export(interface)
  public static func polygon(_ polygon: Polygon) -> Region {
    let corners = polygon.corners
    let pieces = polygon.triangles.map { first, second, third in
      Surface.trianglePiece([corners[first], corners[second], corners[third]])
    }
    let sides = corners.indices.map { index in
      [corners[index], zip(corners[index], corners[(index + 1) % corners.count]).map { $1 - $0 }]
    }
    return Region(
      Parametrization(parameters: 2, dimension: 2, pieces: pieces),
      boundary: Curve(Parametrization(parameters: 1, dimension: 2, pieces: sides)))
  }

  /// What lies between the graphs of two formulas of x, g(x) ≤ y ≤ h(x).
  ///
  /// - Parameters:
  ///   - lower: The formula g.
  ///   - upper: The formula h; where it is below g the border runs clockwise.
  ///   - x: The values of x; finite, or every integral over the area is undefined.
  /// - Throws: `ExpressionError` if a text is not a formula of x.
  public static func between(
    _ lower: String, and upper: String, x: ClosedRange<Double>
  ) throws(ExpressionError) -> Region {
    let low = try Expression(lower, variables: Variables(["x"]))
    let high = try Expression(upper, variables: Variables(["x"]))
    let height = Expression.binary(.multiply, .variable(1), .binary(.subtract, high, low))
    let graph = VectorExpressionField(
      [.variable(0), .binary(.add, low, height)], variables: Variables(["x", "s"]))
    let chart = Parametrization(graph, over: [[x, 0...1]])
    return Region(chart, boundary: Curve(chart.boundary))
  }
}
