import Elementary
import Expressions
import Fields

/// Carries trajectories through a field, many at once: a lane that has ended takes the next start.
///
/// Every lane has its own time, step, error and end, so that a hard trajectory costs the others nothing.
struct LaneIntegration<Stepper: LaneStepper, Recorder: TrajectoryRecorder> {
  let problem: InitialValueProblem
  let controller: StepController
  let limits: Limits
  let adaptation: StepAdaptation
  let state: LaneState
  let stepper: Stepper
  var recorder: Recorder
  private var waiting: Range<Int>
  private var fresh: [Int] = []
  private var stops: [(lane: Int, stop: Stop)] = []
  /// Is called with the share of the starts that has been worked on since the last call.
  var progress: ((Double) -> Void)?
  private let startCount: Int
  private var told = 0.0
  private let firstPlace: Block<Double>
  private let firstSlope: Block<Double>

  /// How much longer than planned the last step may be, so that none is left that is a hair long.
  private let stretch: Double

  init(
    _ problem: InitialValueProblem, _ method: Method, _ controller: StepController, _ limits: Limits,
    starts: Range<Int>, state: LaneState, stepper: Stepper, recorder: Recorder
  ) {
    self.problem = problem
    self.controller = controller
    self.limits = limits
    self.state = state
    self.stepper = stepper
    self.recorder = recorder
    waiting = starts
    startCount = starts.count
    adaptation = StepAdaptation(estimateOrder: min(method.order, max(method.embeddedOrder, 1)))
    if case .fixed = controller { stretch = 1 + 1e-9 } else { stretch = 1.01 }
    firstPlace = Block(rows: state.components + 1, capacity: state.capacity)
    firstSlope = Block(rows: state.components, capacity: state.capacity)
  }

  mutating func run() {
    fill()
    var rounds = 0
    while round() {
      rounds += 1
      if rounds % 64 == 0 { tell() }
    }
    tell()
  }

  /// Gives every lane its first start.
  mutating func fill() {
    guard problem.startTime != problem.endTime else { return rest() }
    state.count = min(state.capacity, waiting.count)
    for lane in 0..<state.count { load(lane) }
  }

  /// Tries a step in every lane; false when there is none left.
  mutating func round() -> Bool {
    begin()
    guard state.count > 0 else { return false }
    choose()
    stepper.attempt(state)
    settle()
    state.addDoubts()
    state.advance()
    replaceEnded()
    return true
  }

  /// Tells how much has been done: every start counts alike, and one that is under way by its time.
  private mutating func tell() {
    guard let progress else { return }
    var done = Double(startCount - waiting.count - state.count)
    let span = problem.endTime - problem.startTime
    for lane in 0..<state.count { done += (state.times[lane] - problem.startTime) / span }
    let share = done / Double(startCount)
    progress(share - told)
    told = share
  }

  /// Without time nothing moves.
  private mutating func rest() {
    let (problem, components) = (problem, state.components)
    for trajectory in waiting {
      recorder.finish(
        trajectory,
        LastPoint(ending: .time, time: problem.startTime, attempts: 0, accepted: 0, step: 0, doubt: 0)
      ) { problem.coordinates[trajectory * components + $0] }
    }
    waiting = waiting.upperBound..<waiting.upperBound
  }

  // MARK: - Starts

