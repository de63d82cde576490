import ArgumentParser
import Foundation
import Nabla

/// `nabla derive`: derivatives as formulas.
struct Derive: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Derivatives as formulas: gradient, divergence, curl, Jacobian, Hessian, Laplacian, partials.",
    usage:
      "nabla derive \"FIELD\" [--of WHAT] [--by x,y] [--at X,Y] [--coordinates SYSTEM] [--as text|latex|mathml] [--json]",
    discussion: """
      Without --of and --by: gradient, Hessian and Laplacian of a scalar field; divergence, curl and Jacobian of a \
      vector field. --by x,y is the second derivative by x and y; of a vector field, of each component. With a point \
      the numbers are put in.

      With --coordinates the formulas are of r, theta (polar), r, theta, z (cylindrical) or r, theta, phi (spherical, \
      theta from the z axis), and vectors have their components along the local unit vectors.

      EXAMPLES
        nabla derive "x^2 sin y"
        nabla derive "-y/(x^2+y^2), x/(x^2+y^2)" --of curl
        nabla derive "exp(-x^2)" --by x,x,x
        nabla derive "f = a x^2 y where a = 2" --of gradient --at 1,2 --as latex
        nabla derive "curl F where F = (y z, x^2, x y z)"
        nabla derive "x y z" --of hessian --json
        nabla derive "r^2 cos theta" --coordinates polar
        nabla derive "1/r^2, 0, 0" --coordinates spherical --at 2,1,0
      """)

  @Argument(parsing: .allUnrecognized, help: "The field.")
  var values: [String] = []

  @Option(name: .customLong("of"), help: "gradient, laplacian, hessian, divergence, curl or jacobian.")
  var measure: String?

  @Option(name: .customLong("by"), help: "The variables of a partial derivative, such as x or x,y.")
  var variables: String?

  @Option(name: .customLong("at"), parsing: .unconditional, help: "A point whose numbers are put in.")
  var point: String?

  @Option(help: "polar, cylindrical or spherical; without it x, y, z.")
  var coordinates: CurvedCoordinates?

  @Option(name: .customLong("as"), help: "text, latex or mathml.")
  var notation = Notation.text

  @OptionGroup var parameters: ParameterOptions

  @Flag(help: "Print JSON with the derivation in all three notations.")
  var json = false

  enum Notation: String, ExpressibleByArgument, CaseIterable {
    case text
    case latex
    case mathml
  }

  func run() throws {
    let values = try Arguments.positional(values, count: 1...1, usage: "a field: nabla derive \"x^2 y\"")
    if let coordinates { return try show(values[0], in: coordinates) }
    let place = try point.map { try Arguments.constants($0, count: 1...16, name: "--at") }
    let formula = try Arguments.formula(values[0], dimension: place?.count, settings: parameters.settings)
    if case .matrix = formula.quantity { return show(matrix: formula) }
    let measures = try chosenMeasures(of: formula)
    let derivations = measures.map { Derivation(of: $0.measure, formula, at: place) }
    if json {
      Output.print(jsonBytes(formula, Array(zip(measures.map { $0.name }, derivations))) + [0x0A])
      return
    }
    for (index, derivation) in derivations.enumerated() {
      let text: String
      switch notation {
      case .text: text = derivation.text
      case .latex: text = derivation.latex
      case .mathml: text = "<math display=\"block\">" + derivation.mathML + "</math>"
      }
      Output.print((index > 0 ? "\n" : "") + text + "\n")
    }
  }

  private func show(_ text: String, in coordinates: CurvedCoordinates) throws {
    guard measure == nil, variables == nil, notation != .mathml else {
      throw CommandFailure(
        .usage, "--coordinates shows all operators, as text or latex; leave out --of and --by")
    }
    let system = coordinates.system
    let place = try point.map {
      try Arguments.constants($0, count: system.dimension...system.dimension, name: "--at")
    }
    let formula = try Arguments.formula(
      text, variables: coordinates.variables(in: text), settings: parameters.settings)
    let report = try CoordinateReport(formula, in: system)
    if json { return Output.print(report.jsonBytes(at: place) + [0x0A]) }
    Output.print(report.text(at: place, isLatex: notation == .latex))
  }

  /// A matrix has no derivatives here, but one may have asked for its entries: "hessian(x^2 y)".
  private func show(matrix formula: Formula) {
    guard case .matrix(let rows) = formula.quantity else { return }
    for row in rows {
      Output.print(row.map { $0.simplified.text(in: formula.names) }.joined(separator: ", ") + "\n")
    }
  }

  private func chosenMeasures(of formula: Formula) throws -> [(name: String, measure: Derivation.Measure)] {
    let components = formula.quantity.expressions.count
    if let variables { return try partials(variables, of: formula) }
    var isVector = false
    if case .vector = formula.quantity { isVector = true }
    let hasCurl = isVector && components == formula.dimension && (2...3).contains(components)
    let known: [(String, Derivation.Measure, Bool)] = [
      ("gradient", .gradient, !isVector), ("hessian", .hessian, !isVector), ("laplacian", .laplacian, true),
      ("divergence", .divergence, isVector && components == formula.dimension), ("curl", .curl, hasCurl),
      ("jacobian", .jacobian, isVector),
    ]
    guard let measure else {
      let usual = known.filter { $0.2 && !(isVector && $0.1 == .laplacian) }
      return usual.map { ($0.0, $0.1) }
    }
    guard let choice = known.first(where: { $0.0 == measure.lowercased() }) else {
      let names = known.map { $0.0 }.joined(separator: ", ")
      throw CommandFailure(.usage, "--of knows \(names); found \(Arguments.quoted(measure))")
    }
    guard choice.2 else {
      let kind = isVector ? "a vector field of \(components) components" : "a scalar field"
      throw CommandFailure(.usage, "\(kind) in \(formula.dimension) coordinates has no \(choice.0)")
    }
    return [(choice.0, choice.1)]
  }

  private func partials(
    _ text: String, of formula: Formula
  ) throws -> [(name: String, measure: Derivation.Measure)] {
    let names = formula.names.names
    var indices: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = Array(part.trimmingCharacters(in: .whitespaces).utf8)
      guard let index = names.firstIndex(of: name) else {
        let known = names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
        throw CommandFailure(
          .usage, "--by takes variables of the formula (\(known)); found \(Arguments.quoted(part))")
      }
      indices.append(index)
    }
    guard indices.count <= 8 else {
      throw CommandFailure(.usage, "--by takes at most eight variables, found \(indices.count)")
    }
    return formula.quantity.expressions.indices.map { component in
      ("partial", .partial(component: component, by: indices))
    }
  }

  private func jsonBytes(_ formula: Formula, _ derivations: [(String, Derivation)]) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", formula.quantity.expressions.map { $0.text(in: formula.names) })
      json.add("latexField", formula.quantity.expressions.map { $0.latex(in: formula.names) })
      PointReport.add(formula.parameters, to: &json)
      json.array("derivations") { (list: inout JSONWriter.Array) in
        for (name, derivation) in derivations {
          list.object { (item: inout JSONWriter.Object) in
            item.add("of", name)
            item.add("formulas", derivation.expressions.map { $0.text(in: formula.names) })
            item.add("latexFormulas", derivation.expressions.map { $0.latex(in: formula.names) })
            PointReport.add("derivation", derivation, to: &item)
          }
        }
      }
    }
  }
}
