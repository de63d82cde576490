/// A number that depends on every bit of many results: two builds that agree in it compute the same.
///
/// The parity test compares the host's with that of the WebAssembly module. NaN counts as one value.
package struct Fingerprint: Sendable {
  /// How many functions there are, to be asked for by number.
  package static let functionCount = 24

  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func add(_ bits: UInt64) {
    value = (value ^ bits) &* 0x0000_0100_0000_01b3
    value ^= value >> 29
  }

  /// Over `blocks` times 64 results of a `Double` function; 0 if there is no such function.
  @export(interface)
  package static func ofDouble(function: Int, blocks: Int) -> UInt64 {
    var fingerprint = Fingerprint()
    var arguments = FingerprintArguments()
    for _ in 0..<blocks {
      var first = arguments.nextDoubles()
      var second = arguments.nextDoubles()
      withPointers(&first, &second) { x, y in apply(function, x, y, 64) }
      for lane in 0..<64 { fingerprint.add(first[lane].isNaN ? 1 : first[lane].bitPattern) }
    }
    return function < functionCount ? fingerprint.value : 0
  }

  /// Over `blocks` times 64 results of a `Float` function; 0 if there is no such function.
  @export(interface)
  package static func ofFloat(function: Int, blocks: Int) -> UInt64 {
    var fingerprint = Fingerprint()
    var arguments = FingerprintArguments()
    for _ in 0..<blocks {
      var first = arguments.nextFloats()
      var second = arguments.nextFloats()
      withPointers(&first, &second) { x, y in apply(function, x, y, 64) }
      for lane in 0..<64 { fingerprint.add(first[lane].isNaN ? 1 : UInt64(first[lane].bitPattern)) }
    }
    return function < functionCount ? fingerprint.value : 0
  }

  private static func withPointers<Scalar>(
    _ first: inout SIMD64<Scalar>, _ second: inout SIMD64<Scalar>,
    _ body: (UnsafeMutablePointer<Scalar>, UnsafeMutablePointer<Scalar>) -> Void
  ) {
    withUnsafeMutableBytes(of: &first) { x in
      withUnsafeMutableBytes(of: &second) { y in
        guard let x = x.assumingMemoryBound(to: Scalar.self).baseAddress else { return }
        guard let y = y.assumingMemoryBound(to: Scalar.self).baseAddress else { return }
        body(x, y)
      }
    }
  }

  private static func apply<Scalar: LaneScalar>(
    _ function: Int, _ x: UnsafeMutablePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>, _ count: Int
  ) {
    switch function {
    case 0: Scalar.exp(x, into: x, count: count)
    case 1: Scalar.exp2(x, into: x, count: count)
    case 2: Scalar.expm1(x, into: x, count: count)
    case 3: Scalar.log(x, into: x, count: count)
    case 4: Scalar.log2(x, into: x, count: count)
    case 5: Scalar.log10(x, into: x, count: count)
    case 6: Scalar.log1p(x, into: x, count: count)
    case 7: Scalar.sin(x, into: x, count: count)
    case 8: Scalar.cos(x, into: x, count: count)
    case 9: Scalar.tan(x, into: x, count: count)
    case 10: Scalar.asin(x, into: x, count: count)
    case 11: Scalar.acos(x, into: x, count: count)
    case 12: Scalar.atan(x, into: x, count: count)
    case 13: Scalar.sinh(x, into: x, count: count)
    case 14: Scalar.cosh(x, into: x, count: count)
    case 15: Scalar.tanh(x, into: x, count: count)
    case 16: Scalar.asinh(x, into: x, count: count)
    case 17: Scalar.acosh(x, into: x, count: count)
    case 18: Scalar.atanh(x, into: x, count: count)
    case 19: Scalar.cbrt(x, into: x, count: count)
    case 20: Scalar.erf(x, into: x, count: count)
    case 21: Scalar.atan2(x, y, into: x, count: count)
    case 22: Scalar.pow(x, y, into: x, count: count)
    case 23: Scalar.hypot(x, y, into: x, count: count)
    default: break
    }
  }
}

/// Arguments of three kinds in turn: from −4 to 4, from −1000 to 1000, and any bit pattern.
private struct FingerprintArguments {
  private var state: UInt64 = 1

  /// SplitMix (Steele, Lea & Flood 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  mutating func nextDoubles() -> SIMD64<Double> {
    var result = SIMD64<Double>()
    for lane in 0..<64 {
      let word = next()
      let unit = Double(Int64(bitPattern: word) >> 10) * 0x1p-53
      switch lane % 3 {
      case 0: result[lane] = unit * 4
      case 1: result[lane] = unit * 1000
      default: result[lane] = Double(bitPattern: word)
      }
    }
    return result
  }

  mutating func nextFloats() -> SIMD64<Float> {
    var result = SIMD64<Float>()
    for lane in 0..<64 {
      let word = next()
      let unit = Float(Int32(truncatingIfNeeded: word) >> 7) * 0x1p-24
      switch lane % 3 {
      case 0: result[lane] = unit * 4
      case 1: result[lane] = unit * 1000
      default: result[lane] = Float(bitPattern: UInt32(truncatingIfNeeded: word))
      }
    }
    return result
  }
}
