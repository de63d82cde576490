import Formats

/// What a column of a table holds, gathered in one pass and bounded memory; profiles of parts can be merged.
///
/// A cell is missing (``MissingValues``), a number (as ``Decimal`` reads it, infinity too) or a text. A column is
/// numeric if all cells that are not missing are numbers, categorical if none is; a mixed column says so, and where.
public struct ColumnProfile: Sendable {
  /// What the cells that are not missing are.
  public enum Kind: Equatable, Sendable {
    /// All cells are missing, or there is none.
    case empty
    /// All are numbers.
    case numeric
    /// All are texts.
    case categorical
    /// Some are numbers and some are texts.
    case mixed
  }

  /// A cell of the file, line and column counted from 1.
  public struct Place: Equatable, Sendable {
    /// The line of the file.
    public let line: Int
    /// The character of the line where the cell begins.
    public let column: Int
    /// The text of the cell, cut after 80 bytes.
    public let text: String
  }

  /// How the cells are read, and how much is kept.
  public struct Options: Sendable {
    /// Which cells are missing.
    public var missing = MissingValues.usual
    /// Whether numbers are texts too: codes such as 0 and 1, or 01234, are names then.
    public var isText = false
    /// The most different texts that are counted one by one.
    public var categoryLimit = 100_000
    /// The most values that a ``QuantileSketch`` holds; up to that many all quantiles are exact.
    public var sketchCapacity = 1 << 16
    /// The seed of the sketch; parts that are to be merged take different ones.
    public var seed: UInt64 = 0

    /// The usual options.
    public init() {}
  }

  /// How the cells are read.
  public let options: Options
  /// How many cells are missing.
  public private(set) var missingCount = 0
  /// How many cells are texts.
  public private(set) var textCount = 0
  /// The texts with their counts.
  public private(set) var categories: CategoryCounts
  /// The quantiles of the numbers, infinite ones too.
  public private(set) var quantiles: QuantileSketch
  /// How many numbers are infinite.
  public private(set) var infiniteCount = 0
  /// The first number of the column.
  public private(set) var firstNumber: Place?
  /// The first text of the column.
  public private(set) var firstText: Place?

  private var finite = Moments()
  /// Finite numbers that wait for a full block, so that sums do not depend on how a file was cut.
  private var pending: [Double] = []
  private var values: [Double] = []
  private var others: [Int] = []

  /// A column without cells.
  public init(_ options: Options = Options()) {
    self.options = options
    categories = CategoryCounts(limit: options.categoryLimit)
    quantiles = QuantileSketch(capacity: options.sketchCapacity, seed: options.seed)
  }

  /// How many cells are numbers.
  public var numberCount: Int { quantiles.count }

  /// How many cells there are.
  public var count: Int { missingCount + textCount + numberCount }

  /// What the cells that are not missing are.
  public var kind: Kind {
    if numberCount == 0 { return textCount == 0 ? .empty : .categorical }
    return textCount == 0 ? .numeric : .mixed
  }

  /// In a mixed column the first cell that differs from what most are: a text, or a number if texts are more.
  public var firstOffender: Place? {
    guard kind == .mixed else { return nil }
    return textCount <= numberCount ? firstText : firstNumber
  }

  /// Count, mean and variance of the finite numbers.
  public var moments: Moments {
    var moments = finite
    moments.insert(contentsOf: pending)
    return moments
  }

  /// Takes in the cells of one column of some rows.
  @export(interface)
  public mutating func add(_ rows: CSVRows, column: Int) {
    let found: CSVRows.Others
    if options.isText {
      values.removeAll(keepingCapacity: true)
      found = rows.countTexts(
        column: column, rows: Array(0..<rows.rowCount), missing: options.missing, in: &categories)
    } else {
      rows.numbers(column: column, into: &values, others: &others)
      found = rows.countTexts(column: column, rows: others, missing: options.missing, in: &categories)
      if firstNumber == nil, !values.isEmpty {
        // The first row that is not among the others.
        let row = others.indices.first { others[$0] != $0 } ?? others.count
        firstNumber = place(rows, row: row, column: column)
      }
    }
    missingCount += found.missingCount
    textCount += found.textCount
    if firstText == nil, let row = found.firstTextRow {
      firstText = place(rows, row: row, column: column)
    }
    quantiles.insert(contentsOf: values)
    for value in values {
      if value.isFinite { pending.append(value) } else { infiniteCount += 1 }
      if pending.count == 1024 { flush() }
    }
  }

  /// Takes in all cells of another part of the column, which lies below this one.
  @export(interface)
  public mutating func merge(_ other: ColumnProfile) {
    missingCount += other.missingCount
    textCount += other.textCount
    categories.merge(other.categories)
    quantiles.merge(other.quantiles)
    infiniteCount += other.infiniteCount
    firstNumber = firstNumber ?? other.firstNumber
    firstText = firstText ?? other.firstText
    flush()
    finite.merge(other.moments)
  }

  private mutating func flush() {
    finite.insert(contentsOf: pending)
    pending.removeAll(keepingCapacity: true)
  }

  private func place(_ rows: CSVRows, row: Int, column: Int) -> Place {
    let (line, character) = rows.place(row: row, column: column)
    let text = rows.cell(row: row, column: column).content.prefix(80)
    return Place(line: line, column: character, text: String(decoding: text, as: UTF8.self))
  }
}
