import Elementary
import Expressions
import Fields
import Testing

@Suite struct SurfaceTests {
  static let charge = "x/(x^2+y^2+z^2)^1.5, y/(x^2+y^2+z^2)^1.5, z/(x^2+y^2+z^2)^1.5"

  /// Gauss: 4π from a charge inside, nothing from one outside.
  @Test func theFluxOfAChargeCountsIt() throws {
    let charge = try VectorExpressionField(SurfaceTests.charge, variables: .space)
    let around = [
      try Surface.sphere(center: [0.2, 0.1, -0.3], radius: 1),
      try Surface.sphere(center: [0, 0, 0], radius: 1e-3),
      try Surface.faces(ofBox: [-1...1, -2...1, -0.5...3]),
    ]
    for surface in around {
      #expect(isNear(try charge.flux(through: surface), 4 * .pi, within: 1e-8))
      #expect(isNear(try charge.flux(through: surface.reversed), -4 * .pi, within: 1e-8))
    }
    #expect(isNear(try charge.flux(through: .sphere(center: [2, 0.1, -0.3], radius: 1)), 0))
    #expect(isNear(try charge.flux(through: .faces(ofBox: [0.5...1, -1...1, -1...1])), 0))
    // A sixth of it goes through each face of a cube.
    let face = try Surface.rectangle(corner: [-1, -1, 1], [2, 0, 0], [0, 2, 0])
    #expect(isNear(try charge.flux(through: face), 2 * .pi / 3))
  }

  @Test func areasAreThoseOfTheBook() throws {
    #expect(isNear(try Surface.sphere(center: [1, 2, 3], radius: 2).area(), 16 * .pi))
    #expect(isNear(try Surface.faces(ofBox: [0...1, 0...2, 0...3]).area(), 22))
    #expect(isNear(try Surface.disk(center: [0, 0, 1], normal: [1, 1, 1], radius: 3).area(), 9 * .pi))
    #expect(isNear(try Surface.triangle([0, 0, 0], [3, 0, 0], [0, 4, 0]).area(), 6))
    let torus = try Surface(
      x: "(3 + cos v) cos u", y: "(3 + cos v) sin u", z: "sin v", u: 0...2 * .pi, v: 0...2 * .pi)
    #expect(isNear(torus.area(), 12 * .pi * .pi, within: 1e-7))
    let dish = try Surface(x: "u cos v", y: "u sin v", z: "u^2", u: 0...1, v: 0...2 * .pi)
    #expect((dish.area().value - curveReferences[4].1).magnitude < 1e-11)
    // ∬ z² dS over the unit sphere is 4π/3.
    let square = try ScalarExpressionField("z^2", variables: .space)
    #expect(isNear(try square.integral(over: .sphere(center: [0, 0, 0], radius: 1)), 4 * .pi / 3))
  }

  @Test func frontsAreWhereTheyAreSaidToBe() throws {
    let up = try VectorExpressionField("0, 0, 1", variables: .space)
    #expect(isNear(try up.flux(through: .triangle([0, 0, 0], [1, 0, 0], [0, 1, 0])), 0.5))
    #expect(isNear(try up.flux(through: .disk(center: [0, 0, 0], normal: [0, 0, 5], radius: 1)), .pi))
    #expect(
      isNear(
        try up.flux(through: .disk(center: [0, 0, 0], normal: [0, 1, -1], radius: 1)), -.pi / 2.0.squareRoot()
      ))
    #expect(isNear(try up.flux(through: .rectangle(corner: [0, 0, 0], [1, 0, 0], [0, 2, 0])), 2))
    let outward = try VectorExpressionField("x, y, z", variables: .space)
    #expect(isNear(try outward.flux(through: .faces(ofBox: [0...1, 0...2, 0...3])), 18))
    #expect(isNear(try outward.flux(through: .sphere(center: [5, 5, 5], radius: 1)), 4 * .pi))
    // The half sphere of formulas, by polar angle and azimuth, has its front outside too.
    let half = try Surface(
      x: "sin u cos v", y: "sin u sin v", z: "cos u", u: 0...Double.pi / 2, v: 0...2 * .pi)
    #expect(isNear(try up.flux(through: half), .pi))
  }

  /// The border runs round the front counter-clockwise.
  @Test func bordersTurnRoundTheFront() throws {
    let rotation = try VectorExpressionField("-y, x, 0", variables: .space)
    let disk = try Surface.disk(center: [0, 0, 0], normal: [0, 0, 1], radius: 2)
    #expect(isNear(try rotation.circulation(around: disk.boundary), 8 * .pi))
    #expect(isNear(try rotation.circulation(around: disk.reversed.boundary), -8 * .pi))
    // A sphere is closed: its border is a seam there and back, and two points.
    let seam = try rotation.lineIntegral(along: Surface.sphere(center: [1, 0, 0], radius: 2).boundary)
    #expect(seam.value.magnitude <= seam.error && seam.error < 1e-14)
    #expect(
      isNear(try rotation.lineIntegral(along: Surface.faces(ofBox: [0...1, 0...2, 0...3]).boundary), 0))
    let square = try Surface.triangles([
      [[0, 0, 0], [1, 0, 0], [1, 1, 0]], [[0, 0, 0], [1, 1, 0], [0, 1, 0]],
    ])
    #expect(isNear(try rotation.lineIntegral(along: square.boundary), 2))
  }

  @Test func whatDoesNotFitIsSaidSo() throws {
    let plane = try VectorExpressionField("x, y")
    #expect(throws: IntegralError.dimension(3, needed: 2)) {
      try plane.flux(through: .sphere(center: [0, 0, 0], radius: 1))
    }
    #expect(throws: IntegralError.dimension(2, needed: 3)) { try Surface.sphere(center: [0, 0], radius: 1) }
    #expect(throws: IntegralError.notFinite(point: 0)) {
      try Surface.sphere(center: [0, .nan, 0], radius: 1)
    }
    #expect(throws: IntegralError.tooFewPoints(2, needed: 3)) {
      try Surface.triangles([[[0, 0, 0], [1, 0, 0]]])
    }
    #expect(throws: IntegralError.components(2, needed: 3)) { try Surface(plane, u: 0...1, v: 0...1) }
    #expect(throws: ExpressionError.self) { try Surface(x: "u", y: "v", z: "w", u: 0...1, v: 0...1) }
  }
}
