import Elementary
import Expressions

/// A circle in the plane, and the disk inside it.
public struct Circle: Sendable, Equatable {
  /// The first coordinate of the centre.
  public var x: Double
  /// The second coordinate of the centre.
  public var y: Double
  /// The radius.
  public var radius: Double

  /// A circle around (x, y).
  public init(x: Double, y: Double, radius: Double) {
    self.x = x
    self.y = y
    self.radius = radius
  }

  /// πr².
  public var area: Double { Double.pi * radius * radius }

  /// `count` points at equal angles, counter-clockwise, and the unit vectors from the centre to them.
  @export(interface)
  package func points(_ count: Int, radius: Double) -> (points: Block<Double>, normals: Block<Double>) {
    let points = Block<Double>(rows: 2, capacity: count)
    let normals = Block<Double>(rows: 2, capacity: count)
    points.count = count
    normals.count = count
    for lane in 0..<count {
      let angle = 2 * Double.pi * Double(lane) / Double(count)
      normals[0, lane] = Double.cos(angle)
      normals[1, lane] = Double.sin(angle)
      points[0, lane] = x + radius * normals[0, lane]
      points[1, lane] = y + radius * normals[1, lane]
    }
    return (points, normals)
  }
}

extension VectorField {
  /// The flux ∮ F·n ds outward through a circle.
  ///
  /// The trapezoidal rule on equal angles, which converges faster than any power for a smooth field; the
  /// points are doubled until the last doubling changes nothing that matters, and its change is the error. Where the
  /// formulas of a field say that it is not smooth on the circle, an adaptive rule closes in on its steps and edges.
  public func flux(through circle: Circle) -> Estimate {
    let curve = Curve.circle(circle)
    if isRough(enclosure, on: curve.path), let flux = try? flux(through: curve, by: .quick) {
      return flux.estimate
    }
    return boundaryIntegral(circle) { value, normal in value.0 * normal.0 + value.1 * normal.1 }
  }

  /// The circulation ∮ F·dr counter-clockwise round a circle, found as `flux(through:)` is.
  public func circulation(around circle: Circle) -> Estimate {
    let curve = Curve.circle(circle)
    if isRough(enclosure, on: curve.path), let work = try? lineIntegral(along: curve, by: .quick) {
      return work.estimate
    }
    return boundaryIntegral(circle) { value, normal in value.1 * normal.0 - value.0 * normal.1 }
  }

  private func boundaryIntegral(
    _ circle: Circle, _ integrand: ((Double, Double), (Double, Double)) -> Double
  ) -> Estimate {
    precondition(components == 2 && dimension == 2, "a circle lies in the plane")
    return doubling(from: 32, to: 8192) { count in
      let (points, normals) = circle.points(count, radius: circle.radius)
      let values = Block<Double>(rows: 2, capacity: count)
      self.values(at: points, into: values)
      var sum = 0.0
      var size = 0.0
      for lane in 0..<count {
        let term = integrand((values[0, lane], values[1, lane]), (normals[0, lane], normals[1, lane]))
        sum += term
        size += term.magnitude
      }
      let step = 2 * Double.pi * circle.radius / Double(count)
      return (sum * step, size * step)
    }
  }

  /// The integral ∬ div F dA over the disk inside a circle.
  public func divergenceIntegral(over circle: Circle) -> Estimate {
    let disk = Region.disk(circle)
    if isRough(jacobianEnclosure, on: disk.chart), let total = try? divergenceIntegral(over: disk, by: .quick)
    {
      return total.estimate
    }
    return diskIntegral(circle) { (points, values) in self.divergences(at: points, into: values) }
  }

  /// The integral ∬ curl F dA over the disk inside a circle.
  public func curlIntegral(over circle: Circle) -> Estimate {
    let disk = Region.disk(circle)
    if isRough(jacobianEnclosure, on: disk.chart), let total = try? curlIntegral(over: disk, by: .quick) {
      return total.estimate
    }
    return diskIntegral(circle) { (points, values) in self.curls(at: points, into: values) }
  }
}

extension ScalarField {
  /// The integral ∬ f dA over the disk inside a circle.
  public func integral(over circle: Circle) -> Estimate {
    precondition(dimension == 2, "a disk lies in the plane")
    let disk = Region.disk(circle)
    if isRough(enclosure, on: disk.chart), let total = try? integral(over: disk, by: .quick) {
      return total.estimate
    }
    return diskIntegral(circle) { (points, values) in self.values(at: points, into: values) }
  }
}

extension AdaptiveQuadrature {
  /// As many evaluations as a picture that follows the hand has time for.
  fileprivate static let quick = AdaptiveQuadrature(evaluations: 100_000)
}

/// Whether something is known to be in the way of a rule for smooth integrands.
private func isRough(_ enclosure: IntervalProgram?, on domain: Parametrization) -> Bool {
  guard let enclosure else { return false }
  var outline = IntegrandOutline(enclosure, on: domain)
  return !outline.isSmooth(cuts: 3)
}

/// Gauss–Legendre along the radius times the trapezoidal rule round the angle, doubled together.
private func diskIntegral(
  _ circle: Circle, _ evaluate: (Block<Double>, Block<Double>) -> Void
) -> Estimate {
  doubling(from: 16, to: 256) { count in
    let rule = GaussLegendre(count: count / 2)
    let values = Block<Double>(rows: 1, capacity: count)
    var sum = 0.0
    var size = 0.0
    for (node, weight) in zip(rule.nodes, rule.weights) {
      let radius = circle.radius * (node + 1) / 2
      evaluate(circle.points(count, radius: radius).points, values)
      // dA = r dr dθ; the rule's interval has length 2.
      let scale = weight / 2 * circle.radius * radius * 2 * Double.pi / Double(count)
      for lane in 0..<count {
        sum += values[0, lane] * scale
        size += values[0, lane].magnitude * scale
      }
    }
    return (sum, size)
  }
}

/// Doubles the number of points until two results in a row agree to rounding or the limit is reached.
private func doubling(
  from start: Int, to limit: Int, _ rule: (Int) -> (sum: Double, size: Double)
) -> Estimate {
  var count = start
  var last = rule(count)
  while true {
    count *= 2
    let next = rule(count)
    let change = (next.sum - last.sum).magnitude
    let rounding = 1e-15 * next.size
    if change <= 8 * rounding || count >= limit || change.isNaN {
      return Estimate(value: next.sum, error: max(change, rounding))
    }
    last = next
  }
}
