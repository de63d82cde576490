extension Expression {
  /// The formula in the mathematics mode of LaTeX.
  ///
  /// Only commands that every LaTeX has are used, and `\operatorname` and `cases` of amsmath.
  public func latex(in variables: Variables = .plane) -> String {
    var writer = LaTeXWriter(variables: variables)
    writer.write(self, within: .disjunction)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes a tree with fractions, roots and superscripts.
private struct LaTeXWriter {
  let variables: Variables
  var bytes: [UInt8] = []

  mutating func write(_ expression: Expression, within outer: Expression.Binding) {
    // A fraction shows its own extent, but under a power it needs parentheses.
    if case .binary(.divide, _, _) = expression, outer.rawValue <= Expression.Binding.power.rawValue {
      return writeOpen(expression)
    }
    guard expression.binding.rawValue < outer.rawValue else { return writeOpen(expression) }
    parenthesised { (writer: inout LaTeXWriter) in writer.writeOpen(expression) }
  }

  private mutating func parenthesised(_ body: (inout LaTeXWriter) -> Void) {
    append("\\left(")
    body(&self)
    append("\\right)")
  }

  private mutating func braced(_ expression: Expression) {
    append("{")
    write(expression, within: .disjunction)
    append("}")
  }

  private mutating func writeOpen(_ expression: Expression) {
    switch expression {
    case .number(let value): number(value)
    case .constant(.pi): append("\\pi ")
    case .constant(.e): append("e")
    case .constant(.infinity): append("\\infty ")
    case .constant(.undefined): append("\\mathrm{undefined}")
    case .variable(let index): name(variables.names[index])
    case .unary(let operation, let operand): unary(operation, operand)
    case .binary(let operation, let left, let right): binary(operation, left, right)
    case .ternary(.choose, let condition, let first, let second):
      append("\\begin{cases}")
      write(first, within: .disjunction)
      append("&\\text{if }")
      write(condition, within: .disjunction)
      append("\\\\")
      write(second, within: .disjunction)
      append("&\\text{otherwise}\\end{cases}")
    case .ternary(let operation, let first, let second, let third):
      function(operation.name, [first, second, third])
    }
  }

  /// One letter stands as it is, r1 is r with a subscript, a word is set upright.
  private mutating func name(_ name: [UInt8]) {
    let letters = name.prefix { $0 < 0x30 || $0 > 0x39 }
    let digits = name[letters.count...]
    if letters.count == 1 || letters.first ?? 0 >= 0x80 {
      bytes += letters
    } else {
      append("\\mathrm{")
      bytes += letters
      append("}")
    }
    guard !digits.isEmpty else { return }
    append("_{")
    bytes += digits
    append("}")
  }

  private mutating func unary(_ operation: UnaryOperation, _ operand: Expression) {
    switch operation {
    case .negate:
      append("-")
      write(operand, within: .sign)
    case .absolute:
      append("\\left|")
      write(operand, within: .disjunction)
      append("\\right|")
    case .squareRoot:
      append("\\sqrt")
      braced(operand)
    case .cbrt:
      append("\\sqrt[3]")
      braced(operand)
    case .exp:
      append("e^")
      braced(operand)
    case .exp2:
      append("2^")
      braced(operand)
    case .floor, .ceiling:
      append(operation == .floor ? "\\lfloor " : "\\lceil ")
      write(operand, within: .disjunction)
      append(operation == .floor ? "\\rfloor " : "\\rceil ")
    default:
      append(LaTeXWriter.functionName(operation))
      parenthesised { (writer: inout LaTeXWriter) in writer.write(operand, within: .disjunction) }
    }
  }

  private static func functionName(_ operation: UnaryOperation) -> StaticString {
    switch operation {
    case .log: return "\\ln "
    case .log2: return "\\log_{2}"
    case .log10: return "\\log_{10}"
    case .log1p: return "\\operatorname{log1p}"
    case .expm1: return "\\operatorname{expm1}"
    case .sin: return "\\sin "
    case .cos: return "\\cos "
    case .tan: return "\\tan "
    case .asin: return "\\arcsin "
    case .acos: return "\\arccos "
    case .atan: return "\\arctan "
    case .sinh: return "\\sinh "
    case .cosh: return "\\cosh "
    case .tanh: return "\\tanh "
    case .asinh: return "\\operatorname{arsinh}"
    case .acosh: return "\\operatorname{arcosh}"
    case .atanh: return "\\operatorname{artanh}"
    case .erf: return "\\operatorname{erf}"
    case .gamma: return "\\Gamma "
    case .sign: return "\\operatorname{sign}"
    case .step: return "\\operatorname{step}"
    case .slope: return "\\operatorname{slope}"
    default: return "\\operatorname{jump}"
    }
  }

  private mutating func binary(_ operation: BinaryOperation, _ left: Expression, _ right: Expression) {
    switch operation {
    case .add: infix(left, .sum, "+", right, .sign)
    case .subtract: infix(left, .sum, "-", right, .sign)
    case .multiply: infix(left, .product, right.beginsWithDigit ? "\\cdot " : "\\,", right, .power)
    case .divide:
      append("\\frac")
      braced(left)
      braced(right)
    case .power:
      if case .unary(let operation, let operand) = left, case .number(let exponent) = right, exponent > 1,
        operation.isNamedInLaTeX
      {
        // sin²(x): behind the argument the exponent might seem to belong to it.
        append(LaTeXWriter.functionName(operation))
        append("^")
        braced(right)
        return parenthesised { (writer: inout LaTeXWriter) in writer.write(operand, within: .disjunction) }
      }
      if case .unary(let operation, _) = left, operation != .absolute, operation != .negate {
        parenthesised { (writer: inout LaTeXWriter) in writer.writeOpen(left) }
      } else {
        write(left, within: .primary)
      }
      append("^")
      braced(right)
    case .less: infix(left, .sum, "<", right, .sum)
    case .lessOrEqual: infix(left, .sum, "\\le ", right, .sum)
    case .greater: infix(left, .sum, ">", right, .sum)
    case .greaterOrEqual: infix(left, .sum, "\\ge ", right, .sum)
    case .equal: infix(left, .sum, "=", right, .sum)
    case .notEqual: infix(left, .sum, "\\ne ", right, .sum)
    case .and: infix(left, .conjunction, "\\wedge ", right, .comparison)
    case .or: infix(left, .disjunction, "\\vee ", right, .conjunction)
    case .polygamma:
      append("\\psi^{(")
      write(left, within: .disjunction)
      append(")}")
      parenthesised { (writer: inout LaTeXWriter) in writer.write(right, within: .disjunction) }
    case .minimum: function("\\min", [left, right], isCommand: true)
    case .maximum: function("\\max", [left, right], isCommand: true)
    case .atan2, .hypot: function(operation.name, [left, right])
    }
  }

  private mutating func function(
    _ name: StaticString, _ arguments: [Expression], isCommand: Bool = false
  ) {
    append(isCommand ? "" : "\\operatorname{")
    append(name)
    append(isCommand ? "" : "}")
    parenthesised { (writer: inout LaTeXWriter) in
      for (index, argument) in arguments.enumerated() {
        if index > 0 { writer.append(",") }
        writer.write(argument, within: .disjunction)
      }
    }
  }

  private mutating func infix(
    _ left: Expression, _ leftBinding: Expression.Binding, _ sign: StaticString, _ right: Expression,
    _ rightBinding: Expression.Binding
  ) {
    write(left, within: leftBinding)
    append(sign)
    write(right, within: rightBinding)
  }

  private mutating func number(_ value: Double) {
    var digits = Array(value.description.utf8)
    if digits.suffix(2).elementsEqual([0x2E, 0x30]) { digits.removeLast(2) }
    guard let e = digits.firstIndex(of: 0x65) else {
      bytes += digits
      return
    }
    bytes += digits[..<e]
    append("\\cdot 10^{")
    bytes += digits[(e + 1)...].filter { $0 != 0x2B }
    append("}")
  }

  private mutating func append(_ text: StaticString) {
    bytes += text.bytes
  }
}

extension Expression {
  /// Whether the written form begins with a digit, so that a product with it needs a sign.
  var beginsWithDigit: Bool {
    switch self {
    case .number: return true
    case .unary(.exp2, _): return true
    case .binary(.multiply, let left, _), .binary(.power, let left, _): return left.beginsWithDigit
    case .binary(.divide, .number, .number): return true
    default: return false
    }
  }
}

extension UnaryOperation {
  /// Whether the operation is written as a name before parentheses.
  fileprivate var isNamedInLaTeX: Bool {
    switch self {
    case .negate, .absolute, .squareRoot, .cbrt, .exp, .exp2, .floor, .ceiling, .log2, .log10: return false
    default: return true
    }
  }
}
