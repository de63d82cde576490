import ArgumentParser
import Foundation
import Nabla

/// `nabla ftle`: what a flow pulls apart.
struct LyapunovCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ftle",
    abstract: "A map of finite-time Lyapunov exponents: how fast a flow pulls neighbours apart.",
    usage: "nabla ftle \"FIELD\" --time T [--in XMIN,XMAX,YMIN,YMAX] [--columns N] [-o FILE] [--json]",
    discussion: """
      Points of a grid are followed for a time, together with the exact gradient of where they end. Forward in time \
      the ridges of the map part the flow; backward (a negative time) they are where it gathers. t in the field is the \
      time, from --start on.

      EXAMPLES
        nabla ftle "-0.1π sin(π (a x^2 + (1 - 2a) x)) cos(π y), 0.1π cos(π (a x^2 + (1 - 2a) x)) sin(π y) (2a x + 1 - 2a) where a = 0.25 sin(0.2π t)" --time 15 --in 0,2,0,1 --columns 60 -o gyre.svg
        nabla ftle "y, -sin x" --time -6 --in -6,6,-3,3 --columns 60 -o pendulum.svg
        nabla ftle "x, -y" --time 2 --columns 8 --json
      """)

  @OptionGroup var options: FlowPictureOptions

  @Option(parsing: .unconditional, help: "How long points are followed; negative for backward.")
  var time: String?

  @Option(parsing: .unconditional, help: "When they start.")
  var start = "0"

  @Option(parsing: .unconditional, help: "The points from left to right.")
  var columns = "240"

  @Option(parsing: .unconditional, help: "The error allowed in a step, relative to the size of the point.")
  var rtol = "1e-6"

  @Flag(help: "Print the exponents as JSON; the picture is then only written to a file.")
  var json = false

  func run() throws {
    let field = try options.field("ftle")
    guard let time else {
      throw CommandFailure(.usage, "--time says how long points are followed, such as --time 10")
    }
    let sides = try options.picture.sides()
    let window = try Arguments.window(options.window)
    let duration = try Arguments.constants(time, count: 1...1, name: "--time")[0]
    guard duration != 0 else { throw CommandFailure(.usage, "--time takes a time that is not 0") }
    let count = try Arguments.constants(columns, count: 1...1, name: "--columns")[0]
    guard count >= 2, count <= 4000 else {
      throw CommandFailure(
        .usage, "--columns takes a number from 2 to 4000, found \(Arguments.quoted(columns))")
    }
    var picture = LyapunovPicture(window: window, time: duration)
    picture.startTime = try Arguments.constants(start, count: 1...1, name: "--start")[0]
    picture.columns = Int(count)
    let relative = try Arguments.constants(rtol, count: 1...1, name: "--rtol")[0]
    picture.integrator = Integrator(controller: .adaptive(relative: relative, absolute: relative * 1e-2))
    let bar = ProgressBar.current
    picture.integrator.progress = { bar?.advance(by: $0) }
    picture.language = options.picture.language
    picture.title = options.picture.title
    picture.width = sides[0]
    picture.height = sides[1]
    let grid: SampleGrid
    do {
      grid = try picture.exponents(of: field)
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
    if json { Output.print(LyapunovCommand.bytes(grid, duration) + [0x0A]) }
    if options.picture.output != nil || !json { try options.picture.write(picture.figure(of: grid)) }
  }

  private static func bytes(_ grid: SampleGrid, _ time: Double) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("time", time)
      json.add("unit", "1/time")
      json.add("x", grid.x)
      json.add("y", grid.y)
      json.add("exponents", grid.values)
    }
  }
}
