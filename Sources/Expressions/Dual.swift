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

  /// −x, with the slope −x′.
  public static prefix func - (x: Dual) -> Dual { Dual(-x.value, -x.derivative) }

  /// The sum, with the slope x′ + y′.
  public static func + (x: Dual, y: Dual) -> Dual {
    Dual(x.value + y.value, x.derivative + y.derivative)
  }

  /// The difference, with the slope x′ − y′.
  public static func - (x: Dual, y: Dual) -> Dual {
    Dual(x.value - y.value, x.derivative - y.derivative)
  }

  /// The product, with the slope x′y + xy′.
  public static func * (x: Dual, y: Dual) -> Dual {
    Dual(x.value * y.value, x.derivative * y.value + x.value * y.derivative)
  }

  /// The quotient, with the slope (x′ − (x/y) y′)/y.
  public static func / (x: Dual, y: Dual) -> Dual {
    let quotient = x.value / y.value
    return Dual(quotient, (x.derivative - quotient * y.derivative) / y.value)
  }
}

extension Dual {
  /// |x|, with the slope −1 or 1.
  public static func absolute(_ x: Dual) -> Dual { chain(Base.absolute(x.value), Base.slope(x.value), x) }

  /// √x, with the slope 1/(2√x).
  public static func squareRoot(_ x: Dual) -> Dual {
    let root = Base.squareRoot(x.value)
    return chain(root, constant(0.5) / root, x)
  }

  /// The greatest whole number not above x, with the slope 0.
  public static func floor(_ x: Dual) -> Dual {
    let whole = Base.floor(x.value)
    return chain(whole, Base.jump(x.value - whole), x)
  }

  /// −1, 0 or 1, with the slope 0.
  public static func sign(_ x: Dual) -> Dual { chain(Base.sign(x.value), Base.jump(x.value), x) }

  /// 0 or 1, with the slope 0.
  public static func step(_ x: Dual) -> Dual { chain(Base.step(x.value), Base.jump(x.value), x) }

  /// The slope of |x|.
  public static func slope(_ x: Dual) -> Dual { chain(Base.slope(x.value), Base.jump(x.value), x) }

  /// The slope of a step.
  public static func jump(_ x: Dual) -> Dual { chain(Base.jump(x.value), Base.jump(x.value), x) }

  /// The smaller of the two, with its slope.
  public static func minimum(_ x: Dual, _ y: Dual) -> Dual { extremum(.less, x, y) }

  /// The greater of the two, with its slope.
  public static func maximum(_ x: Dual, _ y: Dual) -> Dual { extremum(.greater, x, y) }

  private static func extremum(_ ahead: BinaryOperation, _ x: Dual, _ y: Dual) -> Dual {
    let value = ahead == .less ? Base.minimum(x.value, y.value) : Base.maximum(x.value, y.value)
    return Dual(value, choose(compare(ahead, x, y), x, y).derivative)
  }

  /// A comparison, with the slope 0 away from equality.
  public static func compare(_ operation: BinaryOperation, _ x: Dual, _ y: Dual) -> Dual {
    let value = Base.compare(operation, x.value, y.value)
    return Dual(value, Base.jump(x.value - y.value) * (x.derivative - y.derivative))
  }

  /// 1 for what is not 0, else 0.
  public static func truth(_ x: Dual) -> Dual { Dual(Base.truth(x.value), x.derivative * constant(0)) }

  /// One of two pieces, with its slope.
  public static func choose(_ condition: Dual, _ first: Dual, _ second: Dual) -> Dual {
    let value = Base.choose(condition.value, first.value, second.value)
    guard Base.isUndefined(condition.derivative) else {
      return Dual(value, Base.choose(condition.value, first.derivative, second.derivative))
    }
    // On the seam there is a slope only where both pieces meet with the same one.
    let meets =
      Base.compare(.equal, first.value, second.value)
      * Base.compare(.equal, first.derivative, second.derivative)
    return Dual(value, Base.choose(meets, first.derivative, constant(.nan)))
  }

  /// Whether the value is known to be no number.
  public static func isUndefined(_ x: Dual) -> Bool { Base.isUndefined(x.value) }

  /// Whether value and derivative are known to be 0.
  public static func isZero(_ x: Dual) -> Bool { Base.isZero(x.value) && Base.isZero(x.derivative) }
}

extension Dual {
  /// exp′ = exp.
  public static func exp(_ x: Dual) -> Dual {
    let value = Base.exp(x.value)
    return chain(value, value, x)
  }

  /// exp2′ = ln 2 · exp2.
  public static func exp2(_ x: Dual) -> Dual {
    let value = Base.exp2(x.value)
    return chain(value, value * constant(0.6931471805599453), x)
  }

  /// expm1′ = exp.
  public static func expm1(_ x: Dual) -> Dual { chain(Base.expm1(x.value), Base.exp(x.value), x) }

  /// log′ x = 1/x.
  public static func log(_ x: Dual) -> Dual { chain(Base.log(x.value), constant(1) / x.value, x) }

  /// log2′ x = 1/(x ln 2).
  public static func log2(_ x: Dual) -> Dual {
    chain(Base.log2(x.value), constant(1) / (x.value * constant(0.6931471805599453)), x)
  }

