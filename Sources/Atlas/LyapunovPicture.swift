import Expressions
import Fields
import Figures
import Flows

/// How much a flow pulls apart what was close together: its transport barriers as ridges.
///
/// Forward in time the ridges of the exponent repel, backward they attract (Haller 2001).
public struct LyapunovPicture: Sendable {
  /// The part of the plane that is shown.
  public var window: Window
  /// When the points start.
  public var startTime = 0.0
  /// How long they are followed; negative backward.
  public var time: Double
  /// The nodes from left to right; those from bottom to top follow from the shape of the window.
  public var columns = 240
  /// How the points are followed.
  public var integrator = Integrator(controller: .adaptive(relative: 1e-6, absolute: 1e-8))
  /// The language of the labels.
  public var language = Language.english
  /// The heading; empty for none.
  public var title = ""
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 480.0

  /// A picture of a window.
  public init(window: Window, time: Double) {
    self.window = window
    self.time = time
  }

  /// The finite-time Lyapunov exponents on an even grid over the window, from the exact gradient of the flow map.
  ///
  /// - Throws: ``FlowError`` if the field cannot move points of the plane.
  public func exponents(of field: some VectorField) throws(FlowError) -> SampleGrid {
    let rows = max(2, Int((Double(columns) * window.height / window.width).rounded()))
    let across = LyapunovPicture.places(window.minX, window.maxX, max(columns, 2))
    let up = LyapunovPicture.places(window.minY, window.maxY, rows)
    var coordinates: [Double] = []
    for y in up {
      for x in across { coordinates += [x, y] }
    }
    let map = try FlowMap(
      of: field, coordinates: coordinates, from: startTime, to: startTime + time, integrator)
    let empty = SampleGrid(x: Extent(0, 1), y: Extent(0, 1), columns: 2, rows: 2) { (_, _) in .nan }
    return (try? SampleGrid(x: across, y: up, values: map.lyapunovExponents)) ?? empty
  }

  private static func places(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
    (0..<count).map { lower + (upper - lower) * Double($0) / Double(count - 1) }
  }

  /// The figure of exponents.
  public func figure(of grid: SampleGrid) -> Figure {
    // Walls and ridges of a single node reach far above the rest.
    let sorted = grid.values.filter { $0.isFinite }.sorted()
    let range = Extent(sorted.first ?? 0, sorted.isEmpty ? 1 : sorted[sorted.count * 99 / 100])
    // An exponent that is the same everywhere but for rounding is one colour.
    let isConstant = range.upper - range.lower <= 1e-9 * max(range.upper.magnitude, 1)
    let extent = isConstant ? Extent(min(0, 2 * range.lower), max(1e-3, 2 * range.upper)) : range
    let colours = ColourScale(.puBuGn, over: extent)
    let panel = Panel(
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)),
      marks: [.heatMap(Mark.HeatMap(grid, colours: colours, isSmooth: true))],
      colourBar: ColourBar(
        colours, label: language.text("Lyapunov exponent", "李雅普诺夫指数"), unit: language.text("1/time", "1/时间")),
      aspect: .equal)
    var figure = Figure(title: title, panel: panel, width: width, height: height)
    figure.summary = language.text(
      "The finite-time Lyapunov exponent over the plane", "平面上的有限时间李雅普诺夫指数")
    return figure
  }
}
