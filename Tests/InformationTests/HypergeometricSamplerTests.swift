import Randomness
import Testing

@testable import Information

@Suite struct HypergeometricSamplerTests {
  /// 5 of 12 are of the kind, 6 are drawn: C(5, x) C(7, 6 − x)/C(12, 6).
  @Test func drawsHaveTheirChances() {
    let sampler = HypergeometricSampler(pool: [5, 7])
    var generator = CounterGenerator(seed: 1)
    var seen = [Int](repeating: 0, count: 6)
    let draws = 40_000
    for _ in 0..<draws { seen[sampler.draw(6, &generator)[0]] += 1 }
    var statistic = 0.0
    for (number, ways) in [7, 105, 350, 350, 105, 7].enumerated() {
      let expected = Double(draws) * Double(ways) / 924
      statistic += (Double(seen[number]) - expected) * (Double(seen[number]) - expected) / expected
    }
    // χ² with five degrees of freedom is above 20.5 once in a thousand.
    #expect(statistic < 20.5, "\(seen)")
  }

  @Test func manyDrawsHaveTheirMeanAndVariance() {
    let pool = [300_000, 500_000, 200_000]
    let sampler = HypergeometricSampler(pool: pool)
    var generator = CounterGenerator(seed: 2)
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<2000 {
      let drawn = sampler.draw(250_000, &generator)
      #expect(drawn.reduce(0, +) == 250_000)
      let off = Double(drawn[0]) - 75_000
      sum += off
      squares += off * off
    }
    // n k/N (1 − k/N) (N − n)/(N − 1).
    let variance = 250_000 * 0.3 * 0.7 * 0.75
    #expect(abs(sum / 2000) < 4 * (variance / 2000).squareRoot())
    #expect(abs(squares / 2000 / variance - 1) < 4 * (2.0 / 2000).squareRoot())
  }

  @Test func allAndNothing() {
    let sampler = HypergeometricSampler(pool: [0, 4, 0, 3])
    var generator = CounterGenerator(seed: 3)
    #expect(sampler.draw(0, &generator) == [0, 0, 0, 0])
    #expect(sampler.draw(7, &generator) == [0, 4, 0, 3])
  }
}
