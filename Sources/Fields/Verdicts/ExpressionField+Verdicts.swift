import Expressions
import LinearAlgebra

extension VectorExpressionField {
  /// What the flow does near a point relative to the point, with all rounding bounded by interval arithmetic.
  ///
  /// ```swift
  /// try VectorExpressionField("x - 2y, x - y").flowType(at: [0, 0]).kind       // centre
  /// ```
  ///
  /// The errors are those of the derivatives at exactly this point: none where they are constants that a double holds, so
  /// that a linear field is always decided. A program is made for the purpose; where many points are asked,
  /// ``VectorReading/flowType`` with rounding as the tolerance costs less.
  ///
  /// - Precondition: the field has as many components as coordinates, and the point a number for each.
  @export(interface)
  public func flowType(at point: [Double]) -> FlowType {
    precondition(components == dimension, "a flow has as many components as coordinates")
    let jacobian = jacobian(at: point)
    return FlowType(jacobian: jacobian, errors: jacobianIntervals.errors(of: jacobian, at: point))
  }
}

extension ScalarExpressionField {
  /// What a critical point at a place is, with all rounding bounded by interval arithmetic.
  ///
  /// The errors are those of the second derivatives at exactly this place; that the gradient is 0 there, and where it
  /// really is, is another question.
  ///
  /// - Precondition: the point has a number for each coordinate.
  @export(interface)
  public func criticality(at point: [Double]) -> Criticality {
    let count = dimension
    let program = IntervalProgram([expression], inputCount: count, narrow: 0) { graph, values in
      var bends: [ExpressionGraph.Node] = []
      for first in 0..<count {
        let slope = graph.derivative(of: values[0], by: first)
        for second in 0..<count { bends.append(graph.derivative(of: slope, by: second)) }
      }
      return bends
    }
    let hessian = hessian(at: point)
    return Criticality(hessian: hessian, errors: program.errors(of: hessian, at: point))
  }
}

extension IntervalProgram {
  /// By how much the elements of a matrix may be off the outputs at a point; infinite where those are not bounded.
  fileprivate func errors(of matrix: Matrix, at point: [Double]) -> Matrix {
    precondition(point.count == inputCount, "a number for every coordinate")
    let bounds = values(over: IntervalBox(point.map { Interval($0) }))
    return Matrix(rows: matrix.rows, columns: matrix.columns) { row, column in
      let bound = bounds[row * matrix.columns + column]
      let value = matrix[row, column]
      guard bound.isContinuous, bound.lower <= bound.upper else { return .infinity }
      if bound.lower == value && bound.upper == value { return 0 }
      // Rounded up, so that the bounds stay within.
      return max(bound.upper - value, value - bound.lower).nextUp
    }
  }
}
