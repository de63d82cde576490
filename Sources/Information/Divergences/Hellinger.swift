import Elementary

/// The Hellinger distance √(½ Σ (√p − √q)²) (Hellinger 1909).
///
/// A distance without a unit, 0 for equal and 1 for disjoint distributions, with full relative accuracy near equality.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func hellinger(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
  min(try squaredHellinger(p, q), 1).squareRoot()
}

/// The Bhattacharyya distance −log Σ √(p q) (Bhattacharyya 1943), half the Rényi divergence of order ½.
///
/// Called a distance, though it does not obey the triangle's inequality. Infinite only for disjoint distributions.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func bhattacharyya(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> InformationValue
{
  let lost = try squaredHellinger(p, q)
  if lost < 0.5 { return InformationValue(-Double.log1p(-lost), .nats) }
  let overlap = try withBuffers(p, q) { p, q throws(DistributionError) in
    try BlockSum(p, q).sum { p, q in p.squareRoot() * q.squareRoot() }
  }
  return InformationValue(-Double.log(overlap), .nats)
}

/// ½ Σ (√p − √q)².
private func squaredHellinger(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
  let sum = try withBuffers(p, q) { p, q throws(DistributionError) in
    try BlockSum(p, q).sum { p, q in
      if p == q { return 0 }
      // √p − √q, from the exact difference of what is nearly equal.
      let difference = (p - q) / (p.squareRoot() + q.squareRoot())
      return difference * difference
    }
  }
  return 0.5 * sum
}

/// The Hellinger distance as a value; see ``hellinger(_:_:)``.
public struct Hellinger: Divergence {
  /// The divergence.
  public init() {}

  /// “Hellinger distance”.
  public var name: String { "Hellinger distance" }

  /// None.
  public var unit: InformationUnit? { nil }

  /// Never infinite.
  public var zeros: ZeroPolicy { .finite }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .dataProcessing, .triangle, .boundedByOne] }

  /// The number.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try hellinger(p, q)
  }
}

/// The Bhattacharyya distance as a value; see ``bhattacharyya(_:_:)``.
public struct Bhattacharyya: Divergence {
  /// The divergence.
  public init() {}

  /// “Bhattacharyya distance”.
  public var name: String { "Bhattacharyya distance" }

  /// Nats.
  public var unit: InformationUnit? { .nats }

  /// Infinite only where p and q are disjoint.
  public var zeros: ZeroPolicy { .infiniteWhereDisjoint }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .dataProcessing, .additive] }

  /// The number in nats.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try bhattacharyya(p, q).nats
  }
}
