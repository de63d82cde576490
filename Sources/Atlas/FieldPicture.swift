import Expressions
import Fields
import Figures

/// What a picture of a vector field shows, from the ground up.
public struct FieldLayers: OptionSet, Sendable {
  /// The layers as bits.
  public let rawValue: Int

  /// Layers from bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Arrows on a lattice.
  public static let arrows = FieldLayers(rawValue: 1)
  /// Evenly spaced streamlines.
  public static let streamlines = FieldLayers(rawValue: 2)
  /// The length |F| as colour.
  public static let magnitude = FieldLayers(rawValue: 4)
  /// The divergence as colour.
  public static let divergence = FieldLayers(rawValue: 8)
  /// The curl as colour.
  public static let curl = FieldLayers(rawValue: 16)
  /// Particles that drift; drawn by whoever animates.
  public static let particles = FieldLayers(rawValue: 32)
  /// A drop of dye; drawn by whoever animates.
  public static let dye = FieldLayers(rawValue: 64)
  /// A lens with the linear part of the field; drawn by whoever holds it.
  public static let lens = FieldLayers(rawValue: 128)
  /// The values of a scalar field as colour.
  public static let height = FieldLayers(rawValue: 256)
  /// The level lines of a scalar field.
  public static let contours = FieldLayers(rawValue: 512)
  /// The axes along which small drops are stretched and shrunk.
  public static let strain = FieldLayers(rawValue: 1024)
  /// The level lines of the potential, where there is one; drawn by whoever knows it.
  public static let potential = FieldLayers(rawValue: 2048)
  /// Critical points by their type; drawn by whoever found them.
  public static let critical = FieldLayers(rawValue: 4096)
  /// The paths that leave saddles and run into them; drawn by whoever found them.
  public static let separatrices = FieldLayers(rawValue: 8192)
  /// Where a component is zero; drawn by whoever found it.
  public static let nullclines = FieldLayers(rawValue: 16_384)
  /// Limit cycles; drawn by whoever found them.
  public static let cycles = FieldLayers(rawValue: 32_768)
  /// The flow as a texture along its streamlines.
  public static let texture = FieldLayers(rawValue: 65_536)
  /// The height as a landscape seen from the side; drawn by ``ReliefPicture``.
  public static let relief = FieldLayers(rawValue: 131_072)
}

/// A vector field of the plane as a figure of layers.
///
/// ```swift
/// let rotation = try VectorExpressionField("-y, x")
/// let figure = FieldPicture(window: window, layers: [.arrows, .curl]).figure(of: rotation)
/// print(figure.svg())
/// ```
public struct FieldPicture: Sendable {
  /// The part of the plane that is shown; one side grows where the picture has another shape.
  public var window: Window
  /// What is shown.
  public var layers: FieldLayers
  /// The language of the labels.
  public var language: Language
  /// The heading; empty for none.
  public var title = ""
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 560.0
  /// The names of the two coordinates.
  public var labels = ("x", "y")
  /// The unit of both coordinates; empty for none.
  public var unit = ""
  /// What is drawn over the layers, in the window that the plot has in the end: level lines of a potential, critical
  /// points.
  public var overlays: @Sendable (Window) -> [Mark] = { _ in [] }
  /// How the plot fits its room: by default one side of the window grows.
  public var aspect = Panel.Aspect.equalFilling

  /// A picture of a window.
  public init(window: Window, layers: FieldLayers, language: Language = .english) {
    self.window = window
    self.layers = layers
    self.language = language
  }

  /// The figure of a field.
  public func figure(of field: some VectorField) -> Figure {
    // The first layout has no more than a legend: it tells how much of the plane the plot has room for.
    var figure = Figure(title: title, panel: panel(of: field), width: width, height: height)
    guard let plot = figure.plots.first else { return figure }
    figure.rows = [[panel(of: field, in: plot)]]
    figure.summary = summary
    return figure
  }

  /// The panel of a field in a plot; without a plot it has no layers yet but the overlays, which may bring a legend.
  package func panel(of field: some VectorField, in plot: Plot? = nil) -> Panel {
    Panel(
      x: Axis(labels.0, unit: unit, domain: Extent(window.minX, window.maxX)),
      y: Axis(labels.1, unit: unit, domain: Extent(window.minY, window.maxY)),
      marks: plot.map { marks(field, $0) } ?? overlays(window),
      colourBar: colourBar(field, plot?.window ?? window),
      aspect: aspect, hasGrid: ground == nil)
  }

  /// The size of a plot in pixels and what it shows of the plane.
  package struct Plot {
    package let window: Window
    package let width: Double
    package let height: Double
  }

  /// The quantity that colours the ground; only one can.
  private var ground: FieldLayers? {
    for layer in [FieldLayers.divergence, .curl, .magnitude] where layers.contains(layer) { return layer }
    return nil
  }

