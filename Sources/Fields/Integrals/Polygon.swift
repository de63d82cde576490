/// A polygon whose sides meet at its corners only.
///
/// Looking for sides that meet takes time with the square of the number of corners.
public struct Polygon: Sendable, Equatable {
  /// The corners, counter-clockwise.
  public let corners: [[Double]]
  /// Triangles of numbers of corners that cover the polygon, each counter-clockwise.
  let triangles: [(Int, Int, Int)]

  /// The polygon with these corners, in either direction.
  ///
  /// - Throws: ``IntegralError`` if there are fewer than 3 corners, if one has not two finite coordinates, if sides
  ///   meet outside the corners, or if the polygon has no inside.
  @export(interface)
  public init(_ corners: [[Double]]) throws(IntegralError) {
    let dimension = try Curve.check(corners, atLeast: 3)
    guard dimension == 2 else { throw .dimension(dimension, needed: 2) }
    try Polygon.demandSimple(corners)
    var area = 0.0
    for (index, corner) in corners.enumerated() {
      let next = corners[(index + 1) % corners.count]
      area += (corner[0] - corners[0][0]) * (next[1] - corners[0][1])
      area -= (corner[1] - corners[0][1]) * (next[0] - corners[0][0])
    }
    guard area != 0 else { throw .degenerate }
    self.corners = area > 0 ? corners : corners.reversed()
    triangles = Polygon.triangulate(self.corners)
    guard triangles.count == corners.count - 2 else { throw .degenerate }
  }

  /// Whether two polygons have the same corners in the same order.
  public static func == (first: Polygon, second: Polygon) -> Bool { first.corners == second.corners }

  /// Which side of the line from a to b a point is on: positive on the left.
  private static func side(_ a: [Double], _ b: [Double], _ point: [Double]) -> Double {
    (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0])
  }

  /// Cuts off one ear after the other: a corner whose triangle holds no other corner.
  ///
  /// Meisters, Amer. Math. Monthly 82 (1975), 648–651.
  private static func triangulate(_ corners: [[Double]]) -> [(Int, Int, Int)] {
    var rest = Array(corners.indices)
    var triangles: [(Int, Int, Int)] = []
    var place = 0
    var failures = 0
    while rest.count > 3, failures < rest.count {
      let count = rest.count
      let ear = place % count
      if isEar(ear, of: rest, corners) {
        triangles.append((rest[(ear + count - 1) % count], rest[ear], rest[(ear + 1) % count]))
        rest.remove(at: ear)
        failures = 0
      } else {
        failures += 1
      }
      // After an ear the corner behind the next one: fans of thin triangles would serve no rule.
      place = ear + 1
    }
    guard rest.count == 3 else { return triangles }
    triangles.append((rest[0], rest[1], rest[2]))
    return triangles
  }

  private static func isEar(_ ear: Int, of rest: [Int], _ corners: [[Double]]) -> Bool {
    let count = rest.count
    let before = rest[(ear + count - 1) % count]
    let after = rest[(ear + 1) % count]
    let (a, b, c) = (corners[before], corners[rest[ear]], corners[after])
    let turn = side(a, b, c)
    // A corner on a straight line is cut off as a triangle of no area.
    guard turn >= 0 else { return false }
    for other in rest where other != before && other != rest[ear] && other != after {
      let point = corners[other]
      let isInside = side(a, b, point) >= 0 && side(b, c, point) >= 0 && side(c, a, point) >= 0
      if isInside, turn > 0 { return false }
    }
    return true
  }

  /// Looks for sides that meet where they should not.
  private static func demandSimple(_ corners: [[Double]]) throws(IntegralError) {
    let count = corners.count
    for first in 0..<count {
      let (a, b) = (corners[first], corners[(first + 1) % count])
      guard a != b else { throw .degenerate }
      for second in first + 1..<count {
        let (c, d) = (corners[second], corners[(second + 1) % count])
        let isNext = second == first + 1 || (first == 0 && second == count - 1)
        let meet = isNext ? foldBack(a, b, c, d) : intersect(a, b, c, d)
        if meet { throw .selfIntersecting(first, second) }
      }
    }
  }

  /// Whether two sides that share a corner lie upon each other.
  private static func foldBack(_ a: [Double], _ b: [Double], _ c: [Double], _ d: [Double]) -> Bool {
    let (corner, one, other) = b == c ? (b, a, d) : (a, b, c)
    let cosine = (one[0] - corner[0]) * (other[0] - corner[0]) + (one[1] - corner[1]) * (other[1] - corner[1])
    return side(corner, one, other) == 0 && cosine > 0
  }

  private static func intersect(_ a: [Double], _ b: [Double], _ c: [Double], _ d: [Double]) -> Bool {
    let (one, two) = (side(a, b, c), side(a, b, d))
    let (three, four) = (side(c, d, a), side(c, d, b))
    if one == 0, two == 0, three == 0, four == 0 {
      return overlap(a[0], b[0], c[0], d[0]) && overlap(a[1], b[1], c[1], d[1])
    }
    return areApart(one, two) && areApart(three, four)
  }

  /// Whether two points are not both on the same side of a line.
  private static func areApart(_ one: Double, _ other: Double) -> Bool {
    !(one > 0 && other > 0) && !(one < 0 && other < 0)
  }

  private static func overlap(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Bool {
    max(min(a, b), min(c, d)) <= min(max(a, b), max(c, d))
  }
}
