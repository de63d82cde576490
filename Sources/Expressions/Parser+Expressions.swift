/// The grammar of one expression, loosest first.
extension Parser {
  /// An expression of any kind.
  mutating func expression() throws(ExpressionError) -> Quantity {
    try nested { (parser) throws(ExpressionError) in
      var result = try parser.conjunction()
      while parser.token.kind == .or {
        let sign = parser.token
        parser.advance()
        let right = try parser.conjunction()
        result = .scalar(
          .binary(.or, try parser.scalar(result, at: sign), try parser.scalar(right, at: sign)))
      }
      return result
    }
  }

  private mutating func conjunction() throws(ExpressionError) -> Quantity {
    var result = try comparison()
    while token.kind == .and {
      let sign = token
      advance()
      let right = try comparison()
      result = .scalar(.binary(.and, try scalar(result, at: sign), try scalar(right, at: sign)))
    }
    return result
  }

  /// a < b ≤ c means a < b and b ≤ c.
  private mutating func comparison() throws(ExpressionError) -> Quantity {
    let first = try sum()
    var chain: Expression?
    var left = first
    while let operation = comparisonSign {
      let sign = token
      advance()
      let right = try sum()
      let link = Expression.binary(operation, try scalar(left, at: sign), try scalar(right, at: sign))
      chain = chain.map { .binary(.and, $0, link) } ?? link
      left = right
    }
    return chain.map { .scalar($0) } ?? first
  }

  private var comparisonSign: BinaryOperation? {
    if case .comparison(let operation) = token.kind { return operation }
    return token.kind == .equals ? .equal : nil
  }

  mutating func sum() throws(ExpressionError) -> Quantity {
    try nested { (parser) throws(ExpressionError) in
      var result = try parser.signed()
      while true {
        let sign = parser.token
        guard parser.accept(.plus) || parser.accept(.minus) else { return result }
        let operation: BinaryOperation = sign.kind == .plus ? .add : .subtract
        let left = result
        let right = try parser.signed()
        result = try parser.lift(sign) { () throws(Quantity.Mismatch) in
          try Quantity.combined(operation, left, right)
        }
      }
    }
  }

  private mutating func signed() throws(ExpressionError) -> Quantity {
    if accept(.plus) { return try nested { (parser) throws(ExpressionError) in try parser.signed() } }
    if accept(.minus) {
      let operand = try nested { (parser) throws(ExpressionError) in try parser.signed() }
      return operand.map { .unary(.negate, $0) }
    }
    return try product()
  }

  private mutating func product() throws(ExpressionError) -> Quantity {
    var result = try power()
    while true {
      let sign = token
      switch sign.kind {
      case .times, .dot, .cross, .divide:
        advance()
        result = try combined(sign, result, try factor())
      default:
        guard startsFactor else { return result }
        result = try combined(sign, result, try power())
      }
    }
  }

  /// A product or quotient; what the sign means depends on what stands beside it.
  private func combined(
    _ sign: Token, _ left: Quantity, _ right: Quantity
  ) throws(ExpressionError) -> Quantity {
    let product = try lift(sign) { () throws(Quantity.Mismatch) in
      if sign.kind == .divide { return try Quantity.quotient(left, right) }
      if case .vector = left, case .vector = right {
        if sign.kind == .dot { return try Quantity.dot(left, right) }
        if sign.kind == .cross { return try Quantity.cross(left, right) }
      }
      return try Quantity.product(left, right)
    }
    if case .scalar = left, case .scalar = right { return product }
    // A factor stands before every component now.
    return try limited(at: sign) { product }
  }

  /// Whether a factor begins here without a sign before it.
  var startsFactor: Bool {
    switch token.kind {
    case .number:
      // Two numbers side by side are a slip of the hand, not a product.
      if index > 0, case .number = tokens[index - 1].kind { return false }
      return true
    case .constant, .variable, .definition, .function, .vectorOperator, .nabla, .open, .openFloor,
      .openCeiling, .root:
      return true
    case .bar: return openBars == 0
    default: return false
    }
  }

  // After * and / a sign may stand: 2 * -x.
  private mutating func factor() throws(ExpressionError) -> Quantity {
    if accept(.plus) { return try nested { (parser) throws(ExpressionError) in try parser.factor() } }
    if accept(.minus) {
      let operand = try nested { (parser) throws(ExpressionError) in try parser.factor() }
      return operand.map { .unary(.negate, $0) }
    }
    return try power()
  }

