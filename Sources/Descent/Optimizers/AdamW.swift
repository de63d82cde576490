import Elementary

/// Adam with weight decay that the squares of the gradients do not rescale.
///
/// It comes to rest where the decay balances Adam's step, not where ∇L = 0, so that a gradient norm near 0 is not to be
/// expected of it.
public struct AdamW: FirstOrderOptimizer {
  /// The step without the decay.
  public var adam: Adam
  /// λ: the share of a parameter that it loses in a step of rate 1.
  public var weightDecay: Double

  /// AdamW with a decay of 0.01 and the hyperparameters of Adam's paper, unless others are given.
  public init(
    rate: Double = 0.001, firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
  ) {
    adam = Adam(rate: rate, firstDecay: firstDecay, secondDecay: secondDecay, epsilon: epsilon)
    self.weightDecay = weightDecay
  }

  /// The learning rate η.
  public var rate: Double {
    get { adam.rate }
    set { adam.rate = newValue }
  }

  /// What the optimizer is called.
  public var name: StaticString { "AdamW" }
  /// Where it was published.
  public var citation: StaticString { "Loshchilov and Hutter, ICLR 2019, algorithm 2" }
  /// How a step is made.
  public var recurrence: StaticString {
    "m, s as in Adam; θ ← (1 − ηλ)θ − η (m/(1 − β₁ᵗ))/(√(s/(1 − β₂ᵗ)) + ε)"
  }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    try adam.validate()
    try Hyperparameter.weightDecay.check(weightDecay)
  }

  /// No gradient yet.
  public func moments<Scalar: LaneScalar>(count: Int) -> Moments<Scalar> { adam.moments(count: count) }

  /// Moves the parameters once.
  @inlinable
  public func update<Scalar: LaneScalar>(
    parameters: UnsafeMutableBufferPointer<Scalar>, gradient: UnsafeBufferPointer<Scalar>,
    state: inout Moments<Scalar>
  ) {
    adam.move(parameters, gradient, &state, shrinking: adam.rate * weightDecay)
  }
}
