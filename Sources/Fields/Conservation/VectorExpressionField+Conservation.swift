import Elementary
import Expressions

extension VectorExpressionField {
  /// Whether the field is conservative in a box: by algebra, by bounds, and by its holes.
  ///
  /// - Precondition: the field has as many components as coordinates, and the box as many sides, at least two.
  @export(interface)
  public func conservation(in box: IntervalBox) -> Conservation {
    precondition(components == dimension && box.dimension == dimension && dimension > 1)
    let sites = (try? singularities(in: box))?.found ?? []
    let evidence = curlEvidence(in: box)
    // Of what exists nowhere nothing can be said, though everything would be true.
    if let values = enclosure?.values(over: box), values.contains(where: { $0.isEmpty }) {
      return Conservation(verdict: .undecided, curl: evidence, holes: [], potential: nil, witness: nil)
    }
    switch evidence {
    case .provenZero: return curlFree(evidence, sites, in: box)
    case .provenNonzero(let place, _, let pair):
      let witness = loop(around: place, plane: pair, in: box, avoiding: sites.map { $0.location })
      return Conservation(
        verdict: .notConservative, curl: evidence, holes: [], potential: nil, witness: witness)
    case .small, .large:
      let holes = holes(sites, in: box)
      let hasPeriod = holes.contains { $0.hasPeriod }
      return Conservation(
        verdict: hasPeriod ? .notConservative : .undecided, curl: evidence, holes: holes,
        potential: sites.isEmpty ? integratedPotential(in: box) : nil, witness: nil)
    }
  }

  /// The verdict on a field whose curl is proven 0 wherever it has derivatives.
  private func curlFree(
    _ evidence: Conservation.CurlEvidence, _ sites: [Singularity], in box: IntervalBox
  ) -> Conservation {
    let holes = holes(sites, in: box)
    // A potential without jumps decides, whatever the holes are like.
    if let potential = Expression.firstPotential(of: expressions, where: { holds($0, in: box) }) {
      return Conservation(
        verdict: .conservative, curl: evidence, holes: holes, potential: .formula(potential), witness: nil)
    }
    let local = Expression.potential(of: expressions).map { Conservation.Potential.local($0) }
    if holes.contains(where: { $0.hasPeriod }) {
      return Conservation(
        verdict: .notConservative, curl: evidence, holes: holes, potential: local, witness: nil)
    }
    if let witness = loopAcrossJumps(sites, in: box) {
      return Conservation(
        verdict: .notConservative, curl: evidence, holes: holes, potential: local, witness: witness)
    }
    let isDecided = sites.allSatisfy { forbidsNothing($0, holes, in: box) }
    return Conservation(
      verdict: isDecided ? .conservative : .undecided, curl: evidence, holes: holes,
      potential: sites.isEmpty ? integratedPotential(in: box) : local, witness: nil)
  }

  /// Whether a formula whose gradient is the field exists without jumps wherever in the box the field exists.
  private func holds(_ potential: Expression, in box: IntervalBox) -> Bool {
    var search = SingularitySearch([potential], dimension: dimension, smoothness: .continuous)
    var own = SingularitySearch(expressions, dimension: dimension, smoothness: .defined)
    for site in search.run(in: box, limits: SearchLimits()).found {
      for part in site.boxes {
        if case .settled = own.examine(part) { return false }
      }
    }
    return true
  }

  /// Whether a singularity leaves it to the others whether there is a potential.
  ///
  /// Of a connected hole of the plane one loop around it tells all there is to tell, and of one that reaches the border
  /// there is nothing to tell. In space a point is no obstacle to drawing a loop together; a line may be one.
  private func forbidsNothing(_ site: Singularity, _ holes: [Conservation.Hole], in box: IntervalBox) -> Bool
  {
    guard site.kind == .undefined else { return false }
    guard dimension == 2 else { return site.extent == .point }
    if holes.contains(where: { $0.location == site.location }) { return true }
    let isAtBorder = zip(site.bounds.sides, box.sides).contains {
      $0.lower <= $1.lower || $0.upper >= $1.upper
    }
    guard isAtBorder else { return false }
    if site.extent != .point { return true }
    // A pole next to the border may be within.
    return zip(site.location, box.sides).contains { $0 == $1.lower || $0 == $1.upper } && site.isProven
  }
}

// MARK: The curl

extension VectorExpressionField {
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
    let point = IntervalBox(survey.place.map { Interval($0) })
    // First the component that seemed the largest; rounding may have made it so.
    let ordered = components.filter { $0.pair == survey.pair } + components.filter { $0.pair != survey.pair }
    for component in ordered {
      // Short, so that what cancels by algebra does not blur the bounds.
      let program = IntervalProgram([component.expression.simplified], inputCount: dimension)
      let value = program.values(over: point)[0]
      if !value.isEmpty, !value.mayBeUndefined, !value.contains(0) {
        return .provenNonzero(at: survey.place, value: value, pair: component.pair)
      }
    }
    let rounding = VectorReading.rounding * survey.scale
    return .small(at: survey.place, value: survey.value, tolerance: rounding)
  }
}

// MARK: Loops

extension VectorExpressionField {
  /// The holes around which a loop can be drawn inside the box, each with the loop of the greatest circulation.
  private func holes(_ sites: [Singularity], in box: IntervalBox) -> [Conservation.Hole] {
    sites.filter { $0.kind == .undefined }.compactMap { hole($0, beside: sites, in: box) }
  }

