import Randomness
import Testing

/// The tolerances are five standard deviations of each estimate: the seed is fixed, so that nothing is flaky.
@Suite struct DistributionTests {
  static let count = 2_000_000

  @Test func momentsOfTheUniform() {
    var generator = CounterGenerator(seed: 11)
    var numbers = [Double](repeating: 0, count: Self.count)
    generator.uniforms(into: &numbers, count: Self.count)
    let root = Double(Self.count).squareRoot()
    #expect((mean(numbers) - 0.5).magnitude < 5 * (1.0 / 12).squareRoot() / root)
    let squares = numbers.map { ($0 - 0.5) * ($0 - 0.5) }
    #expect((mean(squares) - 1.0 / 12).magnitude < 5 * (1.0 / 180).squareRoot() / root)
    let products = zip(numbers, numbers.dropFirst()).map { ($0 - 0.5) * ($1 - 0.5) }
    #expect(mean(products).magnitude < 5.0 / 12 / root)
  }

  @Test func momentsOfTheNormal() {
    var generator = CounterGenerator(seed: 12)
    var numbers = [Double](repeating: 0, count: Self.count)
    generator.normals(into: &numbers, count: Self.count)
    let root = Double(Self.count).squareRoot()
    // The variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
    #expect(mean(numbers).magnitude < 5 / root)
    #expect((mean(numbers.map { $0 * $0 }) - 1).magnitude < 5 * 2.0.squareRoot() / root)
    #expect(mean(numbers.map { $0 * $0 * $0 }).magnitude < 5 * 15.0.squareRoot() / root)
    #expect((mean(numbers.map { $0 * $0 * $0 * $0 }) - 3).magnitude < 5 * 96.0.squareRoot() / root)
    let beyond = numbers.filter { $0.magnitude > 1.959_963_984_540_054 }.count
    let share = Double(beyond) / Double(Self.count)
    #expect((share - 0.05).magnitude < 5 * (0.05 * 0.95).squareRoot() / root)
    // The two numbers of a pair are independent.
    let pairs = stride(from: 0, to: Self.count, by: 2).map { numbers[$0] * numbers[$0 + 1] }
    #expect(mean(pairs).magnitude < 5 / (Double(Self.count) / 2).squareRoot())
  }

  /// χ² of 64 cells has mean 63 and standard deviation √126.
  @Test func cellsFillEvenly() {
    var generator = CounterGenerator(seed: 13)
    var cells = [Double](repeating: 0, count: 64)
    for _ in 0..<Self.count { cells[Int(generator.next() >> 58)] += 1 }
    let expected = Double(Self.count) / 64
    let statistic = cells.map { ($0 - expected) * ($0 - expected) / expected }.reduce(0, +)
    #expect((statistic - 63).magnitude < 5 * 126.0.squareRoot())
  }

  private func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }
}
