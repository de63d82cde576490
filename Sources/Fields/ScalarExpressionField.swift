import Expressions

/// A scalar field given by a formula, with exact first and second derivatives.
public struct ScalarExpressionField: ScalarField {
  /// The formula as it was written, with the names of its parameters.
  public let formula: Formula
  /// The expression, with the values of the parameters.
  public let expression: Expression
  /// The names of its coordinates.
  public let variables: Variables
  private let valueProgram: Program<Double>
  private let gradientProgram: Program<Double>
  private let hessianProgram: Program<Double>
  private let thirdProgram: Program<Double>

  /// The field of an expression.
  public init(_ expression: Expression, variables: Variables = .plane) {
    self.init(Formula(.scalar(expression), variables: variables))
  }

  /// The field of a formula.
  ///
  /// - Precondition: the formula yields one number.
  @export(interface)
  public init(_ formula: Formula) {
    let expressions = formula.substituted.expressions
    precondition(expressions.count == 1, "a scalar field is one number at every point")
    self.formula = formula
    expression = expressions[0]
    variables = formula.variables
    let dimension = formula.dimension
    var graph = ExpressionGraph()
    let value = graph.insert(expression)
    let gradient = (0..<dimension).map { graph.derivative(of: value, by: $0) }
    var hessian: [ExpressionGraph.Node] = []
    for first in 0..<dimension {
      // ∂²f/∂x∂y and ∂²f/∂y∂x are one node: the matrix is symmetric to the last bit.
      for second in 0..<dimension {
        hessian.append(graph.derivative(of: gradient[min(first, second)], by: max(first, second)))
      }
    }
    var third: [ExpressionGraph.Node] = []
    for place in hessian.indices {
      for variable in 0..<dimension {
        let order = [place / dimension, place % dimension, variable].sorted()
        third.append(graph.derivative(of: hessian[order[0] * dimension + order[1]], by: order[2]))
      }
    }
    valueProgram = Program(graph, outputs: [value], inputCount: dimension)
    gradientProgram = Program(graph, outputs: gradient, inputCount: dimension)
    hessianProgram = Program(graph, outputs: hessian, inputCount: dimension)
    thirdProgram = Program(graph, outputs: third, inputCount: dimension)
  }

  /// The field of a formula given as text.
  public init(_ text: String, variables: Variables = .plane) throws(ExpressionError) {
    self.init(try Formula.scalar(utf8: Array(text.utf8), variables: variables))
  }

  /// The number of coordinates of a point.
  public var dimension: Int { variables.names.count }

  /// The value at every point; one row.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    valueProgram.evaluate(at: points, into: values)
  }

  /// The partial derivatives at every point; row i is ∂f/∂xᵢ.
  public func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    gradientProgram.evaluate(at: points, into: gradients)
  }

  /// The second derivatives at every point; row i·dimension + j is ∂²f/∂xᵢ∂xⱼ.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    hessianProgram.evaluate(at: points, into: hessians)
  }

  /// The third derivatives at every point; row (i·dimension + j)·dimension + k is ∂³f/∂xᵢ∂xⱼ∂xₖ.
  public func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    thirdProgram.evaluate(at: points, into: derivatives)
  }

  /// The value over whole boxes.
  public var enclosure: IntervalProgram? { IntervalProgram([expression], inputCount: dimension) }

  /// The gradient as a field of vectors.
  public var gradient: VectorExpressionField {
    var graph = ExpressionGraph()
    let value = graph.insert(expression)
    let partials = (0..<dimension).map { graph.derivative(of: value, by: $0) }
    return VectorExpressionField(partials.map { graph.expression($0) }, variables: variables)
  }
}
