import ArgumentParser
import Foundation
import Nabla

/// `nabla streamlines`: lines along a field.
struct StreamlinesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "streamlines",
    abstract: "Streamlines at an even distance or through points, as a picture or as points.",
    usage:
      "nabla streamlines \"FIELD\" [--in BOX] [--separation D] [--unbroken] [--from POINT …] [-o FILE] [--json]",
    discussion: """
      The lines are everywhere along the field, closed where they come back, and never nearer to each other than half \
      the separation, which is measured in pixels of the picture. With --unbroken a line goes on where it comes near \
      another, until it leaves the picture, stops or closes. With --from the lines are those through the points that \
      are named, whole. Three formulas make lines in space, in a cube around 0; there the separation is one of \
      coordinates, a sixth of the cube's edge without another.

      EXAMPLES
        nabla streamlines "-y, x" -o vortex.svg
        nabla streamlines "y, -sin x" --in -7,7,-3,3 --separation 12 -o pendulum.svg
        nabla streamlines "1, 0.6 cos(2x) - 0.3y" --unbroken -o whole.svg
        nabla streamlines "x, -y" --from 1,1 --from -0.5,2 --json
        nabla streamlines "-y, x, 1/2" --in -1,1,-1,1,-1,1 -o helices.svg
        nabla streamlines "x^2 - y^2, -2x y" --separation 40 --json
      """)

  @Argument(parsing: .allUnrecognized, help: "The field: two formulas of x and y, or three of x, y and z.")
  var values: [String] = []

  @Option(
    name: .customLong("in"), parsing: .unconditional,
    help: "The part of the plane, xmin,xmax,ymin,ymax, or a cube -a,a,-a,a,-a,a; -3 to 3 without it.")
  var box: String?

  @Option(
    parsing: .unconditional,
    help: "The distance between lines: pixels, 16 without it; in space one of coordinates.")
  var separation: String?

  @Flag(help: "Lines go on where they come near another.")
  var unbroken = false

  @Option(
    parsing: .unconditionalSingleValue, help: "A point that a line is to go through: x,y; may be repeated.")
  var from: [String] = []

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var options: PictureOptions

  @Flag(help: "Print the points of the lines as JSON; the picture is then only written to a file.")
  var json = false

  func run() throws {
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a field: nabla streamlines \"-y, x\"")
    let sides = try options.sides()
    try options.requireFormat()
    let field = try field(values[0])
    let points = try from.map { text in
      let count = field.dimension
      return try Arguments.constants(text, count: count...count, name: "--from")
    }
    let figure =
      field.dimension == 3 ? try inSpace(field, points, sides) : try inPlane(field, points, sides)
    guard options.output != nil || !json else { return }
    try options.write(figure)
  }

  /// A field of the plane, or one of space if it has three components.
  private func field(_ text: String) throws -> VectorExpressionField {
    let dimension = Arguments.dimension(ofBox: box)
    let settings = parameters.settings
    if dimension == nil, case .vector(let field)? = try? Arguments.fieldInput(text, settings: settings) {
      return field
    }
    let field = try Arguments.flowField(text, dimension: dimension == 3 ? 3 : 2, settings: settings)
    guard field.dimension == field.components else {
      throw CommandFailure(
        .usage, "streamlines takes a field that does not change with time; set t by --set or a number")
    }
    return field
  }

  private func distance(_ usual: Double, _ range: ClosedRange<Double>, _ unit: String) throws -> Double {
    guard let separation else { return usual }
    let distance = try Arguments.constants(separation, count: 1...1, name: "--separation")[0]
    guard range.contains(distance) else {
      let least = Formats.Decimal.shortest(range.lowerBound)
      let most = Formats.Decimal.shortest(range.upperBound)
      throw CommandFailure(
        .usage,
        "--separation takes a number\(unit) from \(least) to \(most), found \(Arguments.quoted(separation))")
    }
    return distance
  }

  // MARK: - The plane

  private func inPlane(
    _ field: VectorExpressionField, _ points: [[Double]], _ sides: [Double]
  ) throws -> Figure {
    let window = try Arguments.window(box ?? "-3,3,-3,3")
    try Arguments.requireValues(of: field, in: window)
    let distance = try distance(16, 2...1000, " of pixels")
    for (point, text) in zip(points, from) {
      guard window.contains(point[0], point[1]) else {
        throw CommandFailure(.usage, "--from \(text) lies outside of the box of --in")
      }
    }
    let unbroken = unbroken
    let make = { @Sendable (window: Window, width: Double, height: Double) -> [Streamline] in
      var picture = EvenlySpacedStreamlines(
        window: window, width: width, height: height, separation: distance)
      picture.isUnbroken = unbroken
      return points.isEmpty ? picture.lines(of: field) : picture.lines(of: field, through: points)
    }
    if json { Output.print(StreamlinesCommand.bytes(make(window, sides[0], sides[1])) + [0x0A]) }
    var picture = FieldPicture(window: window, layers: [], language: options.language)
    picture.title = options.title
    (picture.width, picture.height) = (sides[0], sides[1])
    picture.overlays = { shown in
      // The plot is a little smaller than the picture.
      let lines = make(shown, sides[0] - 80, sides[1] - 70)
      let starts = points.map { SIMD2($0[0], $0[1]) }
      return [.streamlines(lines)]
        + (starts.isEmpty ? [] : [.points(Mark.Points(starts, paint: .ink, size: 7))])
    }
    return picture.figure(of: field)
  }

  // MARK: - Space

  private func inSpace(
    _ field: VectorExpressionField, _ points: [[Double]], _ sides: [Double]
  ) throws -> Figure {
    let box = try Arguments.box(box ?? "-3,3,-3,3,-3,3", dimension: 3)
    let reach = box.sides[0].upper
    guard box.sides.allSatisfy({ $0.lower == -reach && $0.upper == reach }) else {
      throw CommandFailure(.usage, "--in takes a cube around 0 for lines in space, such as -1,1,-1,1,-1,1")
    }
    let distance = try distance(reach / 3, reach / 50...2 * reach, "")
    for (point, text) in zip(points, from) where point.contains(where: { $0.magnitude > reach }) {
      throw CommandFailure(.usage, "--from \(text) lies outside of the box of --in")
    }
    var evenly = EvenlySpacedStreamlines(
      x: -reach...reach, y: -reach...reach, z: -reach...reach, separation: distance)
    evenly.isUnbroken = unbroken
    let lines = points.isEmpty ? evenly.lines(of: field) : evenly.lines(of: field, through: points)
    if json { Output.print(StreamlinesCommand.bytes(lines) + [0x0A]) }
    let camera = Camera(heading: Heading(azimuth: -60, elevation: 25), reach: reach)
    var picture = SpacePicture(camera: camera, language: options.language)
    picture.hasArrows = false
    picture.streamlines = lines
    (picture.width, picture.height) = (sides[0], sides[1])
    var figure = picture.figure(of: field)
    figure.title = options.title
    return figure
  }

  private static func bytes(_ lines: [Streamline]) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.array("lines") { (list: inout JSONWriter.Array) in
        for line in lines {
          list.object { (item: inout JSONWriter.Object) in
            item.add("isClosed", line.isClosed)
            for (name, values) in zip(["x", "y", "z"], line.coordinates) { item.add(name, values) }
          }
        }
      }
    }
  }
}
