import Expressions

/// Gradient, divergence, curl and Laplacian of formulas in the coordinates, with components along the local unit vectors.
///
/// They follow the general formulas for orthogonal coordinates qᵢ with Lamé factors hᵢ:
///
/// (∇f)ᵢ = (1/hᵢ) ∂ᵢf, ∇·F = Σ (1/hᵢ)(∂ᵢFᵢ + Fᵢ Σ_{j≠i} ∂ᵢ ln hⱼ),
/// (∇×F)ᵢ = (1/hⱼ)(∂ⱼF_k + F_k ∂ⱼ ln h_k) − (1/h_k)(∂_kFⱼ + Fⱼ ∂_k ln hⱼ) for (i, j, k) in cyclic order
///
/// (Morse and Feshbach, *Methods of Theoretical Physics*, 1953, §1.3, the products carried out). Results are formulas in
/// the same coordinates; like all of polar form they do not hold on the axis.
extension CoordinateSystem {
  /// The gradient: one formula for each local unit vector.
  public func gradient(of field: Expression) -> [Expression] {
    var graph = ExpressionGraph()
    let node = graph.insert(field)
    let slopes = gradient(node, in: &graph)
    return slopes.map { graph.expression($0) }
  }

  /// The divergence.
  ///
  /// - Precondition: there is a component for every coordinate.
  public func divergence(of components: [Expression]) -> Expression {
    var graph = ExpressionGraph()
    let nodes = components.map { graph.insert($0) }
    let sum = divergence(nodes, in: &graph)
    return graph.expression(sum)
  }

  /// The curl: one formula in two dimensions, positive counter-clockwise; three in three, by the right-hand rule.
  ///
  /// - Precondition: there is a component for every coordinate.
  public func curl(of components: [Expression]) -> [Expression] {
    var graph = ExpressionGraph()
    let nodes = components.map { graph.insert($0) }
    let turning = curl(nodes, in: &graph)
    return turning.map { graph.expression($0) }
  }

  /// The Laplacian, the divergence of the gradient.
  public func laplacian(of field: Expression) -> Expression {
    var graph = ExpressionGraph()
    let node = graph.insert(field)
    let slopes = gradient(node, in: &graph)
    let sum = divergence(slopes, in: &graph)
    return graph.expression(sum)
  }

  /// The Laplacian of a vector field, ∇(∇·F) − ∇×(∇×F): not that of its components, because the unit vectors turn.
  ///
  /// - Precondition: there is a component for every coordinate.
  @export(interface)
  public func laplacian(of components: [Expression]) -> [Expression] {
    var graph = ExpressionGraph()
    let nodes = components.map { graph.insert($0) }
    let spread = divergence(nodes, in: &graph)
    let first = gradient(spread, in: &graph)
    let turning = curl(nodes, in: &graph)
    let second: [ExpressionGraph.Node]
    if dimension == 2 {
      // The curl of a vector that stands upright on the plane.
      let slopes = gradient(turning[0], in: &graph)
      second = [slopes[1], graph.negated(slopes[0])]
    } else {
      second = curl(turning, in: &graph)
    }
    let differences = zip(first, second).map { graph.difference($0, $1) }
    return differences.map { graph.expression($0) }
  }

  private func gradient(
    _ field: ExpressionGraph.Node, in graph: inout ExpressionGraph
  ) -> [ExpressionGraph.Node] {
    (0..<dimension).map { slope(field, $0, in: &graph) }
  }

  private func divergence(
    _ components: [ExpressionGraph.Node], in graph: inout ExpressionGraph
  ) -> ExpressionGraph.Node {
    precondition(components.count == dimension, "a component for every coordinate")
    var sum = graph.number(0)
    for (index, component) in components.enumerated() {
      sum = graph.sum(sum, slope(component, index, in: &graph))
      for other in 0..<dimension where other != index {
        guard let growth = growth(of: other, along: index, in: &graph) else { continue }
        sum = graph.sum(sum, graph.product(component, growth))
      }
    }
    return sum
  }

  private func curl(
    _ components: [ExpressionGraph.Node], in graph: inout ExpressionGraph
  ) -> [ExpressionGraph.Node] {
    precondition(components.count == dimension, "a component for every coordinate")
    let pairs = dimension == 2 ? [(0, 1)] : [(1, 2), (2, 0), (0, 1)]
    return pairs.map { first, second in
      let forward = turning(components[second], of: second, along: first, in: &graph)
      let backward = turning(components[first], of: first, along: second, in: &graph)
      return graph.difference(forward, backward)
    }
  }

  /// (1/hⱼ)(∂ⱼF_k + F_k ∂ⱼ ln h_k).
  private func turning(
    _ component: ExpressionGraph.Node, of index: Int, along other: Int, in graph: inout ExpressionGraph
  ) -> ExpressionGraph.Node {
    let slope = slope(component, other, in: &graph)
    guard let growth = growth(of: index, along: other, in: &graph) else { return slope }
    return graph.sum(slope, graph.product(component, growth))
  }

  /// (1/hᵢ) ∂ᵢ.
  private func slope(
    _ node: ExpressionGraph.Node, _ index: Int, in graph: inout ExpressionGraph
  ) -> ExpressionGraph.Node {
    let derivative = graph.derivative(of: node, by: index)
    guard let scale = scaleFactor(index, in: &graph) else { return derivative }
    return graph.quotient(derivative, scale)
  }

  /// A Lamé factor as a formula; `nil` for 1.
  private func scaleFactor(_ index: Int, in graph: inout ExpressionGraph) -> ExpressionGraph.Node? {
    let radius = graph.variable(0)
    switch (self, index) {
    case (.polar, 1), (.cylindrical, 1), (.spherical, 1): return radius
    case (.spherical, 2): return graph.product(radius, graph.unary(.sin, graph.variable(1)))
    default: return nil
    }
  }

  /// (1/hᵢ) ∂ᵢ ln hⱼ as a formula; `nil` for 0.
  private func growth(
    of index: Int, along other: Int, in graph: inout ExpressionGraph
  ) -> ExpressionGraph.Node? {
    let radius = graph.variable(0)
    switch (self, index, other) {
    case (.polar, 1, 0), (.cylindrical, 1, 0), (.spherical, 1, 0), (.spherical, 2, 0):
      return graph.quotient(graph.number(1), radius)
    case (.spherical, 2, 1):
      // cot θ / r.
      let angle = graph.variable(1)
      let cotangent = graph.quotient(graph.unary(.cos, angle), graph.unary(.sin, angle))
      return graph.quotient(cotangent, radius)
    default: return nil
    }
  }
}
