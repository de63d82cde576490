import Elementary

/// Nesterov's accelerated gradient: momentum that looks ahead before it pushes.
///
/// The gradient is taken where the velocity alone would carry the point. The point kept here is that one, ahead of
/// Nesterov's own by βv, as frameworks keep it; both come to the same minimum, and a gradient is all that a step needs
/// (Bengio, Boulanger-Lewandowski and Pascanu, ICASSP 2013, section 3.5). On a quadratic with a curvature λ the points follow
/// θₖ₊₁ = (1 − ηλ) ((1 + β) θₖ − β θₖ₋₁), which falls for η < (2 + 2β)/((1 + 2β) λ): less than for momentum.
public struct Nesterov: FirstOrderOptimizer {
  /// The learning rate η.
  public var rate: Double
  /// β: the share of the velocity that is kept.
  public var momentum: Double

  /// An accelerated gradient with a learning rate and the share of the velocity that is kept.
  public init(rate: Double, momentum: Double = 0.9) {
    self.rate = rate
    self.momentum = momentum
  }

  /// What the optimizer is called.
  public var name: StaticString { "Nesterov" }
  /// Where it was published.
  public var citation: StaticString {
    "Nesterov, Soviet Math. Dokl. 27 (1983) 372; Sutskever, Martens, Dahl and Hinton, ICML 2013"
  }
  /// How a step is made.
  public var recurrence: StaticString { "g = ∇L(θ); v ← βv − ηg; θ ← θ + βv − ηg" }
  /// (2 + 2β)/(1 + 2β): the steps grow where η λmax is more.
  public var stableProduct: Double? { (2 + 2 * momentum) / (1 + 2 * momentum) }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    try Hyperparameter.rate.check(rate)
    try Hyperparameter.momentum.check(momentum)
  }

  /// Nothing moves yet.
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
        let push = rate * gradient[index]
        let next = kept * velocity[index] - push
        velocity[index] = next
        parameters[index] += kept * next - push
      }
    }
  }
}
