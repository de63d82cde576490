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
    let outcome = bytes.withUnsafeBufferPointer { buffer in
      var scanner = CSVScanner(buffer, from: start)
      scanner.scan()
      return scanner
    }
    let end = outcome.flaw?.offset ?? bytes.count
    if outcome.hasNonASCII || outcome.flaw != nil, let offset = UTF8Check.firstInvalid(in: bytes[start..<end])
    {
      throw located(.invalidUTF8(byte: bytes[offset]), at: offset, in: bytes, from: start)
    }
    if let flaw = outcome.flaw {
      throw located(flaw.problem, at: flaw.offset, in: bytes, from: start)
    }
    let table = Table(bytes: bytes, offsets: outcome.offsets, columnCount: outcome.columnCount)
    try checkHeader(table, from: start)
    return table
  }

  /// Reads a table that is part of the program.
  public static func read(_ text: StaticString) throws(CSVError) -> Table {
    guard text.hasPointerRepresentation else { return try read([]) }
    return try read([UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)))
  }

  private static func checkHeader(_ table: Table, from start: Int) throws(CSVError) {
    let names = table.headerBytes
    for (column, name) in names.enumerated() where name.isEmpty {
      throw located(.emptyHeader, at: Int(table.offsets[column]), in: table.bytes, from: start)
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
    guard let duplicate else { return }
    let problem = CSVError.Problem.duplicateHeader(
      name: String(decoding: names[duplicate.second], as: UTF8.self), firstField: duplicate.first + 1)
    throw located(problem, at: Int(table.offsets[duplicate.second]), in: table.bytes, from: start)
  }

  private static func located(
    _ problem: CSVError.Problem, at offset: Int, in bytes: [UInt8], from start: Int
  ) -> CSVError {
    let place = TextPlace(of: offset, in: bytes, from: start)
    return CSVError(problem: problem, line: place.line, column: place.column)
  }
}

/// The line and column of a byte, both counted from 1, columns in characters (Unicode scalars).
struct TextPlace {
  private(set) var line = 1
  private(set) var column = 1

  init(of offset: Int, in bytes: [UInt8], from start: Int) {
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
  static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Int? {
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
