import Elementary
import Expressions
import Fields
import LinearAlgebra

/// Places where lines may begin.
enum StreamlineSeeds {
  /// The corners of a regular hexagon around 0.
  static var hexagon: [(Double, Double)] {
    let height = (3.0).squareRoot() / 2
    return [(1, 0), (0.5, height), (-0.5, height), (-1, 0), (-0.5, -height), (0.5, -height)]
  }

  /// Two unit vectors across a third, and across each other.
  static func across(_ direction: SIMD3<Double>) -> (SIMD3<Double>, SIMD3<Double>) {
    let axis =
      direction.x.magnitude < 0.6
      ? SIMD3(1.0, 0, 0) : direction.y.magnitude < 0.6 ? SIMD3(0, 1.0, 0) : SIMD3(0, 0, 1.0)
    let first = cross(direction, axis)
    let unit = first / first.length
    return (unit, cross(direction, unit))
  }

  private static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  }

  /// Half a separation inside the border, all the way round.
  static func alongBorder(_ frame: StreamlineFrame, _ separation: Double) -> [SIMD3<Double>] {
    let inset = separation / 2
    let (width, height) = (frame.size.x - separation, frame.size.y - separation)
    guard width > 0, height > 0 else { return [] }
    let step = separation / 3
    func shares(_ length: Double) -> [Double] {
      let count = Int(length / step) + 1
      return (0..<count).map { inset + length * (Double($0) + 0.5) / Double(count) }
    }
    let across = shares(width)
    let up = shares(height)
    return across.map { SIMD3($0, inset, 0) } + up.map { SIMD3(inset + width, $0, 0) }
      + across.reversed().map { SIMD3($0, inset + height, 0) } + up.reversed().map { SIMD3(inset, $0, 0) }
  }

  /// A lattice over the frame.
  ///
  /// Its points are 0.8 separations apart in the plane, so that none is farther than 0.57 from one: a place that is
  /// 1.57 separations from every line would have given a line.
  static func lattice(_ frame: StreamlineFrame, _ separation: Double) -> [SIMD3<Double>] {
    let counts = (0..<3).map { axis in max(1, Int((frame.size[axis] / (0.8 * separation)).rounded(.up))) }
    var seeds: [SIMD3<Double>] = []
    seeds.reserveCapacity(counts[0] * counts[1] * counts[2])
    for layer in 0..<counts[2] {
      for row in 0..<counts[1] {
        for column in 0..<counts[0] {
          let share = SIMD3(
            (Double(column) + 0.5) / Double(counts[0]), (Double(row) + 0.5) / Double(counts[1]),
            (Double(layer) + 0.5) / Double(counts[2]))
          seeds.append(share * frame.size)
        }
      }
    }
    return seeds
  }

  /// Six places around each point that lines turn around, come from or go to, and one on each arm of a saddle.
  ///
  /// The points are found where the directions on a lattice go round, by Newton's method. What that misses, two points
  /// in one cell, costs no more than a tidy beginning.
  static func aroundCriticalPoints(
    of field: AnyVectorField, _ frame: StreamlineFrame, _ separation: Double
  ) -> [SIMD3<Double>] {
    let lattice = DirectionLattice(field, frame, spacing: separation)
    let reach = separation * 1.001
    var seeds: [SIMD3<Double>] = []
    for (cell, index) in lattice.turns {
      guard let point = lattice.criticalPoint(in: cell) else {
        // A pole has no Jacobian; lines go round it all the same.
        seeds += hexagon.map { cell + reach * SIMD3($0.0, $0.1, 0) }
        continue
      }
      let arms = index < 0 ? saddleArms(point.jacobian) : []
      if arms.isEmpty {
        seeds += hexagon.map { point.place + reach * SIMD3($0.0, $0.1, 0) }
      } else {
        seeds += arms.map { point.place + reach * $0 }
      }
    }
    return seeds
  }

  /// Unit vectors both ways along the real eigenvectors of a Jacobian; none where they are not real.
  private static func saddleArms(_ jacobian: [Double]) -> [SIMD3<Double>] {
    let (a, b, c, d) = (jacobian[0], jacobian[1], jacobian[2], jacobian[3])
    let square = (a - d) * (a - d) / 4 + b * c
    guard square > 0, square.isFinite else { return [] }
    var arms: [SIMD3<Double>] = []
    for root in [square.squareRoot(), -square.squareRoot()] {
      let rate = (a + d) / 2 + root
      // Either row of J − λ gives the eigenvector; the larger one gives it better.
      let first = SIMD3(b, rate - a, 0)
      let second = SIMD3(rate - d, c, 0)
      let vector = first.length >= second.length ? first : second
      guard vector.length > 0 else { return [] }
      arms.append(vector / vector.length)
      arms.append(-1 * vector / vector.length)
    }
    return arms
  }
}
