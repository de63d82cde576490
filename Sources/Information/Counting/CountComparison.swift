import Elementary
import Randomness
import SpecialFunctions

/// How far apart two samples over the same outcomes are, and how far chance alone would put them.
///
/// ```swift
/// let before = try SampleCounts([50, 30, 20])
/// let after = try SampleCounts([35, 30, 40])
/// let comparison = try CountComparison(before, after)
/// comparison.jensenShannon().value.bits   // corrected for the sizes of the samples
/// comparison.test().pValue                // never 0
/// ```
///
/// Two samples of one distribution are never alike: their Jensen–Shannon divergence is (K − 1)/8 · (1/n + 1/m) nats on average,
/// so that a fixed threshold flags small samples for being small.
public struct CountComparison: Sendable {
  /// One sample.
  public let p: SampleCounts
  /// The other.
  public let q: SampleCounts

  /// Two samples over the same outcomes, in the same order.
  ///
  /// - Throws: ``DistributionError`` if the numbers of outcomes differ.
  public init(_ p: SampleCounts, _ q: SampleCounts) throws(DistributionError) {
    guard p.outcomes == q.outcomes else { throw DistributionError(.differentLengths(p.outcomes, q.outcomes)) }
    self.p = p
    self.q = q
  }

  /// The number of outcomes that either sample has.
  private var seen: Int { zip(p.values, q.values).count { $0 + $1 > 0 } }

  /// 1/n + 1/m.
  private var looseness: Double { 1 / Double(p.total) + 1 / Double(q.total) }

  /// The Jensen–Shannon divergence of what the samples were drawn from, not below 0.
  ///
  /// The divergence of the shares less what chance adds on average; the interval is normal, from the variance of the local
  /// terms and of chance alone.
  public func jensenShannon(confidence: Double = 0.95) -> SampleEstimate {
    let bound = InformationUnit.bits.inNats
    let excess = 0.125 * Double(seen - 1) * looseness
    let chance = Double(seen - 1) * looseness * looseness / 32
    let variance = variance(of: p, and: q) + variance(of: q, and: p) + chance
    return estimate(
      plugIn, less: excess, variance: variance, upTo: bound, confidence, "less what chance adds")
  }

  /// The divergence of the shares in nats.
  private var plugIn: Double { CountComparison.divergence(p.values, q.values) }

  private static func divergence(_ p: [Int], _ q: [Int]) -> Double {
    let (first, second) = (SampleCounts(unchecked: p), SampleCounts(unchecked: q))
    return (try? Information.jensenShannon(first.distribution, second.distribution).nats) ?? .nan
  }

  /// The variance of ½ log(p/m) over a sample, over its size: the error that it leaves in the divergence.
  private func variance(of sample: SampleCounts, and other: SampleCounts) -> Double {
    let n = Double(sample.total)
    let m = Double(other.total)
    var mean = CompensatedSum()
    var square = CompensatedSum()
    for (count, otherCount) in zip(sample.values, other.values) where count > 0 {
      let share = Double(count) / n
      let term = 0.5 * Double.log(share / (0.5 * (share + Double(otherCount) / m)))
      mean.add(share * term)
      square.add(share * term * term)
    }
    return max(square.value - mean.value * mean.value, 0) / n
  }

  private func estimate(
    _ plain: Double, less excess: Double, variance: Double, upTo bound: Double, _ confidence: Double,
    _ method: String
  ) -> SampleEstimate {
    let value = max(plain - excess, 0)
    let reach = Double.normalQuantile(0.5 + 0.5 * confidence) * variance.squareRoot()
    return SampleEstimate(
      value: InformationValue(value, .nats), interval: max(value - reach, 0)...min(value + reach, bound),
      confidence: confidence,
      method: method, sampleSize: p.total + q.total)
  }

  /// Whether the samples are from different distributions: the divergence of their shares against that of the pooled
  /// observations dealt out anew.
  ///
  /// - Parameters:
  ///   - permutations: How many deals are compared with; the smallest possible p-value is 1/(1 + permutations).
  ///   - seed: The seed of the deals; the same seed gives the same p-value on every machine.
  public func test(permutations: Int = 999, seed: UInt64 = 0) -> PermutationTest {
    let pool = zip(p.values, q.values).map { $0 + $1 }
    let sampler = HypergeometricSampler(pool: pool)
    // What is as much must count as such, whatever the order of a sum rounds.
    let least = plugIn * (1 - 1e-12) - 1e-15
    var exceedances = 0
    for permutation in 0..<max(permutations, 1) {
      var generator = CounterGenerator(seed: seed, stream: UInt64(permutation))
      let first = sampler.draw(p.total, &generator)
      let second = zip(pool, first).map { $0 - $1 }
      if CountComparison.divergence(first, second) >= least { exceedances += 1 }
    }
    return PermutationTest(plugIn, permutations: max(permutations, 1), exceedances: exceedances)
  }
}
