import Expressions
import Testing

@Suite struct PotentialTests {
  @Test(arguments: [
    ("x^2 + 3x y", "x", "x^2*(2*x+9*y)/6"), ("exp(-x^2) x", "x", "-exp(-x^2)/2"),
    ("sin(2x + y)", "x", "-cos(2*x+y)/2"),
    ("x cos x", "x", "x*sin(x)+cos(x)"), ("1/x", "x", "log(abs(x))"), ("x/(x^2+y^2)", "x", "log(x^2+y^2)/2"),
    ("1/(x^2+y^2)", "x", "atan(x/y)/y"), ("x^2 exp(3x)", "x", "exp(3x)(9x^2-6x+2)/27"),
    ("x/sqrt(x^2+y^2)", "x", "(x^2+y^2)^0.5"), ("ln(x)/x", "x", "log(x)^2/2"),
  ])
  func antiderivativesAreFound(_ text: String, _ variable: String, _ expected: String) throws {
    let found = try #require(try Expression(text).antiderivative(by: 0))
    #expect(Expression.binary(.subtract, found, try Expression(expected)).isProvenZero, "\(found.text())")
  }

  @Test(arguments: [
    ("2x y, x^2 + 2y", "x^2*y+y^2"), ("x/(x^2+y^2)^1.5, y/(x^2+y^2)^1.5", "-1/sqrt(x^2+y^2)"),
    ("y cos(x y), x cos(x y)", "sin(x*y)"),
    ("-x exp(-(x^2+y^2)/2), -y exp(-(x^2+y^2)/2)", "exp(-(x^2+y^2)/2)"),
    ("x/(x^2+y^2), y/(x^2+y^2)", "log(x^2+y^2)/2"), ("0, 0", "0"), ("3, y", "(y^2+6*x)/2"),
  ])
  func potentialsOfThePlane(_ text: String, _ expected: String) throws {
    let components = try Expression.components(utf8: Array(text.utf8))
    let found = try #require(Expression.potential(of: components))
    #expect(Expression.binary(.subtract, found, try Expression(expected)).isProvenZero, "\(found.text())")
  }

  @Test func potentialInSpace() throws {
    let components = try Expression.components(
      utf8: Array("2x y + z^3, x^2 + 2y, 3x z^2".utf8), variables: .space)
    #expect(Expression.potential(of: components)?.text(in: .space) == "x*z^3+x^2*y+y^2")
  }

  @Test(arguments: ["0, x y", "-y, x", "y, -x^3", "x y, x y"])
  func whatTurnsHasNone(_ text: String) throws {
    #expect(Expression.potential(of: try Expression.components(utf8: Array(text.utf8))) == nil)
  }

  @Test func aManyValuedPotentialIsFound() throws {
    let components = try Expression.components(utf8: Array("-y/(x^2+y^2), x/(x^2+y^2)".utf8))
    #expect(Expression.potential(of: components) != nil)
  }

  /// φ is found again, up to a constant, from the gradient of random sums of terms.
  @Test func gradientsOfPolynomialsHaveTheirPotential() throws {
    for text in [
      "x^3 y - 2x y^2 + y", "x^2 y^5 + 4", "(x + y)^4", "x y (x - y)^2", "x sin y + y exp x",
      "exp(2x - y) + x^3",
    ] {
      let gradient = try Formula("grad(\(text))").quantity.expressions
      let potential = try #require(Expression.potential(of: gradient), "\(text)")
      let difference = Expression.binary(.subtract, potential, try Expression(text))
      let at = difference.value(at: [0.3, 0.7])
      #expect((difference.value(at: [-1.2, 0.4]) - at).magnitude < 1e-12, "\(text): \(potential.text())")
    }
  }
}
