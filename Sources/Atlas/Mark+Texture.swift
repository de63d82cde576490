import Expressions
import Fields
import Figures
import Flows

extension Mark {
  /// A flow as a faint texture along its streamlines, for the ground of a plot of so many pixels.
  ///
  /// Half as fine as the plot, and transparent: it is seen on a light page, on a dark one and on colours.
  public static func texture(
    of field: some VectorField, over window: Window, width: Double, height: Double
  ) -> [Mark] {
    let columns = min(max(Int(width / 2), 8), 1_000)
    let rows = min(max(Int(height / 2), 8), 1_000)
    let texture = LineIntegralConvolution(window: window, columns: columns, rows: rows, taps: 31)
    let image = texture.image(of: field)
    var values: [Double] = []
    values.reserveCapacity(image.count)
    // Rows of the image run from the top, those of the grid from the bottom.
    for row in (0..<rows).reversed() {
      for column in 0..<columns { values.append(Double(image[row * columns + column])) }
    }
    let across = middles(window.minX, window.maxX, columns)
    let up = middles(window.minY, window.maxY, rows)
    guard let grid = try? SampleGrid(x: across, y: up, values: values) else { return [] }
    let greys = ColourMap([
      Colour(red: 0.1, green: 0.13, blue: 0.18), Colour(red: 0.94, green: 0.95, blue: 0.97),
    ])
    return [
      .heatMap(
        HeatMap(grid, colours: ColourScale(greys, over: Extent(0, 1)), isSmooth: true, opacity: 0.4))
    ]
  }

  private static func middles(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
    (0..<count).map { lower + (upper - lower) * (Double($0) + 0.5) / Double(count) }
  }
}
