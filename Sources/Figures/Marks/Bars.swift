extension Mark {
  /// Bars on zero, in groups, at the values 0, 1, 2 … of the other axis.
  public struct Bars: DrawableMark, Sendable {
    /// One set of bars of the same colour.
    public struct Series: Sendable {
      /// The heights; NaN leaves a gap, ∞ is drawn to the border with a point and the sign ∞.
      public var values: [Double]
      /// The name in the legend; empty for none.
      public var label: String
      /// The paint.
      public var paint: Paint
      /// What is written at each bar; empty for the values, rounded.
      public var texts: [String]

      /// A set of bars.
      public init(_ values: [Double], label: String = "", paint: Paint = .accent, texts: [String] = []) {
        self.values = values
        self.label = label
        self.paint = paint
        self.texts = texts
      }
    }

    /// The sets; the n-th bars of all sets stand together.
    public var series: [Series]
    /// Whether each bar carries its value.
    public var showsValues: Bool
    /// Digits of the values written.
    public var significantDigits: Int
    /// Whether bars lie, at heights 0, 1, 2 … of the vertical axis.
    public var isHorizontal: Bool
    /// The share of the room that bars take, 0…1.
    public var fullness: Double
    /// The paint of single bars by index, in place of their set's (only where there is one set).
    public var paints: [Paint]

    /// Bars in groups.
    public init(
      _ series: [Series], showsValues: Bool = true, significantDigits: Int = 4, isHorizontal: Bool = false,
      fullness: Double = 0.68, paints: [Paint] = []
    ) {
      self.series = series
      self.showsValues = showsValues
      self.significantDigits = significantDigits
      self.isHorizontal = isHorizontal
      self.fullness = Swift.min(Swift.max(fullness, 0.05), 1)
      self.paints = paints
    }

    private var count: Int { series.reduce(0) { Swift.max($0, $1.values.count) } }

    var reach: Reach {
      var values = Extent(of: [0])
      for set in series { for value in set.values { values.include(value) } }
      let places = count > 0 ? Extent(-0.5, Double(count) - 0.5) : .empty
      return Reach(
        x: isHorizontal ? values : places, y: isHorizontal ? places : values,
        standsOnZeroX: isHorizontal, standsOnZeroY: !isHorizontal)
    }

    var legend: [LegendEntry] {
      series.filter { !$0.label.isEmpty }.map { LegendEntry($0.label, .box($0.paint)) }
    }

    /// The sides of a bar in pixels: along the value axis, and across it.
    private struct Sides {
      var near: Double
      var far: Double
      var from: Double
      var to: Double
    }

    private func bar(
      _ index: Int, _ set: Int, in context: PlotContext
    ) -> Sides? {
      guard index < series[set].values.count else { return nil }
      let value = series[set].values[index]
      guard !value.isNaN else { return nil }
      let slot = fullness / Double(series.count)
      let start = Double(index) - fullness / 2 + Double(set) * slot
      let gap = series.count > 1 ? slot * 0.06 : 0
      let values = isHorizontal ? context.x : context.y
      let places = isHorizontal ? context.y : context.x
      let reached = value.isInfinite ? (value < 0 ? 0 : 1) : values.position(value)
      let zero = Swift.min(Swift.max(values.position(0), 0), 1)
      func along(_ share: Double) -> Double {
        isHorizontal
          ? context.plot.x + share * context.plot.width : context.plot.bottom - share * context.plot.height
      }
      func across(_ place: Double) -> Double {
        let share = places.position(place)
        return isHorizontal
          ? context.plot.bottom - share * context.plot.height : context.plot.x + share * context.plot.width
      }
      let base = zero.isNaN ? 0 : zero
      guard reached.isFinite else { return nil }
      return Sides(
        near: along(base), far: along(reached), from: across(start + gap), to: across(start + slot - gap))
    }

    private func point(_ along: Double, _ across: Double) -> SIMD2<Double> {
      isHorizontal ? SIMD2(along, across) : SIMD2(across, along)
    }

    func draw(in context: inout PlotContext) {
      if showsValues { drawPatches(in: &context) }
      for set in series.indices {
        var paths: [(paint: Paint, path: Path)] = []
        for index in series[set].values.indices {
          guard let bar = bar(index, set, in: context) else { continue }
          var path = Path()
          let isEndless = series[set].values[index].isInfinite
          let middle = (bar.from + bar.to) / 2
          let way = bar.far - bar.near
          let tip = isEndless ? bar.far - (way < 0 ? -12 : 12) : bar.far
          var corners = [point(bar.near, bar.from), point(tip, bar.from)]
          if isEndless { corners.append(point(bar.far, middle)) }
          corners += [point(tip, bar.to), point(bar.near, bar.to)]
          path.polygon(corners)
          let paint = series.count == 1 && index < paints.count ? paints[index] : series[set].paint
          if paths.last?.paint == paint {
            paths[paths.count - 1].path.append(path)
          } else {
            paths.append((paint, path))
          }
        }
        for (paint, path) in paths { context.list.fill(path, context.colour(paint)) }
      }
    }

    func drawOver(in context: inout PlotContext) {
      drawBaseline(in: &context)
      guard showsValues else { return }
      for set in series.indices {
        for index in series[set].values.indices {
          guard let bar = bar(index, set, in: context) else { continue }
          let value = series[set].values[index]
          let (text, size, _) = label(index, set, room: abs(bar.to - bar.from), in: context)
          if value.isInfinite {
            writeInside(text, bar, in: &context)
            continue
          }
          let anchor: TextRun.Anchor = !isHorizontal ? .middle : value < 0 ? .end : .start
          context.list.text(
            TextRun(
              text, at: place(bar, size, value), size: size, anchor: anchor,
              baseline: isHorizontal ? .middle : .alphabetic, colour: context.theme.ink))
        }
      }
    }

    /// What is written at a bar, and how large, so that the numbers of neighbours do not run into each other.
    private func label(
      _ index: Int, _ set: Int, room: Double, in context: PlotContext
    ) -> (text: String, size: Double, width: Double) {
      let texts = series[set].texts
      let own = index < texts.count ? texts[index] : ""
      let value = series[set].values[index]
      let text = own.isEmpty ? NumberText.text(value, significantDigits: significantDigits) : own
      let size = context.theme.tickSize
      let width = TextMetrics.width(text, size: size)
      let allowed = series.count > 1 ? room * 1.16 : room / fullness
      if isHorizontal || width <= allowed { return (text, size, width) }
      let shrunk = Swift.max(9, size * allowed / width)
      return (text, shrunk, width * shrunk / size)
    }

    private func place(
      _ bar: Sides, _ size: Double, _ value: Double
    )
      -> SIMD2<Double>
    {
      let middle = (bar.from + bar.to) / 2
      if isHorizontal { return SIMD2(bar.far + (value < 0 ? -6 : 6), middle) }
      return SIMD2(middle, value < 0 ? bar.far + 5 + size * 0.75 : bar.far - 5)
    }

    // Grid lines stop beside the numbers; drawn below all bars, since a number may reach over its neighbour's foot.
    private func drawPatches(in context: inout PlotContext) {
      var path = Path()
      for set in series.indices {
        for index in series[set].values.indices {
          let value = series[set].values[index]
          guard value.isFinite, let bar = bar(index, set, in: context) else { continue }
          let (_, size, width) = label(index, set, room: abs(bar.to - bar.from), in: context)
          let at = place(bar, size, value)
          let left = isHorizontal ? (value < 0 ? at.x - width : at.x) : at.x - width / 2
          let top = isHorizontal ? at.y - size * 0.5 : at.y - size * 0.8
          path.rectangle(Box(x: left - 2, y: top, width: width + 4, height: size))
        }
      }
      context.list.fill(path, context.theme.background)
    }

    // A bar without end reaches the border; its sign stands inside, where there is room.
    private func writeInside(
      _ text: String, _ bar: Sides,
      in context: inout PlotContext
    ) {
      let inwards = bar.far < bar.near ? 24.0 : -24.0
      context.list.text(
        TextRun(
          text, at: point(bar.far + inwards, (bar.from + bar.to) / 2), size: context.theme.tickSize + 4,
          anchor: .middle, baseline: .middle, weight: 600, colour: context.theme.background))
    }

    private func drawBaseline(in context: inout PlotContext) {
      let values = isHorizontal ? context.x : context.y
      let share = values.position(0)
      guard share > 0.001, share < 0.999 else { return }
      var path = Path()
      let plot = context.plot
      if isHorizontal {
        let x = plot.x + share * plot.width
        path.polyline([SIMD2(x, plot.y), SIMD2(x, plot.bottom)])
      } else {
        let y = plot.bottom - share * plot.height
        path.polyline([SIMD2(plot.x, y), SIMD2(plot.right, y)])
      }
      context.list.stroke(path, .init(context.theme.quiet, width: 1))
    }
  }
}
