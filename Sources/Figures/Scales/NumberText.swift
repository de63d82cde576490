import Elementary
import Formats

/// Numbers as people read them, with the typographic minus.
enum NumberText {
  static let minus = "\u{2212}"

  /// 10ᵉ, exact for |e| ≤ 22 where it is a Double or the reciprocal of one is divided by.
  static func scaled(_ value: Double, byPowerOfTen exponent: Int) -> Double {
    var result = value
    var left = exponent
    while left > 0 {
      let step = Swift.min(left, 22)
      result *= power(step)
      left -= step
    }
    while left < 0 {
      let step = Swift.min(-left, 22)
      result /= power(step)
      left += step
    }
    return result
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= 10 }
    return result
  }

  /// The exponent e with 10ᵉ ≤ |value| < 10ᵉ⁺¹; 0 for zero and non-finite values.
  static func decade(_ value: Double) -> Int {
    let size = abs(value)
    guard size > 0, size.isFinite else { return 0 }
    var exponent = Int(Double.log10(size).rounded(.down))
    if scaled(1, byPowerOfTen: exponent + 1) <= size { exponent += 1 }
    if scaled(1, byPowerOfTen: exponent) > size { exponent -= 1 }
    return exponent
  }

  /// The text of `mantissa`·10^`exponent` with all its places: (15, −1) is "1.5", (−20, −1) is "−2.0".
  static func exact(_ mantissa: Int, exponent: Int, trimmed: Bool = false) -> String {
    var digits = Array(String(mantissa.magnitude).utf8)
    var places = 0
    if exponent > 0, mantissa != 0 {
      digits.append(contentsOf: [UInt8](repeating: 48, count: exponent))
    } else if exponent < 0 {
      places = -exponent
      if digits.count <= places {
        digits.insert(contentsOf: [UInt8](repeating: 48, count: places + 1 - digits.count), at: 0)
      }
    }
    var fraction = Array(digits.suffix(places))
    let whole = digits.dropLast(places)
    if trimmed { while fraction.last == 48 { fraction.removeLast() } }
    var text = mantissa < 0 ? minus : ""
    text += String(decoding: whole, as: UTF8.self)
    if !fraction.isEmpty { text += "." + String(decoding: fraction, as: UTF8.self) }
    return text
  }

  /// A value rounded to significant digits, powers of ten in superscript: "0.0487", "−2", "1.5×10⁻⁹", "∞".
  static func text(_ value: Double, significantDigits: Int = 4) -> String {
    let plain = Decimal.text(value, significantDigits: significantDigits, minus: .typographic)
    guard value.isFinite, let mark = plain.utf8.firstIndex(of: 0x65) else { return plain }
    var exponent = 0
    var isNegative = false
    for byte in plain.utf8[plain.utf8.index(after: mark)...] {
      if byte == 0x2D || byte == 0xE2 { isNegative = true }
      if byte >= 48, byte <= 57 { exponent = exponent * 10 + Int(byte) - 48 }
    }
    let mantissa = String(decoding: plain.utf8[..<mark], as: UTF8.self)
    return mantissa + "×10" + superscript(isNegative ? -exponent : exponent)
  }

  /// An integer in superscript digits.
  static func superscript(_ value: Int) -> String {
    let forms = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    var text = value < 0 ? "⁻" : ""
    for digit in String(value.magnitude).utf8 { text += forms[Int(digit) - 48] }
    return text
  }
}
