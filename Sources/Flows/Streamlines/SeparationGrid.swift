/// A point of a picture, in the picture's own units from its lower left corner.
struct PicturePoint: Sendable, Equatable {
  var x: Double
  var y: Double

  func squaredDistance(to other: PicturePoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}

/// Points in square cells, so that the neighbours within a cell's width are found by looking at nine cells.
struct SeparationGrid {
  private let cell: Double
  private let columns: Int
  private let rows: Int
  private var heads: [Int32]
  private var next: [Int32] = []
  private var points: [PicturePoint] = []

  init(width: Double, height: Double, cell: Double) {
    self.cell = cell
    columns = max(1, Int(width / cell) + 1)
    rows = max(1, Int(height / cell) + 1)
    heads = Array(repeating: -1, count: columns * rows)
  }

  private func column(_ x: Double) -> Int { min(max(Int(x / cell), 0), columns - 1) }

  private func row(_ y: Double) -> Int { min(max(Int(y / cell), 0), rows - 1) }

  mutating func insert(_ point: PicturePoint) {
    let place = row(point.y) * columns + column(point.x)
    next.append(heads[place])
    heads[place] = Int32(points.count)
    points.append(point)
  }

  /// Whether no point is nearer than a distance, which is at most the cell's width.
  func isFree(_ point: PicturePoint, distance: Double) -> Bool {
    let limit = distance * distance
    let centreColumn = column(point.x)
    let centreRow = row(point.y)
    for row in max(0, centreRow - 1)...min(rows - 1, centreRow + 1) {
      for column in max(0, centreColumn - 1)...min(columns - 1, centreColumn + 1) {
        var index = heads[row * columns + column]
        while index >= 0 {
          if points[Int(index)].squaredDistance(to: point) < limit { return false }
          index = next[Int(index)]
        }
      }
    }
    return true
  }
}
