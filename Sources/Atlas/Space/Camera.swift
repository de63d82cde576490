/// An eye that looks at a cube around the origin, and what it sees where.
///
/// Places on the picture are measured in the units of space at the origin: right and up from the picture's middle.
public struct Camera: Sendable, Equatable {
  /// Where the eye is, seen from the origin.
  public var heading: Heading
  /// Half an edge of the cube.
  public var reach: Double
  /// How far the eye is, in reaches; infinite for parallel sight.
  public var distance: Double

  /// An eye in a direction.
  public init(heading: Heading, reach: Double, distance: Double = 9) {
    self.heading = heading
    self.reach = reach
    self.distance = distance
  }

  /// A point as it is seen.
  public struct Sight: Sendable, Equatable {
    /// Where it is on the picture.
    public let place: SIMD2<Double>
    /// How far it lies in front of the origin, towards the eye.
    public let depth: Double
    /// How much larger things there are seen than at the origin.
    public let scale: Double
  }

  /// A point as it is seen.
  public func sight(of point: SIMD3<Double>) -> Sight {
    let depth = point.dot(heading.vector)
    let scale = self.scale(at: depth)
    let place = SIMD2(point.dot(heading.left), point.dot(heading.up)) * scale
    return Sight(place: place, depth: depth, scale: scale)
  }

  /// The point that is seen at a place and at a depth.
  public func point(at place: SIMD2<Double>, depth: Double) -> SIMD3<Double> {
    let flat = place / scale(at: depth)
    return flat.x * heading.left + flat.y * heading.up + depth * heading.vector
  }

  /// Whether a surface at a point shows its front, the side of its normal.
  package func sees(_ point: SIMD3<Double>, normal: SIMD3<Double>) -> Bool {
    guard distance.isFinite else { return heading.vector.dot(normal) > 0 }
    return (distance * reach * heading.vector - point).dot(normal) > 0
  }

  private func scale(at depth: Double) -> Double {
    guard distance.isFinite else { return 1 }
    let eye = distance * reach
    // What is behind the eye is never asked for; it is kept finite all the same.
    return eye / Swift.max(eye - depth, 0.1 * eye)
  }

  /// The direction from a hub of the arm whose end is seen at a place, on the side of the eye that another is on.
  ///
  /// Beyond the reach of the arm it points to the place, across the line of sight.
  public func heading(
    from hub: SIMD3<Double>, to place: SIMD2<Double>, arm: Double, like other: Heading
  ) -> Heading {
    // What is seen at a place is a straight line; where it meets the sphere of the arm, the arm ends.
    let foot = point(at: place, depth: 0)
    let step = point(at: place, depth: reach) - foot
    let offset = foot - hub
    let slope = offset.dot(step) / step.dot(step)
    let rest = (arm * arm - offset.dot(offset)) / step.dot(step) + slope * slope
    guard rest >= 0 else {
      let flat = place - sight(of: hub).place
      return Heading(flat.x * heading.left + flat.y * heading.up)
    }
    let side = other.vector.dot(heading.vector) < 0 ? -1.0 : 1.0
    let depth = side * rest.squareRoot() - slope
    return Heading(offset + depth * step)
  }
}
