import Elementary

/// Adam: the mean of the gradients over the root of the mean of their squares, both corrected for their start at 0.
///
/// The first step is −η g/(|g| + ε) in every coordinate, whatever the scale of the loss. As with RMSProp a fixed rate
/// does not come to rest at a minimum to the last digit; there are convex losses on which it does not converge at all
/// (Reddi, Kale and Kumar, ICLR 2018).
public struct Adam: FirstOrderOptimizer {
  /// The learning rate η.
  public var rate: Double
  /// β₁: how slowly the mean of the gradients forgets.
  public var firstDecay: Double
  /// β₂: how slowly the mean of the squares forgets.
  public var secondDecay: Double
  /// ε: what keeps the step finite where gradients vanish.
  public var epsilon: Double

  /// Adam with the hyperparameters of the paper, unless others are given.
  public init(
    rate: Double = 0.001, firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8
  ) {
    self.rate = rate
    self.firstDecay = firstDecay
    self.secondDecay = secondDecay
    self.epsilon = epsilon
  }

  /// What the optimizer is called.
  public var name: StaticString { "Adam" }
  /// Where it was published.
  public var citation: StaticString { "Kingma and Ba, ICLR 2015, algorithm 1" }
  /// How a step is made.
  public var recurrence: StaticString {
    "g = ∇L(θ); m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; θ ← θ − η (m/(1 − β₁ᵗ))/(√(s/(1 − β₂ᵗ)) + ε)"
  }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    try Hyperparameter.rate.check(rate)
    try Hyperparameter.firstDecay.check(firstDecay)
    try Hyperparameter.secondDecay.check(secondDecay)
    try Hyperparameter.epsilon.check(epsilon)
  }

  /// No gradient yet.
  public func moments<Scalar: LaneScalar>(count: Int) -> Moments<Scalar> {
    Moments(count: count, hasFirst: true, hasSecond: true)
  }

  /// Moves the parameters once.
  @inlinable
  public func update<Scalar: LaneScalar>(
    parameters: UnsafeMutableBufferPointer<Scalar>, gradient: UnsafeBufferPointer<Scalar>,
    state: inout Moments<Scalar>
  ) {
    move(parameters, gradient, &state, shrinking: 0)
  }

  /// Adam's step after every parameter has lost a share of itself.
  @inlinable
  func move<Scalar: LaneScalar>(
    _ parameters: UnsafeMutableBufferPointer<Scalar>, _ gradient: UnsafeBufferPointer<Scalar>,
    _ state: inout Moments<Scalar>, shrinking share: Double
  ) {
    let count = parameters.count
    precondition(gradient.count == count && state.first.count == count, "a partial derivative a parameter")
    precondition(state.second.count == count, "a mean square a parameter")
    state.steps += 1
    state.firstRest *= firstDecay
    state.secondRest *= secondDecay
    let rate = Scalar(self.rate / (1 - state.firstRest))
    let scale = Scalar(1 / (1 - state.secondRest))
    let (firstKept, firstFresh) = (Scalar(firstDecay), Scalar(1 - firstDecay))
    let (secondKept, secondFresh) = (Scalar(secondDecay), Scalar(1 - secondDecay))
    let (epsilon, rest) = (Scalar(self.epsilon), Scalar(1 - share))
    state.first.withUnsafeMutableBufferPointer { means in
      state.second.withUnsafeMutableBufferPointer { squares in
        for index in 0..<count {
          let slope = gradient[index]
          let mean = firstKept * means[index] + firstFresh * slope
          let square = secondKept * squares[index] + secondFresh * (slope * slope)
          means[index] = mean
          squares[index] = square
          let step = rate * mean / ((square * scale).squareRoot() + epsilon)
          parameters[index] = rest * parameters[index] - step
        }
      }
    }
  }
}
