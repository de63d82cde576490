import Elementary
import Expressions
import Fields
import Testing

/// Whether a value is as near to the truth as it says, and as near as is wanted.
func isNear(_ integral: Integral, _ truth: Double, within wanted: Double = 1e-9) -> Bool {
  integral.outcome == .reached && integral.error <= wanted
    && (integral.value - truth).magnitude <= integral.error
}

@Suite struct CurveTests {
  static let vortex = "-y/(x^2+y^2), x/(x^2+y^2)"

  @Test func theVortexCirculatesTwoPiRoundItsHole() throws {
    let vortex = try VectorExpressionField(CurveTests.vortex)
    let curves = [
      Curve.circle(Circle(x: 0.2, y: 0.1, radius: 1)), try Curve.polygon([[1, 0], [0, 1], [-1, -1]]),
      Curve.rectangle(Window(minX: -3, maxX: 0.5, minY: -0.1, maxY: 2)),
      try Curve(["2cos t", "sin t"], over: 0...2 * .pi),
    ]
    for curve in curves {
      #expect(isNear(try vortex.circulation(around: curve), 2 * .pi))
      #expect(isNear(try vortex.circulation(around: curve.reversed), -2 * .pi))
      #expect(isNear(try vortex.flux(through: curve), 0))
    }
    let twice = try Curve(["cos t", "sin t"], over: 0...4 * .pi)
    #expect(isNear(try vortex.circulation(around: twice), 4 * .pi))
    #expect(isNear(try vortex.circulation(around: .circle(Circle(x: 3, y: 0, radius: 1))), 0))
  }

  /// The work of a gradient is the difference of its potential, along any path.
  @Test func theWorkOfAConservativeFieldIsADifference() throws {
    let field = try VectorExpressionField("2 x y + z^3, x^2 + 2 y, 3 x z^2", variables: .space)
    let potential = try ScalarExpressionField("x^2 y + y^2 + x z^3", variables: .space)
    let curves = [
      try Curve.segment(from: [0, 0, 0], to: [1, 2, 3]),
      try Curve.polyline([[0, 0, 0], [5, -1, 2], [5, -1, 2.5], [1, 2, 3]]),
      try Curve(["t^3", "2 sin(pi t/2)", "3 t^2 + sin(2pi t)"], over: 0...1),
      try Curve(["cos t", "sin t", "t/5"], over: 0...30),
      try Curve.circle(center: [1, 2, 3], normal: [1, -1, 2], radius: 2),
    ]
    for curve in curves {
      let difference = potential.value(at: curve.end) - potential.value(at: curve.start)
      let work = try field.lineIntegral(along: curve)
      #expect((work.value - difference).magnitude <= work.error + 1e-13 * difference.magnitude)
      #expect(work.outcome == .reached && work.error < 1e-7)
      let back = try field.lineIntegral(along: curve.reversed)
      #expect(back.value == -work.value)
    }
    #expect(curves[3].reversed.start == curves[3].end)
  }

  @Test func otherProgramsSayTheSame() throws {
    let ellipse = try Curve(["2cos t", "sin t"], over: 0...2 * .pi)
    // SciPy was asked for 10⁻¹² of the value.
    #expect((ellipse.length().value - curveReferences[0].1).magnitude < 1e-11)
    let mass = try ScalarExpressionField("exp(x)").arcLengthIntegral(along: ellipse)
    #expect((mass.value - curveReferences[1].1).magnitude < 2e-11)
    let parabola = try Curve(["t", "t^2"], over: 0...1)
    let work = try VectorExpressionField("y^2, x y").lineIntegral(along: parabola)
    #expect((work.value - curveReferences[2].1).magnitude < 1e-12)
    let cubic = try Curve(["t", "t^3"], over: 0...1)
    let other = try VectorExpressionField("sin(x y), exp(x)").lineIntegral(along: cubic)
    #expect((other.value - curveReferences[3].1).magnitude < 3e-12)
  }

  /// A corner of the curve, a kink of the field on it, and a root that ends it.
  @Test func cornersAreNoObstacle() throws {
    let corner = try Curve.polyline([[-1, 1], [0, 0], [1, 1]])
    let bent = try ScalarExpressionField("y")
    let mass = try bent.arcLengthIntegral(along: corner)
    #expect(isNear(mass, 2.0.squareRoot()))
    #expect(mass.evaluations < 300)
    // The same corner in one piece, |t|: found by halving, or told.
    let blind = try bent.arcLengthIntegral(along: Curve(["t", "|t|"], over: -1...2))
    #expect(isNear(blind, 2.5 * 2.0.squareRoot()))
    let told = try bent.arcLengthIntegral(along: Curve(["t", "|t|"], over: -1...2, breaks: [0]))
    #expect(isNear(told, 2.5 * 2.0.squareRoot()) && told.evaluations < blind.evaluations)
    // ∫ r^(−1/2) ds from the origin is 2; towards it, the last numbers before the end are too few for 10⁻¹⁰.
    let root = try ScalarExpressionField("1/sqrt(hypot(x, y))")
    #expect(isNear(try root.arcLengthIntegral(along: .segment(from: [0, 0], to: [0, 1])), 2))
    let onto = try root.arcLengthIntegral(along: .polyline([[-1, 0], [0, 0], [0, 1]]))
    #expect(onto.outcome == .rounding && onto.error < 1e-4)
    #expect((onto.value - 4).magnitude <= onto.error)
  }

