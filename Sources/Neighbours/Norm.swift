/// What the length of a difference of two points is.
public enum Norm: Sendable, CaseIterable, Hashable {
  /// The largest of the magnitudes of its coordinates.
  case maximum
  /// The square root of the sum of their squares. Coordinates that differ by less than 10⁻¹⁵⁰ count as equal,
  /// for their squares vanish.
  case euclidean
}

typealias Lanes = SIMD8<Double>

/// A norm as the search sees it: a key that grows with the distance and costs no root.
protocol DistanceRule: SendableMetatype {
  /// The key after one more coordinate of the difference.
  static func joined(_ key: Double, _ difference: Double) -> Double
  /// The same on lanes.
  static func joined(_ key: Lanes, _ difference: Lanes) -> Lanes
  /// The distance that belongs to a key.
  static func distance(_ key: Double) -> Double
  /// The smallest key whose distance is not less than the radius.
  static func limit(_ radius: Double) -> Double
}

enum MaximumRule: DistanceRule {
  @inline(__always) static func joined(_ key: Double, _ difference: Double) -> Double {
    let size = difference.magnitude
    return size > key ? size : key
  }

  @inline(__always) static func joined(_ key: Lanes, _ difference: Lanes) -> Lanes {
    // A magnitude is cut out of the bits: the sign bit of every lane is cleared.
    let bits = unsafeBitCast(difference, to: SIMD8<UInt64>.self) & 0x7fff_ffff_ffff_ffff
    let size = unsafeBitCast(bits, to: Lanes.self)
    return key.replacing(with: size, where: size .> key)
  }

  @inline(__always) static func distance(_ key: Double) -> Double { key }

  @inline(__always) static func limit(_ radius: Double) -> Double { radius }
}

enum EuclideanRule: DistanceRule {
  @inline(__always) static func joined(_ key: Double, _ difference: Double) -> Double {
    key + difference * difference
  }

  @inline(__always) static func joined(_ key: Lanes, _ difference: Lanes) -> Lanes {
    key + difference * difference
  }

  @inline(__always) static func distance(_ key: Double) -> Double { key.squareRoot() }

  static func limit(_ radius: Double) -> Double {
    guard radius > 0, radius.isFinite else { return radius }
    // The square, rounded, may lie on the wrong side of what the root says: a step or two puts it right.
    var key = radius * radius
    while key > 0, key.nextDown.squareRoot() >= radius { key = key.nextDown }
    while key.squareRoot() < radius { key = key.nextUp }
    return key
  }
}
