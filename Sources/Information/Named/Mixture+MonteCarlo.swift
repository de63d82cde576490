import Elementary
import LinearAlgebra
import Randomness
import SpecialFunctions

extension MixturePair {
  /// The mean of what has the measure as its expectation, with its standard error.
  func sampled(_ measure: MixtureMeasure, samples: Int, seed: UInt64) -> ApproximateValue {
    var first = SampledMixture(p, seed: seed, stream: 0)
    var second = SampledMixture(q, seed: seed, stream: 1)
    var moments = RunningMean()
    switch measure {
    case .entropy:
      for _ in 0..<samples {
        first.draw()
        moments.add(-first.logDensity(at: first.point))
      }
    case .kullbackLeibler:
      for _ in 0..<samples { moments.add(-logRatio(&first, &second)) }
    case .jensenShannon:
      // Half of the samples from either side: ½ E_p log(p/m) + ½ E_q log(q/m).
      var others = RunningMean()
      for _ in 0..<(samples + 1) / 2 {
        moments.add(logRatioToMiddle(logRatio(&first, &second)))
        others.add(logRatioToMiddle(logRatio(&second, &first)))
      }
      let error = 0.5 * Double.hypot(moments.standardError, others.standardError)
      return ApproximateValue(nats: 0.5 * (moments.mean + others.mean), error: error, .standardError)
    }
    return ApproximateValue(nats: moments.mean, error: moments.standardError, .standardError)
  }

  /// log(q/p) at a point drawn from p.
  private func logRatio(_ p: inout SampledMixture, _ q: inout SampledMixture) -> Double {
    p.draw()
    return q.logDensity(at: p.point) - p.logDensity(at: p.point)
  }

  /// log(p/m) = log 2 − log(1 + q/p), where log(q/p) is given.
  private func logRatioToMiddle(_ logRatio: Double) -> Double {
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

/// A mixture to draw points from, and to evaluate often.
private struct SampledMixture {
  /// The point that was drawn last.
  private(set) var point: [Double]
  private let size: Int
  private let weights: [Double]
  /// The logarithm of weight and factor.
  private let constants: [Double]
  private var means: [Double] = []
  /// The lower triangles, row by row.
  private var lowers: [Double] = []
  private var scratch: [Double]
  private var generator: CounterGenerator

  init(_ mixture: Mixture, seed: UInt64, stream: UInt64) {
    size = mixture.dimension
    point = [Double](repeating: 0, count: size)
    scratch = point
    weights = mixture.weights.probabilities
    var constants: [Double] = []
    for (weight, component) in zip(weights, mixture.components) {
      let factor = 0.5 * component.factors.logDeterminant + Double.halfLogTwoPi * Double(size)
      constants.append(Double.log(weight) - factor)
      means += component.mean
      lowers += component.factors.lower.elements
    }
    self.constants = constants
    generator = CounterGenerator(seed: seed, stream: stream)
  }

  mutating func draw() {
    var rest = generator.uniform()
    var chosen = 0
    // The last one that is possible takes what rounding leaves.
    for (index, weight) in weights.enumerated() where weight > 0 {
      chosen = index
      if rest < weight { break }
      rest -= weight
    }
    for row in 0..<size { scratch[row] = generator.normal() }
    for row in 0..<size {
      let base = (chosen * size + row) * size
      var value = means[chosen * size + row]
      for column in 0...row { value += lowers[base + column] * scratch[column] }
      point[row] = value
    }
  }

  mutating func logDensity(at point: [Double]) -> Double {
    var sum = LogSum()
    for component in constants.indices {
      var square = 0.0
      for row in 0..<size {
        let base = (component * size + row) * size
        var value = point[row] - means[component * size + row]
        for column in 0..<row { value -= lowers[base + column] * scratch[column] }
        value /= lowers[base + row]
        scratch[row] = value
        square += value * value
      }
      sum.add(constants[component] - 0.5 * square)
    }
    return sum.value
  }
}
