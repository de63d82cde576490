import Elementary
import SpecialFunctions

/// A kind of number in which a formula can be evaluated: plain numbers, duals, intervals.
///
/// One tree serves them all, because each operation of a formula is a member here:
///
/// ```swift
/// let hill = try Expression("exp(-(x^2 + y^2))")
/// hill.value(at: [0.5, 1.0])                                       // a number
/// hill.value(at: [Dual(0.5, 1.0), Dual(1.0)]).derivative           // its slope along x
/// ```
public protocol FormulaNumber: ElementaryFunctions, SpecialFunctions, Sendable {
  /// The number of this kind that stands for a plain number.
  init(_ value: Double)

  static prefix func - (x: Self) -> Self
  static func + (x: Self, y: Self) -> Self
  static func - (x: Self, y: Self) -> Self
  static func * (x: Self, y: Self) -> Self
  static func / (x: Self, y: Self) -> Self

  /// |x|.
  static func absolute(_ x: Self) -> Self
  /// √x.
  static func squareRoot(_ x: Self) -> Self
  /// The greatest whole number not above x.
  static func floor(_ x: Self) -> Self
  /// −1, 0 or 1.
  static func sign(_ x: Self) -> Self
  /// 0 below 0, and 1 from 0 on.
  static func step(_ x: Self) -> Self
  /// The slope of |x|: −1 or 1, and undefined at 0.
  static func slope(_ x: Self) -> Self
  /// The slope of a step: 0, and undefined at 0.
  static func jump(_ x: Self) -> Self
  /// The smaller of the two; NaN if one is.
  static func minimum(_ x: Self, _ y: Self) -> Self
  /// The greater of the two; NaN if one is.
  static func maximum(_ x: Self, _ y: Self) -> Self
  /// 1 where the comparison holds, 0 where it does not, NaN where a side is NaN.
  static func compare(_ operation: BinaryOperation, _ x: Self, _ y: Self) -> Self
  /// 1 for what is not 0, else 0; NaN for NaN.
  static func truth(_ x: Self) -> Self
  /// `first` where the condition is not 0, else `second`; NaN where the condition is.
  static func choose(_ condition: Self, _ first: Self, _ second: Self) -> Self

  /// Whether x is known to be no number.
  static func isUndefined(_ x: Self) -> Bool
  /// Whether x is known to be 0, derivatives included.
  static func isZero(_ x: Self) -> Bool
}

extension FormulaNumber where Self: BinaryFloatingPoint {
  /// |x|.
  public static func absolute(_ x: Self) -> Self { x.magnitude }

  /// √x.
  public static func squareRoot(_ x: Self) -> Self { x.squareRoot() }

  /// The greatest whole number not above x.
  public static func floor(_ x: Self) -> Self { x.rounded(.down) }

  /// −1, 0 or 1.
  public static func sign(_ x: Self) -> Self { x > 0 ? 1 : x < 0 ? -1 : x }

  /// 0 below 0, and 1 from 0 on.
  public static func step(_ x: Self) -> Self { x >= 0 ? 1 : x < 0 ? 0 : .nan }

  /// The slope of |x|: −1 or 1, and undefined at 0.
  public static func slope(_ x: Self) -> Self { x > 0 ? 1 : x < 0 ? -1 : .nan }

  /// The slope of a step: 0, and undefined at 0.
  public static func jump(_ x: Self) -> Self { x > 0 || x < 0 ? 0 : .nan }

  /// The smaller of the two; NaN if one is.
  public static func minimum(_ x: Self, _ y: Self) -> Self { x < y ? x : y.isNaN || x >= y ? y : .nan }

  /// The greater of the two; NaN if one is.
  public static func maximum(_ x: Self, _ y: Self) -> Self { x > y ? x : y.isNaN || x <= y ? y : .nan }

  /// 1 where the comparison holds, 0 where it does not, NaN where a side is NaN.
  public static func compare(_ operation: BinaryOperation, _ x: Self, _ y: Self) -> Self {
    guard !x.isNaN, !y.isNaN else { return .nan }
    switch operation {
    case .less: return x < y ? 1 : 0
    case .lessOrEqual: return x <= y ? 1 : 0
    case .greater: return x > y ? 1 : 0
    case .greaterOrEqual: return x >= y ? 1 : 0
    case .equal: return x == y ? 1 : 0
    default: return x != y ? 1 : 0
    }
  }

  /// 1 for what is not 0, else 0; NaN for NaN.
  public static func truth(_ x: Self) -> Self { x.isNaN ? .nan : x != 0 ? 1 : 0 }

  /// `first` where the condition is not 0, else `second`; NaN where the condition is.
  public static func choose(_ condition: Self, _ first: Self, _ second: Self) -> Self {
    condition.isNaN ? .nan : condition != 0 ? first : second
  }
}

extension FormulaNumber where Self: BinaryFloatingPoint {
  /// Whether x is known to be no number.
  public static func isUndefined(_ x: Self) -> Bool { x.isNaN }

  /// Whether x is known to be 0.
  public static func isZero(_ x: Self) -> Bool { x == 0 }
}

extension Double: FormulaNumber {}
extension Float: FormulaNumber {}

extension Expression {
  /// The value where the variables have these values, found by walking the tree.
  ///
  /// It serves one point at a time and any kind of number; ``Program`` serves blocks.
  ///
  /// - Precondition: there is a value for every variable of the formula.
  public func value<Number: FormulaNumber>(at point: [Number]) -> Number {
    switch self {
    case .number(let value): return Number(value)
    case .constant(let constant): return Number(constant.value)
    case .variable(let index): return point[index]
    case .unary(let operation, let operand): return operation.value(operand.value(at: point))
    case .binary(let operation, let left, let right):
      return operation.value(left.value(at: point), right.value(at: point))
    case .ternary(let operation, let first, let second, let third):
      return operation.value(first.value(at: point), second.value(at: point), third.value(at: point))
    }
  }
}

extension ExpressionGraph {
  /// The values of some nodes where the variables have these values, every common part computed once.
  public func values<Number: FormulaNumber>(of outputs: [Node], at point: [Number]) -> [Number] {
    var values: [Number] = []
    values.reserveCapacity(contents.count)
    let last = outputs.map { Int($0.index) }.max() ?? -1
    for index in 0..<(last + 1) {
      switch contents[index] {
      case .number(let value): values.append(Number(value))
      case .variable(let variable): values.append(point[variable])
      case .unary(let operation, let operand):
        values.append(operation.value(values[Int(operand.index)]))
      case .binary(let operation, let left, let right):
        values.append(operation.value(values[Int(left.index)], values[Int(right.index)]))
      case .ternary(let operation, let first, let second, let third):
        values.append(
          operation.value(values[Int(first.index)], values[Int(second.index)], values[Int(third.index)]))
      }
    }
    return outputs.map { values[Int($0.index)] }
  }
}
