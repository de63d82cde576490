import Elementary
import Expressions
import Fields
import Testing

@Suite struct RegionTests {
  private static let unit = Region.rectangle(Window(minX: 0, maxX: 1, minY: 0, maxY: 1))
  private static let disk = Region.disk(Circle(x: 0, y: 0, radius: 1))

  /// Closed forms over the unit square and the unit disk: smooth, peaked, and with roots at a corner or the middle.
  @Test func closedFormsOverSquareAndDisk() throws {
    let bell = Double.pi.squareRoot() / 2 * Double.erf(1)
    let cases: [(String, Region, Double)] = [
      ("x^7 y^5 - x y", RegionTests.unit, 1.0 / 48 - 0.25), ("exp(-x^2-y^2)", RegionTests.unit, bell * bell),
      ("1/(1-x y)", RegionTests.unit, .pi * .pi / 6),
      ("1/sqrt(x+y)", RegionTests.unit, 8 * (2.0.squareRoot() - 1) / 3),
      ("exp(-1000((x-0.3)^2+(y-0.6)^2))", RegionTests.unit, .pi / 1000), ("log(x y)", RegionTests.unit, -2),
      ("x^2 + y^2", RegionTests.disk, .pi / 2), ("1/hypot(x,y)", RegionTests.disk, 2 * .pi),
      ("exp(-(x^2+y^2)/2)", RegionTests.disk, 2 * .pi * (1 - Double.exp(-0.5))),
      ("x^4 y^2", .disk(Circle(x: 0, y: 0, radius: 2)), 4 * .pi),
    ]
    for (text, region, truth) in cases {
      #expect(isNear(try ScalarExpressionField(text).integral(over: region), truth), "\(text)")
    }
  }

  /// Along a line that is no side of a cell a kink costs much: the error says how much is left.
  @Test func whatIsNotSmoothInsideHasAnErrorThatCoversIt() throws {
    let few = AdaptiveQuadrature(evaluations: 50_000)
    for (text, truth) in [
      ("|x-y|", 1.0 / 3), ("1/sqrt(|x-y|)", 8.0 / 3), ("|x^2+y^2-0.5|/(x^2+y^2-0.5)", 1 - Double.pi / 4),
      ("((x+y-1) + |x+y-1|)/2", 1.0 / 6),
    ] {
      let result = try ScalarExpressionField(text).integral(over: RegionTests.unit, by: few)
      #expect(result.outcome == .limit)
      #expect((result.value - truth).magnitude <= result.error, "\(text)")
    }
  }

  @Test func polesInsideAreNotNumbers() throws {
    let both = Region.rectangle(Window(minX: -1, maxX: 1, minY: -1, maxY: 1))
    for text in ["1/(x^2+y^2)", "1/(x^2+(y-0.3)^2)", "1/x^2"] {
      let result = try ScalarExpressionField(text).integral(over: both)
      #expect(result.value == .infinity && result.error.isNaN, "\(text)")
    }
    for text in ["1/(x-0.37)", "1/(x^2+y^2-0.5)", "1/(x-y)"] {
      let result = try ScalarExpressionField(text).integral(over: both)
      #expect(result.value.isNaN && result.outcome == .singular, "\(text)")
    }
    #expect(try ScalarExpressionField("sqrt(x-y)").integral(over: both).outcome == .undefined)
  }

  /// A polygon's moments by Green's theorem on its corners: exact sums to compare with.
  @Test(
    arguments: [
      [[0, 0], [2, 0], [2, 1], [0, 1]], [[0, 0], [4, 1], [1, 3]],
      // An arrow, a comb and a spiral; the second clockwise.
      [[0, 0], [2, 1], [0, 2], [0.5, 1]], [[0, 0], [0, 3], [1, 1], [2, 3], [3, 1], [4, 3], [4, 0]],
      [
        [0, 0], [5, 0], [5, 5], [1, 5], [1, 2], [3, 2], [3, 3], [2, 3], [2, 4], [4, 4], [4, 1], [0, 1],
      ],
      // A corner on a straight side.
      [[0, 0], [1, 0], [2, 0], [2, 2], [0, 2]],
    ] as [[[Double]]])
  func polygonsHaveTheMomentsOfTheirCorners(_ corners: [[Double]]) throws {
    let polygon = try Polygon(corners)
    let region = Region.polygon(polygon)
    var area = 0.0
    var moment = 0.0
    for (index, a) in polygon.corners.enumerated() {
      let b = polygon.corners[(index + 1) % corners.count]
      let cross = a[0] * b[1] - b[0] * a[1]
      area += cross / 2
      moment += cross * (a[0] * a[0] + a[0] * b[0] + b[0] * b[0]) / 12
    }
    #expect(area > 0)
    #expect(isNear(region.area(), area))
    #expect(isNear(try ScalarExpressionField("x^2").integral(over: region), moment))
    let source = try VectorExpressionField("x, 0")
    #expect(isNear(try source.flux(through: region.boundary), area))
  }

  @Test func betweenGraphs() throws {
    let lens = try Region.between("x^2", and: "sqrt(x)", x: 0...1)
    #expect(isNear(lens.area(), 1.0 / 3))
    #expect(isNear(try ScalarExpressionField("x y").integral(over: lens), 1.0 / 12))
    #expect(isNear(try VectorExpressionField("-y, x").circulation(around: lens.boundary), 2.0 / 3))
    let ring = try Region(
      VectorExpressionField(
        ["u cos v", "u sin v"].map { try Expression($0, variables: Variables(["u", "v"])) },
        variables: Variables(["u", "v"])), u: 1...2, v: 0...2 * .pi)
    #expect(isNear(ring.area(), 3 * .pi))
    #expect(isNear(try VectorExpressionField("-y, x").lineIntegral(along: ring.boundary), 6 * .pi))
  }

  @Test func whatIsNoPolygonIsSaidSo() {
    #expect(throws: IntegralError.tooFewPoints(2, needed: 3)) { try Polygon([[0, 0], [1, 1]]) }
    #expect(throws: IntegralError.selfIntersecting(0, 2)) {
      try Polygon([[0, 0], [1, 1], [1, 0], [0, 1]])
    }
    #expect(throws: IntegralError.selfIntersecting(0, 2)) {
      try Polygon([[0, 0], [4, 0], [4, 2], [2, 0], [0, 2]])
    }
    #expect(throws: IntegralError.self) { try Polygon([[0, 0], [1, 0], [2, 0]]) }
    #expect(throws: IntegralError.degenerate) { try Polygon([[0, 0], [0, 0], [1, 0], [0, 1]]) }
    #expect(throws: IntegralError.dimension(3, needed: 2)) {
      try Polygon([[0, 0, 0], [1, 0, 0], [0, 1, 0]])
    }
  }
}
