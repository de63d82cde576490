import Nabla

/// The way of one optimizer as text and as JSON.
struct DescentReport {
  let path: DescentPath
  let flow: GradientFlow?
  private let stability: Stability?

  init(_ path: DescentPath, _ flow: GradientFlow?, _ loss: AnyScalarField) {
    self.path = path
    self.flow = flow
    stability = path.stability(on: loss)
  }

  private static func number(_ value: Double, _ digits: Int = 8) -> String {
    Formats.Decimal.text(value, significantDigits: digits)
  }

  private var ending: String {
    switch path.ending {
    case .underway: "underway"
    case .converged: "converged"
    case .tooManySteps: "the steps are used up"
    case .diverged(let step): "diverged at step \(step)"
    case .unbounded(let step): "the loss falls without bound at step \(step)"
    case .notFinite(let step): "the loss is not finite where step \(step) leads"
    case .stalled(let step): "step \(step) no longer moves it"
    }
  }

  var text: String {
    let place = path.end.map { DescentReport.number($0) }.joined(separator: ", ")
    var text = "\(path.name): \(ending)\n"
    text += "  steps      \(path.steps)\n"
    text += "  end        (\(place))\n"
    text += "  loss       \(DescentReport.number(path.losses[path.losses.count - 1]))\n"
    text += "  |gradient| \(DescentReport.number(path.gradientNorms[path.gradientNorms.count - 1], 3))\n"
    if let flow, let farthest = flow.distances(to: path).filter({ $0.isFinite }).max() {
      let measure = flow.comparison(with: path) == .sameTime ? "at the same time" : "from its curve"
      text += "  from the gradient flow at most \(DescentReport.number(farthest, 3)) (\(measure))\n"
    }
    if let stability, stability.curvature.isNaN {
      text += "  the curvature at the lowest point is not finite: it sets no limit to the rate\n"
    } else if let stability, stability.limit == .infinity {
      let curvature = DescentReport.number(stability.curvature, 4)
      text += "  nothing bends up at the lowest point: no rate is too large there (λmax = \(curvature))\n"
    } else if let stability {
      let (rate, limit) = (DescentReport.number(stability.rate, 4), DescentReport.number(stability.limit, 4))
      let verdict = stability.isExceeded ? "unstable: it is above" : "stable: it is below"
      text +=
        "  rate \(rate), \(verdict) the limit \(limit) at the lowest point (λmax = \(DescentReport.number(stability.curvature, 4)))\n"
    }
    return text
  }

  func add(to item: inout JSONWriter.Object) {
    item.add("optimizer", "\(path.name)")
    item.add("ending", "\(path.ending.name)")
    item.add("steps", path.steps)
    item.add("end", path.end)
    item.add("losses", path.losses)
    item.add("gradientNorms", path.gradientNorms)
    if let flow { item.add("distancesToGradientFlow", flow.distances(to: path)) }
    if let stability {
      item.object("stability") { (json: inout JSONWriter.Object) in
        json.add("rate", stability.rate)
        json.add("limit", stability.limit)
        json.add("curvature", stability.curvature)
        json.add("isExceeded", stability.isExceeded)
      }
    }
  }
}
