import Elementary

/// The exponential distribution of a rate: how long one waits for what happens that many times a unit of time.
public struct Exponential: NamedDistribution, Hashable {
  /// The rate λ; the mean is 1/λ.
  public let rate: Double

  /// An exponential distribution.
  ///
  /// - Throws: ``ParameterError`` unless the rate is finite and positive.
  public init(rate: Double) throws(ParameterError) {
    try requirePositive(rate, .rate)
    self.rate = rate
  }

  /// 1 − log λ.
  public var entropy: InformationValue { InformationValue(1 - Double.log(rate), .nats) }

  /// log λ − λx, and −∞ left of 0.
  public func logDensity(at x: Double) -> Double {
    x < 0 ? -.infinity : Double.log(rate) - rate * x
  }

  /// log(λ₁/λ₂) + log(λ₁/λ*)/(α − 1), λ* = αλ₁ + (1 − α)λ₂, which must be positive for the integral to converge.
  @export(interface)
  public func renyi(from other: Exponential, order: RenyiOrder) -> InformationValue {
    order.divergence(self, other) { p, q, order in
      let change = (q.rate - p.rate) / p.rate
      return order.scaleGap(change: change, logRatio: Term.logRatio(q.rate, p.rate))
    }
  }
}
