/// The places of a panel's parts in its cell of the page.
struct PanelLayout {
  struct Insets {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0
  }

  let cell: Box
  var insets = Insets()
  private(set) var plot: Box
  private(set) var x: Scale
  private(set) var y: Scale
  private(set) var xTicks = Ticks()
  private(set) var yTicks = Ticks()

  init(_ panel: Panel, in cell: Box, theme: Theme) {
    self.cell = cell
    (x, y) = panel.scales
    plot = cell.inset(by: 40)
    // Insets depend on tick labels, which depend on the plot's size: two rounds settle it.
    for _ in 0..<2 {
      chooseTicks(panel, theme)
      measure(panel, theme)
      settle(panel, theme: theme)
    }
  }

  /// Fixes the plot within the insets, the scales for equal units, and the ticks.
  mutating func settle(_ panel: Panel, theme: Theme) {
    var box = Box(
      x: cell.x + insets.left, y: cell.y + insets.top,
      width: Swift.max(cell.width - insets.left - insets.right, 10),
      height: Swift.max(cell.height - insets.top - insets.bottom, 10))
    (x, y) = panel.scales
    switch panel.aspect {
    case .free: break
    case .equal:
      let unit = Swift.min(box.width / x.domain.length, box.height / y.domain.length)
      let width = Swift.min(x.domain.length * unit, box.width)
      let height = Swift.min(y.domain.length * unit, box.height)
      if width > 1, height > 1 {
        // The colour bar goes with the plot, so the plot is centred together with it.
        box = Box(
          x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width: width,
          height: height)
      }
    case .equalFilling:
      let unit = Swift.min(box.width / x.domain.length, box.height / y.domain.length)
      if unit > 0, unit.isFinite {
        let halfX = box.width / unit / 2
        let halfY = box.height / unit / 2
        x = Scale(x.kind, domain: Extent(x.domain.middle - halfX, x.domain.middle + halfX))
        y = Scale(y.kind, domain: Extent(y.domain.middle - halfY, y.domain.middle + halfY))
      }
    }
    plot = box
    chooseTicks(panel, theme)
  }

  private mutating func chooseTicks(_ panel: Panel, _ theme: Theme) {
    var count = Swift.max(2, Swift.min(12, Int(plot.width / 46)))
    xTicks = panel.x.resolvedTicks(x, count: count)
    while count > 2, panel.x.ticks == nil, !fits(xTicks, theme) {
      count -= 1
      xTicks = panel.x.resolvedTicks(x, count: count)
    }
    var rows = Swift.max(2, Swift.min(10, Int(plot.height / 38)))
    yTicks = panel.y.resolvedTicks(y, count: rows)
    guard panel.hasEqualUnits, panel.x.ticks == nil, panel.y.ticks == nil else { return }
    // Where units are equal, ticks are equally far apart on both axes: as far as on the sparser one.
    while rows > 2, PanelLayout.step(yTicks) < PanelLayout.step(xTicks) * 0.99 {
      rows -= 1
      yTicks = panel.y.resolvedTicks(y, count: rows)
    }
    while count > 2, PanelLayout.step(xTicks) < PanelLayout.step(yTicks) * 0.99 {
      count -= 1
      xTicks = panel.x.resolvedTicks(x, count: count)
    }
  }

  private static func step(_ ticks: Ticks) -> Double {
    ticks.major.count > 1 ? ticks.major[1].value - ticks.major[0].value : .infinity
  }

  private func fits(_ ticks: Ticks, _ theme: Theme) -> Bool {
    if x.isCategory { return true }
    let size = theme.tickSize
    for (a, b) in zip(ticks.major, ticks.major.dropFirst()) {
      let distance = (x.position(b.value) - x.position(a.value)) * plot.width
      let needed = (AxisPainter.width(a, size: size) + AxisPainter.width(b, size: size)) / 2
      // ∞ stands apart behind the break of its axis and may come nearer.
      if distance < needed + (b.value.isInfinite ? 4 : 16) { return false }
    }
    return true
  }

  private mutating func measure(_ panel: Panel, _ theme: Theme) {
    let size = theme.tickSize
    let tick = AxisPainter.tickLength + AxisPainter.tickGap
    insets = Insets(left: 1, right: 1, top: 2, bottom: 2)
    if panel.y.isVisible {
      let widest = yTicks.major.reduce(0) { Swift.max($0, AxisPainter.width($1, size: size)) }
      insets.left = tick + widest
      if !panel.y.caption.isEmpty { insets.left += theme.labelSize + 10 }
    }
    if panel.x.isVisible {
      insets.bottom = tick + size * Double(xLabelLines(theme))
      if !panel.x.caption.isEmpty || AxisPainter.shared(xTicks) != nil {
        insets.bottom += theme.labelSize * 1.35 + 5
      }
      // Half of the outermost labels sticks out of the plot.
      if !x.isCategory, let first = xTicks.major.first, let last = xTicks.major.last {
        let left = AxisPainter.width(first, size: size) / 2 - x.position(first.value) * plot.width
        let right = AxisPainter.width(last, size: size) / 2 - (1 - x.position(last.value)) * plot.width
        insets.left = Swift.max(insets.left, left + 2)
        insets.right = Swift.max(insets.right, right + 2)
      }
    }
    if !yTicks.major.isEmpty { insets.top = Swift.max(insets.top, size * 0.5) }
    if let bar = panel.colourBar { insets.right = bar.width(height: plot.height, theme: theme) }
    measureTop(panel, theme)
  }

