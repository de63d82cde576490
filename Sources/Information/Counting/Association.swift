import Elementary
import Randomness
import SpecialFunctions

/// What two columns of categories say of each other: their mutual information, estimated, and whether it is more than chance.
///
/// ```swift
/// let pair = try Association(xs, ys)         // [0, 1, 1, 0 …], [2, 2, 0, 1 …]
/// pair.mutualInformation.value.bits          // corrected for the sample's size
/// pair.test().pValue                         // against shuffled columns; never 0
/// ```
public struct Association: Sendable {
  /// How often each pair was seen.
  public let joint: SampleCounts
  /// How often each category of x was seen.
  public let x: SampleCounts
  /// How often each category of y was seen.
  public let y: SampleCounts
  private let xs: [Int]
  private let ys: [Int]

  /// Columns of categories, each a whole number from 0, in the same order.
  ///
  /// - Throws: ``DistributionError`` if the columns are empty or not as long as each other, or naming the index of a
  ///   negative number.
  public init(_ xs: [Int], _ ys: [Int]) throws(DistributionError) {
    guard xs.count == ys.count else { throw DistributionError(.differentLengths(xs.count, ys.count)) }
    x = try Association.counts(xs, .first)
    y = try Association.counts(ys, .second)
    self.xs = xs
    self.ys = ys
    joint = SampleCounts(unchecked: Association.pairs(xs, ys, x.outcomes, y.outcomes))
  }

  private static func counts(
    _ codes: [Int], _ argument: DistributionError.Argument
  ) throws(DistributionError) -> SampleCounts {
    guard let largest = codes.max() else { throw DistributionError(.empty, of: argument) }
    for (index, code) in codes.enumerated() where code < 0 {
      throw DistributionError(.negative(index: index, value: Double(code)), of: argument)
    }
    var counts = [Int](repeating: 0, count: largest + 1)
    for code in codes { counts[code] += 1 }
    return SampleCounts(unchecked: counts)
  }

  /// How often each pair occurs, pairs that do not occur left out: their number may be out of all proportion.
  private static func pairs(_ xs: [Int], _ ys: [Int], _ rows: Int, _ columns: Int) -> [Int] {
    guard rows <= 4 * xs.count / columns + 64 else {
      var places: [Pair: Int] = [:]
      for (x, y) in zip(xs, ys) { places[Pair(x: x, y: y), default: 0] += 1 }
      // In an order of their own, since that of a dictionary changes from run to run.
      return places.values.sorted()
    }
    var counts = [Int](repeating: 0, count: rows * columns)
    for (x, y) in zip(xs, ys) { counts[x * columns + y] += 1 }
    return counts
  }

  private struct Pair: Hashable {
    let x: Int
    let y: Int
  }

  /// I(X; Y) = H(X) + H(Y) − H(X, Y), each by ``MillerMadow``, with the interval of the local terms' variance.
  ///
  /// Without the correction the estimate is too large, by about (Kx − 1)(Ky − 1)/2n nats. Not below 0.
  public func mutualInformation(confidence: Double = 0.95) -> SampleEstimate {
    let estimator = MillerMadow()
    let value = max(estimator.nats(x) + estimator.nats(y) - estimator.nats(joint), 0)
    let reach = Double.normalQuantile(0.5 + 0.5 * confidence) * standardError
    let top = max(min(estimator.nats(x), estimator.nats(y)), value)
    return SampleEstimate(
      value: InformationValue(value, .nats), interval: max(0, value - reach)...min(value + reach, top),
      confidence: confidence, method: "Miller–Madow", sampleSize: xs.count)
  }

  /// The root of the variance of log p(x, y)/(p(x) p(y)) over n, and of what chance alone leaves, (Kx − 1)(Ky − 1)/2n².
  private var standardError: Double {
    let n = Double(xs.count)
    let mean = plugIn
    var spread = CompensatedSum()
    var places: [Pair: Int] = [:]
    for (x, y) in zip(xs, ys) { places[Pair(x: x, y: y), default: 0] += 1 }
    for (pair, count) in places.sorted(by: { ($0.key.x, $0.key.y) < ($1.key.x, $1.key.y) }) {
      let expected = Double(x.values[pair.x]) * Double(y.values[pair.y]) / n
      let term = Double.log(Double(count) / expected) - mean
      spread.add(Double(count) * term * term)
    }
    let freedom = Double(x.seen - 1) * Double(y.seen - 1)
    return (spread.value / (n * n) + freedom / (2 * n * n)).squareRoot()
  }

  /// The mutual information of the sample's own shares in nats.
  private var plugIn: Double {
    let estimator = PlugIn()
    return estimator.nats(x) + estimator.nats(y) - estimator.nats(joint)
  }

  /// Whether the columns depend on each other: the mutual information of their shares against that with y shuffled.
  ///
  /// - Parameters:
  ///   - permutations: How many shuffles are compared with; the smallest possible p-value is 1/(1 + permutations).
  ///   - seed: The seed of the shuffles; the same seed gives the same p-value on every machine.
  public func test(permutations: Int = 999, seed: UInt64 = 0) -> PermutationTest {
    let top = PlugIn().nats(x) + PlugIn().nats(y)
    // Equal sums of the same terms may differ by rounding: what is as much must count as such.
    let least = plugIn - 1e-12
    var exceedances = 0
    for permutation in 0..<max(permutations, 1) {
      var generator = CounterGenerator(seed: seed, stream: UInt64(permutation))
      let mixed = shuffled(ys.count, &generator).map { ys[$0] }
      let joint = SampleCounts(unchecked: Association.pairs(xs, mixed, x.outcomes, y.outcomes))
      if top - PlugIn().nats(joint) >= least { exceedances += 1 }
    }
    return PermutationTest(plugIn, permutations: max(permutations, 1), exceedances: exceedances)
  }
}
