/// Points of lines in square cells, so that those within a cell's width are found by looking at the cells around.
struct SeparationGrid {
  /// A point of a line, and how far along it lies from its seed: negative against the flow.
  private struct Entry {
    let place: SIMD3<Double>
    let position: Double
    let line: Int32
    let next: Int32
  }

  /// The point of a line that asks whether it has room.
  struct Visitor {
    let line: Int
    let position: Double
    /// Whether lines other than its own are in its way.
    let minds: Bool
    /// What lies less than this along the same line is near because the line is one piece.
    let recent: Double
    /// Where the line begins, it may be about to close: points up to here are not in its way.
    let closing: Double
  }

  private let inverse: Double
  private let columns: Int
  private let rows: Int
  private let layers: Int
  private var heads: [Int32]
  private var entries: [Entry] = []

  init(size: SIMD3<Double>, cell: Double) {
    inverse = 1 / cell
    columns = Int(size.x / cell) + 1
    rows = Int(size.y / cell) + 1
    layers = Int(size.z / cell) + 1
    heads = Array(repeating: -1, count: columns * rows * layers)
  }

  /// How many points are there.
  var count: Int { entries.count }

  @inline(__always)
  private func index(_ coordinate: Double, _ count: Int) -> Int {
    min(max(Int(coordinate * inverse), 0), count - 1)
  }

  private func cell(_ place: SIMD3<Double>) -> Int {
    (index(place.z, layers) * rows + index(place.y, rows)) * columns + index(place.x, columns)
  }

  mutating func insert(_ place: SIMD3<Double>, line: Int, position: Double) {
    let cell = cell(place)
    let entry = Entry(place: place, position: position, line: Int32(line), next: heads[cell])
    heads[cell] = Int32(entries.count)
    entries.append(entry)
  }

  /// Takes back the points that were put in last, until so many are left.
  mutating func removeLast(until count: Int) {
    while entries.count > count {
      let entry = entries.removeLast()
      heads[cell(entry.place)] = entry.next
    }
  }

  /// Whether no point is nearer than a distance, which is at most the cell's width.
  func isFree(_ place: SIMD3<Double>, distance: Double) -> Bool {
    isFree(place, distance: distance, for: Visitor(line: -1, position: 0, minds: true, recent: 0, closing: 0))
  }

  /// Whether no point is in a visitor's way.
  func isFree(_ place: SIMD3<Double>, distance: Double, for visitor: Visitor) -> Bool {
    let limit = distance * distance
    let middle = (index(place.x, columns), index(place.y, rows), index(place.z, layers))
    let line = Int32(visitor.line)
    return heads.withUnsafeBufferPointer { heads in
      entries.withUnsafeBufferPointer { entries in
        for layer in max(0, middle.2 - 1)...min(layers - 1, middle.2 + 1) {
          for row in max(0, middle.1 - 1)...min(rows - 1, middle.1 + 1) {
            let start = (layer * rows + row) * columns
            for column in max(0, middle.0 - 1)...min(columns - 1, middle.0 + 1) {
              var index = heads[start + column]
              while index >= 0 {
                let entry = entries[Int(index)]
                index = entry.next
                let way = entry.place - place
                guard way.dot(way) < limit else { continue }
                if entry.line != line {
                  if visitor.minds { return false }
                } else if (entry.position - visitor.position).magnitude > visitor.recent,
                  !(entry.position >= 0 && entry.position < visitor.closing)
                {
                  return false
                }
              }
            }
          }
        }
        return true
      }
    }
  }
}
