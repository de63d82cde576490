import Elementary
import Expressions
import Testing

@Suite struct ExpressionTests {
  /// The value, ∂x, ∂y, ∂xx, ∂xy and ∂yy of a formula of the plane, in one graph.
  private func outputs(_ expression: Expression) -> (ExpressionGraph, [ExpressionGraph.Node]) {
    var graph = ExpressionGraph()
    let value = graph.insert(expression)
    let byX = graph.derivative(of: value, by: 0)
    let byY = graph.derivative(of: value, by: 1)
    let byXX = graph.derivative(of: byX, by: 0)
    let byXY = graph.derivative(of: byX, by: 1)
    let byYY = graph.derivative(of: byY, by: 1)
    return (graph, [value, byX, byY, byXX, byXY, byYY])
  }

  private func values<Scalar: BlockScalar>(_ expression: Expression, at point: [Scalar]) -> [Scalar] {
    let (graph, nodes) = outputs(expression)
    let program = Program<Scalar>(graph, outputs: nodes, inputCount: 2)
    let points = Block<Scalar>(rows: 2)
    let values = Block<Scalar>(rows: 6)
    points.count = 1
    points[0, 0] = point[0]
    points[1, 0] = point[1]
    program.evaluate(at: points, into: values)
    return (0..<6).map { values[$0, 0] }
  }

  @Test(arguments: [
    ("x⁻¹ y¹⁰", "x^(-1)*y^10"), ("x²y³", "x^2*y^3"), ("x²³", "x^23"), ("2x⁻²", "2*x^(-2)"),
    ("sin⁻¹(x) + tanh⁻¹ y", "asin(x) + atanh(y)"), ("cos² x", "cos(x)^2"), ("½x + ¾", "0.5*x+0.75"),
    ("3×10⁻²x", "3*10^(-2)*x"),
  ])
  func blackboardSignsMeanWhatTheyMean(_ written: String, _ plain: String) throws {
    for point in [[0.25, 0.75], [0.5, 0.125]] {
      let found = try Expression(written).value(at: point)
      let expected = try Expression(plain).value(at: point)
      #expect((found - expected).magnitude <= 4 * expected.ulp, "\(written) at \(point)")
    }
  }

  @Test(arguments: ["x⁻", "log⁻¹ x", "2½", "⁻¹", "x^⁻¹", "x²⁻¹", "x¹²³⁴⁵⁶⁷⁸⁹⁰"])
  func raisedSignsInTheWrongPlaceAreRefused(_ text: String) {
    #expect(throws: ExpressionError.self) { try Expression(text) }
  }

  @Test func theCorpusIsLarge() {
    #expect(Set(references.map { $0.text }).count >= 200)
  }

  @Test(arguments: references)
  func valuesAndDerivativesAgreeWithSymPy(_ reference: Reference) throws {
    let values = values(try Expression(reference.text), at: reference.point)
    for (row, expected) in reference.values.enumerated() {
      // Each operation rounds once; the longest of these formulas has some hundred of them.
      let allowed = 128 * max(expected.magnitude, 1).ulp
      #expect(
        (values[row] - expected).magnitude <= allowed, "output \(row) of \(reference.text): \(values[row])")
    }
  }

  @Test(arguments: references)
  func singlePrecisionAgrees(_ reference: Reference) throws {
    let point = reference.point.map { Float($0) }
    let values = values(try Expression(reference.text), at: point)
    for (row, expected) in reference.values.enumerated() where expected.magnitude < 1e30 {
      let allowed = 256 * max(Float(expected).magnitude, 1).ulp
      #expect(
        (values[row] - Float(expected)).magnitude <= allowed,
        "output \(row) of \(reference.text): \(values[row])")
    }
  }

  /// Second derivatives along two directions by duals of duals: no graph, no simplification.
  @Test(arguments: references)
  func forwardDualsAgree(_ reference: Reference) throws {
    typealias Second = Dual<Dual<Double>>
    let expression = try Expression(reference.text)
    for (row, directions) in [(3, (0, 0)), (4, (0, 1)), (5, (1, 1))] {
      let point = (0..<2).map { index in
        Second(
          Dual(reference.point[index], directions.1 == index ? 1 : 0),
          Dual(directions.0 == index ? 1 : 0, 0))
      }
      let value = expression.value(at: point)
      let found = [
        value.value.value, value.derivative.value, value.value.derivative, value.derivative.derivative,
      ]
      let expected = [
        reference.values[0], reference.values[1 + directions.0], reference.values[1 + directions.1],
        reference.values[row],
      ]
      for (a, b) in zip(found, expected) {
        #expect((a - b).magnitude <= 128 * max(b.magnitude, 1).ulp, "\(reference.text): \(a), not \(b)")
      }
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
    if Int.random(in: 0..<8, using: &generator) == 0 {
      let operation = TernaryOperation.allCases.randomElement(using: &generator) ?? .choose
      let first = random(depth: depth - 1, using: &generator)
      let second = random(depth: depth - 1, using: &generator)
      return .ternary(operation, first, second, random(depth: depth - 1, using: &generator))
    }
    let operation = BinaryOperation.allCases.randomElement(using: &generator) ?? .add
    let left = random(depth: depth - 1, using: &generator)
    return .binary(operation, left, random(depth: depth - 1, using: &generator))
  }
}
