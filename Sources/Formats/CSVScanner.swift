/// One pass over the bytes of a CSV file that finds where every field begins, all at once or piece by piece.
///
/// Whatever separates fields (comma, line feed, carriage return, quote) is below 0x2D, and almost nothing else in a
/// table of numbers is: 64 bytes become one word with a bit for each such byte, eight of them by one comparison.
///
/// A file that comes in pieces is scanned in a window: ``scan(_:isLast:)`` takes up where it stopped in a window
/// that has grown at its end, and ``forgetRows()`` says that the complete rows were cut from its beginning.
struct CSVScanner {
  /// What is wrong, and at which byte of the window.
  struct Flaw {
    let problem: CSVError.Problem
    let offset: Int
  }

  /// The first byte of each field, row by row, and one past the last field's terminator (which may be absent);
  /// what follows the first ``offsetCount`` of them is room for more.
  private(set) var offsets: [UInt32]
  private(set) var offsetCount = 1
  private(set) var columnCount = 0
  /// The complete rows of the window.
  private(set) var rowCount = 0
  private(set) var hasNonASCII = false
  private(set) var hasQuotes = false
  private(set) var flaw: Flaw?
  /// The quote that is still open at the end of the window.
  private(set) var openQuote: Int?

  private var position: Int
  /// The index in ``offsets`` of the first field of the row at hand.
  private var rowOffset = 0

  /// A scanner of a file that begins at the given byte of the window, behind the byte order mark.
  init(from start: Int = 0) {
    offsets = [UInt32(start)]
    position = start
  }

  /// Where the row at hand begins: one past the complete rows.
  var rowStart: Int { Int(offsets[rowOffset]) }

