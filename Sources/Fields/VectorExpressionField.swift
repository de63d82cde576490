import Expressions

/// A vector field given by one formula a component, with its exact Jacobian, divergence and curl.
public struct VectorExpressionField: VectorField {
  /// The formula as it was written, with the names of its parameters.
  public let formula: Formula
  /// The expressions of the components, with the values of the parameters.
  public let expressions: [Expression]
  /// The names of the coordinates.
  public let variables: Variables
  private let valueProgram: Program<Double>
  private let floatProgram: Program<Float>
  private let jacobianProgram: Program<Double>
  private let hessianProgram: Program<Double>

  /// The field of these components.
  public init(_ expressions: [Expression], variables: Variables = .plane) {
    self.init(Formula(.vector(expressions), variables: variables))
  }

  /// The field of a formula that yields a vector.
  @export(interface)
  public init(_ formula: Formula) {
    self.formula = formula
    expressions = formula.substituted.expressions
    variables = formula.variables
    let dimension = formula.dimension
    var graph = ExpressionGraph()
    let values = expressions.map { graph.insert($0) }
    var jacobian: [ExpressionGraph.Node] = []
    for value in values {
      for variable in 0..<dimension { jacobian.append(graph.derivative(of: value, by: variable)) }
    }
    var hessians: [ExpressionGraph.Node] = []
    for place in jacobian.indices {
      for variable in 0..<dimension {
        // ∂²F/∂x∂y and ∂²F/∂y∂x are one node.
        let column = place % dimension
        let lower = jacobian[place - column + min(column, variable)]
        hessians.append(graph.derivative(of: lower, by: max(column, variable)))
      }
    }
    valueProgram = Program(graph, outputs: values, inputCount: dimension)
    floatProgram = Program(graph, outputs: values, inputCount: dimension)
    jacobianProgram = Program(graph, outputs: jacobian, inputCount: dimension)
    hessianProgram = Program(graph, outputs: hessians, inputCount: dimension)
  }

  /// The field whose components are written `P, Q` or `(P, Q)`.
  public init(_ text: String, variables: Variables = .plane) throws(ExpressionError) {
    self.init(try Formula.vector(utf8: Array(text.utf8), variables: variables))
  }

  /// The number of coordinates of a point.
  public var dimension: Int { variables.names.count }

  /// The number of components of the vector.
  public var components: Int { expressions.count }

  /// The vector at every point; row i is the component Fᵢ.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    valueProgram.evaluate(at: points, into: values)
  }

  /// The vector at every point in single precision.
  public func values(at points: Block<Float>, into values: Block<Float>) {
    floatProgram.evaluate(at: points, into: values)
  }

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    jacobianProgram.evaluate(at: points, into: jacobians)
  }

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    hessianProgram.evaluate(at: points, into: hessians)
  }

  /// The components over whole boxes.
  public var enclosure: IntervalProgram? { IntervalProgram(expressions, inputCount: dimension) }

  /// The first derivatives over whole boxes.
  public var jacobianEnclosure: IntervalProgram? { jacobianIntervals }

  /// The first derivatives over whole boxes, which formulas always have.
  var jacobianIntervals: IntervalProgram {
    IntervalProgram(expressions, inputCount: dimension, narrow: 0) { graph, values in
      var derivatives: [ExpressionGraph.Node] = []
      for value in values {
        for variable in 0..<dimension { derivatives.append(graph.derivative(of: value, by: variable)) }
      }
      return derivatives
    }
  }

  /// The divergence as a formula of its own.
  ///
  /// - Precondition: the field has as many components as coordinates.
  @export(interface)
  public var divergence: ScalarExpressionField {
    precondition(components == dimension, "the divergence needs as many components as coordinates")
    var graph = ExpressionGraph()
    var sum = graph.number(0)
    for (index, expression) in expressions.enumerated() {
      let component = graph.insert(expression)
      sum = graph.sum(sum, graph.derivative(of: component, by: index))
    }
    return ScalarExpressionField(graph.expression(sum), variables: variables)
  }

  /// The curl ∂Q/∂x − ∂P/∂y of a field of the plane as a formula of its own.
  ///
  /// - Precondition: the field has two components and two coordinates.
  public var curl: ScalarExpressionField {
    precondition(components == 2 && dimension == 2, "this curl is that of the plane")
    var graph = ExpressionGraph()
    let first = graph.insert(expressions[0])
    let second = graph.insert(expressions[1])
    let turning = graph.difference(
      graph.derivative(of: second, by: 0), graph.derivative(of: first, by: 1))
    return ScalarExpressionField(graph.expression(turning), variables: variables)
  }
}
