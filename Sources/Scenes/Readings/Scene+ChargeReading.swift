import Atlas
import Elementary
import Fields
import Formats

extension Scene {
  /// The flux through the sphere beside the divergence inside it, and whether the two agree as Gauss says.
  func chargeReading(_ field: VectorExpressionField, in json: inout JSONWriter.Object) {
    let (flux, size) = field.fluxAndSize(through: sphere)
    let integral = field.divergenceIntegral(over: sphere)
    let center = [sphere.center.x, sphere.center.y, sphere.center.z]
    let divergence = field.reading(at: center).settledDivergence
    trails(field.formula, at: center, in: &json)
    Scene.add("flux", flux, to: &json)
    Scene.add("integral", integral, to: &json)
    let enclosed = Estimate(value: flux.value / (4 * Double.pi), error: flux.error / (4 * Double.pi))
    Scene.add("enclosed", enclosed, to: &json)
    json.add("area", sphere.area)
    json.add("verdict", Scene.verdict(flux, integral, size: size).description)
    json.add("sphere", center + [sphere.radius])
    cameraReading(in: &json)
    let sight = camera.sight(of: sphere.center)
    json.add("place", [sight.place.x, sight.place.y, sight.scale * sphere.radius])
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("area", Scene.shown(sphere.area))
      text.add("centre", Scene.shown(center))
      text.add("radius", Scene.shown(sphere.radius))
      text.add("divergence", Scene.shown(divergence))
    }
  }

  /// Whether the flux is the divergence inside, as a word for programs: `equal`, `different`, or `rough` where the
  /// errors are too large to tell, as when a charge lies on the sphere or next to it.
  private static func verdict(_ flux: Estimate, _ integral: Estimate, size: Double) -> StaticString {
    let error = flux.error + integral.error
    guard flux.value.isFinite, integral.value.isFinite, error <= 1e-3 * size || size == 0 else {
      return "rough"
    }
    let gap = (flux.value - integral.value).magnitude
    return gap > 10 * error + 1e-9 * size ? "different" : "equal"
  }
}
