extension Decimal {
  /// Text for people: the value rounded to significant digits, without trailing zeros.
  ///
  /// The exact binary value is rounded, ties to even, as C's `%g` does. Below 10⁻⁴ and from
  /// 10^max(`significantDigits`, 6) on, an exponent is used: "1.5e-9", "2e6". Zero of either sign is "0"; infinity
  /// is "inf" or "∞" by `minus`; NaN is "NaN".
  ///
  /// - Parameters:
  ///   - x: The value.
  ///   - significantDigits: How many digits count, clamped to 1 … 17.
  ///   - minus: The spelling of the sign, the sign of the exponent and infinity.
  @export(interface)
  public static func text(_ x: Double, significantDigits: Int = 6, minus: Minus = .ascii) -> String {
    guard x.isFinite, x != 0 else { return special(x, minus) }
    let count = min(max(significantDigits, 1), 17)
    var (digits, exponent) = significant(x, count: count)
    while digits.last == zero, digits.count > 1 { digits.removeLast() }
    var text: [UInt8] = []
    if x < 0 { appendMinus(to: &text, minus) }
    if exponent < -4 || exponent >= max(count, 6) {
      appendPoint(to: &text, digits, after: 1)
      text.append(101)
      if exponent < 0 { appendMinus(to: &text, minus) }
      text += Natural(UInt64(exponent.magnitude)).decimalDigits
    } else {
      appendPoint(to: &text, digits, after: exponent + 1)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Text with a fixed number of decimals: "2.50".
  ///
  /// The exact binary value is rounded, ties to even, as C's `%f` does; what rounds to zero has no sign.
  ///
  /// - Parameters:
  ///   - x: The value.
  ///   - places: How many decimals, clamped to 0 … 1074 (no double has more).
  ///   - minus: The spelling of the sign and infinity.
  @export(interface)
  public static func fixed(_ x: Double, places: Int, minus: Minus = .ascii) -> String {
    guard x.isFinite else { return special(x, minus) }
    let places = min(max(places, 0), 1074)
    let integer = rounded(x.magnitude, timesTenToThe: places)
    var digits = integer.decimalDigits
    if digits.count <= places {
      digits.insert(contentsOf: repeatElement(zero, count: places + 1 - digits.count), at: 0)
    }
    var text: [UInt8] = []
    if x < 0, !integer.isZero { appendMinus(to: &text, minus) }
    appendPoint(to: &text, digits, after: digits.count - places)
    return String(decoding: text, as: UTF8.self)
  }

  /// The shortest text that reads back as the same bits: "0.1", "100", "1e-09".
  ///
  /// Zero of either sign is "0"; infinity and NaN as in ``text(_:significantDigits:minus:)``.
  public static func shortest(_ x: Double, minus: Minus = .ascii) -> String {
    guard x.isFinite, x != 0 else { return special(x, minus) }
    var text: [UInt8] = []
    appendShortest(x, to: &text, minus)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the shortest text of a finite value as UTF-8.
  static func appendShortest(_ x: Double, to text: inout [UInt8], _ minus: Minus = .ascii) {
    let start = text.count
    for byte in x.description.utf8 {
      if byte == 45 { appendMinus(to: &text, minus) } else { text.append(byte) }
    }
    if text.count - start > 2, text[text.count - 1] == zero, text[text.count - 2] == 46 { text.removeLast(2) }
  }

  private static var zero: UInt8 { 48 }

  private static func special(_ x: Double, _ minus: Minus) -> String {
    if x.isNaN { return "NaN" }
    if x == 0 { return "0" }
    switch minus {
    case .ascii: return x < 0 ? "-inf" : "inf"
    case .typographic: return x < 0 ? "\u{2212}\u{221E}" : "\u{221E}"
    }
  }

  private static func appendMinus(to text: inout [UInt8], _ minus: Minus) {
    switch minus {
    case .ascii: text.append(45)
    case .typographic: text += [0xE2, 0x88, 0x92]
    }
  }

  /// Appends digits with a decimal point after the first `count` of them; `count` may lie outside the digits.
  private static func appendPoint(to text: inout [UInt8], _ digits: [UInt8], after count: Int) {
    if count <= 0 {
      text += [zero, 46]
      text += repeatElement(zero, count: -count)
      text += digits
    } else if count >= digits.count {
      text += digits
      text += repeatElement(zero, count: count - digits.count)
    } else {
      text += digits[..<count]
      text.append(46)
      text += digits[count...]
    }
  }

  /// Exactly `count` significant digits of a finite value that is not zero, and the power of ten of the first.
  private static func significant(_ x: Double, count: Int) -> (digits: [UInt8], exponent: Int) {
    // floor(log₁₀) from the binary exponent: right, or one too small.
    var exponent = (Int(x.exponent) * 78_913) >> 18
    let digits = rounded(x.magnitude, timesTenToThe: count - 1 - exponent).decimalDigits
    if digits.count == count { return (digits, exponent) }
    exponent += 1
    return (rounded(x.magnitude, timesTenToThe: count - 1 - exponent).decimalDigits, exponent)
  }

  /// x · 10^power rounded to an integer, ties to even, computed without any error.
  private static func rounded(_ x: Double, timesTenToThe power: Int) -> Natural {
    let bits = x.bitPattern
    let isSubnormal = bits >> 52 == 0
    let mantissa = isSubnormal ? bits : bits & (1 << 52 - 1) | 1 << 52
    let shift = (isSubnormal ? 1 : Int(bits >> 52)) - 1075 + power
    // Twice the value, so that the lowest bit is the half that rounding asks for.
    var integer = Natural(mantissa << 1)
    var isInexact = false
    if power > 0 { integer.multiplyByFive(power: power) }
    if shift > 0 { integer.shiftLeft(shift) }
    if power < 0, integer.divideByFive(power: -power) { isInexact = true }
    if shift < 0, integer.shiftRight(-shift) { isInexact = true }
    let half = integer.shiftRight(1)
    if half, isInexact || integer.isOdd {
      if integer.isZero { integer = Natural(1) } else { integer.multiply(by: 1, adding: 1) }
    }
    return integer
  }
}
