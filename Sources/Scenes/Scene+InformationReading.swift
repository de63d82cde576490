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
      for (key, value) in measures.values { json.add(key, value) }
      json.object("renyi") { (object: inout JSONWriter.Object) in
        object.add("alpha", alpha)
        object.add("value", measures.renyi)
        object.add("limitZero", measures.limits[0])
        object.add("limitOne", measures.limits[1])
        object.add("limitInfinity", measures.limits[2])
      }
      json.array("infinite") { (list: inout JSONWriter.Array) in
        for (measure, index) in measures.infinite {
          list.object { (item: inout JSONWriter.Object) in
            item.add("measure", measure)
            item.add("index", index)
          }
        }
      }
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

/// Every measure of two distributions in one unit.
public struct Measures: Sendable {
  /// The measures by name, in the order in which they are told.
  public let values: [(String, Double)]
  /// The Rényi divergence of the chosen order.
  public let renyi: Double
  /// The Rényi divergences of the orders 0, 1 and ∞.
  public let limits: [Double]
  /// Which outcome makes which measure infinite.
  public let infinite: [(measure: String, index: Int)]

  /// The measures of two distributions over the same outcomes.
  public init(
    _ p: Distribution, _ q: Distribution, unit: InformationUnit, alpha: Double
  ) throws(DistributionError) {
    func number(_ value: InformationValue) -> Double { value.converted(to: unit).value }
    values = [
      ("entropyP", number(entropy(p))),
      ("entropyQ", number(entropy(q))),
      ("crossEntropyPQ", number(try crossEntropy(p, q))),
      ("crossEntropyQP", number(try crossEntropy(q, p))),
      ("klPQ", number(try kullbackLeibler(p, q))),
      ("klQP", number(try kullbackLeibler(q, p))),
      ("js", number(try jensenShannon(p, q))),
      ("jsBound", number(InformationValue(0.6931471805599453, .nats))),
    ]
    var orders: [Double] = []
    for order in [alpha, 0, 1, .infinity] {
      orders.append(number(try Information.renyi(p, q, order: RenyiOrder(order) ?? .infinity)))
    }
    renyi = orders[0]
    limits = Array(orders[1...])
    var infinite: [(measure: String, index: Int)] = []
    for index in try infiniteTerms(p, q) { infinite.append(("klPQ", index)) }
    for index in try infiniteTerms(q, p) { infinite.append(("klQP", index)) }
    self.infinite = infinite
  }
}
