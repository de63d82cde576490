import ArgumentParser
import Foundation
import Nabla

/// `nabla gallery`: the demonstrations as files and a page.
struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Draws every demonstration of fields and distributions, with a page that shows them all.",
    usage: "nabla gallery [--out DIR] [--language en|zh-Hans] [--formats svg,png,pdf]",
    discussion: """
      EXAMPLES
        nabla gallery
        nabla gallery --out pictures --language zh-Hans --formats svg
      """)

  @Option(name: [.customLong("out"), .customShort("o")], help: "The folder to write; it is made if missing.")
  var out = "gallery"

  @Option(name: .customLong("language"), help: "Only this language.")
  var tag: LanguageTag?

  @Option(help: "The formats of the pictures, separated by commas; SVG is always written.")
  var formats = GalleryCommand.defaultFormats

  static var defaultFormats: String {
    #if Raster
      return "svg,png"
    #else
      return "svg"
    #endif
  }

  func run() throws {
    let formats = try chosenFormats()
    let languages = tag.map { [$0.language] } ?? Language.allCases
    let folder = URL(fileURLWithPath: out, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CommandFailure(.cannotCreate, "cannot make the folder “\(out)”")
    }
    var count = 0
    for demonstration in Gallery.demonstrations {
      for language in languages {
        count += try write(demonstration, language, formats, into: folder)
      }
    }
    for language in languages {
      let page = GalleryPage(language: language, languages: languages)
      // The only language there is has the name that a browser looks for.
      let name = languages.count == 1 ? "index.html" : GalleryPage.name(language)
      try Output.write(Array(page.html().utf8), to: folder.appendingPathComponent(name).path)
    }
    Output.print("\(count) pictures and the page \(out)/index.html\n")
  }

  private func chosenFormats() throws -> [Output.PictureFormat] {
    let words = formats.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let chosen = try words.map { word in
      guard let format = Output.PictureFormat(rawValue: word) else {
        throw CommandFailure(.usage, "--formats knows svg, png and pdf; found \(Arguments.quoted(word))")
      }
      return format
    }
    return chosen.contains(.svg) ? chosen : [.svg] + chosen
  }

  private func write(
    _ demonstration: Demonstration, _ language: Language, _ formats: [Output.PictureFormat], into folder: URL
  ) throws -> Int {
    let figure = demonstration.figure(language: language)
    for isDark in [false, true] {
      let list = figure.displayList(theme: isDark ? .dark : .light)
      let stem = demonstration.stem(language: language, isDark: isDark)
      for format in formats {
        let name = "\(stem).\(format.rawValue)"
        try Output.write(try Output.bytes(list, as: format), to: folder.appendingPathComponent(name).path)
      }
    }
    return 2 * formats.count
  }
}
