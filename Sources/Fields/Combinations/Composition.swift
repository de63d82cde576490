import Expressions

/// F(G(x)): first the inner field, whose values are the points of the outer one.
///
/// Derivatives follow the chain rule to second order; the third ones would need those of the inner field.
struct Composition<Outer: FieldParts, Inner: FieldParts>: FieldParts {
  let outer: Outer
  let inner: Inner

  init(_ outer: Outer, _ inner: Inner) {
    precondition(inner.components == outer.dimension, "the inner values are points of the outer field")
    self.outer = outer
    self.inner = inner
  }

  var dimension: Int { inner.dimension }
  var components: Int { outer.components }

  func derivatives(_ order: Int, at points: Block<Double>, into derivatives: Block<Double>) {
    guard order <= 2 else {
      forgo(order, at: points, into: derivatives)
      return
    }
    derivatives.count = points.count
    // Companions 0 … 2 hold the inner field by order, 3 … 5 the outer one.
    let inners = (0...order).map { derivatives.companion($0, rows: inner.rows($0)) }
    let outers = (0...order).map { derivatives.companion(3 + $0, rows: outer.rows($0)) }
    for (lower, block) in inners.enumerated() { inner.derivatives(lower, at: points, into: block) }
    for (lower, block) in outers.enumerated() where lower > 0 || order == 0 {
      outer.derivatives(lower, at: inners[0], into: block)
    }
    let rule = SymmetricRows(dimension: dimension, order: order)
    for component in 0..<components {
      rule.forEachRising { variables, place in
        let sum = derivatives.row(component * rule.count + place)
        for lane in 0..<points.count { sum[lane] = order == 0 ? outers[0].row(component)[lane] : 0 }
        if order > 0 { self.addSlopes(component, variables, inners, outers, to: sum) }
        if order > 1 { self.addBends(component, variables, inners, outers, to: sum) }
      }
      rule.mirror(component, of: derivatives, lanes: points.count)
    }
  }

  /// Adds Σ ∂F/∂gₐ · ∂gₐ/∂x… for one or two variables.
  private func addSlopes(
    _ component: Int, _ variables: [Int], _ inners: [Block<Double>], _ outers: [Block<Double>],
    to sum: UnsafeMutablePointer<Double>
  ) {
    let order = variables.count
    let rule = SymmetricRows(dimension: dimension, order: order)
    for a in 0..<inner.components {
      let slope = outers[1].row(component * inner.components + a)
      let change = inners[order].row(a * rule.count + rule.place(variables))
      for lane in 0..<inners[order].count { sum[lane] += slope[lane] * change[lane] }
    }
  }

  /// Adds Σ ∂²F/∂gₐ∂g_b · ∂gₐ/∂xᵢ · ∂g_b/∂xⱼ.
  private func addBends(
    _ component: Int, _ variables: [Int], _ inners: [Block<Double>], _ outers: [Block<Double>],
    to sum: UnsafeMutablePointer<Double>
  ) {
    for a in 0..<inner.components {
      for b in 0..<inner.components {
        let bend = outers[2].row((component * inner.components + a) * inner.components + b)
        let first = inners[1].row(a * dimension + variables[0])
        let second = inners[1].row(b * dimension + variables[1])
        for lane in 0..<inners[1].count { sum[lane] += bend[lane] * first[lane] * second[lane] }
      }
    }
  }
}
