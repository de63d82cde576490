import Elementary
import Information
import Testing

@Suite struct EntropyEstimatorTests {
  @Test(arguments: countingReferences.indices) func agreesWithMpmath(_ index: Int) throws {
    let reference = countingReferences[index]
    let counts = try SampleCounts(reference.counts)
    let bayes = NemenmanShafeeBialek()
    let values = [
      PlugIn().nats(counts), MillerMadow().nats(counts), Grassberger().nats(counts), ChaoShen().nats(counts),
      Shrinkage().nats(counts), bayes.nats(counts),
    ]
    for (value, truth) in zip(values, reference.values) {
      #expect(abs(value - truth) < 2e-14 * max(truth, 1), "\(reference.counts): \(value), truth \(truth)")
    }
    // A variance is a difference of squares, of which 10⁻¹⁵ of H² may be lost.
    let variance = bayes.standardError(counts) * bayes.standardError(counts)
    #expect(abs(variance - reference.values[6] * reference.values[6]) < 1e-13)
  }

  /// The values that Nemenman, Shafee and Bialek's integral has, in bits.
  @Test func bayesianEstimatesOfTwoSamples() throws {
    let two = NemenmanShafeeBialek()(try SampleCounts([2, 1])).value.bits
    #expect(abs(two - 0.8497) < 5e-5)
    let ten = NemenmanShafeeBialek()(try SampleCounts([5, 3, 2, 0, 0, 0, 0, 0, 0, 0])).value.bits
    #expect(abs(ten - 1.83032145938) < 5e-12)
  }

  @Test func manyOutcomesThatWereSeenOften() throws {
    var noise = Noise(seed: 3)
    let counts = try SampleCounts((0..<20_000).map { _ in 500 + Int(noise.next() % 500) })
    let plain = PlugIn().nats(counts)
    let bayes = NemenmanShafeeBialek()
    // All agree where the sample is large; their corrections are half an outcome per observation.
    for value in [MillerMadow().nats(counts), Grassberger().nats(counts), bayes.nats(counts)] {
      #expect(value > plain && value - plain < 1e-3)
    }
    #expect(bayes.standardError(counts) < 1e-3)
  }

  @Test func intervalsStayWhereEntropiesCanBe() throws {
    for counts in [[3, 3, 3], [9, 0, 0], [1, 1], [1], [2, 1, 0]] {
      let sample = try SampleCounts(counts)
      for estimate in [MillerMadow()(sample), ChaoShen()(sample), NemenmanShafeeBialek()(sample)] {
        let interval = try #require(estimate.interval)
        #expect(interval.lowerBound >= 0 && interval.contains(estimate.value.nats), "\(counts) \(estimate)")
        #expect(estimate.sampleSize == sample.total && estimate.confidence == 0.95)
      }
    }
  }

  /// The law of large numbers of confidence: of 1,000 samples, the share whose interval holds the truth.
  @Test func intervalsHoldTheTruthAsOftenAsTheySay() throws {
    let truth = try Distribution([0.4, 0.3, 0.15, 0.1, 0.05])
    let entropy = entropy(truth).nats
    var noise = Noise(seed: 8)
    var held = 0
    for _ in 0..<1000 {
      let sample = try noise.sample(200, of: truth)
      if try #require(MillerMadow()(sample).interval).contains(entropy) { held += 1 }
    }
    // 93 to 97 %: three standard errors of 0.7 % around 95.
    #expect((930...970).contains(held), "\(held) of 1000")
  }

  @Test func badCountsAreNamed() throws {
    #expect(throws: DistributionError.self) { try SampleCounts([1, -2]) }
    #expect(throws: DistributionError.self) { try SampleCounts([0, 0]) }
    #expect(throws: DistributionError.self) { try SampleCounts([]) }
    let error = try #require(throws: DistributionError.self) {
      try SampleCounts(try Counts([1, 2.5]))
    }
    #expect("\(error)" == "the count at index 1 is 2.5; expected a whole number")
  }
}

extension Noise {
  mutating func sample(_ size: Int, of distribution: Distribution) throws -> SampleCounts {
    var counts = [Int](repeating: 0, count: distribution.count)
    for _ in 0..<size {
      var rest = uniform()
      var outcome = 0
      while outcome < distribution.count - 1, rest >= distribution.probabilities[outcome] {
        rest -= distribution.probabilities[outcome]
        outcome += 1
      }
      counts[outcome] += 1
    }
    return try SampleCounts(counts)
  }
}
