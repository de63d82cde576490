import Elementary
import Neighbours
import Parallel
import SpecialFunctions

/// Which of the two estimators of Kraskov, Stögbauer and Grassberger.
public enum KraskovAlgorithm: Sendable, CaseIterable, Hashable {
  /// A square around each point: eq. 8 of the paper; less variance.
  case first
  /// A rectangle around each point and its neighbours: eq. 9; less bias in many dimensions.
  case second
}

/// The mutual information of pairs from a joint density, by nearest neighbours (Kraskov, Stögbauer & Grassberger 2004,
/// "KSG").
///
/// I = ψ(k) + ψ(n) − ⟨ψ(nₓ + 1) + ψ(n_y + 1)⟩, where nₓ counts the points whose x is strictly nearer than the k-th
/// neighbour in the maximum norm of (x, y); or, by the second algorithm, I = ψ(k) − 1/k + ψ(n) − ⟨ψ(nₓ) + ψ(n_y)⟩ with
/// the smallest rectangle around the k neighbours, its border counted. Nearly unbiased where x and y are independent;
/// as an estimate it may then be negative. To scale x and y alike, or to move either, changes nothing; to scale one of
/// them alone changes the estimate, not the truth: bring both to a similar spread.
///
/// Values that were rounded or counted repeat: where k others share a point's place this is an error; where fewer do,
/// or only x or only y repeats, the estimate stands, with a bias that the interval does not know of.
///
/// The interval is found from random halves of the sample; it costs as much again as the value for every halving.
/// For bivariate normal pairs with ρ = 0, 0.6 and 0.9, n = 200 and 1,000, intervals of 95 % held the truth in 93 to
/// 95 % of 1,000 samples. Stronger dependence at small n is biased, and then they hold it less often.
///
/// - Parameters:
///   - x: Points in any dimension.
///   - y: As many points in any dimension, in the same order.
///   - k: Which neighbour: a larger k has less variance and more bias.
///   - algorithm: The first or the second of the paper.
///   - halvings: How many halvings give the interval; 0 saves their time and gives none.
///   - confidence: What share of intervals should hold the truth.
///   - seed: The seed of the halvings.
/// - Throws: ``SampleError`` unless x and y have the same number of points n and 1 ≤ k < n, or if a point has k others
///   at its own place.
public func mutualInformation(
  _ x: PointSet, _ y: PointSet, k: Int = 4, algorithm: KraskovAlgorithm = .first, halvings: Int = 10,
  confidence: Double = 0.95, seed: UInt64 = 0
) throws(SampleError) -> SampleEstimate {
  try checkConfidence(confidence)
  let value = try kraskov(x, y, k, algorithm)
  let halving = Halving(count: halvings, confidence: confidence, seed: seed)
  let interval = try halving.interval(value, sizes: [x.count], least: k + 1) {
    half throws(SampleError) in
    try kraskov(x.points(half[0]), y.points(half[0]), k, algorithm)
  }
  return SampleEstimate(
    value: InformationValue(value, .nats), interval: interval, confidence: confidence,
    method: "KSG \(algorithm == .first ? 1 : 2), k = \(k)", sampleSize: x.count)
}

/// The mutual information of pairs of numbers, by nearest neighbours.
///
/// - Throws: ``SampleError``, also naming the index of a value that is not finite.
public func mutualInformation(
  _ x: [Double], _ y: [Double], k: Int = 4, algorithm: KraskovAlgorithm = .first, halvings: Int = 10,
  confidence: Double = 0.95, seed: UInt64 = 0
) throws(SampleError) -> SampleEstimate {
  try mutualInformation(
    sampled([x]), sampled([y]), k: k, algorithm: algorithm, halvings: halvings, confidence: confidence,
    seed: seed)
}

/// The value alone, in nats.
func kraskov(
  _ x: PointSet, _ y: PointSet, _ k: Int, _ algorithm: KraskovAlgorithm
) throws(SampleError) -> Double {
  guard x.count == y.count else { throw .differentCounts(x.count, y.count) }
  try checkNeighbours(k, x.count, needed: k + 1)
  let near: Neighbourhoods
  do { near = try NeighbourTree(x.joined(with: y)).nearest(k, norm: .maximum) } catch { throw .points(error) }
  let radii = near.distances(to: k)
  try checkDistances(radii, k: k)
  let digamma = DigammaTable(count: x.count)
  let ofK = Double.polygamma(0, Double(k))
  let sum = ofK + Double.polygamma(0, Double(x.count))
  switch algorithm {
  case .first:
    let nx = neighbourCounts(x, within: radii)
    let ny = neighbourCounts(y, within: radii)
    return sum - digamma.mean(nx, ny, offset: 1)
  case .second:
    // What is at the border counts: the radius is the next number above.
    let nx = neighbourCounts(x, within: reaches(x, near))
    let ny = neighbourCounts(y, within: reaches(y, near))
    return sum - 1 / Double(k) - digamma.mean(nx, ny, offset: 0)
  }
}

/// How many other points lie strictly within each point's radius, in the maximum norm.
private func neighbourCounts(_ points: PointSet, within radii: [Double]) -> [Int] {
  if points.dimension == 1 {
    let counts = try? SortedValues(points, axis: 0).counts(within: radii, of: points.coordinates)
    return counts?.map { $0 - 1 } ?? []
  }
  // There is a radius for every point, so that there is nothing to throw.
  return (try? NeighbourTree(points).counts(within: radii, norm: .maximum)) ?? []
}

/// The number above the largest distance, in these coordinates, of each point to its neighbours.
private func reaches(_ points: PointSet, _ near: Neighbourhoods) -> [Double] {
  points.coordinates.withUnsafeBufferPointer { coordinates in
    (0..<near.count).map { point in
      var reach = 0.0
      for axis in 0..<points.dimension {
        let start = axis * points.count
        for neighbour in near[point] {
          let distance = (coordinates[start + Int(neighbour)] - coordinates[start + point]).magnitude
          reach = max(reach, distance)
        }
      }
      return reach.nextUp
    }
  }
}

/// ψ(1) … ψ(n), by the recurrence ψ(m + 1) = ψ(m) + 1/m from every 64th.
struct DigammaTable {
  private let values: [Double]

  init(count: Int) {
    var values = [Double](repeating: 0, count: count + 1)
    for start in stride(from: 1, through: count, by: 64) {
      var value = Double.polygamma(0, Double(start))
      for m in start..<min(start + 64, count + 1) {
        values[m] = value
        value += 1 / Double(m)
      }
    }
    self.values = values
  }

  /// The mean of ψ(first + offset) + ψ(second + offset).
  func mean(_ first: [Int], _ second: [Int], offset: Int) -> Double {
    var sum = CompensatedSum()
    for (a, b) in zip(first, second) { sum.add(values[a + offset] + values[b + offset]) }
    return sum.value / Double(first.count)
  }
}
