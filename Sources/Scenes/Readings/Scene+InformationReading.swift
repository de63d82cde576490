import Formats
import Information

extension Scene {
  /// The measures of the two distributions, both ways, as JSON.
  func informationReading() -> [UInt8] {
    guard let (p, q) = try? distributions(), let measures = try? Measures(p, q, unit: unit, alpha: alpha)
    else { return JSONWriter.object { (_: inout JSONWriter.Object) in } }
    return JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("unit", unit.name)
      json.add("p", p.probabilities)
      json.add("q", q.probabilities)
      json.array("names") { (names: inout JSONWriter.Array) in
        for name in self.names { names.add(String(decoding: name, as: UTF8.self)) }
      }
      json.add(measures, alpha: alpha)
      json.object("text") { (text: inout JSONWriter.Object) in
        text.add("alpha", Scene.shown(alpha))
        text.add("renyi", Scene.shown(measures.renyi))
        text.add("limitZero", Scene.shown(measures.limits[0]))
        text.add("limitOne", Scene.shown(measures.limits[1]))
        text.add("limitInfinity", Scene.shown(measures.limits[2]))
        text.add("p", p.probabilities.map { Scene.shown($0) })
        text.add("q", q.probabilities.map { Scene.shown($0) })
        for (key, value) in measures.values { text.add(key, Scene.shown(value)) }
      }
    }
  }
}
