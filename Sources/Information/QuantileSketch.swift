import Elementary
import Randomness

/// Quantiles of a stream of numbers, in one pass and bounded memory, with a proven error; sketches can be merged.
///
/// ```swift
/// var sketch = QuantileSketch()
/// for x in stream { sketch.insert(x) }
/// let median = sketch.quantile(0.5)        // its rank is off by at most sketch.errorBound · sketch.count
/// ```
///
/// The compactors of Karnin, Lang and Liberty (2016): a level h holds values that stand for 2^h each; a level that
/// is full is sorted, and every second value goes up to the next one, the odd or the even ones by a fair coin.
/// Up to ``capacity`` values nothing is thrown away and everything is exact; beyond, at most so many are held.
///
/// The coin is a function of the seed, and two tosses in a row of a level are opposite, so that the same values in
/// the same order give the same bits everywhere.
public struct QuantileSketch: Sendable {
  /// The most values that are held between calls.
  public let capacity: Int
  /// What the coin depends on; parts that are to be merged take different ones.
  public let seed: UInt64
  /// The number of values that were inserted, NaN not among them.
  public private(set) var count = 0
  /// How many NaN were passed over: they have no rank.
  public private(set) var nanCount = 0
  /// The smallest value, exactly; +∞ before the first one.
  public private(set) var minimum = Double.infinity
  /// The largest value, exactly; −∞ before the first one.
  public private(set) var maximum = -Double.infinity

  /// Level 0, in the order of insertion.
  private var fresh: [Double] = []
  /// Levels 1 and up, each sorted.
  private var levels: [[Double]] = []
  private var levelsCount = 0
  /// For each level how often it was compacted.
  private var tosses: [UInt64] = []
  /// Sums over all pairs of opposite tosses at weight w of w² and of w; see ``errorBound(failure:)``.
  private var squares = 0.0
  private var worst = 0.0

  /// A sketch without values.
  ///
  /// - Parameters:
  ///   - capacity: The most values that are held, eight bytes each; at least 1024 are. The error beyond is about
  ///     26 / `capacity` of the count.
  ///   - seed: What the coin depends on; parts that are to be merged take different ones.
  public init(capacity: Int = 1 << 16, seed: UInt64 = 0) {
    self.capacity = max(capacity, 1024)
    self.seed = seed
  }

  /// Whether no value was thrown away, so that all answers are exact.
  public var isExact: Bool { levels.isEmpty }

  /// The number of values that are held now.
  public var heldCount: Int { fresh.count + levelsCount }

  /// Inserts a value; NaN is only counted.
  @inline(__always)
  public mutating func insert(_ value: Double) {
    guard !value.isNaN else {
      nanCount += 1
      return
    }
    if fresh.count + levelsCount >= capacity { compact() }
    // Adding zero makes −0 of 0: they are one value.
    fresh.append(value + 0)
    count += 1
    minimum = value < minimum ? value : minimum
    maximum = value > maximum ? value : maximum
  }

  /// Inserts values, in their order; NaN are only counted.
  @export(interface)
  public mutating func insert(contentsOf values: [Double]) {
    var rest = values[...]
    while !rest.isEmpty {
      if heldCount >= capacity { compact() }
      let block = rest.prefix(capacity - heldCount)
      rest = rest.dropFirst(block.count)
      insertBlock(block)
    }
  }

  /// Inserts values for which there is room.
  private mutating func insertBlock(_ values: ArraySlice<Double>) {
    var low = minimum
    var high = maximum
    var ordered = 0
    for value in values {
      low = value < low ? value : low
      high = value > high ? value : high
      ordered &+= value == value ? 1 : 0
    }
    minimum = low
    maximum = high
    count += ordered
    nanCount += values.count - ordered
    if ordered == values.count {
      for value in values { fresh.append(value + 0) }
    } else {
      for value in values where !value.isNaN { fresh.append(value + 0) }
    }
  }

