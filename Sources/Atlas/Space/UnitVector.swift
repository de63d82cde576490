import Elementary

/// A direction of the plane by its angle; exact at quarter turns.
public struct UnitVector: Sendable, Equatable {
  /// The first coordinate.
  public let x: Double
  /// The second coordinate.
  public let y: Double

  /// The unit vector at an angle in degrees, counter-clockwise from the x-axis.
  @export(interface)
  public init(degrees: Double) {
    // Quarter turns are taken off first: they are exact, and what is left has its cosine at its best.
    let quarters = (degrees / 90).rounded(.toNearestOrEven)
    let rest = (degrees - 90 * quarters) * Double.pi / 180
    let cosine = Double.cos(rest)
    let sine = Double.sin(rest)
    let turn = quarters - 4 * (quarters / 4).rounded(.down)
    switch turn {
    case 0: (x, y) = (cosine, sine)
    case 1: (x, y) = (-sine, cosine)
    case 2: (x, y) = (-cosine, -sine)
    case 3: (x, y) = (sine, -cosine)
    default: (x, y) = (.nan, .nan)
    }
  }
}
