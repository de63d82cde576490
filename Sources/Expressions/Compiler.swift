import Elementary

/// Orders the nodes that a program needs and gives each a slot, freeing slots after their last use.
///
/// Slots are the inputs, then the outputs, then registers. A node that is an output is computed straight into
/// its slot and read from there by others.
struct Compiler<Scalar: BlockScalar> {
  let graph: ExpressionGraph
  let outputs: [ExpressionGraph.Node]
  let inputCount: Int
  private(set) var instructions: [Instruction<Scalar>] = []
  private(set) var registerCount = 0
  private var slots: [Int32]
  private var lastUse: [Int]
  /// Products that are computed inside the operations that alone use them.
  private var isFused: [Bool]
  /// The cosine of each sine's angle and the sine of each cosine's, where both are wanted; −1 elsewhere.
  private var partner: [Int]
  private var freeRegisters: [Int32] = []

  init(graph: ExpressionGraph, outputs: [ExpressionGraph.Node], inputCount: Int) {
    self.graph = graph
    self.outputs = outputs
    self.inputCount = inputCount
    slots = Array(repeating: -1, count: graph.contents.count)
    lastUse = Array(repeating: -1, count: graph.contents.count)
    isFused = Array(repeating: false, count: graph.contents.count)
    partner = Array(repeating: -1, count: graph.contents.count)
  }

  mutating func compile() {
    markFusions()
    markUses()
    markPartners()
    for (index, output) in outputs.enumerated() where slots[Int(output.index)] < 0 {
      slots[Int(output.index)] = Int32(inputCount + index)
    }
    for index in graph.contents.indices where lastUse[index] >= 0 && !isFused[index] { emit(index) }
    for (index, output) in outputs.enumerated() { deliver(output, to: Int32(inputCount + index)) }
  }

  /// The last node that reads each node; −1 where nothing does.
  private mutating func markUses() {
    for output in outputs { lastUse[Int(output.index)] = Int.max }
    for index in graph.contents.indices.reversed() where lastUse[index] >= 0 {
      for operand in operands(of: graph.contents[index]) {
        lastUse[Int(operand.index)] = max(lastUse[Int(operand.index)], index)
      }
    }
  }

  /// A sine and a cosine of one angle are computed together.
  private mutating func markPartners() {
    // Every content stands once in the graph, so that of one angle there is one sine and one cosine.
    var seen = Array(repeating: -1, count: graph.contents.count)
    for index in graph.contents.indices where lastUse[index] >= 0 {
      guard case .unary(let operation, let angle) = graph.contents[index],
        operation == .sin || operation == .cos
      else { continue }
      let other = seen[Int(angle.index)]
      if other < 0 {
        seen[Int(angle.index)] = index
      } else {
        partner[index] = other
        partner[other] = index
      }
    }
  }

  /// A product that is used once, by a sum or for its negative, or whose sine and cosine are all that is wanted of it,
  /// becomes part of them: one pass over the lanes less, and the same bits, because it is rounded all the same.
  private mutating func markFusions() {
    let uses = countUses()
    for index in graph.contents.indices where uses.all[index] > 0 {
      switch graph.contents[index] {
      case .binary(let operation, let left, let right)
      where operation == .add || operation == .subtract:
        guard number(left) == nil, number(right) == nil else { continue }
        if isProduct(left), uses.all[Int(left.index)] == 1 {
          isFused[Int(left.index)] = true
        } else if isProduct(right), uses.all[Int(right.index)] == 1 {
          isFused[Int(right.index)] = true
        }
      case .unary(.negate, let operand):
        if isProduct(operand), uses.all[Int(operand.index)] == 1 { isFused[Int(operand.index)] = true }
      case .unary(let operation, let operand) where operation == .sin || operation == .cos:
        let place = Int(operand.index)
        if isMultiple(operand), uses.all[place] == uses.asAngle[place] { isFused[place] = true }
      default: continue
      }
    }
  }

  /// How often each node is wanted, and how often of these as the angle of a sine or a cosine.
  private func countUses() -> (all: [Int], asAngle: [Int]) {
    var uses = Array(repeating: 0, count: graph.contents.count)
    var angles = uses
    for output in outputs { uses[Int(output.index)] += 2 }
    for index in graph.contents.indices.reversed() where uses[index] > 0 {
      let content = graph.contents[index]
      for operand in operands(of: content) { uses[Int(operand.index)] += 1 }
      if case .unary(let operation, let angle) = content, operation == .sin || operation == .cos {
        angles[Int(angle.index)] += 1
      }
    }
    return (uses, angles)
  }

  /// Whether a node is a product with a number.
  private func isMultiple(_ node: ExpressionGraph.Node) -> Bool {
    guard case .binary(.multiply, let left, let right) = graph[node] else { return false }
    return number(left) != nil || number(right) != nil
  }

  private func isProduct(_ node: ExpressionGraph.Node) -> Bool {
    switch graph[node] {
    case .binary(.multiply, _, _): return true
    case .binary(.power, _, let exponent): return graph[exponent] == .number(2)
    default: return false
    }
  }

  /// A sum with a product inside: first · second (or the number) and third.
  private func fusion(
    of content: ExpressionGraph.Content
  ) -> (kind: Instruction<Scalar>.Fusion, product: ExpressionGraph.Node, other: ExpressionGraph.Node)? {
    guard case .binary(let operation, let left, let right) = content,
      operation == .add || operation == .subtract
    else { return nil }
    if isFused[Int(left.index)] { return (operation == .add ? .plus : .minus, left, right) }
    if isFused[Int(right.index)] { return (operation == .add ? .plus : .minusProduct, right, left) }
    return nil
  }

