import Atlas
import Elementary
import Fields
import Formats

extension Scene {
  /// The wheel in space as it would turn, and how its axis stands to the curl.
  func rotorReading(_ field: VectorExpressionField, in json: inout JSONWriter.Object) {
    let point = [hub.x, hub.y, hub.z]
    let reading = field.reading(at: point)
    let curl = reading.settledSpaceCurl
    let isDefined = reading.length.isFinite
    let spin = Spin(curl: isDefined ? curl : SIMD3(.nan, .nan, .nan), axis: axis)
    trails(field.formula, at: point, in: &json)
    json.add("point", point)
    json.add("value", reading.value)
    json.add("length", reading.length)
    json.add("divergence", reading.divergence)
    json.add("curl", [curl.x, curl.y, curl.z])
    json.add("curlLength", spin.strength)
    json.add("axis", [axis.azimuth, axis.elevation])
    json.add("axisVector", [axis.vector.x, axis.vector.y, axis.vector.z])
    json.add("angularVelocity", spin.angularVelocity)
    json.add("angle", spin.angle)
    json.add("verdict", spin.verdict.description)
    if let along = spin.along { json.add("along", [along.azimuth, along.elevation]) }
    cameraReading(in: &json)
    let tip = camera.sight(of: SpaceWheel(hub: hub, axis: axis).tip(camera)).place
    json.add("tip", [tip.x, tip.y])
    json.object("signs") { (signs: inout JSONWriter.Object) in
      signs.add("divergence", Scene.sign(reading.settledDivergence))
    }
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("point", Scene.shown(point))
      text.add("value", Scene.shown(reading.value))
      text.add("length", Scene.shown(reading.length))
      text.add("divergence", Scene.shown(reading.settledDivergence))
      text.add("curl", Scene.shown([curl.x, curl.y, curl.z]))
      text.add("curlLength", Scene.shown(spin.strength))
      text.add("fastest", Scene.shown(spin.strength / 2))
      text.add("axis", Scene.axisText(axis.vector))
      text.add("angularVelocity", Scene.shown(spin.angularVelocity))
      text.add("angle", spin.angle.isNaN ? "" : Scene.degrees(spin.angle))
    }
  }

  /// The camera, for whoever draws over the picture.
  func cameraReading(in json: inout JSONWriter.Object) {
    json.add("camera", [camera.heading.azimuth, camera.heading.elevation])
    json.add("size", camera.reach)
  }

  /// A unit vector with as many digits as the eye needs.
  static func axisText(_ vector: SIMD3<Double>) -> String {
    func text(_ value: Double) -> String { Decimal.fixed(value, places: 3, minus: .typographic) }
    return "(" + text(vector.x) + ", " + text(vector.y) + ", " + text(vector.z) + ")"
  }
}

/// How a wheel's axis stands to the curl.
private struct Spin {
  /// |curl F|.
  let strength: Double
  /// ½ curl F·n, at which a small wheel turns.
  let angularVelocity: Double
  /// The angle between axis and curl in degrees, 0 to 180; NaN where there is no curl.
  let angle: Double
  /// The axis along the curl; nil where there is none.
  let along: Heading?

  /// Nearer than this, in degrees, the axis is taken for that of the curl, or for one across it.
  static var agreement: Double { 0.5 }

  init(curl: SIMD3<Double>, axis: Heading) {
    let n = axis.vector
    strength = Double.hypot(Double.hypot(curl.x, curl.y), curl.z)
    let terms = SIMD3(curl.x * n.x, curl.y * n.y, curl.z * n.z)
    angularVelocity = Scene.settled(Scene.settled(terms.x, terms.y), terms.z) / 2
    let across = SIMD3(
      curl.y * n.z - curl.z * n.y, curl.z * n.x - curl.x * n.z, curl.x * n.y - curl.y * n.x)
    let sine = Double.hypot(Double.hypot(across.x, across.y), across.z)
    let hasCurl = strength > 0 && strength.isFinite
    angle = hasCurl ? Double.atan2(sine, 2 * angularVelocity) * 180 / Double.pi : .nan
    along = hasCurl ? Heading(curl) : nil
  }

  /// What the axis is to the curl, as a word for programs.
  var verdict: StaticString {
    if strength == 0 { return "none" }
    if angle.isNaN { return "undefined" }
    if angle < Spin.agreement { return "along" }
    if angle > 180 - Spin.agreement { return "against" }
    if (angle - 90).magnitude < Spin.agreement { return "across" }
    return angle < 90 ? "forward" : "backward"
  }
}
