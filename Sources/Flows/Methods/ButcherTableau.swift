/// An explicit Runge–Kutta method as its table: where it evaluates and how it weighs what it finds.
///
/// A method is its coefficients, its order and its source:
///
/// ```swift
/// ButcherTableau.tsitouras54.order     // 5
/// ButcherTableau.tsitouras54.citation  // Tsitouras, Comput. Math. Appl. 62 (2011) 770
/// ```
public struct ButcherTableau: Sendable {
  /// What the method is called.
  public let name: StaticString
  /// Where it was published.
  public let citation: StaticString
  /// The order of the solution.
  public let order: Int
  /// The order of the solution that it is compared with; 0 for a method without an error estimate.
  public let embeddedOrder: Int
  /// The order of the polynomial between two steps.
  public let denseOrder: Int
  /// aᵢⱼ: how much of the slope j goes into the point of slope i; row i has i entries.
  public let coefficients: [[Double]]
  /// bⱼ: the weights of the step.
  public let weights: [Double]
  /// bⱼ − b̂ⱼ: the weights of the error estimate; empty for a method without one.
  public let errorWeights: [Double]
  /// The weights of a second, coarser estimate that keeps the first from vanishing by chance; mostly empty.
  public let coarseErrorWeights: [Double]
  /// The slopes that only the polynomial between two steps needs, after the slope at the end of the step.
  public let denseCoefficients: [[Double]]
  /// What the polynomial has beyond the cubic through both ends and both slopes; one row of weights a power.
  public let denseWeights: [[Double]]

  init(
    _ name: StaticString, citation: StaticString, order: Int, embeddedOrder: Int = 0, denseOrder: Int,
    coefficients: [[Double]], weights: [Double], errorWeights: [Double] = [],
    coarseErrorWeights: [Double] = [], denseCoefficients: [[Double]] = [], denseWeights: [[Double]] = []
  ) {
    self.name = name
    self.citation = citation
    self.order = order
    self.embeddedOrder = embeddedOrder
    self.denseOrder = denseOrder
    self.coefficients = coefficients
    self.weights = weights
    self.errorWeights = errorWeights
    self.coarseErrorWeights = coarseErrorWeights
    self.denseCoefficients = denseCoefficients
    self.denseWeights = denseWeights
  }

  /// The number of slopes a step weighs.
  public var stageCount: Int { weights.count }

  /// cᵢ = Σ aᵢⱼ: where in the step slope i is taken, from 0 to 1.
  public var nodes: [Double] { coefficients.map { $0.reduce(0, +) } }

  /// Whether the last slope of a step is the first of the next.
  public var isFirstSameAsLast: Bool {
    guard let last = coefficients.last, weights.last == 0 else { return false }
    return last.elementsEqual(weights.dropLast())
  }
}
