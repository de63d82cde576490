import Expressions

/// Fields written in the coordinates as fields of the plane or of space, which every tool takes.
extension CoordinateSystem {
  /// The scalar field of a formula in these coordinates, as a field of x, y (and z).
  ///
  /// ```swift
  /// let spiral = try Expression("theta + log r", variables: CoordinateSystem.polar.variables)
  /// CoordinateSystem.polar.cartesianField(of: spiral).gradient(at: [0, 2])       // (−0.5, 0.5)
  /// ```
  public func cartesianField(of field: Expression) -> ScalarExpressionField {
    ScalarExpressionField(field.substituting(cartesianFormulas), variables: cartesian.variables)
  }

  /// The vector field with these components along the local unit vectors, as a field of x, y (and z).
  ///
  /// - Precondition: there is a component for every coordinate.
  @export(interface)
  public func cartesianField(of components: [Expression]) -> VectorExpressionField {
    precondition(components.count == dimension, "a component for every coordinate")
    var graph = ExpressionGraph()
    let formulas = cartesianFormulas
    let nodes = components.map { graph.insert($0.substituting(formulas)) }
    let frame = frame(in: &graph)
    let sums = (0..<dimension).map { axis -> Expression in
      var sum = graph.number(0)
      for (index, node) in nodes.enumerated() {
        sum = graph.sum(sum, graph.product(frame[axis][index], node))
      }
      return graph.expression(sum)
    }
    return VectorExpressionField(sums, variables: cartesian.variables)
  }

  /// The coordinates as formulas of the cartesian ones.
  private var cartesianFormulas: [Expression] {
    var graph = ExpressionGraph()
    let nodes = coordinates(in: &graph)
    return nodes.map { graph.expression($0) }
  }

  /// The coordinates as nodes over the cartesian ones.
  private func coordinates(in graph: inout ExpressionGraph) -> [ExpressionGraph.Node] {
    let axes = (0..<dimension).map { graph.variable($0) }
    let distance = graph.binary(.hypot, axes[0], axes[1])
    let angle = graph.binary(.atan2, axes[1], axes[0])
    switch self {
    case .plane, .space: return axes
    case .polar: return [distance, angle]
    case .cylindrical: return [distance, angle, axes[2]]
    case .spherical:
      return [
        graph.binary(.hypot, distance, axes[2]), graph.binary(.atan2, distance, axes[2]), angle,
      ]
    }
  }

  /// The local unit vectors as formulas of the cartesian coordinates: row for an axis, column for a unit vector.
  private func frame(in graph: inout ExpressionGraph) -> [[ExpressionGraph.Node]] {
    let (zero, one) = (graph.number(0), graph.number(1))
    guard self != .plane, self != .space else {
      return (0..<dimension).map { row in (0..<dimension).map { row == $0 ? one : zero } }
    }
    let coordinates = coordinates(in: &graph)
    let (x, y) = (graph.variable(0), graph.variable(1))
    let distance = graph.binary(.hypot, x, y)
    let (cosine, sine) = (graph.quotient(x, distance), graph.quotient(y, distance))
    let turned = graph.negated(sine)
    switch self {
    case .polar: return [[cosine, turned], [sine, cosine]]
    case .cylindrical: return [[cosine, turned, zero], [sine, cosine, zero], [zero, zero, one]]
    default:
      let z = graph.variable(2)
      let polarCosine = graph.quotient(z, coordinates[0])
      let polarSine = graph.quotient(distance, coordinates[0])
      return [
        [graph.quotient(x, coordinates[0]), graph.product(polarCosine, cosine), turned],
        [graph.quotient(y, coordinates[0]), graph.product(polarCosine, sine), cosine],
        [polarCosine, graph.negated(polarSine), zero],
      ]
    }
  }
}
