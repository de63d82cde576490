import Expressions
import Fields

/// Keeps what was asked for of each trajectory: points, polynomials, events; and stops those that leave their limits.
struct SolutionRecorder: TrajectoryRecorder {
  let saveAt: SaveAt
  let events: [FlowEvent]
  let limits: Limits
  let domain: [ClosedRange<Double>]?
  let direction: Double
  private(set) var solutions: [Solution]
  private let first: Int
  private var nextTimes: [Int]
  private var counts: [[Int]]
  private var nears: [[EventSearch.Near?]]
  private let searches: [EventSearch]
  private let stagesPerStep: Int
  private let isInterpolated: Bool
  /// Whether the end of the last trajectory is known.
  private var isFinished = false

  init(
    _ problem: InitialValueProblem, _ method: Method, saveAt: SaveAt, events: [FlowEvent],
    limits: Limits, starts: Range<Int>
  ) {
    self.saveAt = saveAt
    self.events = events
    self.limits = limits
    domain = problem.domain
    direction = problem.direction
    first = starts.lowerBound
    stagesPerStep = method.evaluationsPerStep
    isInterpolated = problem.field.isInterpolated
    searches = events.map { EventSearch($0, components: problem.dimension) }
    nextTimes = Array(repeating: 0, count: starts.count)
    counts = Array(repeating: Array(repeating: 0, count: events.count), count: starts.count)
    nears = Array(repeating: Array(repeating: nil, count: events.count), count: starts.count)
    solutions = starts.map { index in
      let start = problem.start(index)
      return Solution(
        times: [], points: [], endTime: problem.startTime(of: index), end: start, ending: .time, events: [],
        evaluations: 0,
        acceptedSteps: 0, refusedSteps: 0, steps: [], length: limits.length == nil ? nil : 0)
    }
    for index in solutions.indices { keepStart(index, problem.startTime(of: starts.lowerBound + index)) }
  }

  private mutating func keepStart(_ index: Int, _ time: Double) {
    if case .times(let times) = saveAt {
      while nextTimes[index] < times.count, times[nextTimes[index]] == time {
        solutions[index].times.append(time)
        solutions[index].points.append(solutions[index].end)
        nextTimes[index] += 1
      }
    } else {
      solutions[index].times.append(time)
      solutions[index].points.append(solutions[index].end)
    }
  }

  var needsSteps: Bool {
    (saveAt != .ends && saveAt != .steps) || !events.isEmpty || domain != nil || limits.length != nil
      || limits.stagnationSpeed != nil
  }

  var needsPoints: Bool { saveAt == .steps }

  mutating func record(_ point: [Double], at time: Double, of trajectory: Int) {
    solutions[trajectory - first].times.append(time)
    solutions[trajectory - first].points.append(point)
  }

  mutating func record(_ step: DenseStep, slope: [Double], of trajectory: Int) -> Stop? {
    let index = trajectory - first
    var stop: (share: Double, ending: Ending)?
    func consider(_ share: Double?, _ ending: Ending) {
      if let share, share < stop?.share ?? .infinity { stop = (share, ending) }
    }
    consider(exit(of: step), .outOfDomain)
    consider(lengthReached(step, index), .length)
    if let least = limits.stagnationSpeed, StepLength.size(slope) <= least { consider(1, .stagnation) }
    consider(recordEvents(step, index, until: stop?.share ?? 1), .event)
    let share = stop?.share ?? 1
    keep(step, index, until: share, stop?.ending)
    if limits.length != nil { solutions[index].length? += StepLength(step).length(to: share) }
    guard let stop else { return nil }
    return Stop(ending: stop.ending, time: step.time(at: share), point: place(step, share, stop.ending))
  }

  /// A point of the step; where a path leaves the domain, on the wall itself and not a rounding beside it.
  private func place(_ step: DenseStep, _ share: Double, _ ending: Ending) -> [Double] {
    let point = step.point(share: share)
    guard ending == .outOfDomain, share > 0, let domain else { return point }
    return zip(point, domain).map { min(max($0, $1.lowerBound), $1.upperBound) }
  }

  private mutating func keep(_ step: DenseStep, _ index: Int, until share: Double, _ ending: Ending?) {
    let end = step.time(at: share)
    switch saveAt {
    case .ends:
      break
    case .steps, .dense:
      solutions[index].times.append(end)
      solutions[index].points.append(place(step, share, ending ?? .time))
      if saveAt == .dense { solutions[index].steps.append(step) }
    case .times(let times):
      while nextTimes[index] < times.count, (end - times[nextTimes[index]]) * direction >= 0 {
        let time = times[nextTimes[index]]
        solutions[index].times.append(time)
        solutions[index].points.append(step.point(at: time))
        nextTimes[index] += 1
      }
    }
  }

  // MARK: - Stops

