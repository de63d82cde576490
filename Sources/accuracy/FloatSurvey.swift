import Dispatch
import Elementary
import Randomness

/// The worst error of a `Float` function over all 2^32 arguments, or over a sample of them.
///
/// The reference is the `Double` function, whose own error of 2^-53 or so is 2^-29 units of a `Float`.
struct FloatSurvey {
  /// Every how many bit patterns one is tested.
  var stride: UInt64

  struct Worst: Sendable {
    var error = 0.0
    var first: Float = 0
    var second: Float?
    var count = 0

    mutating func merge(_ other: Worst) {
      count += other.count
      if other.error > error {
        error = other.error
        first = other.first
        second = other.second
      }
    }
  }

  func run(_ function: UnaryFunction) -> Worst {
    let total = (UInt64(1) << 32) / stride
    return inParallel(total) { start, count in
      let sources = (0..<count).map { offset -> Float in
        let pattern = (start + UInt64(offset)) * stride
        return Float(bitPattern: UInt32(truncatingIfNeeded: pattern &+ pattern >> 20 % stride))
      }
      var results = sources
      var wide = sources.map(Double.init)
      function.float(sources, &results, count)
      let arguments = wide
      function.double(arguments, &wide, count)
      return worst(results, wide) { (sources[$0], nil) }
    }
  }

  /// Two arguments: as many random pairs as a single argument has samples, at most 2^28.
  func run(_ function: BinaryFunction) -> Worst {
    let total = min((UInt64(1) << 32) / stride, UInt64(1) << 28)
    return inParallel(total) { start, count in
      var generator = CounterGenerator(seed: 3, stream: start)
      var first: [Float] = []
      var second: [Float] = []
      for index in 0..<count {
        if index % 2 == 0 {
          first.append(Float(bitPattern: UInt32(truncatingIfNeeded: generator.next())))
          second.append(Float(bitPattern: UInt32(truncatingIfNeeded: generator.next())))
        } else {
          first.append(Float(function.firstDomain.random(&generator)))
          second.append(Float(function.secondDomain.random(&generator)))
        }
      }
      var results = first
      function.float(first, second, &results, count)
      let wideFirst = first.map(Double.init)
      let wideSecond = second.map(Double.init)
      var wide = wideFirst
      function.double(wideFirst, wideSecond, &wide, count)
      let (firsts, seconds) = (first, second)
      return worst(results, wide) { (firsts[$0], seconds[$0]) }
    }
  }

  private func worst(_ results: [Float], _ truth: [Double], _ arguments: (Int) -> (Float, Float?)) -> Worst {
    var worst = Worst()
    worst.count = results.count
    for index in results.indices {
      let error = Self.error(results[index], truth[index])
      if error > worst.error {
        worst.error = error
        (worst.first, worst.second) = arguments(index)
      }
    }
    return worst
  }

  /// In units in the last place of a `Float` at the true value; zeros must agree in sign, NaN in being NaN.
  static func error(_ result: Float, _ truth: Double) -> Double {
    if truth.isNaN || result.isNaN { return truth.isNaN && result.isNaN ? 0 : .infinity }
    if truth == 0 { return result == 0 && result.sign == truth.sign ? 0 : .infinity }
    if truth.magnitude >= 0x1.ffffffp127 || result.isInfinite {
      return Float(truth) == result ? 0 : (truth.isInfinite ? .infinity : 1)
    }
    let exponent = max(Int(truth.bitPattern >> 52 & 0x7ff) - 1023, -126)
    let unit = Double(bitPattern: UInt64(exponent - 23 + 1023) << 52)
    return (Double(result) - truth).magnitude / unit
  }

  private func inParallel(_ total: UInt64, _ body: @escaping @Sendable (UInt64, Int) -> Worst) -> Worst {
    let chunk: UInt64 = 1 << 14
    let chunks = Int((total + chunk - 1) / chunk)
    let gathered = Gathered()
    DispatchQueue.concurrentPerform(iterations: chunks) { index in
      let start = UInt64(index) * chunk
      gathered.merge(body(start, Int(min(chunk, total - start))))
    }
    return gathered.worst
  }

  /// The result of all threads.
  private final class Gathered: @unchecked Sendable {
    private let queue = DispatchQueue(label: "survey")
    private var total = Worst()

    func merge(_ worst: Worst) { queue.sync { total.merge(worst) } }
    var worst: Worst { queue.sync { total } }
  }
}

extension ClosedRange<Double> {
  func random(_ generator: inout CounterGenerator) -> Double {
    lowerBound + (upperBound - lowerBound) * generator.uniform()
  }
}
