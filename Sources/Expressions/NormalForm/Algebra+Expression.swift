/// The way back from fractions to trees, in the order in which one writes.
extension Algebra {
  /// The fraction as a tree: a product with what all terms share before the sum.
  func expression(_ fraction: Fraction) -> Expression {
    let (content, rest) = Algebra.content(of: fraction.numerator)
    let common = rest.commonMonomial
    var top = product(common.powers.filter { rank($0.atom) < Algebra.functionRank })
    if let remainder = try? rest.divided(by: Polynomial(common)), remainder.number == nil {
      top.append(sum(remainder))
    }
    top += product(common.powers.filter { rank($0.atom) >= Algebra.functionRank })
    var bottom: [Expression] = []
    for factor in fraction.factors {
      // A lone atom writes its own power: √u³ is u^1.5.
      if let atom = factor.polynomial.loneAtom {
        bottom += product([Monomial.Power(atom: atom, exponent: factor.exponent)])
      } else {
        let base = sum(factor.polynomial)
        bottom.append(factor.exponent == 1 ? base : .binary(.power, base, .number(Double(factor.exponent))))
      }
    }
    let size = content.numerator < 0 ? -content : content
    if usesDecimals, let decimal = size.decimal {
      if decimal != 1 || top.isEmpty { top.insert(.number(decimal), at: 0) }
    } else {
      if size.numerator != 1 || top.isEmpty { top.insert(.number(Double(size.numerator)), at: 0) }
      if !size.isWhole { bottom.insert(.number(Double(size.denominator)), at: 0) }
    }
    var result = Algebra.chain(top)
    if !bottom.isEmpty { result = .binary(.divide, result, Algebra.chain(bottom)) }
    return content.numerator < 0 ? .unary(.negate, result) : result
  }

  /// The fraction as a plain sum of terms, where it has no denominator.
  func expanded(_ fraction: Fraction) -> Expression? {
    fraction.factors.isEmpty ? sum(fraction.numerator) : nil
  }

  private static func chain(_ factors: [Expression]) -> Expression {
    guard let first = factors.first else { return .number(1) }
    return factors.dropFirst().reduce(first) { .binary(.multiply, $0, $1) }
  }

  /// The number that all coefficients share, with the sign of the first that is written, and what remains.
  private static func content(of polynomial: Polynomial) -> (Rational, Polynomial) {
    guard polynomial.terms.count > 1 else {
      guard let term = polynomial.terms.first else { return (.zero, .zero) }
      return (term.coefficient, Polynomial(term.monomial))
    }
    var numerator: Int64 = 0
    var denominator: Int64 = 1
    for term in polynomial.terms {
      numerator = divisor(numerator, term.coefficient.numerator)
      denominator =
        denominator / divisor(denominator, term.coefficient.denominator) * term.coefficient.denominator
    }
    let isNegative = written(polynomial).allSatisfy { $0.coefficient.numerator < 0 }
    guard let content = try? Rational(isNegative ? -numerator : numerator, over: denominator),
      let inverse = try? .one / content, let rest = try? polynomial.scaled(by: inverse)
    else { return (.one, polynomial) }
    return (content, rest)
  }

  private static func divisor(_ a: Int64, _ b: Int64) -> Int64 {
    var first = a.magnitude
    var second = b.magnitude
    while second != 0 { (first, second) = (second, first % second) }
    return Int64(first)
  }

  /// Terms of higher degree first; among those of one degree as the algebra has them.
  private static func written(_ polynomial: Polynomial) -> [Polynomial.Term] {
    let degrees = polynomial.terms.map { $0.monomial.degree { _ in true } }
    let order = polynomial.terms.indices.sorted {
      degrees[$0] != degrees[$1] ? degrees[$0] > degrees[$1] : $0 < $1
    }
    return order.map { polynomial.terms[$0] }
  }

