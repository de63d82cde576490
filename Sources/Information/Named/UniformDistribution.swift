import Elementary

/// The uniform distribution on an interval.
public struct UniformDistribution: NamedDistribution, Hashable {
  /// Where the interval begins.
  public let lower: Double
  /// Where the interval ends.
  public let upper: Double

  /// A uniform distribution.
  ///
  /// - Throws: ``ParameterError`` unless the ends and their distance are finite and the upper one is above the lower.
  public init(lower: Double, upper: Double) throws(ParameterError) {
    try requireFinite(lower, .lower)
    guard upper > lower, (upper - lower).isFinite else {
      throw ParameterError(.upper, .notAbove(upper, lower: lower))
    }
    self.lower = lower
    self.upper = upper
  }

  /// How long the interval is.
  public var length: Double { upper - lower }

  /// The logarithm of the length.
  public var entropy: InformationValue { InformationValue(Double.log(length), .nats) }

  /// Minus the logarithm of the length, and −∞ outside the interval.
  public func logDensity(at x: Double) -> Double {
    x >= lower && x <= upper ? -Double.log(length) : -.infinity
  }

  /// (α log(l₁/l) + (1 − α) log(l₂/l))/(1 − α), l being the length that both intervals have in common; from order 1 on
  /// infinite unless the first lies in the second one, where all positive orders give log(l₂/l₁).
  @export(interface)
  public func renyi(from other: UniformDistribution, order: RenyiOrder) -> InformationValue {
    order.divergence(self, other, zero: other.excess(over: self)) { p, q, order in
      let outside = p.excess(over: q)
      if outside == 0 { return q.excess(over: p) }
      if order.excess >= 0 { return .infinity }
      return q.excess(over: p) + outside * (order.value / -order.excess)
    }
  }

  /// log(l/l∩): how much longer this interval is than what it has in common with another one.
  private func excess(over other: UniformDistribution) -> Double {
    let common = min(upper, other.upper) - max(lower, other.lower)
    guard common > 0 else { return .infinity }
    let below = max(other.lower - lower, 0)
    let above = max(upper - other.upper, 0)
    let ratio = (below + above) / common
    return ratio < 1e300 ? Double.log1p(ratio) : Double.log(length) - Double.log(common)
  }
}
