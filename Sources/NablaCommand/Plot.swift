import ArgumentParser
import Foundation
import Nabla

/// `nabla plot`: a field as a picture.
struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A picture of a field: SVG, PNG or PDF.",
    usage:
      "nabla plot \"P, Q\" [-o FILE] [--in XMIN,XMAX,YMIN,YMAX] [--layers LAYERS] …\n       nabla plot --scene SCENE [-o FILE] …",
    discussion: """
      Without -o the SVG goes to standard output. The layers are arrows, streamlines, magnitude, divergence and \
      curl, separated by commas; one of the last three colours the ground.

      EXAMPLES
        nabla plot "-y, x" -o vortex.svg
        nabla plot "x^2 - y^2, -2x y" --layers streamlines,magnitude -o saddle.svg
        nabla plot "sin y, sin x" --in -4,4,-4,4 --layers curl,arrows -o cells.svg
        nabla plot "x, -y" --theme dark --language zh-Hans -o dark.svg
        nabla plot --scene "v1;curl;F=y, 0" -o shear.svg
      """)

  @Argument(parsing: .allUnrecognized, help: "The field: two formulas of x and y.")
  var values: [String] = []

  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write: .svg, .png or .pdf.")
  var output: String?

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The part of the plane: xmin,xmax,ymin,ymax.")
  var window = "-3,3,-3,3"

  @Option(help: "What is drawn, separated by commas.")
  var layers = "arrows"

  @Option(help: "Width and height in pixels.")
  var size = "720,560"

  @Option(help: "light or dark.")
  var theme = Appearance.light

  @Option(help: "The language of the labels: en or zh-Hans.")
  var language = Language.english

  @Option(parsing: .unconditional, help: "A heading.")
  var title = ""

  @Option(parsing: .unconditional, help: "A scene, as in the address of the lab, in place of a field.")
  var scene: String?

  func run() throws {
    let figure = try figure()
    let list = figure.displayList(theme: theme.theme)
    guard let output else {
      Output.print(list.svg())
      return
    }
    let format = try Output.PictureFormat(path: output)
    try Output.write(try Output.bytes(list, as: format), to: output)
  }

  private func figure() throws -> Figure {
    let sides = try Arguments.numbers(size, count: 2, name: "--size")
    guard sides.allSatisfy({ $0 >= 80 && $0 <= 8192 }) else {
      throw CommandFailure(.usage, "--size takes a width and a height from 80 to 8192, found “\(size)”")
    }
    if let scene {
      let scene = try Arguments.scene(scene)
      guard let figure = scene.figure(0, width: sides[0], height: sides[1], language: language) else {
        throw CommandFailure(.data, "this scene has no picture")
      }
      return figure
    }
    let values = try Arguments.positional(values, count: 1...1, usage: "a field: nabla plot \"-y, x\"")
    let field = try Arguments.field(values[0])
    var picture = FieldPicture(
      window: try Arguments.window(window), layers: try chosenLayers(), language: language)
    picture.width = sides[0]
    picture.height = sides[1]
    picture.title = title.isEmpty ? "F = (\(Plot.typeset(values[0])))" : title
    return picture.figure(of: field)
  }

  /// A formula as it was typed, with the signs that print has for it.
  private static func typeset(_ formula: String) -> String {
    var text = formula.trimmingCharacters(in: .whitespaces)
    for (pattern, sign) in [("\\^2(?![0-9.^])", "²"), ("\\^3(?![0-9.^])", "³"), ("\\*", "·"), ("-", "−")] {
      text = text.replacingOccurrences(of: pattern, with: sign, options: .regularExpression)
    }
    let isWrapped = text.hasPrefix("(") && text.hasSuffix(")") && !text.dropFirst().dropLast().contains(")")
    return isWrapped ? String(text.dropFirst().dropLast()) : text
  }

  private func chosenLayers() throws -> FieldLayers {
    let known: [(String, FieldLayers)] = [
      ("arrows", .arrows), ("streamlines", .streamlines), ("magnitude", .magnitude),
      ("divergence", .divergence), ("curl", .curl), ("strain", .strain),
    ]
    var result: FieldLayers = []
    for word in layers.split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      guard let layer = known.first(where: { $0.0 == word }) else {
        let names = known.map { $0.0 }.joined(separator: ", ")
        throw CommandFailure(.usage, "--layers knows \(names); found “\(word)”")
      }
      result.insert(layer.1)
    }
    return result
  }
}
