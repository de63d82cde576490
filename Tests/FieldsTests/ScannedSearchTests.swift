import Expressions
import Fields
import LinearAlgebra
import Testing

/// Fields that are not formulas for the search, because their kind is hidden from it.
@Suite struct ScannedSearchTests {
  @Test func himmelblauIsFoundAndNotProven() throws {
    let field = AnyScalarField(try ScalarExpressionField("(x^2+y-11)^2+(x+y^2-7)^2"))
    let found = try field.criticalPoints(in: IntervalBox([-5...5, -5...5]))
    #expect(found.completeness == .notProven)
    #expect(!found.isComplete)
    try #require(found.points.count == 9)
    for (point, reference) in zip(found.points, himmelblauReferences) {
      #expect(point.evidence == .approximate)
      for side in 0..<2 {
        let allowed = point.errorRadius + reference[side].ulp
        #expect((point.location[side] - reference[side]).magnitude <= allowed)
      }
      #expect(point.index == point.windingNumber)
    }
    #expect(found.points.filter { $0.nature.kind == .minimum }.count == 4)
    #expect(found.indexCheck == .agrees(1))
  }

  @Test func degenerateZerosAreNamed() throws {
    let saddle = AnyScalarField(try ScalarExpressionField("x^3 - 3x y^2"))
    let found = try saddle.criticalPoints(in: IntervalBox([-2...2, -2.1...2]))
    try #require(found.points.count == 1)
    #expect(found.points[0].isDegenerate)
    #expect(found.points[0].index == -2)
    #expect(found.points[0].location.allSatisfy { $0.magnitude <= found.points[0].errorRadius })
    #expect(found.indexCheck == .agrees(-2))
    let lost = AnyVectorField(try VectorExpressionField("x^3 - 3x^2 + 3x - 1, y"))
    let triple = try lost.criticalPoints(in: IntervalBox([0...3, -1...1]))
    #expect(triple.points.map { $0.index } == [1])
    #expect((triple.points[0].location[0] - 1).magnitude <= triple.points[0].errorRadius)
  }

  @Test func rowsOfZerosAreARegion() throws {
    let ring = AnyVectorField(try VectorExpressionField("x(x^2+y^2-1), y(x^2+y^2-1)"))
    let found = try ring.criticalPoints(
      in: IntervalBox([-2...2, -2...2]), limits: SearchLimits(maximumBoxes: 1024))
    #expect(found.points.count == 1)
    #expect(found.regions.map { $0.kind } == [.notIsolated])
    let flat = AnyScalarField(try ScalarExpressionField("0 x"))
    let all = try flat.criticalPoints(
      in: IntervalBox([-1...1, -1...1]), limits: SearchLimits(maximumBoxes: 100))
    #expect(all.points.isEmpty && all.regions.count == 1)
  }

  @Test func whatIsMissedShowsOnTheBorder() throws {
    let vortex = AnyVectorField(try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)"))
    let found = try vortex.criticalPoints(in: IntervalBox([-1...1, -1...1]))
    #expect(found.points.isEmpty)
    #expect(found.indexCheck == .disagrees(border: 1, inside: 0))
  }

  @Test func spaceIsScannedToo() throws {
    let flow = AnyVectorField(
      try VectorExpressionField("sin z + cos y, sin x + cos z, sin y + cos x", variables: .space))
    let box = IntervalBox([0...6.25, 0...6.25, 0...6.25])
    let found = try flow.criticalPoints(in: box, limits: SearchLimits(maximumBoxes: 1000))
    #expect(found.points.count == 8)
  }

  @Test func fieldsAreFollowedRoundCircles() throws {
    let cases = [("x, y", 1), ("x, -y", -1), ("x^2 - y^2, 2x y", 2), ("3x^2 - 3y^2, -6x y", -2), ("1, 2", 0)]
    for (text, turns) in cases {
      let field = try VectorExpressionField(text)
      #expect(field.windingNumber(around: Circle(x: 0, y: 0, radius: 0.5)) == turns, "\(text)")
      #expect(try field.topologicalDegree(on: IntervalBox([-1...1, -0.5...1])) == turns, "\(text)")
    }
    let field = try VectorExpressionField("x - 1, y")
    #expect(field.windingNumber(around: Circle(x: 0, y: 0, radius: 1)) == nil)
    #expect(field.windingNumber(around: Circle(x: 0, y: 0, radius: 0.99)) == 0)
    #expect(try field.topologicalDegree(on: IntervalBox([-1...1, -1...1])) == nil)
    // Twenty turns are not mistaken for fewer.
    let wild = try VectorExpressionField("cos(20 atan2(y, x)), sin(20 atan2(y, x))")
    #expect(wild.windingNumber(around: Circle(x: 0, y: 0, radius: 1)) == 20)
  }
}
