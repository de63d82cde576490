import Expressions
import Fields
import Parallel

/// Solves initial value problems: by which method, how exactly, and how far.
///
/// ```swift
/// let orbit = try VectorExpressionField("-y, x")
/// let problem = try InitialValueProblem(orbit, start: [1, 0], time: 2 * .pi)
/// let solution = try Integrator().solve(problem)[0]
/// solution.end     // (1, 0) to within the tolerance
/// solution.ending  // time
/// ```
///
/// Many starts are carried side by side in the lanes of a block, each with its own steps, and in parts on all threads of
/// the machine; the digits do not depend on how many there are. The field is never evaluated beyond the end of the time.
public struct Integrator: Sendable {
  /// How a step is made.
  public var method: Method
  /// How long it is.
  public var controller: StepController
  /// Where a trajectory is stopped before its time.
  public var limits: Limits
  /// Is called with the share of the work that has been done since the last call, on any thread; the shares add up to 1.
  public var progress: (@Sendable (Double) -> Void)?

  /// Trajectories that are worked on at once.
  static let lanes = 512
  /// Starts that one thread takes at a time, of so many: sixteen parts, so that threads end together, but none so small
  /// that many lanes stand idle when its last trajectories end.
  static func part(of count: Int) -> Int { min(max(count / 16, 1024), 8192) }

  /// An integrator; without more said, Dormand–Prince 5(4) with tolerances of 10⁻⁸ and 10⁻¹⁰.
  public init(
    method: Method = .dormandPrince54, controller: StepController = .standard, limits: Limits = Limits()
  ) {
    self.method = method
    self.controller = controller
    self.limits = limits
  }

  /// The trajectory of every start.
  ///
  /// What was found before a pole, a border or too many steps is kept, and ``Solution/ending`` says why it ends there.
  ///
  /// - Parameters:
  ///   - problem: The field, the starts and the time.
  ///   - saveAt: Which points are kept.
  ///   - events: What is looked for on the way; all zeros on the polynomial of every step are found, also double ones.
  /// - Throws: ``FlowError`` if a tolerance, a step, a time to be saved or an event does not make sense.
  public func solve(
    _ problem: InitialValueProblem, saveAt: SaveAt = .steps, events: [FlowEvent] = []
  ) throws(FlowError) -> [Solution] {
    try check(problem, saveAt, events)
    let size = Integrator.part(of: problem.startCount)
    let parts = (problem.startCount + size - 1) / size
    var results = [[Solution]](repeating: [], count: parts)
    results.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      inParallel(parts) { part in
        let starts = part * size..<min((part + 1) * size, problem.startCount)
        let recorder = SolutionRecorder(
          problem, method, saveAt: saveAt, events: events, limits: limits, starts: starts)
        buffer[part] = run(problem, starts, recorder).solutions
      }
    }
    return results.flatMap { $0 }
  }

  /// Where every start ends, and why, without the way there.
  ///
  /// - Throws: ``FlowError`` as ``solve(_:saveAt:events:)`` does.
  public func ends(_ problem: InitialValueProblem) throws(FlowError) -> FlowEnds {
    try check(problem, .ends, [])
    guard problem.domain == nil, limits.length == nil, limits.stagnationSpeed == nil else {
      return FlowEnds(try solve(problem, saveAt: .ends), dimension: problem.dimension)
    }
    var ends = FlowEnds(count: problem.startCount, dimension: problem.dimension)
    let size = Integrator.part(of: problem.startCount)
    let parts = (problem.startCount + size - 1) / size
    ends.withUnsafeRows { coordinates, endings, times in
      nonisolated(unsafe) let coordinates = coordinates
      nonisolated(unsafe) let endings = endings
      nonisolated(unsafe) let times = times
      inParallel(parts) { part in
        let starts = part * size..<min((part + 1) * size, problem.startCount)
        let recorder = EndRecorder(
          dimension: problem.dimension, coordinates: coordinates, endings: endings, times: times)
        _ = run(problem, starts, recorder)
      }
    }
    return ends
  }

  func run<Recorder: TrajectoryRecorder>(
    _ problem: InitialValueProblem, _ starts: Range<Int>, _ recorder: Recorder
  ) -> Recorder {
    let state = LaneState(
      components: problem.dimension, capacity: min(starts.count, Integrator.lanes),
      isInterpolated: problem.field.isInterpolated)
    switch method {
    case .explicit(let tableau):
      let stepper = RungeKuttaStepper(problem.field, tableau, controller, state)
      return run(problem, starts, state, stepper, recorder)
    case .rosenbrock(let tableau):
      let stepper = RosenbrockStepper(problem.field, tableau, controller, state)
      return run(problem, starts, state, stepper, recorder)
    }
  }

  private func run<Stepper: LaneStepper, Recorder: TrajectoryRecorder>(
    _ problem: InitialValueProblem, _ starts: Range<Int>, _ state: LaneState, _ stepper: Stepper,
    _ recorder: Recorder
  ) -> Recorder {
    var integration = LaneIntegration(
      problem, method, controller, limits, starts: starts, state: state, stepper: stepper, recorder: recorder)
    let weight = Double(starts.count) / Double(problem.startCount)
    integration.progress = progress.map { progress in { progress(weight * $0) } }
    integration.run()
    return integration.recorder
  }

  func check(
    _ problem: InitialValueProblem, _ saveAt: SaveAt, _ events: [FlowEvent]
  ) throws(FlowError) {
    switch controller {
    case .fixed(let step):
      guard step.isFinite, step > 0 else { throw .step(step) }
    case .adaptive(let relative, let absolute):
      guard method.hasErrorEstimate else { throw .needsFixedStep("\(method.title)") }
      guard relative.isFinite, relative >= 0 else { throw .step(relative) }
      guard absolute.isFinite, absolute >= 0, absolute + relative > 0 else { throw .step(absolute) }
    }
    if case .times(let times) = saveAt {
      var last = problem.startTime
      for time in times {
        let isNext = (time - last) * problem.direction >= 0
        guard isNext, (problem.endTime - time) * problem.direction >= 0 else { throw .saveTime(time) }
        last = time
      }
    }
    for (index, event) in events.enumerated() {
      let dimension = event.function.dimension
      guard dimension == problem.dimension || dimension == problem.dimension + 1 else {
        throw .event(index, dimension: dimension, needed: problem.dimension)
      }
    }
  }
}
