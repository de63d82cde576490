import Expressions

/// A vector at every point: a wind, a gradient, a score, a network.
///
/// A vector field answers for a block of points at once. The tools take any vector field:
///
/// ```swift
/// let rotation = try VectorExpressionField("-y, x")
/// rotation.reading(at: [1, 2]).curl  // 2
/// ```
public protocol VectorField: Sendable {
  /// The number of coordinates of a point.
  var dimension: Int { get }

  /// The number of components of the vector.
  var components: Int { get }

  /// The vector at every point; row i is the component Fᵢ.
  func values(at points: Block<Double>, into values: Block<Double>)

  /// The vector at every point in single precision, for what moves for the eye.
  func values(at points: Block<Float>, into values: Block<Float>)

  /// The first derivatives at every point; row i·dimension + j is ∂Fᵢ/∂xⱼ.
  func jacobians(at points: Block<Double>, into jacobians: Block<Double>)

  /// The second derivatives at every point; row (i·dimension + j)·dimension + k is ∂²Fᵢ/∂xⱼ∂xₖ.
  func hessians(at points: Block<Double>, into hessians: Block<Double>)
}

extension VectorField {
  /// The divergence Σ ∂Fᵢ/∂xᵢ at every point, positive at a source; one row.
  ///
  /// With `settled`, what is nothing but rounding is 0, as in ``VectorReading/settledDivergence``.
  ///
  /// - Precondition: the field has as many components as coordinates.
  public func divergences(
    at points: Block<Double>, into divergences: Block<Double>, settled: Bool = false
  ) {
    precondition(components == dimension, "the divergence needs as many components as coordinates")
    let jacobians = Block<Double>(rows: components * dimension, capacity: points.capacity)
    self.jacobians(at: points, into: jacobians)
    divergences.count = points.count
    for lane in 0..<points.count {
      var sum = 0.0
      var size = 0.0
      for index in 0..<dimension {
        let derivative = jacobians.row(index * dimension + index)[lane]
        sum += derivative
        size += derivative.magnitude
      }
      let isRounding = settled && sum.magnitude <= VectorReading.rounding * size
      divergences.row(0)[lane] = isRounding ? 0 : sum
    }
  }

  /// The curl ∂F₂/∂x − ∂F₁/∂y of a field of the plane at every point, positive counter-clockwise; one row.
  ///
  /// With `settled`, what is nothing but rounding is 0, as in ``VectorReading/settledCurl``.
  ///
  /// - Precondition: the field has two components and two coordinates.
  public func curls(at points: Block<Double>, into curls: Block<Double>, settled: Bool = false) {
    precondition(components == 2 && dimension == 2, "this curl is that of the plane")
    let jacobians = Block<Double>(rows: 4, capacity: points.capacity)
    self.jacobians(at: points, into: jacobians)
    curls.count = points.count
    for lane in 0..<points.count {
      let across = jacobians.row(2)[lane]
      let along = jacobians.row(1)[lane]
      let size = across.magnitude + along.magnitude
      let isRounding = settled && (across - along).magnitude <= VectorReading.rounding * size
      curls.row(0)[lane] = isRounding ? 0 : across - along
    }
  }

  /// The vector at one point.
  public func value(at point: [Double]) -> [Double] {
    let values = Block<Double>(rows: components, capacity: 1)
    self.values(at: Block(point: point), into: values)
    return (0..<components).map { values[$0, 0] }
  }

  /// Everything that is known of the field at one point.
  public func reading(at point: [Double]) -> VectorReading {
    let jacobians = Block<Double>(rows: components * dimension, capacity: 1)
    self.jacobians(at: Block(point: point), into: jacobians)
    let rows = (0..<components).map { row in (0..<dimension).map { jacobians[row * dimension + $0, 0] } }
    return VectorReading(point: point, value: value(at: point), jacobian: rows)
  }
}
