import Expressions
import Testing

/// The examples of the articles of `Expressions.docc`, word for word but for `print`.
@Suite struct ArticleTests {
  @Test func theOverview() throws {
    let wave = try Expression("2x sin² y − √(1 + x²)")
    #expect(wave.text() == "2*x*sin(y)^2-sqrt(1+x^2)")
  }

  @Test func theLanguage() throws {
    let formula = try Formula("a exp(-r^2/2) (x, y) where r = hypot(x, y), a = 1 in 0…3")
    #expect(formula.substituted.expressions[0].text() == "1*exp(-hypot(x,y)^2/2)*x")
    let first = try Formula("r = hypot(x, y); sin(r)/r")
    #expect(try Formula("sin(r)/r where r = hypot(x, y)") == first)
    let hill = try Formula("a x^2 + y^2 where a = 1 in 0…3")
    let steeper = hill.setting(Array("a".utf8), to: 2.5)
    #expect(steeper.text == "a*x^2+y^2 where a = 2.5 in 0…3")
  }

  @Test func theDerivation() throws {
    let formula = try Formula("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
    let derivation = Derivation(of: .gradient, formula, at: [3, 2])
    #expect(
      derivation.text == """
        f = (x^2+y-11)^2+(x+y^2-7)^2
        ∇f = (∂f/∂x, ∂f/∂y)
        ∇f = (4*x^3+4*x*y+2*y^2-42*x-14, 4*y^3+2*x^2+4*x*y-26*y-22)
        ∇f(3, 2) = (4*3^3+4*3*2+2*2^2-42*3-14, 4*2^3+2*3^2+4*3*2-26*2-22)
        = (0, 0)
        """)
  }

  @Test func kinksAndSeams() throws {
    func slope(_ text: String, at x: Double) throws -> Double {
      Derivation(of: .partial(component: 0, by: [0]), try Formula(text), at: [x, 0]).values[0]
    }
    #expect(try slope("|x|", at: 0).isNaN)
    #expect(try slope("|x|", at: -2) == -1)
    #expect(try slope("floor x", at: 1).isNaN)
    #expect(try slope("floor x", at: 1.5) == 0)
    #expect(try slope("if(x < 0, 0, x^2)", at: 0) == 0)
    #expect(try slope("if(x < 0, 0, x)", at: 0).isNaN)
    #expect(try slope("min(x, 2x)", at: 0).isNaN)
    #expect(try slope("(x < 1) + x", at: 1).isNaN)
  }

  @Test func theZero() throws {
    let curl = try Formula("curl(-y/(x^2 + y^2), x/(x^2 + y^2))").quantity.expressions[0]
    #expect(curl.isProvenZero)
  }
}
