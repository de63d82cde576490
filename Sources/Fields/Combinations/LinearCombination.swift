import Expressions

/// a·F + b·G, component by component.
struct LinearCombination<First: FieldParts, Second: FieldParts>: FieldParts {
  let first: First
  let second: Second
  let factors: (Double, Double)

  init(_ factor: Double, _ first: First, _ otherFactor: Double, _ second: Second) {
    precondition(first.dimension == second.dimension, "both fields have one space")
    precondition(first.components == second.components, "both fields have as many components")
    self.first = first
    self.second = second
    factors = (factor, otherFactor)
  }

  var dimension: Int { first.dimension }
  var components: Int { first.components }

  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    first.derivatives(order, at: points, into: derivatives)
    let others = derivatives.companion(0, rows: rows(order))
    second.derivatives(order, at: points, into: others)
    let (a, b) = factors
    for row in 0..<rows(order) {
      let sum = derivatives.row(row)
      let other = others.row(row)
      for lane in 0..<points.count { sum[lane] = a * sum[lane] + b * other[lane] }
    }
  }
}
