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
  /// An operation on three operands.
  case ternary(TernaryOperation, Expression, Expression, Expression)
}

/// A named number.
public enum Constant: UInt8, Sendable, Equatable {
  /// The circumference of a circle over its diameter.
  case pi
  /// The base of the natural logarithm.
  case e
  /// What grows beyond every number.
  case infinity
  /// No number: what a formula is where it is not defined.
  case undefined

  /// The nearest double to the number; NaN for ``undefined``.
  public var value: Double {
    switch self {
    case .pi: return 3.141592653589793
    case .e: return 2.718281828459045
    case .infinity: return .infinity
    case .undefined: return .nan
    }
  }
}
