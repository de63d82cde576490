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

  func sides() throws -> [Double] { try FlowPictureOptions.sides(size) }

  /// A width and a height in pixels.
  static func sides(_ size: String) throws -> [Double] {
    let sides = try Arguments.numbers(size, count: 2, name: "--size")
    guard sides.allSatisfy({ $0 >= 80 && $0 <= 8192 }) else {
      throw CommandFailure(
        .usage, "--size takes a width and a height from 80 to 8192, found \(Arguments.quoted(size))")
    }
    return sides
  }

  /// Writes the figure to the file, or as SVG to standard output.
  func write(_ figure: Figure) throws {
    try FlowPictureOptions.write(figure, theme: theme, to: output)
  }

  /// Writes a figure to a file, or as SVG to standard output.
  static func write(_ figure: Figure, theme: Appearance, to output: String?) throws {
    let list = figure.displayList(theme: theme.theme)
    if let output {
      let format = try Output.PictureFormat(path: output)
      try Output.write(try Output.bytes(list, as: format), to: output)
    } else {
      Output.print(list.svg())
    }
  }
}
