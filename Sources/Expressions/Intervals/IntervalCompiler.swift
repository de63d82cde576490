/// Turns nodes of a graph into the steps of an interval program.
///
/// An operation that does not exist everywhere is given its operand as narrow as it can be had: from the operand itself
/// and from its mean value form, for which the operand's derivatives are computed as well. Without it x² − 2x + 1 + y²
/// would be seen to touch 0 along a stretch of the square root of the box.
struct IntervalCompiler {
  private(set) var instructions: [IntervalInstruction] = []
  private(set) var gradients: [Int32] = []
  private var graph: ExpressionGraph
  private let inputCount: Int
  private let constants: [Interval]
  private var registers: [ExpressionGraph.Node: Int32] = [:]
  private var tightened: [ExpressionGraph.Node: Int32] = [:]
  private var uses: [ExpressionGraph.Node: [UInt8]] = [:]

  init(_ graph: ExpressionGraph, inputCount: Int, constants: [Interval]) {
    self.graph = graph
    self.inputCount = inputCount
    self.constants = constants
  }

  /// The register of a node.
  mutating func register(_ node: ExpressionGraph.Node) -> Int32 {
    if let known = registers[node] { return known }
    let instruction = self.instruction(for: graph[node])
    let place = append(folded(instruction))
    registers[node] = place
    return place
  }

  /// The register of a node narrowed by its mean value form, where that can be of use.
  mutating func narrowRegister(_ node: ExpressionGraph.Node) -> Int32 {
    if let known = tightened[node] { return known }
    let natural = register(node)
    // Where no variable comes twice, the bounds are sharp as they are. Beyond some size derivatives cost too much.
    guard instructions.count < 20_000, occurrences(node).contains(where: { $0 > 1 }) else {
      tightened[node] = natural
      return natural
    }
    // The derivative of √u contains √u, which asks for this node again: there it must do as it is.
    tightened[node] = natural
    let derivatives = (0..<inputCount).map { graph.derivative(of: node, by: $0) }
    let places = derivatives.map { register($0) }
    let start = Int32(gradients.count)
    gradients.append(contentsOf: places)
    let place = append(.tightened(natural, gradient: start))
    tightened[node] = place
    return place
  }

  private mutating func append(_ instruction: IntervalInstruction) -> Int32 {
    instructions.append(instruction)
    return Int32(instructions.count - 1)
  }

  private mutating func instruction(for content: ExpressionGraph.Content) -> IntervalInstruction {
    switch content {
    case .number(let value):
      // Numbers of a graph are what was written or a few roundings of it: ln 2, products of exponents.
      return .constant(EnclosedConstants.enclosure(of: value, roundings: 4))
    case .variable(let index):
      return index < inputCount ? .input(Int32(index)) : .constant(constants[index - inputCount])
    case .unary(let operation, let operand):
      return .unary(operation, operation.isPartial ? narrowRegister(operand) : register(operand))
    case .binary(let operation, let left, let right):
      if operation == .power, case .number(let value) = graph[right], let exponent = Int32(exactly: value) {
        return .wholePower(exponent < 0 ? narrowRegister(left) : register(left), exponent)
      }
      // A quotient depends on its divisor, ψ on its argument, powers and angles on both operands.
      let isNarrowFirst = operation == .power || operation == .atan2
      let isNarrowSecond = isNarrowFirst || operation == .divide || operation == .polygamma
      let first = isNarrowFirst ? narrowRegister(left) : register(left)
      return .binary(operation, first, isNarrowSecond ? narrowRegister(right) : register(right))
    case .ternary(let operation, let first, let second, let third):
      let condition = register(first)
      let value = register(second)
      return .ternary(operation, condition, value, register(third))
    }
  }

  /// What depends on no variable is computed once.
  private func folded(_ instruction: IntervalInstruction) -> IntervalInstruction {
    var operands: [Int32] = []
    switch instruction {
    case .constant, .input, .tightened: return instruction
    case .unary(_, let operand): operands = [operand]
    case .binary(_, let left, let right): operands = [left, right]
    case .ternary(_, let first, let second, let third): operands = [first, second, third]
    case .wholePower(let base, _): operands = [base]
    }
    var values: [Interval] = []
    for operand in operands {
      guard case .constant(let value) = instructions[Int(operand)] else { return instruction }
      values.append(value)
    }
    switch instruction {
    case .unary(let operation, _): return .constant(operation.value(values[0]))
    case .binary(let operation, _, _): return .constant(operation.value(values[0], values[1]))
    case .ternary(let operation, _, _, _):
      return .constant(operation.value(values[0], values[1], values[2]))
    case .wholePower(_, let exponent): return .constant(Interval.wholePower(values[0], Int(exponent)))
    default: return instruction
    }
  }

  /// How often each variable comes in what a node stands for: not at all, once, or twice and more.
  private mutating func occurrences(_ node: ExpressionGraph.Node) -> [UInt8] {
    if let known = uses[node] { return known }
    var counts = [UInt8](repeating: 0, count: inputCount)
    var operands: [ExpressionGraph.Node] = []
    switch graph[node] {
    case .number: break
    case .variable(let index): if index < inputCount { counts[index] = 1 }
    case .unary(_, let operand): operands = [operand]
    case .binary(_, let left, let right): operands = [left, right]
    case .ternary(_, let first, let second, let third): operands = [first, second, third]
    }
    for operand in operands {
      let inner = occurrences(operand)
      for index in counts.indices { counts[index] = min(counts[index] + inner[index], 2) }
    }
    uses[node] = counts
    return counts
  }
}

extension UnaryOperation {
  /// Whether the operation does not exist for every number.
  ///
  /// Jumps are left out: their slopes jump in turn, without end.
  fileprivate var isPartial: Bool {
    switch self {
    case .squareRoot, .log, .log2, .log10, .log1p, .tan, .asin, .acos, .acosh, .atanh, .gamma: return true
    default: return false
    }
  }
}
