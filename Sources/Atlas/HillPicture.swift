import Elementary
import Expressions
import Fields
import Figures
import Formats

/// A scalar field of the plane as a hill seen from above: its height as colour, level lines, gradient arrows.
///
/// ```swift
/// let hill = try ScalarExpressionField("exp(-(x^2 + y^2)/2)")
/// let figure = HillPicture(window: window, layers: [.height, .contours]).figure(of: hill, gradient: hill.gradient)
/// ```
public struct HillPicture: Sendable {
  /// The part of the plane that is shown; one side grows where the picture has another shape.
  public var window: Window
  /// What is shown: ``FieldLayers/height``, ``FieldLayers/contours`` and ``FieldLayers/arrows``.
  public var layers: FieldLayers
  /// The language of the labels.
  public var language: Language
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 540.0
  /// Whether level lines lie closer together on low ground wherever most of the ground is low, as in a bowl.
  public var favoursLowGround = false
  /// What is drawn over the layers, in the window that the plot has in the end: critical points.
  public var overlays: @Sendable (Window) -> [Mark] = { _ in [] }

  /// A picture of a window.
  public init(
    window: Window, layers: FieldLayers = [.height, .contours], language: Language = .english
  ) {
    self.window = window
    self.layers = layers
    self.language = language
  }

  /// The figure of a scalar field and its gradient.
  public func figure(of field: some ScalarField, gradient: some VectorField) -> Figure {
    // The first layout has no more than a legend: it tells how much of the plane the plot has room for.
    var figure = Figure(panel: panel(field, gradient), width: width, height: height)
    guard let plot = figure.plots.first else { return figure }
    figure.rows = [[panel(field, gradient, in: plot)]]
    figure.summary = summary
    return figure
  }

  private func panel(
    _ field: some ScalarField, _ gradient: some VectorField, in plot: FieldPicture.Plot? = nil
  ) -> Panel {
    let shown = plot?.window ?? window
    let grid = SampleGrid(of: field, over: shown, columns: 161, rows: 129)
    let scale = HillScale(grid, favoursLowGround: favoursLowGround)
    var marks = overlays(shown)
    if let plot {
      marks = []
      if layers.contains(.height) {
        marks.append(.heatMap(Mark.HeatMap(grid, colours: scale.colours, isSmooth: true)))
      }
      let isOverColours = layers.contains(.height)
      if layers.contains(.contours) {
        marks.append(
          .contours(
            Mark.Contours(
              grid, levels: scale.levels, paint: isOverColours ? .overlay.opacity(0.75) : .quiet,
              isLabelled: plot.width > 300)))
      }
      if layers.contains(.arrows) {
        marks.append(
          .arrows(
            of: gradient, over: plot.window, width: plot.width, height: plot.height,
            paint: isOverColours ? .overlay : .ink.opacity(0.8)))
      }
    }
    if let plot { marks += overlays(plot.window) }
    return Panel(
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)), marks: marks,
      colourBar: layers.contains(.height) ? ColourBar(scale.colours, label: "f") : nil,
      aspect: .equalFilling, hasGrid: layers.contains(.height) ? false : nil)
  }

  private var summary: String {
    var parts: [String] = []
    if layers.contains(.height) { parts.append(language.text("the height as colour", "颜色表示高度")) }
    if layers.contains(.contours) { parts.append(language.text("level lines", "等高线")) }
    if layers.contains(.arrows) { parts.append(language.text("arrows of the gradient", "梯度箭头")) }
    var text = language.text("A scalar field of the plane", "平面上的数量场")
    for (index, part) in parts.enumerated() {
      text += index == 0 ? language.text(": ", "：") : language.text(", ", "、")
      text += part
    }
    return text
  }
}

extension Mark {
  /// The level lines of a scalar field over a window, at levels that suit it.
  public static func levelLines(
    of field: some ScalarField, over window: Window, paint: Paint = .quiet
  ) -> Mark {
    let grid = SampleGrid(of: field, over: window, columns: 201, rows: 201)
    return .contours(Contours(grid, levels: HillScale(grid).levels, paint: paint, isLabelled: true))
  }
}

/// The colours and the levels that show the values of a grid.
///
/// Where most of the plane is low and a few places are very high, as around a polynomial's valleys, colours end before
/// the highest values and levels lie closer together below, so that the low ground is seen too.
struct HillScale {
  let colours: ColourScale
  /// Some twelve round numbers, rising.
  let levels: [Double]
  /// From the lowest value to the highest that still has a colour of its own.
  let reach: Extent

  init(_ grid: SampleGrid, favoursLowGround: Bool = false) {
    let finite = grid.values.filter { $0.isFinite }.sorted()
    guard let lowest = finite.first, let highest = finite.last, lowest < highest else {
      colours = ColourScale(.puBuGn, over: Extent(finite.first ?? 0, finite.first ?? 1))
      levels = []
      reach = Extent(finite.first ?? 0, finite.first ?? 1)
      return
    }
    let middle = finite[finite.count / 2]
    let share = (middle - lowest) / (highest - lowest)
    // A plane and a sine have their median half-way up; below an eighth something towers above, or gapes below.
    // A bowl has it at a quarter to a third.
    let isTowering = share < (favoursLowGround ? 0.4 : 0.125)
    let isGaping = share > 0.875
    let top = isTowering ? min(highest, lowest + 8 * (middle - lowest)) : highest
    let bottom = isGaping ? max(lowest, highest - 8 * (highest - middle)) : lowest
    let reach = top - bottom > 0 ? (bottom, top) : (lowest, highest)
    self.reach = Extent(reach.0, reach.1)
    // The darkest colours are left out, so that lines are seen on the top as well.
    colours = ColourScale(.puBuGn, over: Extent(reach.0, reach.1 + 0.2 * (reach.1 - reach.0)))
    let steps = 12
    guard isTowering || isGaping else {
      // Equal steps of height: how close the lines are says how steep it is.
      levels = Mark.Bands.levels(over: Extent(lowest, highest), count: steps)
      return
    }
    var levels: [Double] = []
    for step in 1..<steps {
      let even = Double(step) / Double(steps)
      let range = highest - lowest
      // Cubes lie close together at one end; each is rounded to a tenth of its distance from there.
      if isTowering {
        let rise = range * even * even * even
        levels.append(HillScale.rounded(lowest + rise, within: rise / 10))
      } else {
        let fall = range * (1 - even) * (1 - even) * (1 - even)
        levels.append(HillScale.rounded(highest - fall, within: fall / 10))
      }
    }
    self.levels = HillScale.distinct(levels)
  }

  /// The nearest multiple of 1, 2 or 5 times a power of ten that is not coarser than a distance.
  private static func rounded(_ value: Double, within distance: Double) -> Double {
    guard distance > 0, distance.isFinite, value.isFinite else { return value }
    let power = Double.pow(10, Double.log10(distance).rounded(.down))
    let step = power * (distance >= 5 * power ? 5 : distance >= 2 * power ? 2 : 1)
    return (value / step).rounded(.toNearestOrEven) * step
  }

  private static func distinct(_ levels: [Double]) -> [Double] {
    var result: [Double] = []
    for level in levels where result.last.map({ $0 < level }) ?? true { result.append(level) }
    return result
  }
}
