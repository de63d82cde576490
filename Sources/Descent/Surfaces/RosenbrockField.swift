import Expressions
import Fields

/// Rosenbrock's valley in n dimensions: Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)², with its minimum 0 at (1, …, 1).
///
/// From four dimensions on there is a second minimum near (−1, 1, …, 1), of a loss near 4 (Shang and Qiu, Evol. Comput.
/// 14, 2006, 119).
public struct RosenbrockField: ScalarFunctionField {
  /// The number of coordinates.
  public let dimension: Int

  /// The valley in so many dimensions.
  ///
  /// - Precondition: there are two or more.
  public init(dimension: Int) {
    precondition(dimension >= 2, "the valley is bent in a plane")
    self.dimension = dimension
  }

  /// (−1.2, 1, −1.2, 1, …).
  public var start: [Double] { (0..<dimension).map { $0 % 2 == 0 ? -1.2 : 1 } }

  /// The loss at a point.
  public func formula<Number: FormulaNumber>(_ x: [Number]) -> Number {
    var sum = Number(0)
    for index in 1..<dimension {
      let valley = x[index] - x[index - 1] * x[index - 1]
      let along = Number(1) - x[index - 1]
      sum = sum + Number(100) * valley * valley + along * along
    }
    return sum
  }
}
