/// Functions by name, and the operators of ∇.
extension Parser {
  mutating func application(
    of function: Function, named name: Token
  ) throws(ExpressionError) -> Quantity {
    var exponent: Expression?
    if token.kind == .superscript(-1) {
      // sin⁻¹ is the arc sine; of a function without a name for its inverse it would be anybody's guess.
      guard let inverse = function.inverse else { throw unexpected([.openingParenthesis]) }
      advance()
      return try applied(inverse, named: name)
    }
    if case .superscript(let power) = token.kind {
      advance()
      exponent = .number(Double(power))
    } else if token.kind == .caret, index + 1 < tokens.count, case .number(let power) = tokens[index + 1].kind
    {
      // sin^2 x: a plain number may stand between the name and its argument.
      advance()
      advance()
      exponent = .number(power)
    }
    let value = try applied(function, named: name)
    guard let exponent else { return value }
    return .scalar(.binary(.power, try scalar(value, at: name), exponent))
  }

  private mutating func applied(
    _ function: Function, named name: Token
  ) throws(ExpressionError) -> Quantity {
    if accept(.open) {
      let arguments = try outsideBars { (parser) throws(ExpressionError) in try parser.arguments() }
      guard function.argumentCount.contains(arguments.count) else {
        throw ExpressionError(
          .wrongArgumentCount, at: name.position, length: name.length, found: name.bytes,
          needed: function.argumentCount.lowerBound)
      }
      return try value(of: function, arguments, named: name)
    }
    guard function.argumentCount == 1...1, startsFactor || token.kind == .minus else {
      throw unexpected([.openingParenthesis])
    }
    let argument = try nested { (parser) throws(ExpressionError) in try parser.openArgument() }
    return try value(of: function, [argument], named: name)
  }

  private func value(
    of function: Function, _ arguments: [Quantity], named name: Token
  ) throws(ExpressionError) -> Quantity {
    switch function {
    case .dot:
      let product = try lift(name) { () throws(Quantity.Mismatch) in
        try Quantity.dot(arguments[0], arguments[1])
      }
      return try limited(at: name) { product }
    case .cross:
      let product = try lift(name) { () throws(Quantity.Mismatch) in
        try Quantity.cross(arguments[0], arguments[1])
      }
      return try limited(at: name) { product }
    case .derivative:
      guard case .scalar(.variable(let variable)) = arguments[1] else {
        throw ExpressionError(
          .unexpectedToken, at: name.position, length: name.length, found: name.bytes,
          expected: [.coordinate])
      }
      return try lift(name) { () throws(Quantity.Mismatch) in
        try Quantity.derivative(of: arguments[0], by: variable)
      }
    case .unary(.absolute): return try magnitude(arguments[0], at: name)
    default: break
    }
    var scalars: [Expression] = []
    for argument in arguments { scalars.append(try scalar(argument, at: name)) }
    return .scalar(Parser.expression(of: function, scalars))
  }

  private static func expression(of function: Function, _ arguments: [Expression]) -> Expression {
    switch function {
    case .unary(let operation): return .unary(operation, arguments[0])
    case .binary(let operation):
      return arguments.dropFirst(2).reduce(.binary(operation, arguments[0], arguments[1])) {
        .binary(operation, $0, $1)
      }
    case .ternary(let operation): return .ternary(operation, arguments[0], arguments[1], arguments[2])
    case .reciprocal(let operation): return .binary(.divide, .number(1), .unary(operation, arguments[0]))
    case .digamma: return .binary(.polygamma, .number(0), arguments[0])
    case .dot, .cross, .derivative: preconditionFailure("these take whole quantities")
    }
  }

  private mutating func openArgument() throws(ExpressionError) -> Quantity {
    if accept(.minus) {
      let operand = try nested { (parser) throws(ExpressionError) in try parser.openArgument() }
      return operand.map { .unary(.negate, $0) }
    }
    let start = token
    var result = try power()
    while startsFactor {
      if case .function = token.kind { break }
      let left = try scalar(result, at: start)
      let place = token
      let right = try power()
      result = .scalar(.binary(.multiply, left, try scalar(right, at: place)))
    }
    return result
  }

  // MARK: ∇

  /// A word such as `grad` and the quantity behind it.
  mutating func applied(_ word: VectorOperator, named name: Token) throws(ExpressionError) -> Quantity {
    let operand = try nested { (parser) throws(ExpressionError) in try parser.power() }
    let dimension = variables.count
    let quantity = try lift(name) { () throws(Quantity.Mismatch) in
      try Quantity.applying(word, to: operand, dimension: dimension)
    }
    return try limited(at: name) { quantity }
  }

  /// ∇f, ∇·F, ∇×F and ∇²f.
  mutating func nabla(_ name: Token) throws(ExpressionError) -> Quantity {
    if token.kind == .superscript(2) {
      advance()
      return try applied(.laplacian, named: name)
    }
    if accept(.caret) {
      guard accept(.number(2)) else { throw unexpected([.value]) }
      return try applied(.laplacian, named: name)
    }
    if accept(.dot) || accept(.times) { return try applied(.divergence, named: name) }
    if accept(.cross) { return try applied(.curl, named: name) }
    return try applied(.gradient, named: name)
  }
}
