import Parallel

extension NeighbourTree {
  /// How many others lie strictly within a radius of every point, each with a radius of its own; on all threads.
  ///
  /// A point is not counted for itself. No point lies within a radius that is 0, negative or NaN. A radius that
  /// ``nearest(_:norm:)`` gave as the distance of a neighbour does not reach that neighbour.
  ///
  /// - Throws: ``NeighbourError/radii(count:expected:)`` unless there is one radius for each point.
  public func counts(within radii: [Double], norm: Norm = .euclidean) throws(NeighbourError) -> [Int] {
    let counts = try counts(within: radii, of: points, norm: norm)
    // Every point was found at its own place.
    return counts.indices.map { counts[$0] - (radii[$0] > 0 ? 1 : 0) }
  }

  /// How many points of the tree lie strictly within a radius of each of other points.
  ///
  /// - Throws: ``NeighbourError`` unless there is one radius for each point, and if the dimensions differ.
  public func counts(
    within radii: [Double], of others: PointSet, norm: Norm = .euclidean
  ) throws(NeighbourError) -> [Int] {
    guard radii.count == others.count else { throw .radii(count: radii.count, expected: others.count) }
    guard others.dimension == points.dimension else {
      throw .dimensions(others.dimension, expected: points.dimension)
    }
    return switch norm {
    case .maximum: counts(radii, others, MaximumRule.self)
    case .euclidean: counts(radii, others, EuclideanRule.self)
    }
  }

  private func counts<Rule: DistanceRule>(
    _ radii: [Double], _ others: PointSet, _ rule: Rule.Type
  ) -> [Int] {
    let length = 128
    var counts = [Int](repeating: 0, count: others.count)
    counts.withUnsafeMutableBufferPointer { counts in
      nonisolated(unsafe) let counts = counts
      withView { view in
        inParallel((others.count + length - 1) / length) { part in
          let search = CountSearch<Rule>(view)
          for point in part * length..<min((part + 1) * length, others.count) {
            for axis in 0..<others.dimension { search.query[axis] = others[point, axis: axis] }
            counts[point] = radii[point] > 0 ? search.count(below: Rule.limit(radii[point])) : 0
          }
          search.end()
        }
      }
    }
    return counts
  }
}

/// The count of the points near one point after another.
private struct CountSearch<Rule: DistanceRule> {
  let view: TreeView
  let query: UnsafeMutablePointer<Double>

  init(_ view: TreeView) {
    self.view = view
    query = .allocate(capacity: view.dimension)
    query.initialize(repeating: 0, count: view.dimension)
  }

  func end() { query.deallocate() }

  func count(below limit: Double) -> Int { count(1, limit) }

  /// How many points of a node have keys below the limit: none, all, or as its children say.
  private func count(_ node: Int, _ limit: Double) -> Int {
    guard view.nearestKey(Rule.self, node, query) < limit else { return 0 }
    if view.farthestKey(Rule.self, node, query) < limit { return size(node) }
    guard node >= view.leaves else {
      return count(2 &* node, limit) &+ count(2 &* node &+ 1, limit)
    }
    let leaf = node &- view.leaves
    var total = 0
    for lane in stride(from: 0, to: view.slots, by: 8) {
      var sums = Lanes(repeating: 0)
      for axis in 0..<view.dimension {
        sums = Rule.joined(sums, view.lanes(leaf, axis, lane) - Lanes(repeating: query[axis]))
      }
      total &+= (sums .< Lanes(repeating: limit)).bits.nonzeroBitCount
    }
    return total
  }

  /// The number of points in a node.
  private func size(_ node: Int) -> Int {
    var first = node
    var last = node
    while first < view.leaves {
      first = 2 &* first
      last = 2 &* last &+ 1
    }
    return view.start(last &+ 1 &- view.leaves) &- view.start(first &- view.leaves)
  }
}