  mutating func power() throws(ExpressionError) -> Quantity {
    let start = token
    var base = try primary()
    while case .superscript(let exponent) = token.kind {
      advance()
      base = .scalar(.binary(.power, try scalar(base, at: start), .number(Double(exponent))))
    }
    while accept(.factorial) {
      base = .scalar(.unary(.gamma, .binary(.add, try scalar(base, at: start), .number(1))))
    }
    let sign = token
    guard accept(.caret) else { return base }
    let value = try exponent()
    return .scalar(.binary(.power, try scalar(base, at: start), try scalar(value, at: sign)))
  }

  private mutating func exponent() throws(ExpressionError) -> Quantity {
    try nested { (parser) throws(ExpressionError) in
      if parser.accept(.minus) { return try parser.exponent().map { .unary(.negate, $0) } }
      if parser.accept(.plus) { return try parser.exponent() }
      return try parser.power()
    }
  }

  private mutating func primary() throws(ExpressionError) -> Quantity {
    let start = token
    switch start.kind {
    case .number(let value):
      advance()
      return .scalar(.number(value))
    case .constant(let constant):
      advance()
      return .scalar(.constant(constant))
    case .variable(let index):
      advance()
      return .scalar(.variable(index))
    case .definition(let place): return try reference(to: place)
    case .function(let function):
      advance()
      return try application(of: function, named: start)
    case .vectorOperator(let word):
      advance()
      return try applied(word, named: start)
    case .nabla:
      advance()
      return try nabla(start)
    case .root:
      advance()
      let operand = try nested { (parser) throws(ExpressionError) in try parser.primary() }
      return .scalar(.unary(.squareRoot, try scalar(operand, at: start)))
    case .open, .openFloor, .openCeiling, .bar: return try enclosed()
    default: throw unexpected([.value])
    }
  }

  /// What stands between brackets or bars; several components between commas are a vector.
  private mutating func enclosed() throws(ExpressionError) -> Quantity {
    let start = token
    advance()
    switch start.kind {
    case .open:
      let components = try outsideBars { (parser) throws(ExpressionError) in try parser.list() }
      guard accept(.close) else { throw unexpected([.operatorSign, .comma, .closingParenthesis]) }
      guard components.count > 1 else { return components[0] }
      var scalars: [Expression] = []
      for component in components { scalars.append(try scalar(component, at: start)) }
      return .vector(scalars)
    case .bar:
      openBars += 1
      let operand = try expression()
      openBars -= 1
      guard accept(.bar) else { throw unexpected([.operatorSign, .closingBar]) }
      return try magnitude(operand, at: start)
    default:
      let isFloor = start.kind == .openFloor
      let operand = try outsideBars { (parser) throws(ExpressionError) in try parser.expression() }
      guard accept(isFloor ? .closeFloor : .closeCeiling) else {
        throw unexpected([.operatorSign, .closingBracket])
      }
      return .scalar(.unary(isFloor ? .floor : .ceiling, try scalar(operand, at: start)))
    }
  }

  private mutating func list() throws(ExpressionError) -> [Quantity] {
    var result = [try expression()]
    while accept(.comma) { result.append(try expression()) }
    return result
  }

  // Inside parentheses a bar opens again, even when the parentheses stand between two bars.
  mutating func outsideBars<Result>(
    _ body: (inout Parser) throws(ExpressionError) -> Result
  ) throws(ExpressionError) -> Result {
    let bars = openBars
    openBars = 0
    let result = try body(&self)
    openBars = bars
    return result
  }

  /// The arguments up to the closing parenthesis.
  mutating func arguments() throws(ExpressionError) -> [Quantity] {
    let result = try list()
    guard accept(.close) else { throw unexpected([.operatorSign, .comma, .closingParenthesis]) }
    return result
  }

  /// The expression of a quantity that must be one number.
  func scalar(_ quantity: Quantity, at place: Token) throws(ExpressionError) -> Expression {
    try lift(place) { () throws(Quantity.Mismatch) in try quantity.scalar() }
  }

  func magnitude(_ operand: Quantity, at place: Token) throws(ExpressionError) -> Quantity {
    try lift(place) { () throws(Quantity.Mismatch) in .scalar(try operand.magnitude()) }
  }

  /// Says where an operation found operands that it does not have.
  func lift<Result>(
    _ place: Token, _ body: () throws(Quantity.Mismatch) -> Result
  ) throws(ExpressionError) -> Result {
    do throws(Quantity.Mismatch) {
      return try body()
    } catch {
      let reason: ExpressionError.Reason
      switch error {
      case .notAScalar: reason = .notAScalar
      case .notAVector: reason = .notAVector
      case .differentSizes: reason = .differentSizes
      case .tooLarge: reason = .tooLarge
      }
      throw ExpressionError(reason, at: place.position, length: place.length, found: place.bytes)
    }
  }
}
