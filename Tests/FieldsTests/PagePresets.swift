import Foundation

/// The formulas behind the presets of the page's benches, as they stand in its modules.
struct PagePresets {
  private(set) var formulas: [String] = []

  init() throws {
    let web = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Web")
    let files = try FileManager.default.contentsOfDirectory(atPath: web.path).sorted()
    for file in files where file.hasPrefix("bench-") && file != "bench-information.js" {
      let source = try String(contentsOf: web.appendingPathComponent(file), encoding: .utf8)
      // The first formula of all is the default of the bench, which a preset may refer to.
      for part in source.matches(of: /(?s)(?:Defaults = \{|const presets = \{)(.*?)\n\};/) {
        let joined = part.1.replacing(/"\s*\+\s*"/, with: "")
        for value in joined.matches(of: /(\w+): "([^"]+)"/) where !Self.settings.contains(String(value.1)) {
          let text = String(value.2)
          if !formulas.contains(text) { formulas.append(text) }
        }
      }
    }
  }

  /// What else a scene says.
  private static let settings: Set<String> = [
    "with", "trail", "view", "probe", "direction", "show", "seed", "lens", "circle", "wheel", "carried",
    "axis", "camera",
    "size", "sphere", "from", "to", "path", "detour", "race", "rate",
  ]
}
