/// A picture as a value: panels in rows, a title, a caption.
///
/// A figure knows nothing of themes and outputs: ``displayList(theme:)`` makes the drawing, which then
/// becomes SVG, words for a canvas, PNG or PDF.
public struct Figure: Sendable {
  /// The heading; empty for none.
  public var title: String
  /// A smaller line below the heading; empty for none.
  public var subtitle: String
  /// What is written below the panels; empty for nothing.
  public var caption: String
  /// The panels row by row.
  public var rows: [[Panel]]
  /// The width in CSS pixels.
  public var width: Double
  /// The height in CSS pixels.
  public var height: Double
  /// A description for those who cannot see the picture; the caption where it is empty.
  public var summary: String
  /// Whether one legend above all panels serves them all, each name once, in place of a legend in each.
  public var hasSharedLegend = false

  /// A figure of panels in rows.
  public init(
    title: String = "", subtitle: String = "", caption: String = "", rows: [[Panel]], width: Double = 720,
    height: Double = 480, summary: String = ""
  ) {
    self.title = title
    self.subtitle = subtitle
    self.caption = caption
    self.rows = rows
    self.width = width
    self.height = height
    self.summary = summary
  }

  /// A figure of one panel.
  public init(
    title: String = "", subtitle: String = "", caption: String = "", panel: Panel, width: Double = 720,
    height: Double = 480, summary: String = ""
  ) {
    self.init(
      title: title, subtitle: subtitle, caption: caption, rows: [[panel]], width: width, height: height,
      summary: summary)
  }

  /// The drawing of the figure in a theme.
  @export(interface)
  public func displayList(theme: Theme = .light) -> DisplayList {
    var list = DisplayList(
      width: width, height: height, title: title.isEmpty ? rows.first?.first?.title ?? "" : title,
      summary: summary.isEmpty ? caption : summary)
    var page = Path()
    page.rectangle(Box(x: 0, y: 0, width: list.width, height: list.height))
    list.fill(page, theme.background)
    var room = drawTexts(theme, in: &list)
    var rows = rows
    if hasSharedLegend {
      drawSharedLegend(theme, &room, in: &list)
      for row in rows.indices {
        for column in rows[row].indices { rows[row][column].legend = .hidden }
      }
    }
    var index = 0
    for (row, boxes) in FigureLayout(rows, in: room, theme: theme).places.enumerated() {
      for (column, layout) in boxes.enumerated() {
        layout.draw(rows[row][column], index: index, theme: theme, in: &list)
        index += 1
      }
    }
    return list
  }

  /// The figure as an SVG document.
  public func svg(theme: Theme = .light) -> String { displayList(theme: theme).svg() }

  // One legend for all panels at the top of the room, which becomes smaller by it.
  private func drawSharedLegend(_ theme: Theme, _ room: inout Box, in list: inout DisplayList) {
    var entries: [LegendEntry] = []
    for entry in rows.joined().flatMap({ $0.legendEntries })
    where !entries.contains(where: { $0.label.utf8.elementsEqual(entry.label.utf8) }) {
      entries.append(entry)
    }
    guard !entries.isEmpty else { return }
    let legend = Legend(entries: entries, theme: theme)
    let first = SIMD2(room.x, room.y + legend.rowHeight / 2)
    legend.drawRows(from: first, width: room.width, in: &list)
    let height = Double(legend.rows(width: room.width).count) * legend.rowHeight + 8
    room = Box(x: room.x, y: room.y + height, width: room.width, height: room.height - height)
  }

  // Writes title, subtitle and caption, and gives what is left for the panels.
  private func drawTexts(_ theme: Theme, in list: inout DisplayList) -> Box {
    // Small pictures, as in a narrow page, have small margins.
    let margin = Swift.min(22, Swift.max(8, Swift.min(list.width, list.height) * 0.04))
    let inner = list.width - 2 * margin
    var top = margin
    func write(
      _ text: String, _ size: Double, _ weight: Int, _ colour: Colour, _ list: inout DisplayList
    ) {
      for line in TextMetrics.lines(text, size: size, weight: weight, width: inner) {
        top += size * 0.98
        list.text(TextRun(line, at: SIMD2(margin, top), size: size, weight: weight, colour: colour))
        top += size * 0.36
      }
    }
    write(title, theme.titleSize, 600, theme.ink, &list)
    if !title.isEmpty { top += 2 }
    write(subtitle, theme.labelSize, 400, theme.quiet, &list)
    if top > margin { top += 8 }
    let lines = TextMetrics.lines(caption, size: theme.tickSize, width: inner)
    let leading = theme.tickSize * 1.45
    let bottom = list.height - margin - Double(lines.count) * leading
    for (index, line) in lines.enumerated() {
      let y = bottom + Double(index) * leading + theme.tickSize * 1.1
      list.text(TextRun(line, at: SIMD2(margin, y), size: theme.tickSize, colour: theme.quiet))
    }
    let end = lines.isEmpty ? bottom : bottom - 8
    return Box(x: margin, y: top, width: inner, height: end - top)
  }
}
