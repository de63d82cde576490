import Elementary
import Expressions
import Fields

/// Carries trajectories through a field, many at once: a lane that has ended takes the next start.
///
/// Every lane has its own time, step, error and end, so that a hard trajectory costs the others nothing.
struct LaneIntegration<Field: VectorField, Stepper: LaneStepper, Recorder: TrajectoryRecorder> {
  let problem: InitialValueProblem<Field>
  let controller: StepController
  let limits: Limits
  let adaptation: StepAdaptation
  let state: LaneState
  let stepper: Stepper
  var recorder: Recorder
  private var waiting: Range<Int>
  private var fresh: [Int] = []
  private var stops: [(lane: Int, stop: Stop)] = []
  private let firstPlace: Block<Double>
  private let firstSlope: Block<Double>

  /// How much longer than planned the last step may be, so that none is left that is a hair long.
  private let stretch: Double

  init(
    _ problem: InitialValueProblem<Field>, _ method: Method, _ controller: StepController, _ limits: Limits,
    starts: Range<Int>, state: LaneState, stepper: Stepper, recorder: Recorder
  ) {
    self.problem = problem
    self.controller = controller
    self.limits = limits
    self.state = state
    self.stepper = stepper
    self.recorder = recorder
    waiting = starts
    adaptation = StepAdaptation(estimateOrder: min(method.order, max(method.embeddedOrder, 1)))
    if case .fixed = controller { stretch = 1 + 1e-9 } else { stretch = 1.01 }
    firstPlace = Block(rows: state.components + 1, capacity: state.capacity)
    firstSlope = Block(rows: state.components, capacity: state.capacity)
  }

  mutating func run() {
    guard problem.startTime != problem.endTime else { return rest() }
    state.count = min(state.capacity, waiting.count)
    for lane in 0..<state.count { load(lane) }
    while true {
      begin()
      guard state.count > 0 else { return }
      choose()
      stepper.attempt(state)
      settle()
      state.advance()
      replaceEnded()
    }
  }

  /// Without time nothing moves.
  private mutating func rest() {
    for trajectory in waiting {
      recorder.finish(
        trajectory,
        LastPoint(
          ending: .time, time: problem.startTime, point: problem.start(trajectory), attempts: 0, accepted: 0,
          step: 0))
    }
  }

  // MARK: - Starts

  private mutating func load(_ lane: Int) {
    let trajectory = waiting.lowerBound
    waiting = trajectory + 1..<waiting.upperBound
    let start = trajectory * state.components
    for row in 0..<state.components { state.place.row(row)[lane] = problem.coordinates[start + row] }
    state.times[lane] = problem.startTime
    state.row(.trajectory)[lane] = Double(trajectory)
    state.row(.attempts)[lane] = 0
    state.row(.accepted)[lane] = 0
    state.row(.ending)[lane] = 0
    state.row(.growth)[lane] = StepAdaptation.greatestFactor
    state.row(.memory)[lane] = adaptation.leastMemory
    fresh.append(lane)
  }

  /// The field at the new starts and the first steps from there.
  private mutating func begin() {
    guard !fresh.isEmpty else { return }
    let field = problem.field
    firstPlace.count = fresh.count
    firstSlope.count = fresh.count
    for row in 0...state.components {
      for (index, lane) in fresh.enumerated() { firstPlace.row(row)[index] = state.place.row(row)[lane] }
    }
    field.values(at: firstPlace, into: firstSlope)
    for row in 0..<state.components {
      for (index, lane) in fresh.enumerated() { state.first.row(row)[lane] = firstSlope.row(row)[index] }
    }
    switch controller {
    case .fixed(let length):
      for lane in fresh { state.row(.step)[lane] = problem.direction * length }
    case .adaptive(let relative, let absolute):
      let tolerance = Tolerance(relative: relative, absolute: absolute)
      let interval = problem.endTime - problem.startTime
      chooseFirstSteps(FirstStep(tolerance: tolerance, order: adaptation.order, interval: interval))
    }
    fresh.removeAll(keepingCapacity: true)
  }

  private func chooseFirstSteps(_ rule: FirstStep) {
    let components = state.components
    func column(_ block: Block<Double>, _ lane: Int) -> [Double] {
      (0..<components).map { block.row($0)[lane] }
    }
    let guesses = fresh.map { rule.guess(column(state.place, $0), column(state.first, $0)) }
    for (index, lane) in fresh.enumerated() {
      for row in 0..<components {
        firstPlace.row(row)[index] = state.place.row(row)[lane] + guesses[index] * state.first.row(row)[lane]
      }
      firstPlace.row(components)[index] = state.times[lane] + guesses[index]
    }
    problem.field.values(at: firstPlace, into: firstSlope)
    for (index, lane) in fresh.enumerated() {
      state.row(.step)[lane] = rule.step(
        column(state.place, lane), column(state.first, lane), column(firstSlope, index), guess: guesses[index]
      )
    }
  }

  // MARK: - Steps

