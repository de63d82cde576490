import Expressions
import Fields

/// −∇L as a field of vectors: where the gradient flow goes.
public struct DescentField<Loss: ScalarField>: VectorField {
  /// The loss L.
  public let loss: Loss

  /// The field −∇L of a loss.
  public init(_ loss: Loss) { self.loss = loss }

  /// The number of coordinates of a point.
  public var dimension: Int { loss.dimension }
  /// As many as coordinates.
  public var components: Int { loss.dimension }

  /// −∇L at every point.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    loss.gradients(at: points, into: values)
    negate(values, rows: dimension, lanes: points.count)
  }

  /// −H at every point.
  public func jacobians(at points: Block<Double>, into jacobians: Block<Double>) {
    loss.hessians(at: points, into: jacobians)
    negate(jacobians, rows: dimension * dimension, lanes: points.count)
  }

  /// The third derivatives with the other sign at every point.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    loss.thirdDerivatives(at: points, into: hessians)
    negate(hessians, rows: dimension * dimension * dimension, lanes: points.count)
  }

  private func negate(_ block: Block<Double>, rows: Int, lanes: Int) {
    for index in 0..<rows {
      let row = block.row(index)
      for lane in 0..<lanes { row[lane] = -row[lane] }
    }
  }
}
