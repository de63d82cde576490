import Elementary

/// Where the bins of a histogram end.
public enum HistogramEdges: Equatable, Sendable {
  /// Equal bins over the range of the values, at most 2 · IQR · n^(−1/3) wide (Freedman & Diaconis 1981); log₂ n + 1
  /// bins (Sturges 1926) if half of the values are the same. Quartiles are interpolated linearly.
  case freedmanDiaconis
  /// These, ascending.
  case given([Double])

  /// The most bins the rule may ask for.
  static var limit: Int { 1 << 20 }
}

/// How many values fell between edges.
///
/// A bin holds its lower edge; the last one its upper edge as well.
public struct Histogram: Equatable, Sendable {
  /// The edges, ascending; one more than there are bins.
  public let edges: [Double]
  /// How many values each bin holds.
  public let counts: [Int]

  /// Counts values.
  ///
  /// - Throws: ``SampleError`` naming a value that is not finite or outside the edges, an edge that does not ascend, or
  ///   saying that all values are the same.
  public init(_ values: [Double], edges rule: HistogramEdges = .freedmanDiaconis) throws(SampleError) {
    _ = try sampled([values])
    let edges = try rule.edges(values)
    try self.init(values, checked: edges)
  }

  fileprivate init(_ values: [Double], checked edges: [Double]) throws(SampleError) {
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for (index, value) in values.enumerated() {
      guard let bin = Histogram.bin(value, edges) else { throw .outside(index: index, value: value) }
      counts[bin] += 1
    }
    self.edges = edges
    self.counts = counts
  }

  private static func bin(_ value: Double, _ edges: [Double]) -> Int? {
    guard value >= edges[0], value <= edges[edges.count - 1] else { return nil }
    var lower = 0
    var upper = edges.count - 1
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if value >= edges[middle] { lower = middle } else { upper = middle }
    }
    return lower
  }

  /// The number of values.
  public var total: Int { counts.reduce(0, +) }

  /// The differential entropy of the density that is constant in each bin: −Σ p log(p/w), in nats, w the bin's width.
  ///
  /// Counts make it too small by about (occupied bins − 1)/(2n), which is added unless it is asked for as it comes
  /// (Miller 1955). The interval is asymptotic, from the variance of log(p/w) among the values. It does not know what
  /// the steps of the histogram add for a smooth density, nor that the edges were chosen by the values.
  ///
  /// - Parameters:
  ///   - isCorrected: Whether the bias of the counts is taken off.
  ///   - confidence: What share of intervals should hold the truth.
  /// - Throws: ``SampleError`` unless the confidence is between 0 and 1.
  public func differentialEntropy(
    isCorrected: Bool = true, confidence: Double = 0.95
  ) throws(SampleError) -> SampleEstimate {
    try checkConfidence(confidence)
    let total = Double(total)
    var mean = CompensatedSum()
    var terms = [Double](repeating: 0, count: counts.count)
    for (bin, count) in counts.enumerated() where count > 0 {
      let share = Double(count) / total
      terms[bin] = -Double.log(share / (edges[bin + 1] - edges[bin]))
      mean.add(share * terms[bin])
    }
    let plugIn = mean.value
    var variance = CompensatedSum()
    for (bin, count) in counts.enumerated() {
      variance.add(Double(count) / total * (terms[bin] - plugIn) * (terms[bin] - plugIn))
    }
    let error = (variance.value / total).squareRoot()
    let occupied = counts.count { $0 > 0 }
    let rule = isCorrected ? "Miller–Madow" : "plug-in"
    let value = isCorrected ? plugIn + Double(occupied - 1) / (2 * total) : plugIn
    return SampleEstimate(
      value: InformationValue(value, .nats),
      interval: interval(value, error: error, quantile: Quantiles.normal(confidence)),
      confidence: confidence, method: "histogram of \(counts.count) bins, \(rule)",
      sampleSize: Int(total))
  }
}

extension HistogramEdges {
  /// The edges for finite values.
  fileprivate func edges(_ values: [Double]) throws(SampleError) -> [Double] {
    switch self {
    case .given(let edges):
      guard edges.count >= 2 else { throw .edges(index: edges.count) }
      for (index, edge) in edges.enumerated() {
        guard edge.isFinite, index == 0 || edge > edges[index - 1] else { throw .edges(index: index) }
      }
      return edges
    case .freedmanDiaconis:
      return try HistogramEdges.freedmanDiaconisEdges(values)
    }
  }

