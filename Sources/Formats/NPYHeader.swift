/// How the numbers of an .npy file are kept.
struct NPYElement {
  enum Kind {
    case floating
    case signed
    case unsigned
  }

  let kind: Kind
  let size: Int
  let isBigEndian: Bool

  /// The type by its spelling without quotes, such as `<f8`.
  init?(_ text: some Collection<UInt8>) {
    let text = Array(text)
    guard text.count == 3, text[0] == 60 || text[0] == 62 || text[0] == 124 || text[0] == 61 else {
      return nil
    }
    size = Int(text[2]) - 48
    isBigEndian = text[0] == 62
    switch (text[1], size) {
    case (102, 4), (102, 8): kind = .floating
    case (105, 1), (105, 2), (105, 4), (105, 8): kind = .signed
    case (117, 1), (117, 2), (117, 4), (117, 8), (98, 1): kind = .unsigned
    default: return nil
    }
    // A number of several bytes has an order.
    if size > 1, text[0] == 124 { return nil }
  }

  func value(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Double {
    var word: UInt64 = 0
    for index in 0..<size {
      let place = isBigEndian ? index : size - 1 - index
      word = word << 8 | UInt64(bytes[offset + place])
    }
    switch kind {
    case .floating:
      if size == 8 { return Double(bitPattern: word) }
      return Double(Float(bitPattern: UInt32(word)))
    case .unsigned: return Double(word)
    case .signed:
      let unused = UInt64(64 - 8 * size)
      return Double(Int64(bitPattern: word << unused) >> Int64(unused))
    }
  }
}

/// What stands before the numbers: a dictionary in Python's spelling.
struct NPYHeader {
  static let magic: [UInt8] = [0x93, 78, 85, 77, 80, 89]

  private(set) var shape: [Int] = []
  private(set) var type = ""
  private(set) var isFortranOrder = false
  private(set) var element: NPYElement
  let dataOffset: Int

  init(_ bytes: [UInt8]) throws(NPYError) {
    guard bytes.starts(with: NPYHeader.magic) else {
      if NPYHeader.magic.starts(with: bytes) {
        throw .truncated(at: bytes.count, expected: 10, what: "the header")
      }
      throw .notNPY
    }
    guard bytes.count >= 10 else { throw .truncated(at: bytes.count, expected: 10, what: "the header") }
    guard (1...3).contains(bytes[6]), bytes[7] == 0 else {
      throw .unsupportedVersion(major: Int(bytes[6]), minor: Int(bytes[7]))
    }
    let start = bytes[6] == 1 ? 10 : 12
    guard bytes.count >= start else { throw .truncated(at: bytes.count, expected: start, what: "the header") }
    var length: UInt32 = 0
    for index in (8..<start).reversed() { length = length << 8 | UInt32(bytes[index]) }
    let end = UInt64(start) + UInt64(length)
    guard UInt64(bytes.count) >= end else {
      throw .truncated(
        at: bytes.count, expected: Int(exactly: end) ?? .max, what: "the header")
    }
    var dictionary = PythonDictionary(bytes, start..<Int(end))
    try dictionary.read()
    guard let shape = dictionary.shape else { throw .malformedHeader(at: start, expected: "a key 'shape'") }
    guard let isFortranOrder = dictionary.isFortranOrder else {
      throw .malformedHeader(at: start, expected: "a key 'fortran_order'")
    }
    guard let type = dictionary.type else { throw .malformedHeader(at: start, expected: "a key 'descr'") }
    let text = bytes[type]
    guard let element = NPYElement(text) else {
      throw .unsupportedType(String(decoding: text, as: UTF8.self), at: type.lowerBound)
    }
    self.shape = shape
    self.isFortranOrder = isFortranOrder
    self.element = element
    self.type = String(decoding: text, as: UTF8.self)
    dataOffset = Int(end)
  }
}

/// The part of Python's dictionaries that these headers are made of.
private struct PythonDictionary {
  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  private(set) var shape: [Int]?
  private(set) var isFortranOrder: Bool?
  /// Where the type stands.
  private(set) var type: Range<Int>?

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  mutating func read() throws(NPYError) {
    try take(123, "{")
    while !accept(125) {
      let key = bytes[try quoted()]
      try take(58, ":")
      if key.elementsEqual("descr".utf8) {
        type = try description()
      } else if key.elementsEqual("fortran_order".utf8) {
        isFortranOrder = try truth()
      } else if key.elementsEqual("shape".utf8) {
        shape = try tuple()
      } else {
        throw .malformedHeader(
          at: key.startIndex, expected: "the keys 'descr', 'fortran_order' and 'shape' only")
      }
      if !accept(44) {
        try take(125, "}")
        break
      }
    }
    skipSpace()
    guard position == end else { throw .malformedHeader(at: position, expected: "spaces up to the numbers") }
  }

  private mutating func skipSpace() {
    while position < end, bytes[position] == 32 || bytes[position] == 10 { position += 1 }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func take(_ byte: UInt8, _ name: String) throws(NPYError) {
    guard accept(byte) else { throw .malformedHeader(at: position, expected: name) }
  }

  private mutating func quoted() throws(NPYError) -> Range<Int> {
    skipSpace()
    guard position < end, bytes[position] == 39 || bytes[position] == 34 else {
      throw .malformedHeader(at: position, expected: "a text in quotes")
    }
    let quote = bytes[position]
    let start = position + 1
    guard let close = bytes[start..<end].firstIndex(of: quote) else {
      throw .malformedHeader(at: position, expected: "a closing quote")
    }
    position = close + 1
    return start..<close
  }

  /// The type; a list of them, as records have, is told by its first bracket.
  private mutating func description() throws(NPYError) -> Range<Int> {
    skipSpace()
    if position < end, bytes[position] == 91 {
      let close = bytes[position..<end].lastIndex(of: 93) ?? end - 1
      throw .unsupportedType(String(decoding: bytes[position...close], as: UTF8.self), at: position)
    }
    return try quoted()
  }

  private mutating func truth() throws(NPYError) -> Bool {
    skipSpace()
    for (word, value) in [("True", true), ("False", false)]
    where bytes[position..<end].starts(with: word.utf8) {
      position += word.utf8.count
      return value
    }
    throw .malformedHeader(at: position, expected: "True or False")
  }

  private mutating func tuple() throws(NPYError) -> [Int] {
    try take(40, "(")
    var lengths: [Int] = []
    while !accept(41) {
      skipSpace()
      let start = position
      var length = 0
      while position < end, bytes[position] &- 48 < 10 {
        let (tens, isTooLarge) = length.multipliedReportingOverflow(by: 10)
        let (sum, isMore) = tens.addingReportingOverflow(Int(bytes[position] - 48))
        guard !isTooLarge, !isMore else { throw .malformedHeader(at: start, expected: "a smaller length") }
        length = sum
        position += 1
      }
      guard position > start else { throw .malformedHeader(at: position, expected: "a length or )") }
      lengths.append(length)
      if !accept(44) {
        try take(41, ")")
        break
      }
    }
    return lengths
  }
}
