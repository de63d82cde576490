import Formats

/// Cuts a formula's text into tokens, so that the parser sees names and signs instead of bytes.
///
/// A run of letters that is no name by itself is read as a product of the names it is made of,
/// the longest first: `xy` is x·y, `2xsin` is 2·x·sin. Names that the text itself defines count as names.
struct Lexer {
  private let bytes: [UInt8]
  private let variables: Variables
  private let heads: [DefinitionHead]
  private var offset = 0
  private var position = 0
  private var tokens: [Token] = []

  static func tokens(
    of bytes: [UInt8], variables: Variables, heads: [DefinitionHead]
  ) throws(ExpressionError) -> [Token] {
    var lexer = Lexer(bytes: bytes, variables: variables, heads: heads)
    return try lexer.run()
  }

  private init(bytes: [UInt8], variables: Variables, heads: [DefinitionHead]) {
    self.bytes = bytes
    self.variables = variables
    self.heads = heads
  }

  private mutating func run() throws(ExpressionError) -> [Token] {
    while offset < bytes.count {
      guard position < ExpressionError.maximumLength else {
        throw ExpressionError(.tooLong, at: position)
      }
      let (scalar, width) = try scalar(at: offset)
      if Lexer.isSpace(scalar) {
        offset += width
        position += 1
      } else if Lexer.isDigit(scalar) || (scalar == 0x2E && nextIsDigit(after: offset + width)) {
        try number()
      } else if Lexer.isLetter(scalar) {
        try name()
      } else if let (power, byteCount, length) = try superscript() {
        append(.superscript(power), byteCount: byteCount, length: length)
      } else if let (kind, length) = pair() {
        append(kind, byteCount: length, length: length)
      } else {
        guard let kind = Lexer.sign(scalar) else {
          throw ExpressionError(
            .unexpectedCharacter, at: position, length: 1, found: Array(bytes[offset..<offset + width]),
            expected: [.value, .operatorSign])
        }
        append(kind, byteCount: width, length: 1)
      }
    }
    tokens.append(Token(kind: .end, position: position, length: 0, bytes: []))
    return tokens
  }

  private mutating func append(_ kind: Token.Kind, byteCount: Int, length: Int) {
    let text = Array(bytes[offset..<offset + byteCount])
    tokens.append(Token(kind: kind, position: position, length: length, bytes: text))
    offset += byteCount
    position += length
  }

  /// A sign of two or three ASCII characters that begins here.
  private func pair() -> (Token.Kind, Int)? {
    let rest = bytes[offset...]
    for (text, kind) in Lexer.pairs where rest.starts(with: text.bytes) {
      return (kind, text.utf8CodeUnitCount)
    }
    return nil
  }

  /// A raised whole number that begins here, such as ², ¹⁰ or ⁻¹: its value, and how many bytes and signs it takes.
  private func superscript() throws(ExpressionError) -> (Int, Int, Int)? {
    var (end, length, power) = (offset, 0, 0)
    var isNegative = false
    while end < bytes.count, length < 9 {
      let (scalar, width) = try scalar(at: end)
      if length == 0, scalar == 0x207B {
        isNegative = true
      } else if let digit = Lexer.raisedDigit(scalar) {
        power = 10 * power + digit
      } else {
        break
      }
      end += width
      length += 1
    }
    guard length > (isNegative ? 1 : 0) else { return nil }
    // A tenth digit would be another exponent, and so would a raised sign.
    if end < bytes.count {
      let (scalar, width) = try scalar(at: end)
      guard scalar != 0x207B, Lexer.raisedDigit(scalar) == nil else {
        throw ExpressionError(
          .unexpectedToken, at: position + length, length: 1, found: Array(bytes[end..<end + width]),
          expected: [.operatorSign])
      }
    }
    return (isNegative ? -power : power, end - offset, length)
  }

