import Foundation
import Nabla

/// What is said of a field at a point, as lines for people and as JSON for programs.
struct PointReport {
  /// A quantity: its symbol, its key in JSON, its numbers, and its formula where one is worth showing.
  struct Row {
    enum Numbers {
      case number(Double)
      case vector([Double])
      case matrix([[Double]])
      case words(String)
    }

    let title: String
    let key: String
    let numbers: Numbers
    var formula: String?
  }

  let formula: Formula
  let point: [Double]
  private(set) var rows: [Row] = []
  private(set) var derivations: [(key: String, derivation: Derivation)] = []

  private init(_ formula: Formula, at point: [Double]) {
    self.formula = formula
    self.point = point
  }

  init(_ field: ScalarExpressionField, at point: [Double], along direction: [Double]?) {
    self.init(field.formula, at: point)
    let gradient = field.gradient(at: point)
    let gradientDerivation = derive(.gradient, "gradient")
    let laplacian = derive(.laplacian, "laplacian")
    let hessian = Derivation(of: .hessian, formula, at: point)
    rows.append(Row(title: "value", key: "value", numbers: .number(field.value(at: point))))
    rows.append(
      Row(title: "gradient", key: "gradient", numbers: .vector(gradient), formula: short(gradientDerivation)))
    rows.append(Row(title: "|gradient|", key: "slope", numbers: .number(PointReport.length(gradient))))
    if let direction {
      let length = PointReport.length(direction)
      let slope = zip(gradient, direction).reduce(0) { $0 + $1.0 * $1.1 } / length
      rows.append(Row(title: "slope along", key: "slopeAlong", numbers: .number(slope)))
    }
    rows.append(
      Row(
        title: "Laplacian", key: "laplacian", numbers: .number(laplacian.values[0]), formula: short(laplacian)
      ))
    let matrix = PointReport.rows(of: hessian.values, columns: point.count)
    rows.append(Row(title: "Hessian", key: "hessian", numbers: .matrix(matrix)))
  }

  init(_ field: VectorExpressionField, at point: [Double]) {
    self.init(field.formula, at: point)
    let reading = field.reading(at: point)
    rows.append(Row(title: "value", key: "value", numbers: .vector(reading.value)))
    rows.append(Row(title: "length", key: "length", numbers: .number(reading.length)))
    let divergence = derive(.divergence, "divergence")
    rows.append(
      Row(
        title: "divergence", key: "divergence", numbers: .number(reading.divergence),
        formula: short(divergence)))
    if point.count == 2 || point.count == 3 {
      let curl = derive(.curl, "curl")
      let numbers: Row.Numbers = point.count == 2 ? .number(reading.curl) : .vector(curl.values)
      rows.append(Row(title: "curl", key: "curl", numbers: numbers, formula: short(curl)))
    }
    rows.append(Row(title: "Jacobian", key: "jacobian", numbers: .matrix(reading.jacobian)))
    let type = field.flowType(at: point)
    // Where the field is 0, no flow carries what the linear part does; without one nothing is known of the next order.
    let isNothing = type.settled == .uniform && reading.length == 0
    let name = isNothing ? "rest: 0 to first order" : type.settled.name
    rows.append(Row(title: "like a", key: "type", numbers: .words(name)))
  }

  private mutating func derive(_ measure: Derivation.Measure, _ key: String) -> Derivation {
    let derivation = Derivation(of: measure, formula, at: point)
    derivations.append((key, derivation))
    return derivation
  }

  private func short(_ derivation: Derivation) -> String {
    let texts = derivation.expressions.map { $0.text(in: formula.names) }
    return texts.count == 1 ? texts[0] : "(" + texts.joined(separator: ", ") + ")"
  }

  private static func length(_ vector: [Double]) -> Double {
    vector.reduce(0) { Double.hypot($0, $1) }
  }

  private static func rows(of values: [Double], columns: Int) -> [[Double]] {
    stride(from: 0, to: values.count, by: columns).map { Array(values[$0..<($0 + columns)]) }
  }

  // MARK: Text

  func text(derives: Bool) -> String {
    var text = PointReport.line("field", formula.text + " at " + PointReport.shown(point))
    for row in rows {
      switch row.numbers {
      case .number(let value): text += line(row, Formats.Decimal.shortest(value))
      case .vector(let values): text += line(row, PointReport.shown(values))
      case .words(let words): text += PointReport.line(row.title, words)
      case .matrix(let lines):
        for (index, numbers) in lines.enumerated() {
          text += PointReport.line(index == 0 ? row.title : "", PointReport.shown(numbers))
        }
      }
    }
    if derives { for (_, derivation) in derivations { text += "\n" + derivation.text + "\n" } }
    return text
  }

  private func line(_ row: Row, _ value: String) -> String {
    PointReport.line(row.title, row.formula.map { value + "   = " + $0 } ?? value)
  }

  private static func line(_ title: String, _ value: String) -> String {
    title + String(repeating: " ", count: max(1, 12 - title.count)) + value + "\n"
  }

  static func shown(_ values: [Double]) -> String {
    "(" + values.map { Formats.Decimal.shortest($0) }.joined(separator: ", ") + ")"
  }

  // MARK: JSON

  func json(derives: Bool) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", formula.quantity.expressions.map { $0.text(in: formula.names) })
      PointReport.add(formula.parameters, to: &json)
      json.add("point", point)
      for row in rows {
        switch row.numbers {
        case .number(let value): json.add(row.key, value)
        case .vector(let values): json.add(row.key, values)
        case .words(let words): json.add(row.key, words)
        case .matrix(let lines):
          json.array(row.key) { (rows: inout JSONWriter.Array) in
            for line in lines { rows.add(line) }
          }
        }
        if let formula = row.formula { json.add(row.key + "Formula", formula) }
      }
      guard derives else { return }
      json.object("derivations") { (object: inout JSONWriter.Object) in
        for (key, derivation) in derivations { PointReport.add(key, derivation, to: &object) }
      }
    }
  }

  static func add(_ parameters: [Parameter], to json: inout JSONWriter.Object) {
    guard !parameters.isEmpty else { return }
    json.array("parameters") { (list: inout JSONWriter.Array) in
      for parameter in parameters {
        list.object { (item: inout JSONWriter.Object) in
          item.add("name", String(decoding: parameter.name, as: UTF8.self))
          item.add("value", parameter.value)
          item.add("range", [parameter.range.lowerBound, parameter.range.upperBound])
        }
      }
    }
  }

  static func add(_ key: String, _ derivation: Derivation, to json: inout JSONWriter.Object) {
    json.object(key) { (object: inout JSONWriter.Object) in
      object.add("text", derivation.text)
      object.add("latex", derivation.latex)
      object.add("mathML", "<math display=\"block\">" + derivation.mathML + "</math>")
      if !derivation.values.isEmpty { object.add("values", derivation.values) }
    }
  }
}
