import Nabla

/// A phase portrait as text and as JSON.
struct PhaseReport {
  private let portrait: PhasePortrait
  private let formula: Formula

  init(_ portrait: PhasePortrait, formula: Formula) {
    self.portrait = portrait
    self.formula = formula
  }

  private static func number(_ value: Double, _ digits: Int = 8) -> String {
    Formats.Decimal.text(value, significantDigits: digits)
  }

  private static func place(_ point: [Double]) -> String {
    "(" + point.map { number($0) }.joined(separator: ", ") + ")"
  }

  private static func count(_ number: Int, _ noun: String, _ plural: String) -> String {
    "\(number) \(number == 1 ? noun : plural)"
  }

  // MARK: Text

  var text: String {
    let window = portrait.window
    let box = IntervalBox([window.minX...window.maxX, window.minY...window.maxY])
    var text = formula.text + " in " + Critical.shown(box) + "\n\n"
    let points = portrait.criticalPoints.points
    text += PhaseReport.count(points.count, "critical point", "critical points")
    text += "; " + portrait.criticalPoints.completeness.sentence + "\n"
    for point in points {
      text += "  " + PhaseReport.name(point) + " at " + PhaseReport.place(point.location) + "\n"
    }
    for region in portrait.criticalPoints.regions {
      text += "  " + region.kind.name + " in " + Critical.shown(region.bounds) + "\n"
    }
    text += separatrixText + nullclineText
    text += PhaseReport.count(portrait.cycles.count, "limit cycle", "limit cycles") + "\n"
    for cycle in portrait.cycles {
      text += "  " + (cycle.isStable ? "stable" : "unstable") + " through " + PhaseReport.place(cycle.point)
      text += ", period " + PhaseReport.number(cycle.period, 10)
      text += ", multiplier " + PhaseReport.number(cycle.multiplier, 6) + "\n"
    }
    return text + basinText
  }

  private static func name(_ point: CriticalPoint<FlowType>) -> String {
    point.isDegenerate ? "degenerate" : point.nature.settled.name
  }

  private var separatrixText: String {
    var text = PhaseReport.count(portrait.separatrices.count, "separatrix", "separatrices") + "\n"
    for separatrix in portrait.separatrices {
      let saddle = PhaseReport.place(separatrix.saddle)
      text += separatrix.isLeaving ? "  from \(saddle) " : "  into \(saddle) "
      text += separatrix.isLeaving ? "to " : "from "
      text += PhaseReport.place(separatrix.path.end) + ", " + ending(of: separatrix) + "\n"
    }
    return text
  }

  /// Where a separatrix ends: at the border, at rest, or going round.
  private func ending(of separatrix: Separatrix) -> String {
    switch separatrix.path.ending {
    case .outOfDomain: "at the border"
    case .stagnation: "at rest"
    case .notFinite: "where the field ends"
    default: "still moving"
    }
  }

  private var nullclineText: String {
    let names = formula.names.names
    var text = ""
    for component in 0..<2 {
      let own = portrait.nullclines.filter { $0.component == component }
      let name = component < names.count ? String(decoding: names[component], as: UTF8.self) : "?"
      text += PhaseReport.count(own.count, "line", "lines") + " of \(name)′ = 0"
      let closed = own.filter { $0.isClosed }.count
      text += closed > 0 ? ", \(closed) of them closed\n" : "\n"
    }
    return text
  }

  private var basinText: String {
    guard let basins = portrait.basins else { return "" }
    var text = "basins, shares of the window\n"
    var cycles = portrait.cycles.filter { $0.isStable }[...]
    for (index, attractor) in basins.attractors.enumerated() {
      text += "  " + PhaseReport.percent(basins.share(of: index)) + " to the "
      switch attractor {
      case .point(let place): text += "point " + PhaseReport.place(place) + "\n"
      case .cycle:
        text += "cycle through " + (cycles.popFirst().map { PhaseReport.place($0.point) } ?? "") + "\n"
      }
    }
    let rest = basins.share(of: nil)
    return rest > 0 ? text + "  " + PhaseReport.percent(rest) + " to none of these\n" : text
  }

  private static func percent(_ share: Double) -> String {
    Formats.Decimal.fixed(100 * share, places: 1) + " %"
  }

  // MARK: JSON

  var json: [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      json.add("field", formula.quantity.expressions.map { $0.text(in: formula.names) })
      PointReport.add(formula.parameters, to: &json)
      let window = portrait.window
      json.add("window", [window.minX, window.maxX, window.minY, window.maxY])
      json.array("criticalPoints") { (list: inout JSONWriter.Array) in
        for point in portrait.criticalPoints.points {
          list.object { (item: inout JSONWriter.Object) in
            item.add("type", PhaseReport.name(point))
            item.add("location", point.location)
          }
        }
      }
      json.array("regions") { (list: inout JSONWriter.Array) in
        for region in portrait.criticalPoints.regions {
          list.object { (item: inout JSONWriter.Object) in
            item.add("kind", region.kind.name)
            item.array("bounds") { (sides: inout JSONWriter.Array) in
              for side in region.bounds.sides { sides.add([side.lower, side.upper]) }
            }
          }
        }
      }
      json.add("isComplete", portrait.criticalPoints.isComplete)
      addLines(to: &json)
      addCycles(to: &json)
      addBasins(to: &json)
    }
  }

  private func addLines(to json: inout JSONWriter.Object) {
    json.array("separatrices") { (list: inout JSONWriter.Array) in
      for separatrix in portrait.separatrices {
        list.object { (item: inout JSONWriter.Object) in
          item.add("saddle", separatrix.saddle)
          item.add("isLeaving", separatrix.isLeaving)
          item.add("ending", "\(separatrix.path.ending.name)")
          item.add("x", separatrix.path.points.map { $0[0] })
          item.add("y", separatrix.path.points.map { $0[1] })
        }
      }
    }
    json.array("nullclines") { (list: inout JSONWriter.Array) in
      for line in portrait.nullclines {
        list.object { (item: inout JSONWriter.Object) in
          item.add("component", line.component)
          item.add("isClosed", line.isClosed)
          item.add("x", line.x)
          item.add("y", line.y)
        }
      }
    }
  }

  private func addCycles(to json: inout JSONWriter.Object) {
    json.array("cycles") { (list: inout JSONWriter.Array) in
      for cycle in portrait.cycles {
        list.object { (item: inout JSONWriter.Object) in
          item.add("point", cycle.point)
          item.add("period", cycle.period)
          item.add("multiplier", cycle.multiplier)
          item.add("isStable", cycle.isStable)
          item.add("gap", cycle.gap)
          item.add("x", cycle.path.points.map { $0[0] })
          item.add("y", cycle.path.points.map { $0[1] })
        }
      }
    }
  }

  private func addBasins(to json: inout JSONWriter.Object) {
    guard let basins = portrait.basins else { return }
    json.object("basins") { (item: inout JSONWriter.Object) in
      item.add("columns", basins.columns)
      item.add("rows", basins.rows)
      item.array("attractors") { (list: inout JSONWriter.Array) in
        for (index, attractor) in basins.attractors.enumerated() {
          list.object { (entry: inout JSONWriter.Object) in
            switch attractor {
            case .point(let place): entry.add("point", place)
            case .cycle(let number): entry.add("cycle", number)
            }
            entry.add("share", basins.share(of: index))
          }
        }
      }
      item.add("none", basins.share(of: nil))
    }
  }
}
