import Expressions

extension ScalarExpressionField {
  /// The Laplacian as a formula of its own, with derivatives of every order.
  public var laplacian: ScalarExpressionField {
    var graph = ExpressionGraph()
    let node = graph.laplacian(of: graph.insert(expression), dimension)
    return ScalarExpressionField(graph.expression(node), variables: variables)
  }
}

extension VectorExpressionField {
  /// The curl ∇×F of a field of space as formulas of their own, by the right-hand rule.
  ///
  /// - Precondition: the field has three components and three coordinates.
  public var curlVector: VectorExpressionField {
    precondition(components == 3 && dimension == 3, "this curl is that of space")
    return VectorExpressionField(CoordinateSystem.space.curl(of: expressions), variables: variables)
  }

  /// The Laplacian of every component as formulas of their own.
  public var laplacian: VectorExpressionField {
    let laplacians = expressions.map { component -> Expression in
      var graph = ExpressionGraph()
      let node = graph.laplacian(of: graph.insert(component), dimension)
      return graph.expression(node)
    }
    return VectorExpressionField(laplacians, variables: variables)
  }
}

extension ExpressionGraph {
  /// Σ ∂²/∂xᵢ² of a node.
  fileprivate mutating func laplacian(of node: Node, _ dimension: Int) -> Node {
    var total = number(0)
    for variable in 0..<dimension {
      let slope = derivative(of: node, by: variable)
      total = sum(total, derivative(of: slope, by: variable))
    }
    return total
  }
}
