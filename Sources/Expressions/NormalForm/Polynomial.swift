/// A sum of monomials with exact coefficients.
struct Polynomial: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    let monomial: Monomial
    let coefficient: Rational
  }

  /// Leading term first; no coefficient is 0.
  private(set) var terms: [Term]

  static let maximumTerms = 300

  static let zero = Polynomial(terms: [])
  static let one = Polynomial(.one)

  private init(terms: [Term]) {
    self.terms = terms
  }

  init(_ number: Rational) {
    terms = number.isZero ? [] : [Term(monomial: .one, coefficient: number)]
  }

  init(_ monomial: Monomial, _ coefficient: Rational = .one) {
    terms = coefficient.isZero ? [] : [Term(monomial: monomial, coefficient: coefficient)]
  }

  var isZero: Bool { terms.isEmpty }

  /// The number that the polynomial is, if it is one.
  var number: Rational? {
    if terms.isEmpty { return .zero }
    return terms.count == 1 && terms[0].monomial.isOne ? terms[0].coefficient : nil
  }

  static prefix func - (a: Polynomial) -> Polynomial {
    Polynomial(terms: a.terms.map { Term(monomial: $0.monomial, coefficient: -$0.coefficient) })
  }

  static func + (a: Polynomial, b: Polynomial) throws(OutOfReach) -> Polynomial {
    var result: [Term] = []
    var i = 0
    var j = 0
    while i < a.terms.count || j < b.terms.count {
      if j == b.terms.count {
        result.append(a.terms[i])
        i += 1
      } else if i == a.terms.count {
        result.append(b.terms[j])
        j += 1
      } else if a.terms[i].monomial == b.terms[j].monomial {
        let sum = try a.terms[i].coefficient + b.terms[j].coefficient
        if !sum.isZero { result.append(Term(monomial: a.terms[i].monomial, coefficient: sum)) }
        i += 1
        j += 1
      } else if Monomial.precedes(a.terms[i].monomial, b.terms[j].monomial) {
        result.append(a.terms[i])
        i += 1
      } else {
        result.append(b.terms[j])
        j += 1
      }
    }
    guard result.count <= maximumTerms else { throw OutOfReach() }
    return Polynomial(terms: result)
  }

  static func * (a: Polynomial, b: Polynomial) throws(OutOfReach) -> Polynomial {
    guard a.terms.count * b.terms.count <= 20_000 else { throw OutOfReach() }
    var sums: [Monomial: Rational] = [:]
    for first in a.terms {
      for second in b.terms {
        let monomial = first.monomial * second.monomial
        let product = try first.coefficient * second.coefficient
        sums[monomial] = try (sums[monomial] ?? .zero) + product
      }
    }
    var terms: [Term] = []
    for (monomial, coefficient) in sums where !coefficient.isZero {
      terms.append(Term(monomial: monomial, coefficient: coefficient))
    }
    guard terms.count <= maximumTerms else { throw OutOfReach() }
    terms.sort { Monomial.precedes($0.monomial, $1.monomial) }
    return Polynomial(terms: terms)
  }

  func scaled(by factor: Rational) throws(OutOfReach) -> Polynomial {
    var result: [Term] = []
    for term in terms {
      result.append(Term(monomial: term.monomial, coefficient: try term.coefficient * factor))
    }
    return factor.isZero ? .zero : Polynomial(terms: result)
  }

  /// The quotient where the division leaves nothing; nil where it does.
  func divided(by divisor: Polynomial) throws(OutOfReach) -> Polynomial? {
    guard let lead = divisor.terms.first else { return nil }
    var rest = self
    var quotient = Polynomial.zero
    while let term = rest.terms.first {
      guard let monomial = term.monomial / lead.monomial else { return nil }
      let step = Polynomial(monomial, try term.coefficient / lead.coefficient)
      quotient = try quotient + step
      rest = try rest + -(try step * divisor)
    }
    return quotient
  }

  /// The monomial that all terms share.
  var commonMonomial: Monomial {
    guard let first = terms.first else { return .one }
    return terms.dropFirst().reduce(first.monomial) { Monomial.common($0, $1.monomial) }
  }

  /// Terms by their power of an atom: `parts[k]` stands before the k-th power.
  func parts(of atom: Int) -> [Polynomial] {
    let highest = terms.reduce(0) { max($0, $1.monomial.exponent(of: atom)) }
    return (0...highest).map { power in
      let matching = terms.filter { $0.monomial.exponent(of: atom) == power }
      var rest = matching.map {
        Term(monomial: $0.monomial.removing(atom), coefficient: $0.coefficient)
      }
      rest.sort { Monomial.precedes($0.monomial, $1.monomial) }
      return Polynomial(terms: rest)
    }
  }
}
