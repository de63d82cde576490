import Elementary
import Expressions
import Fields
import Parallel
import Randomness

/// Follows points that are shaken, in steps of one length.
///
/// The noise of a trajectory is a function of the seed, its number and the number of the step, so that the same path
/// comes out natively and in the browser, whatever else is computed beside it.
public struct StochasticIntegrator: Sendable {
  /// How the noise is taken in.
  public enum Method: Sendable, Equatable, CaseIterable {
    /// X + a h + b ΔW: Itô's integral, of strong order ½ and weak order 1 (Maruyama 1955).
    case eulerMaruyama
    /// The mean of both ends of an Euler step: Stratonovich's integral, of strong order 1 for diagonal noise (Rümelin 1982).
    case heun

    /// What the method is called.
    public var name: StaticString {
      switch self {
      case .eulerMaruyama: "Euler–Maruyama"
      case .heun: "Heun"
      }
    }
  }

  /// How the noise is taken in.
  public var method: Method

  static let lanes = 128
  /// Steps whose noise is drawn at once.
  static let batch = 32

  /// An integrator.
  public init(method: Method = .eulerMaruyama) {
    self.method = method
  }

  /// The trajectories in steps of at most a length, all of the same; every `keep`-th point is kept, and the last.
  ///
  /// A point that is no longer finite stays so: the rest of its trajectory is NaN.
  ///
  /// - Throws: ``FlowError/step(_:)`` if the step is not a positive number, or there are more than 10⁹ of them.
  public func solve(
    _ problem: StochasticProblem, step: Double, keep: Int = .max
  ) throws(FlowError) -> StochasticPaths {
    guard step.isFinite, step > 0 else { throw .step(step) }
    let wanted = ((problem.endTime - problem.startTime) / step - 1e-9).rounded(.up)
    guard wanted < 1e9 else { throw .step(step) }
    let steps = max(1, Int(wanted))
    var paths = StochasticPaths(
      count: problem.startCount, dimension: problem.dimension, from: problem.startTime, to: problem.endTime,
      steps: steps, keep: max(keep, 1))
    let parts = (problem.startCount + StochasticIntegrator.lanes - 1) / StochasticIntegrator.lanes
    let kept = paths.times.count
    paths.withUnsafeCoordinates { buffer in
      nonisolated(unsafe) let buffer = buffer
      inParallel(parts) { part in
        let first = part * StochasticIntegrator.lanes
        let lanes = first..<min(first + StochasticIntegrator.lanes, problem.startCount)
        var run = StochasticRun(problem, method, lanes, steps: steps, keep: max(keep, 1))
        run.go { save, lane, row, value in
          buffer[((first + lane) * kept + save) * problem.dimension + row] = value
        }
      }
    }
    return paths
  }
}

/// Trajectories of shaken points, all at the same times.
public struct StochasticPaths: Sendable, Equatable {
  /// The number of trajectories.
  public let count: Int
  /// The number of coordinates of each point.
  public let dimension: Int
  /// The times of the points that were kept, the start's first.
  public let times: [Double]
  /// The coordinates: of trajectory after trajectory, of time after time.
  public private(set) var coordinates: [Double]

  init(count: Int, dimension: Int, from start: Double, to end: Double, steps: Int, keep: Int) {
    self.count = count
    self.dimension = dimension
    let length = (end - start) / Double(steps)
    var times = [start]
    for step in 1...steps where step % keep == 0 || step == steps {
      times.append(step == steps ? end : start + Double(step) * length)
    }
    self.times = times
    coordinates = Array(repeating: .nan, count: count * times.count * dimension)
  }

  /// The point of a trajectory at one of the times.
  public func point(_ trajectory: Int, at time: Int) -> [Double] {
    let start = (trajectory * times.count + time) * dimension
    return Array(coordinates[start..<start + dimension])
  }

  /// Where a trajectory ends.
  public func end(_ trajectory: Int) -> [Double] { point(trajectory, at: times.count - 1) }

  mutating func withUnsafeCoordinates(_ body: (UnsafeMutableBufferPointer<Double>) -> Void) {
    coordinates.withUnsafeMutableBufferPointer { body($0) }
  }
}

