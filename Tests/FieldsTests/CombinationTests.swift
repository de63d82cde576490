import Expressions
import Fields
import Testing

/// Combinations against the formula of the whole, which is differentiated on another way.
@Suite struct CombinationTests {
  static let f = "sin(x) y + x^3"
  static let g = "exp(x/2 - y) + y^2"
  static let points: [[Double]] = [[0.3, 0.7], [-1.1, 0.4], [2.3, -0.9]]

  private func scalar(_ text: String) throws -> ScalarExpressionField { try ScalarExpressionField(text) }

  private func vector(_ text: String) throws -> VectorExpressionField { try VectorExpressionField(text) }

  @Test func sumsAndProductsOfScalars() throws {
    let (f, g) = (try scalar(Self.f), try scalar(Self.g))
    try agree(f + g, "(\(Self.f)) + (\(Self.g))", through: 3)
    try agree(f - g, "(\(Self.f)) - (\(Self.g))", through: 3)
    try agree(-f, "-(\(Self.f))", through: 3)
    try agree(2.5 * f, "2.5(\(Self.f))", through: 3)
    try agree(f * g, "(\(Self.f))*(\(Self.g))", through: 3)
    try agree(f * f * g, "(\(Self.f))^2*(\(Self.g))", through: 3)
    try agree(f * (g - 2 * f), "(\(Self.f))*(\(Self.g)-2(\(Self.f)))", through: 3)
  }

  @Test func productsOfVectors() throws {
    let (f, g) = (try scalar(Self.f), try scalar(Self.g))
    let a = try vector("x y, cos y")
    let b = try vector("y^2, x - y")
    try agree(dot(a, b), "x y*y^2 + cos(y)*(x - y)", through: 2)
    #expect(dot(a, b).thirdDerivatives(at: [1, 2]).allSatisfy { $0.isNaN })
    try agree(a + b, "x y + y^2, cos y + x - y")
    try agree(a - 3 * b, "x y - 3y^2, cos y - 3x + 3y")
    try agree(-a, "-x y, -cos y")
    try agree(f * a, "(\(Self.f))*x y, (\(Self.f))*cos y")
    try agree(f * (g * a), "(\(Self.f))*(\(Self.g))*x y, (\(Self.f))*(\(Self.g))*cos y")
    try agree(a.component(1), "cos y", through: 2)
    try agree(StackedField([AnyScalarField(f), AnyScalarField(g)]), "\(Self.f), \(Self.g)")
  }

  @Test func compositions() throws {
    let outer = try scalar("x^2 y + sin(x - y)")
    let map = try vector("x y, x - y^2")
    try agree(outer.composed(with: map), "(x y)^2*(x - y^2) + sin(x y - x + y^2)", through: 2)
    #expect(outer.composed(with: map).thirdDerivatives(at: [1, 2]).allSatisfy { $0.isNaN })
    let vortex = try vector("-y exp x, x^2")
    try agree(vortex.composed(with: map), "-(x - y^2)*exp(x y), (x y)^2")
    // The polar angle and distance as a map: their composition with the cartesian map is no change at all.
    let polar = try vector("hypot(x, y), atan2(y, x)")
    let cartesian = try vector("x cos y, x sin y")
    try agree(cartesian.composed(with: polar), "x, y")
  }

  @Test func movedAndTurned() throws {
    let f = try scalar(Self.f)
    let a = try vector("x y, cos y")
    try agree(f.translated(by: [0.5, -2]), "sin(x - 0.5)*(y + 2) + (x - 0.5)^3", through: 3)
    try agree(a.translated(by: [0.5, -2]), "(x - 0.5)*(y + 2), cos(y + 2)")
    try agree(a.rotated90, "-cos y, x y")
    try agree(a.rotated90.rotated90, "-x y, -cos y")
    let (c, s) = ("cos(0.7)", "sin(0.7)")
    let (u, v) = ("(\(c)*x+\(s)*y)", "(\(c)*y-\(s)*x)")
    try agree(f.rotated(by: 0.7), "sin(\(u))*\(v)+\(u)^3", through: 3)
    try agree(a.rotated(by: 0.7), "\(c)*\(u)*\(v)-\(s)*cos(\(v)), \(s)*\(u)*\(v)+\(c)*cos(\(v))")
  }

  /// Turning a field with its domain moves divergence and curl along and changes neither; a quarter turn of the arrows
  /// alone exchanges them.
  @Test func whatTurningDoesToDivergenceAndCurl() throws {
    let field = try vector("x^2 y, sin(x) + y")
    for point in Self.points {
      let (c, s) = (0.8, 0.6)
      let turned = field.rotated(by: 0.6435011087932844)
      let there = field.reading(at: [c * point[0] + s * point[1], c * point[1] - s * point[0]])
      let here = turned.reading(at: point)
      #expect((here.divergence - there.divergence).magnitude < 1e-14)
      #expect((here.curl - there.curl).magnitude < 1e-14)
      let plain = field.reading(at: point)
      let quarter = field.rotated90.reading(at: point)
      #expect(quarter.curl == plain.divergence && quarter.divergence == -plain.curl)
    }
  }

