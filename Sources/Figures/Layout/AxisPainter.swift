/// Draws the axes around a plot.
struct AxisPainter {
  let theme: Theme
  let plot: Box
  let x: Scale
  let y: Scale
  let xTicks: Ticks
  let yTicks: Ticks
  /// Whether the plot is a map: framed on four sides, without a grid.
  let isMap: Bool
  /// Whether a map has a line around it.
  let hasFrame: Bool

  static let tickLength = 5.0
  static let tickGap = 4.0
  static let exponentShare = 0.74

  private func place(x value: Double) -> Double { plot.x + x.position(value) * plot.width }
  private func place(y value: Double) -> Double { plot.bottom - y.position(value) * plot.height }

  func drawGrid(in list: inout DisplayList) {
    var path = Path()
    if !x.isCategory {
      for tick in xTicks.major where tick.value.isFinite {
        let place = place(x: tick.value)
        path.polyline([SIMD2(place, plot.y), SIMD2(place, plot.bottom)])
      }
    }
    if !y.isCategory {
      for tick in yTicks.major where tick.value.isFinite {
        let place = place(y: tick.value)
        path.polyline([SIMD2(plot.x, place), SIMD2(plot.right, place)])
      }
    }
    list.stroke(path, .init(theme.grid, width: 1))
  }

  func drawAxes(_ xAxis: Axis, _ yAxis: Axis, yLabelX: Double, xLabelY: Double, in list: inout DisplayList) {
    drawSpines(xAxis, yAxis, in: &list)
    drawTicks(in: &list)
    let size = theme.labelSize
    if xAxis.isVisible, !xAxis.caption.isEmpty {
      list.text(
        TextRun(
          xAxis.caption, at: SIMD2(plot.midX, xLabelY), size: size, anchor: .middle, colour: theme.ink))
    }
    if yAxis.isVisible, !yAxis.caption.isEmpty {
      list.text(
        TextRun(
          yAxis.caption, at: SIMD2(yLabelX, plot.midY), size: size, anchor: .middle, rotation: -90,
          colour: theme.ink))
    }
  }

  private func drawSpines(_ xAxis: Axis, _ yAxis: Axis, in list: inout DisplayList) {
    var path = Path()
    if isMap {
      guard hasFrame else { return }
      path.rectangle(plot)
      list.stroke(path, .init(theme.quiet.opacity(0.8), width: 1))
      return
    }
    // Bars that hang below zero have their line there, and none at the bottom.
    let zero = y.position(0)
    let hasInnerZero = x.isCategory && zero > 0.001 && zero < 0.999
    if xAxis.isVisible && !hasInnerZero {
      path.polyline([SIMD2(plot.x, plot.bottom), SIMD2(plot.right, plot.bottom)])
    }
    if yAxis.isVisible && !y.isCategory && !x.isCategory {
      path.polyline([SIMD2(plot.x, plot.y), SIMD2(plot.x, plot.bottom)])
    }
    list.stroke(path, .init(theme.quiet, width: 1, cap: .square))
    if x.showsInfinity && xAxis.isVisible { drawBreak(in: &list) }
  }

  // Two strokes across the axis say that it jumps from the last finite value to ∞.
  private func drawBreak(in list: inout DisplayList) {
    let middle = plot.x + (Scale.finiteEnd + Scale.infinityPlace) / 2 * plot.width
    var gap = Path()
    gap.polyline([SIMD2(middle - 3, plot.bottom), SIMD2(middle + 3, plot.bottom)])
    list.stroke(gap, .init(theme.background, width: 3))
    var strokes = Path()
    for shift in [-3.0, 3.0] {
      strokes.polyline([
        SIMD2(middle + shift - 2.5, plot.bottom + 5), SIMD2(middle + shift + 2.5, plot.bottom - 5),
      ])
    }
    list.stroke(strokes, .init(theme.quiet, width: 1.1))
  }

