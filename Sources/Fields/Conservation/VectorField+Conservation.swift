import Elementary
import Expressions

extension VectorField {
  /// Whether the field is conservative in a box, as far as numbers can tell.
  ///
  /// Numbers never prove a curl to be 0: the verdict is ``Conservation/Verdict/notConservative``, shown by a loop, or
  /// ``Conservation/Verdict/undecided``.
  ///
  /// - Parameters:
  ///   - box: The part of space that is looked at.
  ///   - tolerance: By how much a derivative may be off; without one, a millionth of the largest, because samples leave
  ///     open what is between them.
  /// - Precondition: the field has as many components as coordinates, and the box as many sides, at least two.
  public func conservation(in box: IntervalBox, tolerance: Double? = nil) -> Conservation {
    precondition(components == dimension && box.dimension == dimension && dimension > 1)
    let survey = CurlSurvey(of: self, in: box)
    let allowed = tolerance ?? 1e-6 * survey.scale
    guard survey.value.magnitude > 2 * allowed else {
      let evidence = Conservation.CurlEvidence.small(
        at: survey.place, value: survey.value, tolerance: allowed)
      let potential = integratedPotential(in: box)
      return Conservation(
        verdict: .undecided, curl: evidence, holes: [], potential: potential, witness: nil)
    }
    let evidence = Conservation.CurlEvidence.large(
      at: survey.place, value: survey.value, tolerance: allowed, pair: survey.pair)
    let witness = loop(around: survey.place, plane: survey.pair, in: box, avoiding: [])
    return Conservation(
      verdict: witness == nil ? .undecided : .notConservative, curl: evidence, holes: [], potential: nil,
      witness: witness)
  }

  /// A circle near a point, inside the box and away from places, around which the field does work.
  func loop(
    around place: [Double], plane: SIMD2<Int>, in box: IntervalBox, avoiding places: [[Double]]
  ) -> Conservation.Loop? {
    let least = box.sides.reduce(Double.infinity) { min($0, $1.upper - $1.lower) }
    var radius = least / 4
    for _ in 0..<12 {
      var centre = place
      for row in [plane.x, plane.y] {
        centre[row] = min(max(centre[row], box[row].lower + radius), box[row].upper - radius)
      }
      let isFree = places.allSatisfy { CurlGeometry.distance($0, centre) > 1.2 * radius }
      if isFree, let loop = circle(centre, radius, plane), loop.doesWork { return loop }
      radius /= 2
    }
    return nil
  }

  /// The field's work along a circle in a plane of two coordinates.
  func circle(_ centre: [Double], _ radius: Double, _ plane: SIMD2<Int>) -> Conservation.Loop? {
    let angle = Expression.variable(0)
    let ring = centre.indices.map { row -> Expression in
      let middle = Expression.number(centre[row])
      guard row == plane.x || row == plane.y else { return middle }
      let turning = Expression.unary(row == plane.x ? .cos : .sin, angle)
      return .binary(.add, middle, .binary(.multiply, .number(radius), turning))
    }
    let path = VectorExpressionField(ring, variables: .curve)
    guard let curve = try? Curve(path, over: 0...(2 * Double.pi)),
      let circulation = try? lineIntegral(along: curve)
    else { return nil }
    return Conservation.Loop(centre: centre, radius: radius, plane: plane, circulation: circulation)
  }

  /// The potential along straight lines from the middle of a box, with the largest |F − ∇φ| on a lattice.
  func integratedPotential(in box: IntervalBox) -> Conservation.Potential {
    let potential = PotentialField(of: self, from: box.centre)
    // Each point asks for the field along a whole line.
    let points = CurlSurvey.lattice(box, about: 200)
    let gradients = Block<Double>(rows: dimension, capacity: points.count)
    let vectors = Block<Double>(rows: dimension, capacity: points.count)
    potential.gradients(at: points, into: gradients)
    values(at: points, into: vectors)
    var residual = 0.0
    for lane in 0..<points.count {
      var length = 0.0
      for row in 0..<dimension { length = Double.hypot(length, vectors[row, lane] - gradients[row, lane]) }
      if length.isFinite { residual = max(residual, length) }
    }
    return .integrated(from: box.centre, residual: residual)
  }
}

