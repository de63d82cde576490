/// A normal form that would need more digits, terms or steps than are allowed.
struct OutOfReach: Error {}

/// An exact fraction of whole numbers in lowest terms.
struct Rational: Hashable, Sendable {
  let numerator: Int64
  /// Positive.
  let denominator: Int64

  static let zero = Rational(whole: 0)
  static let one = Rational(whole: 1)

  init(whole: Int64) {
    numerator = whole
    denominator = 1
  }

  init(_ numerator: Int64, over denominator: Int64) throws(OutOfReach) {
    guard denominator != 0, numerator != .min, denominator != .min else { throw OutOfReach() }
    let divisor = Rational.greatestDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  /// The number that the shortest decimal digits of a double say, if they are few: 0.1 is 1/10.
  ///
  /// Nil for numbers such as π whose digits only stand for something else.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    var digits: Int64 = 0
    var places = 0
    var exponent = 0
    var isFraction = false
    var isExponent = false
    var isNegativeExponent = false
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case 0x2E: isFraction = true
      case 0x65: isExponent = true
      case 0x2D: isNegativeExponent = true
      case 0x2B: continue
      default:
        let digit = Int64(byte) - 0x30
        if isExponent {
          exponent = exponent * 10 + Int(digit)
        } else {
          guard digits < 1_000_000_000_000 else { return nil }
          digits = digits * 10 + digit
          places += isFraction ? 1 : 0
        }
      }
    }
    let power = (isNegativeExponent ? -exponent : exponent) - places
    guard power.magnitude <= 15 else { return nil }
    var scale: Int64 = 1
    for _ in 0..<Int(power.magnitude) { scale *= 10 }
    let signed = value < 0 ? -digits : digits
    let (product, isTooLarge) = signed.multipliedReportingOverflow(by: power > 0 ? scale : 1)
    guard !isTooLarge, let result = try? Rational(product, over: power < 0 ? scale : 1) else { return nil }
    self = result
  }

  var isZero: Bool { numerator == 0 }
  var isOne: Bool { numerator == 1 && denominator == 1 }
  var isWhole: Bool { denominator == 1 }
  var value: Double { Double(numerator) / Double(denominator) }

  private static func greatestDivisor(_ a: Int64, _ b: Int64) -> Int64 {
    var first = a.magnitude
    var second = b.magnitude
    while second != 0 { (first, second) = (second, first % second) }
    return first == 0 ? 1 : Int64(first)
  }

  private static func product(_ a: Int64, _ b: Int64) throws(OutOfReach) -> Int64 {
    let (result, isTooLarge) = a.multipliedReportingOverflow(by: b)
    guard !isTooLarge else { throw OutOfReach() }
    return result
  }

  static prefix func - (a: Rational) -> Rational {
    Rational(unchecked: -a.numerator, a.denominator)
  }

  private init(unchecked numerator: Int64, _ denominator: Int64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static func + (a: Rational, b: Rational) throws(OutOfReach) -> Rational {
    let first = try product(a.numerator, b.denominator)
    let second = try product(b.numerator, a.denominator)
    let (sum, isTooLarge) = first.addingReportingOverflow(second)
    guard !isTooLarge else { throw OutOfReach() }
    return try Rational(sum, over: try product(a.denominator, b.denominator))
  }

  static func * (a: Rational, b: Rational) throws(OutOfReach) -> Rational {
    // Cancelled crosswise first, so that the products stay small.
    let first = try Rational(a.numerator, over: b.denominator)
    let second = try Rational(b.numerator, over: a.denominator)
    return Rational(
      unchecked: try product(first.numerator, second.numerator),
      try product(first.denominator, second.denominator))
  }

  static func / (a: Rational, b: Rational) throws(OutOfReach) -> Rational {
    try a * (try Rational(b.denominator, over: b.numerator))
  }

  /// The greatest whole number not above.
  var floor: Int64 {
    numerator >= 0 ? numerator / denominator : -((-numerator + denominator - 1) / denominator)
  }
}
