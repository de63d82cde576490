extension Surface {
  /// A sphere, its front outside.
  ///
  /// - Throws: ``IntegralError`` if the centre has not three finite coordinates.
  public static func sphere(center: [Double], radius: Double) throws(IntegralError) -> Surface {
    try demandSpace([center])
    return Surface(.sphere(center: center, radius: radius))
  }

  /// The six faces of a box, their front outside.
  ///
  /// - Throws: ``IntegralError`` if there are not three finite ranges.
  @export(interface)
  public static func faces(ofBox ranges: [ClosedRange<Double>]) throws(IntegralError) -> Surface {
    let lower = ranges.map { $0.lowerBound }
    let size = ranges.map { $0.upperBound - $0.lowerBound }
    try demandSpace([lower, ranges.map { $0.upperBound }])
    var pieces: [[[Double]]] = []
    for axis in 0..<3 {
      var first = [0.0, 0.0, 0.0]
      var second = [0.0, 0.0, 0.0]
      first[(axis + 1) % 3] = size[(axis + 1) % 3]
      second[(axis + 2) % 3] = size[(axis + 2) % 3]
      var far = lower
      far[axis] = ranges[axis].upperBound
      pieces.append([far, first, second])
      // The near face looks the other way.
      pieces.append([lower, second, first])
    }
    return Surface(Parametrization(parameters: 2, dimension: 3, pieces: pieces))
  }

  /// A flat disk, its front where the normal points to.
  ///
  /// - Throws: ``IntegralError`` if the centre or the normal has not three finite coordinates, or the normal no length.
  public static func disk(
    center: [Double], normal: [Double], radius: Double
  ) throws(IntegralError) -> Surface {
    try demandSpace([center, normal])
    let frame = try Frame(normal: normal)
    return Surface(
      .disk(center: center, frame.first.map { $0 * radius }, frame.second.map { $0 * radius }))
  }

  /// A parallelogram from a corner along two sides, its front where first × second points to.
  ///
  /// - Throws: ``IntegralError`` if a vector has not three finite coordinates.
  public static func rectangle(
    corner: [Double], _ first: [Double], _ second: [Double]
  ) throws(IntegralError) -> Surface {
    try demandSpace([corner, first, second])
    return Surface(Parametrization(parameters: 2, dimension: 3, pieces: [[corner, first, second]]))
  }

  /// A triangle, its front where its corners run counter-clockwise.
  ///
  /// - Throws: ``IntegralError`` if a corner has not three finite coordinates.
  public static func triangle(
    _ first: [Double], _ second: [Double], _ third: [Double]
  ) throws(IntegralError) -> Surface {
    try triangles([[first, second, third]])
  }

  /// Triangles side by side: a mesh.
  ///
  /// - Parameters:
  ///   - corners: Three corners a triangle, counter-clockwise seen from the front.
  /// - Throws: ``IntegralError`` if a triangle has not three corners of three finite coordinates.
  public static func triangles(_ corners: [[[Double]]]) throws(IntegralError) -> Surface {
    var pieces: [[[Double]]] = []
    for triangle in corners {
      guard triangle.count == 3 else { throw .tooFewPoints(triangle.count, needed: 3) }
      try demandSpace(triangle)
      pieces.append(trianglePiece(triangle))
    }
    return Surface(Parametrization(parameters: 2, dimension: 3, pieces: pieces))
  }

  /// A triangle as a square one side of which is drawn together: a + u·(b − a) + u·v·(c − b).
  ///
  /// Duffy, SIAM J. Numer. Anal. 19 (1982), 1260–1262.
  static func trianglePiece(_ corners: [[Double]]) -> [[Double]] {
    let first = zip(corners[0], corners[1]).map { $1 - $0 }
    let second = zip(corners[1], corners[2]).map { $1 - $0 }
    return [corners[0], first, first.map { _ in 0 }, second]
  }

  private static func demandSpace(_ points: [[Double]]) throws(IntegralError) {
    let dimension = try Curve.check(points, atLeast: 1)
    guard dimension == 3 else { throw .dimension(dimension, needed: 3) }
  }
}
