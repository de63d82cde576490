extension Mark {
  /// A polygon or a circle of the data, outlined or filled.
  public struct Shape: DrawableMark, Sendable {
    /// What is drawn.
    public enum Form: Sendable {
      /// A closed polygon.
      case polygon([SIMD2<Double>])
      /// A circle of the data's plane: an ellipse on the page where the axes are not equal.
      case circle(centre: SIMD2<Double>, radius: Double)
    }

    /// The form.
    public var form: Form
    /// The paint of the outline; none for no outline.
    public var stroke: Paint?
    /// The paint inside; none for no filling.
    public var fill: Paint?
    /// The width of the outline in CSS pixels.
    public var width: Double
    /// Lengths drawn and left out in turn.
    public var dash: [Double]
    /// The name in the legend; empty for none.
    public var label: String

    /// A polygon or a circle.
    public init(
      _ form: Form, stroke: Paint? = .accent, fill: Paint? = nil, width: Double = 2, dash: [Double] = [],
      label: String = ""
    ) {
      self.form = form
      self.stroke = stroke
      self.fill = fill
      self.width = width
      self.dash = dash
      self.label = label
    }

    var reach: Reach {
      switch form {
      case .polygon(let corners):
        let finite = corners.filter { $0.isFinite }
        return Reach(x: Extent(of: finite.map { $0.x }), y: Extent(of: finite.map { $0.y }))
      case .circle(let centre, let radius):
        return Reach(
          x: Extent(of: [centre.x - radius, centre.x + radius]),
          y: Extent(of: [centre.y - radius, centre.y + radius]))
      }
    }

    var legend: [LegendEntry] {
      guard !label.isEmpty else { return [] }
      if let stroke { return [LegendEntry(label, .line(stroke, width: width, dash: dash))] }
      return [LegendEntry(label, .box(fill ?? .quiet))]
    }

    func draw(in context: inout PlotContext) {
      var path = Path()
      switch form {
      case .polygon(let corners): path.polygon(corners.map { context.place($0) }.filter { $0.isFinite })
      case .circle(let centre, let radius):
        let place = context.place(centre)
        let unit = context.pixelsPerUnit(at: centre)
        guard place.isFinite, unit.isFinite, radius.isFinite else { return }
        path.ellipse(centre: place, radii: unit * abs(radius))
      }
      if let fill { context.list.fill(path, context.colour(fill)) }
      if let stroke {
        context.list.stroke(path, .init(context.colour(stroke), width: width, dash: dash, join: .round))
      }
    }
  }
}
