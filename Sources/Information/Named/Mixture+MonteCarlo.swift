import Elementary
import LinearAlgebra
import Randomness

extension MixturePair {
  /// The mean of what has the measure as its expectation, with its standard error.
  func sampled(_ measure: MixtureMeasure, samples: Int, seed: UInt64) -> ApproximateValue {
    var fromP = MixtureSampler(p, seed: seed, stream: 0)
    var moments = RunningMean()
    switch measure {
    case .entropy:
      for _ in 0..<samples { moments.add(-p.logDensity(at: fromP.next())) }
      return ApproximateValue(nats: moments.mean, error: moments.standardError, .standardError)
    case .kullbackLeibler:
      for _ in 0..<samples {
        let point = fromP.next()
        moments.add(p.logDensity(at: point) - q.logDensity(at: point))
      }
      return ApproximateValue(nats: moments.mean, error: moments.standardError, .standardError)
    case .jensenShannon:
      // Half of the samples from either side: ½ E_p log(p/m) + ½ E_q log(q/m).
      var fromQ = MixtureSampler(q, seed: seed, stream: 1)
      var others = RunningMean()
      for _ in 0..<(samples + 1) / 2 {
        moments.add(logRatioToMiddle(fromP.next(), of: p, and: q))
        others.add(logRatioToMiddle(fromQ.next(), of: q, and: p))
      }
      let error = 0.5 * Double.hypot(moments.standardError, others.standardError)
      return ApproximateValue(nats: 0.5 * (moments.mean + others.mean), error: error, .standardError)
    }
  }

  /// log(p/m) = log 2 − log(1 + q/p).
  private func logRatioToMiddle(_ point: [Double], of p: Mixture, and q: Mixture) -> Double {
    let logRatio = q.logDensity(at: point) - p.logDensity(at: point)
    if logRatio > 700 { return InformationUnit.bits.inNats - logRatio }
    return -Double.log1p(0.5 * Double.expm1(logRatio))
  }
}

/// The mean and spread of numbers that come one after the other (Welford 1962).
private struct RunningMean {
  private(set) var mean = 0.0
  private var squares = 0.0
  private var count = 0.0

  mutating func add(_ value: Double) {
    count += 1
    let difference = value - mean
    mean += difference / count
    squares += difference * (value - mean)
  }

  var standardError: Double { count < 2 ? .infinity : (squares / (count - 1) / count).squareRoot() }
}

/// Points drawn from a mixture.
private struct MixtureSampler {
  private let mixture: Mixture
  private var generator: CounterGenerator

  init(_ mixture: Mixture, seed: UInt64, stream: UInt64) {
    self.mixture = mixture
    generator = CounterGenerator(seed: seed, stream: stream)
  }

  mutating func next() -> [Double] {
    var rest = generator.uniform()
    var chosen = 0
    // The last one that is possible takes what rounding leaves.
    for (index, weight) in mixture.weights.probabilities.enumerated() where weight > 0 {
      chosen = index
      if rest < weight { break }
      rest -= weight
    }
    let component = mixture.components[chosen]
    let noise = (0..<component.dimension).map { _ in generator.normal() }
    return zip(component.mean, component.factors.lower * noise).map { $0 + $1 }
  }
}
