import Elementary
import Expressions
import LinearAlgebra

/// Looks for the zeros of any field: Newton's method from the cells of a grid in which a zero may be.
///
/// A cell is a start if the step from its centre ends near it, or if the field is shorter there than in the cells beside
/// it. What is found is polished until it does not move; what is not found may still exist.
struct ScannedSearch<Field: VectorField, Nature: LinearNature> {
  private let field: Field
  private let domain: IntervalBox
  private let counts: [Int]
  private let cell: [Double]
  /// The length of the field at the centres of the cells, first coordinate fastest.
  private var lengths: [Double] = []

  init(_ field: Field, _ domain: IntervalBox, limits: SearchLimits) {
    self.field = field
    self.domain = domain
    let dimension = field.dimension
    let most = Double(min(limits.maximumBoxes, dimension == 1 ? 2048 : 9216))
    let count = max(2, Int(Double.pow(most, 1 / Double(dimension))))
    counts = [Int](repeating: count, count: dimension)
    cell = domain.sides.map { $0.width / Double(count) }
  }

  mutating func run() -> CriticalPoints<Nature> {
    let starts = self.starts()
    let longest = lengths.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    var polish = NewtonPolish(field, starts, cell: cell, rounding: 0x1p-51 * longest)
    polish.run()
    let zeros = polish.zeros.filter { zero in
      zero.length <= 1e-9 * longest && domain.distance(from: zero.location) <= zero.error
    }
    let (isolated, regions) = sorted(ScannedSearch.merged(zeros))
    var points = isolated.map { point($0.zero, $0.nature, room: $0.room) }
    points.sort { $0.location.lexicographicallyPrecedes($1.location) }
    let border = domain.dimension == 2 ? field.windingNumber(along: domain) : nil
    let touches = regions.contains { !$0.bounds.isInterior(of: domain) }
    return CriticalPoints(
      box: domain, points: points, regions: regions, completeness: .notProven,
      indexCheck: IndexCheck(
        border: border, inside: points.map { $0.index } + regions.map { $0.index },
        hasZeroOnBorder: points.contains { $0.isOnBorder } || touches),
      boxesExamined: lengths.count, isExhausted: false)
  }

  // MARK: Starts

  private mutating func starts() -> [[Double]] {
    let dimension = field.dimension
    let total = counts.reduce(1, *)
    let chunk = min(total, 1024)
    let points = Block<Double>(rows: dimension, capacity: chunk)
    let values = Block<Double>(rows: dimension, capacity: chunk)
    let jacobians = Block<Double>(rows: dimension * dimension, capacity: chunk)
    var near: [Int] = []
    lengths = [Double](repeating: .nan, count: total)
    var first = 0
    while first < total {
      points.count = min(chunk, total - first)
      for lane in 0..<points.count {
        let place = centre(of: first + lane)
        for row in 0..<dimension { points[row, lane] = place[row] }
      }
      field.values(at: points, into: values)
      field.jacobians(at: points, into: jacobians)
      for lane in 0..<points.count {
        let step = NewtonStep(values, jacobians, lane, dimension)
        lengths[first + lane] = step.length
        let isNear = step.shift.indices.allSatisfy { step.shift[$0].magnitude <= 1.5 * cell[$0] }
        if isNear && step.isRegular { near.append(first + lane) }
      }
      first += chunk
    }
    let low = (0..<total).filter { isLow($0) }
    return Set(near + low).sorted().map { centre(of: $0) }
  }

  private func centre(of index: Int) -> [Double] {
    var rest = index
    var place: [Double] = []
    for side in counts.indices {
      let step = Double(rest % counts[side]) + 0.5
      place.append(domain[side].lower + step * cell[side])
      rest /= counts[side]
    }
    return place
  }

  /// Whether the field is no longer in a cell than in the cells beside it.
  private func isLow(_ index: Int) -> Bool {
    guard lengths[index].isFinite else { return false }
    var stride = 1
    for count in counts {
      let position = index / stride % count
      if position > 0 && lengths[index - stride] < lengths[index] { return false }
      if position < count - 1 && lengths[index + stride] < lengths[index] { return false }
      stride *= count
    }
    return true
  }

  // MARK: Results

  /// A zero with the verdict on it, and the radius of a circle that meets no other.
  private struct Finding {
    let zero: PolishedZero
    let nature: Nature
    var room: Double
  }

  /// One zero for all that lie within each other's errors, the best known.
  private static func merged(_ zeros: [PolishedZero]) -> [PolishedZero] {
    BoxClusters(zeros.map { IntervalBox(around: $0.location, radius: $0.error) }, growth: 4).members.map {
      members in
      var best = zeros[members[0]]
      for place in members where zeros[place].error < best.error { best = zeros[place] }
      return best
    }
  }

