/// How often each outcome was seen in a sample: whole numbers, from which estimators know the size of the sample.
///
/// ```swift
/// let counts = try SampleCounts([12, 7, 3, 0])
/// counts.total      // 22
/// counts.outcomes   // 4, of which 3 were seen
/// ```
public struct SampleCounts: Equatable, Hashable, Sendable {
  /// The counts, in the order given, outcomes included that were not seen.
  public let values: [Int]
  /// The size of the sample.
  public let total: Int
  /// The counts that occur, each with the number of outcomes that have it, ascending and without 0.
  let multiplicities: [Multiplicity]

  /// A count and how many outcomes have it.
  struct Multiplicity: Equatable, Hashable {
    let count: Int
    let outcomes: Int
  }

  /// The number of outcomes, those not seen included.
  public var outcomes: Int { values.count }

  /// The number of outcomes that were seen.
  public var seen: Int { multiplicities.reduce(0) { $0 + $1.outcomes } }

  /// Counts of a sample.
  ///
  /// - Throws: ``DistributionError`` naming the index and the value that is negative, or that nothing was seen.
  public init(_ values: [Int]) throws(DistributionError) {
    if values.isEmpty { throw DistributionError(.empty) }
    for (index, value) in values.enumerated() where value < 0 {
      throw DistributionError(.negative(index: index, value: Double(value)))
    }
    self.init(unchecked: values)
    if total == 0 { throw DistributionError(.allZero) }
  }

  /// Counts that must be whole numbers.
  ///
  /// - Throws: ``DistributionError`` naming the index and the value that is not whole.
  public init(_ counts: Counts) throws(DistributionError) {
    for (index, value) in counts.values.enumerated()
    where value != value.rounded(.down) || value >= 0x1p53 {
      throw DistributionError(.notWhole(index: index, value: value))
    }
    self.init(unchecked: counts.values.map { Int(exactly: $0) ?? .max })
  }

  init(unchecked values: [Int]) {
    self.values = values
    total = values.reduce(0, +)
    var multiplicities: [Multiplicity] = []
    for count in values.sorted() where count > 0 {
      if let last = multiplicities.last, last.count == count {
        multiplicities[multiplicities.count - 1] = Multiplicity(count: count, outcomes: last.outcomes + 1)
      } else {
        multiplicities.append(Multiplicity(count: count, outcomes: 1))
      }
    }
    self.multiplicities = multiplicities
  }

  /// The shares of the sample.
  public var distribution: Distribution {
    Distribution(unchecked: values.map { Double($0) / Double(total) })
  }

  /// The sum of a term over the outcomes that were seen.
  func sum(_ term: (Double) -> Double) -> Double {
    var sum = CompensatedSum()
    for item in multiplicities { sum.add(Double(item.outcomes) * term(Double(item.count))) }
    return sum.value
  }
}
