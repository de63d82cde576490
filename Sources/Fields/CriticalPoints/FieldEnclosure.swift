import Expressions

/// A field given by formulas, on boxes: where its components, its derivatives, and what they are made of may lie.
struct FieldEnclosure: Sendable {
  /// The number of coordinates, and of components.
  let dimension: Int
  private let program: IntervalProgram
  /// Whether the formula of which this is the gradient is an output behind the derivatives.
  private let hasPotential: Bool

  /// The components of a vector field and their derivatives.
  init(_ field: VectorExpressionField) {
    let dimension = field.dimension
    self.dimension = dimension
    hasPotential = false
    program = IntervalProgram(field.expressions, inputCount: dimension, narrow: dimension) { graph, values in
      FieldEnclosure.withDerivatives(values, dimension, &graph)
    }
  }

  /// The gradient of a scalar field and its derivatives; where the scalar does not exist, neither does its gradient.
  init(gradientOf field: ScalarExpressionField) {
    let dimension = field.dimension
    self.dimension = dimension
    hasPotential = true
    program = IntervalProgram([field.expression], inputCount: dimension, narrow: dimension) { graph, values in
      let gradient = (0..<dimension).map { graph.derivative(of: values[0], by: $0) }
      return FieldEnclosure.withDerivatives(gradient, dimension, &graph) + values
    }
  }

  private static func withDerivatives(
    _ values: [ExpressionGraph.Node], _ dimension: Int, _ graph: inout ExpressionGraph
  ) -> [ExpressionGraph.Node] {
    var nodes = values
    for value in values {
      for variable in 0..<dimension { nodes.append(graph.derivative(of: value, by: variable)) }
    }
    return nodes
  }

  /// Computes everything over a box and at its centre.
  func evaluate(over box: IntervalBox, into workspace: inout IntervalWorkspace) {
    program.evaluate(over: box, into: &workspace)
  }

  /// A component over the box.
  func value(_ component: Int, _ workspace: IntervalWorkspace) -> Interval { workspace.value(component) }

  /// A component at the centre of the box.
  func centralValue(_ component: Int, _ workspace: IntervalWorkspace) -> Interval {
    workspace.centralValue(component)
  }

  /// ∂Fᵢ/∂xⱼ over the box.
  func derivative(_ component: Int, by variable: Int, _ workspace: IntervalWorkspace) -> Interval {
    workspace.value(dimension + component * dimension + variable)
  }

  /// Whether the field has no zero in the box: it is nowhere defined, or a component is nowhere 0.
  func excludesZero(_ workspace: IntervalWorkspace) -> Bool {
    for component in 0..<dimension where !workspace.value(component).contains(0) { return true }
    return hasPotential && workspace.value(dimension + dimension * dimension).isEmpty
  }

  /// Whether the field is 0 in the whole box.
  func isZero(_ workspace: IntervalWorkspace) -> Bool {
    for component in 0..<dimension {
      let value = workspace.value(component)
      guard value.lower == 0, value.upper == 0, value.isContinuous else { return false }
    }
    return true
  }

  /// What stands in the way of a proof in the box; `nil` where the field is continuously differentiable.
  func obstacle(_ workspace: IntervalWorkspace) -> BoxDoubt? {
    let derivatives = dimension..<(dimension + dimension * dimension)
    var doubts: Interval.Doubts = []
    // A scalar that has no gradient somewhere has a kink there, as long as it has a value.
    let founding = hasPotential ? derivatives.upperBound..<(derivatives.upperBound + 1) : 0..<dimension
    for place in founding { doubts.formUnion(workspace.value(place).doubts) }
    if doubts.contains(.undefined) { return .undefined }
    if doubts.contains(.discontinuous) { return .jump }
    for place in 0..<derivatives.upperBound where !workspace.value(place).isContinuous { return .kink }
    return nil
  }
}
