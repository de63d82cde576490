import ArgumentParser
import Foundation
import Nabla

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
