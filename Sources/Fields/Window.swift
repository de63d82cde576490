/// A rectangle of the plane with sides along the axes.
public struct Window: Sendable, Equatable {
  /// The least first coordinate.
  public var minX: Double
  /// The greatest first coordinate.
  public var maxX: Double
  /// The least second coordinate.
  public var minY: Double
  /// The greatest second coordinate.
  public var maxY: Double

  /// The rectangle between these sides.
  public init(minX: Double, maxX: Double, minY: Double, maxY: Double) {
    self.minX = minX
    self.maxX = maxX
    self.minY = minY
    self.maxY = maxY
  }

  /// The extent along the first coordinate.
  public var width: Double { maxX - minX }
  /// The extent along the second coordinate.
  public var height: Double { maxY - minY }

  /// Whether a point lies in the rectangle or on its border; false for NaN.
  public func contains(_ x: Double, _ y: Double) -> Bool {
    x >= minX && x <= maxX && y >= minY && y <= maxY
  }
}
