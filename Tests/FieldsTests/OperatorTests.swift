import Expressions
import Fields
import LinearAlgebra
import Testing

@Suite struct OperatorTests {
  /// The flow of Arnold, Beltrami and Childress is its own curl, and so −∇² of it is itself.
  @Test func theFlowThatIsItsOwnCurl() throws {
    let flow = try VectorExpressionField(
      "sin z + 0.7cos y, 0.9sin x + cos z, 0.7sin y + 0.9cos x", variables: .space)
    for point in [[0.3, 0.7, -1.2], [2.0, -1.0, 0.5]] {
      let reading = flow.reading(at: point)
      for (turning, value) in zip(reading.curlVector, reading.value) {
        #expect((turning - value).magnitude < 1e-15)
      }
      for (spread, value) in zip(reading.laplacian, reading.value) {
        #expect((spread + value).magnitude < 1e-15)
      }
      #expect(reading.divergence == 0)
      let twice = curl(of: curl(of: flow))
      #expect(twice.value(at: point).enumerated().allSatisfy { ($1 - reading.value[$0]).magnitude < 2e-15 })
    }
  }

  /// A charge at the origin: E = r/|r|³ has neither divergence nor curl off the charge, and −1/|r| is its potential.
  @Test func aPointCharge() throws {
    let text = "x/(x^2+y^2+z^2)^1.5, y/(x^2+y^2+z^2)^1.5, z/(x^2+y^2+z^2)^1.5"
    let field = try VectorExpressionField(text, variables: .space)
    let potential = try ScalarExpressionField("-1/sqrt(x^2+y^2+z^2)", variables: .space)
    for point in [[0.3, 0.4, 1.2], [-2.0, 1.0, 0.5], [1e-3, 2e-3, -2e-3]] {
      let reading = field.reading(at: point)
      #expect(reading.settledDivergence == 0)
      #expect(reading.settledCurlVector == [0, 0, 0])
      #expect(potential.reading(at: point).settledLaplacian == 0)
      let slope = gradient(of: potential).value(at: point)
      for (first, second) in zip(slope, reading.value) {
        #expect((first - second).magnitude <= 8 * second.ulp)
      }
    }
    #expect(field.reading(at: [0, 0, 0]).divergence.isNaN)
  }

  /// Solid-body rotation about an axis: curl 2ω, no divergence, a Jacobian that only turns.
  @Test func aSolidBody() throws {
    let reading = try VectorExpressionField("2z - 3y, 3x - z, y - 2x", variables: .space).reading(at: [
      5, 6, 7,
    ])
    #expect(reading.curlVector == [2, 4, 6] && reading.divergence == 0)
    #expect(reading.parts?.angularVelocity == [1, 2, 3])
    #expect(reading.parts?.shearRate == 0)
    #expect(reading.flowType?.settled == .centre)
    #expect(reading.curl.isNaN)
  }

