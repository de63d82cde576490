import Elementary
import Fields

/// Follows the direction of a field through a frame, beside the lines that are there.
struct StreamlineTracer {
  struct Line {
    let places: [SIMD3<Double>]
    let isClosed: Bool
    let length: Double
  }

  private let frame: StreamlineFrame
  private let separation: Double
  private let isUnbroken: Bool
  /// How far apart the points of a line are.
  private let spacing: Double
  private var stepper: DirectionStepper
  /// The step that the errors of the last one ask for.
  private var step = 0.0

  /// A path is given up after so many times the longest edge.
  private static let longestPath = 80.0

  init(field: AnyVectorField, frame: StreamlineFrame, separation: Double, isUnbroken: Bool) {
    self.frame = frame
    self.separation = separation
    self.isUnbroken = isUnbroken
    // Points so close that an arc looks round, however far apart the lines are.
    spacing = min(separation / 3, frame.longest / 200)
    stepper = DirectionStepper(field: field, frame: frame)
  }

  /// The line of this number through a seed, both ways; its points are in the grid afterwards.
  mutating func trace(_ number: Int, from seed: SIMD3<Double>, grid: inout SeparationGrid) -> Line {
    guard stepper.begin(at: seed, sign: 1) else { return Line(places: [], isClosed: false, length: 0) }
    grid.insert(seed, line: number, position: 0)
    let forward = run(number, from: seed, sign: 1, grid: &grid)
    guard !forward.isClosed else {
      return Line(places: [seed] + forward.places, isClosed: true, length: forward.length)
    }
    let backward =
      stepper.begin(at: seed, sign: -1) ? run(number, from: seed, sign: -1, grid: &grid) : Run()
    return Line(
      places: backward.places.reversed() + [seed] + forward.places, isClosed: false,
      length: backward.length + forward.length)
  }

  /// What comes after the seed, one way.
  private struct Run {
    var places: [SIMD3<Double>] = []
    var length = 0.0
    var isClosed = false
  }

  private mutating func run(
    _ number: Int, from seed: SIMD3<Double>, sign: Double, grid: inout SeparationGrid
  ) -> Run {
    var run = Run()
    let start = stepper.direction
    let limit = StreamlineTracer.longestPath * frame.longest
    step = separation / 2
    var stepStart = 0.0
    var position = 0.0
    var last = seed
    while stepStart < limit, let taken = advanceable() {
      while position + spacing <= stepStart + taken {
        position += spacing
        let next = stepper.place(at: position - stepStart)
        // A line that comes back to its start closes; one that misses it is a spiral.
        if sign > 0, returns(from: last, to: next, to: seed, along: start, travelled: position) {
          run.isClosed = closes(between: position - spacing - stepStart, position - stepStart, seed, start)
          if run.isClosed { run.places.append(seed) }
          run.length = position
          return run
        }
        guard frame.contains(next) else {
          let (place, share) = crossing(between: position - spacing - stepStart, position - stepStart, last)
          run.length = stepStart + share
          if share > position - spacing - stepStart { run.places.append(place) }
          return run
        }
        let visitor = SeparationGrid.Visitor(
          line: number, position: sign * position, minds: !isUnbroken, recent: 2 * separation,
          closing: sign > 0 ? separation : 0)
        guard grid.isFree(next, distance: separation / 2, for: visitor) else { return run }
        grid.insert(next, line: number, position: sign * position)
        run.places.append(next)
        run.length = position
        last = next
      }
      stepStart += taken
      stepper.advance()
    }
    return run
  }

  /// Finds a step that is short enough: its length, or nil where the line ends.
  private mutating func advanceable() -> Double? {
    let allowed = separation * 1e-6
    let longest = 3 * separation
    while true {
      let tried = step
      guard let error = stepper.attempt(tried) else {
        // The field ends within reach: come nearer by halves before giving up.
        step /= 2
        if step < separation * 0.01 { return nil }
        continue
      }
      let factor = error == 0 ? 4 : 0.9 * Double.pow(allowed / error, 0.2)
      guard error <= allowed else {
        step *= min(0.9, max(0.2, factor))
        if !(step >= separation * 0.002) { return nil }
        continue
      }
      stepper.prepare()
      step = min(longest, step * min(4, max(0.2, factor)))
      return tried
    }
  }

  /// Whether a piece of a line goes through its start, near it and the same way as it left.
  private func returns(
    from last: SIMD3<Double>, to next: SIMD3<Double>, to start: SIMD3<Double>, along: SIMD3<Double>,
    travelled: Double
  ) -> Bool {
    let behind = (last - start).dot(along)
    let ahead = (next - start).dot(along)
    guard travelled > 2.5 * spacing, behind < 0, ahead >= 0 else { return false }
    let share = behind / (behind - ahead)
    return (last + share * (next - last) - start).length < separation / 2
  }

  /// Whether the piece goes through the start itself.
  private func closes(
    between low: Double, _ high: Double, _ start: SIMD3<Double>, _ along: SIMD3<Double>
  ) -> Bool {
    var (low, high) = (low, high)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      if (stepper.place(at: middle) - start).dot(along) < 0 { low = middle } else { high = middle }
    }
    return (stepper.place(at: high) - start).length < separation * 0.02
  }

  /// Where the piece of a line leaves the frame, and how far along the step.
  private func crossing(
    between low: Double, _ high: Double, _ inside: SIMD3<Double>
  ) -> (place: SIMD3<Double>, position: Double) {
    var (low, high) = (low, high)
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if frame.contains(stepper.place(at: middle)) { low = middle } else { high = middle }
    }
    return (frame.clamped(stepper.place(at: high)), low)
  }
}