  @Test func productRulesOfSpace() throws {
    let a = try VectorExpressionField("x y, z^2, sin x", variables: .space)
    let b = try VectorExpressionField("y z, x + z, x y", variables: .space)
    let f = try ScalarExpressionField("x y z + cos z", variables: .space)
    for point in [[0.3, -0.2, 0.9], [1.5, 2.0, -0.4]] {
      // div(F×G) = G·curl F − F·curl G.
      let right =
        dot(b, curl(of: a)).value(at: point) - dot(a, curl(of: b)).value(at: point)
      #expect((cross(a, b).reading(at: point).divergence - right).magnitude < 1e-14)
      // curl(fF) = f curl F + ∇f × F.
      let left = (f * a).reading(at: point).curlVector
      let sum = (f * curl(of: a) + cross(gradient(of: f), a)).value(at: point)
      for (first, second) in zip(left, sum) { #expect((first - second).magnitude < 1e-14) }
      // ∇²(fg) and div(fF).
      let spread = divergence(of: f * a).value(at: point)
      let parts =
        f.value(at: point) * divergence(of: a).value(at: point) + dot(gradient(of: f), a).value(at: point)
      #expect((spread - parts).magnitude < 1e-14)
    }
  }

  @Test func whatIsMissingIsNotInvented() throws {
    let field = try vector("x y, y^2")
    #expect(divergence(of: field).hessian(at: [1, 2])[0, 0].isNaN)
    #expect(divergence(of: field).gradient(at: [1, 2]) == [0, 3])
    let f = try scalar(Self.f)
    #expect((f + dot(field, field)).thirdDerivatives(at: [1, 2]).allSatisfy { $0.isNaN })
    // A factor 0 leaves out what it multiplies.
    #expect((0 * (try scalar("1/x"))).value(at: [0, 1]) == 0)
  }

  @Test func anyFieldIsTheFieldInside() throws {
    let f = try scalar(Self.f)
    let inside = try vector("x y, cos y")
    try agree(AnyScalarField(f), Self.f, through: 3)
    try agree(AnyVectorField(inside), "x y, cos y")
    let mixed: [AnyScalarField] = [
      AnyScalarField(f), AnyScalarField(f * f), AnyScalarField(laplacian(of: f)),
    ]
    #expect(mixed.map { $0.dimension } == [2, 2, 2])
    let floats = Block<Float>(rows: 2, capacity: 1)
    let values = Block<Float>(rows: 2, capacity: 1)
    floats.count = 1
    floats[0, 0] = 0.5
    floats[1, 0] = 0.25
    AnyVectorField(inside + inside).values(at: floats, into: values)
    #expect(values[0, 0] == 0.25 && values.count == 1)
  }

  /// Blocks of many lanes give what single points give, also when their memory is used again.
  @Test func blocksAndPointsAgree() throws {
    let f = try scalar(Self.f)
    let field = (f * f).composed(with: try vector("x y, x - y^2")) + f
    let points = Block<Double>(rows: 2, capacity: 300)
    let hessians = Block<Double>(rows: 4, capacity: 300)
    for round in 1...2 {
      points.count = 300 / round
      for lane in 0..<points.count {
        points[0, lane] = Double(lane) * 0.01 * Double(round)
        points[1, lane] = 1 - Double(lane) * 0.004
      }
      field.hessians(at: points, into: hessians)
      #expect(hessians.count == points.count)
      for lane in stride(from: 0, to: points.count, by: 37) {
        let single = field.hessian(at: [points[0, lane], points[1, lane]])
        for row in 0..<4 { #expect(hessians[row, lane] == single[row / 2, row % 2]) }
      }
    }
  }

  private func agree(_ field: some ScalarField, _ text: String, through order: Int) throws {
    let whole = try ScalarExpressionField(text)
    for point in Self.points {
      near([field.value(at: point)], [whole.value(at: point)], text)
      near(field.gradient(at: point), whole.gradient(at: point), text)
      near(field.hessian(at: point).elements, whole.hessian(at: point).elements, text)
      #expect(field.hessian(at: point).isSymmetric)
      if order == 3 {
        near(field.thirdDerivatives(at: point), whole.thirdDerivatives(at: point), text)
      }
    }
  }

  private func agree(_ field: some VectorField, _ text: String) throws {
    let whole = try VectorExpressionField(text)
    for point in Self.points {
      near(field.value(at: point), whole.value(at: point), text)
      near(field.jacobian(at: point).elements, whole.jacobian(at: point).elements, text)
      near(second(field, point), second(whole, point), text)
    }
  }

  private func second(_ field: some VectorField, _ point: [Double]) -> [Double] {
    let rows = field.components * field.dimension * field.dimension
    let hessians = Block<Double>(rows: rows, capacity: 1)
    field.hessians(at: Block(point: point), into: hessians)
    return (0..<rows).map { hessians[$0, 0] }
  }

  /// Both ways are some tens of roundings of their largest terms, which are about as large as the largest derivative.
  private func near(_ found: [Double], _ expected: [Double], _ text: String) {
    let size = expected.map { $0.magnitude }.max() ?? 0
    for (first, second) in zip(found, expected) {
      #expect((first - second).magnitude <= 0x1p-45 * max(size, 1), "\(text): \(first), not \(second)")
    }
  }
}