  private mutating func measureTop(_ panel: Panel, _ theme: Theme) {
    let entries = panel.legendEntries
    let legend = Legend(entries: entries, theme: theme)
    var above = 0.0
    if !panel.title.isEmpty { above += Double(titleLines(panel, theme).count) * theme.labelSize * 1.35 + 7 }
    if !entries.isEmpty {
      switch panel.legend {
      case .top: above += Double(legend.rows(width: legendWidth(panel)).count) * legend.rowHeight + 6
      case .right: insets.right += legend.columnWidth + 16
      case .inside, .hidden: break
      }
    }
    if AxisPainter.shared(yTicks) != nil || (panel.hasArrowKey && entries.isEmpty) { above += 18 }
    insets.top = Swift.max(insets.top, above)
  }

  private func legendWidth(_ panel: Panel) -> Double {
    cell.width - insets.left - (panel.hasArrowKey ? 110 : 0)
  }

  private func titleLines(_ panel: Panel, _ theme: Theme) -> [String] {
    TextMetrics.lines(
      panel.title, size: theme.labelSize, weight: 600, width: cell.width - insets.left)
  }

  private func xLabelLines(_ theme: Theme) -> Double {
    guard case .category(let names) = x.kind else { return 1.05 }
    let slot = plot.width / Double(Swift.max(names.count, 1)) - 6
    let most = names.reduce(1) {
      Swift.max($0, TextMetrics.lines($1, size: theme.tickSize, width: slot).count)
    }
    return 1.05 + 1.25 * Double(most - 1)
  }

  /// Draws the panel.
  func draw(_ panel: Panel, index: Int, theme: Theme, in list: inout DisplayList) {
    list.frame(.init(panel: index, plot: plot, x: x, y: y))
    let painter = AxisPainter(
      theme: theme, plot: plot, x: x, y: y, xTicks: xTicks, yTicks: yTicks, isMap: panel.isMap,
      hasFrame: panel.hasFrame)
    if panel.hasGrid ?? !panel.isMap { painter.drawGrid(in: &list) }
    var context = PlotContext(list: list, theme: theme, plot: plot, x: x, y: y)
    context.list.pushClip(plot)
    for mark in panel.marks { mark.draw(in: &context) }
    context.list.popClip()
    list = context.list
    drawAxes(panel, painter, theme, in: &list)
    context.list = list
    for mark in panel.marks { mark.drawOver(in: &context) }
    list = context.list
    panel.colourBar?.draw(beside: plot, theme: theme, in: &list)
    drawHeading(panel, theme, in: &list)
  }

  private func drawAxes(
    _ panel: Panel, _ painter: AxisPainter, _ theme: Theme, in list: inout DisplayList
  ) {
    let tick = AxisPainter.tickLength + AxisPainter.tickGap
    let widest = yTicks.major.reduce(0) { Swift.max($0, AxisPainter.width($1, size: theme.tickSize)) }
    let bottom = plot.bottom + tick + theme.tickSize * xLabelLines(theme) + theme.labelSize * 1.2 + 4
    painter.drawAxes(
      panel.x, panel.y, yLabelX: plot.x - tick - widest - 10, xLabelY: bottom, in: &list)
  }

  private func drawHeading(_ panel: Panel, _ theme: Theme, in list: inout DisplayList) {
    let entries = panel.legendEntries
    let legend = Legend(entries: entries, theme: theme)
    var bottom = plot.y - 6
    if AxisPainter.shared(yTicks) != nil || (panel.hasArrowKey && entries.isEmpty) { bottom -= 18 }
    if !entries.isEmpty {
      switch panel.legend {
      case .top:
        let width = legendWidth(panel)
        bottom -= Double(legend.rows(width: width).count) * legend.rowHeight
        legend.drawRows(from: SIMD2(plot.x, bottom + legend.rowHeight / 2), width: width, in: &list)
        bottom -= 2
      case .right:
        let shift = panel.colourBar?.width(height: plot.height, theme: theme) ?? 0
        legend.drawColumn(from: SIMD2(plot.right + shift + 16, plot.y), in: &list)
      case .inside(let corner): legend.draw(in: corner, of: plot, in: &list)
      case .hidden: break
      }
    }
    let lines = titleLines(panel, theme)
    let top = plot.y - insets.top
    for (index, line) in lines.enumerated() {
      // Titles of a row stand at one height, whatever lies between them and their plots.
      let y = top + (Double(index) + 0.8) * theme.labelSize * 1.35
      list.text(
        TextRun(line, at: SIMD2(plot.x, y), size: theme.labelSize, weight: 600, colour: theme.ink))
    }
  }
}
