import Neighbours
import Randomness

/// The standard error of a statistic, from the differences between random halves of the sample.
///
/// Of a statistic whose variance falls as 1/n the difference between two halves has four times the variance of the
/// whole. Halves are independent samples, so that this holds however the terms inside each depend on one another,
/// which is where the spread of local terms and the jackknife fail for nearest neighbours (subsampling: Politis, Romano
/// & Wolf 1999; for mutual information Holmes & Nemenman 2019). The quantile is Student's with as many degrees of
/// freedom as there are halvings.
struct Halving {
  let count: Int
  let confidence: Double
  let seed: UInt64

  /// The interval around a value; `nil` if there are no halvings or the halves have too few points.
  ///
  /// - Parameters:
  ///   - sizes: The sizes of the samples, each of which is halved.
  ///   - least: The fewest points a half may have.
  ///   - statistic: The statistic of the points of these numbers, one list for each sample.
  func interval(
    _ value: Double, sizes: [Int], least: Int,
    _ statistic: ([ArraySlice<Int>]) throws(SampleError) -> Double
  ) throws(SampleError) -> ClosedRange<Double>? {
    guard count > 0, sizes.allSatisfy({ $0 / 2 >= least }) else { return nil }
    var squares = 0.0
    for halving in 0..<count {
      var generator = CounterGenerator(seed: seed, stream: UInt64(halving))
      var first: [ArraySlice<Int>] = []
      var second: [ArraySlice<Int>] = []
      for size in sizes {
        let order = shuffled(size, &generator)
        first.append(order[..<(size / 2)])
        second.append(order[(size / 2)..<(size / 2 * 2)])
      }
      let difference = try statistic(first) - statistic(second)
      squares += difference * difference
    }
    let error = (squares / Double(4 * count)).squareRoot()
    return Information.interval(
      value, error: error, quantile: Quantiles.student(confidence, degrees: count))
  }
}

/// The numbers from 0 in an order drawn at random (Fisher & Yates; Durstenfeld 1964).
func shuffled(_ count: Int, _ generator: inout CounterGenerator) -> [Int] {
  var order = Array(0..<count)
  for index in stride(from: count - 1, to: 0, by: -1) {
    // The upper half of a product of words: unbiased to 2⁻⁶⁴ · n.
    let draw = generator.next().multipliedFullWidth(by: UInt64(index + 1)).high
    order.swapAt(index, Int(draw))
  }
  return order
}
