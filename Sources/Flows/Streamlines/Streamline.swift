/// A curve that is everywhere tangent to a vector field, as points in the direction of the flow.
public struct Streamline: Sendable, Equatable {
  /// The coordinates of the points, one list an axis.
  public let coordinates: [[Double]]
  /// Whether the last point is the first: the curve came back to itself.
  public let isClosed: Bool

  /// The first coordinates.
  public var x: [Double] { coordinates[0] }

  /// The second coordinates.
  public var y: [Double] { coordinates[1] }

  /// The third coordinates.
  ///
  /// - Precondition: the curve lies in space.
  public var z: [Double] { coordinates[2] }

  /// The number of points; 0 where no curve could be drawn.
  public var count: Int { coordinates[0].count }
}
