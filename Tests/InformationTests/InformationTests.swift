import Information
import Testing

/// The examples of the room's article, with the values that stand beside them.
@Suite struct InformationTests {
  @Test func examplesOfTheArticle() throws {
    let iris = try Counts([50, 50, 50]).distribution()
    let guess = try Distribution([0.2, 0.4, 0.4])
    #expect("\(entropy(iris).bits)" == "1.584962500721156")
    #expect("\(try kullbackLeibler(iris, guess).nats)".hasPrefix("0.0487275"))
    #expect("\(try kullbackLeibler(guess, iris).nats)".hasPrefix("0.0436921"))
    let js = "\(try JensenShannon()(iris, guess).converted(to: .bits))"
    #expect(js.hasPrefix("JS divergence 0.0165") && js.hasSuffix(" bits (never infinite)"))
    #expect("\(try TotalVariation()(iris, guess))".hasPrefix("total variation distance 0.1333"))
    let p = try Distribution([0.5, 0.5])
    let q = try Distribution([1, 0])
    #expect("\(try kullbackLeibler(p, q).nats) \(try infiniteTerms(p, q))" == "inf [1]")
    #expect("\(try jensenShannon(p, q).bits)".hasPrefix("0.311278124459132"))
  }

  @Test func examplesOfEstimates() throws {
    let counts = try SampleCounts([12, 7, 3, 0])
    #expect("\(PlugIn()(counts).value.bits)".hasPrefix("1.394"))
    #expect("\(MillerMadow()(counts).value.bits)".hasPrefix("1.460"))
    #expect("\(NemenmanShafeeBialek()(counts).value.bits)".hasPrefix("1.477"))
    let weather = try JointDistribution(counts: [[30, 10], [5, 55]])
    #expect("\(weather.mutualInformation.bits)".hasPrefix("0.3612"))
    let comparison = try CountComparison(try SampleCounts([50, 30, 20]), try SampleCounts([35, 30, 40]))
    #expect("\(comparison.jensenShannon().value.bits)".hasPrefix("0.0258"))
    #expect(abs(comparison.test().pValue - 0.01) < 0.01)
    let interval = try #require(MillerMadow()(try SampleCounts([12, 7, 3])).interval)
    #expect(
      "\(interval.lowerBound)".hasPrefix("0.795") && abs(interval.upperBound - 1.0986122886681098) < 1e-15)
  }

  @Test func aFunctionOverAnyDivergence() throws {
    func nearest(
      _ candidates: [Distribution], to p: Distribution, by divergence: some Divergence
    ) throws -> Int? {
      let values = try candidates.map { try divergence(p, $0).value }
      return values.indices.min { values[$0] < values[$1] }
    }
    let p = try Distribution([0.9, 0.1, 0])
    let sure = try Distribution([1, 0, 0])
    let candidates = [sure, .uniform(3)]
    // KL forgives everything but an outcome ruled out; JS does not mind.
    #expect(try nearest(candidates, to: p, by: KullbackLeibler()) == 1)
    #expect(try nearest(candidates, to: p, by: JensenShannon()) == 0)
    #expect(try nearest(candidates, to: p, by: Renyi(order: 0.5)) == 0)
  }
}
