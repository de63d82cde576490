import Elementary
import Expressions
import Testing

@Suite struct ProgramTests {
  /// The slow and simple evaluation that programs are held against.
  private func walk<Scalar: BlockScalar>(_ expression: Expression, _ point: [Scalar]) -> Scalar {
    switch expression {
    case .number(let value): return Scalar(value)
    case .constant(let constant): return Scalar(constant.value)
    case .variable(let index): return point[index]
    case .unary(let operation, let operand): return operation.value(walk(operand, point))
    case .binary(.power, let base, .number(2)):
      let value = walk(base, point)
      return value * value
    case .binary(.power, let base, .number(3)):
      let value = walk(base, point)
      return value * value * value
    case .binary(.power, let base, .number(4)):
      let square = walk(base, point) * walk(base, point)
      return square * square
    case .binary(let operation, let left, let right):
      return operation.value(walk(left, point), walk(right, point))
    case .ternary(let operation, let first, let second, let third):
      return operation.value(walk(first, point), walk(second, point), walk(third, point))
    }
  }

  @Test func blocksGiveTheBitsOfTheTree() throws {
    var generator = SplitMix(state: 3)
    for count in [1, 7, 16, 255, 256, 257, 1000] {
      let tree = Expression.random(depth: 5, using: &generator)
      let program = Program<Double>([tree, .variable(1), tree, .number(4)], inputCount: 2)
      let points = Block<Double>(rows: 2, capacity: count)
      let values = Block<Double>(rows: 4, capacity: count)
      points.count = count
      for lane in 0..<count {
        points[0, lane] = Double.random(in: -3...3, using: &generator)
        points[1, lane] = Double.random(in: -3...3, using: &generator)
      }
      program.evaluate(at: points, into: values)
      for lane in 0..<count {
        let expected = walk(tree, [points[0, lane], points[1, lane]])
        let same = expected.isNaN ? values[0, lane].isNaN : values[0, lane] == expected
        #expect(same, "\(tree.text()) at lane \(lane): \(values[0, lane]), not \(expected)")
        #expect(values[1, lane] == points[1, lane])
        #expect(values[2, lane] == values[0, lane] || expected.isNaN)
        #expect(values[3, lane] == 4)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7]) func lanesSharedOutHaveTheSameBits(parts: Int) throws {
    let program = Program<Double>([try Expression("sin(x)/y"), try Expression("exp(x) - y")], inputCount: 2)
    for count in [1, 100, 1000] {
      let points = Block<Double>(rows: 2, capacity: count)
      let whole = Block<Double>(rows: 2, capacity: count)
      let shared = Block<Double>(rows: 2, capacity: count + 3)
      points.count = count
      for lane in 0..<count {
        points[0, lane] = Double(lane) / 7
        points[1, lane] = Double(lane - 50) / 9
      }
      for row in 0..<2 { for lane in 0..<(count + 3) { shared[row, lane] = 77 } }
      program.evaluate(at: points, into: whole)
      for part in 0..<parts {
        program.evaluate(at: points, into: shared, lanes: count * part / parts..<count * (part + 1) / parts)
      }
      #expect(shared.count == 0)
      for row in 0..<2 {
        for lane in 0..<count { #expect(shared[row, lane].bitPattern == whole[row, lane].bitPattern) }
        for lane in count..<(count + 3) { #expect(shared[row, lane] == 77) }
      }
    }
  }

  @Test func oneBlockServesManyPrograms() throws {
    let points = Block<Double>(rows: 1, capacity: 300)
    let values = Block<Double>(rows: 1, capacity: 300)
    for text in ["x", "sin(x) + cos(x) exp(x) - tanh(x)/(1 + x^2)", "2"] {
      let tree = try Expression(text, variables: Variables(["x"]))
      let program = Program<Double>([tree], inputCount: 1)
      for count in [1, 300, 20] {
        points.count = count
        for lane in 0..<count { points[0, lane] = Double(lane) / 100 }
        program.evaluate(at: points, into: values)
        #expect(values.count == count)
        for lane in 0..<count { #expect(values[0, lane] == walk(tree, [points[0, lane]])) }
      }
    }
  }

  @Test func singlePrecisionRunsInSinglePrecision() throws {
    let tree = try Expression("0.5 sin(1.7 x) - y")
    let program = Program<Float>([tree], inputCount: 2)
    let points = Block<Float>(rows: 2)
    let values = Block<Float>(rows: 1)
    points.count = 100
    for lane in 0..<100 {
      points[0, lane] = Float(lane) / 50
      points[1, lane] = Float(lane) / 70
    }
    program.evaluate(at: points, into: values)
    for lane in 0..<100 {
      #expect(values[0, lane] == walk(tree, [points[0, lane], points[1, lane]]))
    }
  }

  @Test func commonPartsAreComputedOnce() throws {
    let tree = try Expression("exp(-(x^2+y^2)/2) + exp(-(y^2+x^2)/2) x")
    let program = Program<Double>([tree], inputCount: 2)
    // x², y² added, its negative, half, exp, times x added: two products are part of their sums.
    #expect(program.instructions.count == 6)
  }

  @Test(arguments: [
    ("-(x y)", 1), ("-(3 x)", 1), ("-x^2", 1), ("-(x/y)", 2), ("sin(2x)", 1), ("cos(x/4)", 2),
    ("cos(y 0.7)", 1),
    ("sin(2x) - y cos(2x)", 2), ("sin(2x) + 2x", 3), ("sin(2x) exp(2x)", 4), ("-(2 sin(3x))", 2),
    ("sin(-(2 x))", 2),
  ]) func productsGoIntoWhatAloneWantsThem(text: String, steps: Int) throws {
    let tree = try Expression(text)
    let program = Program<Double>([tree, .variable(0)], inputCount: 2)
    #expect(program.instructions.count == steps + 1)
    let points = Block<Double>(rows: 2)
    let values = Block<Double>(rows: 2)
    points.count = 77
    for lane in 0..<77 {
      points[0, lane] = Double(lane - 38) / 7
      points[1, lane] = Double(lane - 20) / 3
    }
    program.evaluate(at: points, into: values)
    for lane in 0..<77 {
      let expected = walk(tree, [points[0, lane], points[1, lane]])
      #expect(values[0, lane].bitPattern == expected.bitPattern || expected.isNaN && values[0, lane].isNaN)
    }
  }

  @Test func aSineAndACosineOfOneAngleAreOneStep() throws {
    let texts = [
      "sin(x y) + cos(x y) sin(x)", "cos(x) sin(x)", "sin(cos(x)) - cos(cos(x)) x", "sin(x)/cos(2x)",
    ]
    for text in texts {
      let tree = try Expression(text)
      let program = Program<Double>([tree, try Expression("cos(x)")], inputCount: 2)
      let points = Block<Double>(rows: 2)
      let values = Block<Double>(rows: 2)
      points.count = 101
      for lane in 0..<101 {
        points[0, lane] = Double(lane - 50) / 7
        points[1, lane] = Double(lane) * 1e4
      }
      program.evaluate(at: points, into: values)
      for lane in 0..<101 {
        #expect(values[0, lane] == walk(tree, [points[0, lane], points[1, lane]]))
        #expect(values[1, lane] == Double.cos(points[0, lane]))
      }
    }
    // The angle, both of it, and the sum of squares.
    let graph = try Expression("sin(x y)^2 + cos(x y)^2")
    #expect(Program<Double>([graph], inputCount: 2).instructions.count == 4)
  }

  @Test func gradientAndHessianShareTheirWork() throws {
    let tree = try Expression("(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
    var graph = ExpressionGraph()
    let value = graph.insert(tree)
    let first = [0, 1].map { graph.derivative(of: value, by: $0) }
    let second = [(0, 0), (0, 1), (1, 1)].map { graph.derivative(of: first[$0.0], by: $0.1) }
    let together = Program<Double>(graph, outputs: [value] + first + second, inputCount: 2)
    let apart = ([value] + first + second).map {
      Program<Double>(graph, outputs: [$0], inputCount: 2).instructions.count
    }
    #expect(Double(together.instructions.count) < 0.6 * Double(apart.reduce(0, +)))
  }

  @Test func kinksHaveNoDerivative() throws {
    var graph = ExpressionGraph()
    let value = graph.insert(try Expression("|x|"))
    let slope = graph.derivative(of: value, by: 0)
    let program = Program<Double>(graph, outputs: [slope], inputCount: 1)
    let points = Block<Double>(rows: 1)
    let values = Block<Double>(rows: 1)
    points.count = 3
    for (lane, x) in [-2.0, 0, 3].enumerated() { points[0, lane] = x }
    program.evaluate(at: points, into: values)
    #expect(values[0, 0] == -1)
    #expect(values[0, 1].isNaN)
    #expect(values[0, 2] == 1)
  }

  @Test func anEmptyBlockIsFine() throws {
    let program = Program<Double>([try Expression("x + y")], inputCount: 2)
    let points = Block<Double>(rows: 2)
    let values = Block<Double>(rows: 1)
    program.evaluate(at: points, into: values)
    #expect(values.count == 0)
  }
}
