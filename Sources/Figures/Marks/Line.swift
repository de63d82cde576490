extension Mark {
  /// A line through points in their order.
  public struct Line: DrawableMark, Sendable {
    /// The points; one that is not finite breaks the line, except x = +∞ on a scale that has a place for it:
    /// there the line goes on as dots.
    public var points: [SIMD2<Double>]
    /// The paint.
    public var paint: Paint
    /// The width in CSS pixels.
    public var width: Double
    /// Lengths drawn and left out in turn; empty for an unbroken line.
    public var dash: [Double]
    /// The form drawn at each point; none by default.
    public var form: Points.Form?
    /// The name in the legend; empty for none.
    public var label: String

    /// A line through points.
    public init(
      _ points: [SIMD2<Double>], paint: Paint = .accent, width: Double = 2.2, dash: [Double] = [],
      form: Points.Form? = nil, label: String = ""
    ) {
      self.points = points
      self.paint = paint
      self.width = width
      self.dash = dash
      self.form = form
      self.label = label
    }

    var reach: Reach {
      var result = Reach()
      for point in points where !point.x.isNaN && !point.y.isNaN {
        result.x.include(point.x)
        result.y.include(point.y)
      }
      return result
    }

    var legend: [LegendEntry] {
      guard !label.isEmpty else { return [] }
      return [LegendEntry(label, .line(paint, width: width, dash: dash), form: form)]
    }

    func draw(in context: inout PlotContext) {
      var path = Path()
      var beyond = Path()
      var marks = Path()
      var last: SIMD2<Double>?
      for point in points {
        let place = context.place(point)
        guard place.isFinite else {
          last = nil
          continue
        }
        if let last {
          if point.x.isInfinite {
            beyond.polyline([last, place])
          } else {
            path.line(to: place)
          }
        } else {
          path.move(to: place)
        }
        last = point.x.isInfinite ? nil : place
        if let form { Points.append(form, at: place, size: width + 5, to: &marks) }
      }
      let colour = context.colour(paint)
      context.list.stroke(
        beyond, .init(colour, width: width, dash: [0.01, width * 2.2], cap: .round))
      context.list.stroke(
        path, .init(colour, width: width, dash: dash, cap: dash.isEmpty ? .round : .butt, join: .round))
      if let form {
        Points.paint(marks, form, colour, edge: context.theme.background, in: &context.list)
      }
    }
  }
}
