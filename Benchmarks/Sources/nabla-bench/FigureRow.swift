import Nabla

/// The gradient of the Gaussian hill over the iris flowers: filled contours, arrows, flowers, colour bar, legend,
/// from the formula to the text of the SVG.
struct FigureRow: Row {
  static let name = "figure"
  static let columns = 121
  static let rows = 97
  static let arrowColumns = 20
  static let arrowRows = 14

  let iterations = 5
  private var bytes: [UInt8] = []
  private var sums = (hill: 0.0, slope: 0.0)

  init(_ request: Request) {
    // Read once, before the clock runs.
    _ = Iris.flowers
  }

  var size: Int { FigureRow.columns * FigureRow.rows }

  mutating func run() {
    let flowers = Iris.flowers
    let count = Double(flowers.count)
    let meanX = flowers.reduce(0) { $0 + $1.sepalLength } / count
    let meanY = flowers.reduce(0) { $0 + $1.petalLength } / count
    let formula = "exp(-((x - \(meanX))^2 + (y - \(meanY))^2)/2)"
    guard let field = try? ScalarExpressionField(formula) else { return }
    let window = Window(minX: 4, maxX: 8.2, minY: 0.5, maxY: 7.5)
    let grid = SampleGrid(of: field, over: window, columns: FigureRow.columns, rows: FigureRow.rows)
    let colours = ColourScale(.puBuGn, over: Extent(0, 1))
    let levels = (0...10).map { Double($0) / 10 }
    let bands = Mark.Bands(grid, levels: levels, colours: colours)
    let (origins, vectors) = FigureRow.gradient(of: field, over: window)
    let arrows = Mark.Arrows(at: origins, vectors: vectors)
    let places = flowers.map { SIMD2($0.sepalLength, $0.petalLength) }
    let points = Mark.Points.byCategory(places, categories: flowers.map { $0.species }, names: Iris.species)
    let panel = Panel(
      x: Axis("sepal length", unit: "cm"), y: Axis("petal length", unit: "cm"),
      marks: [.bands(bands), .arrows(arrows)] + points, colourBar: ColourBar(bands, label: "f"))
    let figure = Figure(title: "The gradient of a Gaussian hill", panel: panel, width: 720, height: 560)
    bytes = figure.displayList().svgBytes()
    sums.hill = grid.values.reduce(0, +)
    sums.slope = vectors.reduce(0) { $0 + abs($1.x) + abs($1.y) }
  }

  private static func gradient(
    of field: some ScalarField, over window: Window
  ) -> (origins: [SIMD2<Double>], vectors: [SIMD2<Double>]) {
    let count = arrowColumns * arrowRows
    let points = Block<Double>(rows: 2, capacity: count)
    let slopes = Block<Double>(rows: 2, capacity: count)
    points.count = count
    for lane in 0..<count {
      let across = (Double(lane % arrowColumns) + 0.5) / Double(arrowColumns)
      let up = (Double(lane / arrowColumns) + 0.5) / Double(arrowRows)
      points[0, lane] = window.minX + window.width * across
      points[1, lane] = window.minY + window.height * up
    }
    field.gradients(at: points, into: slopes)
    return (
      (0..<count).map { SIMD2(points[0, $0], points[1, $0]) },
      (0..<count).map { SIMD2(slopes[0, $0], slopes[1, $0]) }
    )
  }

  var check: [Check] {
    [("hill", sums.hill), ("slope", sums.slope), ("bytes", Double(bytes.count))]
  }

  var result: [UInt8] { bytes }
}
