import Elementary
import SpecialFunctions

/// An operation on two operands.
public enum BinaryOperation: UInt8, Sendable, Equatable, CaseIterable {
  case add
  case subtract
  case multiply
  case divide
  case power
  case atan2
  case hypot
  case minimum
  case maximum
  /// ψ⁽ⁿ⁾(x), the derivatives of log Γ: the order first.
  case polygamma
  // Comparisons are 1 or 0, and undefined where a side is.
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case equal
  case notEqual
  /// 1 where both are not 0.
  case and
  /// 1 where one is not 0.
  case or

  /// How the operation is written: a sign between its operands or a function's name.
  @export(interface)
  public var name: StaticString {
    switch self {
    case .add: return "+"
    case .subtract: return "-"
    case .multiply: return "*"
    case .divide: return "/"
    case .power: return "^"
    case .atan2: return "atan2"
    case .hypot: return "hypot"
    case .minimum: return "min"
    case .maximum: return "max"
    case .polygamma: return "polygamma"
    case .less: return "<"
    case .lessOrEqual: return "<="
    case .greater: return ">"
    case .greaterOrEqual: return ">="
    case .equal: return "=="
    case .notEqual: return "!="
    case .and: return "and"
    case .or: return "or"
    }
  }

  /// Whether the operation compares its operands.
  public var isComparison: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: return true
    default: return false
    }
  }

  /// Whether the operation is written as a function of two arguments.
  public var isFunction: Bool {
    switch self {
    case .atan2, .hypot, .minimum, .maximum, .polygamma: return true
    default: return false
    }
  }

  /// Whether the operands may change places without changing a bit of the result.
  var isCommutative: Bool {
    switch self {
    case .add, .multiply, .hypot, .equal, .notEqual, .and, .or: return true
    default: return false
    }
  }

  /// The operation on numbers of any kind.
  package func value<Number: FormulaNumber>(_ x: Number, _ y: Number) -> Number {
    switch self {
    case .add: return x + y
    case .subtract: return x - y
    case .multiply: return x * y
    case .divide: return x / y
    case .power: return Number.pow(x, y)
    case .atan2: return Number.atan2(x, y)
    case .hypot: return Number.hypot(x, y)
    case .minimum: return Number.minimum(x, y)
    case .maximum: return Number.maximum(x, y)
    case .polygamma: return Number.polygamma(x, y)
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      return Number.compare(self, x, y)
    case .and: return Number.truth(x) * Number.truth(y)
    case .or: return Number.maximum(Number.truth(x), Number.truth(y))
    }
  }
}
