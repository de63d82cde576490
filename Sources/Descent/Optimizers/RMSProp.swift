import Elementary

/// RMSProp: every coordinate's step in units of the size that its gradients have had of late.
///
/// Steep and flat coordinates move at like speed. A gradient that keeps its size moves a coordinate by about η however
/// small it is, so that with a fixed rate the point ends by going to and fro about a minimum.
public struct RMSProp: FirstOrderOptimizer {
  /// The learning rate η.
  public var rate: Double
  /// ρ: how slowly the mean of the squares forgets.
  public var decay: Double
  /// ε: what keeps the step finite where gradients vanish.
  public var epsilon: Double

  /// RMSProp with a learning rate, the decay of the mean square, and the least size of it.
  public init(rate: Double, decay: Double = 0.9, epsilon: Double = 1e-8) {
    self.rate = rate
    self.decay = decay
    self.epsilon = epsilon
  }

  /// What the optimizer is called.
  public var name: StaticString { "RMSProp" }
  /// Where it was published.
  public var citation: StaticString {
    "Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5 (Coursera, 2012)"
  }
  /// How a step is made.
  public var recurrence: StaticString { "g = ∇L(θ); s ← ρs + (1 − ρ)g²; θ ← θ − ηg/(√s + ε)" }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    try Hyperparameter.rate.check(rate)
    try Hyperparameter.decay.check(decay)
    try Hyperparameter.epsilon.check(epsilon)
  }

  /// No gradient yet.
  public func moments<Scalar: LaneScalar>(count: Int) -> Moments<Scalar> {
    Moments(count: count, hasFirst: false, hasSecond: true)
  }

  /// Moves the parameters once; a partial derivative that has always been 0 moves nothing.
  @inlinable
  public func update<Scalar: LaneScalar>(
    parameters: UnsafeMutableBufferPointer<Scalar>, gradient: UnsafeBufferPointer<Scalar>,
    state: inout Moments<Scalar>
  ) {
    let count = parameters.count
    precondition(gradient.count == count && state.second.count == count, "a partial derivative a parameter")
    let rate = Scalar(self.rate)
    let kept = Scalar(decay)
    let fresh = Scalar(1 - decay)
    let epsilon = Scalar(self.epsilon)
    state.steps += 1
    state.second.withUnsafeMutableBufferPointer { squares in
      for index in 0..<count {
        let slope = gradient[index]
        let square = kept * squares[index] + fresh * (slope * slope)
        squares[index] = square
        parameters[index] -= rate * slope / (square.squareRoot() + epsilon)
      }
    }
  }
}
