/// A table of text cells with named columns, typed on request.
///
/// ```swift
/// let table = try CSV.read(bytes)
/// let lengths = try table.numbers("petal_length_cm")
/// let species = try table.categories("species")
/// ```
///
/// The bytes of the file are kept as they are; a cell is a slice of them, so that a table costs its file and four
/// bytes a cell.
public struct Table: Sendable {
  let bytes: [UInt8]
  let offsets: [UInt32]
  /// The names of the columns as UTF-8, quotes resolved.
  let headerBytes: [[UInt8]]

  /// The number of columns, at least 1.
  public let columnCount: Int

  /// The number of rows below the header.
  public var rowCount: Int { (offsets.count - 1) / columnCount - 1 }

  /// The names of the columns.
  public var header: [String] { headerBytes.map { String(decoding: $0, as: UTF8.self) } }

  init(bytes: [UInt8], offsets: [UInt32], columnCount: Int) {
    self.bytes = bytes
    self.offsets = offsets
    self.columnCount = columnCount
    headerBytes = (0..<columnCount).map { column in
      Array(Table.content(of: Table.span(of: column, offsets, columnCount, bytes), in: bytes))
    }
  }

  /// The index of the column with a name, if there is one.
  public func column(_ name: String) -> Int? {
    headerBytes.firstIndex { $0.elementsEqual(name.utf8) }
  }

  /// The bytes of a cell, quotes resolved; `nil` outside the table.
  public func cell(row: Int, column: Int) -> ArraySlice<UInt8>? {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else { return nil }
    return Table.content(of: span(row: row, column: column), in: bytes)
  }

  /// A column as numbers, one a row.
  ///
  /// Spaces and tabs around a number are passed over; what a number is says ``Decimal``. An empty cell is not one.
  ///
  /// - Throws: ``TableError`` naming the column that is missing, or the line and the text that is not a number.
  public func numbers(_ name: String) throws(TableError) -> [Double] {
    try numbers(column: try require(name))
  }

  /// A column, given by its index from 0, as numbers; see ``numbers(_:)``.
  @export(interface)
  public func numbers(column: Int) throws(TableError) -> [Double] {
    try check(column)
    var values: [Double] = []
    values.reserveCapacity(rowCount)
    let failure = bytes.withUnsafeBufferPointer { buffer -> Int? in
      for row in 0..<rowCount {
        let span = Table.trimmed(span(row: row, column: column), in: buffer)
        let text = UnsafeBufferPointer(rebasing: buffer[span])
        guard let value = text.first == 34 ? quotedNumber(span) : Decimal.parse(text) else { return row }
        values.append(value)
      }
      return nil
    }
    if let row = failure { throw notANumber(row: row, column: column) }
    return values
  }

  /// A column as texts, one a row.
  ///
  /// - Throws: ``TableError`` if there is no such column.
  public func texts(_ name: String) throws(TableError) -> [String] {
    try texts(column: try require(name))
  }

  /// A column, given by its index from 0, as texts, one a row.
  public func texts(column: Int) throws(TableError) -> [String] {
    try check(column)
    return (0..<rowCount).map { row in
      String(decoding: Table.content(of: span(row: row, column: column), in: bytes), as: UTF8.self)
    }
  }

  /// A column as categories: its different texts, and which one each row has.
  ///
  /// - Throws: ``TableError`` if there is no such column.
  public func categories(_ name: String) throws(TableError) -> Categories {
    try categories(column: try require(name))
  }

  /// A column, given by its index from 0, as categories; see ``categories(_:)``.
  public func categories(column: Int) throws(TableError) -> Categories {
    try check(column)
    var categories = CategoryBuilder()
    for row in 0..<rowCount {
      categories.add(Table.content(of: span(row: row, column: column), in: bytes))
    }
    return categories.result
  }

  private func quotedNumber(_ span: Range<Int>) -> Double? {
    let content = Array(Table.content(of: span, in: bytes))
    return content.withUnsafeBufferPointer { buffer in
      Decimal.parse(UnsafeBufferPointer(rebasing: buffer[Table.trimmed(0..<buffer.count, in: buffer)]))
    }
  }

  private func require(_ name: String) throws(TableError) -> Int {
    guard let column = column(name) else { throw TableError.noColumn(name: name, available: header) }
    return column
  }

  private func check(_ column: Int) throws(TableError) {
    guard column >= 0, column < columnCount else {
      throw TableError.noColumnIndex(column, count: columnCount)
    }
  }

  private func notANumber(row: Int, column: Int) -> TableError {
    let span = span(row: row, column: column)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let place = TextPlace(of: span.lowerBound, in: bytes, from: start)
    let text = String(decoding: Table.content(of: span, in: bytes).prefix(80), as: UTF8.self)
    return TableError.notANumber(line: place.line, column: place.column, name: header[column], text: text)
  }
}

extension Table {
  private func span(row: Int, column: Int) -> Range<Int> {
    Table.span(of: (row + 1) * columnCount + column, offsets, columnCount, bytes)
  }

  /// The bytes of a cell as in the file, without what ends it: a comma, LF or CRLF.
  private static func span(
    of cell: Int, _ offsets: [UInt32], _ columnCount: Int, _ bytes: [UInt8]
  ) -> Range<Int> {
    let start = Int(offsets[cell])
    var end = Int(offsets[cell + 1]) - 1
    // A carriage return outside quotes is always half of CRLF: the scanner has refused any other.
    if end > start, (cell + 1) % columnCount == 0, end < bytes.count, bytes[end - 1] == 13 { end -= 1 }
    return start..<end
  }

  /// The text of a cell without the quotes around it and with doubled quotes made one.
  private static func content(of span: Range<Int>, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard span.count >= 2, bytes[span.lowerBound] == 34 else { return bytes[span] }
    let inner = bytes[span.lowerBound + 1..<span.upperBound - 1]
    guard inner.contains(34) else { return inner }
    var text: [UInt8] = []
    var skipNext = false
    for byte in inner {
      if byte == 34, skipNext {
        skipNext = false
        continue
      }
      skipNext = byte == 34
      text.append(byte)
    }
    return text[...]
  }

  private static func trimmed(_ span: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var lower = span.lowerBound
    var upper = span.upperBound
    while lower < upper, bytes[lower] == 32 || bytes[lower] == 9 { lower += 1 }
    while lower < upper, bytes[upper - 1] == 32 || bytes[upper - 1] == 9 { upper -= 1 }
    return lower..<upper
  }
}
