extension Mark {
  /// A straight line across the plot, with or without a word on it.
  public struct Rule: DrawableMark, Sendable {
    /// Where a rule lies.
    public enum Position: Sendable {
      /// At a height, across the whole plot.
      case horizontal(Double)
      /// At an x, over the whole height.
      case vertical(Double)
      /// From one point to another.
      case segment(SIMD2<Double>, SIMD2<Double>)
    }

    /// Where it lies.
    public var position: Position
    /// The paint.
    public var paint: Paint
    /// The width in CSS pixels.
    public var width: Double
    /// Lengths drawn and left out in turn.
    public var dash: [Double]
    /// What is written at its end; empty for nothing.
    public var text: String
    /// The name in the legend; empty for none.
    public var label: String

    /// A straight line.
    public init(
      _ position: Position, paint: Paint = .quiet, width: Double = 1.3, dash: [Double] = [5, 4],
      text: String = "", label: String = ""
    ) {
      self.position = position
      self.paint = paint
      self.width = width
      self.dash = dash
      self.text = text
      self.label = label
    }

    var reach: Reach {
      switch position {
      case .horizontal(let y): Reach(y: Extent(of: [y]))
      case .vertical(let x): Reach(x: Extent(of: [x]))
      case .segment(let a, let b): Reach(x: Extent(of: [a.x, b.x]), y: Extent(of: [a.y, b.y]))
      }
    }

    var legend: [LegendEntry] {
      label.isEmpty ? [] : [LegendEntry(label, .line(paint, width: width, dash: dash))]
    }

    private func ends(in context: PlotContext) -> (SIMD2<Double>, SIMD2<Double>) {
      let plot = context.plot
      switch position {
      case .horizontal(let y):
        let height = plot.bottom - context.y.position(y) * plot.height
        return (SIMD2(plot.x, height), SIMD2(plot.right, height))
      case .vertical(let x):
        let place = plot.x + context.x.position(x) * plot.width
        return (SIMD2(place, plot.bottom), SIMD2(place, plot.y))
      case .segment(let a, let b): return (context.place(a), context.place(b))
      }
    }

    func draw(in context: inout PlotContext) {
      let (from, to) = ends(in: context)
      guard from.isFinite, to.isFinite else { return }
      var path = Path()
      path.polyline([from, to])
      context.list.stroke(path, .init(context.colour(paint), width: width, dash: dash))
    }

    func drawOver(in context: inout PlotContext) {
      let (from, to) = ends(in: context)
      guard !text.isEmpty, from.isFinite, to.isFinite else { return }
      let size = context.theme.tickSize
      let plot = context.plot.inset(by: -1)
      guard plot.holds(from) || plot.holds(to) else { return }
      let width = TextMetrics.width(text, size: size)
      let colour = context.colour(paint)
      switch position {
      case .horizontal:
        // Above the line, below it where the plot ends.
        let isHigh = to.y - size - 4 < plot.y
        let place = SIMD2(plot.right - 5, isHigh ? to.y + 5 + size * 0.9 : to.y - 5)
        context.list.text(TextRun(text, at: place, size: size, anchor: .end, colour: colour))
      case .vertical:
        let isRight = to.x + width + 8 > plot.right
        let place = SIMD2(to.x + (isRight ? -6 : 6), plot.y + size + 3)
        context.list.text(
          TextRun(text, at: place, size: size, anchor: isRight ? .end : .start, colour: colour))
      case .segment:
        let place = (from + to) * 0.5 + SIMD2(0, -6)
        context.list.text(TextRun(text, at: place, size: size, anchor: .middle, colour: colour))
      }
    }
  }
}
