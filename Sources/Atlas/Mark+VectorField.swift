import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Mark {
  /// Arrows of a field on an even lattice about `spacing` pixels apart, in a picture of the window.
  ///
  /// Lengths are compressed unless told otherwise, so that weak and strong parts are both seen; with `colours` the
  /// colour tells |F|.
  public static func arrows(
    of field: some VectorField, over window: Window, width: Double, height: Double, spacing: Double = 34,
    length: Arrows.Length = .compressed(), colours: ColourScale? = nil, paint: Paint = .ink
  ) -> Mark {
    let columns = max(2, Int(width / spacing))
    let rows = max(2, Int(height / spacing))
    let points = Block<Double>(rows: 2, capacity: columns * rows)
    let values = Block<Double>(rows: 2, capacity: columns * rows)
    points.count = columns * rows
    for row in 0..<rows {
      for column in 0..<columns {
        let lane = row * columns + column
        points[0, lane] = window.minX + window.width * (Double(column) + 0.5) / Double(columns)
        points[1, lane] = window.minY + window.height * (Double(row) + 0.5) / Double(rows)
      }
    }
    field.values(at: points, into: values)
    let origins = (0..<points.count).map { SIMD2(points[0, $0], points[1, $0]) }
    let vectors = (0..<points.count).map { SIMD2(values[0, $0], values[1, $0]) }
    return .arrows(Arrows(at: origins, vectors: vectors, length: length, paint: paint, colours: colours))
  }

  /// Evenly spaced streamlines of a field, `separation` pixels apart, in a picture of the window.
  public static func streamlines(
    of field: some VectorField, over window: Window, width: Double, height: Double, separation: Double = 18,
    paint: Paint = .accent, lineWidth: Double = 1.3
  ) -> Mark {
    let lines = EvenlySpacedStreamlines(window: window, width: width, height: height, separation: separation)
      .lines(of: field)
    return .streamlines(lines, paint: paint, lineWidth: lineWidth)
  }

  /// Streamlines of the plane, with arrowheads along them.
  public static func streamlines(
    _ lines: [Streamline], paint: Paint = .accent, lineWidth: Double = 1.3
  ) -> Mark {
    let polylines = lines.map { line in zip(line.x, line.y).map { SIMD2($0, $1) } }
    return .polylines(Polylines(polylines, paint: paint, width: lineWidth))
  }
}

extension SampleGrid {
  /// The lengths |F| of a field on an even grid over a window.
  public init(lengthOf field: some VectorField, over window: Window, columns: Int, rows: Int) {
    let vectors = Block<Double>(rows: field.components, capacity: max(columns, 2))
    self.init(over: window, columns: columns, rows: rows) { (points, values) in
      field.values(at: points, into: vectors)
      values.count = points.count
      for lane in 0..<points.count {
        var length = 0.0
        for row in 0..<vectors.rows { length = Double.hypot(length, vectors[row, lane]) }
        values[0, lane] = length
      }
    }
  }
}
