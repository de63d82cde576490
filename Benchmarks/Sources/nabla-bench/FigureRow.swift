import Nabla

/// The first picture of the gallery, the gradient of a Gaussian hill over the iris flowers: filled contours, arrows,
/// flowers, colour bar and legend, from the formula to the text of the SVG.
struct FigureRow: Row {
  static let name = "figure"

  let iterations = 5
  private var bytes: [UInt8] = []

  init(_ request: Request) {
    // Read once, before the clock runs.
    _ = Iris.flowers
  }

  /// One figure.
  let size = 1

  mutating func run() {
    bytes = Demonstration.gradient.figure(language: .english).displayList().svgBytes()
  }

  /// How much there is of everything, and sums of all samples and arrows.
  var check: [Check] {
    var checks: [Check] = []
    for mark in Demonstration.gradient.figure(language: .english).rows.joined().flatMap({ $0.marks }) {
      switch mark {
      case .bands(let bands):
        checks.append(("columns", Double(bands.grid.x.count)))
        checks.append(("rows", Double(bands.grid.y.count)))
        checks.append(("levels", Double(bands.levels.count)))
        checks.append(("hill", bands.grid.values.reduce(0, +)))
      case .arrows(let arrows):
        checks.append(("arrows", Double(arrows.vectors.count)))
        checks.append(("slope", arrows.vectors.reduce(0) { $0 + abs($1.x) + abs($1.y) }))
      case .points(let points):
        checks.append(("points \(points.label)", Double(points.points.count)))
      default: break
      }
    }
    return checks
  }

  var result: [UInt8] { bytes }
}
