import Elementary
import Expressions
import LinearAlgebra

/// Finds the zeros of a field of formulas in a box, and says what it could not decide.
struct ProvenSearch<Nature: LinearNature> {
  private let enclosure: FieldEnclosure
  private let domain: IntervalBox
  private var workspace = IntervalWorkspace()
  private var zeros: [ProvenZero] = []
  private var clusters: [DoubtfulCluster] = []

  init(_ enclosure: FieldEnclosure, _ domain: IntervalBox) {
    self.enclosure = enclosure
    self.domain = domain
  }

  mutating func run(_ limits: SearchLimits) -> CriticalPoints<Nature> {
    var test = ZeroSearch(enclosure, domain, limits: limits)
    var search = BoxSearch(domain, limits: limits)
    search.run(&test)
    zeros = test.zeros.filter { $0.place.intersects(domain) }
    // What was given up before its neighbour was proven may lie within the neighbour's region.
    let doubtful = search.doubtful.filter { doubtful in
      !zeros.contains { doubtful.box.isSubset(of: $0.region) }
    }
    clusters = DoubtfulCluster.all(of: doubtful, in: domain)
    var points = zeros.map { point($0) }
    var regions: [CriticalRegion] = []
    for cluster in clusters {
      if cluster.doubt <= .flat && cluster.isPoint(in: domain) {
        points.append(degeneratePoint(cluster))
      } else {
        regions.append(region(cluster))
      }
    }
    points.sort { $0.location.lexicographicallyPrecedes($1.location) }
    return CriticalPoints(
      box: domain, points: points, regions: regions,
      completeness: clusters.isEmpty ? .proven : .provenElsewhere, indexCheck: check(points, regions),
      boxesExamined: search.examined, isExhausted: search.isExhausted)
  }

  /// The middle of the derivatives over a box, and how far they are from it.
  private mutating func derivatives(over box: IntervalBox) -> (middle: Matrix, errors: Matrix) {
    let size = enclosure.dimension
    enclosure.evaluate(over: box, into: &workspace)
    let middle = Matrix(rows: size, columns: size) { row, column in
      let range = enclosure.derivative(row, by: column, workspace)
      return range.isBounded ? range.midpoint : .nan
    }
    let errors = Matrix(rows: size, columns: size) { row, column in
      let range = enclosure.derivative(row, by: column, workspace)
      return (range - Interval(middle[row, column])).magnitude
    }
    return (middle, errors)
  }

  /// The sign of the determinant over the box that was evaluated last, up to three dimensions; 0 where it may be 0.
  private func determinantSign() -> Int {
    func entry(_ row: Int, _ column: Int) -> Interval { enclosure.derivative(row, by: column, workspace) }
    func minor(_ a: Int, _ b: Int) -> Interval { entry(1, a) * entry(2, b) - entry(1, b) * entry(2, a) }
    let determinant: Interval
    switch enclosure.dimension {
    case 1: determinant = entry(0, 0)
    case 2: determinant = entry(0, 0) * entry(1, 1) - entry(0, 1) * entry(1, 0)
    case 3:
      determinant = entry(0, 0) * minor(1, 2) - entry(0, 1) * minor(0, 2) + entry(0, 2) * minor(0, 1)
    default: return 0
    }
    return determinant.lower > 0 ? 1 : determinant.upper < 0 ? -1 : 0
  }

  /// The middle, or a number of few binary digits where there is one: 1.5 rather than its neighbour.
  private static func number(in side: Interval) -> Double {
    let simplest = side.simplest
    let isShort = simplest == 0 || Double(Float(simplest)) == simplest
    return isShort ? simplest : side.midpoint
  }

  private mutating func point(_ zero: ProvenZero) -> CriticalPoint<Nature> {
    let (middle, errors) = derivatives(over: zero.place)
    let sign = determinantSign()
    let location = zero.place.sides.map { ProvenSearch.number(in: $0) }
    // Half way from the zero to the border of the box in which it is alone.
    var room = Double.infinity
    for (side, coordinate) in zip(zero.region.sides, location) {
      room = min(room, side.upper - coordinate, coordinate - side.lower)
    }
    let winding = enclosure.degree(on: IntervalBox(around: location, radius: 0.5 * room))
    return CriticalPoint(
      location: location, errorRadius: zero.place.reach(from: location), evidence: .unique,
      nature: Nature(derivatives: middle, errors: errors), isDegenerate: false,
      index: sign == 0 ? winding : sign, windingNumber: winding,
      isOnBorder: !zero.place.isInterior(of: domain))
  }

  private mutating func degeneratePoint(_ cluster: DoubtfulCluster) -> CriticalPoint<Nature> {
    let hull = cluster.hull
    let simplest = cluster.simplestPoint
    let exact = IntervalBox(simplest.map { Interval($0) })
    enclosure.evaluate(over: exact, into: &workspace)
    let isExact = enclosure.isZero(workspace)
    let location = isExact ? simplest : hull.centre
    let winding = index(around: cluster)
    let (_, _) = derivatives(over: hull)
    let sign = determinantSign()
    let (middle, errors) = derivatives(over: isExact ? exact : hull)
    return CriticalPoint(
      location: location, errorRadius: hull.reach(from: location),
      evidence: isExact || (winding ?? 0) != 0 ? .exists : .possible,
      nature: Nature(derivatives: middle, errors: errors), isDegenerate: sign == 0, index: winding,
      windingNumber: winding, isOnBorder: !hull.isInterior(of: domain))
  }

  private func region(_ cluster: DoubtfulCluster) -> CriticalRegion {
    var kinds: [CriticalRegion.Kind] = []
    for doubt in cluster.doubts {
      let kind = ProvenSearch.kind(of: doubt)
      if kinds.last != kind { kinds.append(kind) }
    }
    return CriticalRegion(
      kinds: kinds, bounds: cluster.hull, boxes: cluster.boxes, index: index(around: cluster))
  }

  private static func kind(of doubt: BoxDoubt) -> CriticalRegion.Kind {
    switch doubt {
    case .unresolved: .notIsolated
    case .flat: .zeroThroughout
    case .kink: .kink
    case .jump: .jump
    case .undefined, .nowhere: .undefined
    }
  }

  /// The degree on a box around a cluster and nothing else.
  private func index(around cluster: DoubtfulCluster) -> Int? {
    // A border so near that the field is lost in rounding there tells nothing; then a wider one may.
    var hull = cluster.hull
    for side in hull.sides.indices {
      let reach = 0x1p-32 * domain[side].width
      hull[side] = hull[side] + Interval(-reach, reach)
    }
    var factor = 2.0
    while factor < 0x1p40 {
      let box = hull.scaled(by: factor)
      factor *= 8
      for side in box.sides.indices where box[side].width > 2 * domain[side].width { return nil }
      if zeros.contains(where: { $0.place.intersects(box) }) { return nil }
      if clusters.contains(where: { $0.hull != cluster.hull && $0.hull.intersects(box) }) { return nil }
      if let degree = enclosure.degree(on: box) { return degree }
    }
    return nil
  }

  private func check(_ points: [CriticalPoint<Nature>], _ regions: [CriticalRegion]) -> IndexCheck {
    let indices = points.map { $0.index } + regions.map { $0.index }
    let touches = regions.contains { !$0.bounds.isInterior(of: domain) }
    return IndexCheck(
      border: enclosure.degree(on: domain, maximumPieces: 65_536), inside: indices,
      hasZeroOnBorder: points.contains { $0.isOnBorder } || touches)
  }
}
