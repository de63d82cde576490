import Elementary

/// The Jensen–Shannon divergence ½ D(p‖m) + ½ D(q‖m) from the midpoint m = (p + q)/2 (Lin 1991).
///
/// Symmetric, never infinite, at most ln 2 nats = 1 bit, which only disjoint distributions reach. This is the
/// divergence; its square root is a distance. Nearly equal distributions have full relative accuracy.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func jensenShannon(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> InformationValue
{
  try withBuffers(p, q) { p, q throws(DistributionError) in try jensenShannon(p, q) }
}

/// The Jensen–Shannon divergence of probabilities in memory; they are checked in the same pass.
///
/// - Throws: ``DistributionError`` if they are not distributions of one length.
public func jensenShannon(
  _ p: UnsafeBufferPointer<Double>, _ q: UnsafeBufferPointer<Double>
) throws(DistributionError) -> InformationValue {
  // The bound is a theorem; what rounding puts above it is not information.
  InformationValue(min(try BlockSum(p, q).jensenShannon(), InformationUnit.bits.inNats), .nats)
}

/// The Jensen–Shannon divergence Σ wᵢ D(pᵢ‖m) of any number of distributions, m = Σ wᵢ pᵢ (Lin 1991, equation 5.1).
///
/// At most the entropy of the weights.
///
/// - Throws: ``DistributionError`` if the lengths differ or there are not as many weights as distributions.
@export(interface)
public func jensenShannon(
  _ distributions: [Distribution], weights: Distribution
) throws(DistributionError) -> InformationValue {
  guard weights.count == distributions.count, let reference = distributions.first else {
    let problem = DistributionError.Problem.weights(count: weights.count, distributions: distributions.count)
    throw DistributionError(problem)
  }
  for distribution in distributions { try checkLengths(reference, distribution) }
  var total = CompensatedSum()
  for outcome in 0..<reference.count {
    let probabilities = distributions.map { $0.probabilities[outcome] }
    total.add(jensenShannonTerm(probabilities, weights.probabilities))
  }
  return InformationValue(min(total.value, entropy(weights).nats), .nats)
}

/// What one outcome contributes to the divergence of many distributions.
private func jensenShannonTerm(_ probabilities: [Double], _ weights: [Double]) -> Double {
  let origin = probabilities[0]
  var mean = 0.0
  var shift = 0.0
  for (weight, p) in zip(weights, probabilities) {
    mean += weight * p
    shift += weight * (p - origin)
  }
  // Zero only if nothing is possible or everything underflows.
  guard mean > 0 else { return 0 }
  // Differences from one of the probabilities keep what a mean of nearly equal numbers loses.
  let areNear = probabilities.allSatisfy { abs($0 - origin) <= 0.25 * origin }
  var total = 0.0
  for (weight, p) in zip(weights, probabilities) where weight > 0 {
    let difference = areNear ? (p - origin) - shift : p - mean
    total += weight * Term.kullbackLeibler(p, mean, difference: difference)
  }
  return total
}

/// The distribution halfway between two, from which ``jensenShannon(_:_:)-(Distribution,_)`` measures both.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func midpoint(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Distribution {
  try checkLengths(p, q)
  return Distribution(unchecked: zip(p.probabilities, q.probabilities).map { 0.5 * ($0 + $1) })
}

/// The square root of the Jensen–Shannon divergence in nats: a distance, which obeys the triangle's inequality (Endres and
/// Schindelin 2003).
///
/// At most √ln 2 = 0.8326.
///
/// - Throws: ``DistributionError`` if the lengths differ.
public func jensenShannonDistance(
  _ p: Distribution, _ q: Distribution
) throws(DistributionError) -> Double {
  try jensenShannon(p, q).nats.squareRoot()
}

/// The Jensen–Shannon divergence as a value; see ``jensenShannon(_:_:)-(Distribution,_)``.
public struct JensenShannon: Divergence {
  /// The divergence.
  public init() {}

  /// "JS divergence".
  public var name: String { "JS divergence" }

  /// Nats.
  public var unit: InformationUnit? { .nats }

  /// Never infinite.
  public var zeros: ZeroPolicy { .finite }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .dataProcessing, .boundedByOneBit] }

  /// JS(p, q) in nats.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try jensenShannon(p, q).nats
  }
}

/// The square root of the Jensen–Shannon divergence as a value; see ``jensenShannonDistance(_:_:)``.
public struct JensenShannonDistance: Divergence {
  /// The distance.
  public init() {}

  /// "JS distance".
  public var name: String { "JS distance" }

  /// None: the root of nats.
  public var unit: InformationUnit? { nil }

  /// Never infinite.
  public var zeros: ZeroPolicy { .finite }

  /// What it obeys.
  public var laws: DivergenceLaws { [.nonNegative, .symmetric, .dataProcessing, .triangle] }

  /// The distance.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    try jensenShannonDistance(p, q)
  }
}
