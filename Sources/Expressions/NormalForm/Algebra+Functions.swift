/// What the algebra knows of each function.
extension Algebra {
  mutating func unary(_ operation: UnaryOperation, _ u: Fraction) throws(OutOfReach) -> Fraction {
    if operation == .negate { return -u }
    if let value = u.number, let result = Algebra.exact(operation, value) { return Fraction(result) }
    let isNegative = (u.numerator.terms.first?.coefficient.numerator ?? 0) < 0
    if isNegative, operation.isOdd { return -(try unary(operation, -u)) }
    if isNegative, operation.isEven { return try unary(operation, -u) }
    switch operation {
    case .squareRoot: return root(.unary(.squareRoot, u), order: 2, power: u)
    case .cbrt: return root(.unary(.cbrt, u), order: 3, power: u)
    case .slope: return root(.unary(.slope, u), order: 2, power: .one)
    case .absolute:
      if isThorough { return try product(u, try unary(.slope, u)) }
      return root(.unary(.absolute, u), order: 2, power: try product(u, u))
    case .cos:
      if isThorough, let expanded = try expandedAngle(u, isSine: false) { return expanded }
      return try cosine(u)
    case .sin:
      if isThorough, let expanded = try expandedAngle(u, isSine: true) { return expanded }
      return atom(.unary(.sin, u))
    default: return isThorough ? try rewritten(operation, u) : atom(.unary(operation, u))
    }
  }

  private mutating func cosine(_ u: Fraction) throws(OutOfReach) -> Fraction {
    guard squaresCosines else { return atom(.unary(.cos, u)) }
    let sine = atom(.unary(.sin, u))
    let square = try sine * sine
    return root(.unary(.cos, u), order: 2, power: try Fraction.one + -square)
  }

  /// Values that are whole: exp 0 = 1, sin 0 = 0 and the like.
  private static func exact(_ operation: UnaryOperation, _ value: Rational) -> Rational? {
    switch operation {
    case .absolute: return value.numerator < 0 ? -value : value
    case .sign, .slope:
      if value.isZero { return operation == .sign ? .zero : nil }
      return Rational(whole: value.numerator < 0 ? -1 : 1)
    case .jump: return value.isZero ? nil : .zero
    case .step: return value.numerator < 0 ? .zero : .one
    case .floor: return Rational(whole: value.floor)
    case .ceiling: return Rational(whole: -(-value).floor)
    case .squareRoot:
      let top = Double(value.numerator).squareRoot()
      let bottom = Double(value.denominator).squareRoot()
      guard value.numerator >= 0, value.numerator < 1 << 50, value.denominator < 1 << 50,
        top == top.rounded(), bottom == bottom.rounded()
      else { return nil }
      return try? Rational(Int64(top), over: Int64(bottom))
    case .exp, .exp2, .cos, .cosh: return value.isZero ? .one : nil
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .expm1, .log1p, .cbrt, .erf:
      return value.isZero ? .zero : nil
    case .log, .log2, .log10: return value.isOne ? .zero : nil
    default: return nil
    }
  }

  /// Functions by fewer others.
  private mutating func rewritten(
    _ operation: UnaryOperation, _ u: Fraction
  ) throws(OutOfReach) -> Fraction {
    switch operation {
    case .exp: return try exponential(u)
    case .exp2:
      let ln2 = try unary(.log, Fraction(Rational(whole: 2)))
      return try exponential(try product(u, ln2))
    case .expm1: return try (try exponential(u)) + -Fraction.one
    case .log: return atom(.unary(.log, u))
    case .log1p: return try unary(.log, try u + Fraction.one)
    case .log2: return try quotient(try unary(.log, u), try unary(.log, Fraction(Rational(whole: 2))))
    case .log10: return try quotient(try unary(.log, u), try unary(.log, Fraction(Rational(whole: 10))))
    case .tan: return try quotient(try unary(.sin, u), try unary(.cos, u))
    case .sinh, .cosh, .tanh:
      let grown = try exponential(u)
      let shrunk = try grown.inverted()
      let half = Fraction(try Rational(1, over: 2))
      let sum = try grown + shrunk
      let difference = try grown + -shrunk
      if operation == .tanh { return try quotient(difference, sum) }
      return try product(operation == .sinh ? difference : sum, half)
    case .acos:
      let half = try product(try number(Double.pi), Fraction(try Rational(1, over: 2)))
      return try half + -(try unary(.asin, u))
    // Away from seams.
    case .jump: return .zero
    default: return atom(.unary(operation, u))
    }
  }

