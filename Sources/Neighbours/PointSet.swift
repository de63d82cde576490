/// Points in any dimension, all of them finite: what trees are grown on and samples come in.
///
/// ```swift
/// let corners = try PointSet([[0, 1, 0, 1], [0, 0, 1, 1]])  // all x, all y
/// corners[3, axis: 1]                                      // 1
/// ```
public struct PointSet: Equatable, Sendable {
  /// The number of points, at least 1.
  public let count: Int
  /// The number of coordinates of a point, at least 1.
  public let dimension: Int
  /// The coordinates, one axis after the other: `coordinates[axis * count + point]`.
  public let coordinates: [Double]

  /// The largest magnitude a coordinate may have, 2^500 ≈ 3.3 · 10¹⁵⁰, so that squared distances stay finite.
  public static var largestMagnitude: Double { 0x1p500 }

  /// The most points there may be, 2^30: what a tree numbers them by has 31 bits.
  public static var largestCount: Int { 1 << 30 }

  /// Points from the list of their coordinates on each axis.
  ///
  /// - Throws: ``NeighbourError`` if there are none, if the axes differ in length, or naming the point and the axis of
  ///   a coordinate that is not finite or larger than ``largestMagnitude``.
  public init(_ axes: [[Double]]) throws(NeighbourError) {
    guard let first = axes.first, !first.isEmpty else { throw .empty }
    guard first.count <= PointSet.largestCount else { throw .tooMany(first.count) }
    var all: [Double] = []
    all.reserveCapacity(axes.count * first.count)
    for (axis, values) in axes.enumerated() {
      guard values.count == first.count else {
        throw .unequalAxes(axis: axis, count: values.count, expected: first.count)
      }
      for (point, value) in values.enumerated() {
        guard value.magnitude <= PointSet.largestMagnitude else {
          throw .coordinate(value, point: point, axis: axis)
        }
      }
      all += values
    }
    self.init(unchecked: all, count: first.count, dimension: axes.count)
  }

  /// Points on a line.
  ///
  /// - Throws: ``NeighbourError`` as for the axes of more dimensions.
  public init(line values: [Double]) throws(NeighbourError) {
    try self.init([values])
  }

  init(unchecked coordinates: [Double], count: Int, dimension: Int) {
    self.coordinates = coordinates
    self.count = count
    self.dimension = dimension
  }

  /// One coordinate of one point.
  public subscript(point: Int, axis axis: Int) -> Double {
    precondition(point >= 0 && point < count, "no such point")
    return coordinates[axis * count + point]
  }

  /// The coordinates of all points on one axis.
  public func axis(_ axis: Int) -> [Double] {
    Array(coordinates[axis * count..<(axis + 1) * count])
  }

  /// The points of these numbers, in this order; a number may occur more than once.
  public func points<Numbers: Collection>(_ numbers: Numbers) -> PointSet where Numbers.Element == Int {
    precondition(!numbers.isEmpty, "a set has at least one point")
    var chosen: [Double] = []
    chosen.reserveCapacity(numbers.count * dimension)
    for axis in 0..<dimension {
      for number in numbers { chosen.append(self[number, axis: axis]) }
    }
    return PointSet(unchecked: chosen, count: numbers.count, dimension: dimension)
  }

  /// The points whose coordinates are those of both sets side by side: first those of this one.
  ///
  /// - Throws: ``NeighbourError/unequalAxes(axis:count:expected:)`` if the sets differ in size.
  public func joined(with other: PointSet) throws(NeighbourError) -> PointSet {
    guard count == other.count else {
      throw .unequalAxes(axis: dimension, count: other.count, expected: count)
    }
    return PointSet(
      unchecked: coordinates + other.coordinates, count: count, dimension: dimension + other.dimension)
  }

  /// The points of both sets, first those of this one.
  ///
  /// - Throws: ``NeighbourError/dimensions(_:expected:)`` if they have not the same number of coordinates.
  public func appending(_ other: PointSet) throws(NeighbourError) -> PointSet {
    guard dimension == other.dimension else { throw .dimensions(other.dimension, expected: dimension) }
    var all: [Double] = []
    all.reserveCapacity(coordinates.count + other.coordinates.count)
    for axis in 0..<dimension {
      all += coordinates[axis * count..<(axis + 1) * count]
      all += other.coordinates[axis * other.count..<(axis + 1) * other.count]
    }
    return PointSet(unchecked: all, count: count + other.count, dimension: dimension)
  }
}
