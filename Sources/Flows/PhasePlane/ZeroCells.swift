import Expressions
import Fields

/// A grid over a window on which the zeros of a field's components are followed from cell to cell.
struct ZeroCells {
  private let field: AnyVectorField
  private let window: Window
  /// The number of nodes from left to right.
  private let columns: Int
  /// The number of nodes from bottom to top.
  private let rows: Int
  private let nodes: Block<Double>

  init(_ field: AnyVectorField, _ window: Window, columns: Int, rows: Int) {
    self.field = field
    self.window = window
    self.columns = columns + 1
    self.rows = rows + 1
    let count = self.columns * self.rows
    let points = Block<Double>(rows: 2, capacity: count)
    nodes = Block(rows: 2, capacity: count)
    points.count = count
    for row in 0...rows {
      for column in 0...columns {
        let lane = row * self.columns + column
        points.row(0)[lane] = window.minX + window.width * Double(column) / Double(columns)
        points.row(1)[lane] = window.minY + window.height * Double(row) / Double(rows)
      }
    }
    field.values(at: points, into: nodes)
  }

  private func place(of node: Int) -> SIMD2<Double> {
    let (row, column) = node.quotientAndRemainder(dividingBy: columns)
    return SIMD2(
      window.minX + window.width * Double(column) / Double(columns - 1),
      window.minY + window.height * Double(row) / Double(rows - 1))
  }

