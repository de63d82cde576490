import Elementary

/// A direction in space by two angles in degrees; exact at quarter turns.
public struct Heading: Sendable, Equatable {
  /// The angle in the xy-plane, counter-clockwise from the x-axis.
  public var azimuth: Double
  /// The angle above the xy-plane, −90 to 90.
  public var elevation: Double

  /// A direction by its angles.
  public init(azimuth: Double, elevation: Double) {
    self.azimuth = azimuth
    self.elevation = elevation
  }

  /// The direction of a vector; along the x-axis where it has none.
  public init(_ vector: SIMD3<Double>) {
    let across = Double.hypot(vector.x, vector.y)
    azimuth = across > 0 ? Double.atan2(vector.y, vector.x) * 180 / Double.pi : 0
    elevation = across > 0 || vector.z != 0 ? Double.atan2(vector.z, across) * 180 / Double.pi : 0
    if azimuth.isNaN { azimuth = 0 }
    if elevation.isNaN { elevation = 0 }
  }

  /// The vector of length 1.
  public var vector: SIMD3<Double> {
    let turn = UnitVector(degrees: azimuth)
    let rise = UnitVector(degrees: elevation)
    return SIMD3(rise.x * turn.x, rise.x * turn.y, rise.y)
  }

  /// The unit vector to the left of the direction, level with the xy-plane.
  public var left: SIMD3<Double> {
    let turn = UnitVector(degrees: azimuth)
    return SIMD3(-turn.y, turn.x, 0)
  }

  /// The unit vector upwards across the direction: with ``vector`` and ``left`` a right-handed frame.
  public var up: SIMD3<Double> {
    let turn = UnitVector(degrees: azimuth)
    let rise = UnitVector(degrees: elevation)
    return SIMD3(-rise.y * turn.x, -rise.y * turn.y, rise.x)
  }
}

extension SIMD3<Double> {
  /// a·b.
  package func dot(_ other: SIMD3<Double>) -> Double { x * other.x + y * other.y + z * other.z }

  /// The length.
  package var length: Double { dot(self).squareRoot() }
}
