/// Some complete rows of a CSV file, where they lie in memory: what ``CSVReader`` hands on.
///
/// Valid inside the call that it is handed to, and not to be kept.
public struct CSVRows {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let offsets: UnsafeBufferPointer<UInt32>
  /// The names of the columns as UTF-8, quotes resolved.
  public let headerBytes: [[UInt8]]
  /// The number of rows, at least 1.
  public let rowCount: Int
  /// The index in the file of the first of these rows; that below the header is 0.
  public let firstRow: Int
  private let firstLine: Int

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offsets: UnsafeBufferPointer<UInt32>, header: [[UInt8]],
    firstRow: Int, firstLine: Int
  ) {
    self.bytes = bytes
    self.offsets = offsets
    headerBytes = header
    rowCount = (offsets.count - 1) / header.count
    self.firstRow = firstRow
    self.firstLine = firstLine
  }

  /// The number of columns, at least 1.
  public var columnCount: Int { headerBytes.count }

  /// The names of the columns.
  public var header: [String] { headerBytes.map { String(decoding: $0, as: UTF8.self) } }

  /// A cell; row and column are inside the block.
  @inline(__always)
  public func cell(row: Int, column: Int) -> CSVCell {
    CSVCell(in: bytes, offsets, index: row * headerBytes.count + column, columnCount: headerBytes.count)
  }

  /// The line and the character of the file where a cell begins, both counted from 1.
  @export(interface)
  public func place(row: Int, column: Int) -> (line: Int, column: Int) {
    let start = Int(offsets[0])
    let place = TextPlace(of: Int(offsets[row * headerBytes.count + column]), in: bytes, from: start)
    return (firstLine + place.line - 1, place.column)
  }

  /// Reads the cells of a column that are numbers, and lists the rows of those that are not.
  ///
  /// A cell whose numeral is NaN is listed too: a value that is not there has many spellings.
  ///
  /// - Parameters:
  ///   - column: The index of the column, from 0.
  ///   - values: Gets the numbers, in the order of their rows, in place of what it held.
  ///   - others: Gets the indices of the other rows, in place of what it held.
  @export(interface)
  public func numbers(column: Int, into values: inout [Double], others: inout [Int]) {
    others.removeAll(keepingCapacity: true)
    values = Array(unsafeUninitializedCapacity: rowCount) { numbers, count in
      var index = column
      for row in 0..<rowCount {
        if let value = number(index), !value.isNaN {
          numbers[count] = value
          count &+= 1
        } else {
          others.append(row)
        }
        index &+= columnCount
      }
    }
  }

  /// The number that the cell of an index is.
  @inline(__always)
  private func number(_ index: Int) -> Double? {
    let start = Int(truncatingIfNeeded: offsets[index])
    let count = Int(truncatingIfNeeded: offsets[index &+ 1]) &- 1 &- start
    let text = UnsafeBufferPointer(start: bytes.baseAddress.map { $0 + start }, count: count)
    guard CSVCell.mayBeNumber(text) else { return nil }
    // Most cells have others before them, into which whole words may reach.
    if let value = Decimal.plain(text, headroom: start) { return value }
    return CSVCell(in: bytes, offsets, index: index, columnCount: columnCount).number
  }
}