  /// The lines of one component.
  func lines(of component: Int) -> [Nullcline] {
    let values = nodes.row(component)
    // Edges are numbered by their first node: those to the right, then those upwards.
    let count = columns * rows
    var edges: [Int] = []
    for node in 0..<count where (node + 1) % columns != 0 && changes(values[node], values[node + 1]) {
      edges.append(node)
    }
    for node in 0..<count - columns where changes(values[node], values[node + columns]) {
      edges.append(count + node)
    }
    guard !edges.isEmpty else { return [] }
    let zeros = zeros(on: edges, of: component)
    var numbers = [Int32](repeating: -1, count: 2 * count)
    for (number, edge) in edges.enumerated() { numbers[edge] = Int32(number) }
    var chain = Chain(count: edges.count)
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let node = row * columns + column
        // Bottom, right, top and left.
        let sides = [node, count + node + 1, node + columns, count + node].map { Int(numbers[$0]) }
        for (first, second) in pairs(sides, node, component)
        where zeros[first] != nil && zeros[second] != nil {
          chain.join(first, second)
        }
      }
    }
    return chain.lines.map { line in
      let places = line.compactMap { zeros[$0] }
      return Nullcline(
        component: component, x: places.map { $0.x }, y: places.map { $0.y },
        isClosed: line.count > 2 && line.first == line.last)
    }
  }

  /// Whether the sign differs at two nodes; 0 counts as positive.
  private func changes(_ first: Double, _ second: Double) -> Bool {
    first.isFinite && second.isFinite && (first < 0) != (second < 0)
  }

  /// The zero on each edge, found by halving all of them side by side; nil where the sign changes without one.
  private func zeros(on edges: [Int], of component: Int) -> [SIMD2<Double>?] {
    let count = columns * rows
    let values = nodes.row(component)
    var ends = edges.map { edge in
      edge < count ? (edge, edge + 1) : (edge - count, edge - count + columns)
    }.map { (low: place(of: $0.0), high: place(of: $0.1), first: values[$0.0], last: values[$0.1]) }
    let largest = ends.map { max($0.first.magnitude, $0.last.magnitude) }
    let points = Block<Double>(rows: 2, capacity: edges.count)
    let found = Block<Double>(rows: 2, capacity: edges.count)
    points.count = edges.count
    // After so many halvings both ends of an edge are the same number, or neighbours.
    for _ in 0..<54 {
      for lane in ends.indices {
        let middle = (ends[lane].low + ends[lane].high) / 2
        points.row(0)[lane] = middle.x
        points.row(1)[lane] = middle.y
      }
      field.values(at: points, into: found)
      for lane in ends.indices {
        let middle = SIMD2(points.row(0)[lane], points.row(1)[lane])
        let value = found.row(component)[lane]
        if (value < 0) == (ends[lane].first < 0) {
          (ends[lane].low, ends[lane].first) = (middle, value)
        } else {
          (ends[lane].high, ends[lane].last) = (middle, value)
        }
      }
    }
    return ends.indices.map { lane in
      let isFirst = ends[lane].first.magnitude <= ends[lane].last.magnitude
      let value = isFirst ? ends[lane].first : ends[lane].last
      // A zero shrinks with the edge that holds it; a pole grows, and a jump stays.
      guard value.magnitude <= 1e-6 * largest[lane] else { return nil }
      return isFirst ? ends[lane].low : ends[lane].high
    }
  }

  /// Which zeros on the sides of a cell one line runs through.
  private func pairs(_ sides: [Int], _ node: Int, _ component: Int) -> [(Int, Int)] {
    let present = sides.filter { $0 >= 0 }
    guard present.count == 4 else { return present.count == 2 ? [(present[0], present[1])] : [] }
    let values = nodes.row(component)
    let corners = [values[node], values[node + 1], values[node + columns], values[node + columns + 1]]
    let middle = saddleValue(node, component, corners)
    let size = corners.reduce(0) { max($0, $1.magnitude) }
    // Lines that cross each other go straight on.
    if middle.magnitude <= 1e-12 * size { return [(sides[3], sides[1]), (sides[0], sides[2])] }
    // The corners that have the sign of the middle lie on one side of both lines.
    let joinsFirst = (middle < 0) == (corners[0] < 0)
    return joinsFirst
      ? [(sides[0], sides[1]), (sides[3], sides[2])] : [(sides[3], sides[0]), (sides[1], sides[2])]
  }

  /// The value of a component at its saddle point in a cell, by Newton's method from that of the bilinear surface.
  private func saddleValue(_ node: Int, _ component: Int, _ corners: [Double]) -> Double {
    let twist = corners[0] - corners[1] - corners[2] + corners[3]
    let low = place(of: node)
    let size = place(of: node + columns + 1) - low
    let start = low + size * SIMD2((corners[0] - corners[2]) / twist, (corners[0] - corners[1]) / twist)
    let point = Block<Double>(rows: 2, capacity: 1)
    let value = Block<Double>(rows: 2, capacity: 1)
    let slopes = Block<Double>(rows: 4, capacity: 1)
    let bends = Block<Double>(rows: 8, capacity: 1)
    point.count = 1
    var place = start
    for _ in 0..<6 {
      (point[0, 0], point[1, 0]) = (place.x, place.y)
      field.jacobians(at: point, into: slopes)
      field.hessians(at: point, into: bends)
      let slope = SIMD2(slopes[2 * component, 0], slopes[2 * component + 1, 0])
      let (xx, xy, yy) = (
        bends[4 * component, 0], bends[4 * component + 1, 0], bends[4 * component + 3, 0]
      )
      let determinant = xx * yy - xy * xy
      let move = SIMD2(yy * slope.x - xy * slope.y, xx * slope.y - xy * slope.x) / determinant
      let next = place - move
      let share = (next - low) / size
      // Outside of the cell there is no saddle that could tell.
      guard share.x >= 0, share.x <= 1, share.y >= 0, share.y <= 1 else { break }
      place = next
    }
    (point[0, 0], point[1, 0]) = (place.x, place.y)
    field.values(at: point, into: value)
    return value[component, 0]
  }
}

/// Points joined in pairs, which become lines.
private struct Chain {
  private var links: [[Int]]

  init(count: Int) { links = Array(repeating: [], count: count) }

  mutating func join(_ first: Int, _ second: Int) {
    links[first].append(second)
    links[second].append(first)
  }

  /// Open lines from their first end, then closed ones, whose last point is the first.
  var lines: [[Int]] {
    var isUsed = [Bool](repeating: false, count: links.count)
    var lines: [[Int]] = []
    func follow(from start: Int) -> [Int] {
      var line = [start]
      var place = start
      isUsed[start] = true
      while let next = links[place].first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        line.append(next)
        place = next
      }
      return line
    }
    for start in links.indices where links[start].count == 1 && !isUsed[start] {
      lines.append(follow(from: start))
    }
    for start in links.indices where links[start].count == 2 && !isUsed[start] {
      lines.append(follow(from: start) + [start])
    }
    return lines
  }
}
