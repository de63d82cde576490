import Atlas
import Descent
import Elementary
import Expressions
import Fields
import Figures
import Flows
import Formats

extension Scene {
  /// The race of the scene: who came where, what the rate is to the curvature, and where saddles held them.
  func descentReading(_ field: ScalarExpressionField, _ subject: Subject, in json: inout JSONWriter.Object) {
    let point = [start.x, start.y]
    trails(field.formula, at: point, in: &json)
    json.add("start", point)
    json.add("camera", [camera.heading.azimuth, camera.heading.elevation])
    let value = field.value(at: point)
    let gradient = field.gradient(at: point)
    json.add("value", value)
    json.add("gradient", gradient)
    if let sight = relief(of: subject)?.sight(x: start.x, y: start.y, value: value) {
      json.add("place", [sight.place.x, sight.place.y])
    }
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("start", Scene.shown(point))
      text.add("value", Scene.shown(value))
      text.add("rate", Scene.shown(rate))
    }
    guard let ran = subject.race, let race = ran.race else {
      rateReading(nil, in: &json)
      json.addNull("race")
      return
    }
    rateReading(race, in: &json)
    json.object("race") { (object: inout JSONWriter.Object) in
      object.add("steps", ran.steps)
      object.add("limit", SceneRace.limits.steps)
      object.add("slowest", race.slowest)
      object.add("curvature", field.greatestCurvature(at: race.slowest))
      object.object("text") { (text: inout JSONWriter.Object) in
        text.add("slowest", Scene.shownPlace(race.slowest))
        text.add("curvature", Scene.short(field.greatestCurvature(at: race.slowest)))
      }
      object.array("tracks") { (list: inout JSONWriter.Array) in
        for track in ran.tracks(self, language: .english) {
          list.object { (item: inout JSONWriter.Object) in
            item.add("name", track.name.description)
            item.add("points", track.points.count)
            item.add("pointsPerStep", track.pointsPerStep)
            item.add("colours", [Scene.css(track.paint, .light), Scene.css(track.paint, .dark)])
          }
        }
      }
      object.array("runners") { (list: inout JSONWriter.Array) in
        for runner in race.runners {
          list.object { (item: inout JSONWriter.Object) in runnerReading(runner, race, field, in: &item) }
        }
      }
      object.object("flow") { (item: inout JSONWriter.Object) in
        let end = race.flow.solution.end
        item.add("ending", race.flow.solution.ending.name.description)
        item.add("end", end)
        item.add("loss", field.value(at: end))
        item.add("kind", Criticality(hessian: field.hessian(at: end)).settled.name.description)
        item.add("text", Scene.shownPlace(end))
      }
    }
  }

  private func runnerReading(
    _ runner: DescentRace.Runner, _ race: DescentRace, _ field: ScalarExpressionField,
    in json: inout JSONWriter.Object
  ) {
    let path = runner.path
    json.add("name", runner.kind.shortName.description)
    json.add("steps", path.steps)
    json.add("ending", path.ending.code.description)
    json.add("end", path.end)
    json.add("loss", path.losses[path.steps])
    json.add("gradientNorm", path.gradientNorms[path.steps])
    json.add("evaluations", path.evaluations.values + path.evaluations.gradients)
    if path.ending == .converged {
      json.add("kind", Criticality(hessian: field.hessian(at: path.end)).settled.name.description)
    }
    if path.timePerStep != nil {
      let farthest = race.flow.distances(to: path).reduce(0) { $1.isNaN ? $0 : max($0, $1) }
      json.add("farthest", farthest)
      json.add("farthestText", Scene.short(farthest))
    }
    if let stability = runner.stability {
      json.object("stability") { (item: inout JSONWriter.Object) in
        item.add("limit", stability.limit)
        item.add("isExceeded", stability.isExceeded)
        item.add("text", Scene.short(stability.limit))
      }
    }
    if let lingering = runner.lingering {
      json.object("lingering") { (item: inout JSONWriter.Object) in
        item.add("first", lingering.first)
        item.add("last", lingering.last)
        item.add("steps", lingering.steps)
        item.add("hasLeft", lingering.hasLeft)
      }
    }
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("end", Scene.shownPlace(path.end))
      text.add("loss", Scene.short(path.losses[path.steps]))
    }
  }

  /// The learning rate on its slider, and the limits of those who have one.
  private func rateReading(_ race: DescentRace?, in json: inout JSONWriter.Object) {
    json.object("rate") { (object: inout JSONWriter.Object) in
      object.add("value", rate)
      object.add("stop", RateScale.stop(rate))
      object.add("stops", RateScale.stops)
      object.array("marks") { (list: inout JSONWriter.Array) in
        for runner in race?.runners ?? [] {
          guard let limit = runner.stability?.limit, limit.isFinite else { continue }
          let part = RateScale.part(limit)
          guard part >= 0, part <= 1 else { continue }
          list.object { (item: inout JSONWriter.Object) in
            item.add("name", runner.kind.shortName.description)
            item.add("part", part)
            item.add("colours", [Scene.css(runner.kind.paint, .light), Scene.css(runner.kind.paint, .dark)])
          }
        }
      }
    }
  }

  /// What everyone has come to after so many iterations, as JSON: rounded for people, in the order of the tracks.
  @export(interface)
  public func raceReading(of subject: Subject, after iteration: Int) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("iteration", iteration)
      guard let ran = subject.race, let race = ran.race else { return }
      if hasFlow {
        let index = min(max(iteration, 0) * ran.flowParts, ran.flowLosses.count - 1)
        json.object("flow") { (item: inout JSONWriter.Object) in
          item.add("loss", index >= 0 ? Scene.short(ran.flowLosses[index], digits: 3) : "–")
          item.add("time", Scene.short(rate * Double(iteration)))
        }
      }
      for runner in race.runners {
        let step = min(max(iteration, 0), runner.path.steps)
        json.object(runner.kind.shortName.description) { (item: inout JSONWriter.Object) in
          item.add("loss", Scene.short(runner.path.losses[step], digits: 3))
          item.add("gradient", Scene.short(runner.path.gradientNorms[step]))
          item.add("point", Scene.shownPlace(runner.path.points[step]))
          item.add("distance", Scene.short(distance(race.flow, runner.path, step)))
          item.add("isOver", iteration >= runner.path.steps)
        }
      }
    }
  }

  /// How far a step is from the flow: at the time that it stands for, or from the nearest point of its curve.
  private func distance(_ flow: GradientFlow, _ path: DescentPath, _ step: Int) -> Double {
    let place = path.points[step]
    guard let time = path.timePerStep else { return flow.nearest(to: place).distance }
    guard let point = flow.point(at: Double(step) * time) else { return .nan }
    return Double.hypot(place[0] - point[0], place[1] - point[1])
  }

  /// A colour as a style sheet writes it.
  private static func css(_ paint: Paint, _ theme: Theme) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = [0x23]
    let rgb = theme.colour(paint).rgba >> 8
    for place in 0..<6 { text.append(digits[Int(rgb >> UInt32(4 * (5 - place)) & 15)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// A number with as many digits as a table has room for.
  static func short(_ value: Double, digits: Int = 4) -> String {
    Decimal.text(value, significantDigits: digits, minus: .typographic)
  }

  static func short(_ values: [Double]) -> String {
    var text = ""
    for (index, value) in values.enumerated() { text += (index > 0 ? ", " : "") + short(value) }
    return text
  }

  /// A point with as many digits as the eye needs; what is nearer to 0 than a millionth is shown as 0.
  static func shownPlace(_ point: [Double]) -> String {
    var text = "("
    for (index, value) in point.enumerated() {
      text += (index > 0 ? ", " : "") + short(value.magnitude < 1e-6 ? 0 : value)
    }
    return text + ")"
  }
}

extension DescentEnding {
  /// The ending as a word for programs.
  var code: StaticString {
    switch self {
    case .underway: "underway"
    case .converged: "converged"
    case .tooManySteps: "tooManySteps"
    case .diverged: "diverged"
    case .unbounded: "unbounded"
    case .notFinite: "notFinite"
    case .stalled: "stalled"
    }
  }
}
