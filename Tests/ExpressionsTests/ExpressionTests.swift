import Elementary
import Expressions
import Testing

@Suite struct ExpressionTests {
  @Test(arguments: references)
  func valuesAndDerivativesAgreeWithSymPy(_ reference: Reference) throws {
    let expression = try Expression(reference.text)
    var graph = ExpressionGraph()
    let value = graph.insert(expression)
    let byX = graph.derivative(of: value, by: 0)
    let byY = graph.derivative(of: value, by: 1)
    let mixed = graph.derivative(of: byX, by: 1)
    let program = Program<Double>(graph, outputs: [value, byX, byY, mixed], inputCount: 2)
    let points = Block<Double>(rows: 2)
    let values = Block<Double>(rows: 4)
    points.count = 1
    points[0, 0] = reference.point[0]
    points[1, 0] = reference.point[1]
    program.evaluate(at: points, into: values)
    for (row, expected) in reference.values.enumerated() {
      // Each operation rounds once; the longest of these formulas has some thirty of them.
      let allowed = 64 * max(expected.magnitude, 0.1).ulp
      #expect((values[row, 0] - expected).magnitude <= allowed, "output \(row) of \(reference.text)")
    }
  }

  @Test(arguments: references)
  func printedTextParsesToTheSameTree(_ reference: Reference) throws {
    let expression = try Expression(reference.text)
    #expect(try Expression(expression.text()) == expression, "\(expression.text())")
  }

  @Test func printedTextIsShort() throws {
    #expect(try Expression("-y").text() == "-y")
    #expect(try Expression("2 x sin(y)").text() == "2*x*sin(y)")
    #expect(try Expression("x-(y-1)").text() == "x-(y-1)")
    #expect(try Expression("(x^y)^2").text() == "(x^y)^2")
    #expect(try Expression("(-x)^2").text() == "(-x)^2")
    #expect(try Expression("x/(y*2)").text() == "x/(y*2)")
    #expect(try Expression("exp(-(x^2+y^2)/2)").text() == "exp(-(x^2+y^2)/2)")
  }

  @Test func randomTreesSurvivePrinting() throws {
    var generator = SplitMix(state: 7)
    for _ in 0..<2000 {
      let tree = Expression.random(depth: 6, using: &generator)
      #expect(try Expression(tree.text()) == tree, "\(tree.text())")
    }
  }

  @Test func componentsComeWithOrWithoutParentheses() throws {
    let expected = [try Expression("-y"), try Expression("x")]
    for text in ["-y, x", "(-y, x)", "⟨-y, x⟩", "( −y ，x )"] {
      #expect(try Expression.components(utf8: Array(text.utf8)) == expected, "\(text)")
    }
    let products = try Expression.components(utf8: Array("(x + 1) y, (x)".utf8))
    #expect(products == [try Expression("(x+1)*y"), try Expression("x")])
  }
}

/// A tiny generator for tests alone: Steele, Lea and Flood (2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Expression {
  static func random(depth: Int, using generator: inout SplitMix) -> Expression {
    if depth == 0 || Int.random(in: 0..<6, using: &generator) == 0 {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: return .constant(Bool.random(using: &generator) ? .pi : .e)
      case 1: return .number(Double.random(in: 0...10, using: &generator))
      case 2: return .number(Double(Int.random(in: 0...9, using: &generator)))
      default: return .variable(Int.random(in: 0...1, using: &generator))
      }
    }
    if Bool.random(using: &generator) {
      let operation = UnaryOperation.allCases.randomElement(using: &generator) ?? .sin
      return .unary(operation, random(depth: depth - 1, using: &generator))
    }
    let operation = BinaryOperation.allCases.randomElement(using: &generator) ?? .add
    let left = random(depth: depth - 1, using: &generator)
    return .binary(operation, left, random(depth: depth - 1, using: &generator))
  }
}
