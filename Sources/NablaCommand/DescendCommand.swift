import ArgumentParser
import Foundation
import Nabla

/// `nabla descend`: optimizers beside the gradient flow.
struct DescendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descend",
    abstract: "Optimizers on their way down a loss, beside the gradient flow from the same start.",
    usage:
      "nabla descend \"LOSS\" [--from POINT] [--optimizer NAMES] [--rate R] [--steps N] [--residuals \"FORMULAS\"] [-o FILE] [--json]",
    discussion: """
      The loss is a formula, or one of the surfaces \(surfaces), which have a start of their own. Optimizers, separated by \
      commas: \(optimizers). Said of each: where it ends and why, how far its steps are from the gradient flow, and \
      whether its learning rate is below the limit that the curvature sets (2/λmax for gradient descent). Levenberg–\
      Marquardt (lm) takes a sum of squares: --residuals are what is squared, and the loss is half their sum.

      EXAMPLES
        nabla descend "x^2 + 10 y^2" --from 1,1 --rate 0.09
        nabla descend "x^2 + 10 y^2" --from 1,1 --rate 0.11 --steps 60
        nabla descend rosenbrock --optimizer momentum,adam,lbfgs --rate 0.001 -o rosenbrock.svg
        nabla descend "x^2 - y^2" --from 1,1e-6 --optimizer gd,newton --rate 0.1 --steps 200
        nabla descend --residuals "10 (y - x^2), 1 - x" --from -1.2,1 --optimizer lm
      """)

  private static var surfaces: String { LossSurface.all.map { "\($0.shortName)" }.joined(separator: ", ") }
  private static var optimizers: String {
    OptimizerKind.allCases.map { "\($0.shortName)" }.joined(separator: ", ")
  }

  @Argument(parsing: .allUnrecognized, help: "The loss.")
  var values: [String] = []

  @Option(parsing: .unconditional, help: "Where it begins: x,y,….")
  var from: String?

  @Option(help: "The optimizers, separated by commas.")
  var optimizer = "gd"

  @Option(parsing: .unconditional, help: "The learning rate.")
  var rate: String?

  @Option(parsing: .unconditional, help: "The most steps.")
  var steps = "1000"

  @Option(parsing: .unconditional, help: "The gradient norm at which it has converged.")
  var tolerance = "1e-8"

  @Option(parsing: .unconditional, help: "Formulas whose squares are summed.")
  var residuals: String?

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The part of the plane that the picture shows.")
  var window: String?

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var options: PictureOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let sides = try options.sides()
    try options.requireFormat()
    do {
      let problem = try problem()
      let rate = try self.rate.map { try Arguments.constants($0, count: 1...1, name: "--rate")[0] }
      let count = try Arguments.constants(steps, count: 1...1, name: "--steps")[0]
      guard count >= 1, count <= 10_000_000 else {
        throw CommandFailure(
          .usage, "--steps takes a number from 1 to 10000000, found \(Arguments.quoted(steps))")
      }
      let least = try Arguments.constants(tolerance, count: 1...1, name: "--tolerance")[0]
      let limits = DescentLimits(steps: Int(count), tolerance: least)
      var reports: [DescentReport] = []
      for name in optimizer.split(separator: ",") {
        let kind = try OptimizerKind(named: name.trimmingCharacters(in: .whitespaces))
        // An optimizer that finds the length of its steps itself goes its own way beside the others.
        let chosen = try kind.optimizer(rate: kind.defaultRate == nil ? nil : rate)
        let path = try chosen.descend(problem, limits: limits)
        reports.append(DescentReport(path, try? GradientFlow(of: problem, beside: path), problem.loss))
      }
      guard !reports.isEmpty else { throw CommandFailure(.usage, "--optimizer names no optimizer") }
      try write(reports, problem, sides)
    } catch let error as DescentError {
      throw CommandFailure(.usage, "\(error)")
    }
  }

  // MARK: - What was typed

  private func problem() throws -> DescentProblem<AnyScalarField> {
    let start = try from.map { try Arguments.constants($0, count: 1...64, name: "--from") }
    if let residuals {
      _ = try Arguments.positional(
        values, count: 0...0, usage: "--residuals in place of a loss, not beside one")
      let point = try Self.required(start)
      let names = Arguments.variables(point.count)
      let field = VectorExpressionField(
        try Arguments.formula(residuals, variables: names, settings: parameters.settings))
      return try DescentProblem(AnyScalarField(LeastSquaresField(field)), residuals: field, start: point)
    }
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a loss: nabla descend \"x^2 + y^2\" --from 1,1")
    if let surface = try? LossSurface.named(values[0]) {
      let known = try surface.problem(start: start)
      let loss = AnyScalarField(known.loss)
      if let residuals = known.residuals {
        return try DescentProblem(loss, residuals: residuals, start: known.start)
      }
      return try DescentProblem(loss, start: known.start)
    }
    let point = try Self.required(start)
    guard
      case .scalar(let loss) = try Arguments.fieldInput(
        values[0], dimension: point.count, settings: parameters.settings)
    else {
      throw CommandFailure(
        .usage, "a loss is one number at every point; \(Arguments.quoted(values[0])) is a vector")
    }
    return try DescentProblem(AnyScalarField(loss), start: point)
  }

  private static func required(_ start: [Double]?) throws -> [Double] {
    guard let start else { throw CommandFailure(.usage, "--from says where it begins, such as --from 1,1") }
    return start
  }

  // MARK: - What comes out

  private func write(
    _ reports: [DescentReport], _ problem: DescentProblem<AnyScalarField>, _ sides: [Double]
  ) throws {
    if options.output != nil {
      guard problem.start.count == 2 else {
        throw CommandFailure(
          .usage, "a picture shows losses of the plane; this one has \(problem.start.count) coordinates")
      }
      let paths = reports.map { $0.path }
      let shown = try window.map { try Arguments.window($0) } ?? Self.window(around: paths)
      var picture = DescentPicture(paths, flow: reports.first?.flow, window: shown)
      picture.language = options.language
      picture.title = options.title
      (picture.width, picture.height) = (sides[0], sides[1])
      try options.write(picture.figure(of: problem.loss))
    }
    if json {
      let bytes = JSONWriter.object { (json: inout JSONWriter.Object) in
        json.add("from", problem.start)
        json.array("paths") { (list: inout JSONWriter.Array) in
          for report in reports { list.object { (item: inout JSONWriter.Object) in report.add(to: &item) } }
        }
      }
      Output.print(bytes + [0x0A])
    } else {
      Output.print(reports.map { $0.text }.joined(separator: "\n"))
    }
  }

  /// A window around the ways, without the excursions of what diverges.
  private static func window(around paths: [DescentPath]) -> Window {
    let start = paths[0].points[0]
    let ends = paths.map { $0.points[$0.lowest] } + [start]
    let reach = ends.reduce(0.5) { max($0, ($1[0] - start[0]).magnitude, ($1[1] - start[1]).magnitude) }
    let x = ends.map { $0[0] }
    let y = ends.map { $0[1] }
    let margin = 0.35 * reach
    return Window(
      minX: (x.min() ?? 0) - margin, maxX: (x.max() ?? 0) + margin, minY: (y.min() ?? 0) - margin,
      maxY: (y.max() ?? 0) + margin)
  }
}
