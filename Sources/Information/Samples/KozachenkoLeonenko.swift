import Elementary
import Neighbours
import SpecialFunctions

/// The differential entropy −∫ f log f of the density a sample is from, by nearest neighbours.
///
/// H = ψ(n) − ψ(k) + log c + (d/n) Σ log εᵢ, with εᵢ the distance from point i to its k-th neighbour and c the volume
/// of the unit ball of the norm (Kozachenko & Leonenko 1987; in this form Kraskov, Stögbauer & Grassberger 2004,
/// eq. 20). In nats, of a density per unit of the coordinates to the power d; it may be negative.
///
/// The interval is asymptotic: the variance of the terms d log εᵢ, plus (0.7 − 0.3/k) ψ′(k) for what
/// neighbours share. That the share does not depend on the density is theory (Delattre & Fournier 2017); its size is
/// what points spread evenly on a torus show in one to three dimensions (`Scripts/neighbour-reference.py torus`). The
/// interval does not know of bias, which grows with the dimension and with k: from 1,000 points of the normal
/// distribution in space intervals of 95 % hold the truth in 93 % of samples at k = 1 and in 79 % at k = 4.
///
/// ```swift
/// let heights = try PointSet(line: [1.62, 1.71, 1.58, 1.80, 1.66, 1.75, 1.69])
/// try kozachenkoLeonenko(heights, k: 3).value.nats
/// ```
///
/// - Parameters:
///   - sample: Independent points from one density.
///   - k: Which neighbour: a larger k has less variance and more bias.
///   - norm: Which distance; both estimate the same entropy.
///   - confidence: What share of intervals should hold the truth.
/// - Throws: ``SampleError`` unless 1 ≤ k < n, or if a point has k others at its own place (its term would be −∞).
public func kozachenkoLeonenko(
  _ sample: PointSet, k: Int = 4, norm: Norm = .maximum, confidence: Double = 0.95
) throws(SampleError) -> SampleEstimate {
  try checkConfidence(confidence)
  try checkNeighbours(k, sample.count, needed: k + 1)
  let distances = try neighbourDistances(NeighbourTree(sample), k, norm)
  let dimension = Double(sample.dimension)
  let terms = logarithms(distances).map { dimension * $0 }
  let local = LocalTerms(terms)
  let count = Double(sample.count)
  let constant = Double.polygamma(0, count) - Double.polygamma(0, Double(k))
  let value = constant + logUnitBall(norm, sample.dimension) + local.mean
  let shared = (0.7 - 0.3 / Double(k)) * Double.polygamma(1, Double(k))
  let error = ((local.variance + shared) / count).squareRoot()
  return SampleEstimate(
    value: InformationValue(value, .nats),
    interval: interval(value, error: error, quantile: Quantiles.normal(confidence)),
    confidence: confidence, method: "Kozachenko–Leonenko, k = \(k), \(norm.name) norm",
    sampleSize: sample.count)
}

/// The differential entropy of the density of numbers on a line.
///
/// - Throws: ``SampleError``, also naming the index of a value that is not finite.
public func kozachenkoLeonenko(
  _ values: [Double], k: Int = 4, confidence: Double = 0.95
) throws(SampleError) -> SampleEstimate {
  try kozachenkoLeonenko(sampled([values]), k: k, confidence: confidence)
}

extension Norm {
  var name: String {
    switch self {
    case .maximum: "maximum"
    case .euclidean: "Euclidean"
    }
  }
}

/// The distances of all points to their k-th neighbours, none of them 0.
func neighbourDistances(
  _ tree: NeighbourTree, _ k: Int, _ norm: Norm
) throws(SampleError) -> [Double] {
  let distances: [Double]
  do { distances = try tree.nearest(k, norm: norm).distances(to: k) } catch { throw .points(error) }
  try checkDistances(distances, k: k)
  return distances
}

/// The logarithms of numbers, in lanes.
func logarithms(_ values: [Double]) -> [Double] {
  var result = values
  result.withUnsafeMutableBufferPointer { buffer in
    guard let first = buffer.baseAddress else { return }
    Double.log(first, into: first, count: buffer.count)
  }
  return result
}

/// The logarithm of the volume of the unit ball: 2ᵈ, or π^(d/2) / Γ(1 + d/2) by V(d) = V(d − 2) · 2π/d.
func logUnitBall(_ norm: Norm, _ dimension: Int) -> Double {
  let two = Double.log(2)
  guard norm == .euclidean else { return Double(dimension) * two }
  var result = dimension % 2 == 0 ? 0 : two
  for d in stride(from: dimension % 2 == 0 ? 2 : 3, through: dimension, by: 2) {
    result += Double.log(2 * Double.pi / Double(d))
  }
  return result
}
