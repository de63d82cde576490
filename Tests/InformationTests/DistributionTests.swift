import Information
import Testing

@Suite struct DistributionTests {
  private func problem(_ values: [Double]) -> DistributionError.Problem? {
    do throws(DistributionError) {
      _ = try Distribution(values)
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func whatIsNotADistribution() {
    #expect(problem([]) == .empty)
    #expect(problem([0.5, -0.5, 1]) == .negative(index: 1, value: -0.5))
    #expect(problem([0.5, 0.5, .infinity]) == .notFinite(index: 2, value: .infinity))
    if case .notFinite(0, let value) = problem([.nan, 1]) {
      #expect(value.isNaN)
    } else {
      Issue.record("NaN")
    }
    #expect(problem([0.25, 0.25]) == .notNormalised(sum: 0.5))
    #expect(problem([1e308, 1e308]) == .notNormalised(sum: .infinity))
    #expect(problem([0.333333, 0.333333, 0.333333]) != nil)
    #expect(problem([0.1, 0.2, 0.7]) == nil)
    #expect(problem([-0.0, 1]) == nil)
  }

  @Test func errorsSayWhatWouldBeRight() {
    let error = #expect(throws: DistributionError.self) { try Distribution([0.5, -0.5, 1]) }
    #expect(error?.description == "the value at index 1 is -0.5; expected zero or more")
  }

  @Test func countsAreNormalised() throws {
    #expect(try Counts([1, 1, 2]).distribution().probabilities == [0.25, 0.25, 0.5])
    #expect(try Counts([1e308, 1e308]).distribution().probabilities == [0.5, 0.5])
    #expect(try Counts([0x1p-1074, 0x1p-1074]).distribution().probabilities == [0.5, 0.5])
    #expect(try Counts([0, 3]).distribution().probabilities == [0, 1])
    #expect(try Counts(labels: ["b", "a", "b", "b"]).values == [3, 1])
    #expect(try Counts(labels: [7, 7, 8].lazy.map { $0 }).values == [2, 1])
    let many = (0..<100_000).map { Double($0 % 97) }
    #expect(throws: Never.self) { try Distribution(Counts(many).distribution().probabilities) }
  }

  @Test func whatCannotBeCounted() {
    #expect(throws: DistributionError.self) { try Counts([0, 0]) }
    #expect(throws: DistributionError.self) { try Counts([Int]()) }
    #expect(throws: DistributionError.self) { try Counts([1, -1]) }
    #expect(throws: DistributionError.self) { try Counts([1, .infinity]) }
    #expect(throws: DistributionError.self) { try Counts(labels: [String]()) }
  }

  @Test func uniform() {
    #expect(Distribution.uniform(4).probabilities == [0.25, 0.25, 0.25, 0.25])
    #expect(Distribution.uniform(-1).probabilities == [1])
  }

  @Test func units() {
    #expect(InformationValue(1, .bits).nats == 0.6931471805599453)
    #expect(InformationValue(1, .hartleys).nats == 2.302585092994046)
    #expect(InformationValue(3, .bits).converted(to: .bits) == InformationValue(3, .bits))
    #expect(InformationValue(-.infinity, .nats).bits == -.infinity)
    #expect(InformationValue(0.5, .bits).description == "0.5 bits")
  }

  @Test func ordersOfRenyi() {
    #expect(RenyiOrder(.nan) == nil)
    #expect(RenyiOrder(-0.0) == 0)
    #expect(RenyiOrder(.infinity) == .infinity)
    #expect(RenyiOrder(-.infinity) == .negativeInfinity)
  }
}
