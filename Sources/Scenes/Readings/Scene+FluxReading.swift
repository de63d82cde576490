import Fields
import Formats

extension Scene {
  /// The flux through the circle beside the divergence inside it.
  func fluxReading(_ field: VectorExpressionField, in json: inout JSONWriter.Object) {
    let centre = field.reading(at: [circle.x, circle.y])
    trails(field.formula, at: [circle.x, circle.y], in: &json)
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
}
