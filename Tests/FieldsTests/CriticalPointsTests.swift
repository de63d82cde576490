import Expressions
import Fields
import LinearAlgebra
import Testing

@Suite struct CriticalPointsTests {
  /// Every point lies where mpmath has it, within its error and the rounding of the reference; and so do eigenvalues.
  private func compare(
    _ text: String, reach: Double, _ references: [CriticalReference]
  ) throws -> CriticalPoints<Criticality> {
    let field = try ScalarExpressionField(text)
    let found = try field.criticalPoints(in: IntervalBox([-reach...reach, -reach...reach]))
    #expect(found.isComplete)
    #expect(found.regions.isEmpty)
    try #require(found.points.count == references.count)
    for (point, reference) in zip(found.points, references) {
      for side in 0..<2 {
        let allowed = point.errorRadius + reference[side].ulp
        #expect((point.location[side] - reference[side]).magnitude <= allowed, "\(point) \(reference)")
        let eigenvalue = point.nature.eigenvalues[side]
        #expect((eigenvalue - reference[2 + side]).magnitude <= 1e-13 * reference[3].magnitude + 1e-13)
      }
      #expect(point.evidence == .unique)
      #expect(point.errorRadius < 1e-14)
      let sign = reference[2] * reference[3] > 0 ? 1 : -1
      #expect(point.index == sign)
      #expect(point.windingNumber == sign)
      #expect(!point.isDegenerate)
      #expect(!point.isOnBorder)
    }
    return found
  }

  private func count(_ kind: CriticalPointKind, in found: CriticalPoints<Criticality>) -> Int {
    found.points.filter { $0.nature.kind == kind }.count
  }

  @Test func himmelblauHasNine() throws {
    let found = try compare("(x^2+y-11)^2+(x+y^2-7)^2", reach: 5, himmelblauReferences)
    #expect(count(.minimum, in: found) == 4)
    #expect(count(.maximum, in: found) == 1)
    #expect(count(.saddle(index: 1), in: found) == 4)
    #expect(found.indexCheck == .agrees(1))
    // The one at whole numbers is exact.
    #expect(found.points[6].location == [3, 2])
    #expect(found.points[6].errorRadius == 0)
  }

  @Test func twoHillsHaveAPass() throws {
    let text = "exp(-(x^2+y^2)) + 0.5exp(-((x-2)^2+(y-1)^2))"
    let found = try compare(text, reach: 3, twoHillsReferences)
    #expect(count(.maximum, in: found) == 2)
    #expect(found.indexCheck == .agrees(1))
  }

  /// The six-hump camel: 6 minima, 2 maxima, 7 saddles.
  @Test func camelHasFifteen() throws {
    let text = "(4 - 2.1x^2 + x^4/3) x^2 + x y + (4y^2 - 4) y^2"
    let found = try compare(text, reach: 2, sixHumpCamelReferences)
    #expect(count(.minimum, in: found) == 6)
    #expect(count(.maximum, in: found) == 2)
    #expect(count(.saddle(index: 1), in: found) == 7)
    #expect(found.indexCheck == .agrees(1))
  }

  /// Rastrigin's function: the product of the 11 minima and 10 maxima of a line with themselves.
  @Test func rastriginIsAGrid() throws {
    let reach = 5.12
    let line = rastriginReferences.filter { $0.magnitude < reach }
    let field = try ScalarExpressionField("20 + x^2 - 10cos(2π x) + y^2 - 10cos(2π y)")
    let found = try field.criticalPoints(in: IntervalBox([-reach...reach, -reach...reach]))
    #expect(found.isComplete)
    try #require(found.points.count == line.count * line.count)
    for (place, point) in found.points.enumerated() {
      let x = line[place / line.count]
      let y = line[place % line.count]
      #expect((point.location[0] - x).magnitude <= point.errorRadius + x.ulp)
      #expect((point.location[1] - y).magnitude <= point.errorRadius + y.ulp)
      #expect(point.index == point.windingNumber)
    }
    #expect(count(.minimum, in: found) == 121)
    #expect(count(.maximum, in: found) == 100)
    #expect(count(.saddle(index: 1), in: found) == 220)
    #expect(found.indexCheck == .agrees(1))
  }

