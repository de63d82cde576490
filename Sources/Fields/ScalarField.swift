import Expressions
import LinearAlgebra

/// A number at every point: a temperature, a loss, a log-density.
///
/// A scalar field answers for a block of points at once. The tools take any scalar field:
///
/// ```swift
/// func highest(_ field: some ScalarField, at points: Block<Double>) -> Double {
///   let values = Block<Double>(rows: 1, capacity: points.capacity)
///   field.values(at: points, into: values)
///   return (0..<points.count).map { values[0, $0] }.max() ?? .nan
/// }
/// ```
public protocol ScalarField: Sendable {
  /// The number of coordinates of a point.
  var dimension: Int { get }

  /// The value at every point; one row.
  func values(at points: Block<Double>, into values: Block<Double>)

  /// The partial derivatives at every point; row i is ∂f/∂xᵢ.
  func gradients(at points: Block<Double>, into gradients: Block<Double>)

  /// The second derivatives at every point; row i·dimension + j is ∂²f/∂xᵢ∂xⱼ.
  func hessians(at points: Block<Double>, into hessians: Block<Double>)

  /// The third derivatives at every point; row (i·dimension + j)·dimension + k is ∂³f/∂xᵢ∂xⱼ∂xₖ.
  func thirdDerivatives(at points: Block<Double>, into derivatives: Block<Double>)

  /// The value over whole boxes; `nil`, unless a field says otherwise, where it is known at points only.
  ///
  /// It tells an integral where the field is not smooth, and what may lie between two points.
  var enclosure: IntervalProgram? { get }
}

extension ScalarField {
  /// Nothing is known of the value but at points.
  public var enclosure: IntervalProgram? { nil }

  /// The value at one point.
  public func value(at point: [Double]) -> Double {
    let points = Block(point: point)
    let values = Block<Double>(rows: 1, capacity: 1)
    self.values(at: points, into: values)
    return values[0, 0]
  }

  /// The gradient at one point.
  public func gradient(at point: [Double]) -> [Double] {
    let gradients = Block<Double>(rows: dimension, capacity: 1)
    self.gradients(at: Block(point: point), into: gradients)
    return (0..<dimension).map { gradients[$0, 0] }
  }

  /// The second derivatives at one point.
  public func hessian(at point: [Double]) -> Matrix {
    let hessians = Block<Double>(rows: dimension * dimension, capacity: 1)
    self.hessians(at: Block(point: point), into: hessians)
    return Matrix(rows: dimension, columns: dimension) { hessians[$0 * dimension + $1, 0] }
  }

  /// The third derivatives at one point; place (i·dimension + j)·dimension + k is ∂³f/∂xᵢ∂xⱼ∂xₖ.
  public func thirdDerivatives(at point: [Double]) -> [Double] {
    let count = dimension * dimension * dimension
    let derivatives = Block<Double>(rows: count, capacity: 1)
    self.thirdDerivatives(at: Block(point: point), into: derivatives)
    return (0..<count).map { derivatives[$0, 0] }
  }

  /// Everything that is known of the field at one point, to second order.
  public func reading(at point: [Double]) -> ScalarReading {
    let value = value(at: point)
    let hessian = hessian(at: point)
    // Where there is no value there is no slope, even if the formula has one: 1/0 is no level plain.
    func kept(_ derivative: Double) -> Double { value.isFinite || !derivative.isFinite ? derivative : .nan }
    return ScalarReading(
      point: point, value: value, gradient: gradient(at: point).map(kept),
      hessian: Matrix(rows: dimension, columns: dimension) { kept(hessian[$0, $1]) })
  }
}

extension Block where Scalar == Double {
  /// A block of the one point with these coordinates.
  public convenience init(point: [Double]) {
    self.init(rows: point.count, capacity: 1)
    count = 1
    for (row, coordinate) in point.enumerated() { self[row, 0] = coordinate }
  }
}
