import Neighbours
import Randomness

/// What a permutation test found: a statistic, and how rarely chance alone gives as much.
public struct PermutationTest: Equatable, Sendable {
  /// The statistic of the samples as they are.
  public let statistic: InformationValue
  /// How many permutations were drawn.
  public let permutations: Int
  /// In how many of them the statistic was at least as large.
  public let exceedances: Int

  /// (1 + exceedances) / (1 + permutations), never 0 (Phipson & Smyth 2010).
  ///
  /// If there is nothing to find, it is at most α with a probability of at most α, whatever n and the distribution.
  public var pValue: Double { Double(1 + exceedances) / Double(1 + permutations) }

  init(
    _ statistic: Double, permutations: Int, seed: UInt64,
    _ permuted: (inout CounterGenerator) throws(SampleError) -> Double
  ) throws(SampleError) {
    guard permutations >= 1 else { throw .permutations(permutations) }
    var exceedances = 0
    for permutation in 0..<permutations {
      // Each permutation has a stream of its own, apart from those of the halvings.
      var generator = CounterGenerator(seed: seed, stream: 1 << 32 + UInt64(permutation))
      if try permuted(&generator) >= statistic { exceedances += 1 }
    }
    self.init(statistic, permutations: permutations, exceedances: exceedances)
  }

  init(_ statistic: Double, permutations: Int, exceedances: Int) {
    self.statistic = InformationValue(statistic, .nats)
    self.permutations = permutations
    self.exceedances = exceedances
  }
}

/// Whether x and y depend on each other: their mutual information (KSG) against that of x with y shuffled.
///
/// - Parameters:
///   - x: Points in any dimension.
///   - y: As many points in any dimension, in the same order.
///   - k: Which neighbour the estimates use.
///   - algorithm: The first or the second algorithm of Kraskov, Stögbauer and Grassberger.
///   - permutations: How many shuffles are compared with; the smallest possible p-value is 1/(1 + permutations).
///   - seed: The seed of the shuffles; the same seed gives the same p-value on every machine.
/// - Throws: ``SampleError`` as the estimate does; also if shuffling brings k points to one place, which only repeated
///   values of both x and y allow.
public func mutualInformationTest(
  _ x: PointSet, _ y: PointSet, k: Int = 4, algorithm: KraskovAlgorithm = .first, permutations: Int = 199,
  seed: UInt64 = 0
) throws(SampleError) -> PermutationTest {
  let value = try kraskov(x, y, k, algorithm)
  return try PermutationTest(value, permutations: permutations, seed: seed) {
    generator throws(SampleError) in
    try kraskov(x, y.points(shuffled(y.count, &generator)), k, algorithm)
  }
}

/// Whether two samples are from different densities: their divergence by nearest neighbours against that of the
/// pooled points dealt out anew.
///
/// - Parameters:
///   - first: Independent points.
///   - second: Independent points of the same dimension.
///   - k: Which neighbour the estimates use.
///   - permutations: How many deals are compared with; the smallest possible p-value is 1/(1 + permutations).
///   - seed: The seed of the deals; the same seed gives the same p-value on every machine.
/// - Throws: ``SampleError`` as the estimate does; also if a deal brings k + 1 points of one place together.
public func neighbourDivergenceTest(
  _ first: PointSet, _ second: PointSet, k: Int = 4, permutations: Int = 199, seed: UInt64 = 0
) throws(SampleError) -> PermutationTest {
  let value = try wangKulkarniVerdu(first, second, k)
  let pool: PointSet
  do { pool = try first.appending(second) } catch { throw .points(error) }
  return try PermutationTest(value, permutations: permutations, seed: seed) {
    generator throws(SampleError) in
    let order = shuffled(pool.count, &generator)
    return try wangKulkarniVerdu(
      pool.points(order[..<first.count]), pool.points(order[first.count...]), k)
  }
}
