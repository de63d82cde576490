/// ∇ and what is built of it, on quantities whose first variables are the coordinates.
extension Quantity {
  /// What a word such as `grad` before a quantity yields.
  static func applying(
    _ word: VectorOperator, to operand: Quantity, dimension: Int
  ) throws(Mismatch) -> Quantity {
    switch word {
    case .gradient: return try gradient(of: operand, dimension)
    case .divergence: return try divergence(of: operand, dimension)
    case .curl: return try curl(of: operand, dimension)
    case .laplacian: return try laplacian(of: operand, dimension)
    case .hessian:
      let components = try gradient(of: operand, dimension)
      return try jacobian(of: components, dimension)
    case .jacobian: return try jacobian(of: operand, dimension)
    case .quarterTurn:
      let components = try operand.vector()
      guard components.count == 2 else { throw .differentSizes }
      return .vector([.unary(.negate, components[1]), components[0]])
    }
  }

  /// The derivative of a quantity by one variable.
  static func derivative(of operand: Quantity, by variable: Int) throws(Mismatch) -> Quantity {
    var workshop = Workshop()
    let nodes = operand.expressions.map { workshop.derivative(of: $0, by: variable) }
    let results = try workshop.expressions(nodes)
    switch operand {
    case .scalar: return .scalar(results[0])
    case .vector: return .vector(results)
    case .matrix(let rows):
      let width = max(rows.first?.count ?? 1, 1)
      return .matrix(rows.indices.map { Array(results[($0 * width)..<(($0 + 1) * width)]) })
    }
  }

  private static func gradient(of operand: Quantity, _ dimension: Int) throws(Mismatch) -> Quantity {
    let expression = try operand.scalar()
    var workshop = Workshop()
    let nodes = (0..<dimension).map { workshop.derivative(of: expression, by: $0) }
    return .vector(try workshop.expressions(nodes))
  }

  private static func jacobian(of operand: Quantity, _ dimension: Int) throws(Mismatch) -> Quantity {
    let components = try operand.vector()
    var workshop = Workshop()
    var rows: [[Expression]] = []
    for component in components {
      let nodes = (0..<dimension).map { workshop.derivative(of: component, by: $0) }
      rows.append(try workshop.expressions(nodes))
    }
    return .matrix(rows)
  }

  private static func divergence(of operand: Quantity, _ dimension: Int) throws(Mismatch) -> Quantity {
    let components = try operand.vector()
    guard components.count == dimension else { throw .differentSizes }
    var workshop = Workshop()
    var sum = workshop.graph.number(0)
    for (index, component) in components.enumerated() {
      let slope = workshop.derivative(of: component, by: index)
      sum = workshop.graph.sum(sum, slope)
    }
    return .scalar(try workshop.expressions([sum])[0])
  }

  private static func curl(of operand: Quantity, _ dimension: Int) throws(Mismatch) -> Quantity {
    let components = try operand.vector()
    guard components.count == dimension, dimension == 2 || dimension == 3 else { throw .differentSizes }
    var workshop = Workshop()
    if dimension == 2 {
      let node = workshop.turning(components, 0, 1)
      return .scalar(try workshop.expressions([node])[0])
    }
    let nodes = [(1, 2), (2, 0), (0, 1)].map { workshop.turning(components, $0.0, $0.1) }
    return .vector(try workshop.expressions(nodes))
  }

  private static func laplacian(of operand: Quantity, _ dimension: Int) throws(Mismatch) -> Quantity {
    if case .matrix = operand { throw .notAScalar }
    var workshop = Workshop()
    let nodes = operand.expressions.map { workshop.laplacian(of: $0, dimension) }
    let results = try workshop.expressions(nodes)
    if case .scalar = operand { return .scalar(results[0]) }
    return .vector(results)
  }
}

/// A graph in which derivatives are made, and the way back to trees.
private struct Workshop {
  var graph = ExpressionGraph.exact

  mutating func derivative(of expression: Expression, by variable: Int) -> ExpressionGraph.Node {
    let node = graph.insert(expression)
    return graph.derivative(of: node, by: variable)
  }

  /// ∂Fⱼ/∂xᵢ − ∂Fᵢ/∂xⱼ.
  mutating func turning(_ components: [Expression], _ i: Int, _ j: Int) -> ExpressionGraph.Node {
    let first = derivative(of: components[j], by: i)
    let second = derivative(of: components[i], by: j)
    return graph.difference(first, second)
  }

  mutating func laplacian(of expression: Expression, _ dimension: Int) -> ExpressionGraph.Node {
    var sum = graph.number(0)
    for variable in 0..<dimension {
      let slope = derivative(of: expression, by: variable)
      let bend = graph.derivative(of: slope, by: variable)
      sum = graph.sum(sum, bend)
    }
    return sum
  }

  func expressions(_ nodes: [ExpressionGraph.Node]) throws(Quantity.Mismatch) -> [Expression] {
    guard graph.sizes(of: nodes) <= ExpressionError.maximumSize else { throw .tooLarge }
    return nodes.map { graph.expression($0) }
  }
}
