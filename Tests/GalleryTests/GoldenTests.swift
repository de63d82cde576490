import Atlas
import Figures
import Foundation
import Gallery
import Testing

/// The figures of the gallery, byte for byte.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")
  static let isRenewing = ProcessInfo.processInfo.environment["NABLA_RENEW_GOLDEN"] == "1"

  @Test(arguments: Gallery.demonstrations.map { $0.identifier })
  func theFigureIsTheGoldenOne(identifier: String) throws {
    let demonstration = try #require(Gallery.demonstrations.first { $0.identifier == identifier })
    for language in Language.allCases {
      let figure = demonstration.figure(language: language)
      for (name, theme) in [("light", Theme.light), ("dark", .dark)] {
        let file = Self.folder.appendingPathComponent("\(identifier).\(language.tag).\(name).svg")
        let drawn = Data(figure.displayList(theme: theme).svgBytes())
        if Self.isRenewing {
          try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
          try drawn.write(to: file)
          continue
        }
        let golden = try? Data(contentsOf: file)
        let line = golden.flatMap { firstDifference(drawn, $0) }
        #expect(
          golden == drawn,
          """
          \(file.lastPathComponent) \(golden == nil ? "is missing" : "differs from line \(line ?? 0) on"). Look at the \
          figure as it is now; if it is right, renew all golden files with \
          NABLA_RENEW_GOLDEN=1 swift test --filter GoldenTests, look at the difference in git, and commit them.
          """)
      }
    }
  }

  @Test(.disabled(if: isRenewing, "the files are being written"))
  func nothingElseIsGolden() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter {
      $0.hasSuffix(".svg")
    }
    var expected: Set<String> = []
    for demonstration in Gallery.demonstrations {
      for language in Language.allCases {
        for theme in ["light", "dark"] {
          expected.insert("\(demonstration.identifier).\(language.tag).\(theme).svg")
        }
      }
    }
    #expect(Set(found) == expected)
  }

  private func firstDifference(_ a: Data, _ b: Data) -> Int? {
    let first = a.split(separator: 10, omittingEmptySubsequences: false)
    let second = b.split(separator: 10, omittingEmptySubsequences: false)
    for index in 0..<max(first.count, second.count) {
      if index >= first.count || index >= second.count || first[index] != second[index] { return index + 1 }
    }
    return nil
  }
}
