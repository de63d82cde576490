import Expressions
import Fields
import Testing

/// The examples of the article on finding critical points.
@Suite struct FindingCriticalPointsTests {
  @Test func himmelblau() throws {
    let himmelblau = try ScalarExpressionField("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
    let box = IntervalBox([-5...5, -5...5])
    let found = try himmelblau.criticalPoints(in: box)
    try #require(found.points.count == 9)
    #expect(found.isComplete)
    #expect(found.completeness == .proven)
    #expect(found.indexCheck == .agrees(1))
    #expect(found.boxesExamined < 100)
    let lowest = found.points[6]
    #expect(lowest.location == [3, 2])
    #expect(lowest.errorRadius == 0)
    #expect(lowest.evidence == .unique)
    #expect(lowest.nature.kind == .minimum)
    #expect(lowest.index == 1)
    #expect(try AnyScalarField(himmelblau).criticalPoints(in: box).completeness == .notProven)
    #expect(
      try himmelblau.criticalPoints(in: IntervalBox(Window(minX: -5, maxX: 5, minY: -5, maxY: 5))) == found)
  }

  @Test func whatCannotBeDecided() throws {
    let dipole = try VectorExpressionField("x^2 - y^2, 2x y")
    #expect(try dipole.topologicalDegree(on: IntervalBox([-1...1, -1...1])) == 2)
    let saddle = try ScalarExpressionField("x^3 - 3x y^2").criticalPoints(in: IntervalBox([-2...2, -2...2]))
    try #require(saddle.points.count == 1)
    #expect(saddle.points[0].nature.kind == .degenerate)
    #expect(saddle.points[0].index == -2)
    #expect(saddle.points[0].errorRadius < 6e-12)
    #expect(saddle.completeness == .provenElsewhere)
  }

  @Test func theVortex() throws {
    let vortex = try VectorExpressionField("-y/(x^2 + y^2), x/(x^2 + y^2)")
    let still = try vortex.criticalPoints(in: IntervalBox([-1...1, -1...1]))
    try #require(still.points.isEmpty && still.regions.count == 1)
    #expect(still.regions[0].kind == .undefined)
    #expect(still.regions[0].index == 1)
    #expect(still.indexCheck == .agrees(1))
    let holes = try vortex.singularities(in: IntervalBox([-2...2, -1...1])).points
    let hole = try #require(holes.first)
    #expect(hole.location == [0, 0])
    #expect(hole.errorRadius < 4e-12)
    #expect(hole.clearance == 1)
    let period = vortex.circulation(around: Circle(x: 0, y: 0, radius: hole.clearance / 2))
    #expect((period.value - 2 * Double.pi).magnitude < 1e-12)
  }
}
