import Fields
import Formats

extension Scene {
  /// The critical points of the view: where they are, what they are, and whether there may be others.
  func criticalReading(_ found: CriticalPoints<FlowType>, in json: inout JSONWriter.Object) {
    criticalReading(found, found.points, in: &json) { (point, item: inout JSONWriter.Object) in
      let type = point.isDegenerate ? FlowType.Kind.degenerate : point.nature.settled
      item.add("type", type.name.description)
    }
  }

  /// The critical points of the view, of a scalar field, the lowest first, with the curvatures there.
  func criticalReading(
    _ found: CriticalPoints<Criticality>, of field: ScalarExpressionField, in json: inout JSONWriter.Object
  ) {
    let values = found.points.map { field.value(at: $0.location) }
    // NaN, where there is no value, comes last.
    let order = values.indices.sorted { first, second in
      values[first] < values[second] || (values[first] == values[second] && first < second)
        || (values[second].isNaN && !values[first].isNaN)
    }
    var index = 0
    criticalReading(found, order.map { found.points[$0] }, in: &json) {
      (point, item: inout JSONWriter.Object) in
      let type = point.isDegenerate ? CriticalPointKind.degenerate : point.nature.settled
      item.add("type", type.name.description)
      let value = values[order[index]]
      index += 1
      item.add("value", value)
      item.add("eigenvalues", point.nature.eigenvalues)
      item.add("condition", point.nature.condition)
      item.array("shown") { (texts: inout JSONWriter.Array) in
        texts.add(Scene.short(value))
        texts.add(Scene.short(point.nature.eigenvalues))
        texts.add(point.isDegenerate ? "∞" : Scene.short(point.nature.condition))
        texts.add(Scene.short(2 / (point.nature.eigenvalues.last ?? .nan)))
      }
    }
  }

  private func criticalReading<Nature>(
    _ found: CriticalPoints<Nature>, _ points: [CriticalPoint<Nature>], in json: inout JSONWriter.Object,
    describe: (CriticalPoint<Nature>, inout JSONWriter.Object) -> Void
  ) {
    json.object("criticalPoints") { (object: inout JSONWriter.Object) in
      object.array("points") { (list: inout JSONWriter.Array) in
        for point in points {
          list.object { (item: inout JSONWriter.Object) in
            item.add("point", point.location)
            item.add("errorRadius", point.errorRadius)
            describe(point, &item)
            item.add("isDegenerate", point.isDegenerate)
            item.add("isProven", point.evidence == .unique || point.evidence == .exists)
            if let index = point.index { item.add("index", index) } else { item.addNull("index") }
            item.object("text") { (text: inout JSONWriter.Object) in
              text.add(
                "point", Scene.shown(point.location.map { Scene.coordinate($0, within: point.errorRadius) }))
              text.add("index", point.index.map { Scene.signed($0) } ?? "?")
            }
          }
        }
      }
      object.add("regions", found.regions.count)
      object.add("completeness", Scene.word(found.completeness).description)
      object.add("isExhausted", found.isExhausted)
      Scene.add(found.indexCheck, to: &object)
    }
  }

  private static func add(_ check: IndexCheck, to json: inout JSONWriter.Object) {
    json.object("indexCheck") { (object: inout JSONWriter.Object) in
      switch check {
      case .agrees(let sum):
        object.add("verdict", "agrees")
        object.add("border", sum)
        object.add("inside", sum)
        object.add("text", signed(sum))
      case .disagrees(let border, let inside):
        object.add("verdict", "disagrees")
        object.add("border", border)
        object.add("inside", inside)
        object.add("text", signed(border))
      case .notCheckable: object.add("verdict", "open")
      }
    }
  }

  private static func word(_ completeness: Completeness) -> StaticString {
    switch completeness {
    case .proven: return "proven"
    case .provenElsewhere: return "provenElsewhere"
    case .notProven: return "notProven"
    }
  }

  /// A coordinate that is 0 for all that is known is shown as 0.
  static func coordinate(_ value: Double, within error: Double) -> Double {
    value.magnitude <= error ? 0 : value
  }

  /// A whole number with its sign.
  private static func signed(_ value: Int) -> String { (value > 0 ? "+" : "") + shown(Double(value)) }
}
