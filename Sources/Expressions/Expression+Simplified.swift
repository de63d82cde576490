/// Formulas made short, and proofs that one is 0.
///
/// Fractions of polynomials are brought to a normal form over exact numbers; functions count as unknowns with the
/// relations that are known of them, such as sin² + cos² = 1. What is shortened this way equals the formula wherever
/// the formula is defined; where it is not (0/0), the short form may be.
extension Expression {
  /// The shortest equal formula that is found; the formula itself if none is shorter.
  public var simplified: Expression { simplified(parametersBehind: .max) }

  /// The shortest equal formula that is found, with the parameters, which are numbered behind `dimension`
  /// variables, before the variables.
  @export(interface)
  public func simplified(parametersBehind dimension: Int) -> Expression {
    guard size <= Expression.maximumSimplifiedSize else { return self }
    var graph = ExpressionGraph.exact
    let node = graph.insertOrdered(self)
    var thorough = Algebra(isThorough: true, squaresCosines: true)
    if let fraction = try? thorough.fraction(of: node, in: graph), fraction.isZero { return .number(0) }
    var best = graph.expression(node).tidied
    var length = best.writtenLength
    for squaresCosines in [false, true] {
      var algebra = Algebra(
        isThorough: false, squaresCosines: squaresCosines, firstParameter: dimension)
      guard let fraction = try? algebra.fraction(of: node, in: graph) else { continue }
      for candidate in [algebra.expression(fraction), algebra.expanded(fraction)] {
        guard let candidate, candidate.writtenLength <= length - (squaresCosines ? 1 : 0) else { continue }
        best = candidate
        length = candidate.writtenLength
      }
    }
    return best
  }

  /// Whether algebra proves that the formula is 0 wherever it is defined.
  ///
  /// False says that no proof was found, not that the formula is anywhere else than 0.
  public var isProvenZero: Bool {
    guard size <= Expression.maximumSimplifiedSize else { return false }
    var graph = ExpressionGraph.exact
    let node = graph.insertOrdered(self)
    var algebra = Algebra(isThorough: true, squaresCosines: true)
    guard let fraction = try? algebra.fraction(of: node, in: graph) else { return false }
    return fraction.isZero
  }

  /// The largest tree that is simplified.
  private static var maximumSimplifiedSize: Int { 4000 }

  /// How long the formula is on paper, with names of one letter.
  private var writtenLength: Int {
    let names = Variables(names: Array(repeating: [0x78], count: variableCount))
    return utf8(in: names).count
  }

  /// One more than the highest number of a variable.
  private var variableCount: Int {
    switch self {
    case .number, .constant: return 0
    case .variable(let index): return index + 1
    case .unary(_, let operand): return operand.variableCount
    case .binary(_, let left, let right): return max(left.variableCount, right.variableCount)
    case .ternary(_, let first, let second, let third):
      return max(first.variableCount, max(second.variableCount, third.variableCount))
    }
  }

  /// The formula with the numbers of each product multiplied and written first.
  private var tidied: Expression {
    switch self {
    case .number, .constant, .variable: return self
    case .unary(let operation, let operand): return .unary(operation, operand.tidied)
    case .binary(.multiply, _, _):
      var coefficient = Rational.one
      var factors: [Expression] = []
      collect(&coefficient, &factors)
      let number = Expression.number(coefficient.value)
      guard let first = factors.first else { return number }
      return factors.dropFirst().reduce(coefficient.isOne ? first : .binary(.multiply, number, first)) {
        .binary(.multiply, $0, $1)
      }
    case .binary(let operation, let left, let right): return .binary(operation, left.tidied, right.tidied)
    case .ternary(let operation, let first, let second, let third):
      return .ternary(operation, first.tidied, second.tidied, third.tidied)
    }
  }

  private func collect(_ coefficient: inout Rational, _ factors: inout [Expression]) {
    switch self {
    case .binary(.multiply, let left, let right):
      left.collect(&coefficient, &factors)
      right.collect(&coefficient, &factors)
    case .number(let value):
      // Only where the product is a decimal of few digits again.
      if let number = Rational(value), let product = try? coefficient * number,
        Rational(product.value) == product
      {
        coefficient = product
      } else {
        factors.append(self)
      }
    default: factors.append(tidied)
    }
  }
}

extension ExpressionGraph {
  /// The node of an expression, with the variables in their order before it.
  fileprivate mutating func insertOrdered(_ expression: Expression) -> Node {
    for index in 0..<8 { _ = variable(index) }
    return insert(expression)
  }
}
