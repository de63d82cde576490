/// A Runge–Kutta method as its table: where it evaluates and how it weighs what it finds.
///
/// A method is its coefficients, its order and its source, such as ``rungeKutta4`` and ``dormandPrince54``.
public struct ButcherTableau: Sendable {
  /// What the method is called and where it was published.
  public let citation: StaticString
  /// The order of the solution.
  public let order: Int
  /// aᵢⱼ: how much of the slope j goes into the point of slope i; row i has i entries.
  public let coefficients: [[Double]]
  /// bⱼ: the weights of the step.
  public let weights: [Double]
  /// bⱼ − b̂ⱼ: the weights of the error estimate; empty for a method without one.
  public let errorWeights: [Double]

  /// The number of slopes a step evaluates.
  public var stageCount: Int { weights.count }

  /// The classical method of order 4.
  public static let rungeKutta4 = ButcherTableau(
    citation: "Kutta, Z. Math. Phys. 46 (1901) 435", order: 4,
    coefficients: [[], [0.5], [0, 0.5], [0, 0, 1]],
    weights: [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6],
    errorWeights: [])

  /// Dormand and Prince's pair of orders 5 and 4; its last slope is the first of the next step.
  public static let dormandPrince54 = ButcherTableau(
    citation: "Dormand and Prince, J. Comput. Appl. Math. 6 (1980) 19, table 2", order: 5,
    coefficients: [
      [],
      [1.0 / 5],
      [3.0 / 40, 9.0 / 40],
      [44.0 / 45, -56.0 / 15, 32.0 / 9],
      [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
      [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
      [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ],
    weights: [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0],
    errorWeights: [
      71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40,
    ])
}
