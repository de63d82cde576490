import Elementary

/// A box of the plane or of space with units of its own, in which distances are measured: those of a picture.
///
/// Places are told from the lower corner; the third coordinate is 0 in the plane.
struct StreamlineFrame: Sendable {
  /// The number of axes, 2 or 3.
  let dimension: Int
  /// The lower corner in the field's coordinates.
  let lower: SIMD3<Double>
  /// How long the edges are in the frame's units.
  let size: SIMD3<Double>
  /// How much of the field's coordinates one unit is.
  let unit: SIMD3<Double>

  init(lower: [Double], upper: [Double], size: [Double]) {
    dimension = lower.count
    var corner = SIMD3<Double>()
    var edges = SIMD3<Double>()
    var unit = SIMD3<Double>(repeating: 1)
    for axis in lower.indices {
      corner[axis] = lower[axis]
      edges[axis] = size[axis]
      unit[axis] = (upper[axis] - lower[axis]) / size[axis]
    }
    self.lower = corner
    self.size = edges
    self.unit = unit
  }

  /// Whether the box has an inside and finite bounds.
  var isUsable: Bool {
    (0..<dimension).allSatisfy { axis in
      size[axis] > 0 && unit[axis] > 0 && size[axis].isFinite && unit[axis].isFinite && lower[axis].isFinite
    }
  }

  /// The longest edge.
  var longest: Double { max(size.x, size.y, size.z) }

  @inline(__always)
  func contains(_ place: SIMD3<Double>) -> Bool {
    place.x >= 0 && place.x <= size.x && place.y >= 0 && place.y <= size.y && place.z >= 0
      && place.z <= size.z
  }

  /// The nearest place of the box.
  func clamped(_ place: SIMD3<Double>) -> SIMD3<Double> {
    place.clamped(lowerBound: SIMD3(repeating: 0), upperBound: size)
  }

  /// A point of the field's coordinates in the frame.
  func place(of point: [Double]) -> SIMD3<Double> {
    var place = SIMD3<Double>()
    for axis in 0..<min(dimension, point.count) { place[axis] = (point[axis] - lower[axis]) / unit[axis] }
    return place
  }

  /// Places as a curve in the field's coordinates.
  func streamline(through places: [SIMD3<Double>], isClosed: Bool) -> Streamline {
    Streamline(
      coordinates: (0..<dimension).map { axis in places.map { lower[axis] + $0[axis] * unit[axis] } },
      isClosed: isClosed)
  }
}

extension SIMD3<Double> {
  @inline(__always)
  func dot(_ other: SIMD3<Double>) -> Double { x * other.x + y * other.y + z * other.z }

  @inline(__always)
  var length: Double { dot(self).squareRoot() }
}
