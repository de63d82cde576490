import Elementary
import Expressions

/// A path through the plane, through space or through n dimensions, travelled in one direction.
///
/// A curve is a polyline, a circle, or the image of a range under formulas or under any field of one coordinate,
/// whose Jacobian is the exact tangent:
///
/// ```swift
/// let helix = try Curve(["cos t", "sin t", "t/5"], over: 0...4 * .pi)
/// let corner = try Curve.polyline([[0, 0], [1, 0], [1, 1]])
/// try field.lineIntegral(along: corner).value
/// ```
public struct Curve: Sendable {
  let path: Parametrization
  /// −1 for a curve that is travelled against its parameter.
  let direction: Double

  init(_ path: Parametrization, direction: Double = 1) {
    self.path = path
    self.direction = direction
  }

  /// The curve that a field of one coordinate t draws, from the lower end of a range to the upper.
  ///
  /// - Parameters:
  ///   - path: Gives the point of every t; its Jacobian is the tangent.
  ///   - range: The values of t; finite, or every integral along the curve is undefined.
  ///   - breaks: Values of t at which the curve has a corner.
  /// - Throws: ``IntegralError/dimension(_:needed:)`` if the field has not one coordinate.
  public init(
    _ path: some VectorField, over range: ClosedRange<Double>, breaks: [Double] = []
  ) throws(IntegralError) {
    guard path.dimension == 1 else { throw .dimension(path.dimension, needed: 1) }
    self.init(path, range: range, breaks: breaks)
  }

  /// The curve of formulas of t, one for each coordinate, from the lower end of a range to the upper.
  ///
  /// - Parameters:
  ///   - formulas: The coordinates as functions of t.
  ///   - range: The values of t; finite, or every integral along the curve is undefined.
  ///   - breaks: Values of t at which the curve has a corner.
  /// - Throws: `ExpressionError` if a text is not a formula of t.
  public init(
    _ formulas: [String], over range: ClosedRange<Double>, breaks: [Double] = []
  ) throws(ExpressionError) {
    let path = try VectorExpressionField(formulas: formulas, variables: Variables(["t"]))
    self.init(path, range: range, breaks: breaks)
  }

  private init(_ path: some VectorField, range: ClosedRange<Double>, breaks: [Double]) {
    var places = [range.lowerBound]
    places += breaks.filter { $0 > range.lowerBound && $0 < range.upperBound }.sorted()
    places.append(range.upperBound)
    self.init(Parametrization(path, over: zip(places, places.dropFirst()).map { [$0...$1] }))
  }

  /// The number of coordinates of a point.
  public var dimension: Int { path.dimension }

  /// The same curve travelled the other way.
  public var reversed: Curve { Curve(path, direction: -direction) }

  /// The point where it begins.
  public var start: [Double] { direction > 0 ? firstPoint : lastPoint }

  /// The point where it ends.
  public var end: [Double] { direction > 0 ? lastPoint : firstPoint }

  private var firstPoint: [Double] {
    guard let box = path.boxes.first else { return [] }
    return path.point(at: box.lower, piece: box.piece)
  }

  private var lastPoint: [Double] {
    guard let box = path.boxes.last else { return [] }
    return path.point(at: box.upper, piece: box.piece)
  }

  /// The distance from the end to the start.
  public var gap: Double { Curve.distance(start, end) }

  /// Whether it ends where it begins, but for 10⁻⁹ of its extent.
  @export(interface)
  public var isClosed: Bool {
    let start = start
    var extent = 0.0
    for box in path.boxes {
      for share in [0.25, 0.5, 0.75, 1] {
        let place = box.lower + (box.upper - box.lower) * share
        extent = max(extent, Curve.distance(start, path.point(at: place, piece: box.piece)))
      }
    }
    return gap <= 1e-9 * extent
  }

  private static func distance(_ first: [Double], _ second: [Double]) -> Double {
    var distance = 0.0
    for (one, other) in zip(first, second) { distance = Double.hypot(distance, one - other) }
    return distance
  }
}

extension VectorExpressionField {
  /// The field of one formula for each component, however many there are.
  init(formulas: [String], variables: Variables) throws(ExpressionError) {
    var expressions: [Expression] = []
    for formula in formulas { expressions.append(try Expression(formula, variables: variables)) }
    self.init(expressions, variables: variables)
  }
}
