/// The Wasserstein distance of order 1 between distributions over places on a line: how much must be moved how far.
///
/// ∫ |F_p − F_q| dx, the distance between the distribution functions (Vallender 1974), in the unit of the places.
///
/// - Parameters:
///   - p: One distribution.
///   - q: The other.
///   - places: Where the outcomes lie, from left to right; without them at 0, 1, 2, ….
/// - Throws: ``DistributionError`` if the lengths differ, or a place is not finite or not right of the one before.
public func wasserstein(
  _ p: Distribution, _ q: Distribution, places: [Double]? = nil
) throws(DistributionError) -> Double {
  try checkLengths(p, q)
  if let places { try check(places, count: p.count) }
  var ahead = CompensatedSum()
  var total = CompensatedSum()
  for index in 0..<p.count - 1 {
    ahead.add(p.probabilities[index])
    ahead.add(-q.probabilities[index])
    let width = places.map { $0[index + 1] - $0[index] } ?? 1
    total.add(abs(ahead.value) * width)
  }
  return total.value
}

/// The Wasserstein distance of order 1 between the values of two samples, in their unit.
///
/// ∫ |F − G| dx between their empirical distribution functions: how far the values must be moved on average.
///
/// - Throws: ``DistributionError`` if a sample is empty, or naming the value that is not finite.
public func wasserstein(samples x: [Double], _ y: [Double]) throws(DistributionError) -> Double {
  try checkValues(x, .first)
  try checkValues(y, .second)
  let (x, y) = (x.sorted(), y.sorted())
  var total = CompensatedSum()
  var (below, others) = (0, 0)
  var place = min(x[0], y[0])
  while below < x.count || others < y.count {
    let next = min(below < x.count ? x[below] : .infinity, others < y.count ? y[others] : .infinity)
    let ahead = Double(below) / Double(x.count) - Double(others) / Double(y.count)
    total.add(abs(ahead) * (next - place))
    place = next
    while below < x.count, x[below] == next { below += 1 }
    while others < y.count, y[others] == next { others += 1 }
  }
  return total.value
}

private func checkValues(
  _ values: [Double], _ argument: DistributionError.Argument
) throws(DistributionError) {
  if values.isEmpty { throw DistributionError(.empty, of: argument) }
  for (index, value) in values.enumerated() where !value.isFinite {
    throw DistributionError(.notFinite(index: index, value: value), of: argument)
  }
}

private func check(_ places: [Double], count: Int) throws(DistributionError) {
  guard places.count == count else {
    throw DistributionError(.places(count: places.count, outcomes: count))
  }
  for (index, place) in places.enumerated() {
    guard place.isFinite else { throw DistributionError(.notFinite(index: index, value: place)) }
    guard index == 0 || place > places[index - 1] else {
      throw DistributionError(.notAscending(index: index, value: place))
    }
  }
}

/// The Wasserstein distance between outcomes one apart as a value; see ``wasserstein(_:_:places:)``.
public struct Wasserstein: Divergence {
  /// The divergence.
  public init() {}

  /// “Wasserstein distance”.
  public var name: String { "Wasserstein distance" }

  /// None: it counts outcomes.
  public var unit: InformationUnit? { nil }

  /// Never infinite.
  public var zeros: ZeroPolicy { .finite }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .triangle] }

  /// The number.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try wasserstein(p, q)
  }
}
