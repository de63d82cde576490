import Fields

/// A trajectory step by step, for whoever decides on the way how far it goes.
///
/// ```swift
/// var steps = try Integrator().steps(of: problem)
/// while let step = steps.next() {
///   show(step.point(share: 0.5))
///   if isEnough(step.end) { break }
/// }
/// steps.ending      // nil while there is more to come
/// ```
///
/// The steps are those of ``Integrator/solve(_:saveAt:events:)``, and nothing is computed before it is asked for. A copy
/// and its original take their steps from the same trajectory.
public struct TrajectorySteps: Sequence, IteratorProtocol {
  /// Why the trajectory ended; `nil` as long as it goes on.
  public private(set) var ending: Ending?
  /// Where it has come to: inside the last step, where it ended there.
  public private(set) var end: [Double]
  /// The time there.
  public private(set) var endTime: Double
  private let round: () -> SolutionRecorder.Round

  init(_ problem: InitialValueProblem, start: Int, round: @escaping () -> SolutionRecorder.Round) {
    end = problem.start(start)
    endTime = problem.startTime(of: start)
    self.round = round
  }

  /// The next accepted step; `nil` after the last.
  public mutating func next() -> DenseStep? {
    while ending == nil {
      let round = round()
      if let last = round.last { (ending, end, endTime) = (last.ending, last.end, last.endTime) }
      guard let step = round.step else { continue }
      if ending == nil { (end, endTime) = (step.end, step.endTime) }
      return step
    }
    return nil
  }
}

extension Integrator {
  /// One of the trajectories, step by step.
  ///
  /// - Parameters:
  ///   - problem: The field, the starts and the time.
  ///   - start: The number of the start.
  /// - Throws: ``FlowError`` as ``solve(_:saveAt:events:)`` does.
  /// - Precondition: there is a start of this number.
  public func steps(
    of problem: InitialValueProblem, start: Int = 0
  ) throws(FlowError) -> TrajectorySteps {
    try check(problem, .dense, [])
    precondition(start >= 0 && start < problem.startCount, "no such start")
    let state = LaneState(
      components: problem.dimension, capacity: 1, isInterpolated: problem.field.isInterpolated)
    switch method {
    case .explicit(let tableau):
      let stepper = RungeKuttaStepper(problem.field, tableau, controller, state)
      return steps(problem, start, state, stepper)
    case .rosenbrock(let tableau):
      let stepper = RosenbrockStepper(problem.field, tableau, controller, state)
      return steps(problem, start, state, stepper)
    }
  }

  private func steps<Stepper: LaneStepper>(
    _ problem: InitialValueProblem, _ start: Int, _ state: LaneState, _ stepper: Stepper
  ) -> TrajectorySteps {
    let recorder = SolutionRecorder(
      problem, method, saveAt: .dense, events: [], limits: limits, starts: start..<start + 1)
    var integration = LaneIntegration(
      problem, method, controller, limits, starts: start..<start + 1, state: state, stepper: stepper,
      recorder: recorder)
    integration.fill()
    return TrajectorySteps(problem, start: start) {
      let isOver = !integration.round()
      return integration.recorder.takeRound(isOver: isOver)
    }
  }
}
