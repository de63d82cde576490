import Elementary
import Information
import Testing

@Suite struct JointDistributionTests {
  @Test func independentOutcomesShareNothing() throws {
    let joint = try JointDistribution([[0.06, 0.14], [0.24, 0.56]])
    #expect(joint.mutualInformation.nats < 1e-30)
    #expect(abs(joint.entropyOfYGivenX.nats - entropy(joint.marginalY).nats) < 1e-15)
    #expect(abs(joint.marginalX.probabilities[0] - 0.2) < 1e-16)
  }

  @Test func equalOutcomesShareEverything() throws {
    let joint = try JointDistribution(counts: [[3, 0, 0], [0, 5, 0], [0, 0, 2]])
    let alone = entropy(joint.marginalX).nats
    #expect(abs(joint.mutualInformation.nats - alone) < 1e-15)
    #expect(abs(joint.entropy.nats - alone) < 1e-15)
    #expect(joint.entropyOfXGivenY.nats == 0 && joint.entropyOfYGivenX.nats == 0)
    #expect(joint.variationOfInformation.nats == 0)
  }

  /// A channel that flips a fair bit with probability f: I = log 2 − H(f).
  @Test(arguments: [0.0, 0.01, 0.11, 0.3, 0.5]) func binarySymmetricChannel(flip: Double) throws {
    let joint = try JointDistribution([[0.5 * (1 - flip), 0.5 * flip], [0.5 * flip, 0.5 * (1 - flip)]])
    let lost = entropy(try Distribution([flip, 1 - flip])).bits
    #expect(abs(joint.mutualInformation.bits - (1 - lost)) < 1e-15)
    #expect(abs(joint.entropyOfYGivenX.bits - lost) < 1e-15)
  }

  @Test func entropiesAddUp() throws {
    var noise = Noise(seed: 5)
    for _ in 0..<50 {
      let joint = try JointDistribution(
        (0..<4).map { _ in
          noise.distribution(3, zeros: 0.3).probabilities.map { $0 / 4 }
        })
      let x = entropy(joint.marginalX).nats
      let y = entropy(joint.marginalY).nats
      let both = joint.entropy.nats
      #expect(abs(both - (x + joint.entropyOfYGivenX.nats)) < 1e-14)
      #expect(abs(both - (y + joint.entropyOfXGivenY.nats)) < 1e-14)
      #expect(abs(joint.mutualInformation.nats - (x + y - both)) < 1e-14)
    }
  }

  @Test func badTablesAreNamed() throws {
    let ragged = try #require(throws: DistributionError.self) {
      try JointDistribution([[0.5], [0.25, 0.25]])
    }
    #expect("\(ragged)" == "the row at index 1 has 2 numbers; expected 1 as in the first")
    #expect(throws: DistributionError.self) { try JointDistribution([]) }
    #expect(throws: DistributionError.self) { try JointDistribution([[]]) }
    #expect(throws: DistributionError.self) { try JointDistribution(counts: [[0, 0]]) }
    #expect(throws: DistributionError.self) { try JointDistribution([[0.5, .nan]]) }
  }
}