  private func marks(_ field: some VectorField, _ plot: Plot) -> [Mark] {
    var marks: [Mark] = []
    if let ground {
      let grid = FieldPicture.samples(of: field, ground, over: plot.window)
      marks.append(.heatMap(Mark.HeatMap(grid, colours: FieldPicture.colours(grid, ground), isSmooth: true)))
    }
    if layers.contains(.texture) {
      marks += Mark.texture(of: field, over: plot.window, width: plot.width, height: plot.height)
    }
    if layers.contains(.streamlines) {
      marks.append(
        .streamlines(
          of: field, over: plot.window, width: plot.width, height: plot.height,
          separation: layers.contains(.arrows) ? 26 : 18, paint: ground == nil ? .accent : .overlay))
    }
    if layers.contains(.arrows) {
      let lengths = SampleGrid(lengthOf: field, over: plot.window, columns: 24, rows: 24)
      let plain = ground != nil || layers.contains(.streamlines)
      let colours = plain ? nil : FieldPicture.colours(lengths, .arrows)
      marks.append(
        .arrows(
          of: field, over: plot.window, width: plot.width, height: plot.height, colours: colours,
          paint: ground != nil ? .overlay : .ink.opacity(0.8)))
    }
    if layers.contains(.strain) {
      marks.append(.strain(of: field, over: plot.window, width: plot.width, height: plot.height))
    }
    return marks + overlays(plot.window)
  }

  private func colourBar(_ field: some VectorField, _ window: Window) -> ColourBar? {
    let shown = ground ?? (layers.contains(.arrows) && !layers.contains(.streamlines) ? .arrows : nil)
    guard let shown else { return nil }
    let grid = FieldPicture.samples(of: field, shown, over: window)
    return ColourBar(FieldPicture.colours(grid, shown), label: FieldPicture.symbol(shown))
  }

  private static func samples(
    of field: some VectorField, _ layer: FieldLayers, over window: Window
  ) -> SampleGrid {
    if layer == .divergence {
      return SampleGrid(over: window, columns: 121, rows: 97) { (points, values) in
        field.divergences(at: points, into: values, settled: true)
      }
    }
    if layer == .curl {
      return SampleGrid(over: window, columns: 121, rows: 97) { (points, values) in
        field.curls(at: points, into: values, settled: true)
      }
    }
    return SampleGrid(lengthOf: field, over: window, columns: 121, rows: 97)
  }

  private static func colours(_ grid: SampleGrid, _ layer: FieldLayers) -> ColourScale {
    let range = grid.typicalRange
    if layer == .divergence || layer == .curl {
      // A constant is no extreme: it stands half-way between zero and the end of the scale.
      let reach = max(range.lower.magnitude, range.upper.magnitude)
      let isConstant = range.upper - range.lower <= 1e-9 * reach
      return ColourScale(diverging: .buRd, over: isConstant ? Extent(-2 * reach, 2 * reach) : range)
    }
    return ColourScale(layer == .magnitude ? .puBuGn : .viridis, over: Extent(0, range.upper))
  }

  private static func symbol(_ layer: FieldLayers) -> String {
    if layer == .divergence { return "∇·F" }
    return layer == .curl ? "∇×F" : "|F|"
  }

  private var summary: String {
    var parts: [String] = []
    if layers.contains(.arrows) { parts.append(language.text("arrows", "箭头")) }
    if layers.contains(.streamlines) { parts.append(language.text("streamlines", "流线")) }
    if layers.contains(.texture) { parts.append(language.text("a texture along the flow", "沿流向的纹理")) }
    if layers.contains(.divergence) { parts.append(language.text("divergence as colour", "颜色表示散度")) }
    if layers.contains(.curl) { parts.append(language.text("curl as colour", "颜色表示旋度")) }
    if layers.contains(.strain) { parts.append(language.text("axes of strain", "应变主轴")) }
    if layers.contains(.magnitude) { parts.append(language.text("length as colour", "颜色表示大小")) }
    var text = language.text("A vector field of the plane", "平面上的向量场")
    for (index, part) in parts.enumerated() {
      text += index == 0 ? language.text(": ", "：") : language.text(", ", "、")
      text += part
    }
    return text
  }
}

extension Figure {
  /// Where the plots of the panels are, and what they show.
  package var plots: [FieldPicture.Plot] {
    var plots: [FieldPicture.Plot] = []
    for case .frame(let frame) in displayList().commands {
      let window = Window(
        minX: frame.x.domain.lower, maxX: frame.x.domain.upper, minY: frame.y.domain.lower,
        maxY: frame.y.domain.upper)
      plots.append(FieldPicture.Plot(window: window, width: frame.plot.width, height: frame.plot.height))
    }
    return plots
  }
}
