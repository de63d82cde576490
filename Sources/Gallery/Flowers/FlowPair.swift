import Atlas
import Expressions
import Fields
import Figures
import Formats

/// Two maps of one field over the flowers: its streamlines, and beside them a derivative as colour, with circles in
/// which the derivative's mean is measured at the rim.
struct FlowPair {
  let plane = IrisPlane()
  let field: VectorExpressionField
  /// `.divergence` or `.curl`.
  let layer: FieldLayers
  /// The circles at whose rim the field is measured.
  let circles: [Circle]

  init(field: VectorExpressionField, layer: FieldLayers) {
    self.field = field
    self.layer = layer
    let mean = plane.mean
    circles = [
      Circle(x: mean.x + 1.5, y: mean.y + 1.3, radius: 1),
      Circle(x: mean.x - 1.6, y: mean.y + 0.7, radius: 0.8),
      Circle(x: mean.x + 0.4, y: mean.y - 1.8, radius: 0.6),
    ]
  }

  /// Flux or circulation of a circle over its area: the mean of the divergence or curl inside.
  func mean(_ circle: Circle) -> Double {
    rim(circle) / circle.area
  }

  /// The flux through a circle, or the circulation around it, in cm².
  func rim(_ circle: Circle) -> Double {
    layer == .divergence ? field.flux(through: circle).value : field.circulation(around: circle).value
  }

  /// The least and the greatest divergence or curl at the nodes of a grid over the window.
  var range: Extent {
    let grid = SampleGrid(over: plane.window, columns: 121, rows: 121) { (points, values) in
      if layer == .divergence {
        field.divergences(at: points, into: values)
      } else {
        field.curls(at: points, into: values)
      }
    }
    return grid.range
  }

  /// Fills a figure; the last two texts are the headings of its panels.
  func draw(
    into figure: inout Figure, _ language: Language, subtitle: String, headings: (String, String)
  ) {
    var lines = FieldPicture(window: plane.window, layers: [.streamlines], language: language)
    lines.labels = IrisPlane.labels(language)
    lines.unit = Demonstration.Number.centimetres(language)
    lines.aspect = .equal
    var map = lines
    map.layers = layer
    func panels(_ plots: [FieldPicture.Plot]) -> [Panel] {
      var left = lines.panel(of: field, in: plots.first)
      left.title = headings.0
      left.marks = plane.points(language, size: 5.5) + left.marks.map { quieter($0) } + plane.meanMarks
      var right = map.panel(of: field, in: plots.last)
      right.title = headings.1
      right.y.label = ""
      right.y.unit = ""
      right.colourBar?.unit = language.text("cm/cm", "厘米/厘米")
      right.marks += circles.flatMap { marks($0) } + [constant]
      return [left, right]
    }
    figure.subtitle = subtitle
    // The first layout has no streamlines yet: it tells how large the plots are.
    figure.rows = [panels([])]
    figure.rows = [panels(figure.plots)]
  }

  // The colours are for the species.
  private func quieter(_ mark: Mark) -> Mark {
    guard case .polylines(var lines) = mark else { return mark }
    lines.paint = .ink.opacity(0.72)
    return .polylines(lines)
  }

  /// What the colour of the map means; nothing is written where the derivative is not the same everywhere.
  private var constant: Mark {
    let range = range
    let symbol = layer == .divergence ? "∇·F = " : "∇×F = "
    let text = range.lower == range.upper ? symbol + Decimal.text(range.lower, minus: .typographic) : ""
    return .annotation(
      Mark.Annotation(
        text, at: plane.mean + SIMD2(-1.7, -1.5), offset: SIMD2(0, 0), paint: .overlay, size: 16, weight: 600)
    )
  }

  private func marks(_ circle: Circle) -> [Mark] {
    let centre = SIMD2(circle.x, circle.y)
    let text = Decimal.fixed(mean(circle), places: 4, minus: .typographic)
    return [
      .shape(Mark.Shape(.circle(centre: centre, radius: circle.radius), stroke: .overlay, width: 1.6)),
      .annotation(Mark.Annotation(text, at: centre, offset: SIMD2(0, 0), paint: .overlay)),
    ]
  }
}
