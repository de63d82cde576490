import Expressions
import Fields
import Formats

extension Scene {
  /// Everything that can be read off the scene, as JSON.
  ///
  /// Numbers stand as they are; under `text` they stand rounded for people, with the typographic minus.
  public func reading() -> [UInt8] {
    var subject = Subject(self)
    subject.survey(self)
    return reading(of: subject)
  }

  /// Everything that can be read off the scene, as JSON, with the scene's subject at hand.
  @export(interface)
  public func reading(of subject: Subject) -> [UInt8] {
    if bench == .information { return informationReading() }
    return JSONWriter.object { (json: inout JSONWriter.Object) in
      for (key, formula) in subject.notation.formulas { json.add(key.description, formula) }
      if let field = subject.scalarField {
        parameters(field.formula, in: &json)
        if bench == .descent {
          descentReading(field, subject, in: &json)
        } else {
          gradientReading(field, in: &json)
        }
        if let found = subject.survey?.extrema { criticalReading(found, of: field, in: &json) }
      }
      guard let field = subject.vectorField else { return }
      parameters(field.formula, in: &json)
      switch bench {
      case .divergence: fluxReading(field, in: &json)
      case .curl: circulationReading(field, in: &json)
      case .conservative: conservativeReading(field, subject, in: &json)
      case .rotor: rotorReading(field, in: &json)
      case .charge: chargeReading(field, in: &json)
      default: probeReading(field, subject, in: &json)
      }
    }
  }

  /// The parameters of the formula, each with what a slider needs.
  private func parameters(_ formula: Formula, in json: inout JSONWriter.Object) {
    json.array("parameters") { (list: inout JSONWriter.Array) in
      for parameter in formula.parameters {
        list.object { (item: inout JSONWriter.Object) in
          item.add("name", String(decoding: parameter.name, as: UTF8.self))
          item.add("value", parameter.value)
          item.add("lower", parameter.range.lowerBound)
          item.add("upper", parameter.range.upperBound)
          item.add("step", parameter.step)
          item.add("text", Scene.shown(parameter.value))
        }
      }
    }
  }

  /// The derivations that are unfolded, at a point.
  func trails(_ formula: Formula, at point: [Double], in json: inout JSONWriter.Object) {
    guard !trails.isEmpty else { return }
    json.object("trail") { (list: inout JSONWriter.Object) in
      for trail in trails {
        let derivation = Derivation(of: trail.measure, formula, at: point)
        list.object(trail.name.description) { (item: inout JSONWriter.Object) in
          item.add("mathML", "<math display=\"block\">" + derivation.mathML + "</math>")
          item.add("latex", derivation.latex)
        }
      }
    }
  }

  /// A number as people read it.
  static func shown(_ value: Double) -> String {
    Decimal.text(value, significantDigits: 6, minus: .typographic)
  }

  static func shown(_ vector: [Double]) -> String {
    var text = "("
    for (index, value) in vector.enumerated() {
      if index > 0 { text += ", " }
      text += shown(value)
    }
    return text + ")"
  }

  static func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

  static func add(_ key: String, _ estimate: Estimate, to json: inout JSONWriter.Object) {
    json.object(key) { (object: inout JSONWriter.Object) in
      object.add("value", estimate.value)
      object.add("error", estimate.error)
      object.add("text", shown(estimate))
    }
  }

  /// As many digits as the error leaves, and a word where it leaves none.
  static func shown(_ estimate: Estimate) -> String {
    guard estimate.value.isFinite, estimate.error.isFinite else { return shown(estimate.value) }
    if estimate.error <= 1e-6 * estimate.value.magnitude || estimate.error < 1e-9 {
      // What is nothing but rounding is shown as the zero it stands for.
      return shown(estimate.value.magnitude <= estimate.error ? 0 : estimate.value)
    }
    let error = Decimal.text(estimate.error, significantDigits: 1, minus: .typographic)
    if estimate.value.magnitude < estimate.error { return "0 ± " + error }
    return Decimal.text(estimate.value, significantDigits: 4, minus: .typographic) + " ± " + error
  }
}
