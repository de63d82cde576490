import ArgumentParser
import Foundation
import Nabla

/// `nabla critical`: where a field vanishes, or a function is stationary.
struct Critical: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Critical points in a box: all of them, each with its type and index, and whether that is proven.",
    usage: "nabla critical \"FIELD\" [--in XMIN,XMAX,YMIN,YMAX[,ZMIN,ZMAX]] [--json]",
    discussion: """
      Of a scalar field the zeros of its gradient: minima, maxima, saddles. Of a vector field its zeros: sources, \
      sinks, centres, saddles. The search divides the box and bounds the field in each part, so that “there are no \
      others” is proven; where it cannot decide it says so and where.

      EXAMPLES
        nabla critical "(x^2 + y - 11)^2 + (x + y^2 - 7)^2" --in -5,5,-5,5
        nabla critical "x^3 - 3x y^2"
        nabla critical "sin y, sin x" --in -4,4,-4,4
        nabla critical "x^2 + y^2 - z^2" --in -1,1,-1,1,-1,1 --json
      """)

  @Argument(parsing: .allUnrecognized, help: "The field.")
  var values: [String] = []

  @Option(
    name: .customLong("in"), parsing: .unconditional, help: "The box; −5 to 5 in each coordinate without it.")
  var box: String?

  @Option(help: "The most boxes that are looked at.")
  var limit = 200_000

  @OptionGroup var parameters: ParameterOptions

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let values = try Arguments.positional(
      values, count: 1...1, usage: "a field: nabla critical \"x^2 - y^2\"")
    let dimension = Arguments.dimension(ofBox: box)
    let input = try Arguments.fieldInput(values[0], dimension: dimension, settings: parameters.settings)
    let count = input.formula.dimension
    let text = box ?? Array(repeating: "-5,5", count: count).joined(separator: ",")
    let box = try Arguments.box(text, dimension: count)
    let limits = SearchLimits(maximumBoxes: max(limit, 1))
    do {
      switch input {
      case .scalar(let field):
        let found = try field.criticalPoints(in: box, limits: limits)
        try show(found, field.formula) { point in
          Description(
            name: point.nature.kind.name, eigenvalues: point.nature.eigenvalues.map { Complex($0) },
            value: field.value(at: point.location))
        }
      case .vector(let field):
        let found = try field.criticalPoints(in: box, limits: limits)
        try show(found, field.formula) { point in
          Description(name: point.nature.settled.name, eigenvalues: point.nature.eigenvalues, value: nil)
        }
      }
    } catch let error as SearchError {
      throw CommandFailure(.usage, error.message)
    }
  }

  /// What is said of a point besides its place.
  private struct Description {
    let name: String
    let eigenvalues: [Complex]
    let value: Double?
  }

  private func show<Nature>(
    _ found: CriticalPoints<Nature>, _ formula: Formula, _ describe: (CriticalPoint<Nature>) -> Description
  ) throws {
    if json {
      Output.print(Critical.json(found, formula, describe) + [0x0A])
    } else {
      Output.print(Critical.text(found, formula, describe))
    }
  }

  // MARK: Text

  private static func text<Nature>(
    _ found: CriticalPoints<Nature>, _ formula: Formula, _ describe: (CriticalPoint<Nature>) -> Description
  ) -> String {
    var text = formula.text + " in " + shown(found.box) + "\n\n"
    for point in found.points {
      let description = describe(point)
      let place =
        "(" + point.location.map { Formats.Decimal.text($0, significantDigits: 12) }.joined(separator: ", ")
        + ")"
      text += padded(point.isDegenerate ? "degenerate" : description.name, 20) + padded(place, 36)
      if let value = description.value {
        text += "f = " + Formats.Decimal.text(value, significantDigits: 8) + "  "
      }
      text += "λ = " + description.eigenvalues.map { shown($0) }.joined(separator: ", ")
      if let index = point.index { text += "  index \(index)" }
      text += "  ± " + Formats.Decimal.text(point.errorRadius, significantDigits: 1)
      text += point.evidence == .unique ? "\n" : "  " + word(point.evidence) + "\n"
    }
    for region in found.regions {
      text += padded(region.kind.name, 20) + shown(region.bounds)
      if region.boxes.count > 1 { text += "  in \(region.boxes.count) boxes" }
      text +=
        (region.index.map { "  index \($0)" } ?? "") + (holdsZero(region) ? ": a zero lies within" : "")
        + "\n"
    }
    if !found.points.isEmpty || !found.regions.isEmpty { text += "\n" }
    let count = found.points.count
    text += "\(count) critical point\(count == 1 ? "" : "s"); " + found.completeness.sentence
    text += "; " + sentence(found.indexCheck) + "\n"
    if found.points.contains(where: { describe($0).name == "centre" }) {
      text += "a centre is what the linear part says; the rest of the field may make it a spiral\n"
    }
    if found.isExhausted { text += "stopped at \(found.boxesExamined) boxes; --limit raises that\n" }
    return text
  }

  /// A field that is continuous and turns round a region is 0 somewhere within.
  private static func holdsZero(_ region: CriticalRegion) -> Bool {
    (region.index ?? 0) != 0 && region.kinds.allSatisfy { $0 == .notIsolated || $0 == .kink }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(2, width - text.count))
  }

  static func shown(_ box: IntervalBox) -> String {
    box.sides.map {
      "[" + Formats.Decimal.text($0.lower, significantDigits: 6) + ", "
        + Formats.Decimal.text($0.upper, significantDigits: 6) + "]"
    }
    .joined(separator: " × ")
  }

  private static func shown(_ value: Complex) -> String {
    let real = Formats.Decimal.text(value.real, significantDigits: 6)
    guard !value.isReal else { return real }
    let size = Formats.Decimal.text(value.imaginary.magnitude, significantDigits: 6)
    return real + (value.imaginary < 0 ? " - " : " + ") + size + "i"
  }

  private static func word(_ evidence: CriticalPointEvidence) -> String {
    switch evidence {
    case .unique: return "unique"
    case .exists: return "exists"
    case .possible: return "possible"
    case .approximate: return "approximate"
    }
  }

  private static func sentence(_ check: IndexCheck) -> String {
    switch check {
    case .agrees(let sum): return "the indices sum to \(sum), as the border says"
    case .disagrees(let border, let inside):
      return "the indices sum to \(inside), but the border says \(border)"
    case .notCheckable(.zeroOnBorder): return "the index sum cannot be checked: a zero lies on the border"
    case .notCheckable(.unclearBorder): return "the index sum cannot be checked: the border is unclear"
    case .notCheckable(.unknownIndex): return "the index sum cannot be checked: an index is unknown"
    }
  }

  // MARK: JSON

  private static func json<Nature>(
    _ found: CriticalPoints<Nature>, _ formula: Formula, _ describe: (CriticalPoint<Nature>) -> Description
  ) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", formula.quantity.expressions.map { $0.text(in: formula.names) })
      PointReport.add(formula.parameters, to: &json)
      json.array("box") { (sides: inout JSONWriter.Array) in
        for side in found.box.sides { sides.add([side.lower, side.upper]) }
      }
      json.array("points") { (list: inout JSONWriter.Array) in
        for point in found.points {
          let description = describe(point)
          list.object { (item: inout JSONWriter.Object) in
            item.add("type", description.name)
            item.add("location", point.location)
            item.add("errorRadius", point.errorRadius)
            if let value = description.value { item.add("value", value) }
            item.array("eigenvalues") { (values: inout JSONWriter.Array) in
              for value in description.eigenvalues { values.add([value.real, value.imaginary]) }
            }
            if let index = point.index { item.add("index", index) } else { item.addNull("index") }
            item.add("isDegenerate", point.isDegenerate)
            item.add("evidence", word(point.evidence))
          }
        }
      }
      json.array("regions") { (list: inout JSONWriter.Array) in
        for region in found.regions {
          list.object { (item: inout JSONWriter.Object) in
            item.add("kind", region.kind.name)
            item.array("bounds") { (sides: inout JSONWriter.Array) in
              for side in region.bounds.sides { sides.add([side.lower, side.upper]) }
            }
            item.add("boxes", region.boxes.count)
            if let index = region.index { item.add("index", index) } else { item.addNull("index") }
            item.add("holdsZero", holdsZero(region))
          }
        }
      }
      json.add("completeness", found.completeness.sentence)
      json.add("isComplete", found.isComplete)
      json.add("indexCheck", sentence(found.indexCheck))
      json.add("boxesExamined", found.boxesExamined)
      json.add("isExhausted", found.isExhausted)
    }
  }
}