  /// The nodes that must be in slots; numbers that fit into the instruction need none.
  private func operands(of content: ExpressionGraph.Content) -> [ExpressionGraph.Node] {
    if let fusion = fusion(of: content) { return operands(of: graph[fusion.product]) + [fusion.other] }
    switch content {
    case .number, .variable: return []
    case .unary(_, let operand):
      return isFused[Int(operand.index)] ? operands(of: graph[operand]) : [operand]
    case .binary(let operation, let left, let right):
      if specialPower(operation, right) != nil { return [left] }
      if operation.isArithmetic, number(right) != nil { return [left] }
      if operation.isArithmetic, number(left) != nil { return [right] }
      return [left, right]
    case .ternary(_, let first, let second, let third): return [first, second, third]
    }
  }

  private func number(_ node: ExpressionGraph.Node) -> Scalar? {
    if case .number(let value) = graph[node] { return Scalar(value) }
    return nil
  }

  /// Small whole powers are products; a general power costs some thirty times as much.
  private func specialPower(
    _ operation: BinaryOperation, _ exponent: ExpressionGraph.Node
  ) -> Instruction<Scalar>.Operation? {
    guard operation == .power, case .number(let value) = graph[exponent] else { return nil }
    if value == 2 { return .binary(.multiply) }
    if value == 3 { return .cube }
    if value == 4 { return .fourthPower }
    if value == -1 { return .numberBinary(.divide) }
    if value == -2 { return .reciprocalSquare }
    return nil
  }

  private mutating func emit(_ index: Int) {
    let content = graph.contents[index]
    if case .variable(let variable) = content {
      // An input is read where it lies; as an output it is copied at the end.
      slots[index] = Int32(variable)
      return
    }
    var instruction = self.instruction(for: content)
    // Every operation reads a lane before it writes it, so that a result may take its operand's place.
    for operand in operands(of: content) where lastUse[Int(operand.index)] == index {
      release(slots[Int(operand.index)])
      // Used up: the same operand on both sides must not be released twice.
      lastUse[Int(operand.index)] = -1
    }
    // The second of a sine and a cosine is there already.
    if partner[index] >= 0, partner[index] < index { return }
    if slots[index] < 0 { slots[index] = takeRegister() }
    instruction.result = slots[index]
    if partner[index] >= 0 { complete(&instruction, index) }
    instructions.append(instruction)
  }

  /// Makes an instruction for a sine or a cosine one for both.
  private mutating func complete(_ instruction: inout Instruction<Scalar>, _ index: Int) {
    let other = partner[index]
    if slots[other] < 0 { slots[other] = takeRegister() }
    let isSine = instruction.operation == .sine
    instruction.operation = .sineAndCosine
    instruction.result = slots[isSine ? index : other]
    instruction.third = slots[isSine ? other : index]
  }

  private func instruction(for content: ExpressionGraph.Content) -> Instruction<Scalar> {
    if let (kind, product, other) = fusion(of: content) {
      var instruction = self.instruction(for: graph[product])
      var isScaled = false
      if case .numberBinary = instruction.operation { isScaled = true }
      if case .binaryNumber = instruction.operation { isScaled = true }
      instruction.operation = isScaled ? .scaled(kind) : .product(kind)
      instruction.third = slot(other)
      return instruction
    }
    switch content {
    case .number(let value): return Instruction(operation: .fill, number: Scalar(value))
    case .variable: return Instruction(operation: .copy)
    case .unary(let operation, let operand): return self.instruction(for: operation, of: operand)
    case .binary(let operation, let left, let right):
      if let special = specialPower(operation, right) {
        return Instruction(operation: special, first: slot(left), second: slot(left), number: 1)
      }
      if operation.isArithmetic, let value = number(right) {
        return Instruction(operation: .binaryNumber(operation), first: slot(left), number: value)
      }
      if operation.isArithmetic, let value = number(left) {
        return Instruction(operation: .numberBinary(operation), first: slot(right), number: value)
      }
      return Instruction(operation: .binary(operation), first: slot(left), second: slot(right))
    case .ternary(let operation, let first, let second, let third):
      return Instruction(
        operation: .ternary(operation), first: slot(first), second: slot(second), third: slot(third))
    }
  }

  private func instruction(
    for operation: UnaryOperation, of operand: ExpressionGraph.Node
  ) -> Instruction<Scalar> {
    let place = Instruction<Scalar>(operation: .unary(operation), first: slot(operand), number: 1)
    var instruction = isFused[Int(operand.index)] ? self.instruction(for: graph[operand]) : place
    switch operation {
    case .sin: instruction.operation = .sine
    case .cos: instruction.operation = .cosine
    case .negate where isMultiple(operand) && isFused[Int(operand.index)]: instruction.number *= -1
    case .negate where isFused[Int(operand.index)]: instruction.operation = .negativeProduct
    default: break
    }
    return instruction
  }

  private func slot(_ node: ExpressionGraph.Node) -> Int32 { slots[Int(node.index)] }

  private mutating func takeRegister() -> Int32 {
    if let free = freeRegisters.popLast() { return free }
    registerCount += 1
    return Int32(inputCount + outputs.count + registerCount - 1)
  }

  private mutating func release(_ slot: Int32) {
    if slot >= Int32(inputCount + outputs.count) { freeRegisters.append(slot) }
  }

  /// The same node may be wanted twice, or be an input.
  private mutating func deliver(_ output: ExpressionGraph.Node, to slot: Int32) {
    guard slots[Int(output.index)] != slot else { return }
    instructions.append(Instruction(operation: .copy, first: slots[Int(output.index)], result: slot))
  }
}

extension BinaryOperation {
  /// Whether one operand may be a number inside the instruction.
  fileprivate var isArithmetic: Bool {
    switch self {
    case .add, .subtract, .multiply, .divide: return true
    default: return false
    }
  }
}
