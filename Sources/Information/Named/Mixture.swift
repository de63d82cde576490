import Elementary
import LinearAlgebra

/// A mixture of normal distributions: one of them is chosen by its weight, then drawn from.
///
/// ```swift
/// let p = try Mixture(
///   [Normal(mean: -1, standardDeviation: 0.5), Normal(mean: 2, standardDeviation: 1)],
///   weights: Distribution([0.25, 0.75]))
/// try p.entropy().value.nats              // 1.74730448…, with its error beside it
/// ```
///
/// Its measures have no closed form: they are integrated in one and two dimensions, and estimated from samples in more.
public struct Mixture: Equatable, Sendable {
  /// The normal distributions, all of one dimension.
  public let components: [MultivariateNormal]
  /// How probable each of them is.
  public let weights: Distribution

  /// The number of dimensions.
  public var dimension: Int { components[0].dimension }

  /// A mixture of normal distributions in any dimension.
  ///
  /// - Throws: ``ParameterError`` unless there is a component, the dimensions agree, and each has its weight.
  @export(interface)
  public init(_ components: [MultivariateNormal], weights: Distribution) throws(ParameterError) {
    guard let first = components.first else { throw ParameterError(.components, .tooFew(0, minimum: 1)) }
    for (index, component) in components.enumerated() where component.dimension != first.dimension {
      let problem = ParameterError.Problem.count(component.dimension, expected: first.dimension)
      throw ParameterError(.components, at: index, problem)
    }
    guard weights.count == components.count else {
      throw ParameterError(.weights, .count(weights.count, expected: components.count))
    }
    self.components = components
    self.weights = weights
  }

  /// A mixture of normal distributions of numbers.
  ///
  /// - Throws: ``ParameterError`` unless there is a component, and each has its weight and a variance in range.
  @export(interface)
  public init(_ components: [Normal], weights: Distribution) throws(ParameterError) {
    var wrapped: [MultivariateNormal] = []
    for component in components {
      let variance = component.standardDeviation * component.standardDeviation
      wrapped.append(try MultivariateNormal(mean: [component.mean], covariance: Matrix(diagonal: [variance])))
    }
    try self.init(wrapped, weights: weights)
  }

  /// The logarithm of the density at a point.
  ///
  /// - Precondition: the point has ``dimension`` coordinates.
  @export(interface)
  public func logDensity(at point: [Double]) -> Double {
    var sum = LogSum()
    for (weight, component) in zip(weights.probabilities, components) where weight > 0 {
      sum.add(Double.log(weight) + component.logDensity(at: point))
    }
    return sum.value
  }
}

/// How a measure of mixtures is approximated.
public enum Approximation: Equatable, Sendable {
  /// Quadrature to ten digits in one dimension and eight in two; 100,000 samples in more.
  case automatic
  /// Adaptive quadrature until the estimate of the error is this part of the value, or rounding is all that is left.
  case quadrature(tolerance: Double)
  /// The mean over so many samples, which are the same for the same seed.
  case monteCarlo(samples: Int, seed: UInt64)
}

extension Mixture {
  /// The entropy −∫ p log p.
  ///
  /// - Throws: ``ParameterError`` if quadrature is asked for in more than two dimensions, or fewer than two samples.
  @export(interface)
  public func entropy(by approximation: Approximation = .automatic) throws(ParameterError) -> ApproximateValue
  {
    try MixturePair(self, self).approximate(.entropy, by: approximation)
  }

  /// D(p‖q) of this mixture p from another one q.
  ///
  /// - Throws: ``ParameterError`` if the dimensions differ, and as ``entropy(by:)``.
  @export(interface)
  public func kullbackLeibler(
    from other: Mixture, by approximation: Approximation = .automatic
  ) throws(ParameterError) -> ApproximateValue {
    try MixturePair(self, other).approximate(.kullbackLeibler, by: approximation)
  }

  /// The Jensen–Shannon divergence of two mixtures, which is at most ln 2.
  ///
  /// - Throws: ``ParameterError`` if the dimensions differ, and as ``entropy(by:)``.
  @export(interface)
  public func jensenShannon(
    from other: Mixture, by approximation: Approximation = .automatic
  ) throws(ParameterError) -> ApproximateValue {
    try MixturePair(self, other).approximate(.jensenShannon, by: approximation)
  }
}

/// What is approximated.
enum MixtureMeasure {
  case entropy
  case kullbackLeibler
  case jensenShannon
}

/// Two mixtures of one dimension.
struct MixturePair {
  let p: Mixture
  let q: Mixture

  init(_ p: Mixture, _ q: Mixture) throws(ParameterError) {
    guard p.dimension == q.dimension else {
      throw ParameterError(.mean, .count(q.dimension, expected: p.dimension))
    }
    self.p = p
    self.q = q
  }

  func approximate(
    _ measure: MixtureMeasure, by approximation: Approximation
  ) throws(ParameterError) -> ApproximateValue {
    if measure != .entropy, p == q { return ApproximateValue(nats: 0, error: 0, .bound) }
    switch approximation {
    case .automatic:
      if p.dimension > 2 { return sampled(measure, samples: 100_000, seed: 0) }
      return integrated(measure, tolerance: p.dimension == 1 ? 1e-10 : 1e-8)
    case .quadrature(let tolerance):
      if p.dimension > 2 {
        throw ParameterError(.components, .tooManyDimensions(p.dimension, maximum: 2))
      }
      return integrated(measure, tolerance: tolerance)
    case .monteCarlo(let samples, let seed):
      if samples < 2 { throw ParameterError(.samples, .tooFew(samples, minimum: 2)) }
      return sampled(measure, samples: samples, seed: seed)
    }
  }
}

/// log Σ eˣ of terms that come one after the other.
struct LogSum {
  private var largest = -Double.infinity
  private var sum = 0.0

  var value: Double { largest == -.infinity ? largest : largest + Double.log(sum) }

  mutating func add(_ exponent: Double) {
    if exponent > largest {
      sum = largest == -.infinity ? 1 : sum * Double.exp(largest - exponent) + 1
      largest = exponent
    } else if exponent > -.infinity {
      sum += Double.exp(exponent - largest)
    }
  }
}
