extension Decimal {
  /// Reads the `Double` nearest to a decimal numeral, ties to even; `nil` if the bytes are not one numeral.
  ///
  /// Accepted are `1`, `-1.5e-3`, `+.5`, `5.`, `1E6`, and in any case `inf`, `infinity`, `nan`, as well as `∞`;
  /// the sign of number and exponent may be `+`, `-` or `−` (U+2212). Nothing else is: no spaces, no separators,
  /// no hexadecimals. Too large is infinity, too small is zero, of the right sign.
  public static func parse(_ bytes: some Collection<UInt8>) -> Double? {
    let contiguous = bytes.withContiguousStorageIfAvailable { parse($0) }
    return contiguous ?? Array(bytes).withUnsafeBufferPointer { parse($0) }
  }

  /// Reads the `Double` nearest to a decimal numeral from memory; see ``parse(_:)-(Collection<UInt8>)``.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let value = plain(bytes) { return value }
    var reader = NumeralReader(bytes)
    return reader.read()
  }

  /// The double nearest to significand / 10^places.
  @inline(__always)
  static func value(significand: UInt64, places: Int) -> Double {
    if significand <= 1 << 53, places <= 22 {
      // Both numbers are exact, so that one rounding is all there is (Clinger 1990).
      return Double(significand) / exactPowersOfTen[places]
    }
    return Numeral(significand: significand, exponent: -Int64(places)).rounded
  }
}

/// One pass over the bytes of a numeral.
private struct NumeralReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var numeral = Numeral()

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func read() -> Double? {
    let isNegative = readSign()
    let digitsStart = position
    guard position < bytes.count else { return nil }
    let first = bytes[position]
    if first &- 48 > 9, first != 46 {
      return readWord().map { isNegative ? -$0 : $0 }
    }
    let whole = readDigits(fractional: false)
    var fraction = 0
    if position < bytes.count, bytes[position] == 46 {
      position += 1
      fraction = readDigits(fractional: true)
    }
    guard whole + fraction > 0 else { return nil }
    let digits = UnsafeBufferPointer(rebasing: bytes[digitsStart..<position])
    if position < bytes.count {
      guard bytes[position] | 32 == 101 else { return nil }
      position += 1
      guard readExponent(), position == bytes.count else { return nil }
    }
    let magnitude = numeral.value(digits: digits)
    return isNegative ? -magnitude : magnitude
  }

  /// Consumes a sign if there is one; true for a minus.
  private mutating func readSign() -> Bool {
    guard position < bytes.count else { return false }
    if bytes[position] == 43 || bytes[position] == 45 {
      position += 1
      return bytes[position - 1] == 45
    }
    guard position + 2 < bytes.count, bytes[position] == 0xE2, bytes[position + 1] == 0x88 else {
      return false
    }
    guard bytes[position + 2] == 0x92 else { return false }
    position += 3
    return true
  }

  /// Consumes digits and returns how many there were.
  private mutating func readDigits(fractional: Bool) -> Int {
    let start = position
    while position < bytes.count {
      let digit = bytes[position] &- 48
      if digit > 9 { break }
      numeral.append(digit, fractional: fractional)
      position += 1
    }
    return position - start
  }

  /// Consumes the sign and digits of an exponent; false if there are no digits.
  private mutating func readExponent() -> Bool {
    let isNegative = readSign()
    let start = position
    var exponent: Int64 = 0
    while position < bytes.count {
      let digit = bytes[position] &- 48
      if digit > 9 { break }
      // Saturation keeps the arithmetic safe; no text in memory has as many digits to make up for it.
      if exponent < 1 << 48 { exponent = exponent * 10 + Int64(digit) }
      position += 1
    }
    numeral.exponent += isNegative ? -exponent : exponent
    return position > start
  }

  /// Reads what is left as one of the words for infinity and NaN.
  private func readWord() -> Double? {
    let rest = bytes[position...]
    if matches(rest, "inf") || matches(rest, "infinity") { return .infinity }
    if matches(rest, "nan") { return .nan }
    let sign: [UInt8] = [0xE2, 0x88, 0x9E]
    return rest.elementsEqual(sign) ? .infinity : nil
  }

  private func matches(_ rest: Slice<UnsafeBufferPointer<UInt8>>, _ word: StaticString) -> Bool {
    guard rest.count == word.utf8CodeUnitCount else { return false }
    var pointer = word.utf8Start
    for byte in rest {
      if byte | 32 != pointer.pointee { return false }
      pointer += 1
    }
    return true
  }
}

/// A numeral as integer · 10^exponent, with the digits that do not fit remembered as "there was more".
private struct Numeral {
  /// The first 19 significant digits: the most that always fit 64 bits.
  private var significand: UInt64 = 0
  private var significantDigits = 0
  private var isCut = false
  var exponent: Int64 = 0

  init() {}

  /// A numeral of which all digits fit.
  init(significand: UInt64, exponent: Int64) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The nearest double to what is not zero and has no more digits.
  var rounded: Double { rounded(significand) }

