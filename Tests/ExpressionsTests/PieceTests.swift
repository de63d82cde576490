import Expressions
import Testing

/// Derivatives of choices and conditions.
@Suite struct PieceTests {
  private func slopes(_ text: String, at point: [Double]) throws -> [Double] {
    var graph = ExpressionGraph()
    let node = graph.insert(try Expression(text))
    let nodes = [graph.derivative(of: node, by: 0), graph.derivative(of: node, by: 1)]
    let program = Program<Double>(graph, outputs: nodes, inputCount: 2)
    let points = Block<Double>(rows: 2, capacity: 1)
    let values = Block<Double>(rows: 2, capacity: 1)
    points.count = 1
    for row in 0..<2 { points[row, 0] = point[row] }
    program.evaluate(at: points, into: values)
    return [values[0, 0], values[1, 0]]
  }

  /// What is true around a point has no slope there, however large the numbers are that make it true.
  @Test func truthIsFlat() throws {
    for text in ["x and y", "x or y", "(x > 1) and (y > 1)", "x and (y > 1)"] {
      #expect(try slopes(text, at: [3, 4]) == [0, 0], "\(text)")
    }
    #expect(try slopes("x and y", at: [0, 4])[0].isNaN)
    #expect(try slopes("(x > 1) and y", at: [1, 4])[0].isNaN)
  }

  /// Second derivatives of a choice exist on the seam where everything meets, and nowhere else on it.
  @Test func secondDerivativesOfPieces() throws {
    func second(_ text: String, at x: Double) throws -> Double {
      var graph = ExpressionGraph()
      let node = graph.insert(try Expression(text))
      let slope = graph.derivative(of: node, by: 0)
      let bend = graph.derivative(of: slope, by: 0)
      return ScalarExpressionValue(graph, bend).at([x, 0])
    }
    // x³ and x⁴ meet at 0 with slope 0 and bend 0; x² and x³ with slope 0 and another bend.
    #expect(try second("if(x > 0, x^3, x^4)", at: 0) == 0)
    #expect(try second("if(x > 0, x^2, x^3)", at: 0).isNaN)
    #expect(try second("if(x > 0, x^2, x^3)", at: 2) == 2)
    #expect(try second("if(x > 0, x^2, x^3)", at: -2) == -12)
    #expect(try second("if(x > 0, 1, 0)", at: 0).isNaN)
    #expect(try second("max(x, 2x)", at: 0).isNaN)
    #expect(try second("max(x, 2x)", at: 1) == 0)
  }

  /// Choices within choices: each derivative adds to the graph what the choice itself has, and no more.
  @Test func nestedChoicesStayShort() throws {
    var text = "x"
    var sizes: [Int] = []
    for _ in 0..<8 {
      text = "if(x > y, \(text) + x^2, y)"
      var graph = ExpressionGraph()
      let node = graph.insert(try Expression(text))
      let slope = graph.derivative(of: node, by: 0)
      let bend = graph.derivative(of: slope, by: 0)
      sizes.append(Program<Double>(graph, outputs: [bend], inputCount: 2).instructions.count)
    }
    // Level by level about as much more.
    let steps = zip(sizes, sizes.dropFirst()).map { $1 - $0 }
    #expect((steps.max() ?? 0) < 2 * max(steps.min() ?? 0, 12), "\(sizes)")
  }
}

/// One node of a graph at one point.
private struct ScalarExpressionValue {
  let program: Program<Double>

  init(_ graph: ExpressionGraph, _ node: ExpressionGraph.Node) {
    program = Program<Double>(graph, outputs: [node], inputCount: 2)
  }

  func at(_ point: [Double]) -> Double {
    let points = Block<Double>(rows: 2, capacity: 1)
    let values = Block<Double>(rows: 1, capacity: 1)
    points.count = 1
    for row in 0..<2 { points[row, 0] = point[row] }
    program.evaluate(at: points, into: values)
    return values[0, 0]
  }
}
