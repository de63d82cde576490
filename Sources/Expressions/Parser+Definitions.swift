/// A name and what it stands for.
struct Definition {
  enum State {
    case unread
    case reading
    case known(Quantity)
  }

  let head: DefinitionHead
  /// The coordinates that the head lists, by number.
  var arguments: [Int] = []
  /// What stands behind the equals sign, and an end.
  var tokens: [Token] = []
  /// The number of the parameter, if it is one.
  var parameter: Int?
  var state = State.unread
}

extension Parser {
  /// Takes a definition as a parameter if it is a plain number or gives a range.
  mutating func readParameter(_ place: Int) throws(ExpressionError) {
    let body = definitions[place].tokens
    guard !body.isEmpty, definitions[place].arguments.isEmpty else { return }
    let hasRange = body.contains { $0.kind == .inWord }
    guard hasRange || Parser.isPlainNumber(body) else { return }
    tokens = body
    index = 0
    let value = try constant()
    var range = value > 0 ? 0...(2 * value) : value < 0 ? (2 * value)...0 : -1...1
    if accept(.inWord) { range = try self.range() }
    guard token.kind == .end else { throw unexpected([.operatorSign, .end]) }
    definitions[place].parameter = parameters.count
    definitions[place].state = .known(.scalar(.variable(variables.count + parameters.count)))
    parameters.append(Parameter(name: definitions[place].head.name, value: value, range: range))
  }

  private static func isPlainNumber(_ body: [Token]) -> Bool {
    let digits = body.first?.kind == .minus ? body.dropFirst() : body[...]
    guard digits.count == 2, case .number = digits.first?.kind else { return false }
    return true
  }

  /// `0…3`, `0..3` or `[0, 3]`.
  private mutating func range() throws(ExpressionError) -> ClosedRange<Double> {
    let start = token
    let isBracketed = accept(.open)
    let lower = try constant()
    guard accept(.range) || (isBracketed && accept(.comma)) else {
      throw unexpected([.operatorSign, .range])
    }
    let upper = try constant()
    if isBracketed, !accept(.close) { throw unexpected([.closingParenthesis]) }
    guard lower < upper else {
      throw ExpressionError(.emptyRange, at: start.position, length: token.position - start.position)
    }
    return lower...upper
  }

  /// A number that needs no coordinates.
  private mutating func constant() throws(ExpressionError) -> Double {
    let start = token
    let expression = try scalar(try sum(), at: start)
    guard !expression.hasVariables else {
      throw ExpressionError(.notConstant, at: start.position, length: token.position - start.position)
    }
    let value = expression.value(at: [Double]())
    guard value.isFinite else {
      throw ExpressionError(.notConstant, at: start.position, length: token.position - start.position)
    }
    return value
  }

  /// What a name stands for; `use` is where it is used.
  mutating func value(ofDefinition place: Int, at use: Token?) throws(ExpressionError) -> Quantity {
    switch definitions[place].state {
    case .known(let quantity): return quantity
    case .reading:
      let head = definitions[place].head
      throw ExpressionError(
        .circularDefinition, at: use?.position ?? head.position, length: use?.length ?? head.length,
        found: head.name)
    case .unread: break
    }
    let outer = (tokens, index, openBars)
    definitions[place].state = .reading
    tokens = definitions[place].tokens
    index = 0
    openBars = 0
    let whole = try nested { (parser) throws(ExpressionError) in try parser.result() }
    let head = definitions[place].head
    let name = Token(kind: .end, position: head.position, length: head.length, bytes: head.name)
    let quantity = try limited(at: name) { whole }
    definitions[place].state = .known(quantity)
    (tokens, index, openBars) = outer
    return quantity
  }

  /// A name in a formula, and its arguments if its head lists some.
  mutating func reference(to place: Int) throws(ExpressionError) -> Quantity {
    let use = token
    advance()
    let quantity = try value(ofDefinition: place, at: use)
    let parameters = definitions[place].arguments
    guard !parameters.isEmpty, accept(.open) else { return quantity }
    let arguments = try outsideBars { (parser) throws(ExpressionError) in try parser.arguments() }
    guard arguments.count == parameters.count else {
      throw ExpressionError(
        .wrongArgumentCount, at: use.position, length: use.length, found: use.bytes,
        needed: parameters.count)
    }
    var replacements = (0..<variables.count).map { Expression.variable($0) }
    for (variable, argument) in zip(parameters, arguments) {
      replacements[variable] = try scalar(argument, at: use)
    }
    return try limited(at: use) { quantity.map { $0.substituting(replacements) } }
  }

  /// A quantity that may have become large, if it has not become too large.
  func limited(at place: Token, _ body: () -> Quantity) throws(ExpressionError) -> Quantity {
    let quantity = body()
    var size = 0
    for expression in quantity.expressions {
      size += expression.size
      guard size <= ExpressionError.maximumSize, expression.depth <= ExpressionError.maximumTreeDepth else {
        throw ExpressionError(.tooLarge, at: place.position, length: place.length)
      }
    }
    return quantity
  }
}

extension Expression {
  /// Whether a variable or parameter occurs.
  var hasVariables: Bool {
    switch self {
    case .number, .constant: return false
    case .variable: return true
    case .unary(_, let operand): return operand.hasVariables
    case .binary(_, let left, let right): return left.hasVariables || right.hasVariables
    case .ternary(_, let first, let second, let third):
      return first.hasVariables || second.hasVariables || third.hasVariables
    }
  }
}
