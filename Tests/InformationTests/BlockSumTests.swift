import Information
import Testing

/// Arrays in memory: lengths around the blocks, checks in the same pass.
@Suite struct BlockSumTests {
  private typealias Measure = (
    UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>
  ) throws -> InformationValue

  private func measure(_ p: [Double], _ q: [Double], _ body: Measure) throws -> InformationValue {
    try p.withUnsafeBufferPointer { p in try q.withUnsafeBufferPointer { q in try body(p, q) } }
  }

  @Test(arguments: [1, 7, 8, 9, 511, 512, 513, 1024, 5000])
  func everyLengthIsTheSumOfItsTerms(_ count: Int) throws {
    var noise = Noise(seed: UInt64(count))
    let p = noise.distribution(count, zeros: 0.1)
    let q = noise.distribution(count)
    let terms = try kullbackLeiblerTerms(p, q).map(\.nats)
    let divergence = try kullbackLeibler(p, q).nats
    #expect(abs(divergence - terms.reduce(0, +)) < 1e-13)
    let cross = try crossEntropy(p, q).nats
    #expect(abs(entropy(p).nats + divergence - cross) < 1e-13 * cross + 1e-15)
    let halfway = try midpoint(p, q)
    let halves = 0.5 * (try kullbackLeibler(p, halfway).nats + kullbackLeibler(q, halfway).nats)
    #expect(abs(try jensenShannon(p, q).nats - halves) < 1e-14)
    // Order 2 has a path of its own; orders beside it do not.
    let two = try renyi(p, q, order: 2).nats
    #expect(abs(try renyi(p, q, order: 2.0000000001).nats - two) < 1e-8 * two + 1e-15)
  }

  @Test func badValuesAreNamedWhereverTheyAre() throws {
    let fine = [Double](repeating: 1.0 / 1500, count: 1500)
    for (index, value) in [(0, -1.0), (511, .nan), (512, .infinity), (1499, -1e-300)] {
      var bad = fine
      bad[index] = value
      for (p, q, argument) in [(bad, fine, DistributionError.Argument.first), (fine, bad, .second)] {
        let measures: [Measure] = [
          { try kullbackLeibler($0, $1) }, { try jensenShannon($0, $1) }, { try crossEntropy($0, $1) },
          { try renyi($0, $1, order: 2) }, { try renyi($0, $1, order: 0.2) }, { try renyi($0, $1, order: 0) },
          { try renyi($0, $1, order: .infinity) }, { try renyi($0, $1, order: .negativeInfinity) },
        ]
        for body in measures {
          let error = #expect(throws: DistributionError.self) { try measure(p, q, body) }
          #expect(error?.argument == argument)
          switch error?.problem {
          case .notFinite(let found, _), .negative(let found, _): #expect(found == index)
          default: Issue.record("\(String(describing: error))")
          }
        }
      }
    }
  }

  @Test func whatDoesNotSumToOne() throws {
    let p = [Double](repeating: 0.25, count: 4)
    let q = [0.25, 0.25, 0.25, 0.5]
    let large = [0, 0, 0, 1e300]
    #expect(throws: DistributionError.self) { try measure(p, q) { try kullbackLeibler($0, $1) } }
    #expect(throws: DistributionError.self) { try measure(large, p) { try jensenShannon($0, $1) } }
    #expect(throws: DistributionError.self) { try measure([], []) { try jensenShannon($0, $1) } }
    #expect(throws: DistributionError.self) { try measure(p, [1]) { try renyi($0, $1, order: 2) } }
  }

  @Test func negativeZeroIsZero() throws {
    let p = [-0.0, 0.5, 0.5, -0.0]
    let q = [-0.0, 0.25, 0.25, 0.5]
    #expect(abs(try measure(p, q) { try kullbackLeibler($0, $1) }.bits - 1) < 1e-15)
    #expect(try measure(p, p) { try renyi($0, $1, order: 3) }.nats == 0)
    #expect(entropy(try Distribution(p)).bits == 1)
  }

  @Test func whatADistributionAcceptsIsMeasured() throws {
    for sum in [1 - 1e-9, 1 + 1e-9, 1 - 0.9999999e-9, 1 + 0.9999999e-9] {
      guard let p = try? Distribution([0.1, 0.2, 0.3, sum - 0.6]) else { continue }
      #expect(!entropy(p).nats.isNaN)
      #expect(try kullbackLeibler(p, p).nats == 0)
    }
  }
}
