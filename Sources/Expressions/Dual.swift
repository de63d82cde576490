import Elementary
import SpecialFunctions

/// A number with its derivative along one direction: forward differentiation.
///
/// Seed one input with the derivative 1 and every result carries its own. Duals of duals carry second derivatives,
/// and so on:
///
/// ```swift
/// let x = Dual(Dual(2.0, 1), Dual(1, 0))        // ∂/∂x twice
/// let y = x * x * x
/// y.derivative.derivative                       // 12
/// ```
///
/// It is an independent way to the derivatives of formulas, and the way to those of a closure.
public struct Dual<Base: FormulaNumber>: FormulaNumber {
  /// The number.
  public var value: Base
  /// How it changes along the direction.
  public var derivative: Base

  /// A number with its derivative.
  public init(_ value: Base, _ derivative: Base) {
    self.value = value
    self.derivative = derivative
  }

  /// A constant.
  public init(_ value: Double) {
    self.init(Base(value), Base(0))
  }

  /// f(u) with f′(u)·u′.
  private static func chain(_ value: Base, _ slope: Base, _ u: Dual) -> Dual {
    Dual(value, slope * u.derivative)
  }

  private static func constant(_ value: Double) -> Base { Base(value) }

  public static prefix func - (x: Dual) -> Dual { Dual(-x.value, -x.derivative) }

  public static func + (x: Dual, y: Dual) -> Dual {
    Dual(x.value + y.value, x.derivative + y.derivative)
  }

  public static func - (x: Dual, y: Dual) -> Dual {
    Dual(x.value - y.value, x.derivative - y.derivative)
  }

  public static func * (x: Dual, y: Dual) -> Dual {
    Dual(x.value * y.value, x.derivative * y.value + x.value * y.derivative)
  }

  public static func / (x: Dual, y: Dual) -> Dual {
    let quotient = x.value / y.value
    return Dual(quotient, (x.derivative - quotient * y.derivative) / y.value)
  }
}

extension Dual {
  public static func absolute(_ x: Dual) -> Dual { chain(Base.absolute(x.value), Base.slope(x.value), x) }

  public static func squareRoot(_ x: Dual) -> Dual {
    let root = Base.squareRoot(x.value)
    return chain(root, constant(0.5) / root, x)
  }

  public static func floor(_ x: Dual) -> Dual {
    let whole = Base.floor(x.value)
    return chain(whole, Base.jump(x.value - whole), x)
  }

  public static func sign(_ x: Dual) -> Dual { chain(Base.sign(x.value), Base.jump(x.value), x) }

  public static func step(_ x: Dual) -> Dual { chain(Base.step(x.value), Base.jump(x.value), x) }

  public static func slope(_ x: Dual) -> Dual { chain(Base.slope(x.value), Base.jump(x.value), x) }

  public static func jump(_ x: Dual) -> Dual { chain(Base.jump(x.value), Base.jump(x.value), x) }

  public static func minimum(_ x: Dual, _ y: Dual) -> Dual { extremum(.less, x, y) }

  public static func maximum(_ x: Dual, _ y: Dual) -> Dual { extremum(.greater, x, y) }

  private static func extremum(_ ahead: BinaryOperation, _ x: Dual, _ y: Dual) -> Dual {
    let value = ahead == .less ? Base.minimum(x.value, y.value) : Base.maximum(x.value, y.value)
    let draw = Base.choose(
      Base.compare(.equal, x.derivative, y.derivative), x.derivative, constant(.nan))
    let other = Base.choose(Base.compare(ahead, y.value, x.value), y.derivative, draw)
    return Dual(value, Base.choose(Base.compare(ahead, x.value, y.value), x.derivative, other))
  }

  public static func compare(_ operation: BinaryOperation, _ x: Dual, _ y: Dual) -> Dual {
    let value = Base.compare(operation, x.value, y.value)
    return Dual(value, Base.jump(x.value - y.value) * (x.derivative - y.derivative))
  }

  public static func truth(_ x: Dual) -> Dual { Dual(Base.truth(x.value), x.derivative * constant(0)) }

  public static func choose(_ condition: Dual, _ first: Dual, _ second: Dual) -> Dual {
    let chosen = Base.choose(condition.value, first.derivative, second.derivative)
    let torn = chosen + condition.derivative
    let meets = Base.compare(.equal, first.value, second.value)
      * Base.compare(.equal, first.derivative, second.derivative)
    return Dual(
      Base.choose(condition.value, first.value, second.value), Base.choose(meets, first.derivative, torn))
  }
}

extension Dual {
  public static func exp(_ x: Dual) -> Dual {
    let value = Base.exp(x.value)
    return chain(value, value, x)
  }

