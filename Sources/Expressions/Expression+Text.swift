extension Expression {
  /// The formula as text that parses to the same tree.
  public func text(in variables: Variables = .plane) -> String {
    String(decoding: utf8(in: variables), as: UTF8.self)
  }

  /// The formula as UTF-8 text that parses to the same tree.
  public func utf8(in variables: Variables = .plane) -> [UInt8] {
    var writer = TextWriter(variables: variables)
    writer.write(self, within: .disjunction)
    return writer.bytes
  }

  /// How tightly an expression holds together, loosest first.
  enum Binding: Int {
    case disjunction
    case conjunction
    case comparison
    case sum
    case sign
    case product
    case power
    case primary
  }

  var binding: Binding {
    switch self {
    case .number(let value): return value.sign == .minus ? .sign : .primary
    case .constant, .variable: return .primary
    case .unary(.negate, _): return .sign
    case .unary: return .primary
    case .binary(.add, _, _), .binary(.subtract, _, _): return .sum
    case .binary(.multiply, _, _), .binary(.divide, _, _): return .product
    case .binary(.power, _, _): return .power
    case .binary(.and, _, _): return .conjunction
    case .binary(.or, _, _): return .disjunction
    case .binary(let operation, _, _): return operation.isComparison ? .comparison : .primary
    case .ternary: return .primary
    }
  }
}

private struct TextWriter {
  let variables: Variables
  var bytes: [UInt8] = []

  mutating func write(_ expression: Expression, within outer: Expression.Binding) {
    let needsParentheses = expression.binding.rawValue < outer.rawValue
    if needsParentheses { bytes.append(0x28) }
    writeOpen(expression)
    if needsParentheses { bytes.append(0x29) }
  }

  private mutating func writeOpen(_ expression: Expression) {
    switch expression {
    case .number(let value): number(value)
    case .constant(.pi): append("π")
    case .constant(.e): append("e")
    case .constant(.infinity): append("inf")
    case .constant(.undefined): append("nan")
    case .variable(let index): bytes += variables.names[index]
    case .unary(.negate, let operand):
      append("-")
      write(operand, within: .sign)
    case .unary(let operation, let operand):
      append(operation.name)
      arguments([operand])
    case .binary(let operation, let left, let right): binary(operation, left, right)
    case .ternary(let operation, let first, let second, let third):
      append(operation.name)
      arguments([first, second, third])
    }
  }

  private mutating func binary(_ operation: BinaryOperation, _ left: Expression, _ right: Expression) {
    switch operation {
    case .add, .subtract: infix(operation, left, .sum, right, .sign)
    case .multiply, .divide: infix(operation, left, .product, right, .power)
    case .power: infix(operation, left, .primary, right, .power)
    case .or: infix(operation, left, .disjunction, right, .conjunction, " ")
    case .and: infix(operation, left, .conjunction, right, .comparison, " ")
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      infix(operation, left, .sum, right, .sum)
    case .atan2, .hypot, .minimum, .maximum, .polygamma:
      append(operation.name)
      arguments([left, right])
    }
  }

  private mutating func arguments(_ arguments: [Expression]) {
    append("(")
    for (index, argument) in arguments.enumerated() {
      if index > 0 { append(",") }
      write(argument, within: .disjunction)
    }
    append(")")
  }

  private mutating func infix(
    _ operation: BinaryOperation, _ left: Expression, _ leftBinding: Expression.Binding, _ right: Expression,
    _ rightBinding: Expression.Binding, _ space: StaticString = ""
  ) {
    write(left, within: leftBinding)
    append(space)
    append(operation.name)
    append(space)
    write(right, within: rightBinding)
  }

  // Shortest digits that read back as the same number; a whole number without its ".0".
  private mutating func number(_ value: Double) {
    let digits = Array(value.description.utf8)
    bytes += digits.suffix(2).elementsEqual([0x2E, 0x30]) ? digits.dropLast(2) : digits[...]
  }

  private mutating func append(_ text: StaticString) {
    bytes += text.bytes
  }
}
