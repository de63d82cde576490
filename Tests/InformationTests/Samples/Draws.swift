import Randomness

/// Samples for the tests, by seed.
struct Draws {
  var generator: CounterGenerator

  init(_ seed: UInt64) { generator = CounterGenerator(seed: seed) }

  mutating func normals(_ count: Int, mean: Double = 0, deviation: Double = 1) -> [Double] {
    (0..<count).map { _ in mean + deviation * generator.normal() }
  }

  mutating func uniforms(_ count: Int) -> [Double] { (0..<count).map { _ in generator.uniform() } }

  /// Pairs of normal numbers with a correlation.
  mutating func pairs(_ count: Int, correlation: Double) -> (x: [Double], y: [Double]) {
    let x = normals(count)
    let rest = (1 - correlation * correlation).squareRoot()
    return (x, x.map { correlation * $0 + rest * generator.normal() })
  }
}
