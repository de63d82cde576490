/// Operations that leave out what algebra says is not needed.
///
/// They serve derivatives, where the chain rule makes factors 0 and 1 in great number. As in all symbolic
/// differentiation, 0·u is 0 and u − u is 0 also where u is infinite or undefined.
extension ExpressionGraph {
  package func isZero(_ node: Node) -> Bool {
    if case .number(let value) = self[node] { return value == 0 }
    return false
  }

  private func isOne(_ node: Node) -> Bool {
    if case .number(let value) = self[node] { return value == 1 }
    return false
  }

  private func negatedOperand(_ node: Node) -> Node? {
    if case .unary(.negate, let operand) = self[node] { return operand }
    return nil
  }

  package mutating func sum(_ left: Node, _ right: Node) -> Node {
    if isZero(left) { return right }
    if isZero(right) { return left }
    if let positive = negatedOperand(right) { return difference(left, positive) }
    if let positive = negatedOperand(left) { return difference(right, positive) }
    if left == right { return product(number(2), left) }
    return binary(.add, left, right)
  }

  package mutating func difference(_ left: Node, _ right: Node) -> Node {
    if isZero(right) { return left }
    if isZero(left) { return negated(right) }
    if left == right { return number(0) }
    if let positive = negatedOperand(right) { return sum(left, positive) }
    return binary(.subtract, left, right)
  }

  package mutating func negated(_ node: Node) -> Node {
    if isZero(node) { return number(0) }
    if let operand = negatedOperand(node) { return operand }
    if case .binary(.subtract, let left, let right) = self[node] { return difference(right, left) }
    return unary(.negate, node)
  }

  @export(interface)
  package mutating func product(_ left: Node, _ right: Node) -> Node {
    if isZero(left) || isZero(right) { return number(0) }
    if isOne(left) { return right }
    if isOne(right) { return left }
    if let positive = negatedOperand(left) { return negated(product(positive, right)) }
    if let positive = negatedOperand(right) { return negated(product(left, positive)) }
    if case .number(let value) = self[left], value == -1 { return negated(right) }
    if case .number(let value) = self[right], value == -1 { return negated(left) }
    if let folded = mergedFactors(left, right) ?? mergedFactors(right, left) { return folded }
    return binary(.multiply, left, right)
  }

  // 2·(3·u) is 6·u: powers differentiated twice leave such chains. v·(3·u) stays, because 3·u may be shared.
  private mutating func mergedFactors(_ left: Node, _ right: Node) -> Node? {
    guard case .number = self[left], case .binary(.multiply, let first, let second) = self[right],
      case .number = self[first]
    else { return nil }
    let factor = binary(.multiply, left, first)
    guard case .number = self[factor] else { return nil }
    return product(factor, second)
  }

  package mutating func quotient(_ left: Node, _ right: Node) -> Node {
    if isZero(left) { return number(0) }
    if isOne(right) { return left }
    if left == right { return number(1) }
    if let positive = negatedOperand(left) { return negated(quotient(positive, right)) }
    return binary(.divide, left, right)
  }

  package mutating func squared(_ node: Node) -> Node {
    raised(node, number(2))
  }

  package mutating func oneMinusSquare(_ node: Node) -> Node {
    // (1 − u)(1 + u) keeps its digits where u is near ±1.
    product(difference(number(1), node), sum(number(1), node))
  }

  package mutating func raised(_ base: Node, _ exponent: Node) -> Node {
    if isZero(exponent) { return number(1) }
    if isOne(exponent) { return base }
    return binary(.power, base, exponent)
  }

  /// Both conditions, where one may be known already.
  package mutating func conjunction(_ left: Node, _ right: Node) -> Node {
    if case .number(let value) = self[left] { return value == 0 ? left : right }
    if case .number(let value) = self[right] { return value == 0 ? right : left }
    return left == right ? left : binary(.and, left, right)
  }
}
