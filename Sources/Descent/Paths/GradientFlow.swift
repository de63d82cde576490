import Elementary
import Fields
import Flows

/// The gradient flow dθ/dt = −∇L from a start: what every optimizer here departs from.
///
/// ```swift
/// let path = try GradientDescent(rate: 0.1).descend(problem)
/// let flow = try GradientFlow(of: problem, beside: path)
/// flow.distances(to: path)       // |θₖ − θ(kη)| for every step
/// ```
public struct GradientFlow: Sendable {
  /// The trajectory, dense in time.
  public let solution: Solution
  private let curve: SampledCurve

  /// What a path's points are compared with.
  public enum Comparison: UInt8, Sendable, Equatable {
    /// The flow at the time that the step stands for: kη for gradient descent, which is Euler's method for the flow.
    case sameTime
    /// The nearest point of the flow's curve, for methods whose steps no fixed time belongs to.
    case nearestPoint
  }

  /// A method for stiff problems, since curvatures of ravines differ by orders of magnitude.
  public static let integrator = Integrator(
    method: .rodas43, controller: .adaptive(relative: 1e-9, absolute: 1e-11))

  /// The flow for a time.
  ///
  /// - Throws: ``DescentError/hyperparameter(_:_:)`` for a negative time, ``DescentError/flow(_:)`` where the integrator
  ///   refuses.
  public init<Loss: ScalarField>(
    of problem: DescentProblem<Loss>, time: Double, integrator: Integrator = GradientFlow.integrator
  ) throws(DescentError) {
    try Hyperparameter.time.check(time)
    try self.init(problem, time: time, domain: nil, integrator)
  }

  /// The flow as far as a path can be compared with it.
  ///
  /// For gradient descent that is the time that its steps stand for. For every other optimizer the flow is followed until
  /// it is 10⁻¹⁰ times as fast as at its start, or leaves a box around the path ten times as wide as the path.
  ///
  /// - Throws: ``DescentError/flow(_:)`` where the integrator refuses.
  public init<Loss: ScalarField>(
    of problem: DescentProblem<Loss>, beside path: DescentPath,
    integrator: Integrator = GradientFlow.integrator
  ) throws(DescentError) {
    if let step = path.timePerStep {
      try self.init(problem, time: Double(path.steps) * step, domain: nil, integrator)
      return
    }
    var patient = integrator
    patient.limits.stagnationSpeed = 1e-10 * path.gradientNorms[0]
    try self.init(problem, time: 1e9, domain: GradientFlow.box(around: path), patient)
  }

  /// The flow until it is 10⁻¹⁰ times as fast as at its start, or leaves a box.
  ///
  /// - Throws: ``DescentError/flow(_:)`` where the integrator refuses: a box of another dimension, or without the start.
  public init<Loss: ScalarField>(
    of problem: DescentProblem<Loss>, within box: [ClosedRange<Double>],
    integrator: Integrator = GradientFlow.integrator
  ) throws(DescentError) {
    var patient = integrator
    patient.limits.stagnationSpeed = 1e-10 * length(problem.loss.gradient(at: problem.start))
    try self.init(problem, time: 1e9, domain: box, patient)
  }

  private init<Loss: ScalarField>(
    _ problem: DescentProblem<Loss>, time: Double, domain: [ClosedRange<Double>]?, _ integrator: Integrator
  ) throws(DescentError) {
    do throws(FlowError) {
      let field = DescentField(problem.loss)
      let trajectory = try InitialValueProblem(field, starts: [problem.start], to: time, domain: domain)
      solution = try integrator.solve(trajectory, saveAt: .dense)[0]
    } catch {
      throw .flow(error.description)
    }
    curve = GradientFlow.samples(solution)
  }

