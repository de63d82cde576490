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
  }

  /// What makes two nodes the same; numbers by their bits, so that −0 and 0 stay apart.
  private struct Key: Hashable {
    let operation: UInt16
    let first: UInt64
    let second: Int32
  }

  package private(set) var contents: [Content] = []
  private var places: [Key: Int32] = [:]
  var derivatives: [DerivativeKey: Node] = [:]

  /// A graph without nodes.
  public init() {}

  package subscript(_ node: Node) -> Content { contents[Int(node.index)] }

  /// The node of an expression as it was written: nothing is rearranged or cancelled.
  public mutating func insert(_ expression: Expression) -> Node {
    switch expression {
    case .number(let value): return number(value)
    case .constant(let constant): return number(constant.value)
    case .variable(let index): return variable(index)
    case .unary(let operation, let operand): return unary(operation, insert(operand))
    case .binary(let operation, let left, let right):
      let first = insert(left)
      return binary(operation, first, insert(right))
    }
  }

  /// The tree that a node stands for; parts that are shared appear as often as they are used.
  public func expression(_ node: Node) -> Expression {
    switch self[node] {
    case .number(let value):
      return value.sign == .minus && value != 0 ? .unary(.negate, .number(-value)) : .number(value)
    case .variable(let index): return .variable(index)
    case .unary(let operation, let operand): return .unary(operation, expression(operand))
    case .binary(let operation, let left, let right):
      return .binary(operation, expression(left), expression(right))
    }
  }

  package mutating func number(_ value: Double) -> Node {
    node(Key(operation: 0, first: value.bitPattern, second: 0), .number(value))
  }

  package mutating func variable(_ index: Int) -> Node {
    node(Key(operation: 1, first: UInt64(index), second: 0), .variable(index))
  }

  package mutating func unary(_ operation: UnaryOperation, _ operand: Node) -> Node {
    if case .number(let value) = self[operand] { return number(operation.value(value)) }
    let key = Key(operation: 0x100 | UInt16(operation.rawValue), first: UInt64(operand.index), second: 0)
    return node(key, .unary(operation, operand))
  }

  package mutating func binary(_ operation: BinaryOperation, _ left: Node, _ right: Node) -> Node {
    if case .number(let a) = self[left], case .number(let b) = self[right] {
      return number(operation.value(a, b))
    }
    let swaps = operation.isCommutative && comesFirst(right, before: left)
    let first = swaps ? right : left
    let second = swaps ? left : right
    let key = Key(
      operation: 0x200 | UInt16(operation.rawValue), first: UInt64(first.index), second: second.index)
    return node(key, .binary(operation, first, second))
  }

  /// The order of operands that may change places: numbers first, as one writes 2x, then the older node.
  private func comesFirst(_ node: Node, before other: Node) -> Bool {
    if case .number = self[node] { return true }
    if case .number = self[other] { return false }
    return node.index < other.index
  }

  private mutating func node(_ key: Key, _ content: Content) -> Node {
    if let place = places[key] { return Node(index: place) }
    let place = Int32(contents.count)
    contents.append(content)
    places[key] = place
    return Node(index: place)
  }
}

extension UnaryOperation {
  /// The operation on one number.
  package func value<Scalar: LaneScalar>(_ x: Scalar) -> Scalar {
    switch self {
    case .negate: return -x
    case .absolute: return x.magnitude
    case .squareRoot: return x.squareRoot()
    case .exp: return Scalar.exp(x)
    case .exp2: return Scalar.exp2(x)
    case .expm1: return Scalar.expm1(x)
    case .log: return Scalar.log(x)
    case .log2: return Scalar.log2(x)
    case .log10: return Scalar.log10(x)
    case .log1p: return Scalar.log1p(x)
    case .sin: return Scalar.sin(x)
    case .cos: return Scalar.cos(x)
    case .tan: return Scalar.tan(x)
    case .asin: return Scalar.asin(x)
    case .acos: return Scalar.acos(x)
    case .atan: return Scalar.atan(x)
    case .sinh: return Scalar.sinh(x)
    case .cosh: return Scalar.cosh(x)
    case .tanh: return Scalar.tanh(x)
    case .asinh: return Scalar.asinh(x)
    case .acosh: return Scalar.acosh(x)
    case .atanh: return Scalar.atanh(x)
    case .cbrt: return Scalar.cbrt(x)
    case .erf: return Scalar.erf(x)
    }
  }
}

extension BinaryOperation {
  /// The operation on two numbers.
  package func value<Scalar: LaneScalar>(_ x: Scalar, _ y: Scalar) -> Scalar {
    switch self {
    case .add: return x + y
    case .subtract: return x - y
    case .multiply: return x * y
    case .divide: return x / y
    case .power: return Scalar.pow(x, y)
    case .atan2: return Scalar.atan2(x, y)
    case .hypot: return Scalar.hypot(x, y)
    }
  }
}