  @Test func rosenbrockHasOneMinimum() throws {
    let field = try ScalarExpressionField("(1-x)^2+100(y-x^2)^2")
    let found = try field.criticalPoints(in: IntervalBox([-2...2, -1...3]))
    #expect(found.isComplete)
    #expect(found.points.map { $0.location } == [[1, 1]])
    #expect(found.points[0].nature.kind == .minimum)
    // The Hessian [802, −400; −400, 200] has eigenvalues (1002 ± √(1002² − 1600))/2.
    #expect((found.points[0].nature.condition - 2508.009601277298).magnitude < 1e-6)
  }

  /// The monkey saddle: its gradient turns twice backwards.
  @Test func monkeySaddleIsDegenerate() throws {
    let field = try ScalarExpressionField("x^3 - 3x y^2")
    let found = try field.criticalPoints(in: IntervalBox([-2...2, -2...2]))
    #expect(found.completeness == .provenElsewhere)
    try #require(found.points.count == 1)
    let point = found.points[0]
    #expect(point.location == [0, 0])
    #expect(point.isDegenerate)
    #expect(point.evidence == .exists)
    #expect(point.nature.kind == .degenerate)
    #expect(point.index == -2)
    #expect(point.errorRadius < 1e-11)
    #expect(found.indexCheck == .agrees(-2))
  }

  @Test(arguments: [
    ("x^4 + y^4", 1), ("x^3 + y^2", 0), ("x^4 - 6x^2 y^2 + y^4", -3), ("x^2 y^2 + x^4 - y^4", -1),
    ("x^3 + y^3", 0),
  ])
  func degeneratePointsHaveTheirIndex(_ text: String, _ index: Int) throws {
    let field = try ScalarExpressionField(text)
    let found = try field.criticalPoints(in: IntervalBox([-1...1, -1.5...1]))
    try #require(found.points.count == 1)
    #expect(found.points[0].isDegenerate)
    #expect(found.points[0].location == [0, 0])
    #expect(found.points[0].evidence == .exists)
    #expect(found.points[0].index == index)
    #expect(found.indexCheck == .agrees(index))
  }

  /// sin x sin y: saddles where both are 0, extrema where both are ±1.
  @Test func latticeIsFound() throws {
    let field = try ScalarExpressionField("sin x sin y")
    let found = try field.criticalPoints(in: IntervalBox([-4...4, -4...4]))
    #expect(found.isComplete)
    #expect(count(.saddle(index: 1), in: found) == 9)
    #expect(count(.minimum, in: found) == 2)
    #expect(count(.maximum, in: found) == 2)
    #expect(found.indexCheck == .agrees(-5))
    for point in found.points {
      for coordinate in point.location {
        let quarter = 2 * coordinate / Double.pi
        #expect((quarter - quarter.rounded()).magnitude * Double.pi / 2 <= point.errorRadius + 1e-15)
      }
    }
  }

  /// The eight stagnation points of the flow with A = B = C = 1: odd multiples of π/4 (Dombre and others, 1986).
  @Test func abcFlowStandsStillAtEightPoints() throws {
    let field = try VectorExpressionField(
      "sin z + cos y, sin x + cos z, sin y + cos x", variables: .space)
    let found = try field.criticalPoints(in: IntervalBox([0...6.25, 0...6.25, 0...6.25]))
    #expect(found.isComplete)
    #expect(found.points.count == 8)
    #expect(found.indexCheck == .agrees(0))
    for point in found.points {
      #expect(point.index == point.windingNumber)
      #expect(point.nature.settled == .saddle)
      for coordinate in point.location {
        let odd = 4 * coordinate / Double.pi
        #expect((odd - odd.rounded()).magnitude < 1e-14)
        #expect(Int(odd.rounded()) % 2 == 1)
      }
    }
  }

