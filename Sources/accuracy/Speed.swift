import Elementary
import Randomness

/// Nanoseconds an element over memory in the first-level cache, the least of many repetitions.
struct Speed {
  private static let count = 1024

  static func double(_ function: UnaryFunction) -> Double {
    var generator = CounterGenerator(seed: 4)
    let source = (0..<count).map { _ in function.domain.random(&generator) }
    var result = source
    return least { function.double(source, &result, count) }
  }

  static func float(_ function: UnaryFunction) -> Double {
    var generator = CounterGenerator(seed: 4)
    let limit = Double(Float.greatestFiniteMagnitude)
    let domain = max(function.domain.lowerBound, -80)...min(function.domain.upperBound, 80)
    let source = (0..<count).map { _ in Float(min(domain.random(&generator), limit)) }
    var result = source
    return least { function.float(source, &result, count) }
  }

  static func double(_ function: BinaryFunction) -> Double {
    var generator = CounterGenerator(seed: 4)
    let first = (0..<count).map { _ in function.firstDomain.random(&generator) }
    let second = (0..<count).map { _ in function.secondDomain.random(&generator) }
    var result = first
    return least { function.double(first, second, &result, count) }
  }

  static func float(_ function: BinaryFunction) -> Double {
    var generator = CounterGenerator(seed: 4)
    let first = (0..<count).map { _ in Float(function.firstDomain.random(&generator)) }
    let second = (0..<count).map { _ in Float(function.secondDomain.random(&generator)) }
    var result = first
    return least { function.float(first, second, &result, count) }
  }

  private static func least(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var least = Duration.seconds(1)
    for _ in 0..<60 {
      let time = clock.measure { for _ in 0..<20 { body() } }
      least = min(least, time)
    }
    return Double(least.components.attoseconds) / 1e9 / Double(20 * count)
  }
}
