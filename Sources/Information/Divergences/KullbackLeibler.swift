import Elementary

/// The Kullback–Leibler divergence D(p‖q) = Σ p log(p/q) (Kullback and Leibler 1951), also relative entropy.
///
/// Summed as Σ (p log(p/q) − p + q), whose terms are not negative: the result never is, D(p‖p) is exactly 0, and
/// nearly equal distributions have full relative accuracy. 0 · log 0 = 0; infinite if q = 0 where p > 0, and
/// ``infiniteTerms(_:_:)`` says where. Not symmetric.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func kullbackLeibler(
  _ p: Distribution, _ q: Distribution
) throws(DistributionError) -> InformationValue {
  try withBuffers(p, q) { p, q throws(DistributionError) in try kullbackLeibler(p, q) }
}

/// The Kullback–Leibler divergence of probabilities in memory; they are checked in the same pass.
///
/// - Throws: ``DistributionError`` if they are not distributions of one length.
public func kullbackLeibler(
  _ p: UnsafeBufferPointer<Double>, _ q: UnsafeBufferPointer<Double>
) throws(DistributionError) -> InformationValue {
  InformationValue(try BlockSum(p, q).kullbackLeibler(), .nats)
}

/// What each outcome contributes to D(p‖q): p log(p/q), negative where p < q; for pictures, with D as the sum.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func kullbackLeiblerTerms(
  _ p: Distribution, _ q: Distribution
) throws(DistributionError) -> [InformationValue] {
  try checkLengths(p, q)
  return zip(p.probabilities, q.probabilities).map { p, q in
    if p == 0 { return InformationValue(0, .nats) }
    return InformationValue(q == 0 ? .infinity : p * Term.logRatio(p, q), .nats)
  }
}

/// The Kullback–Leibler divergence as a value; see ``kullbackLeibler(_:_:)-(Distribution,_)``.
public struct KullbackLeibler: Divergence {
  /// The divergence.
  public init() {}

  /// "KL divergence".
  public var name: String { "KL divergence" }

  /// Nats.
  public var unit: InformationUnit? { .nats }

  /// Infinite where q = 0 < p.
  public var zeros: ZeroPolicy { .infiniteWhereOnlyPHappens }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .dataProcessing, .chainRule, .additive, .pinsker] }

  /// D(p‖q) in nats.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try kullbackLeibler(p, q).nats
  }
}
