import Foundation
import Nabla

/// A column of a table as categories: its texts as they are, or the bins of its numbers.
struct CategoryColumn {
  /// How a column was made into categories.
  enum Kind: Equatable {
    case texts
    case bins(Int, rule: String)
  }

  let name: String
  let kind: Kind
  /// What the categories are called.
  let labels: [String]
  /// The category of each row; `nil` where the value is missing.
  let codes: [Int?]

  /// The number of rows whose value is missing.
  var missing: Int { codes.count { $0 == nil } }

  /// Numbers of more different values than this are put into bins.
  static let mostWhole = 20

  /// A column by its name; numbers of many different values go into bins.
  ///
  /// - Parameters:
  ///   - bins: The number of bins for numbers, however few they are; without it as many as Freedman and Diaconis say.
  init(_ name: String, of table: Table, source: String, bins: Int?) throws {
    let categories: Categories
    do {
      categories = try table.categories(name)
    } catch {
      throw CommandFailure(.data, "“\(source)”: \(error)")
    }
    let trimmed = categories.names.map { $0.trimmingCharacters(in: .whitespaces) }
    let numbers = trimmed.map { Formats.Decimal.parse($0.utf8) }
    let isMissing = categories.names.map { CellColumn.isMissing($0) }
    let used = categories.names.indices.filter { !isMissing[$0] }
    guard !used.isEmpty else {
      throw CommandFailure(
        .data, "“\(source)”: all \(categories.codes.count) values of “\(name)” are missing")
    }
    self.name = name
    try CellColumn.refuseMixture(name, used.map { categories.names[$0] }, source: source, kind: .data)
    if used.allSatisfy({ numbers[$0] != nil }), bins != nil || used.count > CategoryColumn.mostWhole {
      let values = numbers.map { $0 ?? .nan }
      let present = categories.codes.filter { !isMissing[$0] }.map { values[$0] }
      let histogram = try CategoryColumn.histogram(present, bins, "“\(source)”, “\(name)”")
      kind = .bins(histogram.counts.count, rule: bins == nil ? "Freedman–Diaconis" : "equal widths")
      labels = zip(histogram.edges, histogram.edges.dropFirst()).map { lower, upper in
        let ends = [lower, upper].map { Formats.Decimal.text($0, significantDigits: 4) }
        return "\(ends[0]) to \(ends[1])"
      }
      let edges = histogram.edges
      codes = categories.codes.map { code in
        isMissing[code] ? nil : CategoryColumn.bin(values[code], edges)
      }
    } else {
      kind = .texts
      var place = [Int?](repeating: nil, count: categories.names.count)
      for (index, code) in used.enumerated() { place[code] = index }
      labels = used.map { categories.names[$0] }
      codes = categories.codes.map { place[$0] }
    }
  }

  private static func histogram(_ values: [Double], _ bins: Int?, _ source: String) throws -> Histogram {
    let lower = values.min() ?? 0
    let upper = values.max() ?? 0
    guard lower < upper else {
      throw CommandFailure(
        .data, "\(source): all values are \(Formats.Decimal.shortest(lower)); bins need two different ones")
    }
    do {
      guard let bins else { return try Histogram(values) }
      let edges = (0..<bins).map { lower + (upper - lower) * Double($0) / Double(bins) }
      return try Histogram(values, edges: .given(edges + [upper]))
    } catch {
      throw CommandFailure(.data, "\(source): \(error)")
    }
  }

  private static func bin(_ value: Double, _ edges: [Double]) -> Int {
    let above = edges.firstIndex { $0 > value } ?? edges.count - 1
    return min(above - 1, edges.count - 2)
  }

  /// The counts of the categories in some of the rows.
  func counts(_ rows: [Int]? = nil) throws -> SampleCounts {
    var counts = [Int](repeating: 0, count: labels.count)
    if let rows {
      for row in rows { if let code = codes[row] { counts[code] += 1 } }
    } else {
      for case let code? in codes { counts[code] += 1 }
    }
    return try SampleCounts(counts)
  }

  /// "3 categories" or "8 bins (Freedman–Diaconis)".
  var described: String {
    switch kind {
    case .texts: labels.count == 1 ? "1 category" : "\(labels.count) categories"
    case .bins(let count, let rule): "\(count) bins (\(rule))"
    }
  }
}
