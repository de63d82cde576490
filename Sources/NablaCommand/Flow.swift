import ArgumentParser
import Foundation
import Nabla

/// `nabla flow`: where points go that move with a field.
struct Flow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The path of a point that moves with a field: where it is when, and why it ends.",
    usage:
      "nabla flow \"FIELD\" --from POINT [--from POINT …] --time T [--method NAME] [--rtol R] [--atol A] [--step H] [--event \"FORMULA\"] [--in BOX] [-o FILE] [--json]",
    discussion: """
      The field may change with time: t is the time, and --start says when it begins. A negative time goes \
      backward. With --event the zeros of a formula along the path are listed, those included that are only touched; \
      with --until the first one ends the path. With --in the path ends where it leaves the box, with --length where it \
      is that long. With -o a path of the plane is drawn (.svg, .png, .pdf) or every step is written (.csv). \
      With --streak the line of dye is found beside each path: where all the points are at the end that left its \
      beginning one after the other.

      With --noise the points are shaken: dX = F dt + σ dW, by Euler–Maruyama (Itô's integral) or with --method heun \
      (Stratonovich's). σ is a number or a formula for each coordinate; --step is a thousandth of the time without \
      another. The same --seed gives the same paths on every machine. With --paths N each start is taken N times, and \
      the mean and the standard deviation are listed.

      Methods: \(Method.all.map { $0.name }.joined(separator: ", ")). Without an error estimate (euler, midpoint, heun, \
      rk4) a method needs --step; for stiff fields take rodas.

      EXAMPLES
        nabla flow "-y, x" --from 1,0 --time 2π
        nabla flow "y, -sin x" --from 1,0 --time 10 --event "y" --points 20
        nabla flow "y, 1000 (1 - x^2) y - x" --from 2,0 --time 2000 --method rodas
        nabla flow "x^2, 1" --from 1,0 --time 2
        nabla flow "1, sin(x - t)" --from 0,0 --time 6 -o gust.svg
        nabla flow "1, cos(2t)" --from 0,0 --time 6 --streak -o dye.svg
        nabla flow "x - x^3, -y" --from 0,0 --time 20 --noise 0.4 --seed 7 -o shaken.svg
        nabla flow "-x" --from 2 --time 3 --noise 1 --paths 10000
        nabla flow "10 (y - x), x (28 - z) - y, x y - 8/3 z" --from 1,1,1 --time 20 --method dop853 --json
      """)

  @Argument(parsing: .allUnrecognized, help: "The field: a formula for each coordinate, of x, y, … and t.")
  var values: [String] = []

  @Option(parsing: .unconditionalSingleValue, help: "Where a path begins: x,y,…; may be repeated.")
  var from: [String] = []

  @Option(parsing: .unconditional, help: "How long it goes; negative for backward.")
  var time: String?

  @Option(parsing: .unconditional, help: "When it begins.")
  var start = "0"

  @Option(help: "The method; dopri5 without it.")
  var method: String?

  @Option(parsing: .unconditional, help: "The error allowed in a step, relative to the size of the point.")
  var rtol: String?

  @Option(parsing: .unconditional, help: "The error allowed in a step near 0.")
  var atol: String?

  @Option(parsing: .unconditional, help: "Steps of this length, whatever their error.")
  var step: String?

  @Option(parsing: .unconditional, help: "The most steps.")
  var maxSteps = "100000"

  @Option(parsing: .unconditionalSingleValue, help: "A formula whose zeros are listed; may be repeated.")
  var event: [String] = []

  @Option(parsing: .unconditional, help: "A formula whose first zero ends the path.")
  var until: String?

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The box in which the path goes: xmin,xmax,….")
  var box: String?

  @Option(parsing: .unconditional, help: "The length at which it ends.")
  var length: String?

  @Option(parsing: .unconditional, help: "How many points are listed, at equal times.")
  var points = "10"

  @Flag(help: "The line of dye from where each path begins, at the end of the time.")
  var streak = false

  @Option(
    parsing: .unconditional,
    help: "How strongly points are shaken: a number, or a formula for each coordinate.")
  var noise: String?

  @Option(parsing: .unconditional, help: "The seed of the noise; 1 without it.")
  var seed: String?

  @Option(parsing: .unconditional, help: "How many shaken paths begin at each point; 1 without it.")
  var paths: String?

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var options: PictureOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a field: nabla flow \"-y, x\" --from 1,0 --time 10")
    let sides = try options.sides()
    let isTable = options.output?.hasSuffix(".csv") ?? false
    if !isTable { try options.requireFormat() }
    guard !from.isEmpty else {
      throw CommandFailure(.usage, "--from says where the path begins, such as --from 1,0")
    }
    guard let time else {
      throw CommandFailure(.usage, "--time says how long the path goes, such as --time 10")
    }
    let starts = try from.map { try Arguments.constants($0, count: 1...64, name: "--from") }
    let field = try Arguments.flowField(values[0], dimension: starts[0].count, settings: parameters.settings)
    let begin = try Flow.number(start, "--start")
    let end = begin + (try Flow.number(time, "--time"))
    do {
      let count = try Flow.count(points, "--points", 1...100_000)
      if let noise {
        return try shake(field, by: noise, from: starts, since: begin, until: end, count: count)
      }
      guard seed == nil, paths == nil else {
        throw CommandFailure(.usage, "--seed and --paths are for points that are shaken: --noise 0.5")
      }
      let box = try domain(starts[0].count)
      if let box, let outside = starts.first(where: { zip($0, box).contains { !$1.contains($0) } }) {
        let place = outside.map { Formats.Decimal.shortest($0) }.joined(separator: ",")
        throw CommandFailure(.usage, "--from \(place) lies outside of the box of --in")
      }
      let problem = try InitialValueProblem(field, starts: starts, from: begin, to: end, domain: box)
      let dense = try integrator().solve(problem, saveAt: .dense, events: try events(starts[0].count))
      let dye = try streaklines(of: field, from: starts, since: begin, at: end, count: count)
      try write(dense, dye, field, count, sides)
    } catch let error as FlowError {
      throw CommandFailure(.usage, "\(error)")
    }
  }

  // MARK: - What was typed

  static func number(
    _ text: String, _ name: String, _ range: ClosedRange<Double>? = nil
  ) throws -> Double {
    let value = try Arguments.constants(text, count: 1...1, name: name)[0]
    if let range, !range.contains(value) {
      let least = Formats.Decimal.shortest(range.lowerBound)
      let most = Formats.Decimal.shortest(range.upperBound)
      throw CommandFailure(
        .usage, "\(name) takes a number from \(least) to \(most), found \(Arguments.quoted(text))")
    }
    return value
  }

  /// A whole number of a range.
  static func count(_ text: String, _ name: String, _ range: ClosedRange<Double>) throws -> Int {
    let value = try number(text, name, range)
    guard value == value.rounded() else {
      throw CommandFailure(.usage, "\(name) takes a whole number, found \(Arguments.quoted(text))")
    }
    return Int(value)
  }

  private var methodName: String { method ?? "dopri5" }

  private func integrator() throws -> Integrator {
    guard let chosen = Method.named(methodName) else {
      let known = Method.all.map { $0.name }.joined(separator: ", ")
      throw CommandFailure(.usage, "--method knows \(known); found \(Arguments.quoted(methodName))")
    }
    var integrator = Integrator(method: chosen)
    let bar = ProgressBar.current
    integrator.progress = { bar?.advance(by: $0) }
    integrator.limits.maximumSteps = try Flow.count(maxSteps, "--max-steps", 1...1e9)
    integrator.limits.length = try length.map { try Flow.number($0, "--length", 0...1e300) }
    if let step {
      guard rtol == nil, atol == nil else {
        throw CommandFailure(.usage, "--step fixes the steps; --rtol and --atol have no say in them")
      }
      integrator.controller = .fixed(try Flow.number(step, "--step"))
    } else if case .adaptive(let relative, let absolute) = integrator.controller {
      integrator.controller = .adaptive(
        relative: try rtol.map { try Flow.number($0, "--rtol") } ?? relative,
        absolute: try atol.map { try Flow.number($0, "--atol") } ?? absolute)
    }
    return integrator
  }

  private func domain(_ dimension: Int) throws -> [ClosedRange<Double>]? {
    guard let box else { return nil }
    return try Arguments.box(box, dimension: dimension).sides.map { $0.lower...$0.upper }
  }

  private func events(_ dimension: Int) throws -> [FlowEvent] {
    let names = Variables(names: Arguments.variables(dimension).names + [Array("t".utf8)])
    func event(_ text: String, _ endsAfter: Int?) throws -> FlowEvent {
      let formula = try Arguments.formula(text, variables: names, settings: [])
      guard case .scalar = formula.quantity else {
        throw CommandFailure(
          .usage, "an event is one number at every point; \(Arguments.quoted(text)) is more")
      }
      return FlowEvent(ScalarExpressionField(formula), endsAfter: endsAfter)
    }
    return try self.event.map { try event($0, nil) } + (until.map { [try event($0, 1)] } ?? [])
  }

  /// The lines of dye, if they are asked for, each with some multiple of the points that are listed.
  private func streaklines(
    of field: VectorExpressionField, from starts: [[Double]], since begin: Double, at end: Double, count: Int
  ) throws -> [Streakline] {
    guard streak else { return [] }
    guard box == nil, length == nil else {
      throw CommandFailure(
        .usage, "--streak follows dye for the whole time; it goes without --in and --length")
    }
    let pieces = count * max(1, 240 / count)
    let integrator = try integrator()
    return try starts.map {
      try Streakline(of: field, from: $0, since: begin, at: end, count: pieces + 1, integrator)
    }
  }

  // MARK: - What comes out

  private func write(
    _ solutions: [Solution], _ dye: [Streakline], _ field: VectorExpressionField, _ count: Int,
    _ sides: [Double]
  ) throws {
    if let output = options.output {
      if output.hasSuffix(".csv") {
        try Output.write(Flow.csv(solutions, field), to: output)
      } else {
        guard field.components == 2 else {
          throw CommandFailure(
            .usage, "a picture shows paths of the plane; write .csv for those of another dimension")
        }
        var picture = FlowPicture(solutions, language: options.language)
        picture.streaklines = dye
        picture.title = options.title
        (picture.width, picture.height) = (sides[0], sides[1])
        try options.write(picture.figure(of: field))
      }
    }
    var report = FlowReport(solutions, field, method: methodName, points: count)
    report.streaklines = dye
    if json { Output.print(report.json + [0x0A]) } else { Output.print(report.text) }
  }

  private static func csv(_ solutions: [Solution], _ field: VectorExpressionField) -> [UInt8] {
    FlowReport.table(solutions.map { Array(zip($0.times, $0.points)) }, of: field)
  }
}

extension Arguments {
  /// A field that moves points of so many coordinates; it may name the time t, which is a variable of it if it does.
  static func flowField(
    _ text: String, dimension: Int, settings: [String], isTimed: Bool = false
  ) throws -> VectorExpressionField {
    let names = variables(dimension)
    let timed = Variables(names: names.names + [Array("t".utf8)])
    do {
      let formula = try Formula.vector(
        utf8: Array(text.utf8), variables: isTimed ? timed : names, count: dimension)
      return VectorExpressionField(try set(settings, in: formula))
    } catch let error as ExpressionError {
      if error.reason == .unknownName,
        let formula = try? Formula.vector(utf8: Array(text.utf8), variables: timed, count: dimension)
      {
        return VectorExpressionField(try set(settings, in: formula))
      }
      throw CommandFailure(.usage, "\(quoted(text)): \(error)")
    }
  }
}
