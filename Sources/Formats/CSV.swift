/// Comma-separated values, read strictly by RFC 4180 and as UTF-8.
///
/// The first row names the columns; every row has as many fields; rows end with LF or CRLF, the last one with or
/// without; a byte order mark is skipped. What RFC 4180 does not allow is an error with its line and column, not
/// a guess: see ``CSVError``. Spaces belong to their field.
public enum CSV {
  /// Reads a table.
  ///
  /// The bytes are scanned once and kept; cells are decoded when asked for.
  ///
  /// - Throws: ``CSVError`` naming the first thing that is wrong in the file.
  @export(interface)
  public static func read(_ bytes: [UInt8]) throws(CSVError) -> Table {
    guard bytes.count < Int(Int32.max) else {
      throw CSVError(problem: .tooLarge(byteCount: bytes.count), line: 1, column: 1)
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var scanner = CSVScanner(from: start)
    let fault = bytes.withUnsafeBufferPointer { buffer in
      scanner.scan(buffer, isLast: true)
      return scanner.fault(in: buffer, checked: start, end: buffer.count, isFirst: true)
    }
    if let fault {
      let place = TextPlace(of: fault.offset, in: bytes, from: start)
      throw CSVError(problem: fault.problem, line: place.line, column: place.column)
    }
    return Table(bytes: bytes, offsets: scanner.takeOffsets(), columnCount: scanner.columnCount)
  }

  /// Reads a table that is part of the program.
  public static func read(_ text: StaticString) throws(CSVError) -> Table {
    guard text.hasPointerRepresentation else { return try read([]) }
    return try read([UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)))
  }
}

extension CSVScanner {
  /// The first thing that is wrong in a scanned window: in its form, its encoding or its header.
  ///
  /// - Parameters:
  ///   - bytes: The window.
  ///   - start: The first byte whose encoding was not checked yet; a field begins there.
  ///   - end: One past the last byte that is to be checked, where nothing is wrong with the form.
  ///   - isFirst: Whether the window begins with the header.
  func fault(in bytes: UnsafeBufferPointer<UInt8>, checked start: Int, end: Int, isFirst: Bool) -> Flaw? {
    var first = flaw
    let end = flaw?.offset ?? end
    if hasNonASCII || flaw != nil,
      let offset = UTF8Check.firstInvalid(in: UnsafeBufferPointer(rebasing: bytes[start..<max(start, end)]))
    {
      first = Flaw(problem: .invalidUTF8(byte: bytes[start + offset]), offset: start + offset)
    }
    guard isFirst, rowCount > 0, Int(offsets[columnCount]) <= first?.offset ?? .max else { return first }
    return headerFault(in: bytes) ?? first
  }

  /// A name that is missing or met twice in the first row.
  private func headerFault(in bytes: UnsafeBufferPointer<UInt8>) -> Flaw? {
    let names = header(in: bytes)
    if let column = names.firstIndex(where: { $0.isEmpty }) {
      return Flaw(problem: .emptyHeader, offset: Int(offsets[column]))
    }
    // Sorting finds duplicates without a hash of text; equal names keep their order by index.
    let order = names.indices.sorted { left, right in
      if names[left] == names[right] { return left < right }
      return names[left].lexicographicallyPrecedes(names[right])
    }
    var duplicate: (second: Int, first: Int)?
    for (left, right) in zip(order, order.dropFirst()) where names[left] == names[right] {
      if right < duplicate?.second ?? .max { duplicate = (right, left) }
    }
    guard let duplicate else { return nil }
    let problem = CSVError.Problem.duplicateHeader(
      name: String(decoding: names[duplicate.second], as: UTF8.self), firstField: duplicate.first + 1)
    return Flaw(problem: problem, offset: Int(offsets[duplicate.second]))
  }

  /// The names of the columns in a window that begins with them, quotes resolved.
  func header(in bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    offsets.withUnsafeBufferPointer { offsets in
      (0..<columnCount).map { column in
        CSVCell(in: bytes, offsets, index: column, columnCount: columnCount).content
      }
    }
  }
}

/// The line and column of a byte, both counted from 1, columns in characters (Unicode scalars).
struct TextPlace {
  private(set) var line = 1
  private(set) var column = 1

  init(of offset: Int, in bytes: [UInt8], from start: Int) {
    self = bytes.withUnsafeBufferPointer { TextPlace(of: offset, in: $0, from: start) }
  }

  init(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    for byte in bytes[start..<max(start, min(offset, bytes.count))] {
      if byte == 10 {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
  }
}

/// Well-formed UTF-8 by table 3-7 of the Unicode Standard.
enum UTF8Check {
  /// The index of the first byte that does not begin or continue a well-formed sequence.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      var second: ClosedRange<UInt8> = 0x80...0xBF
      let length: Int
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { second = 0xA0...0xBF }
        if lead == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { second = 0x90...0xBF }
        if lead == 0xF4 { second = 0x80...0x8F }
      default: return index
      }
      guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]) else { return index }
      for next in index + 2..<max(index + length, index + 2) where bytes[next] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
