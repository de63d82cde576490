import ArgumentParser
import Foundation
import Nabla

/// The coordinates that `--coordinates` knows.
enum CurvedCoordinates: String, ExpressibleByArgument, CaseIterable {
  case polar
  case cylindrical
  case spherical

  /// The names of the coordinates in a formula, which may spell the angles θ and φ.
  func variables(in text: String) -> Variables {
    guard text.contains("θ") || text.contains("φ") else { return system.variables }
    let greek = ["theta": "θ", "phi": "φ"]
    return Variables(
      names: system.variables.names.map { name in
        greek[String(decoding: name, as: UTF8.self)].map { Array($0.utf8) } ?? name
      })
  }

  var system: CoordinateSystem {
    switch self {
    case .polar: return .polar
    case .cylindrical: return .cylindrical
    case .spherical: return .spherical
    }
  }
}

/// The operators of a field that is written in polar, cylindrical or spherical coordinates.
struct CoordinateReport {
  let system: CoordinateSystem
  let formula: Formula
  private let rows: [(symbol: String, key: String, expressions: [Nabla.Expression])]

  /// - Throws: ``CommandFailure`` for a vector that has not a component for every coordinate.
  init(_ formula: Formula, in system: CoordinateSystem) throws {
    self.system = system
    self.formula = formula
    switch formula.quantity {
    case .scalar(let field):
      rows = [
        ("f", "field", [field]), ("∇f", "gradient", system.gradient(of: field)),
        ("∇²f", "laplacian", [system.laplacian(of: field)]),
      ]
    case .vector(let components) where components.count == system.dimension:
      rows = [
        ("F", "field", components), ("∇·F", "divergence", [system.divergence(of: components)]),
        ("∇×F", "curl", system.curl(of: components)), ("∇²F", "laplacian", system.laplacian(of: components)),
      ]
    case .vector(let components):
      throw CommandFailure(
        .usage,
        "a vector here has \(system.dimension) components, along the unit vectors; found \(components.count)")
    case .matrix: throw CommandFailure(.usage, "a matrix has no form in these coordinates")
    }
  }

  private var names: Variables { formula.names }

  private func shortened(_ expressions: [Nabla.Expression]) -> [Nabla.Expression] {
    expressions.map { $0.simplified(parametersBehind: system.dimension) }
  }

  private func values(_ expressions: [Nabla.Expression], at point: [Double]) -> [Double] {
    let parameters = formula.parameters.map { $0.value }
    let fixed = expressions.map { $0.substituting(parameters: parameters, behind: system.dimension) }
    let field = VectorExpressionField(fixed, variables: system.variables)
    let points = Block<Double>(rows: system.dimension, capacity: 1)
    let values = Block<Double>(rows: fixed.count, capacity: 1)
    points.count = 1
    for (row, coordinate) in point.enumerated() { points[row, 0] = coordinate }
    field.values(at: points, into: values)
    return fixed.indices.map { values[$0, 0] }
  }

  /// A line an operator, the numbers behind it where there is a point.
  func text(at point: [Double]?, isLatex: Bool) -> String {
    var text = ""
    for row in rows {
      let written = shortened(row.expressions).map { isLatex ? $0.latex(in: names) : $0.text(in: names) }
      let formulas = CoordinateReport.joined(written)
      let symbol = row.symbol.padding(toLength: 6, withPad: " ", startingAt: 0)
      text += symbol + formulas
      if let point {
        let numbers = values(row.expressions, at: point).map {
          Formats.Decimal.text($0, significantDigits: 12)
        }
        text += "   = " + CoordinateReport.joined(numbers)
      }
      text += "\n"
    }
    return text
  }

  private static func joined(_ parts: [String]) -> String {
    parts.count == 1 ? parts[0] : "(" + parts.joined(separator: ", ") + ")"
  }

  func jsonBytes(at point: [Double]?) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      let coordinates = names.names.prefix(system.dimension).map { String(decoding: $0, as: UTF8.self) }
      json.add("coordinates", coordinates)
      if let point { json.add("point", point) }
      for row in rows {
        json.object(row.key) { (item: inout JSONWriter.Object) in
          let short = shortened(row.expressions)
          item.add("formulas", short.map { $0.text(in: names) })
          item.add("latexFormulas", short.map { $0.latex(in: names) })
          if let point { item.add("values", values(row.expressions, at: point)) }
        }
      }
    }
  }
}
