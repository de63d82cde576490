import Fields

/// The way of a point downhill: where it was, how high, how steep, and why it ended.
///
/// ```swift
/// let path = try GradientDescent(rate: 0.1).descend(problem)
/// path.ending                               // converged
/// path.losses.last                          // the loss at its end
/// path.stability(on: problem.loss)?.limit   // 2/λmax: the rate beyond which it would have grown
/// ```
public struct DescentPath: Sendable {
  /// What the optimizer is called.
  public let name: StaticString
  /// Its learning rate, if it has one.
  public let learningRate: Double?
  /// The product of rate and greatest curvature beyond which its steps on a quadratic grow, if there is one.
  public let stableProduct: Double?
  /// The time of the gradient flow that one step stands for, if there is one.
  public let timePerStep: Double?
  /// The points, the start first; all are finite.
  public internal(set) var points: [[Double]]
  /// The loss at each point.
  public internal(set) var losses: [Double]
  /// |∇L| at each point; not finite at most at the last one.
  public internal(set) var gradientNorms: [Double]
  /// Why it ended.
  public internal(set) var ending = DescentEnding.underway
  /// How often the loss was asked, the start included.
  public internal(set) var evaluations = Evaluations()

  /// The number of steps that led to a new point.
  public var steps: Int { points.count - 1 }

  /// The last point.
  public var end: [Double] { points[points.count - 1] }

  /// The number of the point where the loss is least, the first of them.
  public var lowest: Int {
    var best = 0
    for (index, loss) in losses.enumerated() where loss < losses[best] { best = index }
    return best
  }

  /// The rate beside the greatest rate that is stable with the curvature at a point, or at the lowest point of the path.
  ///
  /// `nil` for an optimizer without such a bound.
  public func stability(on loss: some ScalarField, at point: [Double]? = nil) -> Stability? {
    guard let learningRate, let stableProduct else { return nil }
    let place = point ?? points[lowest]
    return Stability(rate: learningRate, product: stableProduct, on: loss, at: place)
  }
}
