import ArgumentParser
import Foundation
import Nabla

/// What the pictures of flows have in common.
struct FlowPictureOptions: ParsableArguments {
  @Argument(parsing: .allUnrecognized, help: "The field: two formulas of x, y and, where it says so, t.")
  var values: [String] = []

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The part of the plane: xmin,xmax,ymin,ymax.")
  var window = "-3,3,-3,3"

  @Option(help: "Width and height in pixels.")
  var size = "720,560"

  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write: .svg, .png or .pdf.")
  var output: String?

  @Option(help: "light or dark.")
  var theme = Appearance.light

  @Option(name: .customLong("language"), help: "The language of the labels.")
  var tag = LanguageTag.english

  @Option(parsing: .unconditional, help: "A heading.")
  var title = ""

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: "A parameter's value: name=value; may be repeated.")
  var settings: [String] = []

  func field(_ command: String) throws -> VectorExpressionField {
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a field: nabla \(command) \"-y, x\"")
    return try Arguments.flowField(values[0], dimension: 2, settings: settings)
  }

  func steadyField(_ command: String) throws -> VectorExpressionField {
    let field = try field(command)
    guard field.dimension == 2 else {
      throw CommandFailure(
        .usage, "\(command) takes a field that does not change with time; set t by --set or a number")
    }
    return field
  }

  func sides() throws -> [Double] {
    let sides = try Arguments.numbers(size, count: 2, name: "--size")
    guard sides.allSatisfy({ $0 >= 80 && $0 <= 8192 }) else {
      throw CommandFailure(
        .usage, "--size takes a width and a height from 80 to 8192, found \(Arguments.quoted(size))")
    }
    return sides
  }

  /// Writes the figure to the file, or as SVG to standard output.
  func write(_ figure: Figure) throws {
    let list = figure.displayList(theme: theme.theme)
    if let output {
      let format = try Output.PictureFormat(path: output)
      try Output.write(try Output.bytes(list, as: format), to: output)
    } else {
      Output.print(list.svg())
    }
  }
}

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
    let sides = try options.sides()
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
    picture.language = options.tag.language
    picture.title = options.title
    picture.width = sides[0]
    picture.height = sides[1]
    let grid: SampleGrid
    do {
      grid = try picture.exponents(of: field)
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
    if json { Output.print(LyapunovCommand.bytes(grid, duration) + [0x0A]) }
    if options.output != nil || !json { try options.write(picture.figure(of: grid)) }
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

/// `nabla lic`: a flow as a texture.
struct TextureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lic",
    abstract: "A flow as a texture: noise smeared along its streamlines.",
    usage: "nabla lic \"FIELD\" [--in XMIN,XMAX,YMIN,YMAX] [--taps N] [--phase P] [-o FILE]",
    discussion: """
      Every pixel takes the mean of white noise over a piece of its streamline. With --phase from 0 to 1 a wave runs \
      along the lines: pictures of growing phases make a film that moves with the flow.

      EXAMPLES
        nabla lic "-y, x" -o vortex.png
        nabla lic "sin y, sin x" --in -6,6,-4,4 --taps 65 -o cells.png
        nabla lic "y, -sin x" --phase 0.25 -o frame.svg
      """)

  @OptionGroup var options: FlowPictureOptions

  @Option(parsing: .unconditional, help: "How many pixels of a line are averaged.")
  var taps = "41"

  @Option(parsing: .unconditional, help: "Where the moving wave is, from 0 to 1.")
  var phase: String?

  @Option(parsing: .unconditional, help: "The seed of the noise.")
  var seed = "1"

  func run() throws {
    let field = try options.steadyField("lic")
    let sides = try options.sides()
    let window = try Arguments.window(options.window)
    try Arguments.requireValues(of: field, in: window)
    let count = try Arguments.constants(taps, count: 1...1, name: "--taps")[0]
    guard count >= 3, count <= 1001 else {
      throw CommandFailure(.usage, "--taps takes a number from 3 to 1001, found \(Arguments.quoted(taps))")
    }
    guard let noise = UInt64(seed) else {
      throw CommandFailure(.usage, "--seed takes a whole number, found \(Arguments.quoted(seed))")
    }
    // As many pixels as the plot has, so that none is blurred.
    let width = max(40, Int(sides[0] - 110))
    let height = max(30, Int((Double(width) * window.height / window.width).rounded()))
    guard height <= 8192 else { throw CommandFailure(.usage, "--in is too tall for a picture of this width") }
    var picture = TexturePicture(
      LineIntegralConvolution(
        window: window, columns: width, rows: height, taps: Int(count),
        phase: try phase.map { try Arguments.constants($0, count: 1...1, name: "--phase")[0] }, seed: noise))
    picture.title = options.title
    picture.width = sides[0]
    picture.height = sides[1]
    try options.write(picture.figure(of: field, language: options.tag.language))
  }
}

/// `nabla streamlines`: lines along a field.
struct StreamlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "streamlines",
    abstract: "Streamlines at an even distance, as a picture or as points.",
    usage: "nabla streamlines \"FIELD\" [--in XMIN,XMAX,YMIN,YMAX] [--separation PIXELS] [-o FILE] [--json]",
    discussion: """
      The lines are everywhere along the field, closed where they come back, and never nearer to each other than half \
      the separation, which is measured in pixels of the picture.

      EXAMPLES
        nabla streamlines "-y, x" -o vortex.svg
        nabla streamlines "y, -sin x" --in -7,7,-3,3 --separation 12 -o pendulum.svg
        nabla streamlines "x^2 - y^2, -2x y" --separation 40 --json
      """)

  @OptionGroup var options: FlowPictureOptions

  @Option(parsing: .unconditional, help: "The distance between lines in pixels.")
  var separation = "16"

  @Flag(help: "Print the points of the lines as JSON; the picture is then only written to a file.")
  var json = false

  func run() throws {
    let field = try options.steadyField("streamlines")
    let sides = try options.sides()
    let window = try Arguments.window(options.window)
    try Arguments.requireValues(of: field, in: window)
    let distance = try Arguments.constants(separation, count: 1...1, name: "--separation")[0]
    guard distance >= 2, distance <= 1000 else {
      throw CommandFailure(
        .usage, "--separation takes a number of pixels from 2 to 1000, found \(Arguments.quoted(separation))")
    }
    if json {
      let lines = EvenlySpacedStreamlines(
        window: window, width: sides[0], height: sides[1], separation: distance
      ).lines(of: field)
      Output.print(StreamlinesCommand.bytes(lines) + [0x0A])
    }
    guard options.output != nil || !json else { return }
    var picture = FieldPicture(window: window, layers: [], language: options.tag.language)
    picture.title = options.title
    (picture.width, picture.height) = (sides[0], sides[1])
    picture.overlays = { shown in
      // The plot is a little smaller than the picture.
      [
        .streamlines(
          of: field, over: shown, width: sides[0] - 80, height: sides[1] - 70, separation: distance)
      ]
    }
    try options.write(picture.figure(of: field))
  }

  private static func bytes(_ lines: [Streamline]) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.array("lines") { (list: inout JSONWriter.Array) in
        for line in lines {
          list.object { (item: inout JSONWriter.Object) in
            item.add("isClosed", line.isClosed)
            item.add("x", line.x)
            item.add("y", line.y)
          }
        }
      }
    }
  }
}