  private func drawTicks(in list: inout DisplayList) {
    var path = Path()
    let long = AxisPainter.tickLength
    if !x.isCategory {
      for tick in xTicks.major { tickX(tick.value, long, &path) }
      for value in xTicks.minor { tickX(value, long * 0.6, &path) }
    }
    if !y.isCategory {
      for tick in yTicks.major { tickY(tick.value, long, &path) }
      for value in yTicks.minor { tickY(value, long * 0.6, &path) }
    }
    list.stroke(path, .init(theme.quiet.opacity(0.85), width: 1))
    drawXLabels(in: &list)
    for tick in yTicks.major {
      let at = SIMD2(plot.x - long - AxisPainter.tickGap, place(y: tick.value))
      AxisPainter.write(tick, at: at, anchor: .end, size: theme.tickSize, theme.quiet, in: &list)
    }
    let small = theme.tickSize - 1
    AxisPainter.writeShared(
      yTicks, at: SIMD2(plot.x - 4, plot.y - 9), anchor: .start, size: small, theme.quiet, in: &list)
    AxisPainter.writeShared(
      xTicks, at: SIMD2(plot.right, plot.bottom + long + theme.tickSize * 2.5), anchor: .end, size: small,
      theme.quiet, in: &list)
  }

  private func drawXLabels(in list: inout DisplayList) {
    let top = plot.bottom + (x.isCategory ? 3 : AxisPainter.tickLength) + AxisPainter.tickGap
    let slot = plot.width / Double(Swift.max(xTicks.major.count, 1)) - 6
    for tick in xTicks.major {
      let lines =
        x.isCategory ? TextMetrics.lines(tick.label, size: theme.tickSize, width: slot) : [tick.label]
      for (index, line) in lines.enumerated() {
        let height = top + theme.tickSize * (0.5 + 1.25 * Double(index))
        var part = tick
        part.label = line
        AxisPainter.write(
          part, at: SIMD2(place(x: tick.value), height), anchor: .middle, size: theme.tickSize,
          x.isCategory ? theme.ink : theme.quiet, in: &list)
      }
    }
  }

  private func tickX(_ value: Double, _ length: Double, _ path: inout Path) {
    let place = place(x: value)
    path.polyline([SIMD2(place, plot.bottom), SIMD2(place, plot.bottom + length)])
  }

  private func tickY(_ value: Double, _ length: Double, _ path: inout Path) {
    let place = place(y: value)
    path.polyline([SIMD2(plot.x, place), SIMD2(plot.x - length, place)])
  }

  /// The width of a tick's text with its exponent.
  static func width(_ tick: Tick, size: Double) -> Double {
    TextMetrics.width(tick.label, size: size)
      + TextMetrics.width(tick.exponent, size: size * exponentShare)
  }

  /// Writes a tick's text, its exponent raised and smaller, centred at a height.
  static func write(
    _ tick: Tick, at place: SIMD2<Double>, anchor: TextRun.Anchor, size: Double, _ colour: Colour,
    in list: inout DisplayList
  ) {
    if tick.exponent.isEmpty {
      list.text(
        TextRun(tick.label, at: place, size: size, anchor: anchor, baseline: .middle, colour: colour))
      return
    }
    let base = TextMetrics.width(tick.label, size: size)
    let all = width(tick, size: size)
    let start = place.x - (anchor == .start ? 0 : anchor == .middle ? all / 2 : all)
    // Both texts meet at one place, so that a font of other widths leaves no gap between them.
    let joint = start + base
    list.text(
      TextRun(
        tick.label, at: SIMD2(joint, place.y), size: size, anchor: .end, baseline: .middle, colour: colour))
    list.text(
      TextRun(
        tick.exponent, at: SIMD2(joint + 0.5, place.y - size * 0.38), size: size * exponentShare,
        baseline: .middle, colour: colour))
  }

  /// Writes what all labels of an axis share: "×10⁶", "+1 000 000".
  static func writeShared(
    _ ticks: Ticks, at place: SIMD2<Double>, anchor: TextRun.Anchor, size: Double, _ colour: Colour,
    in list: inout DisplayList
  ) {
    guard let tick = shared(ticks) else { return }
    write(tick, at: place, anchor: anchor, size: size, colour, in: &list)
  }

  static func shared(_ ticks: Ticks) -> Tick? {
    if ticks.factorExponent == 0 && ticks.offset.isEmpty { return nil }
    var tick = Tick(0, label: ticks.offset)
    if ticks.factorExponent != 0 {
      let power = abs(ticks.factorExponent)
      tick.label += (ticks.offset.isEmpty ? "" : " ") + "×10"
      tick.exponent = (ticks.factorExponent < 0 ? NumberText.minus : "") + String(power)
    }
    return tick
  }
}
