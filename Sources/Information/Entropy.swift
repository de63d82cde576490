import Elementary

/// The entropy H(p) = −Σ p log p (Shannon 1948), with 0 · log 0 = 0.
///
/// At least 0, which only a certain outcome has, and at most log n, which only equal probabilities have.
public func entropy(_ p: Distribution) -> InformationValue {
  // A distribution has been checked, so that there is nothing left to throw.
  (try? p.probabilities.withUnsafeBufferPointer { p throws(DistributionError) in try entropy(p) }) ?? .nan
}

/// The entropy of probabilities in memory; they are checked in the same pass.
///
/// - Throws: ``DistributionError`` if they are not a distribution.
public func entropy(_ p: UnsafeBufferPointer<Double>) throws(DistributionError) -> InformationValue {
  // A probability may exceed 1 by the tolerance; an entropy does not fall below 0 for it.
  InformationValue(max(try BlockSum(p, p).crossEntropy(), 0), .nats)
}

/// The cross-entropy H(p, q) = −Σ p log q: what coding p by q's code costs; H(p) + D(p‖q).
///
/// Infinite if q = 0 where p > 0; ``infiniteTerms(_:_:)`` says where.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func crossEntropy(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> InformationValue {
  try withBuffers(p, q) { p, q throws(DistributionError) in try crossEntropy(p, q) }
}

/// The cross-entropy of probabilities in memory; they are checked in the same pass.
///
/// - Throws: ``DistributionError`` if they are not distributions of one length.
public func crossEntropy(
  _ p: UnsafeBufferPointer<Double>, _ q: UnsafeBufferPointer<Double>
) throws(DistributionError) -> InformationValue {
  InformationValue(max(try BlockSum(p, q).crossEntropy(), 0), .nats)
}

/// The indices where p > 0 and q = 0: what makes D(p‖q), H(p, q) and every Rényi divergence of order 1 or more
/// infinite.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func infiniteTerms(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> [Int] {
  try checkLengths(p, q)
  return p.probabilities.indices.filter { p.probabilities[$0] > 0 && q.probabilities[$0] == 0 }
}

extension InformationValue {
  static var nan: InformationValue { InformationValue(.nan, .nats) }
}

func checkLengths(_ p: Distribution, _ q: Distribution) throws(DistributionError) {
  guard p.count == q.count else { throw DistributionError(.differentLengths(p.count, q.count)) }
}

func withBuffers<Result>(
  _ p: Distribution, _ q: Distribution,
  _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) throws(DistributionError) -> Result
) throws(DistributionError) -> Result {
  try p.probabilities.withUnsafeBufferPointer { first throws(DistributionError) in
    try q.probabilities.withUnsafeBufferPointer { second throws(DistributionError) in try body(first, second)
    }
  }
}