  /// Scans a window from where the last scan stopped.
  ///
  /// What cannot be decided without the bytes behind the window is left for the next scan, unless this is the last.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    // Taken out, so that the loop below can write to it beside `self`.
    var storage = offsets
    offsets = []
    var isMoving = true
    while isMoving, position < bytes.count, flaw == nil {
      // Each byte ends one field at most, and a stripe takes in 63 bytes more than it says.
      let stripe = min(4096, bytes.count - position)
      let room = offsetCount + stripe + 65
      if storage.count < room {
        storage.append(contentsOf: repeatElement(0, count: max(room - storage.count, storage.count)))
      }
      let before = position
      let end = position + stripe
      storage.withUnsafeMutableBufferPointer { scan(bytes, to: end, $0, isLast: isLast) }
      isMoving = position > before
    }
    if isLast, flaw == nil {
      storage.withUnsafeMutableBufferPointer { finish(bytes, $0) }
    }
    offsets = storage
  }

  /// Cuts the complete rows, of which the window has lost the bytes.
  mutating func forgetRows() {
    let shift = rowStart
    let kept = offsetCount - rowOffset
    for index in 0..<kept { offsets[index] = offsets[rowOffset + index] - UInt32(shift) }
    offsetCount = kept
    rowOffset = 0
    rowCount = 0
    position -= shift
    openQuote = openQuote.map { $0 - shift }
  }

  /// Gives away the offsets of the fields, without the room behind them.
  mutating func takeOffsets() -> [UInt32] {
    var taken = offsets
    offsets = []
    taken.removeLast(taken.count - offsetCount)
    return taken
  }

  private typealias Storage = UnsafeMutableBufferPointer<UInt32>

  private mutating func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, to end: Int, _ offsets: Storage, isLast: Bool
  ) {
    guard let base = bytes.baseAddress, let fields = offsets.baseAddress else { return }
    if openQuote != nil, !continueQuote(bytes, fields, isLast: isLast) { return }
    var index = position
    var count = offsetCount
    var everything: UInt64 = 0
    defer {
      position = min(index, bytes.count)
      offsetCount = count
      if everything & 0x8080_8080_8080_8080 != 0 { hasNonASCII = true }
    }
    while index < end {
      let (marks, together) = CSVScanner.marks(base + index, available: bytes.count - index)
      everything |= together
      var rest = marks
      var next = index + 64
      while rest != 0 {
        let place = index + rest.trailingZeroBitCount
        rest &= rest - 1
        let byte = UInt64(base[place])
        // A comma and a line feed end a field; what else is marked needs no branch to be passed over.
        fields[count] = UInt32(truncatingIfNeeded: place + 1)
        count += Int(truncatingIfNeeded: (1 << 44 | 1 << 10) >> byte & 1)
        guard (1 << 10 | 1 << 13 | 1 << 34) >> byte & 1 != 0 else { continue }
        if byte == 10 {
          guard endRow(fields, count) else { return }
        } else if byte == 13 {
          guard place + 1 < bytes.count || isLast else {
            index = place
            return
          }
          guard place + 1 < bytes.count, base[place + 1] == 10 else {
            return fail(.bareCarriageReturn, at: place)
          }
        } else {
          guard place == Int(fields[count - 1]) else { return fail(.quoteInsideField, at: place) }
          openQuote = place
          position = place + 1
          let isClosed = continueQuote(bytes, fields, isLast: isLast)
          index = position
          guard isClosed else { return }
          // Everything up to here is consumed; the words begin anew.
          next = position
          break
        }
      }
      index = next
    }
  }

  /// Ends the last row, which may lack a line feed, and the file.
  private mutating func finish(_ bytes: UnsafeBufferPointer<UInt8>, _ offsets: Storage) {
    if let openQuote { return fail(.unterminatedQuote, at: openQuote) }
    let isEmpty = Int(offsets[offsetCount - 1]) >= bytes.count && offsetCount - 1 == rowOffset
    if isEmpty {
      if columnCount == 0 { fail(.noHeader, at: bytes.count) }
      return
    }
    offsets[offsetCount] = UInt32(truncatingIfNeeded: bytes.count + 1)
    offsetCount += 1
    if let fields = offsets.baseAddress { _ = endRow(fields, offsetCount) }
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

  /// A bit for each of 64 bytes that is below 0x2D, the first one lowest, and all bytes or-ed together.
  @inline(__always)
  private static func marks(_ pointer: UnsafePointer<UInt8>, available: Int) -> (UInt64, UInt64) {
    var result: UInt64 = 0
    var everything: UInt64 = 0
    for index in 0..<8 {
      if available <= index * 8 { break }
      let word = load(pointer + index * 8, available: available - index * 8)
      everything |= word
      let low = word & 0x7F7F_7F7F_7F7F_7F7F
      let marks = ~((low + 0x5353_5353_5353_5353) | word) & 0x8080_8080_8080_8080
      // The product has bit 8i of its left factor at 56 + i.
      let gathered = ((marks >> 7) &* 0x0102_0408_1020_4080) >> 56
      result |= gathered << UInt64(index * 8)
    }
    return (result, everything)
  }

  /// Takes the row at hand as complete, if it has as many fields as the first one.
  @inline(__always)
  private mutating func endRow(_ fields: UnsafeMutablePointer<UInt32>, _ count: Int) -> Bool {
    let found = count - 1 - rowOffset
    if found != columnCount {
      guard columnCount == 0 else {
        fail(.raggedRow(expected: columnCount, found: found), at: Int(fields[rowOffset]))
        return false
      }
      columnCount = found
    }
    rowOffset = count - 1
    rowCount += 1
    return true
  }

  /// Looks for the end of the open quote from ``position`` on; true if it was found, with what follows it there.
  private mutating func continueQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ fields: UnsafeMutablePointer<UInt32>, isLast: Bool
  ) -> Bool {
    guard let openQuote else { return true }
    hasQuotes = true
    var index = position
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
    position = index
    guard index < bytes.count else {
      if isLast { fail(.unterminatedQuote, at: openQuote) }
      return false
    }
    let next = index + 1
    let isCut = next == bytes.count || bytes[next] == 13 && next + 1 == bytes.count
    // The quote is met again when what follows it is known.
    if isCut, !isLast { return false }
    self.openQuote = nil
    position = next
    guard next < bytes.count else { return true }
    let isCRLF = bytes[next] == 13 && next + 1 < bytes.count && bytes[next + 1] == 10
    guard bytes[next] == 44 || bytes[next] == 10 || isCRLF else {
      fail(.textAfterQuote, at: next)
      return false
    }
    return true
  }

  private mutating func fail(_ problem: CSVError.Problem, at offset: Int) {
    flaw = Flaw(problem: problem, offset: offset)
  }
}
