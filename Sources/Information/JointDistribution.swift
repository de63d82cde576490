import Elementary

/// The probabilities of pairs of outcomes (x, y), a row for each x and a column for each y.
///
/// ```swift
/// let weather = try JointDistribution(counts: [[30, 10], [5, 55]])
/// weather.mutualInformation.bits      // 0.3612…
/// weather.entropyOfYGivenX.bits       // what is left to learn of y once x is known
/// ```
public struct JointDistribution: Equatable, Hashable, Sendable {
  /// The number of outcomes of x.
  public let rows: Int
  /// The number of outcomes of y.
  public let columns: Int
  /// The probabilities of all pairs, row after row.
  public let distribution: Distribution

  /// Probabilities as given, one row for each x.
  ///
  /// - Throws: ``DistributionError`` naming the row that has another length, the value that is no probability (its index
  ///   counts through all rows), or the sum.
  public init(_ probabilities: [[Double]]) throws(DistributionError) {
    columns = try JointDistribution.columns(of: probabilities)
    rows = probabilities.count
    distribution = try Distribution(probabilities.flatMap { $0 })
  }

  /// How often each pair was seen, or any weights that are to be normalised, one row for each x.
  ///
  /// - Throws: ``DistributionError`` naming the row that has another length, the value that is negative or not finite, or
  ///   that there is nothing to count.
  public init(counts: [[Double]]) throws(DistributionError) {
    columns = try JointDistribution.columns(of: counts)
    rows = counts.count
    distribution = try Counts(counts.flatMap { $0 }).distribution()
  }

  private static func columns(of table: [[Double]]) throws(DistributionError) -> Int {
    guard let first = table.first, !first.isEmpty else { throw DistributionError(.empty) }
    for (row, values) in table.enumerated() where values.count != first.count {
      throw DistributionError(.ragged(row: row, count: values.count, expected: first.count))
    }
    return first.count
  }

  /// The probability of a pair, by its row and column from 0.
  public subscript(row: Int, column: Int) -> Double { distribution.probabilities[row * columns + column] }

  /// The distribution of x alone.
  public var marginalX: Distribution {
    Distribution(
      unchecked: (0..<rows).map { row in sum((0..<columns).map { column in self[row, column] }) })
  }

  /// The distribution of y alone.
  public var marginalY: Distribution {
    Distribution(
      unchecked: (0..<columns).map { column in sum((0..<rows).map { row in self[row, column] }) })
  }

  private func sum(_ values: [Double]) -> Double {
    var sum = CompensatedSum()
    for value in values { sum.add(value) }
    return sum.value
  }

  /// The pairs as they would be if x and y had nothing to do with each other.
  public var product: Distribution {
    let x = marginalX.probabilities
    let y = marginalY.probabilities
    return Distribution(unchecked: x.flatMap { x in y.map { x * $0 } })
  }

  /// The joint entropy H(X, Y).
  public var entropy: InformationValue { Information.entropy(distribution) }

  /// The conditional entropy H(X|Y) = −Σ p(x, y) log p(x|y): what is left to learn of x once y is known.
  public var entropyOfXGivenY: InformationValue {
    let y = marginalY.probabilities
    return conditional { _, column in y[column] }
  }

  /// The conditional entropy H(Y|X) = −Σ p(x, y) log p(y|x): what is left to learn of y once x is known.
  public var entropyOfYGivenX: InformationValue {
    let x = marginalX.probabilities
    return conditional { row, _ in x[row] }
  }

  private func conditional(_ condition: (Int, Int) -> Double) -> InformationValue {
    var sum = CompensatedSum()
    for row in 0..<rows {
      for column in 0..<columns where self[row, column] > 0 {
        sum.add(-self[row, column] * Term.logRatio(self[row, column], condition(row, column)))
      }
    }
    // A row's sum may be rounded below its only entry.
    return InformationValue(max(sum.value, 0), .nats)
  }

  /// The mutual information I(X; Y) = D(p(x, y)‖p(x) p(y)): what x says of y, and y of x (Shannon 1948).
  ///
  /// 0 only if they are independent; at most the entropy of either.
  public var mutualInformation: InformationValue {
    (try? kullbackLeibler(distribution, product)) ?? .nan
  }

  /// The variation of information H(X|Y) + H(Y|X), a distance between x and y (Meilă 2003).
  public var variationOfInformation: InformationValue {
    InformationValue(entropyOfXGivenY.nats + entropyOfYGivenX.nats, .nats)
  }
}
