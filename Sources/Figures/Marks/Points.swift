extension Mark {
  /// Points of one kind.
  public struct Points: DrawableMark, Sendable {
    /// The form of a point; forms tell categories apart where colours cannot.
    public enum Form: Int, CaseIterable, Sendable {
      /// A disc.
      case circle
      /// A square.
      case square
      /// A triangle standing on its side.
      case triangle
      /// A square standing on its corner.
      case diamond
      /// A triangle standing on its corner.
      case wedge
      /// A circle without filling.
      case ring
    }

    /// The points; those that are not finite are not drawn.
    public var points: [SIMD2<Double>]
    /// The form.
    public var form: Form
    /// The paint.
    public var paint: Paint
    /// The diameter of a disc in CSS pixels; other forms have about its area.
    public var size: Double
    /// Whether a thin line in the page's colour sets overlapping points apart.
    public var isEdged: Bool
    /// The name in the legend; empty for none.
    public var label: String

    /// Points of one kind.
    public init(
      _ points: [SIMD2<Double>], form: Form = .circle, paint: Paint = .accent, size: Double = 7,
      isEdged: Bool = true, label: String = ""
    ) {
      self.points = points
      self.form = form
      self.paint = paint
      self.size = size
      self.isEdged = isEdged
      self.label = label
    }

    /// One mark for each category, each with its own colour, form and name.
    ///
    /// `categories[i]` is the index in `names` of the i-th point; points of other indices are left out.
    public static func byCategory(
      _ points: [SIMD2<Double>], categories: [Int], names: [String], size: Double = 7
    ) -> [Mark] {
      names.indices.map { index in
        let own = zip(points, categories).filter { $0.1 == index }.map { $0.0 }
        let form = Form.allCases[index % (Form.allCases.count - 1)]
        return .points(Points(own, form: form, paint: .series(index), size: size, label: names[index]))
      }
    }

    var reach: Reach {
      let finite = points.filter { $0.isFinite }
      return Reach(x: Extent(of: finite.map { $0.x }), y: Extent(of: finite.map { $0.y }))
    }

    var legend: [LegendEntry] {
      label.isEmpty ? [] : [LegendEntry(label, .point(form, paint, size: size))]
    }

    func draw(in context: inout PlotContext) {
      var path = Path()
      for point in points {
        let place = context.place(point)
        if place.isFinite { Points.append(form, at: place, size: size, to: &path) }
      }
      Points.paint(path, form, context.colour(paint), edge: edge(context), in: &context.list)
    }

    private func edge(_ context: PlotContext) -> Colour? {
      isEdged ? context.theme.background.opacity(0.9) : nil
    }

    static func paint(
      _ path: Path, _ form: Form, _ colour: Colour, edge: Colour?, in list: inout DisplayList
    ) {
      if form == .ring {
        if let edge { list.stroke(path, .init(edge, width: 3.4)) }
        list.stroke(path, .init(colour, width: 1.8))
      } else {
        list.fill(path, colour)
        if let edge { list.stroke(path, .init(edge, width: 0.8, join: .round)) }
      }
    }

    static func append(_ form: Form, at place: SIMD2<Double>, size: Double, to path: inout Path) {
      let r = size / 2
      switch form {
      case .circle: path.ellipse(centre: place, radii: SIMD2(r, r))
      case .ring: path.ellipse(centre: place, radii: SIMD2(r - 0.9, r - 0.9))
      case .square:
        let a = r * 0.886  // Half of √π, for the area of the disc.
        path.rectangle(Box(x: place.x - a, y: place.y - a, width: 2 * a, height: 2 * a))
      case .diamond:
        let a = r * 1.253
        path.polygon([
          place + SIMD2(0, -a), place + SIMD2(a, 0), place + SIMD2(0, a), place + SIMD2(-a, 0),
        ])
      case .triangle, .wedge:
        let a = r * (form == .triangle ? 1.4 : -1.4)
        path.polygon([
          place + SIMD2(0, -a), place + SIMD2(0.94 * a, 0.62 * a), place + SIMD2(-0.94 * a, 0.62 * a),
        ])
      }
    }
  }
}
