import Expressions
import Fields
import Figures

extension SampleGrid {
  /// The values of a quantity at the nodes of an even grid over a window.
  ///
  /// `evaluate` gets the nodes a block at a time, x in row 0 and y in row 1, and writes one row.
  @export(interface)
  public init(
    over window: Window, columns: Int, rows: Int, _ evaluate: (Block<Double>, Block<Double>) -> Void
  ) {
    let columns = max(columns, 2)
    let rows = max(rows, 2)
    let x = SampleGrid.places(window.minX, window.maxX, columns)
    let y = SampleGrid.places(window.minY, window.maxY, rows)
    let points = Block<Double>(rows: 2, capacity: columns)
    let result = Block<Double>(rows: 1, capacity: columns)
    points.count = columns
    for column in 0..<columns { points[0, column] = x[column] }
    var values: [Double] = []
    values.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns { points[1, column] = y[row] }
      evaluate(points, result)
      for column in 0..<columns { values.append(result[0, column]) }
    }
    // The places rise by construction; a window too thin for that has no picture.
    if let grid = try? SampleGrid(x: x, y: y, values: values) {
      self = grid
    } else {
      self.init(x: Extent(0, 1), y: Extent(0, 1), columns: 2, rows: 2) { (_, _) in .nan }
    }
  }

  /// The values of a scalar field at the nodes of an even grid over a window.
  public init(of field: some ScalarField, over window: Window, columns: Int, rows: Int) {
    self.init(over: window, columns: columns, rows: rows) { (points, values) in
      field.values(at: points, into: values)
    }
  }

  private static func places(_ lower: Double, _ upper: Double, _ count: Int) -> [Double] {
    (0..<count).map { lower + (upper - lower) * Double($0) / Double(count - 1) }
  }

  /// The range of the finite values without the most extreme hundredth at either end.
  ///
  /// Near a pole a field takes any value; its colours should still tell the rest apart.
  public var typicalRange: Extent {
    let finite = values.filter { $0.isFinite }.sorted()
    guard let first = finite.first, let last = finite.last else { return Extent(0, 1) }
    let cut = finite.count / 100
    let inner = Extent(finite[cut], finite[finite.count - 1 - cut])
    // Cut only what is far out: a smooth field keeps its whole range.
    return last - first > 4 * (inner.upper - inner.lower) ? inner : Extent(first, last)
  }
}
