/// Reads a text into a formula: cuts it into statements, and reads each by recursive descent.
///
/// From loosest to tightest: or, and, comparison, sum, sign, product (`*`, `/` and products without a sign, left to
/// right), power (to the right), function. A function without parentheses takes the product that follows it up to
/// the next function or sign: `sin 2x cos y` is sin(2x)·cos(y).
struct Parser {
  let variables: Variables
  var definitions: [Definition]
  var parameters: [Parameter] = []
  private var body: [Token]?
  // The statement that is being read.
  var tokens: [Token] = []
  var index = 0
  var depth = 0
  var openBars = 0

  init(_ bytes: [UInt8], variables: Variables) throws(ExpressionError) {
    self.variables = variables
    let bytes = Parser.withPlainDigits(bytes)
    let heads = DefinitionHead.all(in: bytes)
    try Parser.check(heads, variables)
    let tokens = try Lexer.tokens(of: bytes, variables: variables, heads: heads)
    definitions = heads.map { Definition(head: $0) }
    try distribute(tokens)
    for index in definitions.indices { try readParameter(index) }
  }

  /// x₁ is x1: subscripts as digits, character for character.
  private static func withPlainDigits(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let isSubscript = index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x82
      if isSubscript, (0x80...0x89).contains(bytes[index + 2]) {
        result.append(bytes[index + 2] - 0x50)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// A name may be defined once, and only if it means nothing yet.
  private static func check(_ heads: [DefinitionHead], _ variables: Variables) throws(ExpressionError) {
    for (place, head) in heads.enumerated() {
      let isKnown = Lexer.known(head.name[...]) != nil || Lexer.word(head.name[...]) != nil
      if isKnown || variables.names.contains(head.name) {
        throw ExpressionError(.reservedName, at: head.position, length: head.length, found: head.name)
      }
      if heads[..<place].contains(where: { $0.name == head.name }) {
        throw ExpressionError(.definedTwice, at: head.position, length: head.length, found: head.name)
      }
    }
  }

  /// The formula, whatever it yields, or one number or vector of so many components.
  mutating func formula(components: Int? = nil) throws(ExpressionError) -> Formula {
    if let body {
      try resolveAll()
      tokens = body
      index = 0
      let quantity = try result(components)
      return Formula(variables: variables, parameters: parameters, name: [], quantity: quantity)
    }
    guard let last = definitions.indices.last(where: { definitions[$0].parameter == nil }) else {
      let end = definitions.last?.tokens.last?.position ?? tokens.first?.position ?? 0
      throw ExpressionError(.unexpectedEnd, at: end, expected: [.value])
    }
    for index in definitions.indices where index != last { _ = try value(ofDefinition: index, at: nil) }
    // A definition is the result: read it with the number of components in mind, for the better message.
    tokens = definitions[last].tokens
    index = 0
    definitions[last].state = .reading
    let quantity = try result(components)
    definitions[last].state = .known(quantity)
    let name = definitions[last].head.name
    return Formula(variables: variables, parameters: parameters, name: name, quantity: quantity)
  }

  /// In the order of the text, so that chains are not deep; what is not used is read too, and its errors told.
  private mutating func resolveAll() throws(ExpressionError) {
    for index in definitions.indices { _ = try value(ofDefinition: index, at: nil) }
  }

  // MARK: Statements

  /// Cuts the tokens at separators, at `where`, and behind it at the commas before the next definition.
  private mutating func distribute(_ all: [Token]) throws(ExpressionError) {
    var brackets = 0
    var isAfterWhere = false
    var start = 0
    var wasWhere = false
    for (place, token) in all.enumerated() {
      var ends = token.kind == .end
      switch token.kind {
      case .open: brackets += 1
      case .close: brackets -= 1
      case .separator, .whereWord: ends = true
      case .comma:
        let next = all[min(place + 1, all.count - 1)]
        ends = isAfterWhere && brackets == 0 && head(at: next) != nil
      default: break
      }
      guard ends else { continue }
      try add(Array(all[start..<place]), end: token, mustDefine: wasWhere)
      start = place + 1
      isAfterWhere = isAfterWhere || token.kind == .whereWord
      wasWhere = isAfterWhere
      brackets = 0
    }
    if body == nil, definitions.isEmpty { body = [all[all.count - 1]] }
  }

  private func head(at token: Token) -> Int? {
    definitions.firstIndex { $0.head.position == token.position }
  }

  private mutating func add(_ statement: [Token], end: Token, mustDefine: Bool) throws(ExpressionError) {
    let stop = Token(kind: .end, position: end.position, length: end.length, bytes: end.bytes)
    guard let first = statement.first else { return }
    guard let place = head(at: first) else {
      if body != nil || mustDefine {
        throw ExpressionError(
          .unexpectedToken, at: first.position, length: first.length, found: first.bytes,
          expected: [mustDefine ? .definition : .end])
      }
      body = statement + [stop]
      return
    }
    guard let equals = statement.firstIndex(where: { $0.kind == .equals }) else { return }
    definitions[place].arguments = try arguments(statement[1..<equals])
    definitions[place].tokens = Array(statement[(equals + 1)...]) + [stop]
  }

  /// The coordinates between the parentheses of a head.
  private func arguments(_ tokens: ArraySlice<Token>) throws(ExpressionError) -> [Int] {
    var result: [Int] = []
    for token in tokens {
      switch token.kind {
      case .open, .close, .comma: continue
      case .variable(let index) where !result.contains(index): result.append(index)
      default:
        throw ExpressionError(
          .unexpectedToken, at: token.position, length: token.length, found: token.bytes,
          expected: [.coordinate])
      }
    }
    return result
  }

  // MARK: Results

  /// One quantity, or components between commas, to the end of the statement.
  mutating func result(_ count: Int? = nil) throws(ExpressionError) -> Quantity {
    let start = token
    let first = try expression()
    if token.kind == .comma, count == 1 {
      throw ExpressionError(.wrongComponentCount, at: token.position, length: 1, needed: 1)
    }
    if token.kind != .comma {
      guard token.kind == .end else {
        throw unexpected(count ?? 1 > 1 ? [.operatorSign, .comma] : [.operatorSign, .end])
      }
      return try checked(first, count, from: start)
    }
    var components = [try scalar(first, at: start)]
    while token.kind == .comma {
      if let count, components.count == count {
        throw ExpressionError(.wrongComponentCount, at: token.position, length: 1, needed: count)
      }
      advance()
      let place = token
      components.append(try scalar(try expression(), at: place))
    }
    guard token.kind == .end else { throw unexpected([.operatorSign, .comma]) }
    if let count, components.count < count {
      throw ExpressionError(.wrongComponentCount, at: token.position, needed: count)
    }
    return .vector(components)
  }

  /// Whether a quantity is what was asked for.
  private func checked(
    _ quantity: Quantity, _ count: Int?, from start: Token
  ) throws(ExpressionError) -> Quantity {
    guard let count else { return quantity }
    let found: Int
    switch quantity {
    case .scalar: found = 1
    case .vector(let components): found = components.count
    case .matrix: found = 0
    }
    if found == count { return quantity }
    if count > 1, found == 1 {
      throw ExpressionError(.wrongComponentCount, at: token.position, needed: count)
    }
    let length = token.position - start.position
    if count == 1 { throw ExpressionError(.notAScalar, at: start.position, length: length) }
    throw ExpressionError(.wrongComponentCount, at: start.position, length: length, needed: count)
  }

  // MARK: Tokens

  var token: Token { tokens[index] }

  mutating func advance() { index += 1 }

  mutating func accept(_ kind: Token.Kind) -> Bool {
    guard token.kind == kind else { return false }
    advance()
    return true
  }

  func unexpected(_ expected: [ExpressionError.Expectation]) -> ExpressionError {
    if token.kind == .end, token.length == 0 {
      return ExpressionError(.unexpectedEnd, at: token.position, expected: expected)
    }
    return ExpressionError(
      .unexpectedToken, at: token.position, length: token.length, found: token.bytes, expected: expected)
  }

  mutating func nested<Result>(
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
}