  /// Where the step leaves the domain.
  private func exit(of step: DenseStep) -> Double? {
    guard let domain else { return nil }
    var earliest: Double?
    for (row, range) in domain.enumerated() {
      let from = step.start[row]
      let to = step.coordinate(row, share: 1)
      let bulge = step.bulge(row)
      guard !(min(from, to) - bulge >= range.lowerBound && max(from, to) + bulge <= range.upperBound) else {
        continue
      }
      guard range.contains(from) else { return 0 }
      let values = ChebyshevSeries.places(degree: 8).map { step.coordinate(row, share: 0.5 * ($0 + 1)) }
      for wall in [range.lowerBound, range.upperBound] {
        let series = ChebyshevSeries(values: values.map { $0 - wall })
        // A start on the wall that goes inside does not leave by it.
        let crossings = series.signChanges.map { 0.5 * ($0 + 1) }
        for share in crossings where !range.contains(step.coordinate(row, share: min(1, share + 1e-9))) {
          earliest = min(earliest ?? .infinity, share)
        }
      }
      if earliest == nil, !range.contains(to) { earliest = 0 }
    }
    return earliest
  }

  /// Where the path is as long as it may be.
  private func lengthReached(_ step: DenseStep, _ index: Int) -> Double? {
    guard let limit = limits.length, let before = solutions[index].length else { return nil }
    let length = StepLength(step)
    guard before + length.length(to: 1) >= limit else { return nil }
    return length.share(at: limit - before)
  }

  /// Notes the events of a step, and where one of them ends the trajectory.
  private mutating func recordEvents(_ step: DenseStep, _ index: Int, until limit: Double) -> Double? {
    var found: [(zero: EventSearch.Zero, event: Int)] = []
    for (event, search) in searches.enumerated() {
      for zero in search.zeros(in: step, after: &nears[index][event]) where zero.share <= limit {
        if counts(events[event], zero.kind) { found.append((zero, event)) }
      }
    }
    found.sort { $0.zero.share < $1.zero.share }
    for (zero, event) in found {
      solutions[index].events.append(
        EventRecord(
          event: event, time: step.time(at: zero.share), point: step.point(share: zero.share), kind: zero.kind
        ))
      counts[index][event] += 1
      if let last = events[event].endsAfter, counts[index][event] >= last { return zero.share }
    }
    return nil
  }

  private func counts(_ event: FlowEvent, _ kind: EventRecord.Kind) -> Bool {
    switch event.direction {
    case .any: true
    case .rising: kind == .rising
    case .falling: kind == .falling
    }
  }

  /// A function that is zero at the very end has come there.
  private mutating func recordLastEvents(_ index: Int) {
    for (event, near) in nears[index].enumerated() {
      guard let near, near.isZero else { continue }
      let kind: EventRecord.Kind = near.sign < 0 ? .rising : .falling
      guard counts(events[event], kind) else { continue }
      solutions[index].events.append(
        EventRecord(
          event: event, time: solutions[index].endTime, point: solutions[index].end, kind: kind))
    }
  }

  /// What has come of a round of a single trajectory: a step, and the end if that was it.
  struct Round {
    let step: DenseStep?
    let last: Solution?
  }

  /// Takes out what the last round has left.
  mutating func takeRound(isOver: Bool) -> Round {
    let step = solutions[0].steps.popLast()
    isFinished = isFinished || isOver
    solutions[0].times.removeAll(keepingCapacity: true)
    solutions[0].points.removeAll(keepingCapacity: true)
    return Round(step: step, last: isFinished ? solutions[0] : nil)
  }

  mutating func finish(_ trajectory: Int, _ last: LastPoint, coordinate: (Int) -> Double) {
    isFinished = true
    let index = trajectory - first
    for row in solutions[index].end.indices { solutions[index].end[row] = coordinate(row) }
    solutions[index].ending = last.ending
    solutions[index].endTime = last.time
    if last.ending == .time { recordLastEvents(index) }
    solutions[index].interpolationError = isInterpolated ? last.doubt : nil
    solutions[index].acceptedSteps = last.accepted
    solutions[index].refusedSteps = last.attempts - last.accepted
    solutions[index].evaluations = last.attempts == 0 ? 0 : last.attempts * stagesPerStep + 2
    if saveAt == .ends, last.attempts > 0 {
      solutions[index].times.append(last.time)
      solutions[index].points.append(solutions[index].end)
    }
  }
}

/// The length of the path of a step.
struct StepLength {
  private let step: DenseStep
  private static let rule = GaussLegendre(count: 6)

  init(_ step: DenseStep) { self.step = step }

  static func size(_ vector: [Double]) -> Double {
    var sum = 0.0
    for component in vector { sum += component * component }
    return sum.squareRoot()
  }

  /// From the beginning of the step to a share of it.
  func length(to share: Double) -> Double {
    var sum = 0.0
    for (index, node) in StepLength.rule.nodes.enumerated() {
      let place = share * 0.5 * (node + 1)
      let speed = StepLength.size(step.start.indices.map { step.slope($0, share: place) })
      sum += StepLength.rule.weights[index] * speed
    }
    return sum * 0.5 * share
  }

  /// The share at which the path has a length.
  func share(at length: Double) -> Double {
    var low = 0.0
    var high = 1.0
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if self.length(to: middle) < length { low = middle } else { high = middle }
    }
    return high
  }
}