  /// e^(Σ cᵢ mᵢ) as a product of powers of e^(mᵢ/q), so that e^x e^(−x) is 1.
  private mutating func exponential(_ u: Fraction) throws(OutOfReach) -> Fraction {
    guard u.factors.isEmpty else { return atom(.unary(.exp, u)) }
    var result = Fraction.one
    for term in u.numerator.terms {
      let part = try Rational(1, over: term.coefficient.denominator)
      let base = atom(.unary(.exp, Fraction(Polynomial(term.monomial, part))))
      guard term.coefficient.numerator.magnitude <= 24 else { throw OutOfReach() }
      result = try product(result, try base.raised(to: Int(term.coefficient.numerator)))
    }
    return result
  }

  /// sin and cos of a sum of multiples, taken apart; nil where it would not help.
  private mutating func expandedAngle(
    _ u: Fraction, isSine: Bool
  ) throws(OutOfReach) -> Fraction? {
    let terms = u.numerator.terms
    guard u.factors.isEmpty, terms.count <= 4 else { return nil }
    var sine = Fraction.zero
    var cosine = Fraction.one
    for term in terms {
      let times = term.coefficient.numerator
      guard times.magnitude <= 8 else { return nil }
      let part = try Rational(1, over: term.coefficient.denominator)
      let angle = Fraction(Polynomial(term.monomial, part))
      let stepSine = times < 0 ? -atom(.unary(.sin, angle)) : atom(.unary(.sin, angle))
      let stepCosine = try self.cosine(angle)
      for _ in 0..<times.magnitude {
        let nextSine = try (try product(sine, stepCosine)) + (try product(cosine, stepSine))
        cosine = try (try product(cosine, stepCosine)) + -(try product(sine, stepSine))
        sine = nextSine
      }
    }
    return isSine ? sine : cosine
  }

  mutating func binary(
    _ operation: BinaryOperation, _ u: Fraction, _ v: Fraction
  ) throws(OutOfReach) -> Fraction {
    switch operation {
    case .add: return try settled(try u + v)
    case .subtract: return try settled(try u + -v)
    case .multiply: return try product(u, v)
    case .divide: return try quotient(u, v)
    case .power: return try power(u, v)
    case .hypot:
      let square = try (try product(u, u)) + (try product(v, v))
      return try unary(.squareRoot, square)
    case .minimum, .maximum: return u == v ? u : atom(.binary(operation, u, v))
    default: return atom(.binary(operation, u, v))
    }
  }

  private mutating func power(_ base: Fraction, _ exponent: Fraction) throws(OutOfReach) -> Fraction {
    if let number = exponent.number {
      if number.isWhole {
        guard number.numerator.magnitude <= 24 else { throw OutOfReach() }
        return try power(base, Int(number.numerator))
      }
      if number.denominator == 2, number.numerator.magnitude <= 48 {
        let root = try unary(.squareRoot, base)
        return try power(root, Int(number.numerator))
      }
    }
    if base.numerator.terms.count == 1, base.factors.isEmpty, try base == number(2.718281828459045) {
      return try unary(.exp, exponent)
    }
    // u^(v + k) is u^v u^k.
    var whole = 0
    if exponent.factors.isEmpty, let last = exponent.numerator.terms.last, last.monomial.isOne {
      guard last.coefficient.floor.magnitude <= 24 else { throw OutOfReach() }
      whole = Int(last.coefficient.floor)
    }
    let rest = try exponent + Fraction(Rational(whole: Int64(-whole)))
    let root: Fraction
    if isThorough, let number = base.number, number.numerator > 0 {
      let logarithm = try unary(.log, Fraction(number))
      root = try unary(.exp, try product(rest, logarithm))
    } else {
      root = atom(.binary(.power, base, rest))
    }
    return try product(root, try power(base, whole))
  }
}

extension UnaryOperation {
  /// f(−u) = −f(u).
  fileprivate var isOdd: Bool {
    switch self {
    case .sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .cbrt, .erf, .sign, .slope: return true
    default: return false
    }
  }

  /// f(−u) = f(u).
  fileprivate var isEven: Bool {
    switch self {
    case .cos, .cosh, .absolute, .jump: return true
    default: return false
    }
  }
}
