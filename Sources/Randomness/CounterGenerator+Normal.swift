import Elementary

extension CounterGenerator {
  /// A number from the normal distribution of mean 0 and variance 1.
  ///
  /// Draws two words: √(−2 log u) cos 2πv with u in (0, 1] and v in [0, 1) (Box & Muller 1958); the largest magnitude is
  /// √(106 ln 2) ≈ 8.57. Our own elementary functions make it the same bits everywhere.
  public mutating func normal() -> Double { normalPair().0 }

  /// Two independent normal numbers from the same two words: the cosine and the sine of one angle.
  public mutating func normalPair() -> (Double, Double) {
    let radius = (-2 * Double.log(1 - uniform())).squareRoot()
    let angle = 0x1.921fb54442d18p+2 * uniform()
    return (radius * Double.cos(angle), radius * Double.sin(angle))
  }

  /// As many normal numbers as asked for, in pairs: the same as repeated calls of ``normalPair()``.
  ///
  /// The last number is dropped if the count is odd. Draws `count` words, rounded up to an even number.
  @export(interface)
  public mutating func normals(into result: UnsafeMutablePointer<Double>, count: Int) {
    var radii = SIMD32<Double>()
    var angles = SIMD32<Double>()
    var sines = SIMD32<Double>()
    var done = 0
    while done < count {
      let pairs = min(32, (count - done + 1) / 2)
      for pair in 0..<pairs {
        radii[pair] = 1 - uniform()
        angles[pair] = 0x1.921fb54442d18p+2 * uniform()
      }
      polar(&radii, &angles, &sines, pairs)
      for pair in 0..<pairs {
        result[done] = angles[pair]
        if done + 1 < count { result[done + 1] = sines[pair] }
        done += 2
      }
    }
  }
}

/// Turns u and the angles of some pairs into their normal numbers, in `angles` and `sines`.
private func polar(
  _ radii: inout SIMD32<Double>, _ angles: inout SIMD32<Double>, _ sines: inout SIMD32<Double>, _ pairs: Int
) {
  withDoubles(&radii) { Double.log($0, into: $0, count: pairs) }
  withDoubles(&sines) { sine in
    withDoubles(&angles) { angle in
      Double.sin(angle, into: sine, count: pairs)
      Double.cos(angle, into: angle, count: pairs)
    }
  }
  for pair in 0..<pairs {
    let radius = (-2 * radii[pair]).squareRoot()
    angles[pair] = radius * angles[pair]
    sines[pair] = radius * sines[pair]
  }
}

@inline(__always)
private func withDoubles(_ lanes: inout SIMD32<Double>, _ body: (UnsafeMutablePointer<Double>) -> Void) {
  withUnsafeMutableBytes(of: &lanes) { bytes in
    if let first = bytes.assumingMemoryBound(to: Double.self).baseAddress { body(first) }
  }
}
