import Neighbours
import Testing

@Suite("Sets of points")
struct PointSetTests {
  @Test("Chosen, joined and appended")
  func combinations() throws {
    let points = try PointSet([[1, 2, 3], [4, 5, 6]])
    #expect(points[2, axis: 1] == 6)
    #expect(points.points([2, 0, 0]) == (try PointSet([[3, 1, 1], [6, 4, 4]])))
    let line = try PointSet(line: [7, 8, 9])
    #expect(try points.joined(with: line) == PointSet([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
    #expect(try line.appending(PointSet(line: [0])) == PointSet(line: [7, 8, 9, 0]))
    #expect(throws: NeighbourError.dimensions(1, expected: 2)) { try points.appending(line) }
    #expect(throws: NeighbourError.unequalAxes(axis: 2, count: 1, expected: 3)) {
      try points.joined(with: PointSet(line: [0]))
    }
  }
}
