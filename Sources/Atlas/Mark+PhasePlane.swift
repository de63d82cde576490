import Expressions
import Fields
import Figures
import Flows

extension Mark {
  /// The separatrices of saddles as strong lines, with heads that point along the flow.
  public static func separatrices(_ found: [Separatrix], language: Language) -> [Mark] {
    let lines = found.map { separatrix in
      let line = FlowPicture.line(separatrix.path)
      // A path into a saddle was followed backward.
      return separatrix.isLeaving ? line : line.reversed()
    }
    guard !lines.isEmpty else { return [] }
    return [
      .polylines(
        Polylines(
          lines, paint: .ink, width: 2, arrowSpacing: 240, label: language.text("separatrix", "分界线")))
    ]
  }

  /// Nullclines as dashed lines, one kind a component.
  public static func nullclines(_ found: [Nullcline], labels: (String, String) = ("x", "y")) -> [Mark] {
    var marks: [Mark] = []
    for component in 0..<2 {
      let own = found.filter { $0.component == component }
      for (index, line) in own.enumerated() {
        let name = "\(component == 0 ? labels.0 : labels.1)′ = 0"
        marks.append(
          .line(
            Line(
              zip(line.x, line.y).map { SIMD2($0, $1) }, paint: .series(component == 0 ? 3 : 2), width: 1.7,
              dash: component == 0 ? [7, 4] : [2, 3], label: index == 0 ? name : "")))
      }
    }
    return marks
  }

  /// Limit cycles as the strongest lines; broken where neighbours leave.
  public static func limitCycles(_ found: [LimitCycle], language: Language) -> [Mark] {
    var marks: [Mark] = []
    for isStable in [true, false] {
      let name =
        isStable
        ? language.text("stable limit cycle", "稳定极限环") : language.text("unstable limit cycle", "不稳定极限环")
      for (index, cycle) in found.filter({ $0.isStable == isStable }).enumerated() {
        marks.append(
          .line(
            Line(
              FlowPicture.line(cycle.path), paint: .accent, width: 3, dash: isStable ? [] : [9, 5],
              label: index == 0 ? name : "")))
      }
    }
    return marks
  }

  /// Basins of attraction as a pale ground; blank where no attractor was reached.
  ///
  /// Nothing where all of the window is one basin.
  public static func basins(_ map: BasinMap) -> [Mark] {
    guard map.labels.contains(where: { $0 != map.labels[0] }) else { return [] }
    let places = { (lower: Double, upper: Double, count: Int) in
      (0..<count).map { lower + (upper - lower) * Double($0) / Double(count - 1) }
    }
    let values = map.labels.map { $0 < 0 ? Double.nan : Double($0) }
    let grid = try? SampleGrid(
      x: places(map.window.minX, map.window.maxX, map.columns),
      y: places(map.window.minY, map.window.maxY, map.rows), values: values)
    guard let grid else { return [] }
    let colours = ColourScale(
      ColourMap(map.attractors.indices.map { basinColours[$0 % basinColours.count] }),
      over: Extent(0, Double(max(map.attractors.count - 1, 1))))
    return [.heatMap(HeatMap(grid, colours: colours, opacity: 0.22))]
  }

  /// Colours that tell neighbours apart when they are pale, on white and on black.
  private static var basinColours: [Colour] {
    [0x3FA9DC, 0xD99100, 0x009E73, 0xB8569B, 0xD55E00, 0x6B7280].map { Colour($0) }
  }
}
