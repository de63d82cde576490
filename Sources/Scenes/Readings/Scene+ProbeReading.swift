import Atlas
import Fields
import Formats

extension Scene {
  /// The field at the probe.
  func probeReading(
    _ field: VectorExpressionField, _ subject: Subject, in json: inout JSONWriter.Object
  ) {
    let reading = field.reading(at: [probe.x, probe.y])
    trails(field.formula, at: reading.point, in: &json)
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
    if let found = subject.survey?.zeros { criticalReading(found, in: &json) }
    if layers.contains(.lens) { lensReading(reading, subject, in: &json) }
  }
}
