import Elementary

extension Mark {
  /// Lines of equal value.
  public struct Contours: DrawableMark, Sendable {
    /// The values.
    public var grid: SampleGrid
    /// The levels, one set of lines each.
    public var levels: [Double]
    /// The paint of the lines; `.overlay` over coloured bands, which are light in a dark theme too.
    public var paint: Paint
    /// The width in CSS pixels.
    public var width: Double
    /// Whether each level's longest line carries its value, on its straightest part.
    public var isLabelled: Bool
    /// The name in the legend; empty for none.
    public var label: String

    /// Lines of a grid at levels; without levels, some ten round ones.
    public init(
      _ grid: SampleGrid, levels: [Double] = [], paint: Paint = .ink, width: Double = 1,
      isLabelled: Bool = false, label: String = ""
    ) {
      self.grid = grid
      self.levels = levels.isEmpty ? Bands.levels(over: grid.range) : levels.filter { $0.isFinite }
      self.paint = paint
      self.width = width
      self.isLabelled = isLabelled
      self.label = label
    }

    var reach: Reach { Reach(x: grid.xExtent, y: grid.yExtent, isTight: true) }

    var legend: [LegendEntry] {
      label.isEmpty ? [] : [LegendEntry(label, .line(paint, width: width, dash: []))]
    }

    func draw(in context: inout PlotContext) {
      var path = Path()
      let parts = placed(in: context)
      for (lines, label) in parts {
        for (index, line) in lines.enumerated() {
          guard let label, label.line == index else {
            path.polyline(line)
            continue
          }
          // The line stops where its label stands.
          var isDrawing = false
          for point in line {
            if (point - label.centre).length < label.width / 2 {
              isDrawing = false
            } else {
              if isDrawing { path.line(to: point) } else { path.move(to: point) }
              isDrawing = true
            }
          }
        }
      }
      let stroke = DisplayList.Stroke(context.colour(paint), width: width, cap: .round, join: .round)
      context.list.stroke(path, stroke)
      for case (_, let label?) in parts {
        context.list.text(
          TextRun(
            label.text, at: label.centre, size: Contours.textSize, anchor: .middle, baseline: .middle,
            rotation: label.rotation, colour: context.colour(paint)))
      }
    }

    private static let textSize = 11.0

    private struct Label {
      var line: Int
      var centre: SIMD2<Double>
      var rotation: Double
      var width: Double
      var text: String
    }

    /// The lines of each level on the page, and where its label stands: on its longest line, away from other labels.
    private func placed(in context: PlotContext) -> [(lines: [[SIMD2<Double>]], label: Label?)] {
      var labels: [Label] = []
      return levels.map { level in
        let lines = MarchingSquares(grid, level: level).lines().map { line in
          line.map { context.place($0) }.filter { $0.isFinite }
        }
        guard isLabelled else { return (lines, nil) }
        var longest = 0
        var length = 0.0
        for (index, line) in lines.enumerated() {
          let own = zip(line, line.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
          if own > length {
            length = own
            longest = index
          }
        }
        guard length > 0 else { return (lines, nil) }
        let label = straightestPart(of: lines[longest], longest, level, avoiding: labels, in: context)
        if let label { labels.append(label) }
        return (lines, label)
      }
    }

    private func straightestPart(
      of line: [SIMD2<Double>], _ index: Int, _ level: Double, avoiding others: [Label],
      in context: PlotContext
    ) -> Label? {
      let text = NumberText.text(level)
      let needed = TextMetrics.width(text, size: Contours.textSize) + 8
      let room = context.plot.inset(by: needed / 2 + 2)
      var best: Label?
      var bestRatio = 1.12  // An arc more bent than this would leave its label.
      var end = 0
      var arc = 0.0
      for start in line.indices {
        while end + 1 < line.count, arc < needed {
          arc += (line[end + 1] - line[end]).length
          end += 1
        }
        if arc < needed { break }
        let chord = line[end] - line[start]
        let centre = (line[start] + line[end]) * 0.5
        let isFree = others.allSatisfy { ($0.centre - centre).length > ($0.width + needed) * 0.6 }
        if room.holds(centre), isFree, chord.length > 0, arc / chord.length < bestRatio - 1e-6 {
          bestRatio = arc / chord.length
          var angle = Double.atan2(chord.y, chord.x) * 180 / Double.pi
          if angle > 90 { angle -= 180 }
          if angle < -90 { angle += 180 }
          best = Label(line: index, centre: centre, rotation: angle, width: needed, text: text)
        }
        if start + 1 < line.count { arc -= (line[start + 1] - line[start]).length }
      }
      return best
    }
  }
}
