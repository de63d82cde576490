import ArgumentParser
import Foundation
import Nabla

/// `nabla at`: everything about a field at a point.
struct At: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The value of a field at a point, with its divergence, curl and Jacobian.",
    usage: "nabla at \"P, Q\" X,Y [--json]\n       nabla at --scene SCENE",
    discussion: """
      The field is two formulas of x and y; derivatives are exact.

      EXAMPLES
        nabla at "-y, x" 1,2
        nabla at "x^2 y, sin(x y)" -0.5,1.25 --json
        nabla at "-y/(x^2+y^2), x/(x^2+y^2)" 1,1
        nabla at --scene "v1;field;F=-y, x;probe=1,2"
      """)

  @Argument(parsing: .allUnrecognized, help: "The field and the point.")
  var values: [String] = []

  @Flag(help: "Print JSON; infinity and NaN are strings.")
  var json = false

  @Option(parsing: .unconditional, help: "A scene, as in the address of the lab; prints what the lab reads.")
  var scene: String?

  func run() throws {
    if let scene {
      Output.print(try Arguments.scene(scene).reading() + [0x0A])
      return
    }
    let values = try Arguments.positional(
      values, count: 2...2, usage: "a field and a point: nabla at \"-y, x\" 1,2")
    let field = try Arguments.field(values[0])
    let point = try Arguments.numbers(values[1], count: 2, name: "the point")
    let reading = field.reading(at: point)
    if json {
      Output.print(At.json(field, reading) + [0x0A])
    } else {
      Output.print(At.text(field, reading))
    }
  }

  private static func text(_ field: VectorExpressionField, _ reading: VectorReading) -> String {
    func shown(_ values: [Double]) -> String {
      "(" + values.map { Formats.Decimal.shortest($0) }.joined(separator: ", ") + ")"
    }
    let components = field.expressions.map { $0.text() }.joined(separator: ", ")
    return """
      F           (\(components)) at \(shown(reading.point))
      value       \(shown(reading.value))
      length      \(Formats.Decimal.shortest(reading.length))
      divergence  \(Formats.Decimal.shortest(reading.divergence))   = \(field.divergence.expression.text())
      curl        \(Formats.Decimal.shortest(reading.curl))   = \(field.curl.expression.text())
      Jacobian    \(shown(reading.jacobian[0]))
                  \(shown(reading.jacobian[1]))

      """
  }

  private static func json(_ field: VectorExpressionField, _ reading: VectorReading) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", field.expressions.map { $0.text() })
      json.add("point", reading.point)
      json.add("value", reading.value)
      json.add("length", reading.length)
      json.add("divergence", reading.divergence)
      json.add("curl", reading.curl)
      json.array("jacobian") { (rows: inout JSONWriter.Array) in
        for row in reading.jacobian { rows.add(row) }
      }
      json.add("divergenceFormula", field.divergence.expression.text())
      json.add("curlFormula", field.curl.expression.text())
    }
  }
}

extension Arguments {
  /// A scene from its text or from a link of the lab.
  static func scene(_ text: String) throws -> Scene {
    let fragment = text.split(separator: "#", maxSplits: 1).last.map(String.init) ?? text
    let plain = text.contains("#") ? fragment.removingPercentEncoding ?? fragment : text
    do {
      return try Scene(plain)
    } catch {
      throw CommandFailure(.usage, "--scene: \(error)")
    }
  }
}
