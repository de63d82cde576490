/// Pearson's χ² divergence Σ (p − q)²/q (Pearson 1900): e^(D₂(p‖q)) − 1 with the Rényi divergence of order 2.
///
/// A number without a unit; n times it is the χ² statistic of n draws from p against q. Infinite if q = 0 where p > 0.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func chiSquare(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
  try withBuffers(p, q) { p, q throws(DistributionError) in try BlockSum(p, q).chiSquare() }
}

/// Pearson's χ² divergence as a value; see ``chiSquare(_:_:)``.
public struct ChiSquare: Divergence {
  /// The divergence.
  public init() {}

  /// “χ² divergence”.
  public var name: String { "χ² divergence" }

  /// None.
  public var unit: InformationUnit? { nil }

  /// Infinite where q = 0 < p.
  public var zeros: ZeroPolicy { .infiniteWhereOnlyPHappens }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .dataProcessing] }

  /// The number.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try chiSquare(p, q)
  }
}
