/// One plot with its axes, marks, colour bar and legend.
public struct Panel: Sendable {
  /// How lengths on the two axes relate.
  public enum Aspect: Sendable {
    /// Each axis fills its room.
    case free
    /// One unit is as long across as up; the plot becomes smaller where its room has another shape.
    case equal
    /// One unit is as long across as up; the plot keeps its room and shows more than asked on one axis.
    case equalFilling
  }

  /// The heading; empty for none.
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The layers, from the lowest to the highest.
  public var marks: [Mark]
  /// The key of the colours, if wanted.
  public var colourBar: ColourBar?
  /// Where the legend of the marks with names stands.
  public var legend: LegendPlace
  /// How lengths on the two axes relate.
  public var aspect: Aspect
  /// Whether a grid is drawn; nil for a grid behind lines and bars but not behind maps.
  public var hasGrid: Bool?
  /// Whether a map has a line around it.
  public var hasFrame: Bool

  /// A plot.
  @export(interface)
  public init(
    title: String = "", x: Axis = Axis(), y: Axis = Axis(), marks: [Mark] = [], colourBar: ColourBar? = nil,
    legend: LegendPlace = .top, aspect: Aspect = .free, hasGrid: Bool? = nil, hasFrame: Bool = true
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
    self.colourBar = colourBar
    self.legend = legend
    self.aspect = aspect
    self.hasGrid = hasGrid
    self.hasFrame = hasFrame
  }

  var hasEqualUnits: Bool {
    if case .free = aspect { return false }
    return true
  }

  var isMap: Bool { marks.contains { $0.coversPlot } }

  var legendEntries: [LegendEntry] {
    if case .hidden = legend { return [] }
    return marks.flatMap { $0.legend }
  }

  var hasArrowKey: Bool {
    marks.contains { mark in
      if case .arrows(let arrows) = mark { return arrows.hasKey }
      return false
    }
  }

  /// The scales of the two axes, before any adjustment to equal units.
  var scales: (x: Scale, y: Scale) {
    let reaches = marks.map { $0.reach }
    let isTight = reaches.contains { $0.isTight }
    let onZeroX = reaches.contains { $0.standsOnZeroX }
    let onZeroY = reaches.contains { $0.standsOnZeroY }
    // Numbers at the ends of bars need more room when bars lie.
    let wantedX = x.domain ?? domain(reaches.map { $0.x }, x, isTight, onZero: onZeroX ? 0.2 : nil)
    let wantedY = y.domain ?? domain(reaches.map { $0.y }, y, isTight, onZero: onZeroY ? 0.09 : nil)
    let vertical = Scale(y.scale, domain: wantedY)
    let isNamed = vertical.isCategory
    return (
      Scale(x.scale, domain: wantedX), isNamed ? Scale(y.scale, domain: wantedY, isReversed: true) : vertical
    )
  }

  private func domain(_ extents: [Extent], _ axis: Axis, _ isTight: Bool, onZero share: Double?) -> Extent {
    let all = extents.reduce(Extent.empty) { $0.union($1) }
    guard !all.isEmpty, !isTight, all.length > 0 else { return all }
    switch axis.scale {
    case .category: return all
    case .linear:
      let standsOnZero = share != nil
      let room = all.length * (share ?? 0.045)
      guard room.isFinite else { return all }
      let keepsLower = standsOnZero && all.lower >= 0
      let keepsUpper = standsOnZero && all.upper <= 0
      return Extent(keepsLower ? 0 : all.lower - room, keepsUpper ? 0 : all.upper + room)
    case .logarithmic:
      guard all.lower > 0 else { return all }
      let plain = Scale(axis.scale, domain: all)
      return Extent(plain.value(at: -0.03), plain.value(at: 1.03))
    case .symmetricLogarithmic:
      let plain = Scale(axis.scale, domain: all)
      return Extent(all.lower == 0 ? 0 : plain.value(at: -0.03), all.upper)
    }
  }
}
