import Elementary

/// A first-order optimizer whose kind is known only at run time.
///
/// ```swift
/// let kind = try OptimizerKind(named: "momentum")
/// var optimizer = try kind.firstOrderOptimizer(rate: 0.1)
/// optimizer?.rate = 0.01
/// ```
///
/// An enum and not an existential, which Embedded Swift has not.
public enum AnyFirstOrderOptimizer: FirstOrderOptimizer {
  /// Gradient descent.
  case gradientDescent(GradientDescent)
  /// Gradient descent with momentum.
  case momentum(Momentum)
  /// Nesterov's accelerated gradient.
  case nesterov(Nesterov)
  /// RMSProp.
  case rmsProp(RMSProp)
  /// Adam.
  case adam(Adam)
  /// Adam with weight decay.
  case adamW(AdamW)

  /// The learning rate η.
  public var rate: Double {
    get {
      switch self {
      case .gradientDescent(let optimizer): optimizer.rate
      case .momentum(let optimizer): optimizer.rate
      case .nesterov(let optimizer): optimizer.rate
      case .rmsProp(let optimizer): optimizer.rate
      case .adam(let optimizer): optimizer.rate
      case .adamW(let optimizer): optimizer.rate
      }
    }
    set {
      switch self {
      case .gradientDescent(var optimizer):
        optimizer.rate = newValue
        self = .gradientDescent(optimizer)
      case .momentum(var optimizer):
        optimizer.rate = newValue
        self = .momentum(optimizer)
      case .nesterov(var optimizer):
        optimizer.rate = newValue
        self = .nesterov(optimizer)
      case .rmsProp(var optimizer):
        optimizer.rate = newValue
        self = .rmsProp(optimizer)
      case .adam(var optimizer):
        optimizer.rate = newValue
        self = .adam(optimizer)
      case .adamW(var optimizer):
        optimizer.rate = newValue
        self = .adamW(optimizer)
      }
    }
  }

  /// What the optimizer is called.
  public var name: StaticString {
    switch self {
    case .gradientDescent(let optimizer): optimizer.name
    case .momentum(let optimizer): optimizer.name
    case .nesterov(let optimizer): optimizer.name
    case .rmsProp(let optimizer): optimizer.name
    case .adam(let optimizer): optimizer.name
    case .adamW(let optimizer): optimizer.name
    }
  }

  /// Where it was published.
  public var citation: StaticString {
    switch self {
    case .gradientDescent(let optimizer): optimizer.citation
    case .momentum(let optimizer): optimizer.citation
    case .nesterov(let optimizer): optimizer.citation
    case .rmsProp(let optimizer): optimizer.citation
    case .adam(let optimizer): optimizer.citation
    case .adamW(let optimizer): optimizer.citation
    }
  }

  /// How a step is made.
  public var recurrence: StaticString {
    switch self {
    case .gradientDescent(let optimizer): optimizer.recurrence
    case .momentum(let optimizer): optimizer.recurrence
    case .nesterov(let optimizer): optimizer.recurrence
    case .rmsProp(let optimizer): optimizer.recurrence
    case .adam(let optimizer): optimizer.recurrence
    case .adamW(let optimizer): optimizer.recurrence
    }
  }

  /// The product of rate and greatest curvature beyond which the steps on a quadratic grow, or `nil`.
  public var stableProduct: Double? {
    switch self {
    case .gradientDescent(let optimizer): optimizer.stableProduct
    case .momentum(let optimizer): optimizer.stableProduct
    case .nesterov(let optimizer): optimizer.stableProduct
    case .rmsProp(let optimizer): optimizer.stableProduct
    case .adam(let optimizer): optimizer.stableProduct
    case .adamW(let optimizer): optimizer.stableProduct
    }
  }

  /// The time of the gradient flow that one step stands for, or `nil`.
  public var timePerStep: Double? {
    switch self {
    case .gradientDescent(let optimizer): optimizer.timePerStep
    case .momentum(let optimizer): optimizer.timePerStep
    case .nesterov(let optimizer): optimizer.timePerStep
    case .rmsProp(let optimizer): optimizer.timePerStep
    case .adam(let optimizer): optimizer.timePerStep
    case .adamW(let optimizer): optimizer.timePerStep
    }
  }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    switch self {
    case .gradientDescent(let optimizer): try optimizer.validate()
    case .momentum(let optimizer): try optimizer.validate()
    case .nesterov(let optimizer): try optimizer.validate()
    case .rmsProp(let optimizer): try optimizer.validate()
    case .adam(let optimizer): try optimizer.validate()
    case .adamW(let optimizer): try optimizer.validate()
    }
  }

  /// What is known before the first step of so many parameters.
  public func moments<Scalar: LaneScalar>(count: Int) -> Moments<Scalar> {
    switch self {
    case .gradientDescent(let optimizer): optimizer.moments(count: count)
    case .momentum(let optimizer): optimizer.moments(count: count)
    case .nesterov(let optimizer): optimizer.moments(count: count)
    case .rmsProp(let optimizer): optimizer.moments(count: count)
    case .adam(let optimizer): optimizer.moments(count: count)
    case .adamW(let optimizer): optimizer.moments(count: count)
    }
  }

  /// Moves the parameters once.
  @inlinable
  public func update<Scalar: LaneScalar>(
    parameters: UnsafeMutableBufferPointer<Scalar>, gradient: UnsafeBufferPointer<Scalar>,
    state: inout Moments<Scalar>
  ) {
    switch self {
    case .gradientDescent(let optimizer):
      optimizer.update(parameters: parameters, gradient: gradient, state: &state)
    case .momentum(let optimizer):
      optimizer.update(parameters: parameters, gradient: gradient, state: &state)
    case .nesterov(let optimizer):
      optimizer.update(parameters: parameters, gradient: gradient, state: &state)
    case .rmsProp(let optimizer):
      optimizer.update(parameters: parameters, gradient: gradient, state: &state)
    case .adam(let optimizer):
      optimizer.update(parameters: parameters, gradient: gradient, state: &state)
    case .adamW(let optimizer):
      optimizer.update(parameters: parameters, gradient: gradient, state: &state)
    }
  }
}
