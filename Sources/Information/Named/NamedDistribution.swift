import Elementary
import SpecialFunctions

/// A distribution that a few parameters say everything about, and whose measures are formulas of them.
///
/// ```swift
/// func isCloser<Family: NamedDistribution>(_ p: Family, _ q: Family, to truth: Family) throws(Family.Failure) -> Bool {
///   try truth.kullbackLeibler(from: p).nats < truth.kullbackLeibler(from: q).nats
/// }
/// ```
///
/// The formulas are those of Gil, Alajaji and Linder (2013), rewritten so that nothing is lost near equality and near
/// order 1: what is returned for two distributions that differ by 1e-9 has its full relative accuracy. Entropies of
/// densities are relative to lengths, areas or volumes, and may be negative.
public protocol NamedDistribution: Equatable, Sendable {
  /// What is drawn: a number, a vector, a count, the index of a category.
  associatedtype Outcome

  /// What can hinder a comparison: nothing (`Never`) unless there are dimensions that may differ.
  associatedtype Failure: Error = Never

  /// −∫ p log p or −Σ p log p.
  var entropy: InformationValue { get }

  /// The logarithm of the density, or of the probability, of an outcome; −∞ where there is none.
  func logDensity(at outcome: Outcome) -> Double

  /// D(p‖q) of this distribution p from another one q, which is the Rényi divergence of order 1.
  func kullbackLeibler(from other: Self) throws(Failure) -> InformationValue

  /// D_α(p‖q) = log ∫ p^α q^(1−α) / (α − 1) of this distribution p from another one q, for every order of [−∞, ∞].
  ///
  /// Infinite where the integral diverges; the orders 0, 1 and ±∞ are the limits.
  func renyi(from other: Self, order: RenyiOrder) throws(Failure) -> InformationValue
}

extension NamedDistribution {
  /// D(p‖q) of this distribution p from another one q, which is the Rényi divergence of order 1.
  public func kullbackLeibler(from other: Self) throws(Failure) -> InformationValue {
    try renyi(from: other, order: 1)
  }

  /// H(p, q) = −∫ p log q = H(p) + D(p‖q): what coding this distribution p by the code of q costs.
  public func crossEntropy(to other: Self) throws(Failure) -> InformationValue {
    let excess = try kullbackLeibler(from: other)
    return InformationValue(entropy.nats + excess.nats, .nats)
  }
}

/// An order α of at least ½, with α − 1 beside it, which tells orders from 1 that α itself does not.
struct UpperOrder {
  let value: Double
  let excess: Double

  var isInfinite: Bool { excess == .infinity }
}

extension RenyiOrder {
  /// The divergence of this order in nats, from a formula for orders of at least ½.
  ///
  /// The others follow by (1 − α) D_α(p‖q) = α D_(1−α)(q‖p) (van Erven and Harremoës 2014, proposition 2).
  ///
  /// - Parameter zero: D₀ = −log Q(p > 0).
  func divergence<Family: NamedDistribution>(
    _ p: Family, _ q: Family, zero: Double = 0, _ upper: (Family, Family, UpperOrder) -> Double
  ) -> InformationValue {
    if p == q { return InformationValue(0, .nats) }
    let nats: Double
    if value >= 0.5 {
      nats = upper(p, q, UpperOrder(value: value, excess: value - 1))
    } else if value == 0 {
      nats = zero
    } else if value == -.infinity {
      nats = -upper(q, p, UpperOrder(value: .infinity, excess: .infinity))
    } else {
      nats = upper(q, p, UpperOrder(value: 1 - value, excess: -value)) * (value / (1 - value))
    }
    // Turns −0 into 0.
    return InformationValue(nats + 0, .nats)
  }
}

extension UpperOrder {
  /// log(1 + s t)/s − log(1 + t) with s = 1 − α: what a scale that changes by the factor 1 + t contributes.
  ///
  /// t − log(1 + t) at order 1, −log(1 + t) or ∞ at order ∞; ∞ if 1 + s t ≤ 0. Not negative, and exact to rounding for
  /// small t, being E(t) − E(st)/s with E(t) = t − log(1 + t), of which one half is left at least.
  func scaleGap(change t: Double, logRatio: Double) -> Double {
    if isInfinite { return t > 0 ? .infinity : -logRatio }
    let s = -excess
    let change = s * t
    if change <= -1 { return .infinity }
    if t == .infinity { return s > 0 ? (Double.log(s) + logRatio) / s - logRatio : .infinity }
    if abs(t) <= 0.5 {
      let rest = s == 0 ? 0 : Double.logarithmicExcess(change) / s
      return Double.logarithmicExcess(t) - rest
    }
    return (s == 0 ? t : Double.log1p(change) / s) - logRatio
  }
}