  /// Takes in all values of another sketch; the error is that of one sketch for both, as long as seeds differ.
  ///
  /// Where two sketches of one seed are merged, their tosses are taken to be equal, and the bound is wider.
  @export(interface)
  public mutating func merge(_ other: QuantileSketch) {
    count += other.count
    nanCount += other.nanCount
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    let common = seed == other.seed ? 2 * (squares * other.squares).squareRoot() : 0
    squares += other.squares + common
    worst += other.worst
    fresh += other.fresh
    for (index, level) in other.levels.enumerated() {
      if index == levels.count { levels.append([]) }
      levels[index] = Ordering.merged(levels[index], level)
    }
    levelsCount += other.levelsCount
    while tosses.count < levels.count { tosses.append(0) }
    while heldCount > capacity { compact() }
  }

  /// How far a rank may be off, as a part of ``count``, but with a probability of 10⁻⁶; zero where all is exact.
  public var errorBound: Double { errorBound(failure: 1e-6) }

  /// How far the rank of any one given value may be off, as a part of ``count``, but with a probability `failure`.
  ///
  /// A compaction at weight w changes a rank by −w, 0 or w, and its opposite takes back what it can: a pair changes
  /// it by w at most, with mean 0 given all coins of lower levels. Hoeffding's and Azuma's inequality bounds the sum
  /// beyond t by 2 exp(−t² / 2Σw²). What is returned is that t, or Σw, which is never exceeded, if it is less.
  public func errorBound(failure: Double) -> Double {
    guard count > 0 else { return 0 }
    let deviations = (2 * Double.log(2 / failure)).squareRoot()
    return min(deviations * squares.squareRoot(), worst) / Double(count)
  }

  /// How many of the values are at most `value`.
  public func rank(of value: Double) -> Int {
    var rank = fresh.reduce(0) { $1 <= value ? $0 + 1 : $0 }
    for (index, level) in levels.enumerated() {
      rank += Ordering.count(in: level, upTo: value) << (index + 1)
    }
    return value >= maximum ? count : min(rank, count)
  }

  /// The smallest value whose rank is at least `fraction` · ``count``; NaN without values or outside [0, 1].
  public func quantile(_ fraction: Double) -> Double { steps.quantile(fraction) }

  /// The values that are held in ascending order with their ranks; for many questions.
  @export(interface)
  public var steps: QuantileSteps {
    var values = Ordering.sorted(fresh)
    var weights = [Int](repeating: 1, count: values.count)
    for (index, level) in levels.enumerated() {
      let levelWeights = [Int](repeating: 2 << index, count: level.count)
      (values, weights) = Ordering.merged(values, weights, level, levelWeights)
    }
    return QuantileSteps(values: values, weights: weights, minimum: minimum, maximum: maximum)
  }

  /// The size from which a level may be compacted: all together never exceed ``capacity``.
  private func width(_ level: Int) -> Int {
    var width = Double(capacity / 4)
    for _ in level..<levels.count { width *= 2.0 / 3 }
    return capacity / 256 + Int(width)
  }

  /// Compacts the lowest level that is full.
  private mutating func compact() {
    if fresh.count >= width(0) || levels.isEmpty {
      let kept = promote(Ordering.sorted(fresh), from: 0)
      fresh.removeAll(keepingCapacity: true)
      fresh += kept
      return
    }
    for level in 1...levels.count where levels[level - 1].count >= width(level) || level == levels.count {
      let values = levels[level - 1]
      levelsCount -= values.count
      levels[level - 1] = []
      let kept = promote(values, from: level)
      levels[level - 1] = kept
      levelsCount += kept.count
      return
    }
  }

  /// Gives every second of an even number of sorted values to the next level, and returns the one that is left.
  private mutating func promote(_ values: [Double], from level: Int) -> [Double] {
    if levels.count == level { levels.append([]) }
    while tosses.count <= level { tosses.append(0) }
    let toss = tosses[level]
    tosses[level] += 1
    if toss & 1 == 0 {
      let weight = Double(1 << level)
      squares += weight * weight
      worst += weight
    }
    var coin = CounterGenerator(seed: seed, stream: UInt64(level))
    coin.position = toss >> 1
    let first = Int(truncatingIfNeeded: (coin.next() >> 63) ^ (toss & 1))
    let even = values.count & ~1
    var promoted: [Double] = []
    promoted.reserveCapacity(even / 2)
    for index in stride(from: first, to: even, by: 2) { promoted.append(values[index]) }
    levels[level] = Ordering.merged(levels[level], promoted)
    levelsCount += promoted.count
    return Array(values[even...])
  }
}
