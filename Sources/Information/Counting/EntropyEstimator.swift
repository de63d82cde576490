import Elementary
import SpecialFunctions

/// A way to estimate the entropy of what a sample was drawn from.
///
/// ```swift
/// let counts = try SampleCounts([4, 2, 2, 1, 1])
/// for estimator in [MillerMadow(), Grassberger()] as [any EntropyEstimator] {
///   print(estimator(counts))
/// }
/// ```
///
/// The shares of a sample are more uneven than the truth, so that their own entropy is too small, by about (K − 1)/2n
/// nats for K outcomes and n observations; estimators differ in what they do about it.
public protocol EntropyEstimator: Sendable {
  /// What it is called.
  var name: String { get }

  /// The estimate in nats.
  func nats(_ counts: SampleCounts) -> Double

  /// The standard error of the estimate in nats.
  func standardError(_ counts: SampleCounts) -> Double
}

extension EntropyEstimator {
  /// The error of the entropy of a sample's shares, to second order in 1/n (Harris 1975):
  /// √((Σ p log² p − H²)/n + (K − 1)/2n²).
  public func standardError(_ counts: SampleCounts) -> Double {
    let n = Double(counts.total)
    let mean = counts.sum { -($0 / n) * Double.log($0 / n) }
    // Around the mean, because the difference of squares would lose what even shares leave of it.
    let spread = counts.sum { count in
      let surprise = -Double.log(count / n) - mean
      return count / n * surprise * surprise
    }
    return (spread / n + Double(counts.seen - 1) / (2 * n * n)).squareRoot()
  }

  /// The estimate with a normal interval around it, cut off at 0 and, above, at log K.
  ///
  /// K is the number of outcomes of the counts, those not seen included.
  ///
  /// - Parameters:
  ///   - counts: How often each outcome was seen.
  ///   - confidence: How often the interval should hold the truth, between 0 and 1.
  public func callAsFunction(_ counts: SampleCounts, confidence: Double = 0.95) -> SampleEstimate {
    let value = nats(counts)
    let reach = Double.normalQuantile(0.5 + 0.5 * confidence) * standardError(counts)
    let top = max(value, Double.log(Double(counts.outcomes)))
    return SampleEstimate(
      value: InformationValue(value, .nats), interval: max(0, value - reach)...min(value + reach, top),
      confidence: confidence, method: name, sampleSize: counts.total)
  }
}

/// The entropy of the sample's own shares, also “maximum likelihood” or “naive”: too small on average.
public struct PlugIn: EntropyEstimator {
  /// The estimator.
  public init() {}

  /// “plug-in”.
  public var name: String { "plug-in" }

  /// −Σ (nᵢ/n) log (nᵢ/n).
  public func nats(_ counts: SampleCounts) -> Double {
    let n = Double(counts.total)
    return max(counts.sum { -($0 / n) * Double.log($0 / n) }, 0)
  }
}

/// The plug-in estimate and what it lacks on average to first order, (K₊ − 1)/2n with the K₊ outcomes seen (Miller 1955).
public struct MillerMadow: EntropyEstimator {
  /// The estimator.
  public init() {}

  /// “Miller–Madow”.
  public var name: String { "Miller–Madow" }

  /// The plug-in estimate + (K₊ − 1)/2n.
  public func nats(_ counts: SampleCounts) -> Double {
    PlugIn().nats(counts) + Double(counts.seen - 1) / (2 * Double(counts.total))
  }
}

/// log n − (1/n) Σ nᵢ G(nᵢ), G(n) = ψ(n) + ½ (−1)ⁿ (ψ((n+1)/2) − ψ(n/2)) (Grassberger 2003, equation 28): for many outcomes
/// that were seen a few times.
public struct Grassberger: EntropyEstimator {
  /// The estimator.
  public init() {}

  /// “Grassberger”.
  public var name: String { "Grassberger" }

  /// The estimate in nats.
  public func nats(_ counts: SampleCounts) -> Double {
    let n = Double(counts.total)
    return max(Double.log(n) - counts.sum { $0 * Grassberger.logarithm($0) } / n, 0)
  }

  /// G(n), which takes the place of log n.
  private static func logarithm(_ n: Double) -> Double {
    let wave = 0.5 * (Double.digamma(0.5 * (n + 1)) - Double.digamma(0.5 * n))
    let isEven = n == 2 * (n / 2).rounded(.down)
    return Double.digamma(n) + (isEven ? wave : -wave)
  }
}

/// Shares shrunk by the estimated coverage of the sample, each weighed by its chance of being seen (Chao and Shen 2003):
/// for samples that leave outcomes unseen whose number is unknown.
public struct ChaoShen: EntropyEstimator {
  /// The estimator.
  public init() {}

  /// “Chao–Shen”.
  public var name: String { "Chao–Shen" }

  /// −Σ C pᵢ log (C pᵢ)/(1 − (1 − C pᵢ)ⁿ), C = 1 − f₁/n with the f₁ outcomes seen once.
  public func nats(_ counts: SampleCounts) -> Double {
    let n = Double(counts.total)
    let single = counts.multiplicities.first { $0.count == 1 }?.outcomes ?? 0
    // If every outcome was seen once, the coverage would be 0: one of them is taken as seen again.
    let coverage = 1 - Double(min(single, counts.total - 1)) / n
    return counts.sum { count in
      let share = coverage * count / n
      let chance = share == 1 ? 1 : -Double.expm1(n * Double.log1p(-share))
      return -share * Double.log(share) / chance
    }
  }
}

/// The entropy of shares drawn towards equal ones, by as much as the sample's size asks for (Hausser and Strimmer 2009): for
/// few observations of a known number of outcomes.
///
/// λ/K + (1 − λ) nᵢ/n with λ = (1 − Σ pᵢ²)/((n − 1) Σ (1/K − pᵢ)²), James and Stein's, within [0, 1]. K is the number of
/// outcomes of the counts, those not seen included.
public struct Shrinkage: EntropyEstimator {
  /// The estimator.
  public init() {}

  /// “James–Stein shrinkage”.
  public var name: String { "James–Stein shrinkage" }

  /// The estimate in nats.
  public func nats(_ counts: SampleCounts) -> Double {
    let n = Double(counts.total)
    let target = 1 / Double(counts.outcomes)
    let unseen = Double(counts.outcomes - counts.seen)
    let squares = counts.sum { ($0 / n) * ($0 / n) }
    let distance = counts.sum { ($0 / n - target) * ($0 / n - target) } + unseen * target * target
    let needed = (1 - squares) / ((n - 1) * distance)
    // Nothing to shrink where the shares are equal already; nothing to go by in a sample of one.
    let intensity = needed.isFinite ? min(max(needed, 0), 1) : 1
    func term(_ share: Double) -> Double {
      let shrunk = intensity * target + (1 - intensity) * share
      return shrunk == 0 ? 0 : -shrunk * Double.log(shrunk)
    }
    return max(counts.sum { term($0 / n) } + unseen * term(0), 0)
  }
}
