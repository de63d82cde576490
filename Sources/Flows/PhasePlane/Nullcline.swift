import Expressions
import Fields

/// A line of the plane along which a component of a field is zero: the flow crosses it upright or level.
///
/// Where nullclines of both components cross, the field is zero.
public struct Nullcline: Sendable, Equatable {
  /// The component that is zero: 0 or 1.
  public let component: Int
  /// The first coordinates.
  public let x: [Double]
  /// The second coordinates.
  public let y: [Double]
  /// Whether the last point is the first: the line came back to itself.
  public let isClosed: Bool
}

extension VectorField {
  /// The lines along which a component of a field of the plane is zero.
  ///
  /// The field is asked at the nodes of a grid; between two nodes of opposite sign the zero is found on the field
  /// itself, to the last digits. So every point of a line is on the nullcline, and between two points, in one cell, the
  /// line is straight. In a cell with four zeros the sign at the saddle point of the component says which belong
  /// together. A change of sign through infinity or by a jump is no zero. What is smaller than a cell is missed, and so
  /// is a zero without a change of sign, as that of x².
  ///
  /// ```swift
  /// let vanDerPol = try VectorExpressionField("y, (1 - x^2) y - x")
  /// try vanDerPol.nullclines(in: window)      // y = 0, and y = x/(1 − x²) in three branches
  /// ```
  ///
  /// - Parameters:
  ///   - window: Where they are looked for.
  ///   - columns: The number of cells from left to right.
  ///   - rows: The number of cells from bottom to top.
  /// - Returns: the lines of the first component, then those of the second.
  /// - Throws: ``FlowError`` if the field is not one of the plane.
  public func nullclines(
    in window: Window, columns: Int = 200, rows: Int = 200
  ) throws(FlowError) -> [Nullcline] {
    guard dimension == 2, components == 2 else { throw .components(components, dimension: dimension) }
    guard window.width > 0, window.height > 0, (window.width + window.height).isFinite else { return [] }
    let cells = ZeroCells(AnyVectorField(self), window, columns: max(columns, 1), rows: max(rows, 1))
    return cells.lines(of: 0) + cells.lines(of: 1)
  }
}
