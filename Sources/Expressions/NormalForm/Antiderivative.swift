/// Integration by the rules one learns: powers, substitution, parts, the arc tangent.
///
/// It finds what these rules find and nothing else; whoever uses a result differentiates it again.
struct Antiderivative {
  let variable: Int
  private var algebra = Algebra(isThorough: false, squaresCosines: false)
  private var graph = ExpressionGraph.exact

  init(by variable: Int) {
    self.variable = variable
    for index in 0..<3 { _ = graph.variable(index) }
  }

  /// A function whose derivative by the variable is the expression; nil where no rule applies.
  mutating func integral(of expression: Expression) throws(OutOfReach) -> Expression? {
    let whole = try fraction(of: expression)
    if let result = try integral(of: whole) { return result }
    // A sum over one denominator, term by term.
    var sum: Expression?
    for term in whole.numerator.terms {
      let part = try whole.replacing(Polynomial(term.monomial, term.coefficient))
      guard let result = try integral(of: part) else { return nil }
      sum = sum.map { .binary(.add, $0, result) } ?? result
    }
    return sum ?? .number(0)
  }

  private mutating func fraction(of expression: Expression) throws(OutOfReach) -> Fraction {
    let node = graph.insert(expression)
    return try algebra.fraction(of: node, in: graph)
  }

  private mutating func slope(of fraction: Fraction) throws(OutOfReach) -> Fraction {
    let node = graph.insert(algebra.expression(fraction))
    let slope = graph.derivative(of: node, by: variable)
    return try algebra.fraction(of: slope, in: graph)
  }

  private func scaled(_ factor: Fraction, _ expression: Expression) -> Expression {
    if factor == .one { return expression }
    return .binary(.multiply, algebra.expression(factor), expression)
  }

  private mutating func integral(of fraction: Fraction) throws(OutOfReach) -> Expression? {
    if fraction.isZero { return .number(0) }
    let x = algebra.atom(.variable(variable))
    if !algebra.depends(fraction, on: variable) { return scaled(fraction, .variable(variable)) }
    if let result = try powerRule(fraction, of: x) { return result }
    for candidate in try candidates(in: fraction) {
      if let result = try powerRule(fraction, of: candidate) { return result }
    }
    for atom in algebra.atoms {
      guard case .unary(let operation, let argument) = atom, operation.antiderivative != nil else { continue }
      if let result = try substitution(fraction, operation, argument, x, power: 0) { return result }
    }
    return try arcTangent(fraction, x)
  }

  /// What may be substituted: factors of the denominator, radicands, functions.
  private func candidates(in fraction: Fraction) throws(OutOfReach) -> [Fraction] {
    var result = fraction.factors.map { Fraction($0.polynomial) }
    for (index, atom) in algebra.atoms.enumerated() {
      if case .unary(.squareRoot, let radicand) = atom { result.append(radicand) }
      if case .unary = atom { result.append(Fraction(atom: index)) }
    }
    return result.filter { algebra.depends($0, on: variable) }
  }

  /// ∫ r u^k u′ dx = r u^(k+1)/(k+1), and r log|u| for k = −1, where r is free of x.
  private mutating func powerRule(_ fraction: Fraction, of u: Fraction) throws(OutOfReach) -> Expression? {
    let slope = try slope(of: u)
    guard !slope.isZero else { return nil }
    let base = try algebra.quotient(fraction, slope)
    let root = try algebra.unary(.squareRoot, u)
    for halves in [0, 2, 4, 6, 8, -2, -4, -6, -8, 1, 3, -1, -3, -5] {
      let power = try halves % 2 == 0 ? algebra.power(u, halves / 2) : algebra.power(root, halves)
      let rest = try algebra.quotient(base, power)
      guard !algebra.depends(rest, on: variable) else { continue }
      let value = algebra.expression(u)
      if halves == -2 {
        // A sum of squares needs no bars.
        return scaled(rest, .unary(.log, u.isSumOfSquares ? value : .unary(.absolute, value)))
      }
      let next = Double(halves + 2) / 2
      let factor = try algebra.quotient(rest, Fraction(try Rational(Int64(halves + 2), over: 2)))
      return scaled(factor, next == 1 ? value : .binary(.power, value, Expression.signed(next)))
    }
    return nil
  }

