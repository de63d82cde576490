extension CounterGenerator {
  /// A number in [0, 1), one of the 2^53 multiples of 2^−53, all equally likely.
  ///
  /// Draws one word.
  public mutating func uniform() -> Double { Double(Int64(next() >> 11)) * 0x1p-53 }

  /// A number in [0, 1), one of the 2^24 multiples of 2^−24, all equally likely.
  ///
  /// Draws one word.
  public mutating func uniformFloat() -> Float { Float(Int32(next() >> 40)) * 0x1p-24 }

  /// As many numbers in [0, 1) as asked for: the same as repeated calls of ``uniform()``.
  @export(interface)
  public mutating func uniforms(into result: UnsafeMutablePointer<Double>, count: Int) {
    var index = 0
    while index < count {
      if position & 1 == 0 && index + 1 < count {
        let words = block(position >> 1)
        result[index] = Double(Int64(words.0 >> 11)) * 0x1p-53
        result[index + 1] = Double(Int64(words.1 >> 11)) * 0x1p-53
        position &+= 2
        index += 2
      } else {
        result[index] = uniform()
        index += 1
      }
    }
  }
}