  private mutating func load(_ lane: Int) {
    let trajectory = waiting.lowerBound
    waiting = trajectory + 1..<waiting.upperBound
    let start = trajectory * state.components
    for row in 0..<state.components { state.place.row(row)[lane] = problem.coordinates[start + row] }
    state.times[lane] = problem.startTime(of: trajectory)
    state.row(.trajectory)[lane] = Double(trajectory)
    state.row(.attempts)[lane] = 0
    state.row(.accepted)[lane] = 0
    state.row(.ending)[lane] = 0
    state.row(.doubt)[lane] = 0
    state.row(.growth)[lane] = StepAdaptation.greatestFactor
    state.row(.memory)[lane] = StepAdaptation.leastMemory
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
    let (place, first, step) = (state.place, state.first, state.row(.step))
    for (index, lane) in fresh.enumerated() {
      let guess = rule.guess(components, place: { place[$0, lane] }, slope: { first[$0, lane] })
      step[lane] = guess
      for row in 0..<components { firstPlace[row, index] = place[row, lane] + guess * first[row, lane] }
      firstPlace[components, index] = state.times[lane] + guess
    }
    problem.field.values(at: firstPlace, into: firstSlope)
    for (index, lane) in fresh.enumerated() {
      step[lane] = rule.step(
        components, place: { place[$0, lane] }, slope: { first[$0, lane] }, later: { firstSlope[$0, index] },
        guess: step[lane])
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
    if case .adaptive = controller { adapt() } else { settleFixed() }
    if recorder.needsSteps {
      stepper.prepareDense(state)
      let error = state.row(.error)
      for lane in 0..<state.count where error[lane] <= 1 { record(lane) }
    } else if recorder.needsPoints {
      let error = state.row(.error)
      let clock = state.trial.row(state.components)
      for lane in 0..<state.count where error[lane] <= 1 {
        let point = (0..<state.components).map { state.trial[$0, lane] }
        recorder.record(point, at: clock[lane], of: Int(state.row(.trajectory)[lane]))
      }
    }
  }

  /// What becomes of every lane under a tolerance: one pass without branches.
  private func adapt() {
    let (error, tried, times) = (state.row(.error), state.row(.tried), state.times)
    let (step, growth, attempts) = (state.row(.step), state.row(.growth), state.row(.attempts))
    let (memory, accepted, ending) = (state.row(.memory), state.row(.accepted), state.row(.ending))
    let clock = state.trial.row(state.components)
    let end = Lanes(repeating: problem.endTime)
    let most = Double(limits.maximumSteps)
    var lane = 0
    while lane < state.count {
      let found = Lanes.load(error + lane)
      let isAccepted = found .<= 1
      let h = Lanes.load(tried + lane)
      let time = Lanes.load(times + lane)
      let size = Lanes(repeating: StepAdaptation.leastError).orGreater(found).coarseLogarithm
      let last = Lanes.load(memory + lane)
      let next = h * change(found, size, last, upTo: Lanes.load(growth + lane), isAccepted)
      let isLast = isAccepted .& (h .== end - time)
      var isStuck = .!isAccepted .& (time + next .== time)
      let isBroken = .!(found .< .infinity)
      let tries = Lanes.load(attempts + lane) + 1
      // Before a border of the field the steps shrink until nothing moves.
      if any(isBroken) {
        let stands = isBroken .& standing(lane, next, refused: tries - Lanes.load(accepted + lane))
        isStuck .|= stands
      }
      next.store(step + lane)
      // After a refusal the next step does not grow at once.
      let greatest = Lanes(repeating: StepAdaptation.greatestFactor)
      Lanes(repeating: 1).replacing(with: greatest, where: isAccepted).store(growth + lane)
      let remembered = size.orGreater(Lanes(repeating: StepAdaptation.leastMemory))
      last.replacing(with: remembered, where: isAccepted).store(memory + lane)
      Lanes.load(clock + lane).replacing(with: end, where: isLast).store(clock + lane)
      tries.store(attempts + lane)
      (Lanes.load(accepted + lane) + Lanes(repeating: 0).replacing(with: 1, where: isAccepted)).store(
        accepted + lane)
      var reason = Lanes(repeating: 0).replacing(with: Ending.tooManySteps.number, where: tries .>= most)
      reason.replace(with: Ending.notFinite.number, where: isStuck)
      reason.replace(with: Ending.time.number, where: isLast)
      reason.store(ending + lane)
      lane += Lanes.scalarCount
    }
  }

  /// Whether steps move a point by less than the largest of its coordinates is rounded by.
  ///
  /// Where a path meets a border at a small angle, steps that no longer come nearer to it still move along it, and would
  /// for ever: after many refusals a move of 10⁻¹⁰ is the last.
  private func standing(_ lane: Int, _ step: Lanes, refused: Lanes) -> SIMDMask<SIMD8<Int64>> {
    var size = Lanes(repeating: 0)
    var move = Lanes(repeating: 0)
    for row in 0..<state.components {
      size = size.orGreater(Lanes.load(state.place.row(row) + lane).sizes)
      move = move.orGreater((step * Lanes.load(state.first.row(row) + lane)).sizes)
    }
    let least = Lanes(repeating: 0x1p-51).replacing(with: 1e-10, where: refused .> 200)
    return move .<= size * least
  }

  /// The factors from the steps tried to the next ones; `size` and `last` are logarithms of errors.
  @inline(__always)
  private func change(
    _ error: Lanes, _ size: Lanes, _ last: Lanes, upTo growth: Lanes, _ isAccepted: SIMDMask<SIMD8<Int64>>
  ) -> Lanes {
    let wanted = (last * adaptation.integral - size * adaptation.proportional).coarsePower
    let change = (wanted * StepAdaptation.safety).orGreater(Lanes(repeating: StepAdaptation.leastFactor))
    let larger = change.orSmaller(growth)
    // What is not finite is not less than infinity.
    let isFinite = error .< .infinity
    let smaller = Lanes(repeating: StepAdaptation.factorAtPole)
      .replacing(with: change.orSmaller(Lanes(repeating: 1)), where: isFinite)
    return smaller.replacing(with: larger, where: isAccepted)
  }

  /// What becomes of every lane with steps of one length.
  private func settleFixed() {
    let (error, tried, times) = (state.row(.error), state.row(.tried), state.times)
    let (attempts, accepted, ending) = (state.row(.attempts), state.row(.accepted), state.row(.ending))
    let clock = state.trial.row(state.components)
    for lane in 0..<state.count {
      let isAccepted = error[lane] <= 1
      let isLast = isAccepted && tried[lane] == problem.endTime - times[lane]
      attempts[lane] += 1
      accepted[lane] += isAccepted ? 1 : 0
      if isLast { clock[lane] = problem.endTime }
      if !isAccepted || times[lane] + tried[lane] == times[lane] {
        ending[lane] = Ending.notFinite.number
      } else if isLast {
        ending[lane] = Ending.time.number
      } else if attempts[lane] >= Double(limits.maximumSteps) {
        ending[lane] = Ending.tooManySteps.number
      }
    }
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
      state.row(.ending)[lane] = stop.ending.number
      stops.append((lane, stop))
    }
  }

  private mutating func replaceEnded() {
    let ending = state.row(.ending)
    guard hasEnded else { return }
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

  /// Whether any lane has come to its end.
  private var hasEnded: Bool {
    let ending = state.row(.ending)
    var sum = Lanes(repeating: 0)
    var lane = 0
    while lane + Lanes.scalarCount <= state.count {
      sum += Lanes.load(ending + lane)
      lane += Lanes.scalarCount
    }
    var rest = sum.sum()
    while lane < state.count {
      rest += ending[lane]
      lane += 1
    }
    return rest > 0
  }

  private mutating func finish(_ lane: Int) {
    let code = UInt8(state.row(.ending)[lane])
    let stop = stops.isEmpty ? nil : stops.first { $0.lane == lane }?.stop
    let place = state.place
    recorder.finish(
      Int(state.row(.trajectory)[lane]),
      LastPoint(
        ending: Ending(rawValue: code) ?? .time, time: stop?.time ?? state.times[lane],
        attempts: Int(state.row(.attempts)[lane]), accepted: Int(state.row(.accepted)[lane]),
        step: state.row(.step)[lane], doubt: state.row(.doubt)[lane])
    ) { row in stop.map { $0.point[row] } ?? place[row, lane] }
  }
}