  /// ∫ r xⁿ f(u) dx with u′ free of x by parts, or r f(u) u′ by substitution.
  private mutating func substitution(
    _ fraction: Fraction, _ operation: UnaryOperation, _ u: Fraction, _ x: Fraction, power: Int
  ) throws(OutOfReach) -> Expression? {
    guard let (outer, sign) = operation.antiderivative else { return nil }
    let slope = try slope(of: u)
    guard !slope.isZero else { return nil }
    let function = try algebra.unary(operation, u)
    let rest = try algebra.quotient(try algebra.quotient(fraction, function), slope)
    let value = Expression.unary(outer, algebra.expression(u))
    if !algebra.depends(rest, on: variable) { return scaled(sign < 0 ? -rest : rest, value) }
    guard !algebra.depends(slope, on: variable), power < 6, rest.factors.isEmpty else { return nil }
    // x^n must be all of x that remains: each derivation takes one power away.
    let nextRest = try self.slope(of: rest)
    let inner = try algebra.product(nextRest, try algebra.unary(outer, u))
    guard let tail = try substitution(inner, outer, u, x, power: power + 1) else { return nil }
    let first = scaled(rest, value)
    let parts = Expression.binary(.subtract, first, tail)
    return sign < 0 ? .unary(.negate, parts) : parts
  }

  /// ∫ r/(x² + w²) dx = r/w · arctan(x/w).
  private mutating func arcTangent(_ fraction: Fraction, _ x: Fraction) throws(OutOfReach) -> Expression? {
    for factor in fraction.factors where factor.exponent == 1 {
      let denominator = Fraction(factor.polynomial)
      let rest = try algebra.product(fraction, denominator)
      let square = try denominator + -(try algebra.product(x, x))
      guard !algebra.depends(rest, on: variable), !algebra.depends(square, on: variable) else { continue }
      guard let width = try algebra.squareRoot(of: square) else { continue }
      let ratio = algebra.expression(try algebra.quotient(x, width))
      return scaled(try algebra.quotient(rest, width), .unary(.atan, ratio))
    }
    return nil
  }
}

extension UnaryOperation {
  /// The function whose derivative is this one, and its sign.
  fileprivate var antiderivative: (UnaryOperation, Int)? {
    switch self {
    case .exp: return (.exp, 1)
    case .sin: return (.cos, -1)
    case .cos: return (.sin, 1)
    case .sinh: return (.cosh, 1)
    case .cosh: return (.sinh, 1)
    default: return nil
    }
  }
}

extension Algebra {
  /// Whether a variable occurs in a fraction, also inside its atoms.
  func depends(_ fraction: Fraction, on variable: Int) -> Bool {
    depends(fraction.numerator, variable)
      || fraction.factors.contains { depends($0.polynomial, variable) }
  }

  private func depends(_ polynomial: Polynomial, _ variable: Int) -> Bool {
    polynomial.terms.contains { term in
      term.monomial.powers.contains { depends(atoms[$0.atom], variable) }
    }
  }

  private func depends(_ atom: Atom, _ variable: Int) -> Bool {
    switch atom {
    case .variable(let index): return index == variable
    case .number: return false
    case .unary(_, let u): return depends(u, on: variable)
    case .binary(_, let u, let v): return depends(u, on: variable) || depends(v, on: variable)
    case .ternary(_, let u, let v, let w):
      return depends(u, on: variable) || depends(v, on: variable) || depends(w, on: variable)
    }
  }

  /// The root of a single term that is a square.
  mutating func squareRoot(of fraction: Fraction) throws(OutOfReach) -> Fraction? {
    guard fraction.factors.isEmpty, fraction.numerator.terms.count == 1 else { return nil }
    let term = fraction.numerator.terms[0]
    guard term.coefficient.numerator > 0, term.monomial.powers.allSatisfy({ $0.exponent % 2 == 0 }) else {
      return nil
    }
    let halved = term.monomial.powers.map { Monomial.Power(atom: $0.atom, exponent: $0.exponent / 2) }
    let number = try unary(.squareRoot, Fraction(term.coefficient))
    return try product(number, Fraction(Polynomial(Monomial(powers: halved))))
  }
}

extension Fraction {
  /// Whether even powers with positive coefficients are all there is.
  fileprivate var isSumOfSquares: Bool {
    factors.isEmpty
      && numerator.terms.allSatisfy { term in
        term.coefficient.numerator > 0 && term.monomial.powers.allSatisfy { $0.exponent % 2 == 0 }
      }
  }
}
