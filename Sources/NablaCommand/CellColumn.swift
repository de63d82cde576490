import Foundation
import Nabla

/// The cells of a column that are not missing, as texts, and as numbers if all of them are.
struct CellColumn {
  let texts: [String]
  let numbers: [Double]?
  let missing: Int

  /// The number of rows.
  var rows: Int { texts.count + missing }

  /// The spellings of a missing value, besides NaN and the empty cell.
  static let missingSpellings: Set<String> = ["", "NA", "N/A", "n/a", "#N/A", "null", "NULL", "Null"]

  /// Whether a cell says that there is no value.
  static func isMissing(_ text: String) -> Bool {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    return missingSpellings.contains(trimmed) || Formats.Decimal.parse(trimmed.utf8)?.isNaN ?? false
  }

  /// A column by its name.
  init(_ name: String, of table: Table, source: String) throws {
    let categories: Categories
    do {
      categories = try table.categories(name)
    } catch {
      throw CommandFailure(.incomparable, "“\(source)”: \(error)")
    }
    let isMissing = categories.names.map { CellColumn.isMissing($0) }
    let values = categories.names.map { Formats.Decimal.parse($0.trimmingCharacters(in: .whitespaces).utf8) }
    let present = categories.codes.filter { !isMissing[$0] }
    texts = present.map { categories.names[$0] }
    missing = categories.codes.count - present.count
    let numbers = present.compactMap { values[$0] }
    // An infinite number is a text among numbers: there is no bin for it.
    let areNumbers = numbers.count == present.count && numbers.allSatisfy { $0.isFinite } && !numbers.isEmpty
    self.numbers = areNumbers ? numbers : nil
    if !areNumbers { try CellColumn.refuseMixture(name, texts, source: source, kind: .incomparable) }
  }

  /// Refuses numbers among which there are other values: as texts nearly all of them would differ, and say nothing.
  static func refuseMixture(
    _ name: String, _ texts: [String], source: String, kind: CommandFailure.Kind
  ) throws {
    let others = texts.filter { text in
      let number = Formats.Decimal.parse(text.trimmingCharacters(in: .whitespaces).utf8)
      return !(number?.isFinite ?? false)
    }
    guard let first = others.first, 2 * others.count < texts.count,
      Set(texts).count > CategoryColumn.mostWhole
    else { return }
    throw CommandFailure(
      kind,
      "“\(source)”: “\(name)” has \(texts.count - others.count) numbers and \(others.count) other values, the first \(Arguments.quoted(first)); expected finite numbers, or NA where there is none"
    )
  }
}
