/// The leading 128 bits of the powers of ten that a `Double` can meet, for correctly rounded parsing.
///
/// 10^q = 5^q · 2^q, and the power of two only moves the exponent: what is stored is 5^q, scaled into
/// [2¹²⁷, 2¹²⁸) and cut, as Lemire's "Number Parsing at a Gigabyte per Second" (2021), section 5, has it.
struct PowersOfTen {
  static let range = -342...308
  static let shared = PowersOfTen()

  private var words: [UInt64] = []

  private init() {
    words = [UInt64](repeating: 0, count: PowersOfTen.range.count * 2)
    var power = Natural(1)
    for exponent in 0...PowersOfTen.range.upperBound {
      store(power, at: exponent, roundedUp: false)
      power.multiply(by: 5)
    }
    // Repeated division rounds down to the same integer as one division by the whole power would, and 1024 bits
    // leave more than 128 of them after 5³⁴².
    var reciprocal = Natural(1)
    reciprocal.shiftLeft(1024)
    for exponent in 1...(-PowersOfTen.range.lowerBound) {
      _ = reciprocal.divide(by: 5)
      // The proof that 64 × 128 bits suffice wants the reciprocals rounded up where 5^−q fits 64 bits.
      store(reciprocal, at: -exponent, roundedUp: exponent <= 27)
    }
  }

  private mutating func store(_ power: Natural, at exponent: Int, roundedUp: Bool) {
    let index = (exponent - PowersOfTen.range.lowerBound) * 2
    var high = power.leadingWord()
    var low = power.leadingWord(skipping: 64)
    if roundedUp {
      low &+= 1
      if low == 0 { high &+= 1 }
    }
    words[index] = high
    words[index + 1] = low
  }

  /// The high and low words of 10^exponent; the exponent is inside ``range``.
  subscript(exponent: Int) -> (high: UInt64, low: UInt64) {
    let index = (exponent - PowersOfTen.range.lowerBound) * 2
    return (words[index], words[index + 1])
  }
}
