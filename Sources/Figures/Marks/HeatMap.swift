extension Mark {
  /// A grid as coloured cells, each centred on its node; masked nodes are left blank.
  public struct HeatMap: DrawableMark, Sendable {
    /// The values.
    public var grid: SampleGrid
    /// The colours.
    public var colours: ColourScale
    /// Whether colours melt into each other (only on linear axes and equal cells).
    public var isSmooth: Bool
    /// How much of what is below is covered, from 0 to 1.
    public var opacity: Double

    /// Cells of a grid.
    public init(
      _ grid: SampleGrid, colours: ColourScale, isSmooth: Bool = false, opacity: Double = 1
    ) {
      self.grid = grid
      self.colours = colours
      self.isSmooth = isSmooth
      self.opacity = opacity
    }

    private func colour(_ value: Double) -> Colour {
      opacity == 1 ? colours(value) : colours(value).opacity(opacity)
    }

    // Cells end half-way between neighbouring nodes; the outermost are as wide outwards as inwards.
    private static func edges(_ places: [Double]) -> [Double] {
      guard let first = places.first, let last = places.last, places.count > 1 else { return [] }
      var edges = [first - (places[1] - first) / 2]
      for (a, b) in zip(places, places.dropFirst()) { edges.append(a * 0.5 + b * 0.5) }
      edges.append(last + (last - places[places.count - 2]) / 2)
      return edges
    }

    var reach: Reach {
      Reach(x: Extent(of: HeatMap.edges(grid.x)), y: Extent(of: HeatMap.edges(grid.y)), isTight: true)
    }

    private static func isEven(_ places: [Double]) -> Bool {
      guard let first = places.first, let last = places.last, places.count > 1 else { return false }
      let step = (last - first) / Double(places.count - 1)
      return zip(places, places.dropFirst()).allSatisfy { abs($1 - $0 - step) < 1e-6 * step }
    }

    func draw(in context: inout PlotContext) {
      guard !grid.isEmpty else { return }
      let isPlain = context.x.isLinear && context.y.isLinear
      if isPlain && HeatMap.isEven(grid.x) && HeatMap.isEven(grid.y) {
        drawImage(in: &context)
      } else {
        drawCells(in: &context)
      }
    }

    private func drawImage(in context: inout PlotContext) {
      let columns = grid.x.count
      var pixels: [Colour] = []
      pixels.reserveCapacity(grid.values.count)
      for row in grid.y.indices.reversed() {
        for column in 0..<columns {
          let value = grid.values[row * columns + column]
          pixels.append(value.isFinite ? colour(value) : Colour(rgba: 0))
        }
      }
      let a = context.place(SIMD2(reach.x.lower, reach.y.upper))
      let b = context.place(SIMD2(reach.x.upper, reach.y.lower))
      let image = PixelImage(width: columns, height: grid.y.count, pixels: pixels, isSmooth: isSmooth)
      context.list.image(image, in: Box(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y))
    }

    private func drawCells(in context: inout PlotContext) {
      let xs = HeatMap.edges(grid.x)
      let ys = HeatMap.edges(grid.y)
      for row in grid.y.indices {
        for column in grid.x.indices {
          let value = grid.values[row * grid.x.count + column]
          let a = context.place(SIMD2(xs[column], ys[row]))
          let b = context.place(SIMD2(xs[column + 1], ys[row + 1]))
          guard value.isFinite, a.isFinite, b.isFinite else { continue }
          var path = Path()
          // Cells overlap their right and upper neighbours by a little, which hides seams.
          path.rectangle(Box(x: a.x, y: b.y - 0.4, width: b.x - a.x + 0.4, height: a.y - b.y + 0.4))
          context.list.fill(path, colour(value))
        }
      }
    }
  }
}
