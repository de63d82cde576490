/// A polynomial over a product of powers of polynomials.
///
/// The denominator stays factored, as formulas come, so that what cancels is found by division.
struct Fraction: Hashable, Sendable {
  struct Factor: Hashable, Sendable {
    /// With the leading coefficient 1, and no number.
    let polynomial: Polynomial
    let exponent: Int
  }

  private(set) var numerator: Polynomial
  private(set) var factors: [Factor]

  static let zero = Fraction(Polynomial.zero)
  static let one = Fraction(Polynomial.one)

  init(_ numerator: Polynomial) {
    self.numerator = numerator
    factors = []
  }

  init(_ number: Rational) {
    self.init(Polynomial(number))
  }

  init(atom: Int) {
    self.init(Polynomial(Monomial(atom: atom)))
  }

  private init(_ numerator: Polynomial, _ factors: [Factor]) throws(OutOfReach) {
    self.numerator = numerator
    self.factors = numerator.isZero ? [] : factors
    try cancel()
  }

  var isZero: Bool { numerator.isZero }

  /// The number that the fraction is, if it is one.
  var number: Rational? { factors.isEmpty ? numerator.number : nil }

  private mutating func cancel() throws(OutOfReach) {
    var kept: [Factor] = []
    for factor in factors {
      var exponent = factor.exponent
      while exponent > 0, let quotient = try numerator.divided(by: factor.polynomial) {
        numerator = quotient
        exponent -= 1
      }
      if exponent > 0 { kept.append(Factor(polynomial: factor.polynomial, exponent: exponent)) }
    }
    factors = kept
  }

  static prefix func - (a: Fraction) -> Fraction {
    var result = a
    result.numerator = -a.numerator
    return result
  }

  static func + (a: Fraction, b: Fraction) throws(OutOfReach) -> Fraction {
    var first = a.numerator
    var second = b.numerator
    var factors: [Factor] = []
    for factor in a.factors {
      let other = b.exponent(of: factor.polynomial)
      factors.append(Factor(polynomial: factor.polynomial, exponent: max(factor.exponent, other)))
      if factor.exponent > other {
        second = try second * (try factor.polynomial.raised(to: factor.exponent - other))
      } else {
        first = try first * (try factor.polynomial.raised(to: other - factor.exponent))
      }
    }
    for factor in b.factors where a.exponent(of: factor.polynomial) == 0 {
      factors.append(factor)
      first = try first * (try factor.polynomial.raised(to: factor.exponent))
    }
    return try Fraction(try first + second, factors)
  }

  static func * (a: Fraction, b: Fraction) throws(OutOfReach) -> Fraction {
    // What cancels crosswise is cancelled before anything is multiplied out.
    let first = try Fraction(a.numerator, b.factors)
    let second = try Fraction(b.numerator, a.factors)
    let factors = first.factors.reduce(second.factors) { merged($0, $1) }
    return try Fraction(try first.numerator * second.numerator, factors)
  }

  private static func merged(_ factors: [Factor], _ factor: Factor) -> [Factor] {
    guard let place = factors.firstIndex(where: { $0.polynomial == factor.polynomial }) else {
      return factors + [factor]
    }
    var result = factors
    result[place] = Factor(
      polynomial: factor.polynomial, exponent: factors[place].exponent + factor.exponent)
    return result
  }

  private func exponent(of polynomial: Polynomial) -> Int {
    factors.first { $0.polynomial == polynomial }?.exponent ?? 0
  }

  /// The same denominator under another numerator.
  func over(_ numerator: Fraction) throws(OutOfReach) -> Fraction {
    let factors = numerator.factors.reduce(self.factors) { Fraction.merged($0, $1) }
    return try Fraction(numerator.numerator, factors)
  }

  /// The same denominator under a polynomial.
  func replacing(_ numerator: Polynomial) throws(OutOfReach) -> Fraction {
    try Fraction(numerator, factors)
  }

  /// The fraction without one factor of its denominator, and that factor's exponent.
  func removing(_ polynomial: Polynomial) -> (Fraction, Int) {
    var result = self
    result.factors = factors.filter { $0.polynomial != polynomial }
    return (result, exponent(of: polynomial))
  }

  /// One over the fraction.
  func inverted() throws(OutOfReach) -> Fraction {
    guard let lead = numerator.terms.first else { throw OutOfReach() }
    var result = Polynomial.one
    for factor in factors { result = try result * (try factor.polynomial.raised(to: factor.exponent)) }
    // Each atom that all terms share is a factor of its own.
    let common = numerator.commonMonomial
    var rest = try numerator.scaled(by: try .one / lead.coefficient)
    var factors = common.powers.map {
      Factor(polynomial: Polynomial(Monomial(atom: $0.atom)), exponent: $0.exponent)
    }
    if let quotient = try rest.divided(by: Polynomial(common)) { rest = quotient }
    if rest.number == nil { factors.append(Factor(polynomial: rest, exponent: 1)) }
    return try Fraction(try result.scaled(by: try .one / lead.coefficient), factors)
  }

  func raised(to exponent: Int) throws(OutOfReach) -> Fraction {
    guard exponent.magnitude <= 24 else { throw OutOfReach() }
    if exponent < 0 { return try raised(to: -exponent).inverse(of: self, exponent: -exponent) }
    var result = Fraction(try numerator.raised(to: exponent))
    result.factors = factors.map { Factor(polynomial: $0.polynomial, exponent: $0.exponent * exponent) }
    if exponent == 0 { result.factors = [] }
    return result
  }

  /// One over base^exponent with the base kept as the factor.
  private func inverse(of base: Fraction, exponent: Int) throws(OutOfReach) -> Fraction {
    let once = try base.inverted()
    var result = Fraction(try once.numerator.raised(to: exponent))
    result.factors = once.factors.map {
      Factor(polynomial: $0.polynomial, exponent: $0.exponent * exponent)
    }
    return result
  }
}

extension Polynomial {
  func raised(to exponent: Int) throws(OutOfReach) -> Polynomial {
    var result = Polynomial.one
    for _ in 0..<exponent { result = try result * self }
    return result
  }
}
