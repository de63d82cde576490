extension Expression {
  /// The formula with an expression in place of each variable; variables beyond the list stay.
  @export(interface)
  public func substituting(_ replacements: [Expression]) -> Expression {
    switch self {
    case .number, .constant: return self
    case .variable(let index): return index < replacements.count ? replacements[index] : self
    case .unary(let operation, let operand): return .unary(operation, operand.substituting(replacements))
    case .binary(let operation, let left, let right):
      return .binary(operation, left.substituting(replacements), right.substituting(replacements))
    case .ternary(let operation, let first, let second, let third):
      return .ternary(
        operation, first.substituting(replacements), second.substituting(replacements),
        third.substituting(replacements))
    }
  }

  /// The formula with numbers in place of the parameters, which are numbered behind `dimension` variables.
  public func substituting(parameters: [Double], behind dimension: Int) -> Expression {
    guard !parameters.isEmpty else { return self }
    let values = parameters.map { value -> Expression in
      value < 0 ? .unary(.negate, .number(-value)) : .number(value)
    }
    return substituting((0..<dimension).map { .variable($0) } + values)
  }

  /// How many numbers, names and operations the formula is made of.
  public var size: Int {
    switch self {
    case .number, .constant, .variable: return 1
    case .unary(_, let operand): return 1 + operand.size
    case .binary(_, let left, let right): return 1 + left.size + right.size
    case .ternary(_, let first, let second, let third): return 1 + first.size + second.size + third.size
    }
  }

  /// How deeply operations are nested.
  var depth: Int {
    switch self {
    case .number, .constant, .variable: return 1
    case .unary(_, let operand): return 1 + operand.depth
    case .binary(_, let left, let right): return 1 + max(left.depth, right.depth)
    case .ternary(_, let first, let second, let third):
      return 1 + max(first.depth, max(second.depth, third.depth))
    }
  }
}
