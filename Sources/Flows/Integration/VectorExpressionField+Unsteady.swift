import Expressions
import Fields

extension VectorExpressionField {
  /// A field that changes with time: formulas of the coordinates and of t, one for each coordinate.
  ///
  /// ```swift
  /// let gust = try VectorExpressionField(unsteady: "1, sin(x - t)")
  /// gust.components  // 2
  /// gust.dimension   // 3: x, y and t
  /// ```
  ///
  /// - Throws: `ExpressionError` where the text is not such a formula.
  public init(unsteady text: String, variables: Variables = .plane) throws(ExpressionError) {
    let timed = Variables(names: variables.names + [Array("t".utf8)])
    self.init(try Formula.vector(utf8: Array(text.utf8), variables: timed, count: variables.count))
  }
}
