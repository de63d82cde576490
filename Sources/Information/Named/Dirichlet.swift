import Elementary
import SpecialFunctions

/// The Dirichlet distribution: a distribution of distributions over so many outcomes.
public struct Dirichlet: NamedDistribution, Hashable {
  /// The concentrations aᵢ: one more than the counts that were seen, if all distributions were equally likely before.
  public let concentrations: [Double]

  /// A Dirichlet distribution over at least two outcomes.
  ///
  /// - Throws: ``ParameterError`` unless the concentrations are finite and positive.
  @export(interface)
  public init(concentrations: [Double]) throws(ParameterError) {
    if concentrations.count < 2 {
      throw ParameterError(.concentrations, .tooFew(concentrations.count, minimum: 2))
    }
    for (index, value) in concentrations.enumerated() {
      try requirePositive(value, .concentrations, at: index)
    }
    self.concentrations = concentrations
  }

  /// log B(a) + (a₀ − n)ψ(a₀) − Σ(aᵢ − 1)ψ(aᵢ), a₀ = Σaᵢ.
  ///
  /// Computed from the entropies G of gamma distributions of rate 1, as ΣG(aᵢ) − G(a₀) − (n − 1)ψ(a₀).
  public var entropy: InformationValue { InformationValue(dirichletEntropy(concentrations), .nats) }

  /// Σ(aᵢ − 1) log xᵢ − log B(a), and −∞ unless all xᵢ are probabilities.
  ///
  /// - Precondition: there are as many xᵢ as concentrations. That they sum to 1 is not checked.
  @export(interface)
  public func logDensity(at x: [Double]) -> Double {
    precondition(x.count == concentrations.count, "a share an outcome")
    return dirichletLogDensity(concentrations, x)
  }

  /// (αF(a) + (1 − α)F(b) − F(αa + (1 − α)b))/(1 − α), F = Σ log Γ(aᵢ) − log Γ(a₀); infinite where an αaᵢ + (1 − α)bᵢ
  /// is not positive, and of order ∞ where an aᵢ is less than bᵢ.
  ///
  /// - Throws: ``ParameterError`` if the numbers of outcomes differ.
  @export(interface)
  public func renyi(from other: Dirichlet, order: RenyiOrder) throws(ParameterError) -> InformationValue {
    guard other.concentrations.count == concentrations.count else {
      let expected = concentrations.count
      throw ParameterError(.concentrations, .count(other.concentrations.count, expected: expected))
    }
    return order.divergence(self, other) { p, q, order in
      DirichletPath(p.concentrations, q.concentrations).divergence(upTo: order)
    }
  }
}

/// The beta distribution: a distribution of probabilities, which is the Dirichlet distribution over two outcomes.
public struct BetaDistribution: NamedDistribution, Hashable {
  /// The first parameter, the concentration at 1.
  public let alpha: Double
  /// The second parameter, the concentration at 0.
  public let beta: Double

  /// A beta distribution.
  ///
  /// - Throws: ``ParameterError`` unless both parameters are finite and positive.
  public init(alpha: Double, beta: Double) throws(ParameterError) {
    try requirePositive(alpha, .alpha)
    try requirePositive(beta, .beta)
    self.alpha = alpha
    self.beta = beta
  }

  /// log B(a, b) − (a − 1)ψ(a) − (b − 1)ψ(b) + (a + b − 2)ψ(a + b).
  public var entropy: InformationValue { InformationValue(dirichletEntropy([alpha, beta]), .nats) }

  /// (a − 1) log x + (b − 1) log(1 − x) − log B(a, b), and −∞ outside [0, 1].
  @export(interface)
  public func logDensity(at x: Double) -> Double {
    if x < 0 || x > 1 { return -.infinity }
    let first = alpha == 1 ? 0 : (alpha - 1) * Double.log(x)
    let second = beta == 1 ? 0 : (beta - 1) * Double.log1p(-x)
    return first + second - Double.logBeta(alpha, beta)
  }

  /// The divergence of ``Dirichlet/renyi(from:order:)`` over two outcomes.
  @export(interface)
  public func renyi(from other: BetaDistribution, order: RenyiOrder) -> InformationValue {
    order.divergence(self, other) { p, q, order in
      DirichletPath([p.alpha, p.beta], [q.alpha, q.beta]).divergence(upTo: order)
    }
  }
}

private func dirichletEntropy(_ concentrations: [Double]) -> Double {
  var sum = 0.0
  var total = CompensatedSum()
  for concentration in concentrations {
    sum += concentration
    total.add(gammaEntropy(concentration))
  }
  total.add(-gammaEntropy(sum))
  total.add(-Double(concentrations.count - 1) * Double.digamma(sum))
  return total.value
}

private func dirichletLogDensity(_ concentrations: [Double], _ x: [Double]) -> Double {
  var sum = 0.0
  var total = CompensatedSum()
  for (concentration, share) in zip(concentrations, x) {
    if share < 0 || share > 1 { return -.infinity }
    if concentration != 1 { total.add((concentration - 1) * Double.log(share)) }
    // log B is built up two at a time, without the loss of large factorials.
    if sum > 0 { total.add(-Double.logBeta(sum, concentration)) }
    sum += concentration
  }
  return total.value
}

private struct DirichletPath: ParameterPath {
  let start: [Double]
  let end: [Double]
  private let differences: [Double]
  /// By how much the sum differs.
  private let difference: Double

  init(_ p: [Double], _ q: [Double]) {
    start = q
    end = p
    differences = zip(p, q).map { $0 - $1 }
    difference = differences.reduce(0) { $0 + $1 }
  }

  /// Σ xᵢ(vᵢ − v)² + Σ w(xᵢ)vᵢ² − w(x)v² times the square of the step, with x = Σxᵢ, the rates v = x′/x, and w = x²(ψ′(x) − 1/x).
  func curvature(_ parameters: [Double], step: Double) -> Double {
    let sum = parameters.reduce(0) { $0 + $1 }
    let mean = step * difference / sum
    var total = -Double.trigammaExcess(sum) * mean * mean
    for (parameter, change) in zip(parameters, differences) {
      let growth = step * change / parameter
      let offset = growth - mean
      total += Double.trigammaExcess(parameter) * growth * growth + parameter * offset * offset
    }
    return total
  }

  func divergence(upTo order: UpperOrder) -> Double {
    order.isInfinite ? largestLogRatio : divergence(order)
  }

  /// The largest log p/q, which is where the outcomes have the shares of the differences.
  private var largestLogRatio: Double {
    for change in differences where change < 0 { return .infinity }
    var total = CompensatedSum()
    for change in differences where change > 0 { total.add(change * Term.logRatio(change, difference)) }
    let factorials = integral(along: start, from: 0, to: 1) { _, parameters, step in
      let whole = Double.digamma(parameters.reduce(0) { $0 + $1 })
      var sum = 0.0
      for (parameter, change) in zip(parameters, differences) where change > 0 {
        sum += change * (whole - Double.digamma(parameter))
      }
      return step * sum
    }
    total.add(factorials)
    // A maximum of log p/q is not negative: only rounding can make it so.
    return max(total.value, 0)
  }
}
