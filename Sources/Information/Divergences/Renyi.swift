import Elementary

/// The Rényi divergence D_α(p‖q) = log Σ p^α q^(1−α) / (α − 1) (Rényi 1961).
///
/// Every order of [−∞, ∞] has its value: D₀ = −log Q(p > 0), D₁ = ``kullbackLeibler(_:_:)-(Distribution,_)``,
/// D_∞ = log max p/q (van Erven and Harremoës 2014, section II); negative orders by (1−α) D_α(p‖q) =
/// α D_(1−α)(q‖p), so that they are not positive, and D_−∞(p‖q) = −D_∞(q‖p). It grows with α, is accurate through
/// 1 and near equality, and is infinite where the sum is: for α ≥ 1 if q = 0 where p > 0, for 0 < α < 1 only if p
/// and q are disjoint, for α < 0 if p = 0 where q > 0.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func renyi(
  _ p: Distribution, _ q: Distribution, order: RenyiOrder
) throws(DistributionError) -> InformationValue {
  try withBuffers(p, q) { p, q throws(DistributionError) in try renyi(p, q, order: order) }
}

/// The Rényi divergence of probabilities in memory; they are checked in the same pass.
///
/// Order 2 runs at the speed of memory, order 1 at that of the logarithm.
///
/// - Throws: ``DistributionError`` if they are not distributions of one length.
@export(interface)
public func renyi(
  _ p: UnsafeBufferPointer<Double>, _ q: UnsafeBufferPointer<Double>, order: RenyiOrder
) throws(DistributionError) -> InformationValue {
  let alpha = order.value
  let nats: Double
  if alpha >= 0.5 {
    nats = try RenyiSum(p, q, order: alpha, excess: alpha - 1).divergence()
  } else if alpha == 0 {
    nats = try RenyiSum(p, q, order: 0, excess: -1).divergenceOfOrderZero()
  } else if alpha == -.infinity {
    nats =
      -(try swapped { () throws(DistributionError) in
        try RenyiSum(q, p, order: .infinity, excess: .infinity).divergence()
      })
  } else {
    // 1 − α may round, its distance to 1 does not: both are handed on.
    let other = try swapped { () throws(DistributionError) in
      try RenyiSum(q, p, order: 1 - alpha, excess: -alpha).divergence()
    }
    nats = other * (alpha / (1 - alpha))
  }
  // Turns −0 into 0.
  return InformationValue(nats + 0, .nats)
}

/// Runs a comparison whose arguments are swapped, and names them right if it fails.
private func swapped(_ body: () throws(DistributionError) -> Double) throws(DistributionError) -> Double {
  do {
    return try body()
  } catch {
    switch (error.problem, error.argument) {
    case (.differentLengths(let first, let second), _):
      throw DistributionError(.differentLengths(second, first))
    case (_, .first): throw DistributionError(error.problem, of: .second)
    case (_, .second): throw DistributionError(error.problem, of: .first)
    case (_, nil): throw error
    }
  }
}

/// The sums behind the Rényi divergence of one order.
private struct RenyiSum: Sendable {
  let sum: BlockSum
  /// α, at least ½ (or 0, for ``divergenceOfOrderZero()``).
  let order: Double
  /// α − 1, more precise than `order` where α is almost 1.
  let excess: Double

  init(
    _ p: UnsafeBufferPointer<Double>, _ q: UnsafeBufferPointer<Double>, order: Double, excess: Double
  ) throws(DistributionError) {
    sum = try BlockSum(p, q)
    self.order = order
    self.excess = excess
  }

  func divergence() throws(DistributionError) -> Double {
    if excess == 0 { return try sum.kullbackLeibler() }
    if excess == .infinity { return try largestLogRatio() }
    // With T = Σ q (u^α − 1 − α(u − 1)) / (α(α − 1)), u = p/q, of terms that are not negative (Cressie and Read
    // 1984): Σ p^α q^(1−α) = 1 + α(α − 1) T.
    let total = order == 2 ? 0.5 * (try sum.chiSquare()) : try sum.sum { term($0, $1) }
    let growth = order * excess * total
    // Where little is left of 1, or too much is added to it, the sum itself is the better number.
    if growth > -0.5, growth < 1e300 { return Double.log1p(growth) / excess }
    return logSumExp() / excess
  }

  private func term(_ p: Double, _ q: Double) -> Double {
    Term.power(p, q, difference: p - q, order: order, excess: excess)
  }

  /// log Σ p^α q^(1−α), with the largest term taken out so that nothing overflows.
  private func logSumExp() -> Double {
    var largest = -Double.infinity
    forEachExponent { largest = max(largest, $0) }
    guard largest.isFinite else { return largest }
    var total = CompensatedSum()
    forEachExponent { total.add(Double.exp($0 - largest)) }
    return largest + Double.log(total.value)
  }

  /// Calls with log(p^α q^(1−α)) for every outcome where that is not −∞.
  private func forEachExponent(_ body: (Double) -> Void) {
    for index in sum.p.indices {
      let p = sum.p[index]
      let q = sum.q[index]
      if p == 0 || (q == 0 && excess < 0) { continue }
      body(q == 0 ? .infinity : Double.log(p) + excess * Term.logRatio(p, q))
    }
  }

  private func largestLogRatio() throws(DistributionError) -> Double {
    // The sum is only asked for its checks.
    _ = try sum.sum { _, _ in 0 }
    var largest = -Double.infinity
    for index in sum.p.indices where sum.p[index] > 0 {
      largest = max(largest, sum.q[index] == 0 ? .infinity : Term.logRatio(sum.p[index], sum.q[index]))
    }
    // The largest ratio of two distributions is at least 1: only the tolerance of their sums can lower it.
    return max(largest, 0)
  }

  /// −log Q(p > 0).
  func divergenceOfOrderZero() throws(DistributionError) -> Double {
    let missing = try sum.sum { p, q in p == 0 ? q : 0 }
    if missing < 0.5 { return -Double.log1p(-missing) }
    let covered = try sum.sum { p, q in p == 0 ? 0 : q }
    return -Double.log(covered)
  }
}

/// The Rényi divergence of one order as a value; see ``renyi(_:_:order:)-(Distribution,_,_)``.
public struct Renyi: Divergence {
  /// The order.
  public let order: RenyiOrder

  /// The divergence of an order.
  public init(order: RenyiOrder) {
    self.order = order
  }

  /// "Rényi divergence of order 0.5".
  public var name: String { "Rényi divergence of order \(order.value)" }

  /// Nats.
  public var unit: InformationUnit? { .nats }

  /// Where it is infinite, which depends on the order.
  public var zeros: ZeroPolicy {
    if order.value >= 1 { return .infiniteWhereOnlyPHappens }
    return order.value < 0 ? .infiniteWhereOnlyQHappens : .infiniteWhereDisjoint
  }

  /// What it obeys: less for negative orders, whose values are not positive, and more for 1, ½ and above 1.
  public var laws: DivergenceLaws {
    guard order.value >= 0 else { return [.additive] }
    var laws: DivergenceLaws = [.nonNegative, .dataProcessing, .additive]
    if order == 1 { laws.insert(.chainRule) }
    if order == 0.5 { laws.insert(.symmetric) }
    if order.value >= 1 { laws.insert(.pinsker) }
    return laws
  }

  /// D_α(p‖q) in nats.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try renyi(p, q, order: order).nats
  }
}
