/// A trajectory: its points, the events on it, and why it ended.
///
/// ```swift
/// let solution = try Integrator().solve(problem, saveAt: .dense)[0]
/// solution.ending           // .time
/// solution.point(at: 0.5)   // from the polynomial of the step there
/// ```
public struct Solution: Sendable, Equatable {
  /// The time at each point.
  public internal(set) var times: [Double]
  /// The points that were asked for; the start first, unless times were given.
  public internal(set) var points: [[Double]]
  /// The time at which the trajectory ended.
  public internal(set) var endTime: Double
  /// Where it ended.
  public internal(set) var end: [Double]
  /// Why it ended.
  public internal(set) var ending: Ending
  /// The events that took place, in their order.
  public internal(set) var events: [EventRecord]
  /// How often the field was evaluated for the steps.
  public internal(set) var evaluations: Int
  /// The steps that were accepted.
  public internal(set) var acceptedSteps: Int
  /// The steps that were refused because their error was too large or something was not finite.
  public internal(set) var refusedSteps: Int
  /// The polynomials of the steps, if they were asked for.
  public internal(set) var steps: [DenseStep]
  /// How far the samples of an interpolated field may have led the end astray, before the flow stretches that; `nil`
  /// for a field that is known everywhere.
  ///
  /// The sum of step · ``VectorField/interpolationErrors(at:into:)``; no tolerance makes it smaller.
  public internal(set) var interpolationError: Double?
  /// The length of the path, if a limit of it was given.
  public internal(set) var length: Double?

  /// The point at a time, where the steps were kept; `nil` outside of the trajectory.
  public func point(at time: Double) -> [Double]? {
    guard let first = steps.first, let last = steps.last else { return nil }
    let backward = last.endTime < first.startTime
    let inside =
      backward ? time <= first.startTime && time >= endTime : time >= first.startTime && time <= endTime
    guard inside else { return nil }
    // The first step that ends at the time or later.
    var low = 0
    var high = steps.count - 1
    while low < high {
      let middle = (low + high) / 2
      let isBefore = backward ? steps[middle].endTime > time : steps[middle].endTime < time
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return steps[low].point(at: time)
  }
}
