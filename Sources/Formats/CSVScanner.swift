/// One pass over the bytes of a CSV file that finds where every field begins.
///
/// Eight bytes are looked at together: whatever separates fields (comma, line feed, carriage return, quote) is
/// below 0x2D, and almost nothing else in a table of numbers is, so that one comparison skips most of them.
struct CSVScanner {
  /// What is wrong, and at which byte.
  struct Flaw {
    let problem: CSVError.Problem
    let offset: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int

  /// The first byte of each field, row by row, and one past the last field's terminator (which may be absent).
  private(set) var offsets: [UInt32] = []
  private(set) var columnCount = 0
  private(set) var hasNonASCII = false
  private(set) var flaw: Flaw?

  private var fieldStart = 0
  private var rowStart = 0
  private var fieldsInRow = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    self.start = start
  }

  mutating func scan() {
    guard start < bytes.count, let base = bytes.baseAddress else {
      flaw = Flaw(problem: .noHeader, offset: start)
      return
    }
    offsets.reserveCapacity(bytes.count / 6 + 16)
    offsets.append(UInt32(start))
    fieldStart = start
    rowStart = start
    var index = start
    var everything: UInt64 = 0
    while index < bytes.count {
      let word = CSVScanner.load(base + index, available: bytes.count - index)
      everything |= word
      var marks = CSVScanner.marks(word)
      var next = index + 8
      while marks != 0 {
        let position = index + marks.trailingZeroBitCount / 8
        marks &= marks - 1
        switch base[position] {
        case 44: endField(at: position)
        case 10:
          endField(at: position)
          guard endRow(at: position) else { return }
        case 13:
          guard position + 1 < bytes.count, base[position + 1] == 10 else {
            return fail(.bareCarriageReturn, at: position)
          }
        case 34:
          guard let after = endQuote(from: position) else { return }
          // Everything up to `after` is consumed; the words begin anew there.
          next = after
          marks = 0
        default: break
        }
      }
      index = next
    }
    if everything & 0x8080_8080_8080_8080 != 0 { hasNonASCII = true }
    if fieldStart < bytes.count || fieldsInRow > 0 {
      endField(at: bytes.count)
      _ = endRow(at: bytes.count)
    }
  }

  /// Eight bytes, the first one lowest; beyond the end there are bytes that mean nothing.
  @inline(__always)
  private static func load(_ pointer: UnsafePointer<UInt8>, available: Int) -> UInt64 {
    if available >= 8 {
      return UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }
    var word: UInt64 = 0x3030_3030_3030_3030
    for index in 0..<available {
      let shift = UInt64(index * 8)
      word = word & ~(0xFF << shift) | UInt64(pointer[index]) << shift
    }
    return word
  }

  /// The top bit of every byte that is below 0x2D, and no other bit.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    return ~((low + 0x5353_5353_5353_5353) | word) & 0x8080_8080_8080_8080
  }

  @inline(__always)
  private mutating func endField(at position: Int) {
    fieldStart = position + 1
    offsets.append(UInt32(truncatingIfNeeded: fieldStart))
    fieldsInRow += 1
  }

  @inline(__always)
  private mutating func endRow(at position: Int) -> Bool {
    if fieldsInRow != columnCount {
      if columnCount == 0 {
        columnCount = fieldsInRow
      } else {
        fail(.raggedRow(expected: columnCount, found: fieldsInRow), at: rowStart)
        return false
      }
    }
    fieldsInRow = 0
    rowStart = position + 1
    return true
  }

  /// Finds the end of a quoted field that opens at `position`, and returns the index of what follows it.
  private mutating func endQuote(from position: Int) -> Int? {
    guard position == fieldStart else {
      fail(.quoteInsideField, at: position)
      return nil
    }
    var index = position + 1
    var everything: UInt8 = 0
    while index < bytes.count {
      everything |= bytes[index]
      if bytes[index] == 34 {
        guard index + 1 < bytes.count, bytes[index + 1] == 34 else { break }
        index += 1
      }
      index += 1
    }
    if everything & 0x80 != 0 { hasNonASCII = true }
    guard index < bytes.count else {
      fail(.unterminatedQuote, at: position)
      return nil
    }
    index += 1
    guard index < bytes.count else { return index }
    let isCRLF = bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
    guard bytes[index] == 44 || bytes[index] == 10 || isCRLF else {
      fail(.textAfterQuote, at: index)
      return nil
    }
    return index
  }

  private mutating func fail(_ problem: CSVError.Problem, at offset: Int) {
    flaw = Flaw(problem: problem, offset: offset)
  }
}
