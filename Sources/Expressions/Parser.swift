/// Reads tokens into trees by recursive descent.
///
/// From loosest to tightest: sum, sign, product (`*`, `/` and products without a sign, left to right),
/// power (to the right), function. A function without parentheses takes the product that follows it up to
/// the next function or sign: `sin 2x cos y` is sin(2x)·cos(y).
struct Parser {
  private let tokens: [Token]
  private var index = 0
  private var depth = 0
  private var openBars = 0

  init(tokens: [Token]) {
    self.tokens = tokens
  }

  private var token: Token { tokens[index] }

  private mutating func advance() { index += 1 }

  private mutating func accept(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  private func unexpected(_ expected: [ExpressionError.Expectation]) -> ExpressionError {
    if token.kind == .end {
      return ExpressionError(.unexpectedEnd, at: token.position, expected: expected)
    }
    return ExpressionError(
      .unexpectedToken, at: token.position, length: token.length, found: token.bytes, expected: expected)
  }

  private mutating func nested<Result>(
    _ body: (inout Parser) throws(ExpressionError) -> Result
  ) throws(ExpressionError) -> Result {
    guard depth < ExpressionError.maximumDepth else {
      throw ExpressionError(.tooDeep, at: token.position, length: token.length)
    }
    depth += 1
    let result = try body(&self)
    depth -= 1
    return result
  }

  /// One formula, to the end of the text.
  mutating func formula() throws(ExpressionError) -> Expression {
    let result = try sum()
    guard token.kind == .end else { throw unexpected([.operatorSign, .end]) }
    return result
  }

  /// Formulas separated by commas, with or without parentheses around them all.
  mutating func components(_ count: Int) throws(ExpressionError) -> [Expression] {
    // "(x, y)" and "(x + 1) y, x" both begin with a parenthesis: only reading on tells them apart.
    if count > 1, token.kind == .open {
      var attempt = self
      attempt.advance()
      if let result = try? attempt.list(count), attempt.accept(.close), attempt.token.kind == .end {
        return result
      }
    }
    let result = try list(count)
    guard token.kind == .end else {
      if token.kind == .comma {
        throw ExpressionError(.wrongComponentCount, at: token.position, length: 1, needed: count)
      }
      throw unexpected([.operatorSign, .end])
    }
    return result
  }

  private mutating func list(_ count: Int) throws(ExpressionError) -> [Expression] {
    var result = [try sum()]
    while result.count < count {
      if token.kind == .end {
        throw ExpressionError(.wrongComponentCount, at: token.position, needed: count)
      }
      guard accept(.comma) else { throw unexpected([.operatorSign, .comma]) }
      result.append(try sum())
    }
    return result
  }

  private mutating func sum() throws(ExpressionError) -> Expression {
    try nested { (parser) throws(ExpressionError) in
      var result = try parser.signed()
      while true {
        if parser.accept(.plus) {
          result = .binary(.add, result, try parser.signed())
        } else if parser.accept(.minus) {
          result = .binary(.subtract, result, try parser.signed())
        } else {
          return result
        }
      }
    }
  }

  private mutating func signed() throws(ExpressionError) -> Expression {
    if accept(.plus) { return try nested { (parser) throws(ExpressionError) in try parser.signed() } }
    if accept(.minus) {
      return .unary(.negate, try nested { (parser) throws(ExpressionError) in try parser.signed() })
    }
    return try product()
  }

  private mutating func product() throws(ExpressionError) -> Expression {
    var result = try power()
    while true {
      if accept(.times) {
        result = .binary(.multiply, result, try factor())
      } else if accept(.divide) {
        result = .binary(.divide, result, try factor())
      } else if startsFactor {
        result = .binary(.multiply, result, try power())
      } else {
        return result
      }
    }
  }

  private var startsFactor: Bool {
    switch token.kind {
    case .number:
      // Two numbers side by side are a slip of the hand, not a product.
      if index > 0, case .number = tokens[index - 1].kind { return false }
      return true
    case .constant, .variable, .function, .open, .root: return true
    case .bar: return openBars == 0
    default: return false
    }
  }

  // After * and / a sign may stand: 2 * -x.
  private mutating func factor() throws(ExpressionError) -> Expression {
    if accept(.plus) { return try nested { (parser) throws(ExpressionError) in try parser.factor() } }
    if accept(.minus) {
      return .unary(.negate, try nested { (parser) throws(ExpressionError) in try parser.factor() })
    }
    return try power()
  }

  private mutating func power() throws(ExpressionError) -> Expression {
    var base = try primary()
    while case .superscript(let exponent) = token.kind {
      advance()
      base = .binary(.power, base, .number(Double(exponent)))
    }
    guard accept(.caret) else { return base }
    return .binary(.power, base, try exponent())
  }

  private mutating func exponent() throws(ExpressionError) -> Expression {
    try nested { (parser) throws(ExpressionError) in
      if parser.accept(.minus) { return .unary(.negate, try parser.exponent()) }
      if parser.accept(.plus) { return try parser.exponent() }
      return try parser.power()
    }
  }

  private mutating func primary() throws(ExpressionError) -> Expression {
    let start = token
    switch start.kind {
    case .number(let value):
      advance()
      return .number(value)
    case .constant(let constant):
      advance()
      return .constant(constant)
    case .variable(let index):
      advance()
      return .variable(index)
    case .function(let function):
      advance()
      return try application(of: function, named: start)
    case .root:
      advance()
      return .unary(.squareRoot, try nested { (parser) throws(ExpressionError) in try parser.primary() })
    case .open:
      advance()
      let result = try outsideBars { (parser) throws(ExpressionError) in try parser.sum() }
      guard accept(.close) else { throw unexpected([.operatorSign, .closingParenthesis]) }
      return result
    case .bar:
      advance()
      openBars += 1
      let result = try sum()
      openBars -= 1
      guard accept(.bar) else { throw unexpected([.operatorSign, .closingBar]) }
      return .unary(.absolute, result)
    default:
      throw unexpected([.value])
    }
  }

  // Inside parentheses a bar opens again, even when the parentheses stand between two bars.
  private mutating func outsideBars<Result>(
    _ body: (inout Parser) throws(ExpressionError) -> Result
  ) throws(ExpressionError) -> Result {
    let bars = openBars
    openBars = 0
    let result = try body(&self)
    openBars = bars
    return result
  }

  private mutating func application(
    of function: Function, named name: Token
  ) throws(ExpressionError) -> Expression {
    var exponent: Expression?
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
    return .binary(.power, value, exponent)
  }

  private mutating func applied(
    _ function: Function, named name: Token
  ) throws(ExpressionError) -> Expression {
    if accept(.open) {
      let arguments = try outsideBars { (parser) throws(ExpressionError) in try parser.arguments() }
      guard arguments.count == function.argumentCount else {
        throw ExpressionError(
          .wrongArgumentCount, at: name.position, length: name.length, found: name.bytes,
          needed: function.argumentCount)
      }
      switch function {
      case .unary(let operation): return .unary(operation, arguments[0])
      case .binary(let operation): return .binary(operation, arguments[0], arguments[1])
      }
    }
    guard case .unary(let operation) = function, startsFactor || token.kind == .minus else {
      throw unexpected([.openingParenthesis])
    }
    let argument = try nested { (parser) throws(ExpressionError) in try parser.openArgument() }
    return .unary(operation, argument)
  }

  private mutating func arguments() throws(ExpressionError) -> [Expression] {
    var result = [try sum()]
    while accept(.comma) { result.append(try sum()) }
    guard accept(.close) else { throw unexpected([.operatorSign, .comma, .closingParenthesis]) }
    return result
  }

  private mutating func openArgument() throws(ExpressionError) -> Expression {
    if accept(.minus) {
      return .unary(.negate, try nested { (parser) throws(ExpressionError) in try parser.openArgument() })
    }
    var result = try power()
    while startsFactor {
      if case .function = token.kind { break }
      result = .binary(.multiply, result, try power())
    }
    return result
  }
}

extension Expression {
  /// Reads a formula in the given variables.
  ///
  /// - Throws: ``ExpressionError`` with the character where reading stopped and what was expected there.
  public init(_ text: String, variables: Variables = .plane) throws(ExpressionError) {
    try self.init(utf8: Array(text.utf8), variables: variables)
  }

  /// Reads a formula from UTF-8 bytes.
  public init(utf8 bytes: [UInt8], variables: Variables = .plane) throws(ExpressionError) {
    var parser = Parser(tokens: try Lexer.tokens(of: bytes, variables: variables))
    self = try parser.formula()
  }

  /// Reads the components of a vector: `P, Q`, `(P, Q)` or `⟨P, Q⟩`, as many as there are variables.
  public static func components(
    utf8 bytes: [UInt8], variables: Variables = .plane
  ) throws(ExpressionError) -> [Expression] {
    var parser = Parser(tokens: try Lexer.tokens(of: bytes, variables: variables))
    return try parser.components(variables.names.count)
  }
}
