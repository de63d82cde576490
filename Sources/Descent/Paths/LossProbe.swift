import Expressions
import Fields
import LinearAlgebra

/// How often a loss was asked.
public struct Evaluations: Sendable, Equatable {
  /// How often for its value, or for its residuals.
  public var values = 0
  /// How often for its gradient, or for the Jacobian of its residuals.
  public var gradients = 0
  /// How often for its Hessian.
  public var hessians = 0

  /// None.
  public init() {}
}

/// Asks a loss at one point after the other, counts how often, and does not ask twice for what it has just heard.
///
/// Its blocks are used again and again, so that a probe belongs to one run.
public struct LossProbe<Loss: ScalarField> {
  /// The loss that is asked.
  public let loss: Loss
  /// The residuals whose squares add up to twice the loss, if they are known.
  public let residualField: AnyVectorField?
  /// How often it was asked so far.
  public private(set) var evaluations = Evaluations()
  private let place: Block<Double>
  private let values: Block<Double>
  private let slopes: Block<Double>
  private var curvatures: Block<Double>?
  private var lastValue: (point: [Double], answer: Double)?
  private var lastGradient: (point: [Double], answer: [Double])?

  /// A probe of a loss, and of its residuals if they are known.
  public init(_ loss: Loss, residuals: AnyVectorField? = nil) {
    self.loss = loss
    residualField = residuals
    place = Block(rows: loss.dimension, capacity: 1)
    values = Block(rows: 1, capacity: 1)
    slopes = Block(rows: loss.dimension, capacity: 1)
    place.count = 1
  }

  private func put(_ point: [Double]) {
    precondition(point.count == loss.dimension, "a point has a number for every coordinate")
    for (row, coordinate) in point.enumerated() { place.row(row)[0] = coordinate }
  }

  /// The loss at a point.
  public mutating func value(at point: [Double]) -> Double {
    if let lastValue, lastValue.point == point { return lastValue.answer }
    put(point)
    loss.values(at: place, into: values)
    evaluations.values += 1
    let answer = values[0, 0]
    lastValue = (point, answer)
    return answer
  }

  /// The gradient at a point.
  public mutating func gradient(at point: [Double]) -> [Double] {
    if let lastGradient, lastGradient.point == point { return lastGradient.answer }
    put(point)
    loss.gradients(at: place, into: slopes)
    evaluations.gradients += 1
    let answer = (0..<loss.dimension).map { slopes.row($0)[0] }
    lastGradient = (point, answer)
    return answer
  }

  /// The second derivatives at a point.
  public mutating func hessian(at point: [Double]) -> Matrix {
    put(point)
    let size = loss.dimension
    let rows = curvatures ?? Block(rows: size * size, capacity: 1)
    curvatures = rows
    loss.hessians(at: place, into: rows)
    evaluations.hessians += 1
    return Matrix(rows: size, columns: size) { rows.row($0 * size + $1)[0] }
  }

  /// The residuals at a point, if they are known.
  public mutating func residuals(at point: [Double]) -> [Double]? {
    guard let residualField else { return nil }
    evaluations.values += 1
    return residualField.value(at: point)
  }

  /// The Jacobian of the residuals at a point, if they are known.
  public mutating func residualJacobian(at point: [Double]) -> Matrix? {
    guard let residualField else { return nil }
    evaluations.gradients += 1
    return residualField.jacobian(at: point)
  }
}
