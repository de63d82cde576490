/// The left side of a definition: `r =` or `f(x, y) =`.
///
/// Heads are found before the text is cut into tokens, because names that are defined count as names.
struct DefinitionHead: Equatable {
  /// The name in UTF-8.
  let name: [UInt8]
  /// Where the name begins, in characters.
  let position: Int
  /// The number of characters of the name.
  let length: Int
  /// Whether arguments stand behind the name.
  let hasArguments: Bool

  /// All heads of a text, in order.
  static func all(in bytes: [UInt8]) -> [DefinitionHead] {
    var scanner = HeadScanner(bytes: bytes)
    return scanner.heads()
  }
}

/// Walks through a text and stops where a statement may begin.
private struct HeadScanner {
  let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  private var isAfterWhere = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func heads() -> [DefinitionHead] {
    var heads: [DefinitionHead] = []
    var mayBegin = true
    while offset < bytes.count {
      if mayBegin, depth == 0, let head = head() { heads.append(head) }
      mayBegin = advance()
    }
    return heads
  }

  /// Goes one sign or word further; whether a statement may begin behind it.
  private mutating func advance() -> Bool {
    let byte = bytes[offset]
    if HeadScanner.isWord(byte) {
      let start = offset
      while offset < bytes.count, HeadScanner.isWord(bytes[offset]) { offset += 1 }
      guard case .whereWord = Lexer.word(bytes[start..<offset]) else { return false }
      isAfterWhere = true
      return true
    }
    offset += 1
    switch byte {
    case 0x28, 0x5B: depth += 1
    case 0x29, 0x5D: depth -= 1
    case 0x3B, 0x0A: return true
    case 0x2C: return isAfterWhere
    default: break
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    Lexer.isLetter(UInt32(byte)) || Lexer.isDigit(UInt32(byte)) || byte >= 0x80
  }

  /// A head that begins here, behind spaces.
  private func head() -> DefinitionHead? {
    var end = skippingSpaces(offset)
    let start = end
    guard end < bytes.count, HeadScanner.isWord(bytes[end]), !Lexer.isDigit(UInt32(bytes[end])) else {
      return nil
    }
    while end < bytes.count, HeadScanner.isWord(bytes[end]) { end += 1 }
    let name = bytes[start..<end]
    guard name.allSatisfy({ $0 < 0x80 }) || HeadScanner.isGreek(name) else { return nil }
    end = skippingSpaces(end)
    var hasArguments = false
    if end < bytes.count, bytes[end] == 0x28 {
      guard let close = bytes[end...].firstIndex(of: 0x29) else { return nil }
      hasArguments = true
      end = skippingSpaces(close + 1)
    }
    guard end < bytes.count, bytes[end] == 0x3D else { return nil }
    guard end + 1 >= bytes.count || bytes[end + 1] != 0x3D else { return nil }
    return DefinitionHead(
      name: Array(name), position: HeadScanner.characters(bytes[..<start]),
      length: HeadScanner.characters(name), hasArguments: hasArguments)
  }

  private func skippingSpaces(_ index: Int) -> Int {
    var index = index
    while index < bytes.count, Lexer.isSpace(UInt32(bytes[index])) { index += 1 }
    return index
  }

  /// Greek letters are two bytes, the first 0xCE or 0xCF.
  private static func isGreek(_ name: ArraySlice<UInt8>) -> Bool {
    name.allSatisfy { $0 < 0xC0 || $0 == 0xCE || $0 == 0xCF }
  }

  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
