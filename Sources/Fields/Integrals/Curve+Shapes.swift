import Elementary

extension Curve {
  /// Straight lines from point to point; an integral along it is taken from corner to corner.
  ///
  /// - Throws: ``IntegralError`` if there are fewer than 2 points, or they are not finite or not alike.
  public static func polyline(_ points: [[Double]]) throws(IntegralError) -> Curve {
    let dimension = try check(points, atLeast: 2)
    var pieces: [[[Double]]] = []
    for (first, second) in zip(points, points.dropFirst()) {
      pieces.append([first, zip(first, second).map { $1 - $0 }])
    }
    return Curve(Parametrization(parameters: 1, dimension: dimension, pieces: pieces))
  }

  /// Straight lines from point to point and back to the first.
  ///
  /// - Throws: ``IntegralError`` if there are fewer than 3 points, or they are not finite or not alike.
  public static func polygon(_ points: [[Double]]) throws(IntegralError) -> Curve {
    _ = try check(points, atLeast: 3)
    return try polyline(points + [points[0]])
  }

  /// The straight line between two points.
  ///
  /// - Throws: ``IntegralError`` if the points are not finite or not alike.
  public static func segment(from start: [Double], to end: [Double]) throws(IntegralError) -> Curve {
    try polyline([start, end])
  }

  /// A circle in the plane, counter-clockwise.
  public static func circle(_ circle: Circle) -> Curve {
    Curve(
      .circle(center: [circle.x, circle.y], [circle.radius, 0], [0, circle.radius]))
  }

  /// A circle in space, turning round its normal by the right-hand rule.
  ///
  /// - Throws: ``IntegralError`` if the centre or the normal has not three finite coordinates, or the normal no length.
  public static func circle(
    center: [Double], normal: [Double], radius: Double
  ) throws(IntegralError) -> Curve {
    let frame = try Frame(normal: normal)
    _ = try check([center, normal], atLeast: 2)
    return Curve(
      .circle(center: center, frame.first.map { $0 * radius }, frame.second.map { $0 * radius }))
  }

  /// The sides of a window, counter-clockwise.
  @export(interface)
  public static func rectangle(_ window: Window) -> Curve {
    let corners = [
      [window.minX, window.minY], [window.maxX, window.minY], [window.maxX, window.maxY],
      [window.minX, window.maxY], [window.minX, window.minY],
    ]
    let pieces = zip(corners, corners.dropFirst()).map { first, second in
      [first, [second[0] - first[0], second[1] - first[1]]]
    }
    return Curve(Parametrization(parameters: 1, dimension: 2, pieces: pieces))
  }

  /// The number of coordinates that all points have.
  static func check(_ points: [[Double]], atLeast needed: Int) throws(IntegralError) -> Int {
    guard points.count >= needed else { throw .tooFewPoints(points.count, needed: needed) }
    let dimension = points[0].count
    for (index, point) in points.enumerated() {
      guard point.count == dimension else {
        throw .coordinates(point: index, count: point.count, needed: dimension)
      }
      for coordinate in point where !coordinate.isFinite { throw .notFinite(point: index) }
    }
    return dimension
  }
}
