/// A product of powers of atoms.
struct Monomial: Hashable, Sendable {
  struct Power: Hashable, Sendable {
    let atom: Int
    let exponent: Int
  }

  /// Atoms in rising order, exponents positive.
  private(set) var powers: [Power]

  static let one = Monomial(powers: [])

  init(powers: [Power]) {
    self.powers = powers
  }

  init(atom: Int, exponent: Int = 1) {
    powers = [Power(atom: atom, exponent: exponent)]
  }

  var isOne: Bool { powers.isEmpty }

  func exponent(of atom: Int) -> Int {
    powers.first { $0.atom == atom }?.exponent ?? 0
  }

  /// The sum of the exponents of those atoms.
  func degree(_ counts: (Int) -> Bool) -> Int {
    powers.reduce(0) { $0 + (counts($1.atom) ? $1.exponent : 0) }
  }

  func removing(_ atom: Int) -> Monomial {
    Monomial(powers: powers.filter { $0.atom != atom })
  }

  static func * (a: Monomial, b: Monomial) -> Monomial {
    combined(a, b) { $0 + $1 }
  }

  /// The quotient, if no exponent becomes negative.
  static func / (a: Monomial, b: Monomial) -> Monomial? {
    for power in b.powers where a.exponent(of: power.atom) < power.exponent { return nil }
    return combined(a, b) { $0 - $1 }
  }

  /// The greatest monomial that divides both.
  static func common(_ a: Monomial, _ b: Monomial) -> Monomial {
    combined(a, b) { min($0, $1) }
  }

  private static func combined(_ a: Monomial, _ b: Monomial, _ combine: (Int, Int) -> Int) -> Monomial {
    var result: [Power] = []
    var i = 0
    var j = 0
    while i < a.powers.count || j < b.powers.count {
      let first = i < a.powers.count ? a.powers[i].atom : Int.max
      let second = j < b.powers.count ? b.powers[j].atom : Int.max
      let atom = min(first, second)
      let exponent = combine(
        first == atom ? a.powers[i].exponent : 0, second == atom ? b.powers[j].exponent : 0)
      if exponent != 0 { result.append(Power(atom: atom, exponent: exponent)) }
      if first == atom { i += 1 }
      if second == atom { j += 1 }
    }
    return Monomial(powers: result)
  }

  /// The lexicographic order, in which division works: the older atom decides.
  static func precedes(_ a: Monomial, _ b: Monomial) -> Bool {
    for (first, second) in zip(a.powers, b.powers) where first != second {
      if first.atom != second.atom { return first.atom < second.atom }
      return first.exponent > second.exponent
    }
    return a.powers.count > b.powers.count
  }
}
