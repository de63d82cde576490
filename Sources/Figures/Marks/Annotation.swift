extension Mark {
  /// A text at a point of the data, if wanted with a thin line that leads to it.
  public struct Annotation: DrawableMark, Sendable {
    /// The text; "\n" begins a new line.
    public var text: String
    /// The point that is spoken of.
    public var point: SIMD2<Double>
    /// Where the text stands from there, in CSS pixels, y down.
    public var offset: SIMD2<Double>
    /// Which end of the text stands there.
    public var anchor: TextRun.Anchor
    /// The paint.
    public var paint: Paint
    /// The font size; the theme's small one by default.
    public var size: Double?
    /// The weight, 400 regular … 700 bold.
    public var weight: Int
    /// Whether the text stands on a patch of the page's colour, to be read over a picture.
    public var hasPatch: Bool
    /// Whether a line leads from the text to the point.
    public var hasLeader: Bool

    /// A text at a point.
    @export(interface)
    public init(
      _ text: String, at point: SIMD2<Double>, offset: SIMD2<Double> = SIMD2(0, -12),
      anchor: TextRun.Anchor = .middle, paint: Paint = .ink, size: Double? = nil, weight: Int = 400,
      hasPatch: Bool = false, hasLeader: Bool = false
    ) {
      self.text = text
      self.point = point
      self.offset = offset
      self.anchor = anchor
      self.paint = paint
      self.size = size
      self.weight = weight
      self.hasPatch = hasPatch
      self.hasLeader = hasLeader
    }

    var reach: Reach {
      Reach(x: Extent(of: [point.x]), y: Extent(of: [point.y]))
    }

    func draw(in context: inout PlotContext) {}

    func drawOver(in context: inout PlotContext) {
      let place = context.place(point)
      guard place.isFinite, context.plot.inset(by: -2).holds(place) else { return }
      let size = size ?? context.theme.tickSize
      let lines = TextMetrics.lines(text, size: size, weight: weight, width: context.plot.width)
      let widest = lines.reduce(0) { Swift.max($0, TextMetrics.width($1, size: size, weight: weight)) }
      let leading = size * 1.35
      var at = place + offset
      // A text that would leave the plot is pushed back into it, or into the drawing where it is too wide.
      let share = anchor == .start ? 0 : anchor == .middle ? 0.5 : 1.0
      let fits = widest + 8 < context.plot.width
      let leftEnd = fits ? context.plot.x + 4 : 3
      let rightEnd = fits ? context.plot.right - 4 : context.list.width - 3
      let left = Swift.max(Swift.min(at.x - share * widest, rightEnd - widest), leftEnd)
      at.x = left + share * widest
      let top = at.y - leading * Double(lines.count - 1) / 2 - size * 0.62
      let block = Box(
        x: left - 4, y: top - 3, width: widest + 8,
        height: leading * Double(lines.count - 1) + size * 1.24 + 6)
      if hasLeader { drawLeader(from: block, to: place, in: &context) }
      if hasPatch {
        var patch = Path()
        patch.rectangle(block, radius: 4)
        context.list.fill(patch, context.theme.background.opacity(0.86))
      }
      for (index, line) in lines.enumerated() {
        let shift = (Double(index) - Double(lines.count - 1) / 2) * leading
        context.list.text(
          TextRun(
            line, at: at + SIMD2(0, shift), size: size, anchor: anchor, baseline: .middle, weight: weight,
            colour: context.colour(paint)))
      }
    }

    private func drawLeader(from block: Box, to place: SIMD2<Double>, in context: inout PlotContext) {
      let start = SIMD2(
        Swift.min(Swift.max(place.x, block.x), block.right),
        Swift.min(Swift.max(place.y, block.y), block.bottom))
      let way = place - start
      guard way.length > 8 else { return }
      var path = Path()
      path.polyline([start, place - way / way.length * 5])
      context.list.stroke(path, .init(context.colour(paint).opacity(0.7), width: 1))
    }
  }
}
