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

  // Vertices are numbered: three for each node, namely itself, the crossing to its right, the crossing above it.
  private func node(_ column: Int, _ row: Int) -> Int { 3 * (row * columns + column) }

  private func isMasked(_ column: Int, _ row: Int) -> Bool {
    guard column >= 0, row >= 0, column < columns - 1, row < rows - 1 else { return true }
    let start = row * columns + column
    let finite = grid.values[start].isFinite && grid.values[start + 1].isFinite
    return !(finite && grid.values[start + columns].isFinite && grid.values[start + columns + 1].isFinite)
  }

  private mutating func collect(withBorder: Bool) {
    guard !grid.isEmpty else { return }
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 where !isMasked(column, row) {
        visit(column, row, withBorder: withBorder)
      }
    }
  }

  private mutating func visit(_ column: Int, _ row: Int, withBorder: Bool) {
    let start = row * columns + column
    let f = SIMD4(
      grid.values[start], grid.values[start + 1], grid.values[start + columns + 1],
      grid.values[start + columns])
    // Corners and sides run counter-clockwise from the lower left; side k goes from corner k to corner k + 1.
    let inside = [f[0] >= level, f[1] >= level, f[2] >= level, f[3] >= level]
    let corners = [
      node(column, row), node(column + 1, row), node(column + 1, row + 1), node(column, row + 1),
    ]
    let crossings = [corners[0] + 1, corners[1] + 2, corners[3] + 1, corners[0] + 2]
    if withBorder {
      let outer = [
        isMasked(column, row - 1), isMasked(column + 1, row), isMasked(column, row + 1),
        isMasked(column - 1, row),
      ]
      for side in 0..<4 where outer[side] {
        let next = (side + 1) & 3
        if !inside[side] && !inside[next] { continue }
        let from = inside[side] ? corners[side] : crossings[side]
        let to = inside[next] ? corners[next] : crossings[side]
        segments.append((from, to))
      }
    }
    let isSaddle = inside[0] == inside[2] && inside[1] == inside[3] && inside[0] != inside[1]
    let joined = isSaddle && saddleValue(f) >= level
    for side in 0..<4 where inside[side] && !inside[(side + 1) & 3] {
      // The line leaves over this side; it comes back over the one by which the region is entered again.
      var entry = isSaddle && !joined ? (side + 3) & 3 : (side + 1) & 3
      if !isSaddle { while inside[entry] || !inside[(entry + 1) & 3] { entry = (entry + 1) & 3 } }
      segments.append((crossings[side], crossings[entry]))
    }
  }

  private func saddleValue(_ f: SIMD4<Double>) -> Double {
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
