import Foundation
import Nabla

/// What a table's columns say: the entropy of each, also group by group, and what each two say of each other.
struct ColumnReport {
  let source: String
  let rows: Int
  let columns: [CategoryColumn]
  let groups: CategoryColumn?
  let estimator: any EntropyEstimator
  let unit: InformationUnit
  let confidence: Double
  let permutations: Int

  /// One column in one group, or in all rows.
  struct Line {
    let column: CategoryColumn
    let group: String?
    let counts: SampleCounts
    let estimate: SampleEstimate
    let missing: Int
  }

  /// Two columns, in the rows that have a value in both.
  struct PairLine {
    let first: CategoryColumn
    let second: CategoryColumn
    let rows: Int
    let joint: SampleEstimate
    let mutual: SampleEstimate
    let test: PermutationTest
  }

  /// A line for each column, and for each group of each column.
  func lines() throws -> [Line] {
    var lines: [Line] = []
    for column in columns {
      lines.append(line(column, nil, try column.counts(), missing: column.missing))
      guard let groups else { continue }
      for (group, label) in groups.labels.enumerated() {
        let rows = groups.codes.indices.filter { groups.codes[$0] == group }
        let missing = rows.count { column.codes[$0] == nil }
        guard missing < rows.count else { continue }
        lines.append(line(column, label, try column.counts(rows), missing: missing))
      }
    }
    return lines
  }

  private func line(_ column: CategoryColumn, _ group: String?, _ counts: SampleCounts, missing: Int) -> Line
  {
    let estimate = estimator(counts, confidence: confidence).converted(to: unit)
    return Line(column: column, group: group, counts: counts, estimate: estimate, missing: missing)
  }

  /// A line for each two columns.
  func pairs() throws -> [PairLine] {
    var pairs: [PairLine] = []
    for (index, first) in columns.enumerated() {
      for second in columns.dropFirst(index + 1) {
        let both = zip(first.codes, second.codes).compactMap { x, y in x.flatMap { x in y.map { (x, $0) } } }
        guard !both.isEmpty else {
          throw CommandFailure(.data, "no row has a value in both “\(first.name)” and “\(second.name)”")
        }
        let association = try Association(both.map { $0.0 }, both.map { $0.1 })
        pairs.append(
          PairLine(
            first: first, second: second, rows: both.count,
            joint: estimator(association.joint, confidence: confidence).converted(to: unit),
            mutual: association.mutualInformation(confidence: confidence).converted(to: unit),
            test: association.test(permutations: permutations)))
      }
    }
    return pairs
  }

  /// The report for a person.
  func text() throws -> String {
    let lines = try lines()
    let pairs = try pairs()
    var text = "“\(source)”, \(rows) row\(rows == 1 ? "" : "s"); \(unit.name)\n"
    text += "entropies by \(estimator.name), \(percent) intervals\n"
    for line in lines {
      if let group = line.group {
        text += "  \(groups?.name ?? "") = \(group)\n"
      } else {
        text += "\n\(line.column.name)  \(line.column.described)\n"
      }
      let indent = line.group == nil ? "  " : "    "
      text += "\(indent)H  \(number(line.estimate))  n = \(line.counts.total)"
      text += line.missing > 0 ? ", \(line.missing) missing\n" : "\n"
      if line.group == nil { text += indent + shares(line) + "\n" }
    }
    for pair in pairs {
      text += "\n\(pair.first.name) and \(pair.second.name)\n"
      text += "  H of both  \(number(pair.joint))  n = \(pair.rows)\n"
      text += "  mutual     \(number(pair.mutual))\n"
      text += "  more than chance?  p = \(short(pair.test.pValue)), \(pair.test.permutations) shuffles\n"
    }
    return text
  }

  private var percent: String { short(100 * confidence) + " %" }

  private func number(_ estimate: SampleEstimate) -> String {
    let ends = estimate.interval.map { "  \(short($0.lowerBound)) to \(short($0.upperBound))" } ?? ""
    return short(estimate.value.value) + ends
  }

  private func short(_ value: Double) -> String { Formats.Decimal.text(value, significantDigits: 4) }

  /// The shares of the most frequent categories.
  private func shares(_ line: Line) -> String {
    let order = line.counts.values.indices.sorted {
      (line.counts.values[$1], $0) < (line.counts.values[$0], $1)
    }
    let shown = order.prefix(6).map { "\(line.column.labels[$0]) \(line.counts.values[$0])" }
    let rest = order.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? ", \(rest) more" : "")
  }

  /// The report for a program.
  func json() throws -> [UInt8] {
    let lines = try lines()
    let pairs = try pairs()
    return JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("rows", rows)
      json.add("unit", unit.name)
      json.add("estimator", estimator.name)
      json.add("confidence", confidence)
      json.array("columns") { array in
        for line in lines {
          array.object { object in
            object.add("column", line.column.name)
            if let group = line.group { object.add("group", group) }
            add(line.estimate, as: "entropy", to: &object)
            object.add("n", line.counts.total)
            object.add("missing", line.missing)
            object.add("categories", line.column.labels)
            object.add("counts", line.counts.values.map { Double($0) })
          }
        }
      }
      json.array("pairs") { array in
        for pair in pairs {
          array.object { object in
            object.add("columns", [pair.first.name, pair.second.name])
            object.add("n", pair.rows)
            add(pair.joint, as: "jointEntropy", to: &object)
            add(pair.mutual, as: "mutualInformation", to: &object)
            object.add("p", pair.test.pValue)
            object.add("permutations", pair.test.permutations)
          }
        }
      }
    }
  }

  private func add(_ estimate: SampleEstimate, as key: String, to object: inout JSONWriter.Object) {
    object.add(key, estimate.value.value)
    if let interval = estimate.interval {
      object.add(key + "Interval", [interval.lowerBound, interval.upperBound])
    }
  }
}