  private func sum(_ polynomial: Polynomial) -> Expression {
    var terms = Algebra.written(polynomial)
    // A sum begins with a plus where it can: y − x, not −x + y.
    if let place = terms.firstIndex(where: { $0.coefficient.numerator > 0 }), place > 0 {
      terms.insert(terms.remove(at: place), at: 0)
    }
    var result: Expression?
    for term in terms {
      let isNegative = term.coefficient.numerator < 0
      let size = isNegative ? -term.coefficient : term.coefficient
      let value = self.term(term.monomial, size)
      if let sum = result {
        result = .binary(isNegative ? .subtract : .add, sum, value)
      } else {
        result = isNegative ? .unary(.negate, value) : value
      }
    }
    return result ?? .number(0)
  }

  private func term(_ monomial: Monomial, _ coefficient: Rational) -> Expression {
    var factors = product(monomial.powers)
    if usesDecimals, let decimal = coefficient.decimal {
      if decimal != 1 || factors.isEmpty { factors.insert(.number(decimal), at: 0) }
      return Algebra.chain(factors)
    }
    if coefficient.numerator != 1 || factors.isEmpty {
      factors.insert(.number(Double(coefficient.numerator)), at: 0)
    }
    let top = Algebra.chain(factors)
    return coefficient.isWhole ? top : .binary(.divide, top, .number(Double(coefficient.denominator)))
  }

  /// The factors of a monomial: constants, then variables, then functions.
  private func product(_ powers: [Monomial.Power]) -> [Expression] {
    let order = powers.indices.sorted { first, second in
      let a = rank(powers[first].atom)
      let b = rank(powers[second].atom)
      return a != b ? a < b : first < second
    }
    return order.map { self.power(powers[$0]) }
  }

  private func power(_ power: Monomial.Power) -> Expression {
    let atom = atoms[power.atom]
    guard power.exponent > 1 else { return expression(atom) }
    if case .unary(.squareRoot, let u) = atom {
      return .binary(.power, expression(u), .number(Double(power.exponent) / 2))
    }
    return .binary(.power, expression(atom), .number(Double(power.exponent)))
  }

  private static var functionRank: Int { 1000 }

  /// Where an atom stands in a product: constants, variables, functions by the first variable in them.
  private func rank(_ atom: Int) -> Int {
    switch atoms[atom] {
    case .number: return 0
    case .variable(let index) where index >= firstParameter: return 1 + index - firstParameter
    case .variable(let index): return 100 + index
    case .unary(_, let u): return Algebra.functionRank + firstVariable(u)
    case .binary(_, let u, _), .ternary(_, let u, _, _): return Algebra.functionRank + firstVariable(u)
    }
  }

  private func firstVariable(_ fraction: Fraction) -> Int {
    var least = 99
    for term in fraction.numerator.terms {
      for power in term.monomial.powers {
        if case .variable(let index) = atoms[power.atom] { least = min(least, index) }
      }
    }
    return least
  }

  private func expression(_ atom: Atom) -> Expression {
    switch atom {
    case .variable(let index): return .variable(index)
    case .number(let value):
      if value == Constant.pi.value { return .constant(.pi) }
      if value == Constant.e.value { return .constant(.e) }
      return .number(value)
    case .unary(let operation, let u): return .unary(operation, expression(u))
    case .binary(let operation, let u, let v): return .binary(operation, expression(u), expression(v))
    case .ternary(let operation, let u, let v, let w):
      return .ternary(operation, expression(u), expression(v), expression(w))
    }
  }
}

extension Polynomial {
  /// The atom that the polynomial is, if it is nothing else.
  fileprivate var loneAtom: Int? {
    guard terms.count == 1, terms[0].coefficient.isOne, let power = terms[0].monomial.powers.first,
      terms[0].monomial.powers.count == 1, power.exponent == 1
    else { return nil }
    return power.atom
  }
}

extension Rational {
  /// The number as a decimal of few digits, if it is one.
  fileprivate var decimal: Double? {
    guard let same = Rational(value), same == self else { return nil }
    return value
  }
}