  /// Ranges of ten times the greatest extent of a path about its middle.
  private static func box(around path: DescentPath) -> [ClosedRange<Double>] {
    let ends = path.points[0].indices.map { row in
      path.points.reduce((low: Double.infinity, high: -Double.infinity)) {
        (min($0.low, $1[row]), max($0.high, $1[row]))
      }
    }
    let widest = ends.reduce(0) { max($0, $1.high - $1.low) }
    let reach = widest > 0 ? 5 * widest : 1
    return ends.map { end in
      let middle = 0.5 * end.low + 0.5 * end.high
      // A range ends at numbers, wherever a diverging path has gone.
      return max(-1e308, min(middle - reach, 1e308))...max(-1e308, min(middle + reach, 1e308))
    }
  }

  /// The ends and three places inside of every step.
  private static func samples(_ solution: Solution) -> SampledCurve {
    guard let first = solution.steps.first else { return SampledCurve(times: [0], places: [solution.end]) }
    var times = [first.startTime]
    var places = [first.start]
    for step in solution.steps {
      let length = step.endTime - step.startTime
      for share in [0.25, 0.5, 0.75] {
        let time = step.startTime + share * length
        guard time < solution.endTime else { break }
        times.append(time)
        places.append(step.point(at: time))
      }
      guard step.endTime < solution.endTime else { break }
      times.append(step.endTime)
      places.append(step.end)
    }
    times.append(solution.endTime)
    places.append(solution.end)
    return SampledCurve(times: times, places: places)
  }

  /// Where the flow is at a time; where it came to rest, from then on; `nil` where it was not followed so far.
  public func point(at time: Double) -> [Double]? {
    guard time >= 0 else { return nil }
    if time >= solution.endTime {
      return time == solution.endTime || solution.ending == .stagnation ? solution.end : nil
    }
    return solution.point(at: time)
  }

  /// The point of the curve that is nearest to a place: when the flow is there, and how far it is.
  ///
  /// - Precondition: the place has as many coordinates as the loss.
  public func nearest(to place: [Double]) -> (time: Double, distance: Double) {
    let best = curve.nearest(to: place)
    var found = (time: curve.times[best], distance: curve.distance(best, place))
    for index in curve.candidates(near: place, within: found.distance) {
      let before = curve.times[max(index - 1, 0)]
      let after = curve.times[min(index + 1, curve.times.count - 1)]
      let refined = refine(place, before, after)
      if refined.distance < found.distance { found = refined }
    }
    return found
  }

  /// The least distance between two times, by golden sections.
  private func refine(
    _ place: [Double], _ first: Double, _ last: Double
  ) -> (time: Double, distance: Double) {
    let ratio = 0.5 * (5.0.squareRoot() - 1)
    func look(_ time: Double) -> Double {
      point(at: time).map { distance($0, place) } ?? .infinity
    }
    var (low, high) = (first, last)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var (leftDistance, rightDistance) = (look(left), look(right))
    // The distance is flat at its minimum: half the digits of the time are enough.
    for _ in 0..<60 where high - low > 1e-9 * high.magnitude {
      if leftDistance <= rightDistance {
        high = right
        (right, rightDistance) = (left, leftDistance)
        left = high - ratio * (high - low)
        leftDistance = look(left)
      } else {
        low = left
        (left, leftDistance) = (right, rightDistance)
        right = low + ratio * (high - low)
        rightDistance = look(right)
      }
    }
    return leftDistance <= rightDistance ? (left, leftDistance) : (right, rightDistance)
  }

  /// What ``distances(to:)`` compares a path's points with.
  public func comparison(with path: DescentPath) -> Comparison {
    path.timePerStep == nil ? .nearestPoint : .sameTime
  }

  /// How far every point of a path is from the flow; NaN where the flow was not followed so far, or has another dimension.
  ///
  /// For gradient descent that is the distance to the flow at the time kη of step k, for every other optimizer the distance
  /// to the nearest point of the curve: see ``Comparison``.
  public func distances(to path: DescentPath) -> [Double] {
    guard path.end.count == solution.end.count else { return path.points.map { _ in .nan } }
    guard let step = path.timePerStep else { return path.points.map { nearest(to: $0).distance } }
    return path.points.enumerated().map { index, place in
      point(at: Double(index) * step).map { distance($0, place) } ?? .nan
    }
  }
}
