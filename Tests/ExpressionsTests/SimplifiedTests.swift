import Expressions
import Testing

@Suite struct SimplifiedTests {
  @Test(arguments: [
    ("grad((x^2+y-11)^2+(x+y^2-7)^2)", ["4*x^3+4*x*y+2*y^2-42*x-14", "4*y^3+2*x^2+4*x*y-26*y-22"]),
    ("laplacian((x^2+y-11)^2+(x+y^2-7)^2)", ["4*(3*x^2+3*y^2+x+y-17)"]),
    ("grad exp(-(x^2+y^2)/2)", ["-x*exp(-(x^2+y^2)/2)", "-y*exp(-(x^2+y^2)/2)"]),
    ("laplacian exp(-(x^2+y^2)/2)", ["(x^2+y^2-2)*exp(-(x^2+y^2)/2)"]),
    ("laplacian hypot(x, y)", ["1/sqrt(x^2+y^2)"]),
    ("curl(cos x sin y, -sin x cos y)", ["-2*cos(x)*cos(y)"]),
    ("grad(x^1.5 y)", ["1.5*x^0.5*y", "x^1.5"]),
    ("grad(x e^x)", ["e^x+x*e^x", "0"]),
    ("grad min(x, y^2)", ["if(x==y^2,nan,if(x<y^2,1,0))", "if(x==y^2,if(0==2*y,0,nan),if(x<y^2,0,2*y))"]),
    ("grad atan2(y, x)", ["-y/(x^2+y^2)", "x/(x^2+y^2)"]),
    ("grad|x y|", ["y*slope(x*y)", "x*slope(x*y)"]),
    ("sin²x + cos²x", ["1"]), ("x/2 + y/3", ["x/2+y/3"]), ("x + x + 0.5x", ["2.5*x"]),
  ])
  func formulasAreShort(_ text: String, _ expected: [String]) throws {
    let found = try Formula(text).quantity.expressions.map { $0.simplified.text() }
    #expect(found == expected)
  }

  @Test(arguments: [
    "curl(-y/(x^2+y^2), x/(x^2+y^2))", "div(-y/(x^2+y^2), x/(x^2+y^2))", "laplacian ln(x^2+y^2)",
    "0.1x + 0.2x - 0.3x",
    "laplacian(sin x cosh y)", "sin(2x) - 2sin x cos x", "cosh²x - sinh²x - 1", "e^x e^(-x) - 1",
    "exp(x+y) - exp x exp y",
    "cos(x+y) - cos x cos y + sin x sin y", "sec²x - tan²x - 1", "curl(x/hypot(x,y)^3, y/hypot(x,y)^3)",
    "|x|^2 - x^2",
    "tanh x - (1 - exp(-2x))/(1 + exp(-2x))", "curl grad(sin(x y) exp(x))", "log2(x) ln(2) - ln x",
    "2^(x+1) - 2*2^x",
    "√(x²+y²)·√(x²+y²) - x² - y²", "cbrt(x)^3 - x", "diff(floor x, x)", "acos x + asin x - π/2",
    "(x^3 - y^3)/(x - y) - x^2 - x y - y^2",
  ])
  func zeroIsProven(_ text: String) throws {
    #expect(try Expression(text).isProvenZero)
  }

  @Test(arguments: [
    "curl(0, x y)", "0.1x + 0.2x - 0.30000000001x", "sin x cos y - 0.5", "curl(-1e-9 y, 0)", "|x| - x",
    "floor(x) - x",
    "exp(x) - 1 - x", "sqrt(x^2) - x", "tan(x) - sin x", "x^0.5 - sqrt(x + 1)", "atan2(y, x) - atan(y/x)",
  ])
  func whatIsNotZeroIsNotProven(_ text: String) throws {
    #expect(try !Expression(text).isProvenZero)
  }

  /// What is shown equals what was derived, at every point where both are numbers.
  @Test func shortFormsAreEqual() throws {
    var generator = SplitMix(state: 5)
    var compared = 0
    for _ in 0..<1500 {
      let tree = Expression.random(depth: 4, using: &generator)
      let short = tree.simplified
      let isZero = tree.isProvenZero
      for _ in 0..<4 {
        let point = (0..<2).map { _ in Double.random(in: -2...2, using: &generator) }
        let expected = tree.value(at: point)
        let value = short.value(at: point)
        guard expected.isFinite, value.isFinite, expected.magnitude < 1e6 else { continue }
        // Both round at each step, and a step may magnify: compare only where a small push changes little.
        let pushed = tree.value(at: point.map { $0 * (1 + 1e-13) })
        let bound = 1e-9 * max(1, expected.magnitude) + 1e3 * (pushed - expected).magnitude
        guard bound < 1e-3 else { continue }
        compared += 1
        #expect((value - expected).magnitude <= bound, "\(tree.text()) → \(short.text()) at \(point)")
        if isZero { #expect(expected.magnitude <= bound, "\(tree.text()) at \(point)") }
      }
    }
    #expect(compared > 2000)
  }

  @Test func largeFormulasStayAsTheyAre() throws {
    let text = (1...7).map { "sin(x y + \($0))^\($0)" }.joined(separator: "*")
    let slope = try Formula("diff(diff(\(text), x), y)").quantity.expressions[0]
    #expect(slope.simplified.size > 0)
    let power = try Expression("(x + y + sin x + cos y + exp x + 1)^24")
    #expect(power.simplified == power)
  }
}
