/// Where a bilinear surface over a grid reaches a level: its outline, or the region at and above it.
///
/// Marching squares (Lorensen & Cline 1987 in the plane). A cell whose opposite corners lie on one side is
/// decided by the surface's own saddle value (f₀₀f₁₁ − f₁₀f₀₁)/(f₀₀ + f₁₁ − f₁₀ − f₀₁) (Nielson & Hamann 1991),
/// so regions are joined exactly where the bilinear surface joins them. Cells with a masked corner are left out.
package struct MarchingSquares {
  private let grid: SampleGrid
  private let level: Double
  private let columns: Int
  private let rows: Int
  private var segments: [(from: Int, to: Int)] = []

  /// Prepares the lines of a grid at a level.
  package init(_ grid: SampleGrid, level: Double) {
    self.grid = grid
    self.level = level
    columns = grid.x.count
    rows = grid.y.count
  }

  /// The region where the surface is at or above the level, as closed polygons with the region on their left
  /// (counter-clockwise outside, clockwise around holes, y up), in data coordinates.
  package func region() -> [[SIMD2<Double>]] {
    var work = self
    work.collect(withBorder: true)
    return work.chained().map { $0.points }
  }

  /// The lines where the surface crosses the level, higher values on their left, as chains in data coordinates;
  /// a closed line ends where it began.
  package func lines() -> [[SIMD2<Double>]] {
    var work = self
    work.collect(withBorder: false)
    return work.chained().map { chain in
      guard chain.isClosed, let first = chain.points.first else { return chain.points }
      return chain.points + [first]
    }
  }

  // One flag a cell, with a frame of masked cells around the grid, so that every cell has four neighbours.
  private func maskedCells() -> [Bool] {
    let finite = grid.values.map { $0.isFinite }
    var masked = [Bool](repeating: true, count: (columns + 1) * (rows + 1))
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let start = row * columns + column
        let isWhole =
          finite[start] && finite[start + 1] && finite[start + columns] && finite[start + columns + 1]
        masked[(row + 1) * (columns + 1) + column + 1] = !isWhole
      }
    }
    return masked
  }

  private mutating func collect(withBorder: Bool) {
    guard !grid.isEmpty else { return }
    let masked = maskedCells()
    let isInside = grid.values.map { $0 >= level }
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let cell = (row + 1) * (columns + 1) + column + 1
        if masked[cell] { continue }
        let start = row * columns + column
        // Bit k is corner k; corners and sides run counter-clockwise from the lower left, side k leaves corner k.
        var inside = isInside[start] ? 1 : 0
        if isInside[start + 1] { inside |= 2 }
        if isInside[start + columns + 1] { inside |= 4 }
        if isInside[start + columns] { inside |= 8 }
        if inside == 0 { continue }
        let corners = SIMD4(3 * start, 3 * (start + 1), 3 * (start + columns + 1), 3 * (start + columns))
        if withBorder {
          let outer = SIMD4(cell - columns - 1, cell + 1, cell + columns + 1, cell - 1)
          for side in 0..<4 where masked[outer[side]] { appendBorder(side, inside, corners) }
        }
        if inside != 15 { appendLines(inside, corners, start) }
      }
    }
  }

  // Vertices are numbered: three for each node, namely itself, the crossing to its right, the crossing above it.
  private func crossing(_ side: Int, _ corners: SIMD4<Int>) -> Int {
    switch side {
    case 0: corners[0] + 1
    case 1: corners[1] + 2
    case 2: corners[3] + 1
    default: corners[0] + 2
    }
  }

  private mutating func appendBorder(_ side: Int, _ inside: Int, _ corners: SIMD4<Int>) {
    let next = (side + 1) & 3
    let begins = inside >> side & 1 == 1
    let ends = inside >> next & 1 == 1
    if !begins && !ends { return }
    let from = begins ? corners[side] : crossing(side, corners)
    let to = ends ? corners[next] : crossing(side, corners)
    segments.append((from, to))
  }

  private mutating func appendLines(_ inside: Int, _ corners: SIMD4<Int>, _ start: Int) {
    let isSaddle = inside == 5 || inside == 10
    let isJoined = isSaddle && saddleValue(start) >= level
    for side in 0..<4 where inside >> side & 1 == 1 && inside >> ((side + 1) & 3) & 1 == 0 {
      // The line leaves the region over this side and comes back over the one by which it is entered again.
      var entry = isSaddle && !isJoined ? (side + 3) & 3 : (side + 1) & 3
      if !isSaddle {
        while inside >> entry & 1 == 1 || inside >> ((entry + 1) & 3) & 1 == 0 { entry = (entry + 1) & 3 }
      }
      segments.append((crossing(side, corners), crossing(entry, corners)))
    }
  }

  private func saddleValue(_ start: Int) -> Double {
    let values = grid.values
    let f = SIMD4(values[start], values[start + 1], values[start + columns + 1], values[start + columns])
    // Values are taken from the level, which keeps the products small and the sign exact near it.
    let g = f - level
    return level + (g[0] * g[2] - g[1] * g[3]) / (g[0] + g[2] - g[1] - g[3])
  }

  private func point(_ vertex: Int) -> SIMD2<Double> {
    let index = vertex / 3
    let column = index % columns
    let row = index / columns
    let here = SIMD2(grid.x[column], grid.y[row])
    let kind = vertex % 3
    if kind == 0 { return here }
    let other = kind == 1 ? index + 1 : index + columns
    let there = kind == 1 ? SIMD2(grid.x[column + 1], here.y) : SIMD2(here.x, grid.y[row + 1])
    let from = grid.values[index]
    let fraction = (level - from) / (grid.values[other] - from)
    return here + (there - here) * Swift.min(Swift.max(fraction, 0), 1)
  }

  private func chained() -> [(points: [SIMD2<Double>], isClosed: Bool)] {
    var first = [Int32](repeating: -1, count: 3 * columns * rows)
    var following = [Int32](repeating: -1, count: segments.count)
    var arrivals = [UInt8](repeating: 0, count: first.count)
    for index in segments.indices.reversed() {
      following[index] = first[segments[index].from]
      first[segments[index].from] = Int32(index)
      arrivals[segments[index].to] += 1
    }
    var used = [Bool](repeating: false, count: segments.count)
    var chains: [(points: [SIMD2<Double>], isClosed: Bool)] = []
    // Open lines are begun at their ends, closed ones anywhere.
    for open in [true, false] {
      for start in segments.indices where !used[start] {
        if open && arrivals[segments[start].from] > 0 { continue }
        var points = [point(segments[start].from)]
        var index = start
        while true {
          used[index] = true
          let end = segments[index].to
          var next = first[end]
          while next >= 0, used[Int(next)] { next = following[Int(next)] }
          if end == segments[start].from || next < 0 {
            let isClosed = end == segments[start].from
            if !isClosed { points.append(point(end)) }
            chains.append((points, isClosed))
            break
          }
          points.append(point(end))
          index = Int(next)
        }
      }
    }
    return chains
  }
}