  private static func raisedDigit(_ scalar: UInt32) -> Int? {
    switch scalar {
    case 0xB9: return 1
    case 0xB2: return 2
    case 0xB3: return 3
    case 0x2070, 0x2074...0x2079: return Int(scalar) - 0x2070
    default: return nil
    }
  }

  /// The fractions that have a sign of their own.
  private static func fraction(_ scalar: UInt32) -> Double? {
    switch scalar {
    case 0xBC: return 0.25
    case 0xBD: return 0.5
    case 0xBE: return 0.75
    case 0x2153: return 1.0 / 3
    case 0x2154: return 2.0 / 3
    case 0x215B: return 0.125
    default: return nil
    }
  }

  private static var pairs: [(StaticString, Token.Kind)] {
    [
      ("<=", .comparison(.lessOrEqual)), (">=", .comparison(.greaterOrEqual)),
      ("==", .comparison(.equal)), ("!=", .comparison(.notEqual)), ("**", .caret), ("...", .range),
      ("..", .range),
    ]
  }

  private func nextIsDigit(after index: Int) -> Bool {
    index < bytes.count && Lexer.isDigit(UInt32(bytes[index]))
  }

  // An exponent belongs to the number only when digits follow: in "2e" and "2exp(x)" the e is a name.
  private mutating func number() throws(ExpressionError) {
    var end = offset
    // The points of a range (0..3) are no decimal points.
    while end < bytes.count,
      Lexer.isDigit(UInt32(bytes[end]))
        || (bytes[end] == 0x2E && !(end + 1 < bytes.count && bytes[end + 1] == 0x2E))
    { end += 1 }
    if end < bytes.count, bytes[end] | 0x20 == 0x65 {
      var exponent = end + 1
      if exponent < bytes.count, bytes[exponent] == 0x2B || bytes[exponent] == 0x2D { exponent += 1 }
      if exponent < bytes.count, Lexer.isDigit(UInt32(bytes[exponent])) {
        while exponent < bytes.count, Lexer.isDigit(UInt32(bytes[exponent])) { exponent += 1 }
        end = exponent
      }
    }
    // Two points in a row ("1.2.3") leave the rest to be read, and refused, as a second number.
    while end > offset {
      if let value = Decimal.parse(bytes[offset..<end]) {
        guard value.isFinite else {
          throw ExpressionError(
            .numberTooLarge, at: position, length: end - offset, found: Array(bytes[offset..<end]))
        }
        append(.number(value), byteCount: end - offset, length: end - offset)
        return
      }
      end -= 1
    }
  }

  private mutating func name() throws(ExpressionError) {
    var end = offset
    var starts: [Int] = []
    while end < bytes.count {
      let (scalar, width) = try scalar(at: end)
      guard Lexer.isLetter(scalar) || (Lexer.isDigit(scalar) && !starts.isEmpty) else { break }
      starts.append(end)
      end += width
    }
    // Digits at the end belong to a name only if the name is known with them: x2 is not x·2.
    let whole = bytes[offset..<end]
    if let word = Lexer.word(whole) {
      append(word, byteCount: end - offset, length: starts.count)
      return
    }
    starts.append(end)
    var pieces: [(Token.Kind, Int, Int)] = []
    var start = 0
    while start < starts.count - 1 {
      var stop = starts.count - 1
      while stop > start, kind(of: bytes[starts[start]..<starts[stop]]) == nil { stop -= 1 }
      guard stop > start, let kind = kind(of: bytes[starts[start]..<starts[stop]]) else {
        throw ExpressionError(
          .unknownName, at: position, length: starts.count - 1, found: Array(whole))
      }
      pieces.append((kind, starts[stop] - starts[start], stop - start))
      start = stop
    }
    for (kind, byteCount, length) in pieces { append(kind, byteCount: byteCount, length: length) }
  }

