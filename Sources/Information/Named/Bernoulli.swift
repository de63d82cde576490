import Elementary

/// The Bernoulli distribution: something happens with a probability, or not.
public struct Bernoulli: NamedDistribution, Hashable {
  /// The probability of `true`.
  public let probability: Double

  /// A Bernoulli distribution.
  ///
  /// - Throws: ``ParameterError`` unless the probability is in [0, 1].
  public init(probability: Double) throws(ParameterError) {
    guard probability >= 0, probability <= 1 else {
      throw ParameterError(.probability, .notProbability(probability))
    }
    self.probability = probability
  }

  /// −p log p − (1 − p) log(1 − p).
  public var entropy: InformationValue {
    let yes = probability == 0 ? 0 : -probability * Double.log(probability)
    let no = probability == 1 ? 0 : -(1 - probability) * Double.log1p(-probability)
    return InformationValue(yes + no + 0, .nats)
  }

  /// log p or log(1 − p).
  public func logDensity(at outcome: Bool) -> Double {
    outcome ? Double.log(probability) : Double.log1p(-probability)
  }

  /// log(p^α q^(1−α) + (1 − p)^α (1 − q)^(1−α))/(α − 1).
  ///
  /// As for ``Distribution``, but with the difference p − q of both outcomes taken before 1 − p is rounded.
  @export(interface)
  public func renyi(from other: Bernoulli, order: RenyiOrder) -> InformationValue {
    let p = probability
    let q = other.probability
    let zero = p == 0 ? -Double.log1p(-q) : p == 1 ? -Double.log(q) : 0
    return order.divergence(self, other, zero: zero) { p, q, order in
      BernoulliPair(p.probability, q.probability).divergence(order)
    }
  }
}

private struct BernoulliPair {
  let p: Double
  let q: Double

  init(_ p: Double, _ q: Double) {
    self.p = p
    self.q = q
  }

  func divergence(_ order: UpperOrder) -> Double {
    if order.isInfinite { return max(logRatios.0, logRatios.1) }
    let difference = p - q
    if order.excess == 0 {
      return Term.kullbackLeibler(p, q, difference: difference)
        + Term.kullbackLeibler(1 - p, 1 - q, difference: -difference)
    }
    let alpha = order.value
    let yes = Term.power(p, q, difference: difference, order: alpha, excess: order.excess)
    let no = Term.power(1 - p, 1 - q, difference: -difference, order: alpha, excess: order.excess)
    let growth = alpha * order.excess * (yes + no)
    if growth > -0.5, growth < 1e300 { return Double.log1p(growth) / order.excess }
    let exponents = (logarithm(p, logRatios.0, order), logarithm(1 - p, logRatios.1, order))
    let largest = max(exponents.0, exponents.1)
    guard largest.isFinite else { return largest / order.excess }
    let sum = Double.exp(exponents.0 - largest) + Double.exp(exponents.1 - largest)
    return (largest + Double.log(sum)) / order.excess
  }

  /// log p/q and log (1 − p)/(1 − q); −∞ where the first cannot happen, else ∞ where the second cannot.
  private var logRatios: (Double, Double) {
    let yes = p == 0 ? -.infinity : q == 0 ? .infinity : Term.logRatio(p, q)
    let no =
      p == 1
      ? -.infinity : q == 1 ? .infinity : Term.logRatio(1 - p, 1 - q, difference: q - p)
    return (yes, no)
  }

  /// log(p^α q^(1−α)).
  private func logarithm(_ p: Double, _ logRatio: Double, _ order: UpperOrder) -> Double {
    p == 0 ? -.infinity : Double.log(p) + order.excess * logRatio
  }
}
