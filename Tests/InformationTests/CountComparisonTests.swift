import Elementary
import Information
import Testing

@Suite struct CountComparisonTests {
  /// Two samples of one distribution are told apart as often as the rate says, also when they are small.
  @Test(arguments: [30, 100, 1000]) func samplesOfOneDistributionAreFlaggedAtTheRate(size: Int) throws {
    let truth = try Distribution([0.35, 0.25, 0.2, 0.1, 0.06, 0.04])
    var noise = Noise(seed: UInt64(size))
    var flagged = 0
    for round in 0..<1000 {
      let comparison = try CountComparison(
        try noise.sample(size, of: truth), try noise.sample(size, of: truth))
      if comparison.test(permutations: 99, seed: UInt64(round)).pValue <= 0.05 { flagged += 1 }
    }
    // 5 % and three standard errors of 0.7 %; ties make it less, never more.
    #expect((20...71).contains(flagged), "\(flagged) of 1000")
  }

  @Test func intervalsHoldTheTruthAsOftenAsTheySay() throws {
    let p = try Distribution([0.5, 0.3, 0.2])
    let q = try Distribution([0.3, 0.3, 0.4])
    let truth = try jensenShannon(p, q).nats
    var noise = Noise(seed: 21)
    var held = 0
    for _ in 0..<1000 {
      let comparison = try CountComparison(try noise.sample(300, of: p), try noise.sample(200, of: q))
      if try #require(comparison.jensenShannon().interval).contains(truth) { held += 1 }
    }
    #expect((930...970).contains(held), "\(held) of 1000")
  }

  /// Without a difference the interval begins at 0 and the estimate is small.
  @Test func equalSamplesAreNotFarApart() throws {
    let counts = try SampleCounts([40, 30, 30])
    let comparison = try CountComparison(counts, counts)
    let estimate = comparison.jensenShannon()
    #expect(estimate.value.nats == 0 && estimate.interval?.lowerBound == 0)
    #expect(comparison.test().pValue == 1)
    #expect(comparison.test().statistic.nats == 0)
  }

  @Test func whatIsFarApartIsFlagged() throws {
    let comparison = try CountComparison(try SampleCounts([90, 10, 0]), try SampleCounts([0, 20, 80]))
    #expect(comparison.test().pValue == 0.001)
    let estimate = comparison.jensenShannon()
    #expect(estimate.value.nats > 0.5 && estimate.value.nats <= Double.log(2))
  }

  /// The exact p-value: of all C(6, 3) = 20 deals of aaab bb … by hand.
  @Test func smallSamplesHaveTheirExactPValue() throws {
    // Pool: 3 a, 3 b; three and three. Only aaa|bbb and bbb|aaa are as far apart: 2 of 20 deals.
    let comparison = try CountComparison(try SampleCounts([3, 0]), try SampleCounts([0, 3]))
    let p = comparison.test(permutations: 9999).pValue
    #expect(abs(p - 0.1) < 0.01)
  }

  @Test func lengthsMustAgree() throws {
    #expect(throws: DistributionError.self) {
      try CountComparison(try SampleCounts([1, 2]), try SampleCounts([1, 2, 3]))
    }
  }
}
