import Fields

/// Dye from a source that never stops: where all the points are that passed it.
///
/// In a steady flow it lies on the pathline and on the streamline through the source; in an unsteady one all three differ.
public struct Streakline: Sendable, Equatable {
  /// When each point left the source, the last one first.
  public let releaseTimes: [Double]
  /// Where each of them is now.
  public let points: [[Double]]

  /// The line at a time.
  ///
  /// - Parameters:
  ///   - field: The flow.
  ///   - source: Where the points leave.
  ///   - start: When the first leaves.
  ///   - time: When the line is seen.
  ///   - count: How many points there are, at least 2, released at equal times.
  /// - Throws: ``FlowError`` as ``InitialValueProblem`` and ``Integrator`` do.
  public init(
    of field: some VectorField, from source: [Double], since start: Double, at time: Double, count: Int,
    _ integrator: Integrator = Integrator()
  ) throws(FlowError) {
    let last = max(count, 2) - 1
    let times = (0...last).map { time + (start - time) * Double($0) / Double(last) }
    // The last one leaves just now and has not moved.
    let problem = try InitialValueProblem(
      field, starts: Array(repeating: source, count: last), from: Array(times.dropFirst()), to: time)
    let ends = try integrator.ends(problem)
    releaseTimes = times
    points = [source] + (0..<ends.count).map { ends[$0] }
  }
}
