/// The mean of what each observation contributes, and its spread.
struct LocalTerms {
  let count: Int
  let mean: Double
  /// The variance of a term, estimated with n − 1.
  let variance: Double

  init(_ terms: [Double]) {
    count = terms.count
    mean = LocalTerms.mean(terms)
    guard terms.count > 1 else {
      variance = .nan
      return
    }
    var squares = CompensatedSum()
    for term in terms { squares.add((term - mean) * (term - mean)) }
    variance = squares.value / Double(terms.count - 1)
  }

  /// The mean, summed in the order given as if in twice the precision.
  static func mean(_ terms: [Double]) -> Double {
    var sum = CompensatedSum()
    for term in terms { sum.add(term) }
    return sum.value / Double(terms.count)
  }
}

/// The interval of a value in nats with a standard error; `nil` if there is none.
func interval(_ value: Double, error: Double, quantile: Double) -> ClosedRange<Double>? {
  let reach = quantile * error
  guard value.isFinite, reach.isFinite else { return nil }
  return value - reach...value + reach
}
