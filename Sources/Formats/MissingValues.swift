/// Which cells stand for a value that is missing.
///
/// Spaces and tabs around a spelling are passed over, and quotes say nothing. A cell without text is always missing,
/// and so is every numeral that is NaN, in any case and with any sign.
public struct MissingValues: Sendable {
  /// The spellings besides, as UTF-8, byte by byte as they stand.
  public let spellings: [[UInt8]]
  private let longest: Int
  /// For each byte whether a spelling, or one of NaN, begins with it: most texts are told by that alone.
  private let beginnings: [Bool]

  /// Spellings of one's own, besides the cell without text and NaN.
  public init(_ spellings: [String]) {
    self.spellings = spellings.map { Array($0.utf8) }
    longest = self.spellings.reduce(6) { max($0, $1.count) }
    var beginnings = [Bool](repeating: false, count: 256)
    // Those of NaN: n, N, +, - and −.
    for byte in [110, 78, 43, 45, 0xE2] { beginnings[byte] = true }
    for spelling in self.spellings {
      if let first = spelling.first { beginnings[Int(first)] = true }
    }
    self.beginnings = beginnings
  }

  /// The usual spellings.
  ///
  /// They are `NA`, `N/A`, `n/a`, `#N/A`, `null`, `NULL` and `Null`; all others, such as `Na` and `none`, are texts.
  public static var usual: MissingValues {
    MissingValues(["NA", "N/A", "n/a", "#N/A", "null", "NULL", "Null"])
  }

  /// Whether a cell that is no number other than NaN stands for a missing value.
  @inline(__always)
  func contains(_ cell: CSVCell) -> Bool {
    let text = cell.trimmed
    guard let first = text.first else { return true }
    guard beginnings[Int(first)], text.count <= longest else { return false }
    if spellings.contains(where: { $0.elementsEqual(text) }) { return true }
    return Decimal.parse(text)?.isNaN ?? false
  }
}

extension CSVRows {
  /// What the cells of a column are that are no numbers.
  public struct Others: Equatable, Sendable {
    /// How many are missing.
    public var missingCount = 0
    /// How many are texts.
    public var textCount = 0
    /// The row of the first text.
    public var firstTextRow: Int?
  }

  /// Counts those cells of a column that are no numbers, as ``numbers(column:into:others:)`` lists them.
  ///
  /// - Parameters:
  ///   - column: The index of the column, from 0.
  ///   - rows: The rows to look at.
  ///   - missing: Which cells stand for a missing value.
  ///   - counts: Gets the texts; spaces belong to them.
  public func countTexts(
    column: Int, rows: [Int], missing: MissingValues, in counts: inout CategoryCounts
  ) -> Others {
    var others = Others()
    for row in rows {
      let cell = cell(row: row, column: column)
      if missing.contains(cell) {
        others.missingCount += 1
        continue
      }
      if others.firstTextRow == nil { others.firstTextRow = row }
      others.textCount += 1
      if cell.isPlain {
        counts.add(cell.bytes)
      } else {
        cell.content.withUnsafeBufferPointer { counts.add($0) }
      }
    }
    return others
  }
}
