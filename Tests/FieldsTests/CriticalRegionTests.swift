import Elementary
import Expressions
import Fields
import Testing

/// What a search cannot decide, and says so.
@Suite struct CriticalRegionTests {
  @Test func seamsAwayFromZerosDoNotMatter() throws {
    let field = try VectorExpressionField("if(x < 1/2, x, 1 + x), min(y, 5)")
    let found = try field.criticalPoints(in: IntervalBox([-1...1, -1...1]))
    #expect(found.isComplete)
    #expect(found.points.map { $0.location } == [[0, 0]])
  }

  @Test func aCircleOfZerosIsNotIsolated() throws {
    let field = try VectorExpressionField("x(x^2+y^2-1), y(x^2+y^2-1)")
    let found = try field.criticalPoints(
      in: IntervalBox([-2...2, -2...2]), limits: SearchLimits(maximumBoxes: 4000))
    #expect(found.completeness == .provenElsewhere)
    #expect(found.points.map { $0.location } == [[0, 0]])
    #expect(found.points[0].nature.kind == .starSink)
    #expect(found.regions.map { $0.kind } == [.notIsolated])
    for step in 0..<100 {
      let angle = 2 * Double.pi * Double(step) / 100
      let place = [Double.cos(angle), Double.sin(angle)]
      // cos and sin are rounded: the point is next to the circle.
      let isCovered = found.regions[0].boxes.contains { $0.distance(from: place) < 1e-15 }
      #expect(isCovered, "\(place)")
    }
    #expect(
      found.regions[0].boxes.allSatisfy { box in
        let length = Double.hypot(box.centre[0], box.centre[1])
        return (length - 1).magnitude < 0.1
      })
    #expect(found.indexCheck == .notCheckable(.unknownIndex))
  }

  @Test func linesOfZerosAreNotIsolated() throws {
    let axes = try VectorExpressionField("x y, x y").criticalPoints(
      in: IntervalBox([-1...1, -1...1]), limits: SearchLimits(maximumBoxes: 4000))
    #expect(axes.points.isEmpty)
    #expect(axes.regions.map { $0.kind } == [.notIsolated])
    let valley = try ScalarExpressionField("x^2").criticalPoints(in: IntervalBox([-1...1, -1...1]))
    #expect(valley.points.isEmpty)
    #expect(valley.regions.map { $0.kind } == [.notIsolated])
    #expect(valley.regions[0].bounds[0].width < 1e-11)
    #expect(valley.regions[0].bounds[1] == Interval(-1, 1))
    let flat = try ScalarExpressionField("3").criticalPoints(in: IntervalBox([-1...1, -1...1]))
    #expect(flat.regions.map { $0.kind } == [.zeroThroughout])
    #expect(flat.boxesExamined == 1)
  }

  @Test func aPoleIsARegionWithAnIndex() throws {
    let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    let found = try vortex.criticalPoints(in: IntervalBox([-1...1, -1...1]))
    #expect(found.points.isEmpty)
    #expect(found.completeness == .provenElsewhere)
    #expect(found.regions.map { $0.kind } == [.undefined])
    #expect(found.regions[0].bounds.contains([0, 0]))
    #expect(found.regions[0].bounds.radius < 1e-11)
    #expect(found.regions[0].index == 1)
    #expect(found.indexCheck == .agrees(1))
    // A dipole turns twice round its pole.
    let dipole = try VectorExpressionField("(x^2-y^2)/(x^2+y^2)^2, 2x y/(x^2+y^2)^2")
    #expect(try dipole.criticalPoints(in: IntervalBox([-1...1, -1...1])).regions.map { $0.index } == [2])
  }

  @Test func kinksAndJumpsAreNamed() throws {
    let box = IntervalBox([-1...1, -1...1])
    let tent = try ScalarExpressionField("sqrt(x^2+y^2)").criticalPoints(in: box)
    #expect(tent.points.isEmpty)
    #expect(tent.regions.map { $0.kind } == [.kink])
    #expect(tent.regions[0].index == 1)
    let roof = try ScalarExpressionField("|x| + y^2").criticalPoints(in: box)
    #expect(roof.regions.map { $0.kind } == [.kink])
    let stairs = try VectorExpressionField("floor(x), y").criticalPoints(in: IntervalBox([-2...2, -1...1]))
    #expect(stairs.regions.map { $0.kinds } == [[.notIsolated, .jump]])
    #expect(!stairs.isComplete)
    // Bounds do not see whether the pieces of a choice meet at its seam; those of a minimum always do.
    let bent = try VectorExpressionField("if(x < 0, x, 2x), y").criticalPoints(in: box)
    #expect(bent.points.isEmpty && bent.regions.map { $0.kind } == [.jump])
    let lower = try VectorExpressionField("min(x, 2x), y").criticalPoints(in: box)
    #expect(lower.regions.map { $0.kind } == [.kink])
    #expect(lower.regions.map { $0.index } == [1])
    let torn = try VectorExpressionField("if(x < 1/2, x - 1, x), y").criticalPoints(in: box)
    #expect(torn.points.isEmpty && torn.regions.map { $0.kind } == [.jump])
    // Kinks away from zeros do not matter.
    let folded = try VectorExpressionField("|x| - 1, y").criticalPoints(in: IntervalBox([-2...2, -1...1]))
    #expect(folded.isComplete)
    #expect(folded.points.map { $0.location } == [[-1, 0], [1, 0]])
    #expect(folded.indexCheck == .agrees(0))
  }

  @Test func whatIsNotDefinedHasNoZero() throws {
    let box = IntervalBox([-2...2, -1...1])
    let half = try VectorExpressionField("log(x), y").criticalPoints(in: box)
    #expect(half.isComplete)
    #expect(half.points.map { $0.location } == [[1, 0]])
    // x²/x is 0 nowhere: at 0 it does not exist.
    let hole = try VectorExpressionField("x^2/x, y").criticalPoints(in: box)
    #expect(hole.points.isEmpty)
    #expect(hole.regions.map { $0.kind } == [.undefined])
    // The gradient of log|x| + log|y| is (1/x, 1/y).
    let wall = try ScalarExpressionField("log(x) + y^2").criticalPoints(in: box)
    #expect(wall.points.isEmpty)
  }

  /// A zero that touches 0 can neither be proven nor excluded where the coefficients are no doubles.
  @Test func touchingZerosAreCalledPossible() throws {
    let box = IntervalBox([-2...2, -2...2])
    let above = try VectorExpressionField("x^2 + 1e-20, y").criticalPoints(in: box)
    #expect(above.isComplete && above.points.isEmpty)
    let touching = try VectorExpressionField("(x - 0.1)^2, y").criticalPoints(in: box)
    #expect(touching.points.map { $0.evidence } == [.possible])
    #expect(touching.points[0].isDegenerate)
    #expect((touching.points[0].location[0] - 0.1).magnitude <= touching.points[0].errorRadius)
    // Three zeros in one, lost in rounding: one point with the radius of what is lost.
    let lost = try VectorExpressionField("x^3 - 3x^2 + 3x - 1, y").criticalPoints(in: box)
    #expect(lost.points.map { $0.evidence } == [.exists])
    #expect(lost.points[0].index == 1)
    #expect(lost.points[0].errorRadius < 1e-4)
    #expect(lost.indexCheck == .agrees(1))
  }

  /// A search that is cut short says so, and what it has not looked at is in its regions.
  @Test(arguments: [1, 10, 100, 400])
  func nothingIsLostAtTheLimit(_ limit: Int) throws {
    let field = try ScalarExpressionField("20 + x^2 - 10cos(2π x) + y^2 - 10cos(2π y)")
    let box = IntervalBox([-5.12...5.12, -5.12...5.12])
    let found = try field.criticalPoints(in: box, limits: SearchLimits(maximumBoxes: limit))
    #expect(found.isExhausted)
    #expect(!found.isComplete)
    #expect(found.boxesExamined == limit)
    for x in rastriginReferences {
      for y in rastriginReferences {
        let isListed = found.points.contains { point in
          Double.hypot(point.location[0] - x, point.location[1] - y) <= point.errorRadius + 1e-15
        }
        let isLeft = found.regions.contains { region in
          region.boxes.contains { $0.distance(from: [x, y]) <= 1e-15 }
        }
        #expect(isListed || isLeft, "\(x), \(y)")
      }
    }
  }

  @Test func wrongBoxesAreRefused() throws {
    let field = try VectorExpressionField("x, y")
    let scalar = try ScalarExpressionField("x y")
    let space = IntervalBox([-1...1, -1...1, -1...1])
    #expect(throws: SearchError.sides(found: 3, expected: 2)) { try field.criticalPoints(in: space) }
    #expect(throws: SearchError.sides(found: 3, expected: 2)) { try scalar.criticalPoints(in: space) }
    #expect(throws: SearchError.components(found: 2, expected: 3)) {
      try VectorExpressionField(field.expressions, variables: .space).criticalPoints(in: space)
    }
    for side in [Interval(1, 1), Interval(2, 1), Interval(0, .infinity), Interval(0, .nan), .whole] {
      let box = IntervalBox([Interval(-1, 1), side])
      #expect(throws: SearchError.side(index: 1, side)) { try field.criticalPoints(in: box) }
      #expect(throws: SearchError.self) { try field.singularities(in: box) }
      #expect(throws: SearchError.self) { try AnyVectorField(field).criticalPoints(in: box) }
      #expect(throws: SearchError.self) { try field.topologicalDegree(on: box) }
    }
    #expect(
      SearchError.sides(found: 3, expected: 2).message == "the box has 3 sides; the field has 2 coordinates")
  }
}
