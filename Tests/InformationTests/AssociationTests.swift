import Elementary
import Information
import Testing

@Suite struct AssociationTests {
  @Test func equalColumnsSayEverything() throws {
    let codes = (0..<90).map { $0 % 3 }
    let pair = try Association(codes, codes.map { 2 - $0 })
    // H(X) by Miller and Madow is log 3 + 1/90, of all three.
    let found = pair.mutualInformation()
    #expect(abs(found.value.nats - (Double.log(3) + 1.0 / 90)) < 1e-14)
    #expect(pair.test().pValue == 0.001)
  }

  @Test func theEstimateIsThatOfTheCounts() throws {
    // 30, 10; 5, 55: plug-in 0.2504 nats, less (2 − 1)(2 − 1)/2n.
    let table = [(0, 0, 30), (0, 1, 10), (1, 0, 5), (1, 1, 55)]
    let rows = table.flatMap { row in (0..<row.2).map { _ in (row.0, row.1) } }
    let pair = try Association(rows.map(\.0), rows.map(\.1))
    let plain = try JointDistribution(counts: [[30, 10], [5, 55]]).mutualInformation.nats
    #expect(abs(pair.mutualInformation().value.nats - (plain - 1.0 / 200)) < 1e-14)
    #expect(abs(pair.test().statistic.nats - plain) < 1e-14)
    #expect(pair.joint.values == [30, 10, 5, 55])
  }

  /// If there is nothing to find, a p-value is below α with a probability of α: 1,000 pairs of columns.
  @Test func testsOfIndependentColumnsKeepTheirRate() throws {
    var noise = Noise(seed: 12)
    var found = 0
    for round in 0..<1000 {
      let xs = (0..<60).map { _ in Int(noise.next() % 3) }
      let ys = (0..<60).map { _ in Int(noise.next() % 4) }
      if try Association(xs, ys).test(permutations: 99, seed: UInt64(round)).pValue <= 0.05 { found += 1 }
    }
    // 5 % and three standard errors of 0.7 %.
    #expect((29...71).contains(found), "\(found) of 1000")
  }

  /// A fair bit sent through a channel that flips one in five: I = log 2 − H(0.2).
  @Test func intervalsHoldTheTruthAsOftenAsTheySay() throws {
    let truth = Double.log(2) - entropy(try Distribution([0.2, 0.8])).nats
    var noise = Noise(seed: 13)
    var held = 0
    for _ in 0..<1000 {
      let xs = (0..<300).map { _ in Int(noise.next() % 2) }
      let ys = xs.map { noise.uniform() < 0.2 ? 1 - $0 : $0 }
      if try #require(Association(xs, ys).mutualInformation().interval).contains(truth) { held += 1 }
    }
    #expect((930...970).contains(held), "\(held) of 1000")
  }

  @Test func namesByTheThousandNeedNoTable() throws {
    let xs = Array(0..<20_000)
    let pair = try Association(xs, xs.map { $0 / 2 })
    #expect(pair.joint.seen == 20_000)
    #expect(abs(pair.test(permutations: 1).statistic.nats - Double.log(10_000)) < 1e-9)
  }

  @Test func badColumnsAreNamed() throws {
    #expect(throws: DistributionError.self) { try Association([], []) }
    #expect(throws: DistributionError.self) { try Association([1, 2], [1]) }
    let error = try #require(throws: DistributionError.self) { try Association([0, 1], [0, -1]) }
    #expect("\(error)" == "q: the value at index 1 is -1.0; expected zero or more")
  }
}
