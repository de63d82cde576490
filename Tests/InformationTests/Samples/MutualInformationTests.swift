import Elementary
import Information
import Neighbours
import Testing

@Suite("Mutual information by nearest neighbours")
struct MutualInformationTests {
  @Test("Bivariate normal: −½ log(1 − ρ²)", arguments: [0, 0.3, -0.6, 0.9], KraskovAlgorithm.allCases)
  func bivariate(correlation: Double, algorithm: KraskovAlgorithm) throws {
    var draws = Draws(7)
    let n = 5_000
    let (x, y) = draws.pairs(n, correlation: correlation)
    let truth = -0.5 * Double.log(1 - correlation * correlation)
    let estimate = try mutualInformation(x, y, algorithm: algorithm)
    // n times the variance tends to ρ² + 0.43 (k = 4); five standard errors and a bias of less than 0.01.
    let error = ((correlation * correlation + 0.43) / Double(n)).squareRoot()
    #expect(abs(estimate.value.nats - truth) < 5 * error + 0.01)
    let interval = try #require(estimate.interval)
    #expect(interval.contains(estimate.value.nats))
    let reach = (interval.upperBound - interval.lowerBound) / 2
    // Ten halvings: χ² of about ten degrees.
    #expect(reach > error * 0.8 && reach < error * 2.23 * 2)
    #expect(estimate.method == "KSG \(algorithm == .first ? 1 : 2), k = 4")
  }

  @Test("Several dimensions of each: independent pairs add", arguments: KraskovAlgorithm.allCases)
  func dimensions(algorithm: KraskovAlgorithm) throws {
    var draws = Draws(8)
    let (a, b) = draws.pairs(4_000, correlation: 0.6)
    let (c, d) = draws.pairs(4_000, correlation: 0.6)
    let x = try PointSet([a, c])
    let y = try PointSet([b, d])
    let estimate = try mutualInformation(x, y, algorithm: algorithm, halvings: 0)
    #expect(abs(estimate.value.nats + Double.log(1 - 0.36)) < 0.08)
    #expect(estimate.interval == nil)
  }

  @Test("Order, exchange, and scale or place of both change nothing", arguments: KraskovAlgorithm.allCases)
  func invariances(algorithm: KraskovAlgorithm) throws {
    var draws = Draws(9)
    let x = draws.uniforms(600).map { ($0 * 0x1p40).rounded() * 0x1p-40 }
    let y = x.map { $0 * 0.5 + Double((Int($0 * 0x1p40) * 977) % 1_000_003) * 0x1p-22 }
    func value(_ x: [Double], _ y: [Double]) throws -> Double {
      try mutualInformation(x, y, algorithm: algorithm, halvings: 0).value.nats
    }
    let plain = try value(x, y)
    #expect(try value(x.map { $0 * 16 }, y.map { $0 * 16 }) == plain)
    // Multiples of 2⁻⁴⁰ and 2⁻⁴¹ below 64 are moved without rounding.
    #expect(try value(x.map { $0 + 32 }, y.map { $0 - 16 }) == plain)
    // The sum is compensated: only its last rounding depends on the order.
    #expect(abs(try value(x.reversed(), y.reversed()) - plain) < 1e-14)
    #expect(try value(y, x) == plain)
    #expect(try mutualInformation(x, y, seed: 3) == mutualInformation(x, y, seed: 3))
    #expect(try mutualInformation(x, y, seed: 3).interval != mutualInformation(x, y, seed: 4).interval)
  }

  @Test("A test of dependence: p is never 0, small if there is something, spread if not")
  func permutations() throws {
    var draws = Draws(10)
    let (x, y) = draws.pairs(100, correlation: 0.8)
    let found = try mutualInformationTest(
      PointSet(line: x), PointSet(line: y), permutations: 99, seed: 1)
    #expect(found.exceedances == 0 && found.pValue == 0.01 && found.permutations == 99)
    #expect(found.statistic == (try mutualInformation(x, y, halvings: 0)).value)
    var small = 0
    for seed in 0..<100 {
      let test = try mutualInformationTest(
        PointSet(line: draws.normals(40)), PointSet(line: draws.normals(40)), permutations: 19,
        seed: UInt64(seed))
      if test.pValue <= 0.1 { small += 1 }
    }
    // Binomial(100, 0.1): beyond 24 once in 10⁵.
    #expect(small > 0 && small < 25)
  }

  @Test("What cannot be asked is said")
  func errors() throws {
    let x = [1.0, 2, 3, 5, 8, 13]
    #expect(throws: SampleError.differentCounts(6, 5)) { try mutualInformation(x, [1, 2, 3, 4, 5]) }
    #expect(throws: SampleError.tooFew(count: 6, needed: 7)) { try mutualInformation(x, x, k: 6) }
    #expect(throws: SampleError.points(.coordinate(.infinity, point: 1, axis: 0))) {
      try mutualInformation([1, 2], [1, .infinity])
    }
    #expect(throws: SampleError.repeated(points: 3, first: 0, k: 2)) {
      try mutualInformation([1, 1, 1, 2, 3], [1, 1, 1, 2, 3], k: 2)
    }
    let line = try PointSet(line: x)
    #expect(throws: SampleError.permutations(0)) { try mutualInformationTest(line, line, permutations: 0) }
    // Too few points for halves: a value without an interval.
    #expect(try mutualInformation(x, x).interval == nil)
    #expect(
      "\(SampleError.differentCounts(6, 5))" == "the samples have 6 and 5 points; expected pairs")
  }
}
