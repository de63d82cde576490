import Elementary
import SpecialFunctions

/// The Poisson distribution: how often something happens that happens independently so many times on average.
///
/// ```swift
/// let p = try Poisson(mean: 4)
/// p.kullbackLeibler(from: try Poisson(mean: 5)).nats     // 0.10742579474316097
/// p.entropyWithBound                                     // 2.0866…, with the bound of its error
/// ```
public struct Poisson: NamedDistribution, Hashable {
  /// The mean λ, which is the variance as well.
  public let mean: Double

  /// A Poisson distribution.
  ///
  /// - Throws: ``ParameterError`` unless the mean is finite and not negative.
  public init(mean: Double) throws(ParameterError) {
    guard mean >= 0, mean.isFinite else { throw ParameterError(.mean, .negative(mean)) }
    self.mean = mean + 0
  }

  /// The entropy; ``entropyWithBound`` says by how much it may be off.
  public var entropy: InformationValue { entropyWithBound.value }

  /// k log λ − λ − log k!, and −∞ for negative k.
  ///
  /// As minus the deviance of k from λ, so that nothing cancels where both are large (Loader 2000).
  @export(interface)
  public func logDensity(at count: Int) -> Double {
    if count < 0 { return -.infinity }
    return -surprisal(Double(count))
  }

  /// −log of the probability of k, which is not negative.
  func surprisal(_ k: Double) -> Double {
    if k == 0 { return mean }
    if mean == 0 { return .infinity }
    let deviance = Term.kullbackLeibler(k, mean)
    return deviance + (0.5 * Double.log(k) + Double.halfLogTwoPi + Double.stirlingCorrection(k))
  }

  /// (λ₁^α λ₂^(1−α) − αλ₁ − (1 − α)λ₂)/(α − 1), of order 1 λ₁ log(λ₁/λ₂) − λ₁ + λ₂, of order ∞ λ₂ − λ₁ or, for
  /// λ₁ > λ₂, ∞.
  @export(interface)
  public func renyi(from other: Poisson, order: RenyiOrder) -> InformationValue {
    order.divergence(self, other, zero: mean == 0 ? other.mean : 0) { p, q, order in
      let difference = p.mean - q.mean
      if order.isInfinite { return difference > 0 ? .infinity : -difference }
      if order.excess == 0 { return Term.kullbackLeibler(p.mean, q.mean) }
      let alpha = order.value
      return alpha
        * Term.power(p.mean, q.mean, difference: difference, order: alpha, excess: order.excess)
    }
  }
}
