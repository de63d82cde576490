import Elementary
import Expressions

/// A sphere in space, and the ball inside it.
public struct Sphere: Sendable, Equatable {
  /// The centre.
  public var center: SIMD3<Double>
  /// The radius.
  public var radius: Double

  /// A sphere around a point.
  public init(center: SIMD3<Double>, radius: Double) {
    self.center = center
    self.radius = radius
  }

  /// 4πr².
  public var area: Double { 4 * Double.pi * radius * radius }

  /// The normals of a rule on the unit sphere and their weights, whose sum is 4π.
  ///
  /// Gauss–Legendre in z times the trapezoidal rule in the azimuth with twice as many points: exact for polynomials of
  /// degree 2·count − 1 (Abramowitz and Stegun 1964, 25.4).
  func rule(_ count: Int) -> (normals: Block<Double>, weights: [Double]) {
    let rule = GaussLegendre(count: count)
    let turns = 2 * count
    let normals = Block<Double>(rows: 3, capacity: count * turns)
    normals.count = count * turns
    var weights: [Double] = []
    for (z, weight) in zip(rule.nodes, rule.weights) {
      let across = (1 - z * z).squareRoot()
      for turn in 0..<turns {
        let angle = 2 * Double.pi * (Double(turn) + 0.5) / Double(turns)
        let lane = weights.count
        normals[0, lane] = across * Double.cos(angle)
        normals[1, lane] = across * Double.sin(angle)
        normals[2, lane] = z
        weights.append(weight * 2 * Double.pi / Double(turns))
      }
    }
    return (normals, weights)
  }

  /// The points of a rule at a distance from the centre.
  func points(_ normals: Block<Double>, radius: Double) -> Block<Double> {
    let points = Block<Double>(rows: 3, capacity: normals.count)
    points.count = normals.count
    for lane in 0..<normals.count {
      points[0, lane] = center.x + radius * normals[0, lane]
      points[1, lane] = center.y + radius * normals[1, lane]
      points[2, lane] = center.z + radius * normals[2, lane]
    }
    return points
  }
}

extension VectorField {
  /// The flux ∬ F·n dA outward through a sphere.
  ///
  /// A rule of ever more points, doubled until a doubling changes nothing that matters; the error is what further
  /// doublings would change if they went on as the last two did. Where a singularity lies on the sphere or next to it,
  /// the error tells.
  ///
  /// - Precondition: the field is of space.
  public func flux(through sphere: Sphere) -> Estimate { fluxAndSize(through: sphere).flux }

  /// The flux through a sphere, and ∬ |F·n| dA, with which an error is to be compared.
  package func fluxAndSize(through sphere: Sphere) -> (flux: Estimate, size: Double) {
    precondition(components == 3 && dimension == 3, "a sphere lies in space")
    return doubled(from: 6, to: 96) { count in
      let (normals, weights) = sphere.rule(count)
      let values = Block<Double>(rows: 3, capacity: normals.count)
      self.values(at: sphere.points(normals, radius: sphere.radius), into: values)
      var sum = 0.0
      var size = 0.0
      for (lane, weight) in weights.enumerated() {
        let across = values[0, lane] * normals[0, lane] + values[1, lane] * normals[1, lane]
        let term = weight * (across + values[2, lane] * normals[2, lane])
        sum += term
        size += term.magnitude
      }
      let square = sphere.radius * sphere.radius
      return (sum * square, size * square)
    }
  }

  /// The integral ∭ div F dV over the ball inside a sphere, of what div F is where it is defined.
  ///
  /// - Precondition: the field is of space.
  public func divergenceIntegral(over sphere: Sphere) -> Estimate {
    precondition(components == 3 && dimension == 3, "a ball lies in space")
    let (integral, _) = doubled(from: 3, to: 24) { count in
      let (normals, weights) = sphere.rule(count)
      let values = Block<Double>(rows: 1, capacity: normals.count)
      var sum = 0.0
      var size = 0.0
      let radial = GaussLegendre(count: count)
      for (node, share) in zip(radial.nodes, radial.weights) {
        let radius = sphere.radius * (node + 1) / 2
        self.divergences(at: sphere.points(normals, radius: radius), into: values, settled: true)
        // dV = r² dr dΩ; the rule's interval has length 2.
        let scale = share / 2 * sphere.radius * radius * radius
        for (lane, weight) in weights.enumerated() {
          sum += values[0, lane] * weight * scale
          size += values[0, lane].magnitude * weight * scale
        }
      }
      return (sum, size)
    }
    return integral
  }
}

/// Doubles the number of points until a doubling changes no more than rounding does, or the limit is reached.
private func doubled(
  from start: Int, to limit: Int, _ rule: (Int) -> (sum: Double, size: Double)
) -> (flux: Estimate, size: Double) {
  var count = start
  var last = rule(count)
  var lastChange = Double.infinity
  while true {
    count *= 2
    let next = rule(count)
    let change = (next.sum - last.sum).magnitude
    // Nodes and weights of a large rule are themselves known to so much.
    let rounding = 2e-15 * Double(count) * next.size
    // A sum of changes that shrink by this factor each time; of those that do not, the last one.
    let factor = change < lastChange ? change / lastChange : 1
    if change <= rounding || count >= limit || change.isNaN {
      let rest = factor < 0.5 ? change * factor / (1 - factor) : change
      return (Estimate(value: next.sum, error: change.isNaN ? .nan : max(rest, rounding)), next.size)
    }
    lastChange = change
    last = next
  }
}
