import Neighbours
import Randomness

/// Points of many kinds for the tests: scattered, in clusters, on a grid, and in few places.
enum Cloud: CaseIterable, Sendable {
  case random
  case clustered
  case gridded
  case duplicated
  case skewed

  func points(_ count: Int, dimension: Int, seed: UInt64 = 1) throws -> PointSet {
    var generator = CounterGenerator(seed: seed, stream: UInt64(dimension))
    var axes: [[Double]] = []
    for axis in 0..<dimension {
      axes.append(
        (0..<count).map { index in
          let value = generator.uniform()
          switch self {
          case .random: return generator.normal()
          case .clustered: return Double((index % 7) * (axis + 1)) + 1e-3 * value
          case .gridded: return (value * 5).rounded(.down)
          case .duplicated: return index % 3 == 0 ? 1 : (value * 2).rounded(.down)
          case .skewed: return axis == 0 ? 1 / (1e-9 + value * value) : -value * value * value
          }
        })
    }
    return try PointSet(axes)
  }
}

extension Norm {
  /// The distance by the definition.
  func distance(_ a: PointSet, _ i: Int, _ b: PointSet, _ j: Int) -> Double {
    var result = 0.0
    for axis in 0..<a.dimension {
      let difference = a[i, axis: axis] - b[j, axis: axis]
      result = self == .maximum ? max(result, abs(difference)) : result + difference * difference
    }
    return self == .maximum ? result : result.squareRoot()
  }
}
