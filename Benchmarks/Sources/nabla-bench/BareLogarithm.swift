/// A scalar whose logarithm is written here in as few operations as its precision allows.
protocol BareLogarithm: BinaryFloatingPoint {
  /// The name of the row that measures it.
  static var rowName: String { get }

  /// The logarithms of positive normal numbers; as many results as arguments, a multiple of 32.
  static func logarithms(_ source: UnsafeBufferPointer<Self>, _ result: UnsafeMutableBufferPointer<Self>)
}

// x = 2ᵏ m with √½ ≤ m < √2, s = (m − 1)/(m + 1), log x = k ln 2 + 2 s (1 + s²/3 + s⁴/5 + …).

extension Double: BareLogarithm {
  static let rowName = "log"

  static func logarithms(
    _ source: UnsafeBufferPointer<Double>, _ result: UnsafeMutableBufferPointer<Double>
  ) {
    guard let from = source.baseAddress, let to = result.baseAddress else { return }
    for index in stride(from: 0, to: source.count, by: 8) {
      let x = UnsafeRawPointer(from + index).loadUnaligned(as: SIMD8<Double>.self)
      let raised = unsafeBitCast(x, to: SIMD8<UInt64>.self) &+ 0x0009_5f61_9980_c433
      let exponent = unsafeBitCast((raised &>> 52) | 0x4330_0000_0000_0000, to: SIMD8<Double>.self)
      let bits = (raised & 0x000f_ffff_ffff_ffff) &+ 0x3fe6_a09e_667f_3bcd
      let m = unsafeBitCast(bits, to: SIMD8<Double>.self)
      let above = m - 1
      let below = m + 1
      let s = above / below
      let w = s * s
      let w2 = w * w
      let first = w * (1.0 / 5) + 1.0 / 3
      let second = w * (1.0 / 9) + 1.0 / 7
      let third = w * (1.0 / 13) + 1.0 / 11
      let fourth = w * (1.0 / 17) + 1.0 / 15
      let low = first + w2 * second
      let high = third + w2 * fourth
      let series = low + w2 * w2 * high
      let k = exponent - (0x1p52 + 1023)
      let small = (s + s * w * series) * 2
      let value = k * 0.6931471805599453 + small
      UnsafeMutableRawPointer(to + index).storeBytes(of: value, as: SIMD8<Double>.self)
    }
  }
}

extension Float: BareLogarithm {
  static let rowName = "log-float"

  static func logarithms(
    _ source: UnsafeBufferPointer<Float>, _ result: UnsafeMutableBufferPointer<Float>
  ) {
    guard let from = source.baseAddress, let to = result.baseAddress else { return }
    for index in stride(from: 0, to: source.count, by: 16) {
      let x = UnsafeRawPointer(from + index).loadUnaligned(as: SIMD16<Float>.self)
      let raised = unsafeBitCast(x, to: SIMD16<UInt32>.self) &+ 0x004a_fb0d
      let exponent = unsafeBitCast((raised &>> 23) | 0x4b00_0000, to: SIMD16<Float>.self)
      let bits = (raised & 0x007f_ffff) &+ 0x3f35_04f3
      let m = unsafeBitCast(bits, to: SIMD16<Float>.self)
      let above = m - 1
      let below = m + 1
      let s = above / below
      let w = s * s
      let first = w * (1.0 / 5) + 1.0 / 3
      let second = w * (1.0 / 9) + 1.0 / 7
      let series = first + w * w * second
      let k = exponent - (0x1p23 + 127)
      let small = (s + s * w * series) * 2
      let value = k * 0.6931472 + small
      UnsafeMutableRawPointer(to + index).storeBytes(of: value, as: SIMD16<Float>.self)
    }
  }
}
