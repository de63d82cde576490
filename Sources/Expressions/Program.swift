import Elementary

/// Expressions compiled to steps over blocks of lanes, every common part computed once.
///
/// The program runs over tiles of 256 lanes whose registers stay in the cache. A lane's result does not
/// depend on the lanes beside it, nor on how many there are.
///
/// ```swift
/// let program = Program<Double>([try Expression("x^2 + y^2"), try Expression("x y")], inputCount: 2)
/// program.evaluate(at: points, into: values)  // blocks of 2 rows
/// ```
public struct Program<Scalar: BlockScalar>: Sendable {
  /// The number of variables: rows of the points.
  public let inputCount: Int
  /// The number of expressions: rows of the values.
  public let outputCount: Int
  package let instructions: [Instruction<Scalar>]
  package let registerCount: Int

  /// A program for expressions of the variables 0 ..< `inputCount`.
  public init(_ expressions: [Expression], inputCount: Int) {
    var graph = ExpressionGraph()
    let outputs = expressions.map { graph.insert($0) }
    self.init(graph, outputs: outputs, inputCount: inputCount)
  }

  /// A program for nodes of a graph.
  public init(_ graph: ExpressionGraph, outputs: [ExpressionGraph.Node], inputCount: Int) {
    self.inputCount = inputCount
    outputCount = outputs.count
    var compiler = Compiler<Scalar>(graph: graph, outputs: outputs, inputCount: inputCount)
    compiler.compile()
    instructions = compiler.instructions
    registerCount = compiler.registerCount
  }

  /// Evaluates every expression at every point.
  ///
  /// - Parameters:
  ///   - points: ``inputCount`` rows; `points.count` lanes are read.
  ///   - values: ``outputCount`` rows; `values.count` becomes `points.count`. It must not be `points`.
  public func evaluate(at points: Block<Scalar>, into values: Block<Scalar>) {
    Scalar.evaluate(self, at: points, into: values, lanes: nil)
  }

  /// Evaluates every expression at some of the points: what one of several threads does.
  ///
  /// Different ranges of the same blocks may be evaluated at the same time from different threads. Every lane gets
  /// the bits that ``evaluate(at:into:)`` gives it, however the lanes are shared out.
  ///
  /// - Parameters:
  ///   - points: ``inputCount`` rows.
  ///   - values: ``outputCount`` rows; only the lanes of the range are written, and `values.count` stays what it
  ///     is. It must not be `points`.
  ///   - lanes: A range within `points.count` and the capacity of the values.
  public func evaluate(at points: Block<Scalar>, into values: Block<Scalar>, lanes: Range<Int>) {
    Scalar.evaluate(self, at: points, into: values, lanes: lanes)
  }
}
