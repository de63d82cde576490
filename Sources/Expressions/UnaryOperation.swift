import Elementary
import SpecialFunctions

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
  /// Euler's Γ.
  case gamma
  /// The greatest whole number not above.
  case floor
  /// The least whole number not below.
  case ceiling
  /// −1, 0 or 1.
  case sign
  /// 0 below 0, and 1 from 0 on.
  case step
  /// The slope of |u|: −1 or 1, and undefined at 0.
  case slope
  /// The slope of a step: 0, and undefined at 0.
  case jump

  /// How the operation is written in a formula; the minus sign is its own notation.
  @export(interface)
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
    case .gamma: return "gamma"
    case .floor: return "floor"
    case .ceiling: return "ceil"
    case .sign: return "sign"
    case .step: return "step"
    case .slope: return "slope"
    case .jump: return "jump"
    }
  }

  /// The operation on a number of any kind.
  package func value<Number: FormulaNumber>(_ x: Number) -> Number {
    switch self {
    case .negate: return -x
    case .absolute: return Number.absolute(x)
    case .squareRoot: return Number.squareRoot(x)
    case .exp: return Number.exp(x)
    case .exp2: return Number.exp2(x)
    case .expm1: return Number.expm1(x)
    case .log: return Number.log(x)
    case .log2: return Number.log2(x)
    case .log10: return Number.log10(x)
    case .log1p: return Number.log1p(x)
    case .sin: return Number.sin(x)
    case .cos: return Number.cos(x)
    case .tan: return Number.tan(x)
    case .asin: return Number.asin(x)
    case .acos: return Number.acos(x)
    case .atan: return Number.atan(x)
    case .sinh: return Number.sinh(x)
    case .cosh: return Number.cosh(x)
    case .tanh: return Number.tanh(x)
    case .asinh: return Number.asinh(x)
    case .acosh: return Number.acosh(x)
    case .atanh: return Number.atanh(x)
    case .cbrt: return Number.cbrt(x)
    case .erf: return Number.erf(x)
    case .gamma: return Number.gamma(x)
    case .floor: return Number.floor(x)
    case .ceiling: return -Number.floor(-x)
    case .sign: return Number.sign(x)
    case .step: return Number.step(x)
    case .slope: return Number.slope(x)
    case .jump: return Number.jump(x)
    }
  }
}
