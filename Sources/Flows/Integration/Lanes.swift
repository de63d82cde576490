/// Lanes that are worked on at once.
typealias Lanes = SIMD8<Double>

extension SIMD8<Double> {
  @inline(__always) static func load(_ source: UnsafePointer<Double>) -> Lanes {
    UnsafeRawPointer(source).loadUnaligned(as: Lanes.self)
  }

  @inline(__always) func store(_ result: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(result).storeBytes(of: self, as: Lanes.self)
  }

  /// The sizes, without their signs.
  @inline(__always) var sizes: Lanes {
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: 0x7fff_ffff_ffff_ffff)
    return unsafeBitCast(bits, to: Lanes.self)
  }

  /// The greater of each pair; the receiver's where one is NaN.
  @inline(__always) func orGreater(_ other: Lanes) -> Lanes { replacing(with: other, where: other .> self) }

  /// The smaller of each pair; the receiver's where one is NaN.
  @inline(__always) func orSmaller(_ other: Lanes) -> Lanes { replacing(with: other, where: other .< self) }
}