  /// Rankine's vortex: curl Γ/(πR²) inside the core and 0 outside; on the rim there is none.
  @Test func rankinesVortex() throws {
    let square = try Expression("x^2 + y^2")
    let speed = Expression.ternary(
      .choose, .binary(.lessOrEqual, square, .number(4)), .number(1.5),
      .binary(.divide, .number(6), square))
    let field = VectorExpressionField([
      .binary(.multiply, .unary(.negate, .variable(1)), speed), .binary(.multiply, .variable(0), speed),
    ])
    // ω = Γ/(2πR²) = 1.5 with R = 2.
    #expect(field.reading(at: [0.5, -1]).curl == 3)
    #expect(field.reading(at: [3, 1]).settledCurl == 0 && field.reading(at: [3, 1]).settledDivergence == 0)
    #expect(field.reading(at: [2, 0]).curl.isNaN)
    #expect(
      (field.circulation(around: Circle(x: 0, y: 0, radius: 1)).value - 3 * Double.pi).magnitude < 1e-13)
    #expect(
      (field.circulation(around: Circle(x: 0, y: 0, radius: 5)).value - 12 * Double.pi).magnitude < 1e-13)
  }

  @Test func himmelblausPeak() throws {
    let field = try ScalarExpressionField("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
    let peak = field.reading(at: [-0.27084459066734764, -0.9230385564799814])
    #expect(peak.slope < 1e-12 && peak.criticality.kind == .maximum)
    #expect(field.reading(at: [3, 2]).gradient == [0, 0])
    #expect(field.reading(at: [3, 2]).criticality.kind == .minimum)
    #expect(field.hessian(at: [3, 2]) == [[74, 20], [20, 34]])
    #expect(field.thirdDerivatives(at: [3, 2]) == [72, 4, 4, 4, 4, 4, 4, 48])
  }

  @Test func slopesInAllDirections() throws {
    let hill = try ScalarExpressionField("3x + 4y")
    let reading = hill.reading(at: [1, 1])
    #expect(reading.slope == 5 && reading.slope(along: [30, 40]) == 5)
    #expect(reading.slope(along: [4, -3]).magnitude < 1e-15 && reading.slope(along: [0, -2]) == -4)
    #expect(reading.slope(along: [0, 0]).isNaN)
    #expect(directionalDerivative(of: hill, along: [0.6, 0.8]).value(at: [7, 7]) == 5)
    let field = try VectorExpressionField("x y, y^2")
    let along = directionalDerivative(of: field, along: [1, 2])
    #expect(along.value(at: [3, 5]) == [11, 20] && along.jacobian(at: [3, 5]) == [[2, 1], [0, 4]])
  }

  @Test func fieldsOfOperators() throws {
    let f = try ScalarExpressionField("x^3 y - y^3")
    #expect(laplacian(of: f).value(at: [2, 3]) == 18)
    #expect(laplacian(of: f).gradient(at: [2, 3]) == [18, 6])
    #expect(laplacian(of: f).hessian(at: [2, 3])[0, 0].isNaN)
    #expect(gradient(of: f).jacobian(at: [2, 3]) == f.hessian(at: [2, 3]))
    #expect(scalarCurl(of: gradient(of: f)).value(at: [2, 3]) == 0)
    #expect(hessian(of: f).value(at: [2, 3]) == [[36, 12], [12, -18]])
    #expect(jacobian(of: gradient(of: f)).value(at: [2, 3]) == f.hessian(at: [2, 3]))
    let derivatives = Block<Double>(rows: 8, capacity: 1)
    hessian(of: f).derivatives(at: Block(point: [2, 3]), into: derivatives)
    #expect((0..<8).map { derivatives[$0, 0] } == f.thirdDerivatives(at: [2, 3]))
    let four = try ScalarExpressionField("x*y*x*y", variables: Variables(["x", "y", "u", "v"]))
    #expect(laplacian(of: four).value(at: [2, 3, 1, 1]) == 26)
  }

  @Test func blocksOfOperators() throws {
    let field = try VectorExpressionField("-y + x^2, x + 1e-17 y")
    let points = Block<Double>(rows: 2, capacity: 3)
    points.count = 3
    for lane in 0..<3 { points[0, lane] = Double(lane) - 1 }
    let row = Block<Double>(rows: 1, capacity: 3)
    field.divergences(at: points, into: row)
    #expect((0..<3).map { row[0, $0] } == [-2, 1e-17, 2])
    field.curls(at: points, into: row)
    #expect((0..<3).map { row[0, $0] } == [2, 2, 2] && row.count == 3)
    let rows = Block<Double>(rows: 2, capacity: 3)
    field.laplacians(at: points, into: rows)
    #expect(rows[0, 1] == 2 && rows[1, 1] == 0)
    field.directionalDerivatives(along: [0, 2], at: points, into: rows)
    #expect(rows[0, 0] == -2 && rows[1, 0] == 2e-17)
    let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    for lane in 0..<3 { points[1, lane] = 1.7 }
    vortex.curls(at: points, into: row, settled: true)
    #expect((0..<3).map { row[0, $0] } == [0, 0, 0])
    let space = try VectorExpressionField("-y, x, z x", variables: .space)
    let turning = Block<Double>(rows: 3, capacity: 1)
    space.curls(at: Block(point: [1, 2, 3]), into: turning)
    #expect((0..<3).map { turning[$0, 0] } == [0, -3, 2])
    let f = try ScalarExpressionField("x^2 - y^2")
    f.laplacians(at: points, into: row, settled: true)
    #expect((0..<3).map { row[0, $0] } == [0, 0, 0])
    f.directionalDerivatives(along: [1, 0], at: points, into: row)
    #expect((0..<3).map { row[0, $0] } == [-2, 0, 2])
  }

  @Test func operatorsAsFormulas() throws {
    let f = try ScalarExpressionField("x^3 y - y^3 + 2")
    #expect(f.laplacian.value(at: [2, 3]) == 18 && f.laplacian.hessian(at: [2, 3]) == [[0, 6], [6, 0]])
    let field = try VectorExpressionField("y z, x^2, x y^2 z", variables: .space)
    for point in [[1.0, 2, 3], [-0.5, 0.25, 2]] {
      #expect(field.curlVector.value(at: point) == field.reading(at: point).curlVector)
      #expect(field.laplacian.value(at: point) == field.reading(at: point).laplacian)
    }
    #expect(field.curlVector.divergence.value(at: [1, 2, 3]) == 0)
    let gradient = try ScalarExpressionField("x y z", variables: .space).gradient
    #expect(gradient.curlVector.expressions == [.number(0), .number(0), .number(0)])
  }

  @Test func readingsWithoutASquareJacobian() throws {
    let variables = Variables(["x"])
    let curve = VectorExpressionField(
      try ["x", "x^2", "x^3"].map { try Expression($0, variables: variables) }, variables: variables)
    let reading = curve.reading(at: [2])
    #expect(reading.parts == nil && reading.flowType == nil && reading.curlVector.isEmpty)
    #expect(reading.laplacian == [0, 2, 12])
  }
}
