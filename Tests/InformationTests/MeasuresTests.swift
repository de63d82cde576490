import Information
import Testing

/// Exact cases that can be worked out by hand, and what happens at the edges.
@Suite struct MeasuresTests {
  private let iris = Distribution.uniform(3)

  @Test func entropyOfTheSpecies() throws {
    let h = entropy(try Counts([50, 50, 50]).distribution())
    #expect(abs(h.nats - 1.0986122886681098) < 1e-15)
    #expect(abs(h.bits - 1.584962500721156) < 1e-15)
    #expect(abs(h.hartleys - 0.47712125471966244) < 1e-15)
    #expect(try crossEntropy(iris, iris) == entropy(iris))
    #expect(abs(entropy(try Counts([1e308, 1e308]).distribution()).nats - 0.6931471805599453) < 1e-16)
    #expect(entropy(try Distribution([0, 1, 0])).nats == 0)
    #expect(entropy(try Distribution([1])).nats.sign == .plus)
  }

  @Test func divergencesOfTheSpecies() throws {
    let q = try Distribution([0.2, 0.4, 0.4])
    #expect(abs(try kullbackLeibler(iris, q).nats - 0.0487275) < 5e-8)
    #expect(abs(try kullbackLeibler(q, iris).nats - 0.0436921) < 5e-8)
    #expect(abs(try jensenShannon(iris, Distribution([0.1, 0.8, 0.1])).nats - 0.1157735) < 5e-8)
    let r = try Distribution([0.3, 0.4, 0.3])
    let values: [(RenyiOrder, Double)] = [
      (0, 0), (0.5, 0.0047979), (1, 0.0094665), (2, 0.0183491), (.infinity, 0.1053605),
    ]
    for (order, value) in values { #expect(abs(try renyi(iris, r, order: order).nats - value) < 5e-8) }
  }

  @Test func infinityIsSaidAndLocated() throws {
    let p = try Distribution([0.5, 0.25, 0.25, 0])
    let q = try Distribution([0.5, 0, 0, 0.5])
    #expect(try kullbackLeibler(p, q).bits == .infinity)
    #expect(try crossEntropy(p, q).nats == .infinity)
    #expect(try infiniteTerms(p, q) == [1, 2])
    #expect(try infiniteTerms(q, p) == [3])
    #expect(try renyi(p, q, order: 1).nats == .infinity)
    #expect(try renyi(p, q, order: 2).nats == .infinity)
    #expect(try renyi(p, q, order: .infinity).nats == .infinity)
    // Below 1 only disjoint distributions are infinitely far apart: Σ √(pq) = ½, D₀ = −log Q(p > 0) = ln 2.
    #expect(abs(try renyi(p, q, order: 0.5).nats - 2 * 0.6931471805599453) < 1e-15)
    #expect(abs(try renyi(p, q, order: 0).nats - 0.6931471805599453) < 1e-16)
    #expect(try renyi(p, q, order: -1).nats == -.infinity)
    let first = try Distribution([1, 0])
    let second = try Distribution([0, 1])
    for order in [0, 0.3, 0.5, 0.9, 1, 2, .infinity] {
      #expect(try renyi(first, second, order: try #require(RenyiOrder(order))).nats == .infinity)
    }
    #expect(try jensenShannon(first, second).nats == 0.6931471805599453)
    #expect(try jensenShannon(first, second).bits == 1)
  }

  @Test func termsSumToTheDivergence() throws {
    let p = try Distribution([0.5, 0.5, 0, 0])
    let q = try Distribution([0.25, 0.25, 0.5, 0])
    let terms = try kullbackLeiblerTerms(p, q).map(\.bits)
    #expect(terms == [0.5, 0.5, 0, 0])
    #expect(abs(try kullbackLeibler(p, q).bits - 1) < 1e-15)
    #expect(try kullbackLeiblerTerms(q, p).map(\.nats)[2] == .infinity)
  }

  @Test func manyDistributions() throws {
    let p = try Distribution([0.7, 0.2, 0.1])
    let q = try Distribution([0.1, 0.5, 0.4])
    let pair = try jensenShannon([p, q], weights: .uniform(2)).nats
    #expect(abs(pair - (try jensenShannon(p, q).nats)) < 1e-15)
    let corners = try [Distribution([1, 0, 0]), Distribution([0, 1, 0]), Distribution([0, 0, 1])]
    let weights = try Distribution([0.5, 0.3, 0.2])
    #expect(abs(try jensenShannon(corners, weights: weights).nats - entropy(weights).nats) < 1e-15)
    #expect(try jensenShannon([p, p, p], weights: weights).nats == 0)
    #expect(try jensenShannon([p, q], weights: Distribution([1, 0])).nats == 0)
    #expect(try midpoint(.uniform(2), Distribution([0.75, 0.25])).probabilities == [0.625, 0.375])
    // With h = 2⁻⁴⁰: Σ (p − q)²/(8 m) = h²/2, the next power of h being far below the last digit.
    let near = try Distribution([0.5 + 0x1p-40, 0.5 - 0x1p-40])
    let divergence = try jensenShannon([.uniform(2), near], weights: .uniform(2)).nats
    #expect(abs(divergence / 0x1p-81 - 1) < 1e-12)
    #expect(abs(try jensenShannon(.uniform(2), near).nats / 0x1p-81 - 1) < 1e-15)
  }

  @Test func renyiRisesWithItsOrderAndEntropyFalls() throws {
    var noise = Noise(seed: 9)
    let orders: [RenyiOrder] = [
      .negativeInfinity, -1e9, -50, -2, -1, -1e-9, 0, 1e-300, 1e-9, 0.3, 0.4999999, 0.5, 0.5000001, 0.999999,
      1,
      1.000001, 1.9999999, 2, 2.0000001, 50, 1e9, 1e300, .infinity,
    ]
    for _ in 0..<50 {
      let p = noise.distribution(5)
      let q = noise.distribution(5)
      let values = try orders.map { try renyi(p, q, order: $0).nats }
      for (left, right) in zip(values, values.dropFirst()) { #expect(left <= right + 1e-14 * abs(right)) }
      let entropies = orders.map { renyiEntropy(p, order: $0).nats }
      for (left, right) in zip(entropies, entropies.dropFirst()) {
        #expect(left >= right - 1e-14 * abs(right))
      }
    }
  }

  @Test func extremeProbabilities() throws {
    let p = try Distribution([1, 0x1p-1074])
    let q = try Distribution([0x1p-1074, 1])
    let truth = 744.4400719213812
    #expect(abs(try kullbackLeibler(p, q).nats / truth - 1) < 1e-14)
    #expect(abs(try crossEntropy(p, q).nats / truth - 1) < 1e-14)
    #expect(abs(try renyi(p, q, order: 2).nats / truth - 1) < 1e-14)
    #expect(abs(try renyi(p, q, order: .infinity).nats / truth - 1) < 1e-14)
    #expect(try jensenShannon(p, q).bits == 1)
    #expect(try kullbackLeibler(p, p).nats == 0)
  }

  @Test func mismatchedLengths() throws {
    let p = Distribution.uniform(3)
    let q = Distribution.uniform(2)
    let error = DistributionError.Problem.differentLengths(3, 2)
    #expect { try kullbackLeibler(p, q) } throws: { ($0 as? DistributionError)?.problem == error }
    #expect { try jensenShannon(p, q) } throws: { ($0 as? DistributionError)?.problem == error }
    #expect { try crossEntropy(p, q) } throws: { ($0 as? DistributionError)?.problem == error }
    #expect { try infiniteTerms(p, q) } throws: { ($0 as? DistributionError)?.problem == error }
    for order: RenyiOrder in [0, 0.3, 1, 2, -1, .infinity, .negativeInfinity] {
      #expect { try renyi(p, q, order: order) } throws: { ($0 as? DistributionError)?.problem == error }
    }
    #expect { try jensenShannon([p, p], weights: p) } throws: {
      ($0 as? DistributionError)?.problem == .weights(count: 3, distributions: 2)
    }
  }
}