  @Test func fluxThroughACurveGoesToItsRight() throws {
    let wind = try VectorExpressionField("1, 0")
    let up = try Curve.segment(from: [0, 0], to: [0, 2])
    #expect(isNear(try wind.flux(through: up), 2))
    #expect(isNear(try wind.flux(through: up.reversed), -2))
    let source = try VectorExpressionField("x/(x^2+y^2), y/(x^2+y^2)")
    #expect(
      isNear(try source.flux(through: .rectangle(Window(minX: -1, maxX: 2, minY: -3, maxY: 1))), 2 * .pi))
    let ellipse = try Curve(["2cos t", "sin t"], over: 0...2 * .pi)
    #expect(isNear(try VectorExpressionField("x, y").flux(through: ellipse), 4 * .pi))
  }

  @Test func aPoleOnTheCurveIsNotHidden() throws {
    let field = try VectorExpressionField("1/x, 0")
    let through = try field.lineIntegral(along: .segment(from: [-1, 0], to: [2, 0]))
    #expect(through.outcome == .singular)
    #expect(through.value.isNaN && through.error.isNaN)
    let onto = try field.lineIntegral(along: .segment(from: [0, 0], to: [1, 0]))
    #expect(onto.value == .infinity && onto.error.isNaN)
  }

  @Test func aFieldOfOneCoordinateIsACurve() throws {
    // An interpolated path: a quarter of a circle through samples.
    let axis = try UniformGrid([.init(from: 0, through: .pi / 2, count: 65)])
    let arc = try VectorExpressionField(
      [Expression("cos(x)", variables: Variables(["x"])), Expression("sin(x)", variables: Variables(["x"]))],
      variables: Variables(["x"]))
    let path = try SampledVectorField(sampling: arc, on: axis)
    let curve = try Curve(path, over: 0...Double.pi / 2)
    // h⁴ with h = π/128.
    #expect((curve.length().value - Double.pi / 2).magnitude < 1e-6)
    #expect((curve.length().value - Double.pi / 2).magnitude > 0)
  }

  @Test func whatDoesNotFitIsSaidSo() throws {
    let field = try VectorExpressionField("x, y")
    let open = try Curve.polyline([[0, 0], [3, 0], [3, 4]])
    #expect(!open.isClosed)
    #expect(throws: IntegralError.notClosed(gap: 5)) { try field.circulation(around: open) }
    #expect(throws: IntegralError.dimension(3, needed: 2)) {
      try field.lineIntegral(along: .segment(from: [0, 0, 0], to: [1, 1, 1]))
    }
    #expect(throws: IntegralError.tooFewPoints(1, needed: 2)) { try Curve.polyline([[0, 0]]) }
    #expect(throws: IntegralError.tooFewPoints(2, needed: 3)) { try Curve.polygon([[0, 0], [1, 1]]) }
    #expect(throws: IntegralError.coordinates(point: 1, count: 3, needed: 2)) {
      try Curve.polyline([[0, 0], [1, 1, 1]])
    }
    #expect(throws: IntegralError.notFinite(point: 2)) { try Curve.polyline([[0, 0], [1, 1], [.nan, 0]]) }
    #expect(throws: IntegralError.degenerate) {
      try Curve.circle(center: [0, 0, 0], normal: [0, 0, 0], radius: 1)
    }
    #expect(throws: IntegralError.dimension(2, needed: 1)) { try Curve(field, over: 0...1) }
    #expect(throws: ExpressionError.self) { try Curve(["cos t", "sin q"], over: 0...1) }
    let endless = try Curve(["t", "t"], over: 0 ... .infinity)
    #expect(try field.lineIntegral(along: endless).outcome == .undefined)
  }

  @Test func closedIsMeantButForRounding() throws {
    #expect(try Curve(["cos t - 1", "sin t"], over: 0...2 * .pi).isClosed)
    #expect(try !Curve(["cos t - 1", "sin t"], over: 0...6.28).isClosed)
    #expect(Curve.circle(Circle(x: 1e6, y: 0, radius: 1e3)).isClosed)
    #expect(try Curve.polygon([[0, 0], [1, 0], [0, 1]]).isClosed)
    #expect(try !Curve.segment(from: [0, 0], to: [1e-12, 0]).isClosed)
  }
}
