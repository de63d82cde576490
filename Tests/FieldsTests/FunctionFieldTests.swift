import Expressions
import Fields
import LinearAlgebra
import Testing

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

private struct Pendulum: VectorFunctionField {
  let dimension = 2
  let components = 2
  let friction = 0.25

  func formula<Number: FormulaNumber>(_ x: [Number]) -> [Number] {
    [x[1], -Number.sin(x[0]) - Number(friction) * x[1]]
  }
}

/// A formula as a function of any number: the way to its derivatives that is not symbolic.
private struct ExpressionFunction: ScalarFunctionField {
  let expression: Expression
  let dimension: Int

  func formula<Number: FormulaNumber>(_ x: [Number]) -> Number { expression.value(at: x) }
}

@Suite struct FunctionFieldTests {
  /// Symbols against duals, to third order.
  @Test(arguments: LawTests.landscapes + ["x^y + y^x", "gamma(x + 4) tanh(y)", "hypot(x, y)^3 erf(x y)"])
  func symbolsAndDualsAgree(_ text: String) throws {
    let symbols = try ScalarExpressionField(text)
    let duals = ExpressionFunction(expression: symbols.expression, dimension: 2)
    for point in [[0.7, 1.3], [2.25, 0.5], [1.5, 1.75]] {
      near([duals.value(at: point)], [symbols.value(at: point)], 1e-14)
      let pairs = [
        (duals.gradient(at: point), symbols.gradient(at: point)),
        (duals.hessian(at: point).elements, symbols.hessian(at: point).elements),
        (duals.thirdDerivatives(at: point), symbols.thirdDerivatives(at: point)),
      ]
      // Two orders of the same few dozen operations on terms not much larger than the largest derivative.
      for (first, second) in pairs { near(first, second, 0x1p-44 * max(1, Self.largest(second))) }
    }
  }

  private static func largest(_ values: [Double]) -> Double { values.reduce(0) { max($0, $1.magnitude) } }

  @Test func theValleyInSwiftAndInText() throws {
    let written = Rosenbrock(dimension: 2)
    let closure = ScalarClosureField(dimension: 2) { x in
      let valley = x[1] - x[0] * x[0]
      return (1 - x[0]) * (1 - x[0]) + 100 * valley * valley
    }
    let text = try ScalarExpressionField("(1 - x)^2 + 100(y - x^2)^2")
    for point in [[1.0, 1.0], [-1.2, 1.0], [0.5, 2.25]] {
      #expect(written.value(at: point) == text.value(at: point))
      #expect(closure.value(at: point) == text.value(at: point))
      let third = text.thirdDerivatives(at: point)
      for field in [AnyScalarField(written), AnyScalarField(closure)] {
        near(field.gradient(at: point), text.gradient(at: point), 1e-12)
        near(field.hessian(at: point).elements, text.hessian(at: point).elements, 1e-11)
        near(field.thirdDerivatives(at: point), third, 1e-11)
        #expect(field.hessian(at: point).isSymmetric)
      }
    }
    #expect(written.hessian(at: [1, 1]) == [[802, -400], [-400, 200]])
    #expect(Rosenbrock(dimension: 6).gradient(at: [1, 1, 1, 1, 1, 1]) == [0, 0, 0, 0, 0, 0])
    #expect(Rosenbrock(dimension: 6).reading(at: [1, 1, 1, 1, 1, 1]).criticality.kind == .minimum)
  }

  @Test func thePendulum() throws {
    let text = try VectorExpressionField("y, -sin x - 0.25y")
    let closure = VectorClosureField(dimension: 2, components: 2) { x in [x[1], -.sin(x[0]) - 0.25 * x[1]] }
    for point in [[0.0, 0.0], [0.7, -0.3], [3.0, 1.0]] {
      for field in [AnyVectorField(Pendulum()), AnyVectorField(closure)] {
        #expect(field.value(at: point) == text.value(at: point))
        #expect(field.jacobian(at: point) == text.jacobian(at: point))
        near(field.reading(at: point).laplacian, text.reading(at: point).laplacian, 1e-15)
      }
    }
    #expect(Pendulum().reading(at: [0, 0]).flowType?.kind == .spiralIn)
    #expect(Pendulum().reading(at: [Double.pi, 0]).flowType?.kind == .saddle)
    let points = Block<Float>(rows: 2, capacity: 2)
    let floats = Block<Float>(rows: 2, capacity: 2)
    let expected = Block<Float>(rows: 2, capacity: 2)
    points.count = 2
    points[0, 1] = 0.5
    Pendulum().values(at: points, into: floats)
    text.values(at: points, into: expected)
    #expect(floats[1, 1] == expected[1, 1] && floats.count == 2)
    closure.values(at: points, into: floats)
    #expect((floats[1, 1] - expected[1, 1]).magnitude <= expected[1, 1].ulp)
  }

  @Test func manyLanes() {
    let field = Rosenbrock(dimension: 3)
    let points = Block<Double>(rows: 3, capacity: 10)
    points.count = 10
    for lane in 0..<10 {
      for row in 0..<3 { points[row, lane] = Double(lane * 3 + row) * 0.1 }
    }
    let third = Block<Double>(rows: 27, capacity: 10)
    field.thirdDerivatives(at: points, into: third)
    for lane in 0..<10 {
      let single = field.thirdDerivatives(at: (0..<3).map { points[$0, lane] })
      #expect((0..<27).map { third[$0, lane] } == single)
    }
  }

  private func near(_ found: [Double], _ expected: [Double], _ bound: Double) {
    for (first, second) in zip(found, expected) { #expect((first - second).magnitude <= bound) }
  }
}