  /// log10′ x = 1/(x ln 10).
  public static func log10(_ x: Dual) -> Dual {
    chain(Base.log10(x.value), constant(1) / (x.value * constant(2.302585092994046)), x)
  }

  /// log1p′ x = 1/(1 + x).
  public static func log1p(_ x: Dual) -> Dual {
    chain(Base.log1p(x.value), constant(1) / (constant(1) + x.value), x)
  }

  /// sin′ = cos.
  public static func sin(_ x: Dual) -> Dual { chain(Base.sin(x.value), Base.cos(x.value), x) }

  /// cos′ = −sin.
  public static func cos(_ x: Dual) -> Dual { chain(Base.cos(x.value), -Base.sin(x.value), x) }

  /// tan′ = 1 + tan².
  public static func tan(_ x: Dual) -> Dual {
    let value = Base.tan(x.value)
    return chain(value, constant(1) + value * value, x)
  }

  /// asin′ x = 1/√(1 − x²).
  public static func asin(_ x: Dual) -> Dual {
    chain(Base.asin(x.value), constant(1) / Base.squareRoot(oneMinusSquare(x.value)), x)
  }

  /// acos′ x = −1/√(1 − x²).
  public static func acos(_ x: Dual) -> Dual {
    chain(Base.acos(x.value), constant(-1) / Base.squareRoot(oneMinusSquare(x.value)), x)
  }

  /// atan′ x = 1/(1 + x²).
  public static func atan(_ x: Dual) -> Dual {
    chain(Base.atan(x.value), constant(1) / (constant(1) + x.value * x.value), x)
  }

  /// sinh′ = cosh.
  public static func sinh(_ x: Dual) -> Dual { chain(Base.sinh(x.value), Base.cosh(x.value), x) }

  /// cosh′ = sinh.
  public static func cosh(_ x: Dual) -> Dual { chain(Base.cosh(x.value), Base.sinh(x.value), x) }

  /// tanh′ = 1 − tanh².
  public static func tanh(_ x: Dual) -> Dual {
    let value = Base.tanh(x.value)
    return chain(value, oneMinusSquare(value), x)
  }

  /// asinh′ x = 1/√(x² + 1).
  public static func asinh(_ x: Dual) -> Dual {
    chain(
      Base.asinh(x.value), constant(1) / Base.squareRoot(x.value * x.value + constant(1)), x)
  }

  /// acosh′ x = 1/√(x² − 1).
  public static func acosh(_ x: Dual) -> Dual {
    let lower = Base.squareRoot(x.value - constant(1))
    let upper = Base.squareRoot(x.value + constant(1))
    return chain(Base.acosh(x.value), constant(1) / (lower * upper), x)
  }

  /// atanh′ x = 1/(1 − x²).
  public static func atanh(_ x: Dual) -> Dual {
    chain(Base.atanh(x.value), constant(1) / oneMinusSquare(x.value), x)
  }

  /// cbrt′ x = 1/(3 cbrt² x).
  public static func cbrt(_ x: Dual) -> Dual {
    let value = Base.cbrt(x.value)
    return chain(value, constant(1) / (constant(3) * value * value), x)
  }

  /// erf′ x = 2/√π exp(−x²).
  public static func erf(_ x: Dual) -> Dual {
    chain(
      Base.erf(x.value), constant(1.1283791670955126) * Base.exp(-(x.value * x.value)), x)
  }

  private static func oneMinusSquare(_ x: Base) -> Base { (constant(1) - x) * (constant(1) + x) }

  /// The angle of (x, y), with the slope (x y′ − y x′)/(x² + y²).
  public static func atan2(_ y: Dual, _ x: Dual) -> Dual {
    let square = y.value * y.value + x.value * x.value
    return Dual(
      Base.atan2(y.value, x.value), (x.value * y.derivative - y.value * x.derivative) / square)
  }

  /// √(x² + y²), with the slope (x x′ + y y′)/hypot.
  public static func hypot(_ x: Dual, _ y: Dual) -> Dual {
    let value = Base.hypot(x.value, y.value)
    return Dual(value, (x.value * x.derivative + y.value * y.derivative) / value)
  }

  /// x^y, with the slope y x^(y−1) x′ + x^y log x · y′.
  public static func pow(_ x: Dual, _ y: Dual) -> Dual {
    let value = Base.pow(x.value, y.value)
    let byBase = y.value * Base.pow(x.value, y.value - constant(1)) * x.derivative
    // log x may be undefined where the exponent stands still.
    if Base.isZero(y.derivative) { return Dual(value, byBase) }
    return Dual(value, byBase + value * Base.log(x.value) * y.derivative)
  }

  /// Γ′ = Γψ.
  public static func gamma(_ x: Dual) -> Dual {
    let value = Base.gamma(x.value)
    return chain(value, value * Base.polygamma(constant(0), x.value), x)
  }

  /// ψ⁽ⁿ⁾′ = ψ⁽ⁿ⁺¹⁾.
  public static func polygamma(_ n: Dual, _ x: Dual) -> Dual {
    chain(Base.polygamma(n.value, x.value), Base.polygamma(n.value + constant(1), x.value), x)
  }
}
