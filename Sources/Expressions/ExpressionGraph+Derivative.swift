/// A node and the variable by which it is differentiated.
struct DerivativeKey: Hashable, Sendable {
  let node: ExpressionGraph.Node
  let variable: Int
}

extension ExpressionGraph {
  /// The exact derivative of a node by a variable, by the chain rule.
  ///
  /// A kink and a jump have no derivative: |x|′ = slope(x) is −1 or 1, and undefined at 0; floor(x)′ is 0, and
  /// undefined at whole numbers; a comparison's is 0, and undefined where both sides are equal. Results are kept,
  /// so that higher derivatives grow by what is new in them only.
  @export(interface)
  public mutating func derivative(of node: Node, by variable: Int) -> Node {
    let key = DerivativeKey(node: node, variable: variable)
    if let known = derivatives[key] { return known }
    let result: Node
    switch self[node] {
    case .number: result = number(0)
    case .variable(let index): result = number(index == variable ? 1 : 0)
    case .unary(let operation, let operand):
      let inner = derivative(of: operand, by: variable)
      result = isZero(inner) ? inner : derivative(of: operation, operand, value: node, inner: inner)
    case .binary(let operation, let left, let right):
      let first = derivative(of: left, by: variable)
      let second = derivative(of: right, by: variable)
      result = derivative(of: operation, left, right, value: node, first, second)
    case .ternary(let operation, let first, let second, let third):
      result = derivative(of: operation, (first, second, third), value: node, by: variable)
    }
    derivatives[key] = result
    return result
  }

  /// f(u)′ = f′(u)·u′, written with the value f(u) wherever that saves work.
  private mutating func derivative(
    of operation: UnaryOperation, _ u: Node, value: Node, inner: Node
  ) -> Node {
    switch operation {
    case .negate: return negated(inner)
    case .absolute: return product(unary(.slope, u), inner)
    case .squareRoot: return quotient(inner, product(number(2), value))
    case .exp: return product(value, inner)
    case .exp2: return product(product(value, unary(.log, number(2))), inner)
    case .expm1: return product(unary(.exp, u), inner)
    case .log: return quotient(inner, u)
    case .log2: return quotient(inner, product(unary(.log, number(2)), u))
    case .log10: return quotient(inner, product(unary(.log, number(10)), u))
    case .log1p: return quotient(inner, sum(number(1), u))
    case .sin: return product(unary(.cos, u), inner)
    case .cos: return negated(product(unary(.sin, u), inner))
    case .tan: return product(sum(number(1), squared(value)), inner)
    case .asin: return quotient(inner, unary(.squareRoot, oneMinusSquare(u)))
    case .acos: return negated(quotient(inner, unary(.squareRoot, oneMinusSquare(u))))
    case .atan: return quotient(inner, sum(number(1), squared(u)))
    case .sinh: return product(unary(.cosh, u), inner)
    case .cosh: return product(unary(.sinh, u), inner)
    case .tanh: return product(difference(number(1), squared(value)), inner)
    case .asinh: return quotient(inner, unary(.squareRoot, sum(squared(u), number(1))))
    case .acosh:
      let roots = product(
        unary(.squareRoot, difference(u, number(1))), unary(.squareRoot, sum(u, number(1))))
      return quotient(inner, roots)
    case .atanh: return quotient(inner, oneMinusSquare(u))
    case .cbrt: return quotient(inner, product(number(3), squared(value)))
    case .erf:
      let bell = unary(.exp, negated(squared(u)))
      return product(product(twoOverRootPi(), bell), inner)
    case .gamma: return product(product(value, binary(.polygamma, number(0), u)), inner)
    // ⌊u⌋ jumps where u is whole; u − ⌊u⌋ is 0 there.
    case .floor: return product(unary(.jump, difference(u, value)), inner)
    case .ceiling: return product(unary(.jump, difference(u, value)), inner)
    case .sign, .step, .slope, .jump: return product(unary(.jump, u), inner)
    }
  }

  private mutating func derivative(
    of operation: BinaryOperation, _ u: Node, _ v: Node, value: Node, _ du: Node, _ dv: Node
  ) -> Node {
    switch operation {
    case .add: return sum(du, dv)
    case .subtract: return difference(du, dv)
    case .multiply: return sum(product(du, v), product(u, dv))
    case .divide:
      // (u/v)′ = (u′ − (u/v) v′)/v needs the quotient only, which is there already.
      return quotient(difference(du, product(value, dv)), v)
    case .power: return powerDerivative(u, v, value: value, du, dv)
    case .atan2:
      let turning = difference(product(v, du), product(u, dv))
      return quotient(turning, sum(squared(u), squared(v)))
    case .hypot: return quotient(sum(product(u, du), product(v, dv)), value)
    case .minimum: return pieceDerivative(binary(.less, u, v), (u, v), (du, dv))
    case .maximum: return pieceDerivative(binary(.greater, u, v), (u, v), (du, dv))
    case .polygamma:
      // Only the argument may vary: between the orders there is nothing.
      guard case .number(let order) = self[u] else { return number(.nan) }
      return product(binary(.polygamma, number(order + 1), v), dv)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      return product(unary(.jump, difference(u, v)), difference(du, dv))
    case .and, .or:
      let first = truthDerivative(u, du)
      return sum(first, truthDerivative(v, dv))
    }
  }

