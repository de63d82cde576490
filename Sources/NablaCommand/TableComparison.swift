import Foundation
import Nabla

/// Two tables, compared column by column.
struct TableComparison {
  let reference: String
  let current: String
  /// The columns asked for; all that both have, if there are none.
  let columns: [String]
  let rate: Double
  let bins: Int
  let unit: InformationUnit

  /// What came of it.
  struct Result {
    let columns: [ColumnComparison]
    /// p-values adjusted for the number of columns, in their order.
    let adjusted: [Double]
    let rows: (reference: Int, current: Int)
    let onlyReference: [String]
    let onlyCurrent: [String]
    let table: TableComparison

    /// Whether a column has drifted.
    func hasDrifted(_ index: Int) -> Bool {
      if case .changed = columns[index].kind { return true }
      return adjusted[index] <= table.rate
    }

    /// Whether anything has: a column, or which columns there are.
    var hasDrifted: Bool {
      columns.indices.contains { hasDrifted($0) } || !onlyReference.isEmpty || !onlyCurrent.isEmpty
    }
  }

  /// Reads both tables and compares them.
  func result() throws -> Result {
    let (first, second) = (try read(reference), try read(current))
    let shared = first.header.filter { second.header.contains($0) }
    for name in columns where !shared.contains(name) {
      throw CommandFailure(
        .incomparable, "there is no column “\(name)” in both; they share \(listed(shared))")
    }
    guard !shared.isEmpty else {
      throw CommandFailure(.incomparable, "the tables have no column in common")
    }
    let names = columns.isEmpty ? shared : columns
    // So many deals that the smallest p-value, adjusted, is well below the rate.
    let permutations = max(999, Int((10 * Double(names.count) / rate).rounded(.up)))
    let comparisons = try names.map { name in
      let columns = (
        try CellColumn(name, of: first, source: reference), try CellColumn(name, of: second, source: current)
      )
      guard columns.0.rows > 0, columns.1.rows > 0 else {
        throw CommandFailure(.incomparable, "a table without rows cannot be compared")
      }
      return try ColumnComparison(
        name, columns.0, columns.1, bins: bins, confidence: 1 - rate, permutations: permutations)
    }
    return Result(
      columns: comparisons, adjusted: TableComparison.adjusted(comparisons.map { $0.test.pValue }),
      rows: (first.rowCount, second.rowCount),
      onlyReference: columns.isEmpty ? first.header.filter { !shared.contains($0) } : [],
      onlyCurrent: columns.isEmpty ? second.header.filter { !shared.contains($0) } : [], table: self)
  }

  private func read(_ path: String) throws -> Table {
    do {
      return try CSV.read(try Output.read(path))
    } catch let error as CSVError {
      throw CommandFailure(.incomparable, "“\(path)”: \(error)")
    } catch let error as CommandFailure {
      throw CommandFailure(.incomparable, error.message)
    }
  }

  /// Holm's step-down adjustment (1979).
  static func adjusted(_ values: [Double]) -> [Double] {
    var result = values
    var largest = 0.0
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      largest = max(largest, min(1, Double(values.count - rank) * values[index]))
      result[index] = largest
    }
    return result
  }
}

/// Names in quotation marks, the first few of many.
func listed(_ names: [String]) -> String {
  let shown = names.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
  return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
}

