import Atlas
import Descent
import Elementary
import Expressions
import Fields
import Flows

/// The race of a scene: who runs, where they have come, and how that is drawn.
struct SceneRace: Sendable {
  /// What has been run; `nil` where the loss is not finite at the start.
  let race: DescentRace?
  /// The iterations that are shown: what is far away already is not waited for.
  let steps: Int
  /// The flow as it is drawn: its points, its loss there, and how many of them stand for an iteration.
  let flow: [SIMD2<Double>]
  let flowLosses: [Double]
  let flowParts: Int
  private let start: SIMD2<Double>
  private let rate: Double
  private let racers: [OptimizerKind]

  /// Enough to see who arrives, and an answer while the hand moves.
  static let limits = DescentLimits(steps: 1000, tolerance: 1e-6)
  /// The flow to more digits than a picture or a table shows.
  static let integrator = Integrator(
    method: .rodas43, controller: .adaptive(relative: 1e-7, absolute: 1e-9),
    limits: Limits(maximumSteps: 4000))

  init(_ scene: Scene, _ field: ScalarExpressionField) {
    start = scene.start
    rate = scene.rate
    racers = scene.racers
    let problem = try? DescentProblem(field, start: [start.x, start.y])
    race = problem.flatMap { problem in
      try? DescentRace(
        of: problem, by: scene.racers, rate: scene.rate, limits: SceneRace.limits,
        integrator: SceneRace.integrator)
    }
    // As many points as a smooth line needs.
    let steps = race.map { SceneRace.steps($0, around: scene.start) } ?? 0
    self.steps = steps
    flowParts = min(max(2000 / max(steps, 1), 1), 60)
    flow = (race?.flowPoints(timesEach: flowParts, upTo: steps) ?? []).map { SIMD2($0[0], $0[1]) }
    flowLosses = SceneRace.losses(field, flow)
  }

  /// The last step of those who come to an end, and that of the others within a distance of the start.
  private static func steps(_ race: DescentRace, around start: SIMD2<Double>) -> Int {
    let reach = 10 * max(1, max(start.x.magnitude, start.y.magnitude))
    var steps = race.runners.isEmpty ? race.steps : 1
    for runner in race.runners {
      // What diverges does so quickly; what only walks away might do so for long.
      guard runner.path.ending == .tooManySteps else {
        steps = max(steps, runner.path.steps)
        continue
      }
      let last = runner.path.points.lastIndex { point in
        Double.hypot(point[0] - start.x, point[1] - start.y) <= reach
      }
      steps = max(steps, min((last ?? 0) + 1, runner.path.steps))
    }
    return min(steps, race.steps)
  }

  private static func losses(_ field: ScalarExpressionField, _ points: [SIMD2<Double>]) -> [Double] {
    let block = Block<Double>(rows: 2, capacity: max(points.count, 1))
    let values = Block<Double>(rows: 1, capacity: max(points.count, 1))
    block.count = points.count
    for (lane, point) in points.enumerated() {
      block[0, lane] = point.x
      block[1, lane] = point.y
    }
    field.values(at: block, into: values)
    return points.indices.map { values[0, $0] }
  }

  /// Whether this is the race of another scene of the same formula.
  func answers(_ scene: Scene) -> Bool {
    scene.start == start && scene.rate == rate && scene.racers == racers
  }

  /// Everyone's way, the flow first if it is wanted.
  func tracks(_ scene: Scene, language: Language) -> [DescentTrack] {
    var tracks: [DescentTrack] = []
    if scene.hasFlow, !flow.isEmpty {
      tracks.append(
        DescentTrack(flow: flow, losses: flowLosses, pointsPerStep: flowParts, language: language))
    }
    for runner in race?.runners ?? [] { tracks.append(DescentTrack(runner, language: language)) }
    return tracks
  }
}
