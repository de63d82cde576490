/// Why points cannot be searched, or not as asked.
public enum NeighbourError: Error, Equatable, Sendable {
  /// There are no points, or points without coordinates.
  case empty
  /// The axes do not hold equally many coordinates; axes count from 0.
  case unequalAxes(axis: Int, count: Int, expected: Int)
  /// A coordinate is NaN, infinite, or so large that the square of a distance could not be held; points and axes
  /// count from 0.
  case coordinate(Double, point: Int, axis: Int)
  /// There are more points than ``PointSet/largestCount``.
  case tooMany(Int)
  /// So many neighbours are asked for; there are only so many others.
  case neighbours(asked: Int, available: Int)
  /// The points that are asked about have another number of coordinates.
  case dimensions(Int, expected: Int)
  /// The radii are not as many as the points that are asked about.
  case radii(count: Int, expected: Int)
}

extension NeighbourError: CustomStringConvertible {
  /// One sentence: where, what, and what would be right.
  public var description: String {
    switch self {
    case .empty:
      "there are no points; expected at least one, with at least one coordinate"
    case .unequalAxes(let axis, let count, let expected):
      "axis \(axis) has \(count) coordinates; expected \(expected), as on axis 0"
    case .coordinate(let value, let point, let axis):
      "the coordinate of point \(point) on axis \(axis) is \(value); expected a finite number of at most 2^500"
    case .tooMany(let count):
      "there are \(count) points; expected at most \(PointSet.largestCount)"
    case .neighbours(let asked, let available):
      "\(asked) neighbours are asked for; expected 1 to \(available), the number of other points"
    case .dimensions(let count, let expected):
      "the points asked about have \(count) coordinates; expected \(expected)"
    case .radii(let count, let expected):
      "there are \(count) radii; expected \(expected), one for each point"
    }
  }
}
