import Elementary

/// The Tsallis entropy (1 − Σ p^α)/(α − 1) of a finite order (Tsallis 1988), which is ``entropy(_:)-(Distribution)`` in
/// nats at 1 and the Gini impurity at 2.
///
/// A number without a unit. Infinite for α ≤ 0 if that makes the sum so: 0^α counts for α < 0 and not for α = 0.
public func tsallisEntropy(_ p: Distribution, order: RenyiOrder) -> Double {
  let excess = order.value - 1
  let renyi = renyiEntropy(p, order: order).nats
  if excess == 0 { return renyi }
  if excess == .infinity { return 0 }
  return -Double.expm1(-excess * renyi) / excess
}

/// The Tsallis divergence (Σ p^α q^(1−α) − 1)/(α − 1) of a finite order (Tsallis 1998), which is
/// ``kullbackLeibler(_:_:)-(Distribution,_)`` in nats at 1 and ``chiSquare(_:_:)`` at 2.
///
/// A number without a unit; infinite where the Rényi divergence of an order of 1 or more is. At α = ±∞ it is ±∞ unless
/// p = q.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func tsallis(
  _ p: Distribution, _ q: Distribution, order: RenyiOrder
) throws(DistributionError) -> Double {
  let excess = order.value - 1
  let renyi = try renyi(p, q, order: order).nats
  if excess == 0 || renyi == 0 { return renyi }
  if excess.magnitude == .infinity { return excess }
  return Double.expm1(excess * renyi) / excess
}

/// The Tsallis divergence of one order as a value; see ``tsallis(_:_:order:)``.
public struct Tsallis: Divergence {
  /// The order.
  public let order: RenyiOrder

  /// The divergence of an order.
  public init(order: RenyiOrder) {
    self.order = order
  }

  /// “Tsallis divergence of order 0.5”.
  public var name: String { "Tsallis divergence of order \(order.value)" }

  /// None.
  public var unit: InformationUnit? { nil }

  /// Where it is infinite, which depends on the order.
  public var zeros: ZeroPolicy {
    if order.value >= 1 { return .infiniteWhereOnlyPHappens }
    return order.value < 0 ? .infiniteWhereOnlyQHappens : .finite
  }

  /// What it obeys: less for negative orders, whose values are not positive.
  public var laws: DivergenceLaws {
    guard order.value >= 0 else { return [] }
    var laws: DivergenceLaws = [.nonNegative, .dataProcessing]
    if order == 1 { laws.formUnion([.chainRule, .additive, .pinsker]) }
    if order == 0.5 { laws.insert(.symmetric) }
    return laws
  }

  /// The number.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try tsallis(p, q, order: order)
  }
}
