import Elementary

/// Gradient descent with momentum: a heavy ball that keeps the share β of its velocity.
///
/// Across a ravine the pushes cancel, along it they add up, to 1/(1 − β) times the step of gradient descent. On a
/// quadratic with a curvature λ two neighbouring distances to the minimum follow
/// θₖ₊₁ = (1 + β − ηλ) θₖ − β θₖ₋₁, which falls for η < 2(1 + β)/λ.
public struct Momentum: FirstOrderOptimizer {
  /// The learning rate η.
  public var rate: Double
  /// β: the share of its velocity that the ball keeps.
  public var momentum: Double

  /// A heavy ball with a learning rate and the share of its velocity that it keeps.
  public init(rate: Double, momentum: Double = 0.9) {
    self.rate = rate
    self.momentum = momentum
  }

  /// What the optimizer is called.
  public var name: StaticString { "momentum" }
  /// Where it was published.
  public var citation: StaticString { "Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1" }
  /// How a step is made.
  public var recurrence: StaticString { "v ← βv − η∇L(θ); θ ← θ + v" }
  /// 2(1 + β): the steps grow where η > 2(1 + β)/λmax.
  public var stableProduct: Double? { 2 * (1 + momentum) }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    try Hyperparameter.rate.check(rate)
    try Hyperparameter.momentum.check(momentum)
  }

  /// The ball rests.
  public func moments<Scalar: LaneScalar>(count: Int) -> Moments<Scalar> {
    Moments(count: count, hasFirst: true, hasSecond: false)
  }

  /// Moves the parameters once.
  @inlinable
  public func update<Scalar: LaneScalar>(
    parameters: UnsafeMutableBufferPointer<Scalar>, gradient: UnsafeBufferPointer<Scalar>,
    state: inout Moments<Scalar>
  ) {
    let count = parameters.count
    precondition(gradient.count == count && state.first.count == count, "a partial derivative a parameter")
    let rate = Scalar(self.rate)
    let kept = Scalar(momentum)
    state.steps += 1
    state.first.withUnsafeMutableBufferPointer { velocity in
      for index in 0..<count {
        let next = kept * velocity[index] - rate * gradient[index]
        velocity[index] = next
        parameters[index] += next
      }
    }
  }
}