extension TableComparison.Result {
  /// The comparison for a person.
  var text: String {
    let drifted = columns.indices.filter { hasDrifted($0) }
    var text =
      "“\(table.reference)” \(rows.reference) rows, “\(table.current)” \(rows.current) rows; \(table.unit.name)\n"
    text += drifted.isEmpty ? "no drift" : "DRIFT in \(drifted.count) of \(columns.count) columns"
    text += " at an error rate of \(short(100 * table.rate)) % for all columns together (Holm)\n\n"
    var cells = [
      ["column", "", "JS", "interval", "KL to current", "KL back", "PSI", "moved by", "p", "adjusted"]
    ]
    for (index, column) in columns.enumerated() { cells.append(row(index, column)) }
    let widths = cells[0].indices.map { place in cells.map { $0[place].count }.max() ?? 0 }
    for cell in cells {
      let padded = zip(cell, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      text += padded.joined(separator: "  ").trimmingCharacters(in: .whitespaces) + "\n"
    }
    return text + notes
  }

  private func row(_ index: Int, _ column: ColumnComparison) -> [String] {
    let js = column.divergence.converted(to: table.unit)
    let ends = js.interval.map { "\(short($0.lowerBound)) to \(short($0.upperBound))" } ?? ""
    return [
      column.name, hasDrifted(index) ? "DRIFT" : "same", short(js.value.value), ends,
      short(column.forward.converted(to: table.unit).value),
      short(column.backward.converted(to: table.unit).value),
      short(column.stability.converted(to: table.unit).value), column.moved.map { short($0) } ?? "",
      short(column.test.pValue), short(adjusted[index]),
    ]
  }

  /// What the table does not say: categories and columns that only one side has, missing values, changed kinds.
  private var notes: String {
    var lines: [String] = []
    for column in columns {
      if case .changed(let before, let after) = column.kind {
        lines.append("\(column.name): \(before) in the reference, \(after) now")
      } else {
        if !column.new.isEmpty { lines.append("\(column.name): new is \(listed(column.new))") }
        if !column.gone.isEmpty { lines.append("\(column.name): gone is \(listed(column.gone))") }
      }
      let observations = column.comparison.p.total + column.comparison.q.total
      if column.kind == .texts, column.labels.count > 20, 2 * column.labels.count > observations {
        lines.append("\(column.name): most values are unlike all others; no test can see a drift in them")
      }
      if column.missing.reference + column.missing.current > 0 {
        lines.append(
          "\(column.name): \(column.missing.reference) missing in the reference, \(column.missing.current) now"
        )
      }
    }
    if !onlyReference.isEmpty { lines.append("only in the reference: \(listed(onlyReference))") }
    if !onlyCurrent.isEmpty { lines.append("only in the current table: \(listed(onlyCurrent))") }
    return lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n"
  }

  private func short(_ value: Double) -> String { Formats.Decimal.text(value, significantDigits: 3) }

  /// The comparison for a program.
  var json: [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("drift", hasDrifted)
      json.add("rate", table.rate)
      json.add("unit", table.unit.name)
      json.add("rows", [Double(rows.reference), Double(rows.current)])
      json.add("onlyInReference", onlyReference)
      json.add("onlyInCurrent", onlyCurrent)
      json.array("columns") { array in
        for (index, column) in columns.enumerated() {
          array.object { object in add(column, index, to: &object) }
        }
      }
    }
  }

  private func add(_ column: ColumnComparison, _ index: Int, to object: inout JSONWriter.Object) {
    let js = column.divergence.converted(to: table.unit)
    object.add("column", column.name)
    object.add("drift", hasDrifted(index))
    object.add("js", js.value.value)
    if let interval = js.interval { object.add("jsInterval", [interval.lowerBound, interval.upperBound]) }
    object.add("klToCurrent", column.forward.converted(to: table.unit).value)
    object.add("klToReference", column.backward.converted(to: table.unit).value)
    object.add("psi", column.stability.converted(to: table.unit).value)
    if let moved = column.moved { object.add("wasserstein", moved) }
    object.add("p", column.test.pValue)
    object.add("pAdjusted", adjusted[index])
    object.add("permutations", column.test.permutations)
    object.add("outcomes", column.labels)
    object.add("reference", column.comparison.p.values.map { Double($0) })
    object.add("current", column.comparison.q.values.map { Double($0) })
    object.add("missing", [Double(column.missing.reference), Double(column.missing.current)])
    object.add("new", column.new)
    object.add("gone", column.gone)
  }
}
