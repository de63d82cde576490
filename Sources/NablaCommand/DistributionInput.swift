import Foundation
import Nabla

/// A distribution as a person gives it: numbers on the command line, or a file of them.
struct DistributionInput {
  /// What the outcomes are called, where the file says so.
  let names: [String]?
  /// The numbers as given.
  let numbers: [Double]
  /// What they make.
  let distribution: Distribution
  /// Whether they were divided by their sum.
  let wasNormalised: Bool

  /// The sum of the numbers as given.
  var sum: Double { numbers.reduce(0, +) }

  /// Reads `0.5,0.5`, a CSV file, or standard input for `-`.
  init(_ argument: String) throws {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let inline = parts.compactMap { Formats.Decimal.parse($0.trimmingCharacters(in: .whitespaces).utf8) }
    if inline.count == parts.count, parts.count > 1 {
      try self.init(names: nil, numbers: inline, source: argument)
    } else {
      try self.init(table: try DistributionInput.table(argument), source: argument)
    }
  }

  private init(names: [String]?, numbers: [Double], source: String) throws {
    self.names = names
    self.numbers = numbers
    do {
      if let exact = try? Distribution(numbers) {
        distribution = exact
        wasNormalised = false
      } else {
        distribution = try Counts(numbers).distribution()
        wasNormalised = true
      }
    } catch {
      throw CommandFailure(.data, "“\(source)”: \(error)")
    }
  }

  private static func table(_ path: String) throws -> Table {
    do {
      return try CSV.read(try Output.read(path))
    } catch let error as CSVError {
      throw CommandFailure(.data, "“\(path)”: \(error)")
    }
  }

  private init(table: Table, source: String) throws {
    var numeric: [[Double]] = []
    var texts: [[String]] = []
    // A first row with a number above the numbers is no header.
    var hasHeader = true
    for column in 0..<table.columnCount {
      let top = table.header[column]
      if let numbers = try? table.numbers(column: column) {
        let first = Formats.Decimal.parse(top.utf8)
        if first != nil { hasHeader = false }
        numeric.append((first.map { [$0] } ?? []) + numbers)
      } else {
        texts.append([top] + ((try? table.texts(column: column)) ?? []))
      }
    }
    if hasHeader { texts = texts.map { Array($0.dropFirst()) } }
    guard table.rowCount > 0 else {
      throw CommandFailure(.data, "“\(source)” has a header but no rows; expected one number a row")
    }
    guard numeric.count == 1, texts.count <= 1, let numbers = numeric.first else {
      throw CommandFailure(
        .data,
        "“\(source)” must have one column of numbers and at most one of names; found \(numeric.count) and \(texts.count)"
      )
    }
    try self.init(names: texts.first, numbers: numbers, source: source)
  }

  /// The same distribution with its rows in the order of another's names, where both have names.
  func matched(to other: DistributionInput) throws -> DistributionInput {
    guard let names, let wanted = other.names, names != wanted else { return self }
    var places: [String: Int] = [:]
    for (index, name) in names.enumerated() where places.updateValue(index, forKey: name) != nil {
      throw CommandFailure(
        .data, "the name \(Arguments.quoted(name)) stands twice in the second distribution")
    }
    let order = wanted.compactMap { places[$0] }
    guard order.count == wanted.count, names.count == wanted.count, Set(wanted).count == wanted.count else {
      if Set(wanted).count < wanted.count {
        throw CommandFailure(.data, "a name stands twice in the first distribution")
      }
      let missing = Set(wanted).symmetricDifference(names).sorted().prefix(3).joined(separator: "”, “")
      throw CommandFailure(
        .data, "the two distributions do not name the same outcomes: \(Arguments.quoted(missing))")
    }
    return try DistributionInput(
      names: wanted, numbers: order.map { numbers[$0] }, source: "the second distribution")
  }

  /// An outcome for a person: its name, or its place from 1.
  func name(_ index: Int) -> String {
    if let names { return "“\(names[index])”" }
    return "entry \(index + 1)"
  }
}
