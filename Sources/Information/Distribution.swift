/// The probabilities of finitely many outcomes: finite, not negative, with sum 1.
///
/// Nothing is normalised in silence: numbers that are not probabilities go through ``Counts``.
public struct Distribution: Equatable, Hashable, Sendable {
  /// How far from 1 the sum of the probabilities may be.
  ///
  /// It leaves room for the rounding of ten million terms and none for a missing outcome.
  public static let tolerance = 1e-9

  /// The probabilities, in the order given.
  public let probabilities: [Double]

  /// The number of outcomes, impossible ones included.
  public var count: Int { probabilities.count }

  /// Probabilities as given.
  ///
  /// - Throws: ``DistributionError`` naming the index and the value that is not finite or negative, or the sum.
  public init(_ probabilities: [Double]) throws(DistributionError) {
    let sum = try checkedSum(probabilities)
    guard abs(sum - 1) <= Distribution.tolerance else {
      throw DistributionError(.notNormalised(sum: sum))
    }
    self.probabilities = probabilities
  }

  init(unchecked probabilities: [Double]) {
    self.probabilities = probabilities
  }

  /// Equal probabilities; a count below 1 is taken as 1.
  public static func uniform(_ count: Int) -> Distribution {
    let count = max(count, 1)
    return Distribution(unchecked: [Double](repeating: 1 / Double(count), count: count))
  }
}

/// How often each outcome was seen, or any weights that are to be normalised.
///
/// ```swift
/// let p = try Counts([50, 50, 50]).distribution()
/// let q = try Counts(labels: ["setosa", "virginica", "setosa"]).distribution()
/// ```
public struct Counts: Equatable, Hashable, Sendable {
  /// The counts, in the order given.
  public let values: [Double]

  /// Counts, which need not be whole.
  ///
  /// - Throws: ``DistributionError`` naming the index and the value that is not finite or negative, or that there
  ///   is nothing to count.
  public init(_ values: [Double]) throws(DistributionError) {
    try check(values)
    guard values.contains(where: { $0 > 0 }) else { throw DistributionError(.allZero) }
    self.values = values
  }

  /// Whole counts.
  ///
  /// - Throws: ``DistributionError`` naming the index of a negative one, or that there is nothing to count.
  public init(_ values: [Int]) throws(DistributionError) {
    try self.init(values.map { Double($0) })
  }

  /// How often each label occurs, in the order of first appearance.
  ///
  /// - Throws: ``DistributionError`` if there are none.
  public init<Label: Hashable>(labels: some Sequence<Label>) throws(DistributionError) {
    var indices: [Label: Int] = [:]
    var values: [Double] = []
    for label in labels {
      if let index = indices[label] {
        values[index] += 1
      } else {
        indices[label] = values.count
        values.append(1)
      }
    }
    try self.init(values)
  }

  /// The distribution that has each outcome as often as it was counted.
  ///
  /// This is the one place where numbers are divided by their sum. Counts of any size are fine: they are scaled
  /// before they are summed.
  public func distribution() -> Distribution {
    let largest = values.reduce(0, max)
    // A power of two scales without rounding; only what is 10¹⁰⁰⁰ times smaller than the largest could be lost.
    let scaled = values.map { $0 / largest.binade }
    var sum = CompensatedSum()
    for value in scaled { sum.add(value) }
    return Distribution(unchecked: scaled.map { $0 / sum.value })
  }
}

/// Neumaier's sum (1974): as if computed in twice the precision.
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  var value: Double { sum + lost }

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }
}

func check(_ values: [Double]) throws(DistributionError) {
  if values.isEmpty { throw DistributionError(.empty) }
  for (index, value) in values.enumerated() {
    if !value.isFinite { throw DistributionError(.notFinite(index: index, value: value)) }
    if value < 0 { throw DistributionError(.negative(index: index, value: value)) }
  }
}

private func checkedSum(_ values: [Double]) throws(DistributionError) -> Double {
  try check(values)
  var sum = CompensatedSum()
  for value in values {
    // Ends before anything can overflow; no sum above 2 is wanted to the last digit.
    if value > 2 { return values.reduce(0, +) }
    sum.add(value)
  }
  return sum.value
}
