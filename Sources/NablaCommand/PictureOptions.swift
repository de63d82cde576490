import ArgumentParser
import Foundation
import Nabla

/// Where a picture goes and what it looks like.
struct PictureOptions: ParsableArguments {
  @Option(name: [.customShort("o"), .customLong("output")], help: "The file to write: .svg, .png or .pdf.")
  var output: String?

  @Option(help: "Width and height in pixels.")
  var size = "720,560"

  @Option(help: "light or dark.")
  var theme = Appearance.light

  @Option(name: .customLong("language"), help: "The language of the labels.")
  var tag = LanguageTag.english

  @Option(parsing: .unconditional, help: "A heading.")
  var title = ""

  var language: Language { tag.language }

  /// The width and the height in pixels.
  func sides() throws -> [Double] {
    let sides = try Arguments.numbers(size, count: 2, name: "--size")
    guard sides.allSatisfy({ $0 >= 80 && $0 <= 8192 }) else {
      throw CommandFailure(
        .usage, "--size takes a width and a height from 80 to 8192, found \(Arguments.quoted(size))")
    }
    return sides
  }

  /// Refuses a file of another kind before any work is done.
  func requireFormat() throws {
    if let output { _ = try Output.PictureFormat(path: output) }
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

/// The values of a formula's parameters.
struct ParameterOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: "A parameter's value: name=value; may be repeated.")
  var settings: [String] = []
}
