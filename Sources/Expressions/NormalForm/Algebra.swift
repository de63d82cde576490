/// Formulas as fractions of polynomials in what cannot be taken apart: variables, constants and functions.
///
/// Two uses: `thorough` writes functions by fewer others (tan by sin and cos, sinh by exp, sums of angles apart), so
/// that what is 0 becomes 0; the other way keeps functions as they are, so that the result is fit to be shown.
/// Equalities hold where both sides are defined: poles and seams may get lost.
struct Algebra {
  /// What stands for itself.
  enum Atom: Hashable {
    case variable(Int)
    /// A number whose digits stand for something else, such as π.
    case number(Double)
    case unary(UnaryOperation, Fraction)
    case binary(BinaryOperation, Fraction, Fraction)
    case ternary(TernaryOperation, Fraction, Fraction, Fraction)
  }

  /// atom^order = power.
  struct Relation {
    let atom: Int
    let order: Int
    let power: Fraction
  }

  let isThorough: Bool
  /// Whether cos² is written as 1 − sin².
  let squaresCosines: Bool
  /// Variables from this number on are parameters, which stand before the others in a product.
  let firstParameter: Int
  private(set) var atoms: [Atom] = []
  private(set) var relations: [Relation] = []
  /// Whether a number was written with a decimal point, so that the result is too.
  private(set) var usesDecimals = false
  private var known: [ExpressionGraph.Node: Fraction] = [:]

  /// An algebra in which the first variables come in their order.
  init(isThorough: Bool, squaresCosines: Bool, variables: Int = 3, firstParameter: Int = .max) {
    self.firstParameter = firstParameter
    self.isThorough = isThorough
    self.squaresCosines = squaresCosines
    for index in 0..<variables { atoms.append(.variable(index)) }
  }

  /// The fraction that a node of a graph is.
  mutating func fraction(
    of node: ExpressionGraph.Node, in graph: ExpressionGraph
  ) throws(OutOfReach) -> Fraction {
    if let fraction = known[node] { return fraction }
    let result: Fraction
    switch graph[node] {
    case .number(let value): result = try number(value)
    case .variable(let index): result = atom(.variable(index))
    case .unary(let operation, let operand):
      let u = try fraction(of: operand, in: graph)
      result = try unary(operation, u)
    case .binary(let operation, let left, let right):
      let u = try fraction(of: left, in: graph)
      let v = try fraction(of: right, in: graph)
      result = try binary(operation, u, v)
    case .ternary(let operation, let first, let second, let third):
      let u = try fraction(of: first, in: graph)
      let v = try fraction(of: second, in: graph)
      let w = try fraction(of: third, in: graph)
      let isSame = operation == .choose && v == w
      result = isSame ? v : atom(.ternary(operation, u, v, w))
    }
    known[node] = result
    return result
  }

  mutating func atom(_ atom: Atom) -> Fraction {
    Fraction(atom: index(of: atom))
  }

  private mutating func index(of atom: Atom) -> Int {
    if let index = atoms.firstIndex(of: atom) { return index }
    atoms.append(atom)
    return atoms.count - 1
  }

  /// An atom one of whose powers is something else.
  mutating func root(_ atom: Atom, order: Int, power: Fraction) -> Fraction {
    let index = index(of: atom)
    if !relations.contains(where: { $0.atom == index }) {
      relations.append(Relation(atom: index, order: order, power: power))
    }
    return Fraction(atom: index)
  }

  mutating func number(_ value: Double) throws(OutOfReach) -> Fraction {
    guard value.isFinite else { throw OutOfReach() }
    if let rational = Rational(value) {
      usesDecimals = usesDecimals || !rational.isWhole
      return Fraction(rational)
    }
    return value < 0 ? -atom(.number(-value)) : atom(.number(value))
  }

  // MARK: Products

  mutating func product(_ a: Fraction, _ b: Fraction) throws(OutOfReach) -> Fraction {
    try settled(try a * b)
  }

  mutating func quotient(_ a: Fraction, _ b: Fraction) throws(OutOfReach) -> Fraction {
    try settled(try a * (try b.inverted()))
  }

  mutating func power(_ a: Fraction, _ exponent: Int) throws(OutOfReach) -> Fraction {
    try settled(try a.raised(to: exponent))
  }

  /// The fraction with the relations of its atoms carried out.
  func settled(_ fraction: Fraction) throws(OutOfReach) -> Fraction {
    var result = fraction
    for _ in 0..<12 {
      let before = result
      for relation in relations { result = try settled(result, relation) }
      if result == before { return result }
    }
    throw OutOfReach()
  }

  private func settled(_ fraction: Fraction, _ relation: Relation) throws(OutOfReach) -> Fraction {
    var result = fraction
    let parts = result.numerator.parts(of: relation.atom)
    if parts.count > relation.order {
      var sum = Fraction.zero
      for (exponent, part) in parts.enumerated() where !part.isZero {
        let rest = Polynomial(Monomial.atom(relation.atom, exponent % relation.order))
        let power = try relation.power.raised(to: exponent / relation.order)
        sum = try sum + (try Fraction(try part * rest) * power)
      }
      result = try result.over(sum)
    }
    let (rest, exponent) = result.removing(Polynomial(Monomial(atom: relation.atom)))
    guard exponent > 0 else { return result }
    // u/√u is √u.
    if relation.power.factors.isEmpty, exponent >= relation.order,
      let quotient = try rest.numerator.divided(by: relation.power.numerator)
    {
      let root = Polynomial(Monomial.atom(relation.atom, exponent - relation.order))
      let below = root.number == nil ? try Fraction(root).inverted() : Fraction.one
      return try (try rest.replacing(quotient)) * below
    }
    // 1/√u is √u/u; to be shown it stays unless there is a √u above.
    let isAbove = rest.numerator.parts(of: relation.atom).count > 1
    guard isThorough || isAbove else { return result }
    let times = (exponent + relation.order - 1) / relation.order
    let lifted = Polynomial(Monomial.atom(relation.atom, times * relation.order - exponent))
    let lowered = try relation.power.raised(to: times).inverted()
    return try (try rest * Fraction(lifted)) * lowered
  }
}

extension Monomial {
  static func atom(_ atom: Int, _ exponent: Int) -> Monomial {
    exponent == 0 ? .one : Monomial(atom: atom, exponent: exponent)
  }
}