extension VectorExpressionField {
  /// Whether the field is conservative in a box: by algebra, by bounds, and by its holes.
  ///
  /// - Precondition: the field has as many components as coordinates, and the box as many sides, at least two.
  @export(interface)
  public func conservation(in box: IntervalBox) -> Conservation {
    precondition(components == dimension && box.dimension == dimension && dimension > 1)
    let sites = holes(in: box)
    let evidence = curlEvidence(in: box)
    switch evidence {
    case .provenZero:
      let holes = sites.compactMap { hole($0) }
      let hasPeriod = holes.contains { $0.hasPeriod }
      let potential = Expression.potential(of: expressions).map { Conservation.Potential.formula($0) }
      return Conservation(
        verdict: hasPeriod ? .notConservative : .conservative, curl: evidence, holes: holes,
        potential: potential ?? (hasPeriod ? nil : integratedPotential(in: box)), witness: nil)
    case .provenNonzero(let place, _, let pair):
      let witness = loop(around: place, plane: pair, in: box, avoiding: sites.map { $0.location })
      return Conservation(
        verdict: .notConservative, curl: evidence, holes: [], potential: nil, witness: witness)
    case .small, .large:
      return Conservation(
        verdict: .undecided, curl: evidence, holes: sites.compactMap { hole($0) },
        potential: integratedPotential(in: box), witness: nil)
    }
  }

  /// The components ∂Fⱼ/∂xᵢ − ∂Fᵢ/∂xⱼ of the curl, i < j.
  private var curlComponents: [(pair: SIMD2<Int>, expression: Expression)] {
    var graph = ExpressionGraph.exact
    let nodes = expressions.map { graph.insert($0) }
    var result: [(pair: SIMD2<Int>, expression: Expression)] = []
    for i in 0..<dimension {
      for j in (i + 1)..<max(dimension, i + 1) {
        let first = graph.derivative(of: nodes[j], by: i)
        let second = graph.derivative(of: nodes[i], by: j)
        let node = graph.difference(first, second)
        guard graph.sizes(of: [node]) <= 20_000 else { continue }
        result.append((pair: SIMD2(i, j), expression: graph.expression(node)))
      }
    }
    return result
  }

  private func curlEvidence(in box: IntervalBox) -> Conservation.CurlEvidence {
    let components = curlComponents
    let count = dimension * (dimension - 1) / 2
    if components.count == count, components.allSatisfy({ $0.expression.isProvenZero }) { return .provenZero }
    let survey = CurlSurvey(of: self, in: box)
    if let component = components.first(where: { $0.pair == survey.pair }) {
      // Short, so that what cancels by algebra does not blur the bounds.
      let program = IntervalProgram([component.expression.simplified], inputCount: dimension)
      let point = IntervalBox(survey.place.map { Interval($0) })
      let value = program.values(over: point)[0]
      if !value.isEmpty, !value.mayBeUndefined, !value.contains(0) {
        return .provenNonzero(at: survey.place, value: value, pair: survey.pair)
      }
    }
    let rounding = VectorReading.rounding * survey.scale
    return .small(at: survey.place, value: survey.value, tolerance: rounding)
  }

  /// A place where the field does not exist, and the distance to the next.
  private struct Site {
    let location: [Double]
    let errorRadius: Double
    let clearance: Double
  }

  private func holes(in box: IntervalBox) -> [Site] {
    let found = (try? singularities(in: box))?.found ?? []
    return found.filter { $0.kind == .undefined }.map {
      Site(location: $0.location, errorRadius: $0.errorRadius, clearance: $0.clearance)
    }
  }

  /// The loop around a site with the greatest circulation, in the planes of two coordinates.
  private func hole(_ site: Site) -> Conservation.Hole? {
    let radius = max(site.clearance / 2, 2 * site.errorRadius)
    guard radius > 0, radius.isFinite else { return nil }
    var best: Conservation.Loop?
    for i in 0..<dimension {
      for j in (i + 1)..<max(dimension, i + 1) {
        // A loop that meets the singular set has no circulation.
        guard let loop = circle(site.location, radius, SIMD2(i, j)), loop.circulation.value.isFinite else {
          continue
        }
        if loop.circulation.value.magnitude > best?.circulation.value.magnitude ?? -1 { best = loop }
      }
    }
    return best.map { Conservation.Hole(location: site.location, errorRadius: site.errorRadius, loop: $0) }
  }
}

/// Distances between points as arrays.
enum CurlGeometry {
  static func distance(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { Double.hypot($0, $1.0 - $1.1) }
  }
}
