import Elementary
import Fields

/// A closed path of the plane that its neighbours come nearer to, or leave.
public struct LimitCycle: Sendable, Equatable {
  /// A point of the cycle.
  public let point: [Double]
  /// The time of one round.
  public let period: Double
  /// One round, with its polynomials.
  public let path: Solution
  /// By which factor the distance of a neighbour grows in one round: exp ∮ ∇·F dt.
  public let multiplier: Double
  /// How far the end of the round is from its start.
  public let gap: Double

  /// Whether neighbours come nearer.
  public var isStable: Bool { multiplier < 1 }
}

extension VectorField {
  /// The limit cycles of a field of the plane around its critical points.
  ///
  /// From each critical point that a cycle may enclose, one of index 1, rays go to the border of the window. Between two
  /// places from which paths come back to a ray farther and nearer there is a cycle that attracts, which is then found
  /// by halving; one that repels attracts backward in time. Cycles that lie closer together than the places tried may
  /// be missed in pairs, and so are those that attract on one side alone. Around a centre every path is closed, and none
  /// is a limit cycle.
  ///
  /// Source: Poincaré's return map; Perko, *Differential Equations and Dynamical Systems* (2001), section 3.4.
  ///
  /// - Parameters:
  ///   - found: The critical points, as ``criticalPoints(in:limits:)`` finds them.
  ///   - window: Where cycles are looked for.
  ///   - places: How many places of each ray are tried.
  /// - Throws: ``FlowError`` if the field is not one of the plane.
  public func limitCycles(
    of found: CriticalPoints<FlowType>, in window: Window, places: Int = 48
  ) throws(FlowError) -> [LimitCycle] {
    guard dimension == 2, components == 2 else { throw .components(components, dimension: dimension) }
    var cycles: [LimitCycle] = []
    for point in found.points where point.index == 1 {
      // A cycle crosses every ray from inside it; a second one helps where it does so more than once.
      for direction in [[1.0, 0], [0, 1]] {
        for sense in [1.0, -1] {
          let section = ReturnSection(
            field: AnyVectorField(self), origin: point.location, direction: direction, sense: sense, window)
          for cycle in try section.cycles(places: max(places, 2))
          where !cycles.contains(where: { $0.isSame(as: cycle) }) {
            cycles.append(cycle)
          }
        }
      }
    }
    return cycles
  }
}

extension LimitCycle {
  /// Whether two rounds are the same path, found at different places of it.
  fileprivate func isSame(as other: LimitCycle) -> Bool {
    guard (period - other.period).magnitude <= 1e-5 * period else { return false }
    let size = path.reach
    return path.steps.contains { step in
      (0...16).contains { part in
        let place = step.point(share: Double(part) / 16)
        return Double.hypot(place[0] - other.point[0], place[1] - other.point[1]) <= 0.02 * size
      }
    }
  }
}

extension Solution {
  /// How far a path of the plane goes from where it starts.
  fileprivate var reach: Double {
    points.reduce(0) { max($0, Double.hypot($1[0] - points[0][0], $1[1] - points[0][1])) }
  }
}

/// A ray from a critical point, and where paths come back to it.
private struct ReturnSection {
  let field: AnyVectorField
  let origin: [Double]
  let direction: [Double]
  /// +1 forward in time, −1 backward.
  let sense: Double
  let window: Window
  /// How far the ray goes.
  let reach: Double
  private let integrator = Integrator(
    method: .dormandPrince853, controller: .adaptive(relative: 1e-10, absolute: 1e-12),
    limits: Limits(maximumSteps: 2_000))

  init(field: AnyVectorField, origin: [Double], direction: [Double], sense: Double, _ window: Window) {
    self.sense = sense
    self.field = field
    self.origin = origin
    self.direction = direction
    self.window = window
    let across =
      direction[0] > 0
      ? window.maxX - origin[0] : direction[0] < 0 ? origin[0] - window.minX : Double.infinity
    let up =
      direction[1] > 0
      ? window.maxY - origin[1] : direction[1] < 0 ? origin[1] - window.minY : Double.infinity
    reach = min(across, up)
  }

  private func place(_ distance: Double) -> [Double] {
    [origin[0] + distance * direction[0], origin[1] + distance * direction[1]]
  }