  /// The slope of the piece that is chosen; on the seam only where both pieces meet with the same slope.
  private mutating func pieceDerivative(
    _ condition: Node, _ pieces: (Node, Node), _ slopes: (Node, Node)
  ) -> Node {
    if slopes.0 == slopes.1, pieces.0 == pieces.1 { return slopes.0 }
    let chosen = slopes.0 == slopes.1 ? slopes.0 : ternary(.choose, condition, slopes.0, slopes.1)
    let seam = self.seam(of: condition)
    if isZero(seam) { return chosen }
    let slopesMeet = slopes.0 == slopes.1 ? number(1) : binary(.equal, slopes.0, slopes.1)
    let piecesMeet = binary(.equal, pieces.0, pieces.1)
    let meets = piecesMeet == seam ? slopesMeet : conjunction(piecesMeet, slopesMeet)
    let joint = ternary(.choose, meets, slopes.0, number(.nan))
    return ternary(.choose, seam, joint, chosen)
  }

  /// The derivative of what ``pieceDerivative`` made: on the seam it exists where the slopes met and meet again.
  ///
  /// Taken for one more choice between pieces, each derivative would bring four times as many seams as the one before.
  private mutating func slopeDerivative(
    _ seam: Node, _ joint: Node, _ chosen: Node, by variable: Int
  ) -> Node? {
    // A seam is thin: it is where it may change itself.
    guard self.seam(of: seam) == seam else { return nil }
    if case .number(let nothing) = self[joint], nothing.isNaN {
      return ternary(.choose, seam, joint, derivative(of: chosen, by: variable))
    }
    guard case .ternary(.choose, let meets, let slope, let rest) = self[joint] else { return nil }
    guard case .number(let nothing) = self[rest], nothing.isNaN else { return nil }
    var pieces = (slope, slope)
    var condition: Node?
    if chosen != slope {
      guard case .ternary(.choose, let choice, let first, let second) = self[chosen], first == slope else {
        return nil
      }
      guard self.seam(of: choice) == seam else { return nil }
      pieces = (first, second)
      condition = choice
    }
    let left = derivative(of: pieces.0, by: variable)
    let right = derivative(of: pieces.1, by: variable)
    let slopesMeet = left == right ? number(1) : binary(.equal, left, right)
    let isSmooth = left == right ? meets : conjunction(meets, slopesMeet)
    let onSeam = ternary(.choose, isSmooth, left, number(.nan))
    let beside = condition.map { left == right ? left : ternary(.choose, $0, left, right) } ?? left
    return ternary(.choose, seam, onSeam, beside)
  }

  /// The derivative of a condition in a conjunction or disjunction, which is no more than true or not.
  private mutating func truthDerivative(_ operand: Node, _ slope: Node) -> Node {
    if case .binary(let operation, _, _) = self[operand] {
      if operation.isComparison || operation == .and || operation == .or { return slope }
    }
    return product(unary(.jump, operand), slope)
  }

  /// A condition that holds just where another may change.
  private mutating func seam(of condition: Node) -> Node {
    switch self[condition] {
    case .number: return number(0)
    case .binary(let operation, let left, let right) where operation.isComparison:
      return binary(.equal, left, right)
    case .binary(let operation, let left, let right) where operation == .and || operation == .or:
      let first = seam(of: left)
      return binary(.or, first, seam(of: right))
    default: return binary(.equal, condition, number(0))
    }
  }

  private mutating func derivative(
    of operation: TernaryOperation, _ operands: (Node, Node, Node), value: Node, by variable: Int
  ) -> Node {
    let (first, second, third) = operands
    switch operation {
    case .clamp:
      let lower = binary(.maximum, first, second)
      let clamped = binary(.minimum, lower, third)
      return derivative(of: clamped, by: variable)
    case .choose:
      if let next = slopeDerivative(first, second, third, by: variable) { return next }
      let left = derivative(of: second, by: variable)
      let right = derivative(of: third, by: variable)
      return pieceDerivative(first, (second, third), (left, right))
    }
  }

  private mutating func powerDerivative(
    _ base: Node, _ exponent: Node, value: Node, _ baseDerivative: Node, _ exponentDerivative: Node
  ) -> Node {
    var result = number(0)
    if !isZero(baseDerivative) {
      // n·uⁿ⁻¹ instead of n·uⁿ/u, which would be 0/0 where u = 0.
      let lower = raised(base, binary(.subtract, exponent, number(1)))
      result = product(product(exponent, lower), baseDerivative)
    }
    if !isZero(exponentDerivative) {
      // Of e^v itself the logarithm is 1, whatever the digits of e are.
      let isE = self[base] == .number(Constant.e.value)
      let rate = isE ? value : product(value, unary(.log, base))
      let growth = product(rate, exponentDerivative)
      result = sum(result, growth)
    }
    return result
  }

  private mutating func twoOverRootPi() -> Node {
    let root = unary(.squareRoot, number(Constant.pi.value))
    return binary(.divide, number(2), root)
  }
}
