/// Why a column of a ``Table`` cannot be had as asked.
public enum TableError: Error, Equatable, Sendable {
  /// No column has this name.
  case noColumn(name: String, available: [String])
  /// No column has this index.
  case noColumnIndex(Int, count: Int)
  /// A cell of a numeric column is not a number; line and column of the file, counted from 1.
  case notANumber(line: Int, column: Int, name: String, text: String)
}

extension TableError: CustomStringConvertible {
  /// One sentence: where, what, and what would be right.
  @export(interface)
  public var description: String {
    switch self {
    case .noColumn(let name, let available):
      "there is no column \"\(name)\"; expected one of \(available.joined(separator: ", "))"
    case .noColumnIndex(let index, let count):
      "there is no column with index \(index); expected 0 to \(count - 1)"
    case .notANumber(let line, let column, let name, let text):
      "line \(line), column \(column): \"\(text)\" in \"\(name)\" is not a number; expected one such as 1.5 or -2e3"
    }
  }
}