  private func hole(
    _ site: Singularity, beside sites: [Singularity], in box: IntervalBox
  ) -> Conservation.Hole? {
    var best: Conservation.Loop?
    for i in 0..<dimension {
      for j in (i + 1)..<max(dimension, i + 1) {
        for level in levels(of: site, besides: SIMD2(i, j), in: box) {
          guard let loop = ring(around: site, beside: sites, SIMD2(i, j), through: level, in: box) else {
            continue
          }
          if loop.circulation.value.magnitude > best?.circulation.value.magnitude ?? -1 { best = loop }
        }
      }
    }
    return best.map { Conservation.Hole(location: site.location, errorRadius: site.errorRadius, loop: $0) }
  }

  /// Points through which planes of two coordinates are laid: that of the hole, and for what is more than a point others
  /// along the remaining coordinates.
  private func levels(of site: Singularity, besides pair: SIMD2<Int>, in box: IntervalBox) -> [[Double]] {
    guard dimension > 2, site.extent != .point else { return [site.location] }
    // No round parts, because what is special about a line is mostly at round places.
    let parts = [0.137, 0.383, 0.619, 0.871]
    return [site.location]
      + parts.map { part in
        site.location.indices.map { row in
          let side = box[row]
          return row == pair.x || row == pair.y
            ? site.location[row] : side.lower + part * (side.upper - side.lower)
        }
      }
  }

  /// A circle around what of a singularity lies in a plane, inside the box and clear of all singularities.
  private func ring(
    around site: Singularity, beside sites: [Singularity], _ pair: SIMD2<Int>, through level: [Double],
    in box: IntervalBox
  ) -> Conservation.Loop? {
    let section = PlaneSection(pair: pair, level: level)
    guard let hull = section.hull(of: site.boxes) else { return nil }
    let centre = section.point(hull.centre)
    let reach = hull.reach(from: hull.centre)
    var room = Double.infinity
    for (side, coordinate) in zip([box[pair.x], box[pair.y]], hull.centre) {
      room = min(room, side.upper - coordinate, coordinate - side.lower)
    }
    for other in sites where other.location != site.location {
      room = min(room, section.distance(of: other.boxes, from: hull.centre))
    }
    guard room > 1.01 * reach, room.isFinite else { return nil }
    guard let loop = circle(centre, (room + reach) / 2, pair), loop.circulation.value.isFinite else {
      return nil
    }
    return loop
  }

  /// A small circle across a jump around which the field does work, if one is found.
  ///
  /// Quadrature across a jump is not exact: a thousandth of what the field could do at most is asked for.
  private func loopAcrossJumps(_ sites: [Singularity], in box: IntervalBox) -> Conservation.Loop? {
    let least = box.sides.reduce(Double.infinity) { min($0, $1.upper - $1.lower) }
    for site in sites where site.kind == .jump {
      let step = max(1, site.boxes.count / 12)
      for index in stride(from: 0, to: site.boxes.count, by: step) {
        if let loop = loop(acrossJumpAt: site.boxes[index].centre, sites, in: box, radius: least / 16) {
          return loop
        }
      }
    }
    return nil
  }

  private func loop(
    acrossJumpAt place: [Double], _ sites: [Singularity], in box: IntervalBox, radius: Double
  ) -> Conservation.Loop? {
    for i in 0..<dimension {
      for j in (i + 1)..<max(dimension, i + 1) {
        var centre = place
        for row in [i, j] {
          // Off the jump a little, so that the circle is not cut in halves that cancel.
          let offset = (row == i ? 0.31 : 0.23) * radius
          centre[row] = min(max(centre[row] + offset, box[row].lower + radius), box[row].upper - radius)
        }
        let section = PlaneSection(pair: SIMD2(i, j), level: centre)
        let holes = sites.filter { $0.kind == .undefined }
        let isFree = holes.allSatisfy {
          section.distance(of: $0.boxes, from: [centre[i], centre[j]]) > 1.1 * radius
        }
        guard isFree, let loop = circle(centre, radius, SIMD2(i, j)) else { continue }
        let most = 2 * Double.pi * radius * greatestLength(on: loop)
        if loop.doesWork, loop.circulation.value.magnitude > 1e-3 * most { return loop }
      }
    }
    return nil
  }

  /// The greatest length of the field at places of a circle.
  private func greatestLength(on loop: Conservation.Loop) -> Double {
    var greatest = 0.0
    for index in 0..<64 {
      let angle = 2 * Double.pi * (Double(index) + 0.5) / 64
      var point = loop.centre
      point[loop.plane.x] += loop.radius * Double.cos(angle)
      point[loop.plane.y] += loop.radius * Double.sin(angle)
      let length = value(at: point).reduce(0) { Double.hypot($0, $1) }
      if length.isFinite { greatest = max(greatest, length) }
    }
    return greatest
  }
}

/// A plane of two coordinates through a point, and what of some boxes lies in it.
private struct PlaneSection {
  let pair: SIMD2<Int>
  let level: [Double]

  /// The point of the plane with these two coordinates.
  func point(_ place: [Double]) -> [Double] {
    var point = level
    point[pair.x] = place[0]
    point[pair.y] = place[1]
    return point
  }

  private func section(_ box: IntervalBox) -> IntervalBox? {
    for row in level.indices where row != pair.x && row != pair.y {
      guard box[row].contains(level[row]) else { return nil }
    }
    return IntervalBox([box[pair.x], box[pair.y]])
  }

  /// The least rectangle around the sections of boxes; nil where none meets the plane.
  func hull(of boxes: [IntervalBox]) -> IntervalBox? {
    var hull: IntervalBox?
    for box in boxes {
      guard let part = section(box) else { continue }
      hull = hull.map { $0.hull(part) } ?? part
    }
    return hull
  }

  /// How far the nearest of the sections is from a place.
  func distance(of boxes: [IntervalBox], from place: [Double]) -> Double {
    boxes.reduce(Double.infinity) { least, box in
      guard let part = section(box) else { return least }
      return min(least, part.distance(from: place))
    }
  }
}
