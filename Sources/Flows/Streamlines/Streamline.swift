/// A curve that is everywhere tangent to a vector field, as points of the plane in the direction of the flow.
public struct Streamline: Sendable, Equatable {
  /// The first coordinates.
  public let x: [Double]
  /// The second coordinates.
  public let y: [Double]
  /// Whether the last point is the first: the curve came back to itself.
  public let isClosed: Bool
}
