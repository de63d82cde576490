import Elementary

/// Gradient descent: a step of the length η|∇L| straight downhill.
///
/// It is Euler's method for the gradient flow dθ/dt = −∇L with the step η, so that step k stands for the time kη. On a
/// quadratic with a curvature λ the distance to the minimum is multiplied by 1 − ηλ each time: it falls for η < 2/λ and
/// grows beyond.
public struct GradientDescent: FirstOrderOptimizer {
  /// The learning rate η.
  public var rate: Double

  /// Gradient descent with a learning rate.
  public init(rate: Double) { self.rate = rate }

  /// What the optimizer is called.
  public var name: StaticString { "gradient descent" }
  /// Where it was published.
  public var citation: StaticString { "Cauchy, C. R. Acad. Sci. Paris 25 (1847) 536" }
  /// How a step is made.
  public var recurrence: StaticString { "θ ← θ − η∇L(θ)" }
  /// 2: the steps grow where η > 2/λmax.
  public var stableProduct: Double? { 2 }
  /// η.
  public var timePerStep: Double? { rate }

  /// Finds a rate that makes no sense.
  public func validate() throws(DescentError) { try Hyperparameter.rate.check(rate) }

  /// Nothing is remembered.
  public func moments<Scalar: LaneScalar>(count: Int) -> Moments<Scalar> {
    Moments(count: count, hasFirst: false, hasSecond: false)
  }

  /// Moves the parameters once.
  @inlinable
  public func update<Scalar: LaneScalar>(
    parameters: UnsafeMutableBufferPointer<Scalar>, gradient: UnsafeBufferPointer<Scalar>,
    state: inout Moments<Scalar>
  ) {
    precondition(parameters.count == gradient.count, "a partial derivative a parameter")
    let rate = Scalar(self.rate)
    state.steps += 1
    for index in 0..<parameters.count { parameters[index] -= rate * gradient[index] }
  }
}