  public static func exp2(_ x: Dual) -> Dual {
    let value = Base.exp2(x.value)
    return chain(value, value * constant(0.6931471805599453), x)
  }

  public static func expm1(_ x: Dual) -> Dual { chain(Base.expm1(x.value), Base.exp(x.value), x) }

  public static func log(_ x: Dual) -> Dual { chain(Base.log(x.value), constant(1) / x.value, x) }

  public static func log2(_ x: Dual) -> Dual {
    chain(Base.log2(x.value), constant(1) / (x.value * constant(0.6931471805599453)), x)
  }

  public static func log10(_ x: Dual) -> Dual {
    chain(Base.log10(x.value), constant(1) / (x.value * constant(2.302585092994046)), x)
  }

  public static func log1p(_ x: Dual) -> Dual {
    chain(Base.log1p(x.value), constant(1) / (constant(1) + x.value), x)
  }

  public static func sin(_ x: Dual) -> Dual { chain(Base.sin(x.value), Base.cos(x.value), x) }

  public static func cos(_ x: Dual) -> Dual { chain(Base.cos(x.value), -Base.sin(x.value), x) }

  public static func tan(_ x: Dual) -> Dual {
    let value = Base.tan(x.value)
    return chain(value, constant(1) + value * value, x)
  }

  public static func asin(_ x: Dual) -> Dual {
    chain(Base.asin(x.value), constant(1) / Base.squareRoot(oneMinusSquare(x.value)), x)
  }

  public static func acos(_ x: Dual) -> Dual {
    chain(Base.acos(x.value), constant(-1) / Base.squareRoot(oneMinusSquare(x.value)), x)
  }

  public static func atan(_ x: Dual) -> Dual {
    chain(Base.atan(x.value), constant(1) / (constant(1) + x.value * x.value), x)
  }

  public static func sinh(_ x: Dual) -> Dual { chain(Base.sinh(x.value), Base.cosh(x.value), x) }

  public static func cosh(_ x: Dual) -> Dual { chain(Base.cosh(x.value), Base.sinh(x.value), x) }

  public static func tanh(_ x: Dual) -> Dual {
    let value = Base.tanh(x.value)
    return chain(value, oneMinusSquare(value), x)
  }

  public static func asinh(_ x: Dual) -> Dual {
    chain(
      Base.asinh(x.value), constant(1) / Base.squareRoot(x.value * x.value + constant(1)), x)
  }

  public static func acosh(_ x: Dual) -> Dual {
    let lower = Base.squareRoot(x.value - constant(1))
    let upper = Base.squareRoot(x.value + constant(1))
    return chain(Base.acosh(x.value), constant(1) / (lower * upper), x)
  }

  public static func atanh(_ x: Dual) -> Dual {
    chain(Base.atanh(x.value), constant(1) / oneMinusSquare(x.value), x)
  }

  public static func cbrt(_ x: Dual) -> Dual {
    let value = Base.cbrt(x.value)
    return chain(value, constant(1) / (constant(3) * value * value), x)
  }

  public static func erf(_ x: Dual) -> Dual {
    chain(
      Base.erf(x.value), constant(1.1283791670955126) * Base.exp(-(x.value * x.value)), x)
  }

  private static func oneMinusSquare(_ x: Base) -> Base { (constant(1) - x) * (constant(1) + x) }

  public static func atan2(_ y: Dual, _ x: Dual) -> Dual {
    let square = y.value * y.value + x.value * x.value
    return Dual(
      Base.atan2(y.value, x.value), (x.value * y.derivative - y.value * x.derivative) / square)
  }

  public static func hypot(_ x: Dual, _ y: Dual) -> Dual {
    let value = Base.hypot(x.value, y.value)
    return Dual(value, (x.value * x.derivative + y.value * y.derivative) / value)
  }

  public static func pow(_ x: Dual, _ y: Dual) -> Dual {
    let value = Base.pow(x.value, y.value)
    let byBase = y.value * Base.pow(x.value, y.value - constant(1)) * x.derivative
    // log x may be undefined where the exponent stands still.
    let growth = value * Base.log(x.value) * y.derivative
    let isStill = Base.compare(.equal, y.derivative, constant(0))
    return Dual(value, byBase + Base.choose(isStill, constant(0), growth))
  }

  public static func gamma(_ x: Dual) -> Dual {
    let value = Base.gamma(x.value)
    return chain(value, value * Base.polygamma(constant(0), x.value), x)
  }

  public static func polygamma(_ n: Dual, _ x: Dual) -> Dual {
    chain(Base.polygamma(n.value, x.value), Base.polygamma(n.value + constant(1), x.value), x)
  }
}
