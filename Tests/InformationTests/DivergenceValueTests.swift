import Information
import Testing

@Suite struct DivergenceValueTests {
  private let p = [0.5, 0.5]
  private let q = [1.0, 0.0]

  @Test func itSaysWhatItIs() throws {
    let (p, q) = (try Distribution(p), try Distribution(q))
    let js = try JensenShannon()(p, q).converted(to: .bits)
    #expect(
      "\(js)".hasPrefix("JS divergence 0.31127812445913") && "\(js)".hasSuffix(" bits (never infinite)"))
    #expect("\(try KullbackLeibler()(p, q))" == "KL divergence inf nats (infinite where q = 0 < p)")
    #expect("\(try TotalVariation()(p, q))" == "total variation distance 0.5 (never infinite)")
    // What has no unit is not converted.
    #expect(try TotalVariation()(p, q).converted(to: .bits).value == 0.5)
  }

  /// Wherever one of the divergences is infinite, its zero policy says so, and nowhere else.
  @Test func zeroPoliciesAreTrue() throws {
    let pairs = [
      ([0.5, 0.5, 0], [1, 0, 0.0]), ([1, 0, 0], [0.5, 0.5, 0]), ([0.5, 0.5, 0], [0, 0.5, 0.5]),
      ([1, 0, 0], [0, 1.0, 0]), ([0.2, 0.3, 0.5], [0.3, 0.3, 0.4]),
    ]
    for (p, q) in pairs {
      let (p, q) = (try Distribution(p), try Distribution(q))
      try check(KullbackLeibler(), p, q)
      try check(JensenShannon(), p, q)
      try check(JensenShannonDistance(), p, q)
      try check(TotalVariation(), p, q)
      try check(Hellinger(), p, q)
      try check(Bhattacharyya(), p, q)
      try check(ChiSquare(), p, q)
      try check(PopulationStability(), p, q)
      for order in [-2, 0, 0.5, 1, 3, .infinity, -.infinity] as [Double] {
        try check(Renyi(order: try #require(RenyiOrder(order))), p, q)
        try check(Tsallis(order: try #require(RenyiOrder(order))), p, q)
      }
    }
  }

  private func check(_ divergence: some Divergence, _ p: Distribution, _ q: Distribution) throws {
    let pairs = zip(p.probabilities, q.probabilities)
    let onlyP = pairs.contains { $0 > 0 && $1 == 0 }
    let onlyQ = pairs.contains { $0 == 0 && $1 > 0 }
    let isDisjoint = !pairs.contains { $0 > 0 && $1 > 0 }
    let isInfinite: Bool
    switch divergence.zeros {
    case .finite: isInfinite = false
    case .infiniteWhereOnlyPHappens: isInfinite = onlyP
    case .infiniteWhereOnlyQHappens: isInfinite = onlyQ
    case .infiniteWhereOneHappens: isInfinite = onlyP || onlyQ
    case .infiniteWhereDisjoint: isInfinite = isDisjoint
    }
    let value = try divergence(p, q).value
    // Every two different distributions are infinitely far apart by Tsallis' orders ±∞.
    let isLimit = divergence.name.hasPrefix("Tsallis") && divergence.name.hasSuffix("inf")
    #expect((value.magnitude == .infinity) == isInfinite || isLimit, "\(divergence.name) \(p) \(q) \(value)")
  }

  @Test func placesOfOutcomes() throws {
    let (p, q) = (try Distribution([1, 0, 0]), try Distribution([0, 0, 1]))
    #expect(try wasserstein(p, q) == 2)
    #expect(try wasserstein(p, q, places: [-1, 0.5, 7]) == 8)
    #expect(throws: DistributionError.self) { try wasserstein(p, q, places: [0, 1]) }
    #expect(throws: DistributionError.self) { try wasserstein(p, q, places: [0, 2, 1]) }
    #expect(throws: DistributionError.self) { try wasserstein(p, q, places: [0, .nan, 1]) }
  }

  /// ½ (|0 − 1| + |2 − 5|) by matching in order; a shift moves everything as far.
  @Test func valuesOfTwoSamples() throws {
    #expect(try wasserstein(samples: [2, 0], [1, 5]) == 2)
    #expect(try wasserstein(samples: [1, 2, 2, 7], [1, 2, 2, 7]) == 0)
    #expect(abs(try wasserstein(samples: [0.1, 0.4, 0.4, 0.9], [10.1, 10.4, 10.4, 10.9]) - 10) < 1e-14)
    // Sizes need not agree: mass ½ from 1 to 0, ½ stays.
    #expect(try wasserstein(samples: [0, 1], [0]) == 0.5)
    #expect(throws: DistributionError.self) { try wasserstein(samples: [], [1]) }
    #expect(throws: DistributionError.self) { try wasserstein(samples: [1], [.infinity]) }
  }

  @Test func generatorsGiveTheNamedOnes() throws {
    let (p, q) = (try Distribution([0.2, 0.3, 0.5]), try Distribution([0.4, 0.35, 0.25]))
    let pearson = FDivergence("χ²", atZero: 1, slopeAtInfinity: .infinity) { u in (u - 1) * (u - 1) }
    #expect(abs(try pearson(p, q).value - chiSquare(p, q)) < 1e-16)
    let variation = FDivergence("TV", atZero: 0.5, slopeAtInfinity: 0.5) { u in 0.5 * abs(u - 1) }
    #expect(abs(try variation(p, q).value - totalVariation(p, q)) < 1e-16)
    // D(p‖q) = χ²(q, p) by the swapped generator u f(1/u).
    let neyman = FDivergence("Neyman", atZero: .infinity, slopeAtInfinity: 1) { u in (u - 1) * (u - 1) / u }
    #expect(abs(try neyman(p, q).value - chiSquare(q, p)) < 1e-16)
  }
}
