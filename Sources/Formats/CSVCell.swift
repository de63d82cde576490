/// One cell of a CSV file, where its bytes lie; valid as long as they do.
public struct CSVCell {
  /// The bytes between the quotes, or all of them where there are none.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the cell stands in quotes.
  public let isQuoted: Bool

  /// The cell of the given index, row by row, of which the offsets of all fields are known.
  @inline(__always)
  init(
    in bytes: UnsafeBufferPointer<UInt8>, _ offsets: UnsafeBufferPointer<UInt32>, index: Int, columnCount: Int
  ) {
    let start = Int(offsets[index])
    var end = Int(offsets[index + 1]) - 1
    // A carriage return outside quotes is always half of CRLF: the scanner has refused any other.
    if end > start, end < bytes.count, bytes[end - 1] == 13, (index + 1) % columnCount == 0 { end -= 1 }
    isQuoted = end - start >= 2 && bytes[start] == 34
    let inset = isQuoted ? 1 : 0
    self.bytes = UnsafeBufferPointer(rebasing: bytes[start + inset..<end - inset])
  }

  /// Whether ``bytes`` are the text as they are: no quote inside quotes is doubled.
  public var isPlain: Bool { !isQuoted || !bytes.contains(34) }

  /// The text of the cell, quotes resolved.
  public var content: [UInt8] {
    if isPlain { return Array(bytes) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var skipNext = false
    for byte in bytes {
      if byte == 34, skipNext {
        skipNext = false
        continue
      }
      skipNext = byte == 34
      text.append(byte)
    }
    return text
  }

  /// The bytes without spaces and tabs around them.
  public var trimmed: UnsafeBufferPointer<UInt8> {
    var lower = 0
    var upper = bytes.count
    while lower < upper, bytes[lower] == 32 || bytes[lower] == 9 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 32 || bytes[upper - 1] == 9 { upper -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[lower..<upper])
  }

  /// The number that the cell is, if it is one, as ``Decimal`` reads it; spaces and tabs around it are passed over.
  @inline(__always)
  public var number: Double? {
    guard CSVCell.mayBeNumber(bytes) else { return nil }
    return Decimal.parse(bytes) ?? Decimal.parse(trimmed)
  }

  /// Whether two bytes allow for a number: most texts are told by them.
  ///
  /// It begins with a digit, a sign, a point, a space, a quote, or as ∞, −, inf and nan do.
  @inline(__always)
  static func mayBeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 0 else { return false }
    let first = bytes[0]
    if first < 64 { return first != 47 }
    if first == 0xE2 { return true }
    guard bytes.count > 2 else { return false }
    let second = bytes[1] | 32
    return first | 32 == 105 && second == 110 || first | 32 == 110 && second == 97
  }
}
