import ArgumentParser
import Foundation
import Nabla

/// `nabla at`: everything about a field at a point.
struct At: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A field at a point: value and derivatives, exact, and how they come about.",
    usage: "nabla at \"FIELD\" X,Y[,Z…] [--derive] [--json]\n       nabla at --scene SCENE",
    discussion: """
      The field is a formula (a scalar field: gradient, Laplacian, Hessian) or one for each coordinate (a vector \
      field: divergence, curl, Jacobian). The point says how many coordinates there are: x, y and z, or x1, x2, … \
      in four and more.

      EXAMPLES
        nabla at "-y, x" 1,2
        nabla at "x^2 y, sin(x y)" -0.5,1.25 --json
        nabla at "x^2 + 3y^2" 1,1 --along 1,1
        nabla at "y z, x^2, x y z" 1,2,3 --derive
        nabla at "a x^2 y where a = 1 in 0…3" 1,2 --set a=2.5
        nabla at --scene "v1;field;F=-y, x;probe=1,2"
      """)

  @Argument(parsing: .allUnrecognized, help: "The field and the point.")
  var values: [String] = []

  @Flag(help: "Unfold each number: definition, derivatives, the point put in, the result.")
  var derive = false

  @Option(parsing: .unconditional, help: "A direction, for the slope of a scalar field along it.")
  var along: String?

  @OptionGroup var parameters: ParameterOptions

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
    let point = try Arguments.constants(values[1], count: 1...16, name: "the point")
    let input = try Arguments.fieldInput(values[0], dimension: point.count, settings: parameters.settings)
    let direction = try along.map {
      try Arguments.direction($0, count: point.count)
    }
    let report: PointReport
    switch input {
    case .scalar(let field): report = PointReport(field, at: point, along: direction)
    case .vector(let field):
      guard along == nil else { throw CommandFailure(.usage, "--along is for a scalar field") }
      report = PointReport(field, at: point)
    }
    Output.print(json ? report.json(derives: derive) + [0x0A] : Array(report.text(derives: derive).utf8))
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
