import Atlas
import Expressions
import Fields
import Formats

extension Scene {
  /// The work along two paths between the same points, and whether the field has a potential in the view.
  func conservativeReading(
    _ field: VectorExpressionField, _ subject: Subject, in json: inout JSONWriter.Object
  ) {
    let first = work(field, along: path)
    let second = work(field, along: detour)
    let gap = Estimate(value: first.value - second.value, error: first.error + second.error)
    trails(field.formula, at: [start.x, start.y], in: &json)
    json.add("from", [start.x, start.y])
    json.add("to", [end.x, end.y])
    json.add("path", path.flatMap { [$0.x, $0.y] })
    json.add("detour", detour.flatMap { [$0.x, $0.y] })
    Scene.add("work", first, to: &json)
    Scene.add("otherWork", second, to: &json)
    Scene.add("difference", gap, to: &json)
    let isEqual =
      gap.value.magnitude <= 10 * gap.error + 1e-9 * max(first.value.magnitude, second.value.magnitude)
    json.add("isEqual", isEqual)
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("from", Scene.shown([start.x, start.y]))
      text.add("to", Scene.shown([end.x, end.y]))
    }
    guard let found = subject.survey?.conservation else { return }
    verdictReading(found, field, in: &json)
  }

  /// ∫ F·dr along the straight lines from the start by the corners to the end.
  private func work(_ field: VectorExpressionField, along corners: [SIMD2<Double>]) -> Estimate {
    let points = ([start] + corners + [end]).map { [$0.x, $0.y] }
    guard let curve = try? Curve.polyline(points), let work = try? field.lineIntegral(along: curve) else {
      return Estimate(value: .nan, error: .nan)
    }
    return Estimate(value: work.value, error: work.error)
  }

  private func verdictReading(
    _ found: Conservation, _ field: VectorExpressionField, in json: inout JSONWriter.Object
  ) {
    json.add("verdict", Scene.word(found.verdict).description)
    json.add("isCurlFree", found.isCurlFree)
    Scene.add(found.curl, to: &json)
    json.array("holes") { (list: inout JSONWriter.Array) in
      for hole in found.holes {
        list.object { (item: inout JSONWriter.Object) in
          Scene.add(
            hole.loop, at: hole.location.map { Scene.coordinate($0, within: hole.errorRadius) }, to: &item)
          item.add("hasPeriod", hole.hasPeriod)
        }
      }
    }
    if let loop = found.witness {
      json.object("witness") { (item: inout JSONWriter.Object) in Scene.add(loop, at: loop.centre, to: &item)
      }
    }
    switch found.potential {
    case .formula(let potential)?:
      addFormula(potential, field, to: &json)
      let scalar = ScalarExpressionField(potential)
      let values = [scalar.value(at: [start.x, start.y]), scalar.value(at: [end.x, end.y])]
      let rounding = 1e-14 * (values[0].magnitude + values[1].magnitude)
      Scene.add("potential", Estimate(value: values[1] - values[0], error: rounding), to: &json)
    case .local(let potential)?: addFormula(potential, field, to: &json)
    case .integrated(_, let residual)?: json.add("potentialResidual", residual)
    case nil: break
    }
  }

  private func addFormula(
    _ potential: Expression, _ field: VectorExpressionField, to json: inout JSONWriter.Object
  ) {
    let symbol = "<math><mi>φ</mi><mo>=</mo>"
    json.add("potentialFormula", symbol + potential.mathML(in: field.variables) + "</math>")
  }

  private static func add(_ evidence: Conservation.CurlEvidence, to json: inout JSONWriter.Object) {
    json.object("curlEvidence") { (object: inout JSONWriter.Object) in
      switch evidence {
      case .provenZero: object.add("kind", "zero")
      case .provenNonzero(let place, let value, _):
        object.add("kind", "nonzero")
        object.add("point", place)
        object.add("value", value.midpoint)
        object.add("text", shown(value.midpoint))
        object.add("pointText", shown(place))
      case .large(let place, let value, let tolerance, _), .small(let place, let value, let tolerance):
        object.add("kind", "open")
        object.add("point", place)
        object.add("value", value)
        object.add("tolerance", tolerance)
        object.add("text", Decimal.text(value.magnitude, significantDigits: 2, minus: .typographic))
        object.add("toleranceText", Decimal.text(tolerance, significantDigits: 2, minus: .typographic))
      }
    }
  }

  private static func add(
    _ loop: Conservation.Loop, at place: [Double], to json: inout JSONWriter.Object
  ) {
    json.add("point", place)
    json.add("centre", loop.centre)
    json.add("radius", loop.radius)
    let circulation = Estimate(value: loop.circulation.value, error: loop.circulation.error)
    Scene.add("circulation", circulation, to: &json)
    json.object("text") { (text: inout JSONWriter.Object) in
      text.add("point", shown(place))
      text.add("radius", Decimal.text(loop.radius, significantDigits: 3))
    }
  }

  /// A verdict as a word for programs.
  private static func word(_ verdict: Conservation.Verdict) -> StaticString {
    switch verdict {
    case .conservative: return "conservative"
    case .notConservative: return "notConservative"
    case .undecided: return "undecided"
    }
  }
}
