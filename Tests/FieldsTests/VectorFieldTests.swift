import Expressions
import Fields
import Testing

@Suite struct VectorFieldTests {
  @Test func rotationTurnsAndDoesNotSpread() throws {
    let reading = try VectorExpressionField("-y, x").reading(at: [1, 2])
    #expect(reading.value == [-2, 1])
    #expect(reading.length == 5.0.squareRoot())
    #expect(reading.divergence == 0)
    #expect(reading.curl == 2)
    #expect(reading.jacobian == [[0, -1], [1, 0]])
  }

  /// Taylor–Green: divergence 0, curl −2 cos x cos y.
  @Test func taylorGreenVortex() throws {
    let field = try VectorExpressionField("cos x sin y, -sin x cos y")
    for (x, y) in [(0.3, 0.7), (-2.0, 1.1), (4.0, -3.0)] {
      let reading = field.reading(at: [x, y])
      let expected = try ScalarExpressionField("-2 cos(x) cos(y)").value(at: [x, y])
      #expect(reading.divergence.magnitude < 1e-15)
      #expect((reading.curl - expected).magnitude < 1e-15)
    }
  }

  /// The punctured vortex has no curl anywhere but at the hole; a rigid rotation has curl 2 everywhere.
  @Test func irrotationalVortexHasNoCurl() throws {
    let field = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    for (x, y) in [(1.0, 0.0), (0.3, -0.4), (-5, 12)] {
      #expect(field.reading(at: [x, y]).curl.magnitude < 1e-15)
    }
    #expect(field.reading(at: [0, 0]).curl.isNaN)
    #expect(field.reading(at: [0.3, 1.7]).settledCurl == 0)
    #expect(field.reading(at: [0.3, 1.7]).settledDivergence == 0)
    // A curl of 10⁻⁹ beside derivatives of 1 is no rounding.
    #expect(try VectorExpressionField("-y, -x + 1e-9 x").reading(at: [1, 1]).settledCurl != 0)
  }

  @Test func divergenceAndCurlAreFormulasToo() throws {
    let field = try VectorExpressionField("x^2 y, x y^2")
    #expect(try field.divergence.value(at: [3, 5]) == ScalarExpressionField("4 x y").value(at: [3, 5]))
    #expect(try field.curl.value(at: [3, 5]) == ScalarExpressionField("y^2 - x^2").value(at: [3, 5]))
    #expect(try VectorExpressionField("-x, -y").divergence.expression == Expression("-2"))
  }

  /// curl ∘ grad = 0, exactly: mixed derivatives are one and the same node.
  @Test(arguments: ["exp(-(x^2+y^2)/2)", "sin(x y) + x^3", "log(1 + x^2 + y^4)", "atan2(y, x + 3)"])
  func gradientsHaveNoCurl(_ text: String) throws {
    let field = try ScalarExpressionField(text)
    let hessians = Block<Double>(rows: 4, capacity: 1)
    field.hessians(at: Block(point: [0.7, -1.3]), into: hessians)
    #expect(hessians[1, 0] == hessians[2, 0])
    #expect(field.gradient.reading(at: [0.7, -1.3]).curl.magnitude < 1e-15)
  }

  @Test func gradientOfTheGaussianHill() throws {
    let field = try ScalarExpressionField("exp(-(x^2+y^2)/2)")
    let value = field.value(at: [0.6, 0.8])
    let gradient = field.gradient(at: [0.6, 0.8])
    #expect((value - 0.6065306597126334).magnitude < 1e-16)
    #expect((gradient[0] + 0.6 * value).magnitude < 1e-16)
    #expect((gradient[1] + 0.8 * value).magnitude < 1e-16)
  }
}
