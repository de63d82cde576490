import Elementary

/// Expressions with every common part stored once, so that values, gradients and Hessians share their work.
///
/// Nodes are numbered in the order in which they can be computed. The same operation on the same operands
/// is the same node (hash-consing), operands of commutative operations in a fixed order; operations on
/// numbers alone are carried out.
public struct ExpressionGraph: Sendable {
  /// The place of a node in the graph.
  public struct Node: Sendable, Hashable {
    package let index: Int32
  }

  /// What a node computes.
  package enum Content: Sendable, Equatable {
    case number(Double)
    case variable(Int)
    case unary(UnaryOperation, Node)
    case binary(BinaryOperation, Node, Node)
    case ternary(TernaryOperation, Node, Node, Node)
  }

  /// What makes two nodes the same; numbers by their bits, so that −0 and 0 stay apart.
  private struct Key: Hashable {
    let operation: UInt16
    let first: UInt64
    var second: Int32 = 0
    var third: Int32 = 0
  }

  package private(set) var contents: [Content] = []
  private var places: [Key: Int32] = [:]
  var derivatives: [DerivativeKey: Node] = [:]
  /// Whether numbers are decimals: an operation on them is carried out only where the result is one, exactly.
  private let isExact: Bool

  /// A graph without nodes.
  public init() {
    isExact = false
  }

  /// A graph without nodes for algebra on formulas: 0.1 + 0.2 is 0.3, and 1/3 stays a fraction.
  package static var exact: ExpressionGraph { ExpressionGraph(isExact: true) }

  private init(isExact: Bool) {
    self.isExact = isExact
  }

  /// The result of an operation on numbers, if it is carried out.
  private func folded(_ operation: BinaryOperation, _ a: Double, _ b: Double) -> Double? {
    guard isExact else { return operation.value(a, b) }
    guard let first = Rational(a), let second = Rational(b) else { return nil }
    let result: Rational?
    switch operation {
    case .add: result = try? first + second
    case .subtract: result = try? first + -second
    case .multiply: result = try? first * second
    case .divide: result = second.isZero ? nil : try? first / second
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .and, .or:
      return operation.value(a, b)
    default: result = nil
    }
    guard let result, Rational(result.value) == result else { return nil }
    return result.value
  }

  package subscript(_ node: Node) -> Content { contents[Int(node.index)] }

  /// The node of an expression as it was written: nothing is rearranged or cancelled.
  @export(interface)
  public mutating func insert(_ expression: Expression) -> Node {
    switch expression {
    case .number(let value): return number(value)
    case .constant(let constant): return number(constant.value)
    case .variable(let index): return variable(index)
    case .unary(let operation, let operand): return unary(operation, insert(operand))
    case .binary(let operation, let left, let right):
      let first = insert(left)
      return binary(operation, first, insert(right))
    case .ternary(let operation, let first, let second, let third):
      let condition = insert(first)
      let value = insert(second)
      return ternary(operation, condition, value, insert(third))
    }
  }

  /// The tree that a node stands for; parts that are shared appear as often as they are used.
  @export(interface)
  public func expression(_ node: Node) -> Expression {
    switch self[node] {
    case .number(let value):
      if value.isNaN { return .constant(.undefined) }
      if value.magnitude == .infinity {
        return value > 0 ? .constant(.infinity) : .unary(.negate, .constant(.infinity))
      }
      if value == Constant.pi.value { return .constant(.pi) }
      if value == Constant.e.value { return .constant(.e) }
      return value.sign == .minus && value != 0 ? .unary(.negate, .number(-value)) : .number(value)
    case .variable(let index): return .variable(index)
    case .unary(let operation, let operand): return .unary(operation, expression(operand))
    case .binary(let operation, let left, let right):
      return .binary(operation, expression(left), expression(right))
    case .ternary(let operation, let first, let second, let third):
      return .ternary(operation, expression(first), expression(second), expression(third))
    }
  }

  /// How large the trees of some nodes are, shared parts counted as often as they are used.
  @export(interface)
  package func sizes(of nodes: [Node]) -> Int {
    var sizes: [Int] = []
    sizes.reserveCapacity(contents.count)
    func size(_ node: Node) -> Int { sizes[Int(node.index)] }
    for content in contents {
      var sum = 1
      switch content {
      case .number, .variable: break
      case .unary(_, let operand): sum += size(operand)
      case .binary(_, let left, let right): sum += size(left) + size(right)
      case .ternary(_, let first, let second, let third): sum += size(first) + size(second) + size(third)
      }
      // Sharing doubles a tree at every step: beyond this the number only means "too large".
      sizes.append(min(sum, 1 << 40))
    }
    return nodes.reduce(0) { $0 + size($1) }
  }

  package mutating func number(_ number: Double) -> Node {
    // There is one NaN, whatever its bits.
    let value = number.isNaN ? Double.nan : number
    return node(Key(operation: 0, first: value.bitPattern), .number(value))
  }

  package mutating func variable(_ index: Int) -> Node {
    node(Key(operation: 1, first: UInt64(index)), .variable(index))
  }

  package mutating func unary(_ operation: UnaryOperation, _ operand: Node) -> Node {
    if case .number(let value) = self[operand], !isExact || operation == .negate {
      return number(operation.value(value))
    }
    let key = Key(operation: 0x100 | UInt16(operation.rawValue), first: UInt64(operand.index))
    return node(key, .unary(operation, operand))
  }

  @export(interface)
  package mutating func binary(_ operation: BinaryOperation, _ left: Node, _ right: Node) -> Node {
    if case .number(let a) = self[left], case .number(let b) = self[right],
      let value = folded(operation, a, b)
    {
      return number(value)
    }
    let swaps = operation.isCommutative && comesFirst(right, before: left, in: operation)
    let first = swaps ? right : left
    let second = swaps ? left : right
    let key = Key(
      operation: 0x200 | UInt16(operation.rawValue), first: UInt64(first.index), second: second.index)
    return node(key, .binary(operation, first, second))
  }

  @export(interface)
  package mutating func ternary(
    _ operation: TernaryOperation, _ first: Node, _ second: Node, _ third: Node
  ) -> Node {
    if case .number(let a) = self[first] {
      if operation == .choose { return a.isNaN ? number(.nan) : a != 0 ? second : third }
      if !isExact, case .number(let b) = self[second], case .number(let c) = self[third] {
        return number(operation.value(a, b, c))
      }
    }
    let key = Key(
      operation: 0x300 | UInt16(operation.rawValue), first: UInt64(first.index), second: second.index,
      third: third.index)
    return node(key, .ternary(operation, first, second, third))
  }

  /// The order of operands that may change places: numbers first, as one writes 2x, then the older node.
  private func comesFirst(_ node: Node, before other: Node, in operation: BinaryOperation) -> Bool {
    // In a sum the number stands where it was written; before a product.
    if isExact, operation != .multiply { return false }
    if case .number = self[other] { return false }
    if case .number = self[node] { return true }
    // Algebra keeps what was written in its order.
    return !isExact && node.index < other.index
  }

  private mutating func node(_ key: Key, _ content: Content) -> Node {
    if let place = places[key] { return Node(index: place) }
    let place = Int32(contents.count)
    contents.append(content)
    places[key] = place
    return Node(index: place)
  }
}
