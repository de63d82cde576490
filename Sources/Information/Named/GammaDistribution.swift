import Elementary
import SpecialFunctions

/// The gamma distribution of a shape and a rate: the sum of so many exponential waiting times.
public struct GammaDistribution: NamedDistribution, Hashable {
  /// The shape a.
  public let shape: Double
  /// The rate b; the mean is a/b.
  public let rate: Double

  /// A gamma distribution.
  ///
  /// - Throws: ``ParameterError`` unless both are finite and positive.
  public init(shape: Double, rate: Double) throws(ParameterError) {
    try requirePositive(shape, .shape)
    try requirePositive(rate, .rate)
    self.shape = shape
    self.rate = rate
  }

  /// a − log b + log Γ(a) + (1 − a)ψ(a).
  public var entropy: InformationValue {
    InformationValue(gammaEntropy(shape) - Double.log(rate), .nats)
  }

  /// a log b − log Γ(a) + (a − 1) log x − bx, and −∞ left of 0.
  @export(interface)
  public func logDensity(at x: Double) -> Double {
    if x.isNaN { return x }
    if x < 0 { return -.infinity }
    if x == 0 { return shape == 1 ? Double.log(rate) : shape < 1 ? .infinity : -.infinity }
    let scaled = rate * x
    // The deviance of a from bx does not cancel where both are large (Loader 2000).
    let deviance = Term.kullbackLeibler(shape, scaled)
    let share = 0.5 * Double.log(shape) - Double.halfLogTwoPi - Double.stirlingCorrection(shape)
    return share - deviance - Double.log(x)
  }

  /// (αF(a₁, b₁) + (1 − α)F(a₂, b₂) − F(a*, b*))/(1 − α), F = log Γ(a) − a log b, a* = αa₁ + (1 − α)a₂ and b* likewise,
  /// both of which must be positive for the integral to converge.
  ///
  /// Computed as an integral of positive parts; of order ∞ finite if neither shape nor rate is less than the other's,
  /// and the density does not grow beyond bounds at 0 or ∞.
  @export(interface)
  public func renyi(from other: GammaDistribution, order: RenyiOrder) -> InformationValue {
    order.divergence(self, other) { p, q, order in
      if p.shape == q.shape {
        let change = (q.rate - p.rate) / p.rate
        return p.shape * order.scaleGap(change: change, logRatio: Term.logRatio(q.rate, p.rate))
      }
      let path = GammaPath(p, q)
      return order.isInfinite ? path.largestLogRatio : path.divergence(order)
    }
  }
}

private struct GammaPath: ParameterPath {
  let start: [Double]
  let end: [Double]
  private let shape: Double
  private let rate: Double

  init(_ p: GammaDistribution, _ q: GammaDistribution) {
    start = [q.shape, q.rate]
    end = [p.shape, p.rate]
    shape = p.shape - q.shape
    rate = p.rate - q.rate
  }

  /// w(a)v² + a(v − b′/b)² times the square of the step, with the rate v = a′/a of the shape, and w = a²(ψ′(a) − 1/a).
  func curvature(_ parameters: [Double], step: Double) -> Double {
    let growth = step * shape / parameters[0]
    let difference = growth - step * rate / parameters[1]
    return Double.trigammaExcess(parameters[0]) * growth * growth + parameters[0] * difference * difference
  }

  /// The largest log p/q, which is at δ/β, δ and β being the differences of shapes and rates.
  var largestLogRatio: Double {
    guard shape > 0, rate > 0 else { return .infinity }
    let scales = end[0] * Term.logRatio(end[1], start[1])
    let mode = Double.log(start[1]) + Double.log(shape) - Double.log(rate) - 1
    let factorials = integral(along: start, from: 0, to: 1) { _, parameters, step in
      step * Double.digamma(parameters[0])
    }
    // A maximum of log p/q is not negative: only rounding can make it so.
    return max(scales + shape * (mode - factorials), 0)
  }
}
