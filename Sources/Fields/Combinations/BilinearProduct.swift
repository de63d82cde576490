import Expressions

/// A product of two fields that is linear in each: of scalars, of a scalar and a vector, inner, outer.
///
/// Every derivative follows Leibniz: the variables are shared out between the factors in all ways.
struct BilinearProduct<First: FieldParts, Second: FieldParts>: FieldParts {
  /// One product of components in a component of the result.
  struct Term {
    let result: Int
    let first: Int
    let second: Int
    var sign = 1.0
  }

  let first: First
  let second: Second
  let components: Int
  let terms: [Term]

  /// The terms must come in rising order of their results.
  init(_ first: First, _ second: Second, components: Int, terms: [Term]) {
    precondition(first.dimension == second.dimension, "both fields have one space")
    self.first = first
    self.second = second
    self.components = components
    self.terms = terms
  }

  var dimension: Int { first.dimension }

  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    derivatives.count = points.count
    var firsts: [Block<Double>] = []
    var seconds: [Block<Double>] = []
    for lower in 0...order {
      firsts.append(derivatives.companion(2 * lower, rows: first.rows(lower)))
      seconds.append(derivatives.companion(2 * lower + 1, rows: second.rows(lower)))
      first.derivatives(lower, at: points, into: firsts[lower])
      second.derivatives(lower, at: points, into: seconds[lower])
    }
    let places = SymmetricRows(dimension: dimension, order: order)
    let counts = (0...order).map { SymmetricRows(dimension: dimension, order: $0).count }
    for component in 0..<components {
      places.forEachRising { variables, place in
        let sum = derivatives.row(component * places.count + place)
        for lane in 0..<points.count { sum[lane] = 0 }
        for term in terms where term.result == component {
          for share in 0..<(1 << order) {
            let (mine, yours) = self.split(variables, share)
            let left = firsts[mine.count].row(term.first * counts[mine.count] + places.place(mine))
            let right = seconds[yours.count].row(term.second * counts[yours.count] + places.place(yours))
            let (sign, lanes) = (term.sign, points.count)
            for lane in 0..<lanes { sum[lane] += sign * left[lane] * right[lane] }
          }
        }
      }
      places.mirror(component, of: derivatives, lanes: points.count)
    }
  }

  /// The variables whose bit is set, and the others.
  private func split(_ variables: [Int], _ share: Int) -> ([Int], [Int]) {
    var mine: [Int] = []
    var yours: [Int] = []
    for (index, variable) in variables.enumerated() {
      if share & (1 << index) != 0 { mine.append(variable) } else { yours.append(variable) }
    }
    return (mine, yours)
  }
}