  @Test func spaceHasExtremaAndSaddlesOfBothKinds() throws {
    // Himmelblau's valleys, upside down across: minima become saddles of one direction.
    let field = try ScalarExpressionField("(x^2+y-11)^2+(x+y^2-7)^2 - z^2/4", variables: .space)
    let found = try field.criticalPoints(in: IntervalBox([-5...5, -5...5, -1...2]))
    #expect(found.isComplete)
    #expect(count(.saddle(index: 1), in: found) == 4)
    #expect(count(.saddle(index: 2), in: found) == 4)
    #expect(count(.maximum, in: found) == 1)
    #expect(found.indexCheck == .agrees(-1))
    for point in found.points { #expect(point.index == point.windingNumber) }
  }

  @Test func aLineHasItsZerosToo() throws {
    let field = try VectorExpressionField("x^3 - 2x", variables: Variables(["x"]))
    let found = try field.criticalPoints(in: IntervalBox([-2...2]))
    #expect(found.isComplete)
    #expect(found.points.map { $0.nature.kind } == [.source, .sink, .source])
    #expect(found.points.map { $0.index } == [1, -1, 1])
    #expect(found.indexCheck == .agrees(1))
  }

  /// Beyond space zeros are proven as well; their indices are not looked for.
  @Test func fourDimensionsAreSearched() throws {
    let field = try VectorExpressionField(
      "a + b - 3, a - b + 1, c^2 - d, d + c - 2", variables: Variables(["a", "b", "c", "d"]))
    let found = try field.criticalPoints(in: IntervalBox([-4...4, -4...4, -4...4, -4...5]))
    #expect(found.isComplete)
    #expect(found.points.map { $0.location } == [[1, 2, -2, 4], [1, 2, 1, 1]])
    #expect(found.indexCheck == .notCheckable(.unknownIndex))
  }

  @Test func flowsHaveTheirTypes() throws {
    // A predator and its prey: a saddle and a centre.
    let hunt = try VectorExpressionField("x(1-y), y(x-1)").criticalPoints(in: IntervalBox([-1...3, -1...3]))
    #expect(hunt.isComplete)
    #expect(hunt.points.map { $0.location } == [[0, 0], [1, 1]])
    #expect(hunt.points.map { $0.nature.kind } == [.saddle, .centre])
    #expect(hunt.indexCheck == .agrees(0))
    let pendulum = try VectorExpressionField("y, -sin x - y/2")
    let found = try pendulum.criticalPoints(in: IntervalBox([-4...4, -1...1]))
    #expect(found.points.map { $0.nature.kind } == [.saddle, .spiralIn, .saddle])
    #expect(found.indexCheck == .agrees(-1))
  }

  @Test(arguments: [[0.0...1, 0...1], [-1...0, 0...1], [-1...1, -1...0], [0...1, -0.75...1]])
  func zerosOnTheBorderAreFound(_ sides: [ClosedRange<Double>]) throws {
    let field = try ScalarExpressionField("x^2 + y^2")
    let found = try field.criticalPoints(in: IntervalBox(sides))
    #expect(found.isComplete)
    #expect(found.points.map { $0.location } == [[0, 0]])
    #expect(found.points.allSatisfy { $0.isOnBorder && $0.nature.kind == .minimum && $0.index == 1 })
    #expect(found.indexCheck == .notCheckable(.zeroOnBorder))
  }

  /// π lies between two doubles: with the lower one as its border the box holds no zero of the sine, and one place
  /// further it holds one that cannot be told from the border.
  @Test func zerosNextToTheBorderAreTold() throws {
    let field = try VectorExpressionField("sin x, y")
    let without = try field.criticalPoints(in: IntervalBox([1...3.141592653589793, -1...1]))
    #expect(without.isComplete && without.points.isEmpty)
    #expect(without.indexCheck == .agrees(0))
    let with = try field.criticalPoints(in: IntervalBox([1...3.1415926535897936, -1...1]))
    #expect(with.isComplete && with.points.count == 1)
    #expect(with.points.allSatisfy { $0.isOnBorder })
    #expect(with.indexCheck == .notCheckable(.zeroOnBorder))
  }
}
