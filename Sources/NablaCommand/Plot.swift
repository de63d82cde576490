import ArgumentParser
import Foundation
import Nabla

/// `nabla plot`: a field as a picture.
struct Plot: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A picture of a field: SVG, PNG or PDF.",
    usage:
      "nabla plot \"FIELD\" [-o FILE] [--in XMIN,XMAX,YMIN,YMAX] [--layers LAYERS] [--json] …\n       nabla plot --scene SCENE [-o FILE] …",
    discussion: """
      Without -o the SVG goes to standard output. One unit is as long across as up, so that the picture may show more \
      of the plane than --in asks for. With --json what it shows is printed as numbers; the picture is then only \
      written to a file. The layers, separated by commas, are arrows, streamlines, texture (along the flow), strain \
      (the axes along which drops are stretched and shrunk), potential (its level lines, if there is one), critical \
      (critical points), separatrices, nullclines, cycles (limit cycles), and one that colours the ground: magnitude, \
      divergence or curl. Of a scalar field the gradient is drawn over its level lines.

      EXAMPLES
        nabla plot "-y, x" -o vortex.svg
        nabla plot "x^2 - y^2, -2x y" --layers streamlines,magnitude -o saddle.svg
        nabla plot "sin y, sin x" --in -4,4,-4,4 --layers curl,arrows -o cells.svg
        nabla plot "(x^2+y-11)^2 + (x+y^2-7)^2" --in -5,5,-5,5 --layers critical -o himmelblau.svg
        nabla plot "y, (1 - x^2) y - x" --layers texture,nullclines,cycles,critical -o cycle.svg
        nabla plot "y, x" --layers potential,arrows -o saddle-potential.svg
        nabla plot "x, -y" --theme dark --language zh-Hans -o dark.svg
        nabla plot "sin y, sin x" --layers curl,critical --json -o cells.svg
        nabla plot --scene "v1;curl;F=y, 0" -o shear.svg
      """)

  @Argument(parsing: .allUnrecognized, help: "The field: two formulas of x and y, or one.")
  var values: [String] = []

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The part of the plane: xmin,xmax,ymin,ymax.")
  var window = "-3,3,-3,3"

  @Option(help: "What is drawn, separated by commas.")
  var layers = "arrows"

  @OptionGroup var parameters: ParameterOptions

  @OptionGroup var options: PictureOptions

  @Option(parsing: .unconditional, help: "A scene, as in the address of the lab, in place of a field.")
  var scene: String?

  @Flag(help: "Print what the picture shows as JSON.")
  var json = false

  func run() throws {
    let drawing = try drawing()
    if options.output != nil || !json { try options.write(drawing.figure) }
    if json { Output.print(drawing.json(file: options.output) + [0x0A]) }
  }

  private var language: Language { options.language }

  private func drawing() throws -> Drawing {
    let sides = try options.sides()
    if let scene {
      let scene = try Arguments.scene(scene)
      guard let figure = scene.figure(0, width: sides[0], height: sides[1], language: language) else {
        throw CommandFailure(.data, "this scene has no picture")
      }
      return Drawing(figure: figure)
    }
    let values = try Arguments.positional(values, count: 1...1, usage: "a field: nabla plot \"-y, x\"")
    let window = try Arguments.window(window)
    var words = try layerWords()
    var picture = FieldPicture(window: window, layers: [], language: language)
    picture.width = sides[0]
    picture.height = sides[1]
    let field: VectorExpressionField
    var drawing = Drawing(figure: Figure(title: "", panel: Panel()))
    drawing.asked = window
    drawing.layers = words
    let showsCritical = words.contains("critical")
    let asked = words
    let showsPhase = words.contains { ["separatrices", "nullclines", "cycles"].contains($0) }
    switch try Arguments.fieldInput(values[0], dimension: 2, settings: parameters.settings) {
    case .vector(let vector):
      field = vector
      picture.title = options.title.isEmpty ? "F = (\(Plot.typeset(values[0])))" : options.title
      let potential = words.contains("potential") ? try Plot.potential(of: vector, over: window) : nil
      drawing.formula = vector.formula
      drawing.potential = potential
      if showsCritical { drawing.zeros = { try? vector.criticalPoints(in: $0) } }
      picture.overlays = { [language] window in
        let lines = potential.map { [Mark.potential($0, of: vector, over: window)] } ?? []
        let phase = showsPhase ? Plot.phaseMarks(of: vector, in: window, asked, language) : []
        return lines + phase + (showsCritical ? Plot.criticalPoints(of: vector, in: window, language) : [])
      }
    case .scalar(let scalar):
      field = scalar.gradient
      drawing.formula = scalar.formula
      if showsCritical { drawing.extrema = { try? scalar.criticalPoints(in: $0) } }
      picture.title = options.title.isEmpty ? "f = \(Plot.typeset(values[0]))" : options.title
      picture.overlays = { [language] window in
        let lines = Mark.levelLines(of: scalar, over: window)
        let phase = showsPhase ? Plot.phaseMarks(of: scalar.gradient, in: window, asked, language) : []
        return [lines] + phase + (showsCritical ? Plot.criticalPoints(of: scalar, in: window, language) : [])
      }
    }
    try Arguments.requireValues(of: field, in: window)
    words.removeAll { Plot.found.contains($0) }
    picture.layers.formUnion(try Plot.layers(words))
    drawing.figure = picture.figure(of: field)
    return drawing
  }

  private static func criticalPoints(
    of field: VectorExpressionField, in window: Window, _ language: Language
  ) -> [Mark] {
    let found = try? field.criticalPoints(in: IntervalBox(window))
    return found.map { Mark.criticalPoints($0, language: language) } ?? []
  }

  private static func criticalPoints(
    of field: ScalarExpressionField, in window: Window, _ language: Language
  ) -> [Mark] {
    let found = try? field.criticalPoints(in: IntervalBox(window))
    return found.map { Mark.criticalPoints($0, language: language) } ?? []
  }

  /// The potential, or why there is none.
  private static func potential(
    of field: VectorExpressionField, over window: Window
  ) throws -> Conservation.Potential {
    let found = field.conservation(in: IntervalBox(window))
    guard found.verdict == .conservative, let potential = found.potential else {
      throw CommandFailure(
        .data,
        "the field is \(Conservative.word(found.verdict)) here: it has no potential to draw (see nabla conservative)"
      )
    }
    return potential
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

  private func layerWords() throws -> [String] {
    let known = Plot.known.map { $0.0 } + Plot.found
    let words = layers.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    if let wrong = words.first(where: { !known.contains($0) }) {
      throw CommandFailure(
        .usage, "--layers knows \(known.joined(separator: ", ")); found \(Arguments.quoted(wrong))")
    }
    guard !words.isEmpty else { throw CommandFailure(.usage, "--layers names no layer") }
    let grounds = words.filter { ["magnitude", "divergence", "curl"].contains($0) }
    if Set(grounds).count > 1 {
      throw CommandFailure(
        .usage, "--layers colours the ground by one of magnitude, divergence and curl; found \(grounds.count)"
      )
    }
    return words
  }

  private static let known: [(String, FieldLayers)] = [
    ("arrows", .arrows), ("streamlines", .streamlines), ("strain", .strain), ("magnitude", .magnitude),
    ("divergence", .divergence), ("curl", .curl), ("texture", .texture),
  ]

  /// Layers of what has to be found first.
  private static let found = ["potential", "critical", "separatrices", "nullclines", "cycles"]

  /// Nullclines, separatrices and limit cycles, as far as they are asked for.
  private static func phaseMarks(
    of field: VectorExpressionField, in window: Window, _ words: [String], _ language: Language
  ) -> [Mark] {
    guard let found = try? field.criticalPoints(in: IntervalBox(window)) else { return [] }
    var marks: [Mark] = []
    if words.contains("nullclines"), let lines = try? field.nullclines(in: window) {
      marks += Mark.nullclines(lines)
    }
    if words.contains("separatrices"), let paths = try? field.separatrices(of: found, in: window) {
      marks += Mark.separatrices(paths, language: language)
    }
    if words.contains("cycles"), let cycles = try? field.limitCycles(of: found, in: window) {
      marks += Mark.limitCycles(cycles, language: language)
    }
    return marks
  }

  private static func layers(_ words: [String]) throws -> FieldLayers {
    var result: FieldLayers = []
    for (name, layer) in known where words.contains(name) { result.insert(layer) }
    return result
  }
}
