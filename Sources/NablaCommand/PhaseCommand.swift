import ArgumentParser
import Foundation
import Nabla

/// `nabla phase`: what a flow of the plane does in the end.
struct PhaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phase",
    abstract: "The phase plane: critical points, separatrices, nullclines, limit cycles and basins.",
    usage: "nabla phase \"FIELD\" [--in XMIN,XMAX,YMIN,YMAX] [--basins COLUMNS] [-o FILE] [--json]",
    discussion: """
      Critical points are proven; a limit cycle is found where paths come back to a ray nearer from one side and \
      farther from the other, and told with its period and its multiplier, by which the distance of a neighbour grows \
      in one round. A basin is the share of the window that comes to an attractor; --basins 0 leaves them out. With -o \
      all of it is one picture.

      EXAMPLES
        nabla phase "y, mu (1 - x^2) y - x where mu = 1" --in -4,4,-4,4 -o oscillator.svg
        nabla phase "y, -sin x - y/5" --in -7,7,-4,4 -o pendulum.svg
        nabla phase "x (3 - x - 2y), y (2 - x - y)" --in -0.5,4,-0.5,4
        nabla phase "x - x^3, -y" --in -2,2,-2,2 --basins 80 --json
      """)

  @OptionGroup var options: FlowPictureOptions

  @Option(parsing: .unconditional, help: "How many points of the window are followed from left to right.")
  var basins = "160"

  @Flag(help: "Print JSON; the picture is then only written to a file.")
  var json = false

  func run() throws {
    let field = try options.steadyField("phase")
    let sides = try options.picture.sides()
    let window = try Arguments.window(options.window)
    try Arguments.requireValues(of: field, in: window)
    let columns = try Arguments.constants(basins, count: 1...1, name: "--basins")[0]
    guard columns == 0 || (columns >= 2 && columns <= 2000) else {
      throw CommandFailure(
        .usage, "--basins takes 0 or a number from 2 to 2000, found \(Arguments.quoted(basins))")
    }
    try options.picture.requireFormat()
    let portrait = try PhaseCommand.portrait(of: field, in: window, columns: Int(columns))
    let report = PhaseReport(portrait, formula: field.formula)
    if json { Output.print(report.json + [0x0A]) } else { Output.print(report.text) }
    guard options.picture.output != nil else { return }
    var picture = PhasePicture(portrait, language: options.picture.language)
    picture.title = options.picture.title
    (picture.width, picture.height) = (sides[0], sides[1])
    try options.picture.write(picture.figure(of: field))
  }

  private static func portrait(
    of field: VectorExpressionField, in window: Window, columns: Int
  ) throws -> PhasePortrait {
    do {
      let found = try field.criticalPoints(in: IntervalBox(window))
      return try PhasePortrait(of: field, criticalPoints: found, in: window, basinColumns: columns)
    } catch let error as SearchError {
      throw CommandFailure(.usage, error.message)
    } catch let error as FlowError {
      throw CommandFailure(.usage, "\(error)")
    }
  }
}
