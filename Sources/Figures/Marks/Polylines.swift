extension Mark {
  /// Polylines with arrowheads along them, such as streamlines.
  public struct Polylines: DrawableMark, Sendable {
    /// The lines; a point that is not finite breaks its line.
    public var lines: [[SIMD2<Double>]]
    /// A value at each point of each line, for the colours; empty for none.
    public var values: [[Double]]
    /// The colours of the values.
    public var colours: ColourScale?
    /// The paint where there are no colours.
    public var paint: Paint
    /// The width in CSS pixels.
    public var width: Double
    /// The distance between arrowheads in CSS pixels; 0 for none.
    public var arrowSpacing: Double
    /// The name in the legend; empty for none.
    public var label: String

    /// Lines with arrowheads.
    public init(
      _ lines: [[SIMD2<Double>]], values: [[Double]] = [], colours: ColourScale? = nil,
      paint: Paint = .accent, width: Double = 1.3, arrowSpacing: Double = 150, label: String = ""
    ) {
      self.lines = lines
      self.values = values
      self.colours = colours
      self.paint = paint
      self.width = width
      self.arrowSpacing = arrowSpacing
      self.label = label
    }

    var reach: Reach {
      var result = Reach()
      for line in lines {
        for point in line where point.isFinite {
          result.x.include(point.x)
          result.y.include(point.y)
        }
      }
      return result
    }

    var legend: [LegendEntry] {
      label.isEmpty ? [] : [LegendEntry(label, .line(paint, width: width, dash: []))]
    }

    private static let colourSteps = 16

    func draw(in context: inout PlotContext) {
      let isColoured = colours != nil && !values.isEmpty
      let count = isColoured ? Polylines.colourSteps : 1
      var strokes = [Path](repeating: Path(), count: count)
      var heads = [Path](repeating: Path(), count: count)
      for (index, line) in lines.enumerated() {
        let own = isColoured && index < values.count ? values[index] : []
        append(line.map { context.place($0) }, own, &strokes, &heads, context.plot)
      }
      for bin in strokes.indices {
        var colour = context.colour(paint)
        if isColoured, let colours {
          let share = (Double(bin) + 0.5) / Double(count)
          colour = colours(colours.domain.lower + share * (colours.domain.upper - colours.domain.lower))
        }
        context.list.stroke(strokes[bin], .init(colour, width: width, cap: .round, join: .round))
        context.list.fill(heads[bin], colour)
      }
    }

    private func bin(_ value: Double, of count: Int) -> Int {
      guard count > 1, let domain = colours?.domain, value.isFinite else { return 0 }
      let share = (value - domain.lower) / (domain.upper - domain.lower)
      return Int(Swift.min(Swift.max(share * Double(count), 0), Double(count - 1)))
    }

    private func append(
      _ line: [SIMD2<Double>], _ values: [Double], _ strokes: inout [Path], _ heads: inout [Path],
      _ plot: Box
    ) {
      guard line.count > 1 else { return }
      var total = 0.0
      for (a, b) in zip(line, line.dropFirst()) where a.isFinite && b.isFinite { total += (b - a).length }
      // Heads stand evenly; a line shorter than the spacing has one in its middle, a tiny one has none.
      let pieces =
        arrowSpacing > 0 && total > 28 ? Swift.max(1, (total / arrowSpacing).rounded(.toNearestOrEven)) : 0
      let gap = pieces > 0 ? total / pieces : .infinity
      var next = gap / 2
      var travelled = 0.0
      var current = -1
      for index in 1..<line.count {
        let from = line[index - 1]
        let to = line[index]
        guard from.isFinite, to.isFinite else {
          current = -1
          continue
        }
        let bin = bin(index < values.count ? values[index] : 0, of: strokes.count)
        if bin != current { strokes[bin].move(to: from) }
        strokes[bin].line(to: to)
        current = bin
        let step = (to - from).length
        if travelled + step >= next, step > 0 {
          let shape = ArrowShape(width: width)
          let tip = from + (to - from) * ((next - travelled) / step)
          let along = (to - from) / step
          // The head is centred on its place, and left out where the border would cut it.
          let end = tip + along * (width * 1.8 + 1.5)
          if plot.inset(by: 4).holds(end) { shape.appendHead(at: end, along: to - from, to: &heads[bin]) }
          next += gap
        }
        travelled += step
      }
    }
  }
}

extension Box {
  func holds(_ point: SIMD2<Double>) -> Bool {
    point.x >= x && point.x <= right && point.y >= y && point.y <= bottom
  }
}
