/// A way to say how far one distribution is from another, and the laws that it obeys.
///
/// ```swift
/// func farthest(_ candidates: [Distribution], from p: Distribution, by divergence: some Divergence)
///   throws(DistributionError) -> Int? {
///   var best: (index: Int, value: Double)?
///   for (index, q) in candidates.enumerated() {
///     let value = try divergence(p, q).nats
///     if value > best?.value ?? -1 { best = (index, value) }
///   }
///   return best?.index
/// }
/// ```
public protocol Divergence: Sendable {
  /// What this divergence promises; tests hold it to that.
  var laws: DivergenceLaws { get }

  /// The divergence of p from q.
  ///
  /// - Throws: ``DistributionError`` if the lengths differ.
  func callAsFunction(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> InformationValue
}

/// What can hold of a divergence; that D(p, p) is exactly 0 holds of all.
public struct DivergenceLaws: OptionSet, Sendable {
  /// One bit a law.
  public let rawValue: Int

  /// Laws by their bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// D ≥ 0.
  public static let nonNegative = DivergenceLaws(rawValue: 1)
  /// D(p, q) = D(q, p).
  public static let symmetric = DivergenceLaws(rawValue: 2)
  /// Merging outcomes, or any channel, does not enlarge D.
  public static let dataProcessing = DivergenceLaws(rawValue: 4)
  /// The divergence of joint distributions is that of the margins plus the mean of the conditional ones'.
  public static let chainRule = DivergenceLaws(rawValue: 8)
  /// The divergence of products is the sum of the divergences.
  public static let additive = DivergenceLaws(rawValue: 16)
  /// D ≥ ½ (Σ|p − q|)², in nats (Pinsker).
  public static let pinsker = DivergenceLaws(rawValue: 32)
  /// D ≤ ln 2.
  public static let boundedByOneBit = DivergenceLaws(rawValue: 64)
}

/// The Kullback–Leibler divergence as a value; see ``kullbackLeibler(_:_:)-(Distribution,_)``.
public struct KullbackLeibler: Divergence {
  /// The divergence.
  public init() {}

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .dataProcessing, .chainRule, .additive, .pinsker] }

  /// D(p‖q).
  public func callAsFunction(
    _ p: Distribution, _ q: Distribution
  ) throws(DistributionError) -> InformationValue {
    try kullbackLeibler(p, q)
  }
}

/// The Jensen–Shannon divergence as a value; see ``jensenShannon(_:_:)-(Distribution,_)``.
public struct JensenShannon: Divergence {
  /// The divergence.
  public init() {}

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .dataProcessing, .boundedByOneBit] }

  /// JS(p, q).
  public func callAsFunction(
    _ p: Distribution, _ q: Distribution
  ) throws(DistributionError) -> InformationValue {
    try jensenShannon(p, q)
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

  /// What it obeys: less for negative orders, whose values are not positive, and more for 1, ½ and above 1.
  public var laws: DivergenceLaws {
    guard order.value >= 0 else { return [.additive] }
    var laws: DivergenceLaws = [.nonNegative, .dataProcessing, .additive]
    if order == 1 { laws.insert(.chainRule) }
    if order == 0.5 { laws.insert(.symmetric) }
    if order.value >= 1 { laws.insert(.pinsker) }
    return laws
  }

  /// D_α(p‖q).
  public func callAsFunction(
    _ p: Distribution, _ q: Distribution
  ) throws(DistributionError) -> InformationValue {
    try renyi(p, q, order: order)
  }
}
