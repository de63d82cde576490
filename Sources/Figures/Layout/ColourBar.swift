/// The key of a panel's colours, to the right of its plot.
public struct ColourBar: Sendable {
  /// The colours.
  public var colours: ColourScale
  /// What the values are.
  public var label: String
  /// Their unit; empty for none.
  public var unit: String
  /// The levels between bands where the bar shows bands; empty for a continuous bar.
  public var levels: [Double]

  /// A key of continuous colours, or of bands where levels are given.
  public init(_ colours: ColourScale, label: String = "", unit: String = "", levels: [Double] = []) {
    self.colours = colours
    self.label = label
    self.unit = unit
    self.levels = levels.filter { $0.isFinite }.sorted()
  }

  /// The key of a mark's bands.
  public init(_ bands: Mark.Bands, label: String = "", unit: String = "") {
    self.init(bands.colours, label: label, unit: unit, levels: bands.levels)
  }

  static let barWidth = 14.0
  static let gap = 16.0

  private var isStepped: Bool { levels.count >= 2 }

  private var scale: Scale {
    if isStepped, let first = levels.first, let last = levels.last {
      return Scale(.linear, domain: Extent(first, last))
    }
    return Scale(.linear, domain: colours.domain)
  }

  private func ticks(height: Double) -> Ticks {
    scale.ticks(count: Swift.max(2, Swift.min(10, Int(height / 34))))
  }

  private var caption: String { Axis(label, unit: unit).caption }

  /// The room that the bar takes to the right of the plot.
  func width(height: Double, theme: Theme) -> Double {
    let ticks = ticks(height: height)
    let widest = ticks.major.reduce(0) {
      Swift.max($0, TextMetrics.width($1.label, size: theme.tickSize))
    }
    let label = caption.isEmpty ? 0 : theme.labelSize + 12
    return ColourBar.gap + ColourBar.barWidth + 7 + widest + label
  }

  /// Draws the bar beside a plot.
  func draw(beside plot: Box, theme: Theme, in list: inout DisplayList) {
    let box = Box(x: plot.right + ColourBar.gap, y: plot.y, width: ColourBar.barWidth, height: plot.height)
    let scale = scale
    func height(_ value: Double) -> Double { box.bottom - scale.position(value) * box.height }
    if isStepped {
      for (lower, upper) in zip(levels, levels.dropFirst()) {
        fill(box, below: height(lower), colours(lower * 0.5 + upper * 0.5), &list)
      }
    } else {
      // Steps are painted over each other from below, which leaves no seams.
      let steps = 96
      for step in 0..<steps {
        let value = scale.value(at: (Double(step) + 0.5) / Double(steps))
        fill(box, below: box.bottom - Double(step) / Double(steps) * box.height, colours(value), &list)
      }
    }
    var outline = Path()
    outline.rectangle(box)
    list.stroke(outline, .init(theme.quiet.opacity(0.55), width: 0.8))
    drawTicks(box, theme, in: &list)
  }

  private func fill(_ box: Box, below y: Double, _ colour: Colour, _ list: inout DisplayList) {
    var path = Path()
    path.rectangle(Box(x: box.x, y: box.y, width: box.width, height: y - box.y))
    list.fill(path, colour)
  }

  private func drawTicks(_ box: Box, _ theme: Theme, in list: inout DisplayList) {
    let ticks = ticks(height: box.height)
    var marks = Path()
    var widest = 0.0
    for tick in ticks.major {
      let y = box.bottom - scale.position(tick.value) * box.height
      marks.polyline([SIMD2(box.right, y), SIMD2(box.right + 4, y)])
      let place = SIMD2(box.right + 7, y)
      list.text(
        TextRun(tick.label, at: place, size: theme.tickSize, baseline: .middle, colour: theme.quiet))
      widest = Swift.max(widest, TextMetrics.width(tick.label, size: theme.tickSize))
    }
    list.stroke(marks, .init(theme.quiet.opacity(0.7), width: 1))
    AxisPainter.writeShared(
      ticks, at: SIMD2(box.x, box.y - 8), anchor: .start, size: theme.tickSize - 1, theme.quiet, in: &list)
    guard !caption.isEmpty else { return }
    let x = box.right + 7 + widest + 8 + theme.labelSize * 0.88
    list.text(
      TextRun(
        caption, at: SIMD2(x, box.midY), size: theme.labelSize, anchor: .middle, rotation: -90,
        colour: theme.ink))
  }
}
