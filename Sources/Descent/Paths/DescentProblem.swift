import Fields

/// A loss and the point that is to go down on it.
///
/// ```swift
/// let bowl = try ScalarExpressionField("x^2 + 10y^2")
/// let problem = try DescentProblem(bowl, start: [3, 1])
/// let path = try Adam(rate: 0.1).descend(problem)
/// path.end           // near (0, 0)
/// ```
public struct DescentProblem<Loss: ScalarField>: Sendable {
  /// What is to become small.
  public let loss: Loss
  /// The residuals r with loss = ½|r|², if they are known.
  public let residuals: AnyVectorField?
  /// Where it begins.
  public let start: [Double]

  /// A loss and a start.
  ///
  /// - Throws: ``DescentError`` if the start has a wrong number of coordinates, or it or the loss there is not finite.
  public init(_ loss: Loss, start: [Double]) throws(DescentError) {
    self.loss = loss
    self.start = start
    residuals = nil
    try check()
  }

  /// A loss that is half a sum of squares, with its residuals, and a start.
  ///
  /// - Throws: ``DescentError`` as ``init(_:start:)`` does, and if the residuals have another dimension or do not give the
  ///   loss at the start to 9 digits.
  public init(_ loss: Loss, residuals: some VectorField, start: [Double]) throws(DescentError) {
    guard residuals.dimension == loss.dimension else {
      throw .residualDimension(found: residuals.dimension, expected: loss.dimension)
    }
    self.loss = loss
    self.start = start
    self.residuals = AnyVectorField(residuals)
    try check()
    let found = 0.5 * residuals.value(at: start).reduce(0) { $0 + $1 * $1 }
    let expected = loss.value(at: start)
    guard (found - expected).magnitude <= 1e-9 * max(expected.magnitude, found.magnitude) else {
      throw .residualLoss(found: found, expected: expected)
    }
  }

  private func check() throws(DescentError) {
    guard start.count == loss.dimension else {
      throw .dimension(found: start.count, expected: loss.dimension)
    }
    for (index, coordinate) in start.enumerated() where !coordinate.isFinite {
      throw .notFinite(coordinate: index)
    }
    let value = loss.value(at: start)
    guard value.isFinite else { throw .lossNotFinite(value) }
  }
}

extension DescentProblem {
  /// The problem of making residuals small: the loss is ½|r|².
  ///
  /// - Throws: ``DescentError`` as ``init(_:start:)`` does.
  public init<Residuals: VectorField>(
    residuals: Residuals, start: [Double]
  ) throws(DescentError) where Loss == LeastSquaresField<Residuals> {
    try self.init(LeastSquaresField(residuals), residuals: residuals, start: start)
  }
}
