import ArgumentParser
import Foundation
import Nabla

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
    let sides = try options.picture.sides()
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
    picture.title = options.picture.title
    picture.width = sides[0]
    picture.height = sides[1]
    let bar = ProgressBar.current
    try options.picture.write(
      picture.figure(of: field, language: options.picture.language, progress: { bar?.advance(by: $0) }))
  }
}
