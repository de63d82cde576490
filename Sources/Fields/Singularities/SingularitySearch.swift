import Elementary
import Expressions

/// Looks for boxes in which formulas may not be as smooth as is asked.
struct SingularitySearch: BoxTest {
  private let program: IntervalProgram
  private let valueCount: Int
  private let smoothness: Smoothness
  private var workspace = IntervalWorkspace()

  init(_ expressions: [Expression], dimension: Int, smoothness: Smoothness) {
    self.smoothness = smoothness
    valueCount = expressions.count
    // Only what goes into an operation that does not exist everywhere needs narrow bounds.
    program = IntervalProgram(expressions, inputCount: dimension, narrow: 0) { graph, values in
      guard smoothness == .differentiable else { return values }
      var nodes = values
      for value in values {
        for variable in 0..<dimension { nodes.append(graph.derivative(of: value, by: variable)) }
      }
      return nodes
    }
  }

  mutating func examine(_ box: IntervalBox) -> BoxOutcome {
    guard let doubt = doubt(over: box) else { return .settled }
    let rest = DoubtfulBox(box: box, doubt: doubt)
    return doubt == .nowhere ? .final(rest) : .open(rest, along: nil)
  }

  private mutating func doubt(over box: IntervalBox) -> BoxDoubt? {
    program.evaluate(over: box, into: &workspace)
    var doubts: Interval.Doubts = []
    for output in 0..<valueCount {
      let value = workspace.value(output)
      if value.isEmpty { return .nowhere }
      doubts.formUnion(value.doubts)
    }
    if doubts.contains(.undefined) { return .undefined }
    if doubts.contains(.discontinuous) && smoothness != .defined { return .jump }
    for output in valueCount..<program.outputCount where !workspace.value(output).isContinuous {
      return .kink
    }
    return nil
  }

  /// Whether a value, or for a kink a derivative, does not exist at a point.
  private mutating func isMissing(at point: [Double], _ kind: Singularity.Kind) -> Bool {
    program.evaluate(over: IntervalBox(point.map { Interval($0) }), into: &workspace)
    let outputs = kind == .kink ? valueCount..<program.outputCount : 0..<valueCount
    return outputs.contains { workspace.value($0).isEmpty }
  }

  mutating func run(in domain: IntervalBox, limits: SearchLimits) -> Singularities {
    var search = BoxSearch(domain, limits: limits)
    search.run(&self)
    let clusters = DoubtfulCluster.all(of: search.doubtful, in: domain)
    var found: [Singularity] = []
    for (place, cluster) in clusters.enumerated() {
      var others: [DoubtfulCluster] = []
      for (index, other) in clusters.enumerated() where index != place { others.append(other) }
      found.append(singularity(cluster, beside: others, in: domain))
    }
    found.sort { first, second in
      if first.extent != second.extent { return first.extent.rawValue < second.extent.rawValue }
      return first.location.lexicographicallyPrecedes(second.location)
    }
    return Singularities(
      box: domain, smoothness: smoothness, found: found, boxesExamined: search.examined,
      isExhausted: search.isExhausted)
  }

  private mutating func singularity(
    _ cluster: DoubtfulCluster, beside others: [DoubtfulCluster], in domain: IntervalBox
  ) -> Singularity {
    let kind: Singularity.Kind
    switch cluster.doubt {
    case .kink: kind = .kink
    case .jump: kind = .jump
    default: kind = .undefined
    }
    let hasArea = cluster.doubt == .nowhere
    let isPoint = cluster.isPoint(in: domain) && !hasArea
    let simplest = cluster.simplestPoint
    let isSimple = isPoint && isMissing(at: simplest, kind)
    let location = isSimple ? simplest : cluster.hull.centre
    // A curve is met, if at all, where its equation is simple.
    var isProven = isSimple || hasArea
    for box in cluster.boxes.prefix(16) where !isProven {
      isProven = isMissing(at: box.sides.map { $0.simplest }, kind)
    }
    var clearance = Double.infinity
    for (side, coordinate) in zip(domain.sides, location) {
      clearance = min(clearance, side.upper - coordinate, coordinate - side.lower)
    }
    for other in others {
      // A hull that is far away need not be opened.
      guard other.hull.distance(from: location) < clearance else { continue }
      for box in other.boxes { clearance = min(clearance, box.distance(from: location)) }
    }
    return Singularity(
      kind: kind, extent: hasArea ? .region : isPoint ? .point : .extended, location: location,
      errorRadius: cluster.hull.reach(from: location),
      isProven: isProven, clearance: clearance, bounds: cluster.hull,
      boxes: cluster.boxes)
  }
}

extension VectorExpressionField {
  /// Where in a box the field does not exist, jumps, or has no derivatives, and the proof that it does elsewhere.
  ///
  /// Boxes are halved until the bounds of every operand show that no divisor is 0, no logarithm or root leaves its domain
  /// and nothing jumps, or until they are small. Holes that cancel, as in (x² − 1)/(x − 1), are holes all the same: the
  /// formula is taken as it is written.
  ///
  /// ```swift
  /// let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
  /// let hole = try vortex.singularities(in: IntervalBox([-2...2, -1...1])).points[0]
  /// hole.location       // (0, 0)
  /// hole.errorRadius    // 4e-12
  /// hole.clearance      // 1: room for a circle
  /// ```
  ///
  /// - Parameters:
  ///   - box: Where to look.
  ///   - smoothness: What is asked of the field.
  ///   - limits: How far to go.
  /// - Throws: ``SearchError`` unless the box has a side of finite length for each coordinate.
  public func singularities(
    in box: IntervalBox, breaking smoothness: Smoothness = .continuous, limits: SearchLimits = SearchLimits()
  ) throws(SearchError) -> Singularities {
    try SearchError.check(box, dimension: dimension)
    var search = SingularitySearch(expressions, dimension: dimension, smoothness: smoothness)
    return search.run(in: box, limits: limits)
  }
}

extension ScalarExpressionField {
  /// Where in a box the scalar does not exist, jumps, or has no derivatives, as in
  /// ``VectorExpressionField/singularities(in:breaking:limits:)``.
  ///
  /// - Throws: ``SearchError`` unless the box has a side of finite length for each coordinate.
  public func singularities(
    in box: IntervalBox, breaking smoothness: Smoothness = .continuous, limits: SearchLimits = SearchLimits()
  ) throws(SearchError) -> Singularities {
    try SearchError.check(box, dimension: dimension)
    var search = SingularitySearch([expression], dimension: dimension, smoothness: smoothness)
    return search.run(in: box, limits: limits)
  }
}
