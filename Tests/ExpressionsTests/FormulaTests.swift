import Expressions
import Testing

@Suite struct FormulaTests {
  @Test func parametersHaveValueAndRange() throws {
    let formula = try Formula("a x^2 + b where a = 1 in 0…3, b = -2; c = 0.5 in [-1, 1]")
    #expect(formula.parameters.map { String(decoding: $0.name, as: UTF8.self) } == ["a", "b", "c"])
    #expect(formula.parameters.map { $0.value } == [1, -2, 0.5])
    #expect(formula.parameters.map { $0.range } == [0...3, -4...0, -1...1])
    #expect(formula.substituted.expressions[0].value(at: [3.0, 0.0]) == 7)
    let moved = formula.setting(Array("a".utf8), to: 2)
    #expect(moved.substituted.expressions[0].value(at: [3.0, 0.0]) == 16)
  }

  @Test(arguments: ["0…3", "0..3", "0...3", "[0, 3]", "0 … 3", "0…9/3"])
  func rangesAreWrittenInManyWays(_ range: String) throws {
    let formula = try Formula("a x where a = 1 in \(range)")
    #expect(formula.parameters[0].range == 0...3)
  }

  @Test func definitionsStandInAnyOrder() throws {
    let expected = try Expression("3 hypot(x, y)")
    for text in [
      "r = hypot(x, y); 3 r", "3 r where r = hypot(x, y)", "3 s where s = r, r = hypot(x, y)",
      "r = hypot(x, y)\nf = 3 r", "f(x, y) = 3 hypot(x, y)",
    ] {
      #expect(try Formula(text).quantity == .scalar(expected), "\(text)")
    }
  }

  @Test func aNameIsKept() throws {
    #expect(try Formula("f = x^2").name == Array("f".utf8))
    #expect(try Formula("x^2").name.isEmpty)
    #expect(try Formula("F = (x, y) where a = 2").name == Array("F".utf8))
  }

  @Test func functionsTakeOtherArguments() throws {
    let formula = try Formula("f(x, y) = x - y; f(y, x^2) + f(1, 2)")
    #expect(formula.quantity == .scalar(try Expression("y - x^2 + (1 - 2)")))
  }

  @Test func vectorsAddAndScale() throws {
    let formula = try Formula("2 (x, y) + (y, -x)/2 - grad(x y)")
    #expect(formula.substituted.expressions.map { $0.value(at: [3.0, 5.0]) } == [3.5, 5.5])
  }

  @Test func operatorsInSpace() throws {
    let curl = try Formula("∇×(y z, x^2, x y z)", variables: .space)
    #expect(curl.quantity.expressions.map { $0.value(at: [2.0, 3.0, 5.0]) } == [10, 3 - 15, 4 - 5])
    let product = try Formula("(1, 0, 0)×(0, 1, 0)", variables: .space)
    #expect(product.quantity.expressions.map { $0.value(at: [0.0, 0.0, 0.0]) } == [0, 0, 1])
    let bend = try Formula("hessian(x y^2 z)", variables: .space)
    guard case .matrix(let rows) = bend.quantity else {
      Issue.record("a Hessian is a matrix")
      return
    }
    #expect(
      rows.map { $0.map { $0.value(at: [2.0, 3.0, 5.0]) } } == [[0, 30, 9], [30, 20, 12], [9, 12, 0]])
  }

  @Test(arguments: [
    "a x^2 + y where a = 1.5 in -2…4", "(x, y)", "F = (-y, x)", "hessian(x^2 y)", "if(x<y, 1, 2)",
    "r = hypot(x,y); r²",
  ])
  func textReadsAsTheSameFormula(_ text: String) throws {
    let formula = try Formula(text)
    if case .matrix = formula.quantity { return }
    #expect(try Formula(formula.text) == formula, "\(formula.text)")
  }

  @Test func wordsAreNoProducts() throws {
    // x·or… would be a product of names; and, or, in and where are words.
    #expect(try Expression("if(x<1 or y<1 and x>0, 1, 0)").text() == "if(x<1 or y<1 and x>0,1,0)")
    #expect(try Expression("(x<1 or y<1) and x>0").text() == "(x<1 or y<1) and x>0")
  }

  @Test func namesThatAreDefinedCountInProducts() throws {
    #expect(
      try Formula("2rx where r = 3 in 0…5").quantity
        == .scalar(try Formula("2*r*x where r = 3 in 0…5").quantity.expressions[0]))
    #expect(try Formula("x2 + x where x2 = 7").parameters.count == 1)
  }

  @Test func subscriptsAreDigitsAndFactorialsAreGammas() throws {
    let formula = try Formula("x₁² + 3x₂", variables: .numbered(2))
    #expect(formula.text == "x1^2+3*x2")
    #expect(try Expression("5!").value(at: [0.0, 0.0]) == 120)
    #expect(try Expression("x! + y").value(at: [3.0, 1.0]) == 7)
    #expect(try Expression("x != y") == Expression("x ≠ y"))
  }

  @Test func randomTextsNeverCrash() {
    var generator = SplitMix(state: 11)
    let pieces = [
      "x", "y", "a", "f", "(", ")", ",", "=", " where ", ";", "1", "2.5", "in", "…", "grad ", "div ", "∇",
      "·", "×", "²", "^",
      "if(", "<", "≤", "and ", "or ", "|", "⌊", "⌋", "sin ", "min(", "diff(", "hessian ", "\n", "-", "+", "*",
      "/", "cross(", "f(x)=",
    ]
    for _ in 0..<5000 {
      let count = Int.random(in: 1...30, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      guard let formula = try? Formula(text) else { continue }
      _ = formula.text
      for expression in formula.quantity.expressions { _ = expression.mathML(in: formula.names) }
    }
  }
}
