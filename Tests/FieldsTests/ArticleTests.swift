import Expressions
import Fields
import LinearAlgebra
import Testing

/// The examples of the articles in `Fields.docc`, word for word but for what they print.
@Suite struct ArticleTests {
  @Test func operators() throws {
    let flow = try VectorExpressionField("y z, x^2, x y^2 z", variables: .space)
    let reading = flow.reading(at: [1, 2, 3])
    #expect(
      reading.divergence == 4 && reading.curlVector == [12, -10, -1] && reading.laplacian == [0, 2, 6])
    let hill = try ScalarExpressionField("exp(-(x^2 + y^2)/2)").reading(at: [1, 0])
    #expect((hill.slope - 0.6065306597126334).magnitude < 1e-15 && hill.slope(along: [0, 1]) == 0)
    #expect((hill.laplacian + 0.6065306597126334).magnitude < 1e-15)
    let points = Block<Double>(rows: 3)
    let curls = Block<Double>(rows: 3)
    points.count = 100
    flow.curls(at: points, into: curls)
    #expect(curls.count == 100)
    let field = try ScalarExpressionField("x^3 y - y^3")
    let steep = gradient(of: field)
    #expect(steep.reading(at: [2, 3]).curl == 0 && laplacian(of: field).value(at: [2, 3]) == 18)
    let vortex = try VectorExpressionField("cos x sin y, -sin x cos y")
    #expect(!vortex.curl.expression.text().isEmpty)
    #expect(vortex.curl.laplacian.value(at: [0, 0]) == 4)
    let hole = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    let there = hole.reading(at: [0.3, 1.7])
    #expect(there.curl != 0 && there.curl.magnitude < 2e-16 && there.settledCurl == 0)
  }

  @Test func combiningFields() throws {
    let hill = try ScalarExpressionField("exp(-(x^2 + y^2))")
    let range = hill + 0.5 * hill.translated(by: [2, 1])
    let wind = try VectorExpressionField("-y, x") + VectorExpressionField("1, 0")
    let momentum = range * wind
    let energy = 0.5 * dot(wind, wind)
    let work = dot(momentum, gradient(of: range))
    #expect(work.value(at: [1, 0.5]).isFinite)
    let source = try VectorExpressionField("x, y")
    #expect(source.rotated90.reading(at: [1, 2]).curl == 2)
    #expect((source.rotated(by: 0.5).reading(at: [1, 2]).divergence - 2).magnitude < 1e-15)
    let polar = try VectorExpressionField("hypot(x, y), atan2(y, x)")
    let spiral = try ScalarExpressionField("sin(3y - 4x)").composed(with: polar)
    #expect(spiral.gradient(at: [1, 1]).allSatisfy { $0.isFinite })
    var layers: [AnyScalarField] = [AnyScalarField(hill), AnyScalarField(energy)]
    layers.append(AnyScalarField(divergence(of: momentum)))
    let stack = StackedField(layers)
    #expect(stack.value(at: [0, 0]).prefix(2) == [1, 0.5])
  }

  @Test func theLinearPart() throws {
    let flow = try VectorExpressionField("x - 2y, 4x + 3y")
    let parts = JacobianParts(flow.jacobian(at: [0, 0]))
    #expect(flow.reading(at: [0, 0]).parts == parts)
    #expect(parts.expansion == 2 && parts.angularVelocity == [3] && parts.shear == [[-1, 1], [1, 1]])
    #expect((parts.rates[0] - 0.5857864376269049).magnitude < 1e-15)
    #expect((parts.rates[1] - 3.414213562373095).magnitude < 1e-15)
    let pendulum = try VectorExpressionField("y, -sin(x) - y/4")
    #expect(pendulum.flowType(at: [0, 0]).kind == .spiralIn)
    #expect(pendulum.flowType(at: [.pi, 0]).kind == .saddle)
    let measured = FlowType(
      jacobian: [[1e-4, -1], [1, 1e-4]], errors: Matrix(rows: 2, columns: 2) { _, _ in 1e-3 })
    #expect(measured.kind == .undecided && measured.possible == [.spiralIn, .centre, .spiralOut])
    #expect(measured.settled == .centre && measured.index == 1)
    let valley = try ScalarExpressionField("(1 - x)^2 + 100(y - x^2)^2").criticality(at: [1, 1])
    #expect(valley.kind == .minimum && (valley.condition - 2508.01).magnitude < 0.005)
    let monkey = try ScalarExpressionField("x^3 - 3x y^2").criticality(at: [0, 0])
    #expect(monkey.kind == .degenerate)
  }

  private struct Rosenbrock: ScalarFunctionField {
    let dimension: Int

    func formula<Number: FormulaNumber>(_ x: [Number]) -> Number {
      var sum = Number(0)
      for index in 1..<x.count {
        let valley = x[index] - x[index - 1] * x[index - 1]
        let along = Number(1) - x[index - 1]
        sum = sum + along * along + Number(100) * valley * valley
      }
      return sum
    }
  }

  @Test func fieldsInSwift() {
    let valley = Rosenbrock(dimension: 10)
    #expect(valley.gradient(at: [Double](repeating: 1, count: 10)) == [Double](repeating: 0, count: 10))
    let hill = ScalarClosureField(dimension: 2) { x in .exp(-(x[0] * x[0] + x[1] * x[1]) / 2) }
    #expect((hill.gradient(at: [1, 0])[0] + 0.6065306597126334).magnitude < 1e-15)
    #expect(hill.gradient(at: [1, 0])[1] == 0)
    let whirl = VectorClosureField(dimension: 2, components: 2) { x in [-x[1], x[0]] }
    #expect(whirl.reading(at: [1, 2]).curl == 2)
  }

  @Test func coordinates() throws {
    let system = CoordinateSystem.spherical
    let charge = [try Expression("1/r^2", variables: system.variables), .number(0), .number(0)]
    let spread = ScalarExpressionField(system.divergence(of: charge), variables: system.variables)
    #expect(spread.value(at: [3, 1, 2]).magnitude < 1e-16)
    #expect(system.curl(of: charge) == [.number(0), .number(0), .number(0)])
    let potential = try Expression("1/r", variables: system.variables)
    let force = system.gradient(of: potential)
    #expect(!force[0].text(in: system.variables).isEmpty)
    let field = system.cartesianField(of: charge)
    #expect((field.reading(at: [1, 2, 2]).length - 1.0 / 9).magnitude < 1e-16)
    #expect(field.reading(at: [1, 2, 2]).settledDivergence == 0)
    #expect((system.cartesian([2, .pi / 2, 0])[0] - 2).magnitude < 1e-15)
    let elsewhere = system.convert([2, .pi / 6, 0.3], to: .cylindrical)
    #expect((elsewhere[0] - 1).magnitude < 1e-15 && (elsewhere[2] - 3.0.squareRoot()).magnitude < 1e-15)
    let upwards = system.components(ofCartesian: [0, 0, 1], at: [1, .pi / 2, 0])
    #expect(upwards[0].magnitude < 1e-16 && upwards[1] == -1 && upwards[2] == 0)
  }

  private struct Wrong: VectorField {
    let dimension = 2
    let components = 2

    func values(at points: Block<Double>, into values: Block<Double>) {
      values.count = points.count
      for lane in 0..<points.count {
        values[0, lane] = -points[1, lane]
        values[1, lane] = points[0, lane]
      }
    }

    func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
      jacobians.count = points.count
      for lane in 0..<points.count {
        for (row, slope) in [0.0, 1, -1, 0].enumerated() { jacobians[row, lane] = slope }
      }
    }

    func hessians(at points: Block<Double>, into hessians: Block<Double>) {
      hessians.count = points.count
      for row in 0..<8 {
        for lane in 0..<points.count { hessians[row, lane] = 0 }
      }
    }
  }

  @Test func laws() throws {
    let report = checkScalarField(try ScalarExpressionField("sin(x) exp(y)"), in: [-3...3, -2...2])
    #expect(report.holds && report.violations.isEmpty && (1400...1500).contains(report.checked))
    #expect(report.checked(.secondDerivatives) == 256)
    let verdict = checkVectorField(Wrong(), in: [-1...1, -1...1], count: 4)
    let violation = try #require(verdict.violations.first)
    #expect(violation.description.contains("row 2: -1.0, not 1.0"))
    #expect(!verdict.violations.contains { $0.law == .trace || $0.law == .gauss })
  }
}