/// Some trajectories side by side in lanes.
private struct StochasticRun {
  let problem: StochasticProblem
  let method: StochasticIntegrator.Method
  let lanes: Range<Int>
  let steps: Int
  let keep: Int
  let length: Double
  /// Where the points are, and the time; where an Euler step leads them.
  let place: Block<Double>
  let guess: Block<Double>
  let drift: Block<Double>
  let laterDrift: Block<Double>
  let strength: Block<Double>
  let laterStrength: Block<Double>
  var generators: [CounterGenerator]
  /// The increments of the noise, a row of each lane.
  let noise: Block<Double>

  init(
    _ problem: StochasticProblem, _ method: StochasticIntegrator.Method, _ lanes: Range<Int>,
    steps: Int,
    keep: Int
  ) {
    self.problem = problem
    self.method = method
    self.lanes = lanes
    self.steps = steps
    self.keep = keep
    length = (problem.endTime - problem.startTime) / Double(steps)
    let size = problem.dimension
    place = Block(rows: size + 1, capacity: lanes.count)
    guess = Block(rows: size + 1, capacity: lanes.count)
    drift = Block(rows: size, capacity: lanes.count)
    laterDrift = Block(rows: size, capacity: lanes.count)
    strength = Block(rows: size, capacity: lanes.count)
    laterStrength = Block(rows: size, capacity: lanes.count)
    generators = lanes.map { CounterGenerator(seed: problem.seed, stream: UInt64($0)) }
    noise = Block(rows: lanes.count, capacity: StochasticIntegrator.batch * size)
    for block in [place, guess, drift, laterDrift, strength, laterStrength] { block.count = lanes.count }
    for (lane, trajectory) in lanes.enumerated() {
      for row in 0..<size { place.row(row)[lane] = problem.coordinates[trajectory * size + row] }
    }
    if case .constant(let number) = problem.noise {
      for row in 0..<size {
        for lane in 0..<lanes.count {
          strength.row(row)[lane] = number
          laterStrength.row(row)[lane] = number
        }
      }
    }
  }

  mutating func go(_ save: (_ save: Int, _ lane: Int, _ row: Int, _ value: Double) -> Void) {
    var saved = 0
    func write() {
      for row in 0..<problem.dimension {
        for lane in 0..<lanes.count { save(saved, lane, row, place.row(row)[lane]) }
      }
      saved += 1
    }
    write()
    for step in 0..<steps {
      if step % StochasticIntegrator.batch == 0 { draw(min(StochasticIntegrator.batch, steps - step)) }
      setTime(place, Double(step))
      advance(step % StochasticIntegrator.batch, step)
      if (step + 1) % keep == 0 || step + 1 == steps { write() }
    }
  }

  /// The increments of Brownian motion for some steps of every lane.
  private mutating func draw(_ count: Int) {
    let scale = length.squareRoot()
    let needed = count * problem.dimension
    for lane in 0..<lanes.count {
      let row = noise.row(lane)
      generators[lane].normals(into: row, count: needed)
      for index in 0..<needed { row[index] *= scale }
    }
  }

  private func setTime(_ block: Block<Double>, _ step: Double) {
    let clock = block.row(problem.dimension)
    for lane in 0..<lanes.count { clock[lane] = problem.startTime + step * length }
  }

  private func field(_ place: Block<Double>, _ drift: Block<Double>, _ strength: Block<Double>) {
    problem.drift.values(at: place, into: drift)
    if case .diagonal(let field) = problem.noise { field.values(at: place, into: strength) }
  }

  private func advance(_ index: Int, _ step: Int) {
    let size = problem.dimension
    field(place, drift, strength)
    let target = method == .heun ? guess : place
    for row in 0..<size {
      let (from, to, speed, shake) = (place.row(row), target.row(row), drift.row(row), strength.row(row))
      for lane in 0..<lanes.count {
        to[lane] = from[lane] + (speed[lane] * length + shake[lane] * noise.row(lane)[index * size + row])
      }
    }
    guard method == .heun else { return }
    setTime(guess, Double(step + 1))
    field(guess, laterDrift, laterStrength)
    for row in 0..<size {
      let (speed, later) = (drift.row(row), laterDrift.row(row))
      let (shake, laterShake) = (strength.row(row), laterStrength.row(row))
      let at = place.row(row)
      for lane in 0..<lanes.count {
        let shift = (speed[lane] + later[lane]) * length
        let jolt = (shake[lane] + laterShake[lane]) * noise.row(lane)[index * size + row]
        at[lane] += 0.5 * (shift + jolt)
      }
    }
  }
}
