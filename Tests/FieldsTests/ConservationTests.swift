import Elementary
import Expressions
import Fields
import Testing

@Suite struct ConservationTests {
  let square = IntervalBox([-2.0...2.0, -2.0...2.0])
  let cube = IntervalBox([-2.0...2.0, -2.0...2.0, -2.0...2.0])

  /// The field that is called conservative elsewhere because one loop integral vanishes; its curl is y.
  @Test func whatExistsNowhereIsUndecided() throws {
    for text in ["nan, nan", "log(-1-x^2), y"] {
      #expect(
        try VectorExpressionField(text).conservation(in: IntervalBox([-1...1, -1...1])).verdict == .undecided)
    }
  }

  @Test func zeroAndXYIsNotConservative() throws {
    let found = try VectorExpressionField("0, x y").conservation(in: square)
    #expect(found.verdict == .notConservative)
    guard case .provenNonzero(let place, let value, _) = found.curl else {
      Issue.record("the curl is proven: \(found.curl)")
      return
    }
    #expect(value.contains(place[1]))
    let witness = try #require(found.witness)
    #expect(witness.doesWork)
    // ∮ F·dr is the integral of the curl y over the disk.
    let expected = witness.centre[1] * .pi * witness.radius * witness.radius
    #expect((witness.circulation.value - expected).magnitude <= witness.circulation.error + 1e-12)
  }

  @Test func puncturedVortexHasAPeriodAndNoCurl() throws {
    let found = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)").conservation(in: square)
    #expect(found.verdict == .notConservative)
    #expect(found.isCurlFree)
    #expect(found.witness == nil)
    let hole = try #require(found.period)
    #expect(hole.location.allSatisfy { $0.magnitude < 1e-9 })
    #expect((hole.circulation.value - 2 * .pi).magnitude < 1e-9)
    #expect(hole.circulation.error < 1e-9)
  }

  @Test func cubicFieldOfSpaceHasItsPotential() throws {
    let field = try VectorExpressionField("2x y + z^3, x^2 + 2y, 3x z^2", variables: .space)
    let found = field.conservation(in: cube)
    #expect(found.verdict == .conservative)
    guard case .formula(let potential)? = found.potential else {
      Issue.record("a formula is found")
      return
    }
    let expected = try Expression("x^2 y + y^2 + x z^3", variables: .space)
    #expect(Expression.binary(.subtract, potential, expected).isProvenZero)
  }

  @Test func aBillionthOfCurlIsNotZero() throws {
    let field = try VectorExpressionField("-y, -(1 - 1e-9) x")
    let found = field.conservation(in: square)
    #expect(found.verdict == .notConservative)
    guard case .provenNonzero(_, let value, _) = found.curl else {
      Issue.record("the curl is proven: \(found.curl)")
      return
    }
    #expect((value.midpoint - 1e-9).magnitude < 1e-15)
    // Known at points only, nobody can tell.
    let grid = try UniformGrid(over: Window(minX: -2, maxX: 2, minY: -2, maxY: 2), columns: 41, rows: 41)
    let sampled = try SampledVectorField(sampling: field, on: grid)
    #expect(sampled.conservation(in: square).verdict == .undecided)
  }

  @Test func polesWithAndWithoutAPeriod() throws {
    let source = try VectorExpressionField("x/(x^2+y^2), y/(x^2+y^2)").conservation(in: square)
    #expect(source.verdict == .conservative)
    #expect(source.holes.count == 1)
    #expect(source.period == nil)
    let charge = try VectorExpressionField(
      "x/(x^2+y^2+z^2)^1.5, y/(x^2+y^2+z^2)^1.5, z/(x^2+y^2+z^2)^1.5", variables: .space)
    #expect(charge.conservation(in: cube).verdict == .conservative)
    // Two vortices that cancel far away still have a period each.
    let pair = try VectorExpressionField(
      "-y/((x-1)^2+y^2) + y/((x+1)^2+y^2), (x-1)/((x-1)^2+y^2) - (x+1)/((x+1)^2+y^2)")
    let found = pair.conservation(in: square)
    #expect(found.verdict == .notConservative)
    #expect(found.holes.count == 2)
    for hole in found.holes { #expect((hole.circulation.value.magnitude - 2 * .pi).magnitude < 1e-9) }
  }

  @Test func aVortexLineInSpaceHasAPeriod() throws {
    let field = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2), 0", variables: .space)
    let found = field.conservation(in: cube)
    #expect(found.verdict == .notConservative)
    #expect(found.isCurlFree)
  }

  @Test(arguments: [
    "-x, -y", "y cos(x y), x cos(x y)", "exp(x) sin y, exp(x) cos y", "3, 4", "x/hypot(x,y), y/hypot(x,y)",
  ])
  func gradientsAreConservative(_ text: String) throws {
    #expect(try VectorExpressionField(text).conservation(in: square).verdict == .conservative)
  }

  @Test(arguments: ["-y, x", "y, 0", "x y, x y", "sin y, 0", "x^2 - y^2, 2x y"])
  func whatTurnsIsNot(_ text: String) throws {
    let found = try VectorExpressionField(text).conservation(in: square)
    #expect(found.verdict == .notConservative)
    #expect(found.witness?.doesWork == true)
  }

  /// A formula may have no curl on either side of a jump, and the field do work across it all the same.
  @Test func jumpsAreNoPotential() throws {
    for text in ["floor(y), 0", "0, sign(x)", "sign(y), sign(x)"] {
      let found = try VectorExpressionField(text).conservation(in: square)
      #expect(found.verdict == .notConservative, "\(text)")
      #expect(found.witness?.doesWork == true, "\(text)")
      if case .formula? = found.potential { Issue.record("\(text) has no potential without jumps") }
    }
    // |x| has the gradient (sign x, 0); nothing else than a proof would do.
    #expect(try VectorExpressionField("sign(x), 0").conservation(in: square).verdict != .notConservative)
    // This one does not exist on the line that would have to be crossed.
    #expect(try VectorExpressionField("y/|y|, 0").conservation(in: square).verdict == .conservative)
  }

  /// What lies outside the box, or on its border, makes no hole in it.
  @Test func loopsStayInTheBox() throws {
    let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    for sides in [[1.0...2.0, -1.0...1.0], [0.0...2.0, 0.0...2.0], [0.0...2.0, -2.0...2.0]] {
      let found = vortex.conservation(in: IntervalBox(sides))
      #expect(found.verdict == .conservative, "\(sides)")
      #expect(found.holes.isEmpty)
    }
    guard
      case .formula(let potential)? = vortex.conservation(in: IntervalBox([1.0...2.0, -1.0...1.0])).potential
    else {
      Issue.record("atan(y/x) does not jump here")
      return
    }
    let angle = ScalarExpressionField(potential)
    #expect(
      (angle.value(at: [1.5, 1]) - angle.value(at: [1.5, -1]) - 2 * Double.atan2(1, 1.5)).magnitude < 1e-15)
  }

  /// Round a line in space that something else crosses.
  @Test func periodsBesideOtherHoles() throws {
    for last in ["1/z", "ln(z)", "1/(z-1)"] {
      let field = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2), \(last)", variables: .space)
      let found = field.conservation(in: cube)
      #expect(found.verdict == .notConservative, "\(last)")
      #expect((found.period?.circulation.value ?? 0).magnitude > 6.28, "\(last)")
    }
    let faint = try VectorExpressionField("-1e-12y/(x^2+y^2), 1e-12x/(x^2+y^2)")
    #expect(faint.conservation(in: square).verdict == .notConservative)
    let tilted = try VectorExpressionField(
      "exp(x y z) y z, exp(x y z) x z + 1e-6 x, exp(x y z) x y", variables: .space)
    #expect(tilted.conservation(in: cube).verdict == .notConservative)
  }

  /// Where algebra finds neither a proof nor a difference, nothing is claimed.
  @Test func whatCannotBeKnownIsSaid() throws {
    // The curl is (sin²(x²) + cos²(x²) − 1) hidden in a half angle: 0, and not proven by the algebra's rules.
    let field = try VectorExpressionField("0, x (cos(y)^2 - (1 + cos(2.5 y*0.8))/2)")
    let found = field.conservation(in: square)
    #expect(found.verdict != .notConservative)
  }

  @Test func theIntegratedPotentialHasTheFieldAsGradient() throws {
    let field = try VectorExpressionField("y cos(x y), x cos(x y)")
    let potential = PotentialField(of: field, from: [0, 0])
    for point in [[0.5, 0.7], [-1.2, 0.3], [1.5, -1.1]] {
      #expect((potential.value(at: point) - (point[0] * point[1]).sine).magnitude < 1e-12)
      let gradient = potential.gradient(at: point)
      for (a, b) in zip(gradient, field.value(at: point)) { #expect((a - b).magnitude < 1e-11) }
    }
    let turning = try VectorExpressionField("-y, x")
    guard case .integrated(_, let residual)? = turning.conservation(in: square, tolerance: 10).potential
    else {
      Issue.record("a tolerance as large as the curl leaves it open")
      return
    }
    // Along lines from the middle a rotation does no work: φ = 0, and what is missing is all of F.
    #expect(residual > 2)
  }
}

extension Double {
  fileprivate var sine: Double { Double.sin(self) }
}
