/// A box with sides along the axes: one interval for each coordinate.
///
/// ```swift
/// let box = IntervalBox([-1...1, 0...2])
/// box.centre                 // (0, 1)
/// box.contains([0.5, 2])     // true: the border belongs to it
/// ```
public struct IntervalBox: Sendable, Equatable {
  /// The range of each coordinate.
  public var sides: [Interval]

  /// The box with these sides.
  public init(_ sides: [Interval]) {
    self.sides = sides
  }

  /// The box with these sides.
  public init(_ sides: [ClosedRange<Double>]) {
    self.sides = sides.map { Interval($0.lowerBound, $0.upperBound) }
  }

  /// The cube, square or segment around a point, its sides rounded outward.
  public init(around point: [Double], radius: Double) {
    sides = point.map { Interval($0) + Interval(-radius, radius) }
  }

  /// The number of coordinates.
  public var dimension: Int { sides.count }

  /// The range of one coordinate.
  public subscript(side: Int) -> Interval {
    get { sides[side] }
    set { sides[side] = newValue }
  }

  /// The point in the middle.
  public var centre: [Double] { sides.map { $0.midpoint } }

  /// The distance from the middle to a corner, rounded up.
  public var radius: Double { reach(from: centre) }

  /// The distance of a point from the farthest point of the box, rounded up.
  public func reach(from point: [Double]) -> Double {
    var square = Interval(0)
    for (side, coordinate) in zip(sides, point) {
      square = square + Interval.wholePower(Interval((side - Interval(coordinate)).magnitude), 2)
    }
    return Interval.squareRoot(square).magnitude
  }

  /// The distance of a point from the nearest point of the box, rounded down; 0 within.
  public func distance(from point: [Double]) -> Double {
    var square = Interval(0)
    for (side, coordinate) in zip(sides, point) {
      square = square + Interval.wholePower(Interval((side - Interval(coordinate)).mignitude), 2)
    }
    return max(Interval.squareRoot(square).lower, 0)
  }

  /// The length of the longest side; 0 without sides.
  public var longestSide: Double {
    var longest = 0.0
    for side in sides { longest = max(longest, side.width) }
    return longest
  }

  /// Whether there is no point in it.
  public var isEmpty: Bool { sides.contains { $0.isEmpty } }

  /// Whether a point lies in it or on its border; false for NaN.
  public func contains(_ point: [Double]) -> Bool {
    for (side, coordinate) in zip(sides, point) where !side.contains(coordinate) { return false }
    return true
  }

  /// Whether all points of it are also of another.
  public func isSubset(of other: IntervalBox) -> Bool {
    for index in sides.indices where !sides[index].isSubset(of: other.sides[index]) { return false }
    return true
  }

  /// Whether it lies within another and does not touch its border.
  public func isInterior(of other: IntervalBox) -> Bool {
    for index in sides.indices where !sides[index].isInterior(of: other.sides[index]) { return false }
    return true
  }

  /// Whether the two have a point in common.
  public func intersects(_ other: IntervalBox) -> Bool {
    for index in sides.indices where !sides[index].intersects(other.sides[index]) { return false }
    return true
  }

  /// The points of both.
  public func intersection(_ other: IntervalBox) -> IntervalBox {
    var result = self
    for index in sides.indices { result.sides[index] = sides[index].intersection(other.sides[index]) }
    return result
  }

  /// The least box with the points of both.
  public func hull(_ other: IntervalBox) -> IntervalBox {
    var result = self
    for index in sides.indices { result.sides[index] = sides[index].hull(other.sides[index]) }
    return result
  }

  /// The box around the same centre with sides so many times as long, rounded outward.
  public func scaled(by factor: Double) -> IntervalBox {
    IntervalBox(
      sides.map { side in
        let middle = side.midpoint
        let reach = max(Rounding.sumAbove(side.upper, -middle), Rounding.sumAbove(middle, -side.lower))
        let half = Rounding.productAbove(reach, factor)
        return Interval(Rounding.sumBelow(middle, -half), Rounding.sumAbove(middle, half))
      })
  }
}
