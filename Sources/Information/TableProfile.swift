import Formats

/// The profiles of all columns of a table that is streamed.
///
/// ```swift
/// var profile = TableProfile()
/// var reader = CSVReader()
/// while let piece = file.next() { try reader.feed(piece) { profile.add($0) } }
/// try reader.finish { profile.add($0) }
/// print(profile.columns[0].kind)
/// ```
public struct TableProfile: Sendable {
  /// The names of the columns as UTF-8; empty until the first row has come.
  public private(set) var headerBytes: [[UInt8]] = []
  /// The profiles of the columns, in their order; empty until the first row has come.
  public private(set) var columns: [ColumnProfile] = []
  private let options: ColumnProfile.Options
  private let textNames: [[UInt8]]

  /// A table without rows.
  ///
  /// - Parameters:
  ///   - options: How cells are read, and how much is kept of a column.
  ///   - textColumns: The names of columns whose numbers are texts, such as codes.
  public init(_ options: ColumnProfile.Options = ColumnProfile.Options(), textColumns: [String] = []) {
    self.options = options
    textNames = textColumns.map { Array($0.utf8) }
  }

  /// The names of the columns.
  public var header: [String] { headerBytes.map { String(decoding: $0, as: UTF8.self) } }

  /// The number of rows.
  public var rowCount: Int { columns.first?.count ?? 0 }

  /// The profile of the column with a name, if there is one.
  public func column(_ name: String) -> ColumnProfile? {
    headerBytes.firstIndex { $0.elementsEqual(name.utf8) }.map { columns[$0] }
  }

  /// Takes in some rows; blocks of one file come in their order.
  @export(interface)
  public mutating func add(_ rows: CSVRows) {
    if columns.isEmpty {
      headerBytes = rows.headerBytes
      columns = headerBytes.map { name in
        var options = options
        if textNames.contains(name) { options.isText = true }
        return ColumnProfile(options)
      }
    }
    for column in columns.indices { columns[column].add(rows, column: column) }
  }

  /// Takes in all rows of another part, or file, with the same columns.
  ///
  /// - Returns: Whether the columns have the same names in the same order; if not, nothing was taken in.
  @export(interface)
  public mutating func merge(_ other: TableProfile) -> Bool {
    if other.columns.isEmpty { return true }
    if columns.isEmpty {
      headerBytes = other.headerBytes
      columns = other.columns
      return true
    }
    guard headerBytes == other.headerBytes else { return false }
    for column in columns.indices { columns[column].merge(other.columns[column]) }
    return true
  }
}
