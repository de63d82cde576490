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

/// Distances between points as arrays.
enum CurlGeometry {
  static func distance(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { Double.hypot($0, $1.0 - $1.1) }
  }
}
