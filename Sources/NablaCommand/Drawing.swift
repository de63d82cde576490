import Nabla

/// A picture of a field, and what it shows as numbers.
struct Drawing {
  var figure: Figure
  /// The field, if it was given by a formula and not by a scene.
  var formula: Formula?
  /// The part of the plane that was asked for.
  var asked: Window?
  /// The words of the layers.
  var layers: [String] = []
  /// The potential whose level lines are drawn.
  var potential: Conservation.Potential?
  /// Find the critical points that are marked: of a vector field, or of a scalar one.
  var zeros: (IntervalBox) -> CriticalPoints<FlowType>? = { _ in nil }
  var extrema: (IntervalBox) -> CriticalPoints<Criticality>? = { _ in nil }

  init(figure: Figure) { self.figure = figure }

  /// The figure as numbers: the window that is seen, the range of the colours, the critical points.
  func json(file: String?) -> [UInt8] {
    JSONWriter.object { (json: inout JSONWriter.Object) in
      if let file { json.add("file", file) }
      json.add("title", figure.title)
      json.add("size", [figure.width, figure.height])
      if let formula {
        json.add("field", formula.quantity.expressions.map { $0.text(in: formula.names) })
        PointReport.add(formula.parameters, to: &json)
      }
      if !layers.isEmpty { json.add("layers", layers) }
      if let asked { json.add("asked", [asked.minX, asked.maxX, asked.minY, asked.maxY]) }
      json.array("plots") { (list: inout JSONWriter.Array) in
        for (panel, plot) in zip(figure.rows.joined(), figure.plots) {
          list.object { (item: inout JSONWriter.Object) in Drawing.add(panel, plot.window, to: &item) }
        }
      }
      if let potential, let formula { json.add("potential", Drawing.text(potential, formula)) }
      guard let window = figure.plots.first?.window else { return }
      if let found = zeros(IntervalBox(window)) {
        Drawing.add(found, to: &json) { $0.nature.settled.name }
      }
      if let found = extrema(IntervalBox(window)) {
        Drawing.add(found, to: &json) { $0.nature.kind.name }
      }
    }
  }

  private static func add(_ panel: Panel, _ window: Window, to item: inout JSONWriter.Object) {
    item.add("window", [window.minX, window.maxX, window.minY, window.maxY])
    if !panel.x.unit.isEmpty { item.add("unit", panel.x.unit) }
    guard let bar = panel.colourBar else { return }
    item.object("colour") { (colour: inout JSONWriter.Object) in
      colour.add("quantity", bar.label)
      if !bar.unit.isEmpty { colour.add("unit", bar.unit) }
      colour.add("range", [bar.colours.domain.lower, bar.colours.domain.upper])
    }
  }

  private static func add<Nature>(
    _ found: CriticalPoints<Nature>, to json: inout JSONWriter.Object,
    _ name: (CriticalPoint<Nature>) -> String
  ) {
    json.array("criticalPoints") { (list: inout JSONWriter.Array) in
      for point in found.points {
        list.object { (item: inout JSONWriter.Object) in
          item.add("type", point.isDegenerate ? "degenerate" : name(point))
          item.add("location", point.location)
          item.add("errorRadius", point.errorRadius)
          if let index = point.index { item.add("index", index) } else { item.addNull("index") }
        }
      }
    }
    json.add("isComplete", found.isComplete)
  }

  private static func text(_ potential: Conservation.Potential, _ formula: Formula) -> String {
    switch potential {
    case .formula(let expression), .local(let expression): return expression.text(in: formula.variables)
    case .integrated: return "integrated along straight lines"
    }
  }
}
