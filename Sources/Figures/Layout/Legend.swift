/// Where a panel's legend stands.
public enum LegendPlace: Sendable {
  /// In rows above the plot, where it hides nothing.
  case top
  /// To the right of the plot.
  case right
  /// In a corner of the plot, on a patch.
  case inside(Corner)
  /// Nowhere.
  case hidden

  /// A corner of the plot.
  public enum Corner: Sendable {
    /// Upper left.
    case topLeft
    /// Upper right.
    case topRight
    /// Lower left.
    case bottomLeft
    /// Lower right.
    case bottomRight
  }
}

/// One line of a legend.
struct LegendEntry: Sendable {
  enum Swatch: Sendable {
    case line(Paint, width: Double, dash: [Double])
    case point(Mark.Points.Form, Paint, size: Double)
    case box(Paint)
  }

  var label: String
  var swatch: Swatch
  var form: Mark.Points.Form?

  init(_ label: String, _ swatch: Swatch, form: Mark.Points.Form? = nil) {
    self.label = label
    self.swatch = swatch
    self.form = form
  }

  var swatchWidth: Double {
    switch swatch {
    case .line: 24
    case .point: 10
    case .box: 14
    }
  }
}

/// The entries of a legend laid out in a width.
struct Legend {
  let entries: [LegendEntry]
  let theme: Theme

  static let swatchGap = 7.0
  static let entryGap = 20.0
  var rowHeight: Double { theme.tickSize * 1.6 }

  private func width(_ entry: LegendEntry) -> Double {
    entry.swatchWidth + Legend.swatchGap + TextMetrics.width(entry.label, size: theme.tickSize)
  }

  /// The entries row by row where they stand side by side.
  func rows(width: Double) -> [[LegendEntry]] {
    var rows: [[LegendEntry]] = []
    var used = Double.infinity
    for entry in entries {
      let own = self.width(entry)
      if used + Legend.entryGap + own > width {
        rows.append([entry])
        used = own
      } else {
        rows[rows.count - 1].append(entry)
        used += Legend.entryGap + own
      }
    }
    return rows
  }

  /// The width of the widest entry.
  var columnWidth: Double { entries.reduce(0) { Swift.max($0, width($1)) } }
  /// The height of the entries below one another.
  var columnHeight: Double { Double(entries.count) * rowHeight }

  /// Draws rows whose first begins at a place, its middle at that height.
  func drawRows(from place: SIMD2<Double>, width: Double, in list: inout DisplayList) {
    var y = place.y
    for row in rows(width: width) {
      var x = place.x
      for entry in row {
        draw(entry, at: SIMD2(x, y), in: &list)
        x += self.width(entry) + Legend.entryGap
      }
      y += rowHeight
    }
  }

  /// Draws the entries below one another.
  func drawColumn(from place: SIMD2<Double>, in list: inout DisplayList) {
    for (index, entry) in entries.enumerated() {
      draw(entry, at: place + SIMD2(0, (Double(index) + 0.5) * rowHeight), in: &list)
    }
  }

  /// Draws the entries in a corner of the plot on a patch of the page's colour.
  func draw(in corner: LegendPlace.Corner, of plot: Box, in list: inout DisplayList) {
    let width = columnWidth + 22
    let height = columnHeight + 10
    let isLeft = corner == .topLeft || corner == .bottomLeft
    let isTop = corner == .topLeft || corner == .topRight
    let box = Box(
      x: isLeft ? plot.x + 10 : plot.right - 10 - width, y: isTop ? plot.y + 10 : plot.bottom - 10 - height,
      width: width, height: height)
    var patch = Path()
    patch.rectangle(box, radius: 5)
    list.fill(patch, theme.background.opacity(0.88))
    drawColumn(from: SIMD2(box.x + 11, box.y + 5), in: &list)
  }

  private func draw(_ entry: LegendEntry, at place: SIMD2<Double>, in list: inout DisplayList) {
    let width = entry.swatchWidth
    var path = Path()
    switch entry.swatch {
    case .line(let paint, let lineWidth, let dash):
      path.polyline([place, place + SIMD2(width, 0)])
      list.stroke(path, .init(theme.colour(paint), width: lineWidth, dash: dash))
      if let form = entry.form {
        var point = Path()
        Mark.Points.append(form, at: place + SIMD2(width / 2, 0), size: lineWidth + 5, to: &point)
        Mark.Points.paint(point, form, theme.colour(paint), edge: nil, in: &list)
      }
    case .point(let form, let paint, let size):
      let shown = Swift.min(Swift.max(size, 6), 11)
      Mark.Points.append(form, at: place + SIMD2(width / 2, 0), size: shown, to: &path)
      Mark.Points.paint(path, form, theme.colour(paint), edge: nil, in: &list)
    case .box(let paint):
      path.rectangle(Box(x: place.x, y: place.y - 6, width: 14, height: 12), radius: 2)
      list.fill(path, theme.colour(paint))
    }
    list.text(
      TextRun(
        entry.label, at: place + SIMD2(width + Legend.swatchGap, 0), size: theme.tickSize,
        baseline: .middle, colour: theme.ink))
  }
}
