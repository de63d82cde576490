import Foundation
import Nabla

extension Flow {
  /// Follows points that are shaken and writes where they are.
  func shake(
    _ field: VectorExpressionField, by noise: String, from starts: [[Double]], since begin: Double,
    until end: Double, count: Int
  ) throws {
    try refuseWhatIsForSmoothPaths()
    let isTable = options.output?.hasSuffix(".csv") ?? true
    guard isTable || field.components == 2 else {
      throw CommandFailure(
        .usage, "a picture shows paths of the plane; write .csv for those of another dimension")
    }
    guard end > begin else { throw CommandFailure(.usage, "--noise follows points forward: --time above 0") }
    let copies = try paths.map { try Flow.count($0, "--paths", 1...1e6) } ?? 1
    let seed = try seed.map { try Flow.seed($0) } ?? 1
    let many = starts.flatMap { Array(repeating: $0, count: copies) }
    let problem = try problem(field, noise, many, begin...end, seed)
    // As many steps between two of the listed points as everywhere, so that the list has the times it was asked for.
    let wanted = try step.map { try Flow.number($0, "--step") } ?? (end - begin) / 1000
    guard wanted > 0 else { throw CommandFailure(.usage, "--step takes a number above 0") }
    guard (end - begin) / wanted < 1e9 else {
      throw CommandFailure(.usage, "--step makes more than 10⁹ steps; a longer one is needed")
    }
    let part = (end - begin) / Double(count)
    let inPart = max(1, (part / wanted - 1e-9).rounded(.up))
    // A file has every step.
    let keep = options.output == nil ? inPart : 1
    guard inPart / keep * Double(count * many.count * field.components) <= 1e8 else {
      throw CommandFailure(.usage, "these are too many points to keep: take fewer --paths or a longer --step")
    }
    let integrator = StochasticIntegrator(method: try Flow.stochasticMethod(method))
    let found = try integrator.solve(problem, step: part / inPart, keep: Int(keep))
    try write(NoiseReport(found, field, noise: noise, integrator, seed: seed, copies: copies, points: count))
  }

  /// Points shaken equally by a number, or each coordinate by a formula.
  private func problem(
    _ field: VectorExpressionField, _ noise: String, _ starts: [[Double]], _ time: ClosedRange<Double>,
    _ seed: UInt64
  ) throws -> StochasticProblem {
    let (begin, end) = (time.lowerBound, time.upperBound)
    if let number = try? Arguments.constants(noise, count: 1...1, name: "--noise")[0] {
      return try StochasticProblem(
        drift: field, noise: number, starts: starts, from: begin, to: end, seed: seed)
    }
    let (size, settings) = (field.components, parameters.settings)
    let isTimed = field.dimension > size
    // A formula without variables that is no finite number would make every point NaN.
    let isConstant = (try? Expression(noise, variables: Variables([]))) != nil
    guard !isConstant else {
      throw CommandFailure(.usage, "--noise takes a finite number, found \(Arguments.quoted(noise))")
    }
    let strength = try Arguments.flowField(noise, dimension: size, settings: settings, isTimed: isTimed)
    guard strength.dimension == field.dimension else {
      throw CommandFailure(
        .usage, "noise that changes with t goes with a field that names t, such as “-x + 0t”")
    }
    return try StochasticProblem(
      drift: field, noise: strength, starts: starts, from: begin, to: end, seed: seed)
  }

  private func refuseWhatIsForSmoothPaths() throws {
    let asked = [until, box, length, rtol, atol].contains { $0 != nil }
    guard !asked, event.isEmpty, !streak else {
      throw CommandFailure(
        .usage, "--noise goes without --event, --until, --in, --length, --streak, --rtol and --atol")
    }
  }

  private static func seed(_ text: String) throws -> UInt64 {
    guard let seed = UInt64(text.trimmingCharacters(in: .whitespaces)) else {
      throw CommandFailure(.usage, "--seed takes a whole number from 0, found \(Arguments.quoted(text))")
    }
    return seed
  }

  private static func stochasticMethod(_ name: String?) throws -> StochasticIntegrator.Method {
    switch name {
    case nil, "euler": .eulerMaruyama
    case "heun": .heun
    case .some(let name):
      throw CommandFailure(
        .usage, "--method knows euler and heun for points that are shaken; found \(Arguments.quoted(name))")
    }
  }

  private func write(_ report: NoiseReport) throws {
    if let output = options.output {
      if output.hasSuffix(".csv") {
        try Output.write(report.csv, to: output)
      } else {
        let sides = try options.sides()
        var picture = FlowPicture(report.paths, language: options.language)
        picture.title = options.title
        (picture.width, picture.height) = (sides[0], sides[1])
        try options.write(picture.figure(of: report.field))
      }
    }
    if json { Output.print(report.json + [0x0A]) } else { Output.print(report.text) }
  }
}
