/// The population stability index Σ (p − q) log(p/q) = D(p‖q) + D(q‖p), Jeffreys' divergence (1946).
///
/// Symmetric; infinite if only one of the two is 0 at an outcome. Nearly equal distributions have full relative accuracy.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func populationStability(
  _ p: Distribution, _ q: Distribution
) throws(DistributionError) -> InformationValue {
  let sum = try withBuffers(p, q) { p, q throws(DistributionError) in
    try BlockSum(p, q).sum { p, q in
      if p == q { return 0 }
      return p == 0 || q == 0 ? .infinity : (p - q) * Term.logRatio(p, q)
    }
  }
  return InformationValue(sum, .nats)
}

/// The population stability index as a value; see ``populationStability(_:_:)``.
public struct PopulationStability: Divergence {
  /// The divergence.
  public init() {}

  /// “population stability index (a divergence)”.
  public var name: String { "population stability index (a divergence)" }

  /// Nats.
  public var unit: InformationUnit? { .nats }

  /// Infinite where only one of p and q is 0.
  public var zeros: ZeroPolicy { .infiniteWhereOneHappens }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .dataProcessing, .additive] }

  /// The number in nats.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try populationStability(p, q).nats
  }
}