  /// One round from a distance along the ray: where it comes back, and the way; `nil` if it does not.
  private func round(_ distance: Double) throws(FlowError) -> (distance: Double, path: Solution)? {
    let start = place(distance)
    let normal = [-direction[1], direction[0]]
    let speed = field.value(at: start)
    let crossing = speed[0] * normal[0] + speed[1] * normal[1]
    let size = Double.hypot(speed[0], speed[1])
    guard size > 0, size.isFinite, crossing.magnitude > 1e-9 * size else { return nil }
    // On the opposite ray the path crosses the other way.
    let side = LinearOffset(origin: origin, normal: normal)
    let event = FlowEvent(side, direction: sense * crossing > 0 ? .rising : .falling, endsAfter: 1)
    let margin = max(window.width, window.height)
    let problem = try InitialValueProblem(
      field, starts: [start], to: sense * 1e4 * max(reach, 1) / size,
      domain: [
        window.minX - margin...window.maxX + margin, window.minY - margin...window.maxY + margin,
      ])
    let path = try integrator.solve(problem, saveAt: .dense, events: [event])[0]
    guard path.ending == .event else { return nil }
    let back = (path.end[0] - origin[0]) * direction[0] + (path.end[1] - origin[1]) * direction[1]
    return back > 0 ? (back, path) : nil
  }

  func cycles(places: Int) throws(FlowError) -> [LimitCycle] {
    guard reach > 0, reach.isFinite else { return [] }
    var result: [LimitCycle] = []
    var last: (distance: Double, change: Double)?
    for index in 1...places {
      let distance = reach * Double(index) / Double(places + 1)
      guard let back = try round(distance)?.distance else {
        last = nil
        continue
      }
      let change = back - distance
      // What comes back to where it was, but for the errors of the way, belongs to a centre.
      let isClosed = change.magnitude <= 1e-7 * distance
      if let last, !isClosed, last.change > 0, change < 0,
        let cycle = try cycle(between: last.distance, distance)
      {
        result.append(cycle)
      }
      last = isClosed ? nil : (distance, change)
    }
    return result
  }

  /// The cycle between a place from which paths come back farther and one from which they come back nearer.
  private func cycle(between low: Double, _ high: Double) throws(FlowError) -> LimitCycle? {
    var (low, high) = (low, high)
    guard var lowChange = try round(low).map({ $0.distance - low }),
      var highChange = try round(high).map({ $0.distance - high })
    else { return nil }
    // False position, with the weight of an end that stays halved (Dowell & Jarratt 1971).
    for _ in 0..<60 {
      let middle = high - highChange * (high - low) / (highChange - lowChange)
      guard middle > low, middle < high, high - low > 1e-13 * high,
        let change = try round(middle).map({ $0.distance - middle }), change != 0
      else { break }
      if change > 0 {
        (low, lowChange, highChange) = (middle, change, highChange / 2)
      } else {
        (high, highChange, lowChange) = (middle, change, lowChange / 2)
      }
    }
    let distance = lowChange < -highChange ? low : high
    guard let (back, path) = try round(distance) else { return nil }
    let start = place(distance)
    let gap = (back - distance).magnitude
    // A jump of the return map is no cycle, and neither is a round about another critical point on the ray, which
    // becomes as small as one likes.
    guard path.reach > 1e-6 * reach, gap <= 1e-6 * path.reach else { return nil }
    let growth = Double.exp(divergence(along: path))
    return LimitCycle(
      point: start, period: path.endTime.magnitude, path: path, multiplier: growth,
      gap: gap)
  }

  /// ∫ ∇·F dt along a path, by Gauss's rule on every step.
  private func divergence(along path: Solution) -> Double {
    let rule = GaussLegendre(count: 6)
    var sum = 0.0
    for step in path.steps {
      // The last step is cut where the round ends.
      let length = min((step.endTime - step.startTime).magnitude, (path.endTime - step.startTime).magnitude)
      for (node, weight) in zip(rule.nodes, rule.weights) {
        let time = step.startTime + sense * length * 0.5 * (node + 1)
        sum += weight * 0.5 * length * field.reading(at: step.point(at: time)).divergence
      }
    }
    return sum
  }
}
