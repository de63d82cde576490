import Expressions

/// A range without an end, as the image of a finite one.
///
/// Half a line is x = a ± t/(1 − t) with t from 0 to 1, the whole line x = t/(1 − t²) with t from −1 to 1.
struct InfiniteRange {
  private let lower: Double
  private let upper: Double

  /// The range, if at least one end is infinite and none is NaN.
  init?(_ range: ClosedRange<Double>) {
    guard range.lowerBound == -.infinity || range.upperBound == .infinity else { return nil }
    guard range.lowerBound < range.upperBound else { return nil }
    lower = range.lowerBound
    upper = range.upperBound
  }

  /// The values of t.
  var parameters: ClosedRange<Double> { lower.isFinite ? 0...1 : upper.isFinite ? -1...0 : -1...1 }

  /// The t of a place.
  func parameter(_ x: Double) -> Double {
    if lower.isFinite { return (x - lower) / (1 + (x - lower)) }
    if upper.isFinite { return (x - upper) / (1 - (x - upper)) }
    return x == 0 ? 0 : ((1 + 4 * x * x).squareRoot() - 1) / (2 * x)
  }

  /// The place of a t, and how fast it moves with t.
  func place(_ t: Double) -> (x: Double, speed: Double) {
    if lower.isFinite {
      let rest = 1 - t
      return (lower + t / rest, 1 / (rest * rest))
    }
    if upper.isFinite {
      let rest = 1 + t
      return (upper + t / rest, 1 / (rest * rest))
    }
    let rest = (1 - t) * (1 + t)
    return (t / rest, (1 + t * t) / (rest * rest))
  }
}

extension AdaptiveQuadrature {
  /// The integral over a range without an end.
  func integral(
    over range: InfiniteRange, breaks: [Double], of integrand: (Block<Double>, Block<Double>) -> Void
  ) -> Integral {
    let places = Block<Double>(rows: 1, capacity: QuadratureRun.capacity(dimension: 1))
    return integral(over: range.parameters, breaks: breaks.map { range.parameter($0) }) { (points, values) in
      places.count = points.count
      for lane in 0..<points.count { places.row(0)[lane] = range.place(points.row(0)[lane]).x }
      integrand(places, values)
      for lane in 0..<points.count { values.row(0)[lane] *= range.place(points.row(0)[lane]).speed }
    }
  }
}