  @inline(__always)
  mutating func append(_ digit: UInt8, fractional: Bool) {
    if significantDigits < 19 {
      significand = significand &* 10 &+ UInt64(digit)
      if significand != 0 { significantDigits += 1 }
      if fractional { exponent -= 1 }
    } else {
      if digit != 0 { isCut = true }
      if !fractional { exponent += 1 }
    }
  }

  /// The nearest double; `digits` is the text of the significand, should all of it be needed.
  func value(digits: UnsafeBufferPointer<UInt8>) -> Double {
    if significand == 0 { return 0 }
    if !isCut, significand <= 1 << 53, exponent >= -22, exponent <= 22 {
      // Both numbers are exact, so that one rounding is all there is (Clinger 1990).
      let exact = Double(significand)
      let power = exactPowersOfTen[Int(exponent.magnitude)]
      return exponent < 0 ? exact / power : exact * power
    }
    let floor = rounded(significand)
    if !isCut { return floor }
    let ceiling = rounded(significand + 1)
    return floor == ceiling ? floor : nearest(floor, ceiling, digits)
  }

  /// The double nearest to word · 10^exponent: Lemire (2021), algorithm 1; that it needs no fallback for 64-bit
  /// words is Mushtak and Lemire, "Fast number parsing without fallback" (2023).
  private func rounded(_ word: UInt64) -> Double {
    if exponent < Int64(PowersOfTen.range.lowerBound) { return 0 }
    if exponent > Int64(PowersOfTen.range.upperBound) { return .infinity }
    let ten = Int(exponent)
    let power = PowersOfTen.shared[ten]
    let zeros = word.leadingZeroBitCount
    let normal = word << UInt64(zeros)
    var (high, low) = normal.multipliedFullWidth(by: power.high)
    if high & 0x1FF == 0x1FF {
      let more = normal.multipliedFullWidth(by: power.low).high
      let (sum, carry) = low.addingReportingOverflow(more)
      low = sum
      if carry { high += 1 }
    }
    let upper = Int(high >> 63)
    let shift = UInt64(upper + 9)
    var mantissa = high >> shift
    // floor(ten · log₂ 10) + 63, in integers; the arithmetic shift rounds down for negative powers too.
    var biased = ((217_706 * ten) >> 16) + 63 + upper - zeros + 1023
    if biased <= 0 {
      if 1 - biased >= 64 { return 0 }
      mantissa >>= UInt64(1 - biased)
      mantissa = (mantissa + (mantissa & 1)) >> 1
      // A subnormal that rounds up to 2⁵² has become the smallest normal number; its bits say so by themselves.
      return Double(bitPattern: mantissa)
    }
    if low <= 1, ten >= -4, ten <= 23, mantissa & 3 == 1, mantissa << shift == high {
      mantissa &= ~1
    }
    mantissa = (mantissa + (mantissa & 1)) >> 1
    if mantissa >= 1 << 53 {
      mantissa = 1 << 52
      biased += 1
    }
    if biased >= 2047 { return .infinity }
    return Double(bitPattern: UInt64(biased) << 52 | mantissa & (1 << 52 - 1))
  }

  /// Decides between two neighbours by comparing all digits with the midpoint, exactly.
  private func nearest(_ floor: Double, _ ceiling: Double, _ digits: UnsafeBufferPointer<UInt8>) -> Double {
    let (left, leftTen) = allDigits(digits)
    let bits = floor.bitPattern
    let isSubnormal = bits >> 52 == 0
    let mantissa = isSubnormal ? bits : bits & (1 << 52 - 1) | 1 << 52
    let two = (isSubnormal ? 1 : Int(bits >> 52)) - 1075
    var numeral = left
    var midpoint = Natural(mantissa << 1 | 1)
    if leftTen >= 0 {
      numeral.multiplyByFive(power: leftTen)
    } else {
      midpoint.multiplyByFive(power: -leftTen)
    }
    let shift = leftTen - (two - 1)
    if shift >= 0 { numeral.shiftLeft(shift) } else { midpoint.shiftLeft(-shift) }
    if numeral < midpoint { return floor }
    if midpoint < numeral { return ceiling }
    return mantissa & 1 == 0 ? floor : ceiling
  }

  /// The digits as one integer and its power of ten.
  ///
  /// A midpoint between doubles has at most 767 digits, so that digits beyond 780 matter only by being there: one final 1 stands for them.
  private func allDigits(_ digits: UnsafeBufferPointer<UInt8>) -> (Natural, Int) {
    var integer = Natural(0)
    var taken = 0
    var ten = exponent
    var hasMore = false
    for byte in digits where byte != 46 {
      let digit = UInt32(byte - 48)
      if taken == 0, digit == 0 { continue }
      if taken < 780 {
        if integer.isZero {
          integer = Natural(UInt64(digit))
        } else {
          integer.multiply(by: 10, adding: digit)
        }
        taken += 1
        // `exponent` belongs to the first 19 digits; each further one lowers it.
        if taken > 19 { ten -= 1 }
      } else if digit != 0 {
        hasMore = true
      }
    }
    if hasMore {
      integer.multiply(by: 10, adding: 1)
      ten -= 1
    }
    return (integer, Int(ten))
  }
}

private let exactPowersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
]
