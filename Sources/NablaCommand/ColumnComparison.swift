import Foundation
import Nabla

/// A column of two tables, compared: how far apart, and whether that is more than chance.
struct ColumnComparison {
  /// What is compared.
  enum Kind: Equatable {
    /// The texts as they are.
    case texts
    /// Numbers, in so many bins of about equal content.
    case bins(Int)
    /// Numbers in one table, texts in the other.
    case changed(reference: String, current: String)
  }

  let name: String
  let kind: Kind
  /// What the outcomes are called; the last one is "missing" where values are.
  let labels: [String]
  let comparison: CountComparison
  let divergence: SampleEstimate
  let forward: InformationValue
  let backward: InformationValue
  let stability: InformationValue
  /// How far the numbers must be moved on average; `nil` for texts.
  let moved: Double?
  let test: PermutationTest
  let missing: (reference: Int, current: Int)

  /// Texts that stand only in the current table, and only in the reference.
  let new: [String]
  let gone: [String]

  /// A column of two tables.
  init(
    _ name: String, _ reference: CellColumn, _ current: CellColumn, bins: Int, confidence: Double,
    permutations: Int
  ) throws {
    self.name = name
    missing = (reference.missing, current.missing)
    var outcomes: Outcomes
    if let x = reference.numbers, let y = current.numbers, Set(x + y).count > CategoryColumn.mostWhole {
      outcomes = Outcomes(x, y, bins: bins)
      kind = .bins(outcomes.labels.count)
      moved = try wasserstein(samples: x, y)
    } else {
      outcomes = Outcomes(reference.texts, current.texts)
      let isNumeric = (reference.numbers != nil, current.numbers != nil)
      let isEmpty = reference.texts.isEmpty || current.texts.isEmpty
      kind =
        isNumeric.0 == isNumeric.1 || isEmpty
        ? .texts
        : .changed(
          reference: isNumeric.0 ? "numbers" : "texts", current: isNumeric.1 ? "numbers" : "texts")
      if let x = reference.numbers, let y = current.numbers, !isEmpty {
        moved = try wasserstein(samples: x, y)
      } else {
        moved = nil
      }
    }
    new =
      kind == .texts
      ? outcomes.labels.indices.filter { outcomes.first[$0] == 0 }.map { outcomes.labels[$0] } : []
    gone =
      kind == .texts
      ? outcomes.labels.indices.filter { outcomes.second[$0] == 0 }.map { outcomes.labels[$0] } : []
    if missing.reference + missing.current > 0 {
      outcomes.add("missing", missing.reference, missing.current)
    }
    labels = outcomes.labels
    comparison = try CountComparison(SampleCounts(outcomes.first), SampleCounts(outcomes.second))
    divergence = comparison.jensenShannon(confidence: confidence)
    let (p, q) = (comparison.p.distribution, comparison.q.distribution)
    forward = try kullbackLeibler(p, q)
    backward = try kullbackLeibler(q, p)
    stability = try populationStability(p, q)
    test = comparison.test(permutations: permutations)
  }
}

/// The outcomes of two columns, counted.
private struct Outcomes {
  var labels: [String] = []
  var first: [Int] = []
  var second: [Int] = []

  /// Texts, in the order in which they appear.
  init(_ x: [String], _ y: [String]) {
    var places: [String: Int] = [:]
    func place(_ text: String, _ outcomes: inout Outcomes) -> Int {
      if let place = places[text] { return place }
      places[text] = places.count
      outcomes.add(text, 0, 0)
      return places.count - 1
    }
    for text in x { first[place(text, &self)] += 1 }
    for text in y { second[place(text, &self)] += 1 }
  }

  /// Numbers, in bins that hold about equal shares of both together.
  init(_ x: [Double], _ y: [Double], bins: Int) {
    let pool = (x + y).sorted()
    var edges: [Double] = []
    for bin in 1..<bins {
      let edge = pool[pool.count * bin / bins]
      if edge > edges.last ?? pool[0] { edges.append(edge) }
    }
    let ends = [pool[0]] + edges + [pool[pool.count - 1]]
    for (lower, upper) in zip(ends, ends.dropFirst()) {
      let texts = [lower, upper].map { Formats.Decimal.text($0, significantDigits: 4) }
      add("\(texts[0]) to \(texts[1])", 0, 0)
    }
    for value in x { first[edges.partitioningIndex(above: value)] += 1 }
    for value in y { second[edges.partitioningIndex(above: value)] += 1 }
  }

  mutating func add(_ label: String, _ firstCount: Int, _ secondCount: Int) {
    labels.append(label)
    first.append(firstCount)
    second.append(secondCount)
  }
}

extension [Double] {
  /// How many of these ascending numbers are not above a value.
  fileprivate func partitioningIndex(above value: Double) -> Int {
    var lower = 0
    var upper = count
    while lower < upper {
      let middle = (lower + upper) / 2
      if self[middle] <= value { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
