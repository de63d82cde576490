import Fields
import Formats

extension Scene {
  /// The circulation round the wheel beside the curl inside it.
  func circulationReading(_ field: VectorExpressionField, in json: inout JSONWriter.Object) {
    let centre = field.reading(at: [wheel.x, wheel.y])
    trails(field.formula, at: [wheel.x, wheel.y], in: &json)
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
