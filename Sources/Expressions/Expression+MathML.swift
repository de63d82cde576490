extension Expression {
  /// The formula as presentation MathML, without the enclosing `<math>` element.
  public func mathML(in variables: Variables = .plane) -> String {
    var writer = MathMLWriter(variables: variables)
    writer.write(self, within: .disjunction)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes a tree as rows, fractions, roots and superscripts.
struct MathMLWriter {
  let variables: Variables
  var bytes: [UInt8] = []

  mutating func write(_ expression: Expression, within outer: Expression.Binding) {
    // A fraction shows its own extent, so that it needs no parentheses in a product.
    if case .binary(.divide, _, _) = expression, outer.rawValue <= Expression.Binding.power.rawValue {
      return writeOpen(expression)
    }
    guard expression.binding.rawValue < outer.rawValue else { return writeOpen(expression) }
    parenthesised { (writer: inout MathMLWriter) in writer.writeOpen(expression) }
  }

  private mutating func parenthesised(_ body: (inout MathMLWriter) -> Void) {
    enclosed("(", ")", body)
  }

  private mutating func enclosed(
    _ open: StaticString, _ close: StaticString, _ body: (inout MathMLWriter) -> Void
  ) {
    append("<mrow><mo>")
    append(open)
    append("</mo>")
    body(&self)
    append("<mo>")
    append(close)
    append("</mo></mrow>")
  }

  private mutating func writeOpen(_ expression: Expression) {
    switch expression {
    case .number(let value): number(value)
    case .constant(.pi): append("<mi>π</mi>")
    case .constant(.e): append("<mi mathvariant=\"normal\">e</mi>")
    case .constant(.infinity): append("<mi mathvariant=\"normal\">∞</mi>")
    case .constant(.undefined): append("<mtext>undefined</mtext>")
    case .variable(let index): name(variables.names[index])
    case .unary(let operation, let operand): unary(operation, operand)
    case .binary(let operation, let left, let right): binary(operation, left, right)
    case .ternary(.choose, let condition, let first, let second): cases(condition, first, second)
    case .ternary(let operation, let first, let second, let third):
      function(operation.name, [first, second, third])
    }
  }

  /// r1 is r with the subscript 1, as on a blackboard; other names stand as they are.
  private mutating func name(_ name: [UInt8]) {
    let letters = name.prefix { $0 < 0x30 || $0 > 0x39 }
    let digits = name[letters.count...]
    guard !letters.isEmpty, !digits.isEmpty, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      append("<mi>")
      bytes += name
      append("</mi>")
      return
    }
    append("<msub><mi>")
    bytes += letters
    append("</mi><mn>")
    bytes += digits
    append("</mn></msub>")
  }

  private mutating func cases(_ condition: Expression, _ first: Expression, _ second: Expression) {
    append("<mrow><mo>{</mo><mtable columnalign=\"left\"><mtr><mtd>")
    write(first, within: .disjunction)
    append("</mtd><mtd><mtext>if\u{A0}</mtext>")
    write(condition, within: .disjunction)
    append("</mtd></mtr><mtr><mtd>")
    write(second, within: .disjunction)
    append("</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>")
  }

  private mutating func function(_ name: StaticString, _ arguments: [Expression]) {
    append("<mrow><mi>")
    append(name)
    append("</mi><mo>&#x2061;</mo>")
    parenthesised { (writer: inout MathMLWriter) in
      for (index, argument) in arguments.enumerated() {
        if index > 0 { writer.append("<mo>,</mo>") }
        writer.write(argument, within: .disjunction)
      }
    }
    append("</mrow>")
  }

  private mutating func unary(_ operation: UnaryOperation, _ operand: Expression) {
    switch operation {
    case .negate:
      append("<mrow><mo form=\"prefix\">−</mo>")
      write(operand, within: .sign)
      append("</mrow>")
    case .absolute:
      append("<mrow><mo stretchy=\"false\">|</mo>")
      write(operand, within: .disjunction)
      append("<mo stretchy=\"false\">|</mo></mrow>")
    case .squareRoot:
      append("<msqrt>")
      write(operand, within: .disjunction)
      append("</msqrt>")
    case .cbrt:
      append("<mroot><mrow>")
      write(operand, within: .disjunction)
      append("</mrow><mn>3</mn></mroot>")
    case .exp:
      append("<msup><mi mathvariant=\"normal\">e</mi><mrow>")
      write(operand, within: .disjunction)
      append("</mrow></msup>")
    case .floor:
      enclosed("⌊", "⌋") { (writer: inout MathMLWriter) in writer.write(operand, within: .disjunction) }
    case .ceiling:
      enclosed("⌈", "⌉") { (writer: inout MathMLWriter) in writer.write(operand, within: .disjunction) }
    case .exp2:
      append("<msup><mn>2</mn><mrow>")
      write(operand, within: .disjunction)
      append("</mrow></msup>")
    default:
      append("<mrow>")
      functionName(operation)
      append("<mo>&#x2061;</mo>")
      parenthesised { (writer: inout MathMLWriter) in writer.write(operand, within: .disjunction) }
      append("</mrow>")
    }
  }

  private mutating func functionName(_ operation: UnaryOperation) {
    switch operation {
    case .log: append("<mi>ln</mi>")
    case .gamma: append("<mi mathvariant=\"normal\">Γ</mi>")
    case .log2: append("<msub><mi>log</mi><mn>2</mn></msub>")
    case .log10: append("<msub><mi>log</mi><mn>10</mn></msub>")
    case .asin: append("<mi>arcsin</mi>")
    case .acos: append("<mi>arccos</mi>")
    case .atan: append("<mi>arctan</mi>")
    default:
      append("<mi>")
      append(operation.name)
      append("</mi>")
    }
  }

  private mutating func binary(_ operation: BinaryOperation, _ left: Expression, _ right: Expression) {
    switch operation {
    case .add: infix(left, .sum, "<mo>+</mo>", right, .sign)
    case .subtract: infix(left, .sum, "<mo>−</mo>", right, .sign)
    case .multiply:
      infix(left, .product, right.beginsWithDigit ? "<mo>·</mo>" : "<mo>&#x2062;</mo>", right, .power)
    case .divide:
      append("<mfrac><mrow>")
      write(left, within: .sum)
      append("</mrow><mrow>")
      write(right, within: .sum)
      append("</mrow></mfrac>")
    case .power: power(left, right)
    case .less: infix(left, .sum, "<mo>&lt;</mo>", right, .sum)
    case .lessOrEqual: infix(left, .sum, "<mo>≤</mo>", right, .sum)
    case .greater: infix(left, .sum, "<mo>&gt;</mo>", right, .sum)
    case .greaterOrEqual: infix(left, .sum, "<mo>≥</mo>", right, .sum)
    case .equal: infix(left, .sum, "<mo>=</mo>", right, .sum)
    case .notEqual: infix(left, .sum, "<mo>≠</mo>", right, .sum)
    case .and: infix(left, .conjunction, "<mo>∧</mo>", right, .comparison)
    case .or: infix(left, .disjunction, "<mo>∨</mo>", right, .conjunction)
    case .polygamma: polygamma(left, right)
    case .atan2, .hypot, .minimum, .maximum: function(operation.name, [left, right])
    }
  }

  private mutating func polygamma(_ order: Expression, _ argument: Expression) {
    append("<mrow><msup><mi>ψ</mi><mrow><mo>(</mo>")
    write(order, within: .disjunction)
    append("<mo>)</mo></mrow></msup><mo>&#x2061;</mo>")
    parenthesised { (writer: inout MathMLWriter) in writer.write(argument, within: .disjunction) }
    append("</mrow>")
  }

  // sin²(x) is what a blackboard shows; the exponent of anything else stands behind it.
  private mutating func power(_ base: Expression, _ exponent: Expression) {
    append("<msup><mrow>")
    if case .unary(let operation, _) = base, operation == .exp || operation == .exp2 {
      parenthesised { (writer: inout MathMLWriter) in writer.writeOpen(base) }
    } else {
      write(base, within: .primary)
    }
    append("</mrow><mrow>")
    write(exponent, within: .sum)
    append("</mrow></msup>")
  }

  private mutating func infix(
    _ left: Expression, _ leftBinding: Expression.Binding, _ sign: StaticString, _ right: Expression,
    _ rightBinding: Expression.Binding
  ) {
    append("<mrow>")
    write(left, within: leftBinding)
    append(sign)
    write(right, within: rightBinding)
    append("</mrow>")
  }

  private mutating func number(_ value: Double) {
    var digits = Array(value.magnitude.description.utf8)
    if digits.suffix(2).elementsEqual([0x2E, 0x30]) { digits.removeLast(2) }
    if value.sign == .minus { append("<mrow><mo form=\"prefix\">−</mo>") }
    if let e = digits.firstIndex(of: 0x65) {
      append("<mrow><mn>")
      bytes += digits[..<e]
      append("</mn><mo>·</mo><msup><mn>10</mn><mn>")
      for digit in digits[(e + 1)...] where digit != 0x2B {
        if digit == 0x2D { append("−") } else { bytes.append(digit) }
      }
      append("</mn></msup></mrow>")
    } else {
      append("<mn>")
      bytes += digits
      append("</mn>")
    }
    if value.sign == .minus { append("</mrow>") }
  }

  mutating func append(_ text: StaticString) {
    bytes += text.bytes
  }
}
