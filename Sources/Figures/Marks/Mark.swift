/// One layer of a panel: values and how they are drawn.
///
/// A mark holds plain numbers in data coordinates. Each kind is a value type nested here, in a file of its own.
public enum Mark: Sendable {
  /// Filled bands between levels of a grid.
  case bands(Bands)
  /// Lines of equal value of a grid.
  case contours(Contours)
  /// A grid as coloured cells.
  case heatMap(HeatMap)
  /// Arrows at points.
  case arrows(Arrows)
  /// Axes along which symmetric tensors stretch and shrink.
  case crosses(Crosses)
  /// Polylines with arrowheads, such as streamlines.
  case polylines(Polylines)
  /// Points of one kind.
  case points(Points)
  /// A line through points.
  case line(Line)
  /// Bars, in groups.
  case bars(Bars)
  /// The area between two lines.
  case area(Area)
  /// A straight line across the plot.
  case rule(Rule)
  /// A text at a point.
  case annotation(Annotation)
  /// A polygon or a circle.
  case shape(Shape)

  /// What a mark covers, and how the panel should make room for it.
  struct Reach {
    var x = Extent.empty
    var y = Extent.empty
    /// The mark fills its extent; the axes end exactly there.
    var isTight = false
    /// The mark begins at zero on these axes, and the axes with it.
    var standsOnZeroX = false
    var standsOnZeroY = false
  }
}

/// What every kind of mark does; an implementation detail behind the enumeration.
protocol DrawableMark {
  var reach: Mark.Reach { get }
  var legend: [LegendEntry] { get }
  /// Paints what ends at the plot's border.
  func draw(in context: inout PlotContext)
  /// Paints what may stick out of the plot, after all marks.
  func drawOver(in context: inout PlotContext)
}

extension DrawableMark {
  var legend: [LegendEntry] { [] }
  func drawOver(in context: inout PlotContext) {}
}

extension Mark {
  // Embedded Swift has no existential values: the kinds are told apart here, once.
  var reach: Reach {
    switch self {
    case .bands(let mark): mark.reach
    case .contours(let mark): mark.reach
    case .heatMap(let mark): mark.reach
    case .arrows(let mark): mark.reach
    case .crosses(let mark): mark.reach
    case .polylines(let mark): mark.reach
    case .points(let mark): mark.reach
    case .line(let mark): mark.reach
    case .bars(let mark): mark.reach
    case .area(let mark): mark.reach
    case .rule(let mark): mark.reach
    case .annotation(let mark): mark.reach
    case .shape(let mark): mark.reach
    }
  }

  var legend: [LegendEntry] {
    switch self {
    case .contours(let mark): mark.legend
    case .polylines(let mark): mark.legend
    case .points(let mark): mark.legend
    case .line(let mark): mark.legend
    case .bars(let mark): mark.legend
    case .area(let mark): mark.legend
    case .rule(let mark): mark.legend
    case .shape(let mark): mark.legend
    case .bands, .heatMap, .arrows, .crosses, .annotation: []
    }
  }

  func draw(in context: inout PlotContext) {
    switch self {
    case .bands(let mark): mark.draw(in: &context)
    case .contours(let mark): mark.draw(in: &context)
    case .heatMap(let mark): mark.draw(in: &context)
    case .arrows(let mark): mark.draw(in: &context)
    case .crosses(let mark): mark.draw(in: &context)
    case .polylines(let mark): mark.draw(in: &context)
    case .points(let mark): mark.draw(in: &context)
    case .line(let mark): mark.draw(in: &context)
    case .bars(let mark): mark.draw(in: &context)
    case .area(let mark): mark.draw(in: &context)
    case .rule(let mark): mark.draw(in: &context)
    case .annotation(let mark): mark.draw(in: &context)
    case .shape(let mark): mark.draw(in: &context)
    }
  }

  func drawOver(in context: inout PlotContext) {
    switch self {
    case .arrows(let mark): mark.drawOver(in: &context)
    case .bars(let mark): mark.drawOver(in: &context)
    case .rule(let mark): mark.drawOver(in: &context)
    case .annotation(let mark): mark.drawOver(in: &context)
    default: break
    }
  }

  /// Whether the mark covers the plot as a map does, so that no grid is wanted below it.
  var coversPlot: Bool {
    switch self {
    case .bands, .heatMap, .arrows, .crosses, .polylines, .contours: true
    default: false
    }
  }
}