  private func kind(of name: ArraySlice<UInt8>) -> Token.Kind? {
    if let index = variables.names.firstIndex(where: { name.elementsEqual($0) }) {
      return .variable(index)
    }
    if let index = heads.firstIndex(where: { name.elementsEqual($0.name) }) {
      return .definition(index)
    }
    return Lexer.known(name)
  }

  /// What a name means in every formula.
  static func known(_ name: ArraySlice<UInt8>) -> Token.Kind? {
    if let vectorOperator = VectorOperator(name) { return .vectorOperator(vectorOperator) }
    if let function = Function(name) { return .function(function) }
    if name.elementsEqual(StaticString("pi").bytes) || name.elementsEqual(StaticString("π").bytes) {
      return .constant(.pi)
    }
    if name.elementsEqual(StaticString("e").bytes) { return .constant(.e) }
    if name.elementsEqual(StaticString("inf").bytes) { return .constant(.infinity) }
    if name.elementsEqual(StaticString("nan").bytes) { return .constant(.undefined) }
    return nil
  }

  /// Words that stand between formulas; never part of a product of names.
  static func word(_ name: ArraySlice<UInt8>) -> Token.Kind? {
    if name.elementsEqual(StaticString("where").bytes) { return .whereWord }
    if name.elementsEqual(StaticString("in").bytes) { return .inWord }
    if name.elementsEqual(StaticString("and").bytes) { return .and }
    if name.elementsEqual(StaticString("or").bytes) { return .or }
    return nil
  }

  /// The Unicode scalar that starts at a byte, and how many bytes it takes.
  private func scalar(at index: Int) throws(ExpressionError) -> (UInt32, Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, index + width <= bytes.count else {
      throw ExpressionError(.notText, at: position, length: 1)
    }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for next in bytes[index + 1..<index + width] {
      guard next & 0xC0 == 0x80 else { throw ExpressionError(.notText, at: position, length: 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, width)
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D && scalar != 0x0A) || scalar == 0xA0
      || scalar == 0x3000
      || (scalar >= 0x2000 && scalar <= 0x200B) || scalar == 0x202F || scalar == 0x2062
  }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  static func isLetter(_ scalar: UInt32) -> Bool {
    let lower = scalar | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || scalar == 0x5F || (scalar >= 0x391 && scalar <= 0x3C9)
      || scalar == 0x2206
  }

  private static func sign(_ scalar: UInt32) -> Token.Kind? {
    switch scalar {
    case 0x2B, 0xFF0B: return .plus
    case 0x2D, 0x2212, 0x2013, 0xFF0D: return .minus
    case 0x2A, 0x2217: return .times
    case 0xB7, 0x22C5: return .dot
    case 0xD7: return .cross
    case 0x2F, 0xF7, 0x2215: return .divide
    case 0x5E: return .caret
    case 0x221A: return .root
    case 0x21: return .factorial
    case 0x2207: return .nabla
    case 0x221E: return .constant(.infinity)
    case 0x28, 0xFF08, 0x27E8, 0x5B: return .open
    case 0x29, 0xFF09, 0x27E9, 0x5D: return .close
    case 0x230A: return .openFloor
    case 0x230B: return .closeFloor
    case 0x2308: return .openCeiling
    case 0x2309: return .closeCeiling
    case 0x7C: return .bar
    case 0x2C, 0xFF0C: return .comma
    case 0x3B, 0xFF1B, 0x0A: return .separator
    case 0x2026: return .range
    default: return fraction(scalar).map { .number($0) } ?? comparison(scalar)
    }
  }

  private static func comparison(_ scalar: UInt32) -> Token.Kind? {
    switch scalar {
    case 0x3C: return .comparison(.less)
    case 0x3E: return .comparison(.greater)
    case 0x2264: return .comparison(.lessOrEqual)
    case 0x2265: return .comparison(.greaterOrEqual)
    case 0x2260: return .comparison(.notEqual)
    case 0x3D: return .equals
    case 0x2227: return .and
    case 0x2228: return .or
    default: return nil
    }
  }
}