  /// The step to try in every lane: never beyond the end of the time.
  private func choose() {
    let tried = state.row(.tried)
    let step = state.row(.step)
    let times = state.times
    let (end, direction, stretch) = (problem.endTime, problem.direction, stretch)
    for lane in 0..<state.count {
      let rest = end - times[lane]
      tried[lane] = step[lane] * direction * stretch >= rest * direction ? rest : step[lane]
    }
  }

  /// Which steps are accepted, how long the next ones are, and which lanes have ended.
  private mutating func settle() {
    setFactors()
    if recorder.needsSteps { stepper.prepareDense(state) }
    let (error, tried, ending) = (state.row(.error), state.row(.tried), state.row(.ending))
    let (attempts, accepted) = (state.row(.attempts), state.row(.accepted))
    let (times, clock) = (state.times, state.trial.row(state.components))
    for lane in 0..<state.count {
      attempts[lane] += 1
      if error[lane] <= 1 {
        accepted[lane] += 1
        if tried[lane] == problem.endTime - times[lane] {
          clock[lane] = problem.endTime
          ending[lane] = Double(Ending.time.rawValue)
        }
        if recorder.needsSteps { record(lane) }
      } else if case .fixed = controller {
        ending[lane] = Double(Ending.notFinite.rawValue)
      }
      adapt(lane)
      if ending[lane] == 0 && attempts[lane] >= Double(limits.maximumSteps) {
        ending[lane] = Double(Ending.tooManySteps.rawValue)
      }
    }
  }

  /// By how much each step should change, for all lanes at once.
  private func setFactors() {
    guard case .adaptive = controller else { return }
    let (error, memory) = (state.row(.error), state.row(.memory))
    let (logarithm, factor) = (state.row(.logarithm), state.row(.factor))
    for lane in 0..<state.count {
      logarithm[lane] = error[lane] > StepAdaptation.leastError ? error[lane] : StepAdaptation.leastError
    }
    Double.log(logarithm, into: logarithm, count: state.count)
    let (integral, proportional) = (adaptation.integral, adaptation.proportional)
    for lane in 0..<state.count { factor[lane] = integral * memory[lane] - proportional * logarithm[lane] }
    Double.exp(factor, into: factor, count: state.count)
  }

  /// The next step of a lane, from the error of this one.
  @inline(__always)
  private func adapt(_ lane: Int) {
    guard case .adaptive = controller else { return }
    let error = state.row(.error)[lane]
    let tried = state.row(.tried)[lane]
    guard error < .infinity else {
      shorten(lane, to: tried * StepAdaptation.factorAtPole)
      return
    }
    let factor = max(StepAdaptation.safety * state.row(.factor)[lane], StepAdaptation.leastFactor)
    if error <= 1 {
      state.row(.step)[lane] = tried * min(factor, state.row(.growth)[lane])
      state.row(.growth)[lane] = StepAdaptation.greatestFactor
      state.row(.memory)[lane] = max(state.row(.logarithm)[lane], adaptation.leastMemory)
    } else {
      shorten(lane, to: tried * min(factor, 1))
    }
  }

  private func shorten(_ lane: Int, to step: Double) {
    state.row(.step)[lane] = step
    // After a refusal the next step does not grow at once.
    state.row(.growth)[lane] = 1
    let time = state.times[lane]
    if time + step == time || !step.isFinite { state.row(.ending)[lane] = Double(Ending.notFinite.rawValue) }
  }

  // MARK: - Ends

  private mutating func record(_ lane: Int) {
    let step = DenseStep(
      startTime: state.times[lane], endTime: state.trial.row(state.components)[lane],
      start: (0..<state.components).map { state.place.row($0)[lane] },
      end: (0..<state.components).map { state.trial.row($0)[lane] }, terms: stepper.terms(of: lane, in: state)
    )
    let slope = (0..<state.components).map { state.last.row($0)[lane] }
    let trajectory = Int(state.row(.trajectory)[lane])
    if let stop = recorder.record(step, slope: slope, of: trajectory) {
      state.row(.ending)[lane] = Double(stop.ending.rawValue)
      stops.append((lane, stop))
    }
  }

  private mutating func replaceEnded() {
    let ending = state.row(.ending)
    var lane = state.count - 1
    while lane >= 0 {
      if ending[lane] != 0 {
        finish(lane)
        if waiting.isEmpty { state.removeLane(lane) } else { load(lane) }
      }
      lane -= 1
    }
    stops.removeAll(keepingCapacity: true)
  }

  private mutating func finish(_ lane: Int) {
    let code = UInt8(state.row(.ending)[lane])
    let stop = stops.isEmpty ? nil : stops.first { $0.lane == lane }?.stop
    recorder.finish(
      Int(state.row(.trajectory)[lane]),
      LastPoint(
        ending: Ending(rawValue: code) ?? .time, time: stop?.time ?? state.times[lane],
        point: stop?.point ?? (0..<state.components).map { state.place.row($0)[lane] },
        attempts: Int(state.row(.attempts)[lane]), accepted: Int(state.row(.accepted)[lane]),
        step: state.row(.step)[lane]))
  }
}
