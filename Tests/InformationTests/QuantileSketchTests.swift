import Information
import Testing

@Suite struct QuantileSketchTests {
  enum Data: CaseIterable {
    case sorted
    case reversed
    case random
    case constant
    case fewDifferent
    case heavyTailed
    case zigzag

    func values(_ count: Int) -> [Double] {
      var noise = Noise(seed: 31)
      return (0..<count).map { index in
        switch self {
        case .sorted: Double(index)
        case .reversed: Double(count - index)
        case .random: noise.uniform() - 0.5
        case .constant: 3
        case .fewDifferent: Double(Int(noise.uniform() * 5))
        // Pareto of index ¼: not even a mean.
        case .heavyTailed: 1 / (noise.uniform() * noise.uniform()).squareRoot().squareRoot()
        case .zigzag: index % 2 == 0 ? Double(index) : -Double(index)
        }
      }
    }
  }

  /// The largest error of any rank at any of the data, as a part of the count.
  private func worstError(_ sketch: QuantileSketch, _ values: [Double]) -> Double {
    let sorted = values.sorted()
    let steps = sketch.steps
    var place = 0
    var worst = 0
    for (index, value) in sorted.enumerated() where index + 1 == sorted.count || sorted[index + 1] != value {
      while place < steps.values.count, steps.values[place] <= value { place += 1 }
      let rank = place == 0 ? 0 : steps.ranks[place - 1]
      worst = max(worst, abs(rank - index - 1))
    }
    return Double(worst) / Double(sorted.count)
  }

  @Test(arguments: Data.allCases) func everyRankIsWithinTheBound(_ data: Data) {
    let values = data.values(400_000)
    var sketch = QuantileSketch(capacity: 4096, seed: 5)
    sketch.insert(contentsOf: values)
    #expect(!sketch.isExact && sketch.count == values.count && sketch.heldCount <= 4096)
    #expect(sketch.errorBound > 0 && sketch.errorBound < 26.0 / 4096)
    // 4,096 steps at most can differ: a union bound over them is still below 1 %.
    #expect(worstError(sketch, values) <= sketch.errorBound)
    #expect(sketch.minimum == values.min() && sketch.maximum == values.max())
    #expect(sketch.quantile(0) == values.min() && sketch.quantile(1) == values.max())
    #expect(sketch.steps.ranks.last == values.count)
    let sorted = values.sorted()
    for step in 1..<20 {
      let x = sketch.quantile(Double(step) / 20)
      let below = Double(sorted.count { $0 < x }) / Double(values.count)
      let upTo = Double(sorted.count { $0 <= x }) / Double(values.count)
      #expect(below - sketch.errorBound <= Double(step) / 20 && Double(step) / 20 <= upTo + sketch.errorBound)
      #expect(abs(Double(sketch.rank(of: x)) / Double(values.count) - upTo) <= sketch.errorBound)
    }
  }

  @Test(arguments: Data.allCases) func manyPartsMerged(_ data: Data) {
    let values = data.values(400_000)
    var whole = QuantileSketch(capacity: 4096, seed: 1000)
    for part in 0..<40 {
      var sketch = QuantileSketch(capacity: 4096, seed: UInt64(part))
      // Parts of very different lengths.
      let cut = [part * part * 250, (part + 1) * (part + 1) * 250]
      sketch.insert(contentsOf: Array(values[cut[0]..<cut[1]]))
      whole.merge(sketch)
    }
    #expect(whole.count == values.count && whole.heldCount <= 4096)
    #expect(whole.errorBound < 40.0 / 4096)
    #expect(worstError(whole, values) <= whole.errorBound)
    #expect(whole.steps.ranks.last == values.count)
  }

  @Test func exactWhileFew() {
    let values = Data.random.values(65_536)
    var sketch = QuantileSketch()
    sketch.insert(contentsOf: values)
    #expect(sketch.isExact && sketch.errorBound == 0)
    let sorted = values.sorted()
    #expect(sketch.steps.values == sorted)
    for step in 1...1000 {
      let index = (65_536 * step + 999) / 1000 - 1
      #expect(sketch.quantile(Double(step) / 1000) == sorted[index])
    }
    sketch.insert(0)
    #expect(!sketch.isExact && sketch.errorBound == 1.0 / 65_537)
  }

  /// Means over seeds of the error of one rank: a fair coin makes none, and Hoeffding's variance is not exceeded.
  @Test func theCoinIsFair() {
    let values = Data.random.values(60_000)
    let truth = values.count { $0 <= 0.1 }
    var sum = 0.0
    var squares = 0.0
    var bound = 0.0
    for seed in 0..<200 {
      var sketch = QuantileSketch(capacity: 1024, seed: UInt64(seed))
      sketch.insert(contentsOf: values)
      let error = Double(sketch.rank(of: 0.1) - truth)
      sum += error
      squares += error * error
      // Where 2 exp(−t²/2σ²) is 2 exp(−1/2), t is σ.
      bound = sketch.errorBound(failure: 2 * 0.606_530_659_712_633_4) * 60_000
    }
    #expect(squares / 200 <= bound * bound)
    // Five standard deviations of the mean.
    #expect(abs(sum / 200) < 5 * bound / 200.0.squareRoot())
  }

  @Test func theSameBits() {
    let values = Data.heavyTailed.values(100_000)
    var first = QuantileSketch(capacity: 2048, seed: 3)
    var second = QuantileSketch(capacity: 2048, seed: 3)
    first.insert(contentsOf: values)
    for value in values { second.insert(value) }
    #expect(first.steps == second.steps)
    var other = QuantileSketch(capacity: 2048, seed: 4)
    other.insert(contentsOf: values)
    #expect(first.steps != other.steps)
    // Equal tosses: errors add up in full.
    let alone = first.errorBound(failure: 0.5)
    first.merge(second)
    #expect(first.errorBound(failure: 0.5) >= alone)
  }

  @Test func edges() {
    var sketch = QuantileSketch()
    #expect(sketch.quantile(0.5).isNaN && sketch.rank(of: 1) == 0 && sketch.errorBound == 0)
    sketch.insert(contentsOf: [.nan, .infinity, -0.0, 0, -.infinity, .nan])
    #expect(sketch.count == 4 && sketch.nanCount == 2)
    #expect(sketch.quantile(0) == -.infinity && sketch.quantile(0.5) == 0 && sketch.quantile(1) == .infinity)
    #expect(sketch.rank(of: -.infinity) == 1 && sketch.rank(of: 0) == 3 && sketch.rank(of: .infinity) == 4)
    #expect(sketch.quantile(-0.1).isNaN && sketch.quantile(.nan).isNaN)
  }
}
