import Expressions
import Fields
import Formats
import Information

extension Scene {
  /// Everything that can be read off the scene, as JSON.
  ///
  /// Numbers stand as they are; under `text` they stand rounded for people, with the typographic minus.
  public func reading() -> [UInt8] {
    if bench == .information { return informationReading() }
    guard let field = try? vectorField() else { return JSONWriter.object { (_: inout JSONWriter.Object) in } }
    return JSONWriter.object { (json: inout JSONWriter.Object) in
      formulas(of: field, in: &json)
      switch bench {
      case .divergence: fluxReading(field, in: &json)
      case .curl: circulationReading(field, in: &json)
      default: probeReading(field, in: &json)
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

  private func formulas(of field: VectorExpressionField, in json: inout JSONWriter.Object) {
    var vector = "<mrow><mo>⟨</mo>"
    for (index, component) in field.expressions.enumerated() {
      if index > 0 { vector += "<mo separator=\"true\">,</mo>" }
      vector += component.mathML()
    }
    vector += "<mo>⟩</mo></mrow>"
    json.add("formula", "<math><mi mathvariant=\"bold\">F</mi><mo>=</mo>" + vector + "</math>")
    let divergence = field.divergence.expression.mathML()
    json.add(
      "divergenceFormula",
      "<math><mo>∇</mo><mo>·</mo><mi mathvariant=\"bold\">F</mi><mo>=</mo>" + divergence + "</math>")
    let curl = field.curl.expression.mathML()
    json.add(
      "curlFormula",
      "<math><mo>∇</mo><mo>×</mo><mi mathvariant=\"bold\">F</mi><mo>=</mo>" + curl + "</math>")
  }

  private static func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

  private func probeReading(_ field: VectorExpressionField, in json: inout JSONWriter.Object) {
    let reading = field.reading(at: [probe.x, probe.y])
    json.add("point", reading.point)
    json.add("value", reading.value)
    json.add("length", reading.length)
    json.add("divergence", reading.divergence)
    json.add("curl", reading.curl)
    json.array("jacobian") { (rows: inout JSONWriter.Array) in
      for row in reading.jacobian { rows.add(row) }
    }
    json.object("signs") { (signs: inout JSONWriter.Object) in
      signs.add("divergence", Scene.sign(reading.settledDivergence))
      signs.add("curl", Scene.sign(reading.settledCurl))
    }
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("point", Scene.shown(reading.point))
      text.add("value", Scene.shown(reading.value))
      text.add("length", Scene.shown(reading.length))
      text.add("divergence", Scene.shown(reading.settledDivergence))
      text.add("curl", Scene.shown(reading.settledCurl))
      text.add("jacobian", reading.jacobian.map { Scene.shown($0) })
    }
  }

  private static func add(_ key: String, _ estimate: Estimate, to json: inout JSONWriter.Object) {
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
    return Decimal.text(estimate.value, significantDigits: 4, minus: .typographic) + " ± " + error
  }

  private func fluxReading(_ field: VectorExpressionField, in json: inout JSONWriter.Object) {
    let centre = field.reading(at: [circle.x, circle.y])
    Scene.add("flux", field.flux(through: circle), to: &json)
    Scene.add("integral", field.divergenceIntegral(over: circle), to: &json)
    json.add("area", circle.area)
    json.add("centreDivergence", centre.divergence)
    json.array("circle") { (numbers: inout JSONWriter.Array) in
      for number in [circle.x, circle.y, circle.radius] { numbers.add(number) }
    }
    json.object("signs") { (signs: inout JSONWriter.Object) in
      signs.add("divergence", Scene.sign(centre.settledDivergence))
      signs.add("curl", Scene.sign(centre.settledCurl))
    }
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("area", Scene.shown(circle.area))
      text.add("centre", Scene.shown([circle.x, circle.y]))
      text.add("radius", Scene.shown(circle.radius))
      text.add("centreDivergence", Scene.shown(centre.settledDivergence))
    }
  }

  private func circulationReading(_ field: VectorExpressionField, in json: inout JSONWriter.Object) {
    let centre = field.reading(at: [wheel.x, wheel.y])
    Scene.add("circulation", field.circulation(around: wheel), to: &json)
    Scene.add("integral", field.curlIntegral(over: wheel), to: &json)
    json.add("area", wheel.area)
    json.add("centreCurl", centre.curl)
    json.add("limit", centre.curl / 2)
    json.array("wheel") { (numbers: inout JSONWriter.Array) in
      for number in [wheel.x, wheel.y, wheel.radius] { numbers.add(number) }
    }
    json.object("signs") { (signs: inout JSONWriter.Object) in
      signs.add("divergence", Scene.sign(centre.settledDivergence))
      signs.add("curl", Scene.sign(centre.settledCurl))
    }
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("area", Scene.shown(wheel.area))
      text.add("centre", Scene.shown([wheel.x, wheel.y]))
      text.add("radius", Scene.shown(wheel.radius))
      text.add("centreCurl", Scene.shown(centre.settledCurl))
      text.add("limit", Scene.shown(centre.settledCurl / 2))
    }
  }
}
