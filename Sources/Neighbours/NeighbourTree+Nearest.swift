import Parallel

/// The nearest neighbours of some points: which they are, and how far, the nearest first.
public struct Neighbourhoods: Equatable, Sendable {
  /// How many points were asked about.
  public let count: Int
  /// How many neighbours each has.
  public let k: Int
  /// The numbers of the neighbours: those of point i are `numbers[i * k..<(i + 1) * k]`.
  public let numbers: [Int32]
  /// Their distances, in the same order.
  public let distances: [Double]

  /// The numbers of the neighbours of a point, the nearest first.
  public subscript(point: Int) -> ArraySlice<Int32> { numbers[point * k..<(point + 1) * k] }

  /// The distance of every point to its neighbour of this rank, 1 to ``k``.
  public func distances(to rank: Int) -> [Double] {
    precondition(rank >= 1 && rank <= k, "no such rank")
    return (0..<count).map { distances[$0 * k + rank - 1] }
  }
}

extension NeighbourTree {
  /// The k nearest others of every point, found on all threads.
  ///
  /// A point is no neighbour of its own, but others at its place are, at the distance 0. Of equally far points the one
  /// given first comes first. Meant for small k: the work grows as k² at worst.
  ///
  /// - Throws: ``NeighbourError/neighbours(asked:available:)`` unless k is 1 to the number of points − 1.
  public func nearest(_ k: Int, norm: Norm = .euclidean) throws(NeighbourError) -> Neighbourhoods {
    guard k >= 1, k < points.count else { throw .neighbours(asked: k, available: points.count - 1) }
    return switch norm {
    case .maximum: nearestOthers(k, MaximumRule.self)
    case .euclidean: nearestOthers(k, EuclideanRule.self)
    }
  }

  /// The k points of the tree that are nearest to each of other points, found on all threads.
  ///
  /// - Throws: ``NeighbourError`` unless k is 1 to the number of points in the tree, or if the dimensions differ.
  public func nearest(
    _ k: Int, to others: PointSet, norm: Norm = .euclidean
  ) throws(NeighbourError) -> Neighbourhoods {
    guard k >= 1, k <= points.count else { throw .neighbours(asked: k, available: points.count) }
    guard others.dimension == points.dimension else {
      throw .dimensions(others.dimension, expected: points.dimension)
    }
    return switch norm {
    case .maximum: nearestPoints(k, to: others, MaximumRule.self)
    case .euclidean: nearestPoints(k, to: others, EuclideanRule.self)
    }
  }

  private func nearestOthers<Rule: DistanceRule>(_ k: Int, _ rule: Rule.Type) -> Neighbourhoods {
    let parts = leafParts()
    return gather(points.count, k, parts, rule) { part, view, search in
      for leaf in leaves(of: part, parts) {
        for slot in 0..<slots {
          let number = view.numbers[leaf * slots + slot]
          guard number >= 0 else { break }
          for axis in 0..<points.dimension {
            search.query[axis] = view.coordinates[(leaf &* points.dimension &+ axis) &* slots &+ slot]
          }
          search.run(from: leaf, without: number)
          search.give(Int(number))
        }
      }
    }
  }

  private func nearestPoints<Rule: DistanceRule>(
    _ k: Int, to others: PointSet, _ rule: Rule.Type
  ) -> Neighbourhoods {
    let length = 128
    return gather(others.count, k, (others.count + length - 1) / length, rule) { part, _, search in
      for point in part * length..<min((part + 1) * length, others.count) {
        for axis in 0..<others.dimension { search.query[axis] = others[point, axis: axis] }
        search.run()
        search.give(point)
      }
    }
  }

  /// Runs a search for every part; each gives its findings to rows of its own.
  @inline(__always)
  private func gather<Rule: DistanceRule>(
    _ count: Int, _ k: Int, _ parts: Int, _ rule: Rule.Type,
    _ body: @Sendable (_ part: Int, _ view: TreeView, _ search: inout NearestSearch<Rule>) -> Void
  ) -> Neighbourhoods {
    var numbers = [Int32](repeating: -1, count: count * k)
    var distances = [Double](repeating: 0, count: count * k)
    numbers.withUnsafeMutableBufferPointer { numbers in
      distances.withUnsafeMutableBufferPointer { distances in
        nonisolated(unsafe) let numbers = numbers
        nonisolated(unsafe) let distances = distances
        withView { view in
          inParallel(parts) { part in
            var search = NearestSearch<Rule>(view, k, numbers, distances)
            body(part, view, &search)
            search.end()
          }
        }
      }
    }
    return Neighbourhoods(count: count, k: k, numbers: numbers, distances: distances)
  }
}
