import Neighbours
import Testing

@Suite("The tree finds what looking at all points finds")
struct NeighbourTreeTests {
  struct Found: Equatable {
    var distance: Double
    var number: Int32
  }

  /// All distances, sorted: nearer first, of equal ones the earlier point.
  func all(_ points: PointSet, from queries: PointSet, _ i: Int, _ norm: Norm) -> [Found] {
    (0..<points.count).map { Found(distance: norm.distance(points, $0, queries, i), number: Int32($0)) }
      .sorted { ($0.distance, $0.number) < ($1.distance, $1.number) }
  }

  @Test("Nearest others", arguments: Cloud.allCases, Array(1...8))
  func nearest(cloud: Cloud, dimension: Int) throws {
    for count in [2, 3, 20, 21, 41, 300] {
      let points = try cloud.points(count, dimension: dimension)
      let tree = NeighbourTree(points)
      for norm in Norm.allCases {
        for k in [1, 4, 17, count - 1] where k < count {
          let found = try tree.nearest(k, norm: norm)
          for i in stride(from: 0, to: count, by: count > 100 ? 17 : 1) {
            let truth = all(points, from: points, i, norm).filter { $0.number != i }.prefix(k)
            #expect(Array(found[i]) == truth.map(\.number))
            for (rank, expected) in truth.enumerated() {
              let distance = found.distances[i * k + rank]
              // Squares are summed in the same order, so that the roots are the same bits.
              #expect(distance == expected.distance)
            }
          }
        }
      }
    }
  }

  @Test("Points of others", arguments: Cloud.allCases, [1, 2, 3, 6])
  func others(cloud: Cloud, dimension: Int) throws {
    let points = try cloud.points(300, dimension: dimension)
    let queries = try cloud.points(150, dimension: dimension, seed: 2)
    let tree = NeighbourTree(points)
    for norm in Norm.allCases {
      let found = try tree.nearest(5, to: queries, norm: norm)
      #expect(found.count == 150)
      for i in 0..<150 {
        let truth = all(points, from: queries, i, norm).prefix(5)
        #expect(Array(found[i]) == truth.map(\.number))
        #expect(found.distances(to: 5)[i] == truth[4].distance)
      }
    }
  }

  @Test("Counts are strict, also at the distance of a neighbour", arguments: Cloud.allCases, Array(1...8))
  func counts(cloud: Cloud, dimension: Int) throws {
    let points = try cloud.points(250, dimension: dimension)
    let tree = NeighbourTree(points)
    for norm in Norm.allCases {
      for k in [1, 3, 30] {
        let radii = try tree.nearest(k, norm: norm).distances(to: k)
        let counts = try tree.counts(within: radii, norm: norm)
        for i in 0..<points.count {
          let truth = (0..<points.count).count {
            $0 != i && norm.distance(points, $0, points, i) < radii[i]
          }
          #expect(counts[i] == truth)
          #expect(counts[i] < k)
        }
      }
      var radii = [Double](repeating: 1e9 * Double(dimension), count: points.count)
      radii[0] = 0
      radii[1] = -1
      radii[2] = .nan
      radii[3] = .infinity
      let counts = try tree.counts(within: radii, norm: norm)
      #expect(Array(counts[..<4]) == [0, 0, 0, 249])
    }
  }

  @Test("Ten thousand points at one place are no trap")
  func onePlace() throws {
    let points = try PointSet([[Double](repeating: 2, count: 10_000), [Double](repeating: 3, count: 10_000)])
    let found = try NeighbourTree(points).nearest(3)
    #expect(Array(found[0]) == [1, 2, 3])
    #expect(Array(found[1]) == [0, 2, 3])
    #expect(Array(found[9_999]) == [0, 1, 2])
    #expect(found.distances.allSatisfy { $0 == 0 })
  }

  @Test("Tiny and huge coordinates")
  func scales() throws {
    let huge = try PointSet([[0x1p500, -0x1p500, 0], [0, 0x1p499, 0]])
    #expect(try NeighbourTree(huge).nearest(1).distances(to: 1)[2] == 0x1p500)
    #expect(try NeighbourTree(huge).counts(within: [.infinity, .infinity, 1]) == [2, 2, 0])
    let tiny = try PointSet(line: [0, 0x1p-1074, 0x1p-1073])
    #expect(
      try NeighbourTree(tiny).nearest(1, norm: .maximum).distances == [0x1p-1074, 0x1p-1074, 0x1p-1074])
  }

  @Test("What cannot be asked is said")
  func errors() throws {
    #expect(throws: NeighbourError.empty) { try PointSet([]) }
    #expect(throws: NeighbourError.empty) { try PointSet([[], []]) }
    #expect(throws: NeighbourError.unequalAxes(axis: 1, count: 1, expected: 2)) {
      try PointSet([[1, 2], [3]])
    }
    #expect(throws: NeighbourError.coordinate(.infinity, point: 1, axis: 1)) {
      try PointSet([[1, 2], [3, .infinity]])
    }
    #expect(throws: NeighbourError.coordinate(-1e200, point: 0, axis: 0)) { try PointSet(line: [-1e200]) }
    let tree = NeighbourTree(try PointSet(line: [1, 2, 3]))
    #expect(throws: NeighbourError.neighbours(asked: 3, available: 2)) { try tree.nearest(3) }
    #expect(throws: NeighbourError.neighbours(asked: 0, available: 2)) { try tree.nearest(0) }
    let two = try PointSet([[1], [2]])
    #expect(throws: NeighbourError.neighbours(asked: 4, available: 3)) { try tree.nearest(4, to: two) }
    #expect(throws: NeighbourError.dimensions(2, expected: 1)) { try tree.nearest(1, to: two) }
    #expect(throws: NeighbourError.radii(count: 2, expected: 3)) { try tree.counts(within: [1, 2]) }
    #expect(throws: NeighbourError.dimensions(2, expected: 1)) { try tree.counts(within: [1], of: two) }
    do {
      _ = try PointSet(line: [0, .nan])
      Issue.record("NaN is no coordinate")
    } catch {
      #expect(
        "\(error)" == "the coordinate of point 1 on axis 0 is nan; expected a finite number of at most 2^500")
    }
  }
}
