import Elementary
import Expressions
import Fields
import Testing

@Suite struct ResidualTests {
  static let plane = [
    "x^2 y, sin(x) y", "exp(x/3) cos y, x y^2", "x y, x - y^3", "cos x sin y, -sin x cos y", "-y, x", "x, y",
  ]
  static let space = [
    "x^2 y, sin(x) y z, z x", "y z, x z, x y", "exp(x) cos(y), z^2, x y z", "-y, x, 1",
    // ABC: the curl is the field.
    "sin z + cos y, sin x + cos z, sin y + cos x",
  ]

  @Test(arguments: plane)
  func greenHoldsInBothForms(_ text: String) throws {
    let field = try VectorExpressionField(text)
    let regions = [
      Region.disk(Circle(x: 0.5, y: -1, radius: 1.5)),
      Region.rectangle(Window(minX: -1, maxX: 2, minY: 0, maxY: 1)),
      Region.polygon(try Polygon([[0, 0], [2, 1], [0, 2], [0.5, 1]])),
      try Region.between("x^2 - 1", and: "cos x", x: 0...1),
    ]
    for region in regions {
      let residuals = try field.greenResiduals(on: region)
      #expect(residuals.circulation.agrees && residuals.flux.agrees)
      #expect(residuals.circulation.error < 1e-8 && residuals.flux.error < 1e-8)
    }
  }

  @Test(arguments: space)
  func stokesAndGaussHold(_ text: String) throws {
    let field = try VectorExpressionField(text, variables: .space)
    let surfaces = [
      try Surface(x: "u cos v", y: "u sin v", z: "u^2", u: 0...1, v: 0...2 * .pi),
      try Surface.disk(center: [1, 0, 2], normal: [1, 2, -1], radius: 1),
      try Surface.triangle([0, 0, 0], [1, 2, 0], [0, 1, 3]).reversed,
      try Surface.sphere(center: [0, 1, 0], radius: 1),
      try Surface(x: "(3 + cos v) cos u", y: "(3 + cos v) sin u", z: "sin v", u: 0...4, v: 1...3),
    ]
    for surface in surfaces {
      let residual = try field.stokesResidual(on: surface)
      #expect(residual.agrees && residual.error < 1e-7)
    }
    for solid in [try Solid.ball(center: [1, 0, 0], radius: 1), try Solid.box([0...1, -1...1, 0...2])] {
      let residual = try field.gaussResidual(on: solid)
      #expect(residual.agrees && residual.error < 1e-7)
    }
  }

  /// The curl of the vortex is nothing, and so is its integral; the hole is seen in the difference.
  @Test func aHoleIsSeenInTheDifference() throws {
    let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    let residuals = try vortex.greenResiduals(on: .disk(Circle(x: 0, y: 0, radius: 1)))
    #expect((residuals.circulation.difference - 2 * .pi).magnitude <= residuals.circulation.error)
    #expect(residuals.circulation.error < 1e-9)
    #expect(!residuals.circulation.agrees)
    #expect(residuals.flux.agrees)
    let beside = try vortex.greenResiduals(on: .disk(Circle(x: 3, y: 0, radius: 1)))
    #expect(beside.circulation.agrees)
    let charge = try VectorExpressionField(SurfaceTests.charge, variables: .space)
    let residual = try charge.gaussResidual(on: .ball(center: [0, 0, 0], radius: 2))
    #expect((residual.difference - 4 * .pi).magnitude <= residual.error)
    #expect(!residual.agrees)
  }

  /// A field of samples obeys the theorems as well as its own interpolant does: exactly.
  @Test func samplesObeyTheTheoremsToo() throws {
    let exact = try VectorExpressionField("cos x sin y + x, -sin x cos y + y^2")
    let grid = try UniformGrid(over: Window(minX: 0, maxX: 1, minY: 0, maxY: 1), columns: 9, rows: 9)
    let field = try SampledVectorField(sampling: exact, on: grid)
    // One cell of the grid, and two that meet where the Hessian jumps.
    for window in [
      Window(minX: 0.25, maxX: 0.375, minY: 0.5, maxY: 0.625),
      Window(minX: 0.25, maxX: 0.5, minY: 0.5, maxY: 0.75),
    ] {
      let residuals = try field.greenResiduals(on: .rectangle(window))
      #expect(residuals.circulation.agrees && residuals.flux.agrees)
      #expect(residuals.circulation.error < 1e-10 && residuals.flux.error < 1e-10)
    }
  }

  @Test func whatDoesNotFitIsSaidSo() throws {
    let plane = try VectorExpressionField("x, y")
    #expect(throws: IntegralError.self) {
      try plane.stokesResidual(on: .sphere(center: [0, 0, 0], radius: 1))
    }
    #expect(throws: IntegralError.self) { try plane.gaussResidual(on: .ball(center: [0, 0, 0], radius: 1)) }
    let space = try VectorExpressionField("x, y, z", variables: .space)
    #expect(throws: IntegralError.self) { try space.greenResiduals(on: .disk(Circle(x: 0, y: 0, radius: 1))) }
  }
}
