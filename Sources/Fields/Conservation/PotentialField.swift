import Elementary
import Expressions

/// φ(x) = ∫ F·dr along the straight line from a point to x: the potential of a field that has one.
///
/// Its gradient is differentiated under the integral, not taken to be F, so that F − ∇φ shows whether F has a
/// potential: ∂φ/∂xⱼ = ∫₀¹ (Fⱼ + s Σᵢ (xᵢ − aᵢ) ∂Fᵢ/∂xⱼ) ds. A line through a pole gives NaN or a large error.
public struct PotentialField<Field: VectorField>: ScalarField {
  /// The field whose potential it is.
  public let field: Field
  /// Where the potential is 0.
  public let base: [Double]
  private let nodes: [Double]
  private let weights: [Double]

  /// The potential that is 0 at a point.
  ///
  /// - Precondition: the field has as many components as coordinates, and the point as many coordinates.
  public init(of field: Field, from base: [Double]) {
    precondition(field.components == field.dimension && base.count == field.dimension)
    self.field = field
    self.base = base
    let rule = GaussLegendre(count: 24)
    // Four pieces of the line: a bend in one of them does not spoil the others.
    let pieces = 4
    var nodes: [Double] = []
    var weights: [Double] = []
    for piece in 0..<pieces {
      for (node, weight) in zip(rule.nodes, rule.weights) {
        nodes.append((Double(piece) + (node + 1) / 2) / Double(pieces))
        weights.append(weight / 2 / Double(pieces))
      }
    }
    self.nodes = nodes
    self.weights = weights
  }

  /// The number of coordinates of a point.
  public var dimension: Int { field.dimension }

  /// The potential at every point; one row.
  public func values(at points: Block<Double>, into values: Block<Double>) {
    values.count = points.count
    let (line, vectors) = (lineBlock(points), vectorBlock(points, rows: dimension))
    for lane in 0..<points.count { values[0, lane] = 0 }
    for (node, weight) in zip(nodes, weights) {
      place(line, on: points, at: node)
      field.values(at: line, into: vectors)
      for lane in 0..<points.count {
        var work = 0.0
        for row in 0..<dimension { work += vectors[row, lane] * (points[row, lane] - base[row]) }
        values[0, lane] += weight * work
      }
    }
  }

  /// The gradient of the potential, which is the field where the field has a potential; row i is ∂φ/∂xᵢ.
  public func gradients(at points: Block<Double>, into gradients: Block<Double>) {
    gradients.count = points.count
    let (line, vectors) = (lineBlock(points), vectorBlock(points, rows: dimension))
    let jacobians = vectorBlock(points, rows: dimension * dimension)
    for row in 0..<dimension { for lane in 0..<points.count { gradients[row, lane] = 0 } }
    for (node, weight) in zip(nodes, weights) {
      place(line, on: points, at: node)
      field.values(at: line, into: vectors)
      field.jacobians(at: line, into: jacobians)
      for lane in 0..<points.count {
        for column in 0..<dimension {
          var slope = vectors[column, lane]
          for row in 0..<dimension {
            slope += node * (points[row, lane] - base[row]) * jacobians[row * dimension + column, lane]
          }
          gradients[column, lane] += weight * slope
        }
      }
    }
  }

  /// The symmetric part of the field's Jacobian, which is the Hessian where the field has a potential.
  public func hessians(at points: Block<Double>, into hessians: Block<Double>) {
    let jacobians = vectorBlock(points, rows: dimension * dimension)
    field.jacobians(at: points, into: jacobians)
    hessians.count = points.count
    for row in 0..<dimension {
      for column in 0..<dimension {
        for lane in 0..<points.count {
          hessians[row * dimension + column, lane] =
            (jacobians[row * dimension + column, lane] + jacobians[column * dimension + row, lane]) / 2
        }
      }
    }
  }

  /// The second derivatives of the field, which are the potential's third where the field has one.
  public func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>) {
    field.hessians(at: points, into: derivatives)
  }

  private func lineBlock(_ points: Block<Double>) -> Block<Double> {
    let line = Block<Double>(rows: dimension, capacity: max(points.count, 1))
    line.count = points.count
    return line
  }

  private func vectorBlock(_ points: Block<Double>, rows: Int) -> Block<Double> {
    Block<Double>(rows: rows, capacity: max(points.count, 1))
  }

  private func place(_ line: Block<Double>, on points: Block<Double>, at node: Double) {
    for row in 0..<dimension {
      for lane in 0..<points.count { line[row, lane] = base[row] + node * (points[row, lane] - base[row]) }
    }
  }
}
