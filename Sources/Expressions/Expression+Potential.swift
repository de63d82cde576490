extension Expression {
  /// A function whose derivative by a variable is the formula, if the rules of integration find one.
  ///
  /// What is found is differentiated again and must prove equal to the formula.
  public func antiderivative(by variable: Int) -> Expression? {
    guard size <= 400 else { return nil }
    var rules = Antiderivative(by: variable)
    guard let found = try? rules.integral(of: self) else { return nil }
    let result = found.simplified
    return result.hasSlope(self, by: variable) ? result : nil
  }

  /// A function whose partial derivatives are the components, if integration finds one: their potential φ.
  ///
  /// Integrated along one coordinate after another, in each order until one succeeds; Fᵢ − ∂φ/∂xᵢ must prove 0
  /// for every component. The potential may be many-valued (an arc tangent) or have poles.
  @export(interface)
  public static func potential(of components: [Expression]) -> Expression? {
    firstPotential(of: components) { _ in true }
  }

  /// The first potential that integration finds, in one order of the coordinates or another, and that is wanted.
  ///
  /// Different orders may find formulas that jump at different places, as −atan(x/y) and atan(y/x).
  package static func firstPotential(
    of components: [Expression], where isWanted: (Expression) -> Bool
  ) -> Expression? {
    let count = components.count
    guard count > 0, count <= 4 else { return nil }
    for first in 0..<count {
      let order = (0..<count).map { ($0 + first) % count }
      guard let candidate = potential(of: components, order) else { continue }
      let isRight = components.indices.allSatisfy { candidate.hasSlope(components[$0], by: $0) }
      if isRight, isWanted(candidate) { return candidate }
    }
    return nil
  }

  private static func potential(of components: [Expression], _ order: [Int]) -> Expression? {
    var potential: Expression?
    for variable in order {
      var rest = components[variable]
      if let known = potential {
        rest = .binary(.subtract, rest, known.slope(by: variable))
      }
      rest = rest.simplified
      if rest == .number(0) { continue }
      guard let part = rest.antiderivative(by: variable) else { return nil }
      potential = potential.map { .binary(.add, $0, part) } ?? part
    }
    return potential ?? .number(0)
  }

  private func slope(by variable: Int) -> Expression {
    var graph = ExpressionGraph.exact
    let node = graph.insert(self)
    let slope = graph.derivative(of: node, by: variable)
    return graph.expression(slope)
  }

  private func hasSlope(_ expression: Expression, by variable: Int) -> Bool {
    Expression.binary(.subtract, slope(by: variable), expression).isProvenZero
  }
}
