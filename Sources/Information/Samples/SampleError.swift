import Neighbours

/// Why a quantity cannot be estimated from a sample.
public enum SampleError: Error, Equatable, Sendable {
  /// The numbers are no points: one of them is not finite, or there are none.
  case points(NeighbourError)
  /// The sample has no more points than neighbours are asked for, or too few to tell a spread.
  case tooFew(count: Int, needed: Int)
  /// The number of neighbours is less than 1.
  case neighbours(Int)
  /// Samples whose points belong together differ in size.
  case differentCounts(Int, Int)
  /// Samples that are compared have points of different dimensions.
  case differentDimensions(Int, Int)
  /// So many points have their k-th neighbour at their own place, `first` before the others: there the density is
  /// infinite or the sample is not from a density.
  case repeated(points: Int, first: Int, k: Int)
  /// All values are the same (on this axis), so that there is no width to be found.
  case constant(axis: Int)
  /// An edge of a histogram is not finite or not above the one before it, or there are fewer than two; edges count
  /// from 0.
  case edges(index: Int)
  /// A value lies outside the given edges; values count from 0.
  case outside(index: Int, value: Double)
  /// The rule asks for more bins than a histogram has.
  case tooManyBins
  /// The bandwidth is not a finite number above 0.
  case bandwidth(Double)
  /// The confidence is not between 0 and 1.
  case confidence(Double)
  /// The number of permutations is less than 1.
  case permutations(Int)
}

extension SampleError: CustomStringConvertible {
  /// One sentence: where, what, and what would be right.
  public var description: String {
    switch self {
    case .points(let error):
      error.description
    case .tooFew(let count, let needed):
      "the sample has \(count) points; expected at least \(needed)"
    case .neighbours(let k):
      "k is \(k); expected 1 or more"
    case .differentCounts(let first, let second):
      "the samples have \(first) and \(second) points; expected pairs"
    case .differentDimensions(let first, let second):
      "the points have \(first) and \(second) coordinates; expected the same number"
    case .repeated(let points, let first, let k):
      "the neighbour number \(k) of \(points) points, the first at index \(first), is at the same place; expected "
        + "values from a density (more neighbours than repetitions, or counts of the values, may do)"
    case .constant(let axis):
      "all values on axis \(axis) are the same; expected values that differ (or a width)"
    case .edges(let index):
      "edge \(index) is missing, not finite or not above the one before it; expected at least two ascending edges"
    case .outside(let index, let value):
      "the value \(value) at index \(index) is outside the edges; expected edges that enclose all values"
    case .tooManyBins:
      "the rule asks for more than \(HistogramEdges.limit) bins; expected given edges for values so far apart"
    case .bandwidth(let value):
      "the bandwidth is \(value); expected a finite number above 0"
    case .confidence(let value):
      "the confidence is \(value); expected a number between 0 and 1"
    case .permutations(let count):
      "\(count) permutations are asked for; expected 1 or more"
    }
  }
}

/// Points from coordinates, with the error of this room.
func sampled(_ axes: [[Double]]) throws(SampleError) -> PointSet {
  do { return try PointSet(axes) } catch { throw .points(error) }
}

func checkConfidence(_ confidence: Double) throws(SampleError) {
  guard confidence > 0, confidence < 1 else { throw .confidence(confidence) }
}

func checkNeighbours(_ k: Int, _ count: Int, needed: Int) throws(SampleError) {
  guard k >= 1 else { throw .neighbours(k) }
  guard count >= needed else { throw .tooFew(count: count, needed: needed) }
}

/// Refuses distances that vanish: their logarithm would be −∞.
func checkDistances(_ distances: [Double], k: Int) throws(SampleError) {
  guard let first = distances.firstIndex(of: 0) else { return }
  throw .repeated(points: distances.count { $0 == 0 }, first: first, k: k)
}
