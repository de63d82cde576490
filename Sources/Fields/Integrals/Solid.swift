/// A part of space with its border: a box or a ball.
///
/// ```swift
/// let ball = try Solid.ball(center: [0, 0, 0], radius: 1)
/// try field.gaussResidual(on: ball).difference
/// ```
public struct Solid: Sendable {
  let chart: Parametrization
  /// The border, its front outside.
  public let boundary: Surface

  private init(_ chart: Parametrization, boundary: Surface) {
    self.chart = chart
    self.boundary = boundary
  }

  /// The box of three ranges.
  ///
  /// - Throws: ``IntegralError`` if there are not three finite ranges.
  @export(interface)
  public static func box(_ ranges: [ClosedRange<Double>]) throws(IntegralError) -> Solid {
    let boundary = try Surface.faces(ofBox: ranges)
    var piece = [ranges.map { $0.lowerBound }]
    for axis in 0..<3 {
      var side = [0.0, 0.0, 0.0]
      side[axis] = ranges[axis].upperBound - ranges[axis].lowerBound
      piece.append(side)
    }
    return Solid(Parametrization(parameters: 3, dimension: 3, pieces: [piece]), boundary: boundary)
  }

  /// The ball of a centre and a radius.
  ///
  /// - Throws: ``IntegralError`` if the centre has not three finite coordinates.
  public static func ball(center: [Double], radius: Double) throws(IntegralError) -> Solid {
    let boundary = try Surface.sphere(center: center, radius: radius)
    return Solid(.ball(center: center, radius: radius), boundary: boundary)
  }
}
