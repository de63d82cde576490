extension Mark {
  /// The area between two lines.
  public struct Area: DrawableMark, Sendable {
    /// One line, from left to right.
    public var lower: [SIMD2<Double>]
    /// The other line, from left to right.
    public var upper: [SIMD2<Double>]
    /// The paint.
    public var paint: Paint
    /// The name in the legend; empty for none.
    public var label: String

    /// The area between two lines; points that are not finite are left out.
    public init(
      between lower: [SIMD2<Double>], and upper: [SIMD2<Double>], paint: Paint = .accent.opacity(0.22),
      label: String = ""
    ) {
      self.lower = lower
      self.upper = upper
      self.paint = paint
      self.label = label
    }

    /// The area between a line and a height.
    public init(
      under line: [SIMD2<Double>], to height: Double = 0, paint: Paint = .accent.opacity(0.22),
      label: String = ""
    ) {
      self.init(between: line.map { SIMD2($0.x, height) }, and: line, paint: paint, label: label)
    }

    var reach: Reach {
      let all = (lower + upper).filter { $0.isFinite }
      return Reach(x: Extent(of: all.map { $0.x }), y: Extent(of: all.map { $0.y }))
    }

    var legend: [LegendEntry] { label.isEmpty ? [] : [LegendEntry(label, .box(paint))] }

    func draw(in context: inout PlotContext) {
      var path = Path()
      let outline = upper + lower.reversed()
      path.polygon(outline.map { context.place($0) }.filter { $0.isFinite })
      // Lines that cross enclose area on both sides of the crossing.
      context.list.fill(path, context.colour(paint))
    }
  }
}
