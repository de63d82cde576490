/// The outline of an arrow on the page: a shaft and a barbed head in one polygon.
struct ArrowShape {
  /// The width of the shaft in pixels.
  var width: Double

  /// Appends an arrow; one shorter than four pixels becomes a dot, so that a zero is seen as a zero.
  func append(from tail: SIMD2<Double>, by arrow: SIMD2<Double>, to path: inout Path) {
    let length = arrow.length
    guard length.isFinite, tail.isFinite else { return }
    if length < 4 {
      path.ellipse(centre: tail + arrow * 0.5, radii: SIMD2(width * 0.65, width * 0.65))
      return
    }
    let along = arrow / length
    let across = SIMD2(-along.y, along.x)
    // Short arrows shrink as a whole; long ones keep the size of their head.
    let head = Swift.min(width * 4.2 + 1, length * 0.62)
    let half = head * 0.44
    let shaft = Swift.min(width / 2, half * 0.6)
    let neck = tail + along * (length - head * 0.8)
    let barb = tail + along * (length - head)
    path.polygon([
      tail + across * shaft, neck + across * shaft, barb + across * half, tail + arrow, barb - across * half,
      neck - across * shaft, tail - across * shaft,
    ])
  }

  /// Appends a head alone with its tip at a place.
  func appendHead(at tip: SIMD2<Double>, along direction: SIMD2<Double>, to path: inout Path) {
    let length = direction.length
    guard length > 0, length.isFinite, tip.isFinite else { return }
    let along = direction / length
    let across = SIMD2(-along.y, along.x)
    let head = width * 3.6 + 3
    let half = head * 0.42
    path.polygon([
      tip, tip - along * head + across * half, tip - along * (head * 0.72),
      tip - along * head - across * half,
    ])
  }
}
