/// What is wrong with a CSV file, and where.
public struct CSVError: Error, Equatable, Sendable {
  /// The ways in which a file is not strict CSV.
  public enum Problem: Equatable, Sendable {
    /// The file has no header row: it is empty.
    case noHeader
    /// A column has no name.
    case emptyHeader
    /// Two columns have one name; the first one's number, counted from 1, is given.
    case duplicateHeader(name: String, firstField: Int)
    /// A row has more or fewer fields than the header.
    case raggedRow(expected: Int, found: Int)
    /// A quote was opened here and never closed.
    case unterminatedQuote
    /// Something other than a comma or the end of the row follows a closing quote.
    case textAfterQuote
    /// A quote stands inside a field that does not begin with one.
    case quoteInsideField
    /// A carriage return without a line feed stands outside quotes.
    case bareCarriageReturn
    /// A byte that is not UTF-8.
    case invalidUTF8(byte: UInt8)
    /// More bytes than a table can index (2 GiB).
    case tooLarge(byteCount: Int)
    /// A row, or a quote that stays open, has more bytes than a reader keeps; see ``CSVReader``.
    case rowTooLong(limit: Int)
  }

  /// What is wrong.
  public let problem: Problem
  /// The line of the file, counted from 1; a line break inside quotes counts too.
  public let line: Int
  /// The character of the line, counted from 1.
  public let column: Int
}

extension CSVError: CustomStringConvertible {
  /// One sentence: where, what, and what would be right.
  public var description: String {
    "line \(line), column \(column): \(sentence)"
  }

  private var sentence: String {
    switch problem {
    case .noHeader:
      "the file is empty; expected a first row with the names of the columns"
    case .emptyHeader:
      "a column has no name; every column of the first row needs one"
    case .duplicateHeader(let name, let firstField):
      "the name \"\(name)\" is already that of column \(firstField); expected names that differ"
    case .raggedRow(let expected, let found):
      "the row has \(fields(found)); expected \(expected), as in the first row"
    case .unterminatedQuote:
      "the quote that opens here is never closed; expected a closing \""
    case .textAfterQuote:
      "text follows a closing quote; expected a comma or the end of the row (a quote inside quotes is \"\")"
    case .quoteInsideField:
      "a quote stands inside an unquoted field; expected the whole field in quotes, this quote doubled"
    case .bareCarriageReturn:
      "a carriage return without a line feed; expected LF or CRLF at the end of a row"
    case .invalidUTF8(let byte):
      "the byte \(byte) is not UTF-8; expected a file in UTF-8"
    case .tooLarge(let byteCount):
      "the file has \(byteCount) bytes; expected fewer than 2147483647"
    case .rowTooLong(let limit):
      "what begins here has not ended after \(limit) bytes; expected the end of the row, or a closing quote"
    }
  }

  private func fields(_ count: Int) -> String {
    count == 1 ? "1 field" : "\(count) fields"
  }
}