  /// The zeros that stand alone, and the regions of those that stand in rows.
  private func sorted(_ zeros: [PolishedZero]) -> ([Finding], [CriticalRegion]) {
    var isolated: [Finding] = []
    var regions: [CriticalRegion] = []
    let cells = zeros.map { zero in
      IntervalBox(zero.location.indices.map { Interval(zero.location[$0]) + Interval(-cell[$0], cell[$0]) })
    }
    let width = cell.min() ?? 0
    for members in BoxClusters(cells, growth: 1).members {
      let findings = members.map { place in
        Finding(zero: zeros[place], nature: nature(of: zeros[place]), room: width)
      }
      if members.count >= 8 && findings.allSatisfy({ $0.nature.index == nil }) {
        var bounds = cells[members[0]]
        for place in members { bounds = bounds.hull(cells[place]) }
        regions.append(
          CriticalRegion(
            kinds: [.notIsolated], bounds: bounds.intersection(domain), boxes: members.map { cells[$0] },
            index: nil))
        continue
      }
      for (first, finding) in findings.enumerated() {
        var room = width
        for (second, other) in findings.enumerated() where second != first {
          let place = IntervalBox(other.zero.location.map { Interval($0) })
          room = min(room, 0.5 * place.distance(from: finding.zero.location))
        }
        isolated.append(Finding(zero: finding.zero, nature: finding.nature, room: room))
      }
    }
    return (isolated, regions)
  }

  private func nature(of zero: PolishedZero) -> Nature {
    let dimension = field.dimension
    let location = Block(point: zero.location)
    let hessians = Block<Double>(rows: dimension * dimension * dimension, capacity: 1)
    field.hessians(at: location, into: hessians)
    let derivatives = field.jacobian(at: zero.location)
    let errors = Matrix(rows: dimension, columns: dimension) { row, column in
      var error = FlowType.rounding * derivatives[row, column].magnitude
      for index in 0..<dimension {
        let change = hessians[(row * dimension + column) * dimension + index, 0].magnitude * zero.error
        // A field without second derivatives leaves its first ones as they are.
        if change.isFinite { error += change }
      }
      return error
    }
    return Nature(derivatives: derivatives, errors: errors)
  }

  private func point(_ zero: PolishedZero, _ nature: Nature, room: Double) -> CriticalPoint<Nature> {
    var winding: Int?
    if field.dimension == 2 {
      let radius = max(0.5 * room, 2 * zero.error)
      winding = field.windingNumber(
        around: Circle(x: zero.location[0], y: zero.location[1], radius: radius))
    }
    let isInside = zip(domain.sides, zero.location).allSatisfy { side, coordinate in
      side.lower + zero.error < coordinate && coordinate < side.upper - zero.error
    }
    return CriticalPoint(
      location: zero.location, errorRadius: zero.error, evidence: .approximate, nature: nature,
      isDegenerate: nature.index == nil, index: nature.index ?? winding, windingNumber: winding,
      isOnBorder: !isInside)
  }
}

extension VectorField {
  /// The zeros of a field of any kind in a box, as far as Newton's method finds them from the cells of a grid.
  ///
  /// Nothing is proven: ``CriticalPoint/evidence`` is ``CriticalPointEvidence/approximate``, the error radius an estimate,
  /// and a zero between the cells may be missed; ``CriticalPoints/indexCheck`` says whether the ones found account for
  /// the turns of the field along the border. Fields of formulas do better:
  /// ``VectorExpressionField/criticalPoints(in:limits:)``.
  ///
  /// - Parameters:
  ///   - box: Where to look.
  ///   - limits: At most so many cells are looked at; the grid is some 96 cells wide in the plane, 20 in space.
  /// - Throws: ``SearchError`` unless there are as many components as coordinates and sides, all of finite length.
  public func criticalPoints(
    in box: IntervalBox, limits: SearchLimits = SearchLimits()
  ) throws(SearchError) -> CriticalPoints<FlowType> {
    try SearchError.check(box, dimension: dimension, components: components)
    var search = ScannedSearch<Self, FlowType>(self, box, limits: limits)
    return search.run()
  }
}

extension ScalarField {
  /// The critical points of a scalar field of any kind in a box, found as ``VectorField/criticalPoints(in:limits:)`` finds
  /// those of its gradient.
  ///
  /// - Throws: ``SearchError`` unless the box has a side of finite length for each coordinate.
  public func criticalPoints(
    in box: IntervalBox, limits: SearchLimits = SearchLimits()
  ) throws(SearchError) -> CriticalPoints<Criticality> {
    try SearchError.check(box, dimension: dimension, components: dimension)
    return scannedGradient(of: self, in: box, limits)
  }
}

private func scannedGradient(
  of field: some ScalarField, in box: IntervalBox, _ limits: SearchLimits
) -> CriticalPoints<Criticality> {
  scanned(gradient(of: field), in: box, limits)
}

private func scanned<Field: VectorField>(
  _ field: Field, in box: IntervalBox, _ limits: SearchLimits
) -> CriticalPoints<Criticality> {
  var search = ScannedSearch<Field, Criticality>(field, box, limits: limits)
  return search.run()
}
