/// The total variation ½ Σ |p − q|: the most by which p and q differ over any event.
///
/// A distance without a unit, 0 for equal and 1 for disjoint distributions.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func totalVariation(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
  let sum = try withBuffers(p, q) { p, q throws(DistributionError) in
    try BlockSum(p, q).sum { p, q in abs(p - q) }
  }
  return min(0.5 * sum, 1)
}

/// The total variation as a value; see ``totalVariation(_:_:)``.
public struct TotalVariation: Divergence {
  /// The divergence.
  public init() {}

  /// “total variation distance”.
  public var name: String { "total variation distance" }

  /// None.
  public var unit: InformationUnit? { nil }

  /// Never infinite.
  public var zeros: ZeroPolicy { .finite }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .dataProcessing, .triangle, .boundedByOne] }

  /// The number.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try totalVariation(p, q)
  }
}
