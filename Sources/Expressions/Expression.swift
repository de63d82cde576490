/// A formula as a tree: numbers, constants and variables joined by operations.
///
/// A tree is what was written, not what it simplifies to: printing it and parsing the text again
/// gives the same tree. Variables are numbered in the order of the ``Variables`` they were parsed with.
///
/// ```swift
/// let hill = try Expression("exp(-(x^2 + y^2)/2)")
/// print(hill.text(in: .plane))  // exp(-(x^2+y^2)/2)
/// ```
public indirect enum Expression: Sendable, Equatable {
  /// A literal; finite and not negative when it comes from text.
  case number(Double)
  /// A named number such as π.
  case constant(Constant)
  /// The variable of this index.
  case variable(Int)
  /// An operation on one operand.
  case unary(UnaryOperation, Expression)
  /// An operation on two operands, left and right.
  case binary(BinaryOperation, Expression, Expression)
}

/// A named number.
public enum Constant: UInt8, Sendable, Equatable {
  /// The circumference of a circle over its diameter.
  case pi
  /// The base of the natural logarithm.
  case e

  /// The nearest double to the number.
  public var value: Double {
    switch self {
    case .pi: return 3.141592653589793
    case .e: return 2.718281828459045
    }
  }
}

/// An operation on one operand; those with a name in ``name`` are written as functions.
public enum UnaryOperation: UInt8, Sendable, Equatable, CaseIterable {
  case negate
  case absolute
  case squareRoot
  case exp
  case exp2
  case expm1
  case log
  case log2
  case log10
  case log1p
  case sin
  case cos
  case tan
  case asin
  case acos
  case atan
  case sinh
  case cosh
  case tanh
  case asinh
  case acosh
  case atanh
  case cbrt
  case erf

  /// How the operation is written in a formula; the minus sign is its own notation.
  public var name: StaticString {
    switch self {
    case .negate: return "-"
    case .absolute: return "abs"
    case .squareRoot: return "sqrt"
    case .exp: return "exp"
    case .exp2: return "exp2"
    case .expm1: return "expm1"
    case .log: return "log"
    case .log2: return "log2"
    case .log10: return "log10"
    case .log1p: return "log1p"
    case .sin: return "sin"
    case .cos: return "cos"
    case .tan: return "tan"
    case .asin: return "asin"
    case .acos: return "acos"
    case .atan: return "atan"
    case .sinh: return "sinh"
    case .cosh: return "cosh"
    case .tanh: return "tanh"
    case .asinh: return "asinh"
    case .acosh: return "acosh"
    case .atanh: return "atanh"
    case .cbrt: return "cbrt"
    case .erf: return "erf"
    }
  }
}

/// An operation on two operands.
public enum BinaryOperation: UInt8, Sendable, Equatable, CaseIterable {
  case add
  case subtract
  case multiply
  case divide
  case power
  case atan2
  case hypot

  /// How the operation is written: a sign between its operands or a function's name.
  public var name: StaticString {
    switch self {
    case .add: return "+"
    case .subtract: return "-"
    case .multiply: return "*"
    case .divide: return "/"
    case .power: return "^"
    case .atan2: return "atan2"
    case .hypot: return "hypot"
    }
  }

  /// Whether the operands may change places without changing a bit of the result.
  var isCommutative: Bool {
    switch self {
    case .add, .multiply, .hypot: return true
    case .subtract, .divide, .power, .atan2: return false
    }
  }
}

/// The names of the variables that a formula may use, in order.
public struct Variables: Sendable, Equatable {
  /// The names in UTF-8.
  public let names: [[UInt8]]

  /// Variables with these names.
  public init(_ names: [StaticString]) {
    self.names = names.map { Array($0.bytes) }
  }

  /// x and y.
  public static let plane = Variables(["x", "y"])
  /// x, y and z.
  public static let space = Variables(["x", "y", "z"])
}

extension StaticString {
  /// The characters in UTF-8.
  package var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