  private static func freedmanDiaconisEdges(_ values: [Double]) throws(SampleError) -> [Double] {
    let sorted = values.sorted()
    let least = sorted[0]
    let range = sorted[sorted.count - 1] - least
    guard range > 0 else { throw .constant(axis: 0) }
    let count = Double(sorted.count)
    let spread = quantile(sorted, 0.75) - quantile(sorted, 0.25)
    let width = 2 * spread / Double.cbrt(count)
    let bins = width > 0 ? (range / width).rounded(.up) : (Double.log2(count) + 1).rounded(.up)
    guard bins <= Double(limit) else { throw .tooManyBins }
    var edges = (0...Int(bins)).map { least + range * (Double($0) / bins) }
    edges[edges.count - 1] = sorted[sorted.count - 1]
    for index in 1..<edges.count where edges[index] <= edges[index - 1] { throw .tooManyBins }
    return edges
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}

/// Which divergence is taken between two histograms.
public enum HistogramDivergence: Sendable, CaseIterable, Hashable {
  /// D(p‖q); infinite where the first sample has values in a bin without any of the second.
  case kullbackLeibler
  /// The mean of the divergences of p and q from their mean; at most ln 2.
  case jensenShannon
}

/// The divergence between the densities of two samples of numbers, by histograms with the same edges.
///
/// The widths of the bins cancel. The interval is the delta method's, from the variance of the derivative by each
/// share; there is none for an infinite value. It does not know of the bias, which is upwards: about
/// (bins − 1)/2 · (1/n + 1/m) for Kullback–Leibler and a quarter of that for Jensen–Shannon where the densities are
/// equal. With many bins that may be most of the value; whether two samples differ at all a permutation test says.
///
/// - Parameters:
///   - first: Independent values from p.
///   - second: Independent values from q.
///   - measure: Which divergence.
///   - edges: The edges; the rule is applied to both samples pooled.
///   - confidence: What share of intervals should hold the truth.
/// - Throws: ``SampleError`` naming a value that is not finite or outside the edges (values of the second sample count
///   after those of the first).
public func histogramDivergence(
  _ first: [Double], _ second: [Double], _ measure: HistogramDivergence = .jensenShannon,
  edges rule: HistogramEdges = .freedmanDiaconis, confidence: Double = 0.95
) throws(SampleError) -> SampleEstimate {
  try checkConfidence(confidence)
  guard !first.isEmpty, !second.isEmpty else { throw .tooFew(count: 0, needed: 1) }
  let pooled = try Histogram(first + second, edges: rule)
  let p = try Histogram(first, checked: pooled.edges)
  let q = try Histogram(second, checked: pooled.edges)
  let result = HistogramPair(p, q).divergence(measure)
  let method = measure == .kullbackLeibler ? "Kullback–Leibler" : "Jensen–Shannon"
  return SampleEstimate(
    value: InformationValue(result.value, .nats),
    interval: interval(result.value, error: result.error, quantile: Quantiles.normal(confidence)),
    confidence: confidence, method: "\(method), histograms of \(p.counts.count) bins",
    sampleSize: first.count + second.count)
}

/// The shares of two samples in the same bins.
private struct HistogramPair {
  let p: [Double]
  let q: [Double]
  let n: Double
  let m: Double

  init(_ first: Histogram, _ second: Histogram) {
    let n = Double(first.total)
    let m = Double(second.total)
    p = first.counts.map { Double($0) / n }
    q = second.counts.map { Double($0) / m }
    self.n = n
    self.m = m
  }

  /// A divergence and its standard error by the delta method.
  func divergence(_ measure: HistogramDivergence) -> (value: Double, error: Double) {
    var value = CompensatedSum()
    var byP = [Double](repeating: 0, count: p.count)
    var byQ = byP
    for bin in p.indices {
      let a = p[bin]
      let b = q[bin]
      switch measure {
      case .kullbackLeibler:
        guard a == 0 || b > 0 else { return (.infinity, .nan) }
        value.add(Term.kullbackLeibler(a, b))
        guard a > 0 else { continue }
        byP[bin] = Double.log(a / b)
        byQ[bin] = -a / b
      case .jensenShannon:
        guard a + b > 0 else { continue }
        value.add(Term.jensenShannon(a, b))
        if a > 0 { byP[bin] = Double.log(2 * a / (a + b)) / 2 }
        if b > 0 { byQ[bin] = Double.log(2 * b / (a + b)) / 2 }
      }
    }
    let variance = HistogramPair.variance(byP, p) / n + HistogramPair.variance(byQ, q) / m
    return (value.value, variance.squareRoot())
  }

  private static func variance(_ values: [Double], _ shares: [Double]) -> Double {
    var mean = 0.0
    for (value, share) in zip(values, shares) { mean += value * share }
    var variance = 0.0
    for (value, share) in zip(values, shares) { variance += share * (value - mean) * (value - mean) }
    return variance
  }
}
