/// A node and the variable by which it is differentiated.
struct DerivativeKey: Hashable, Sendable {
  let node: ExpressionGraph.Node
  let variable: Int
}

extension ExpressionGraph {
  /// The exact derivative of a node by a variable, by the chain rule.
  ///
  /// A kink has no derivative: |x|′ = x/|x| is NaN at 0. Results are kept, so that higher derivatives grow
  /// by what is new in them only.
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
    case .absolute: return product(quotient(u, value), inner)
    case .squareRoot: return quotient(inner, product(number(2), value))
    case .exp: return product(value, inner)
    case .exp2: return product(product(value, number(ln2)), inner)
    case .expm1: return product(unary(.exp, u), inner)
    case .log: return quotient(inner, u)
    case .log2: return quotient(inner, product(number(ln2), u))
    case .log10: return quotient(inner, product(number(ln10), u))
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
      return product(product(number(twoOverRootPi), bell), inner)
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
    }
  }

  private mutating func powerDerivative(
    _ base: Node, _ exponent: Node, value: Node, _ baseDerivative: Node, _ exponentDerivative: Node
  ) -> Node {
    var result = number(0)
    if !isZero(baseDerivative) {
      // n·uⁿ⁻¹ instead of n·uⁿ/u, which would be 0/0 where u = 0.
      let lower = raised(base, difference(exponent, number(1)))
      result = product(product(exponent, lower), baseDerivative)
    }
    if !isZero(exponentDerivative) {
      let growth = product(product(value, unary(.log, base)), exponentDerivative)
      result = sum(result, growth)
    }
    return result
  }

  private var ln2: Double { 0.6931471805599453 }
  private var ln10: Double { 2.302585092994046 }
  private var twoOverRootPi: Double { 1.1283791670955126 }
}
