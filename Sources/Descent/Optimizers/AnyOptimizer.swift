import Elementary
import Fields

/// An optimizer whose kind is known only at run time.
///
/// ```swift
/// for kind in OptimizerKind.allCases {
///   let path = try kind.optimizer().descend(problem)
///   print(kind.shortName, path.steps, path.end)
/// }
/// ```
///
/// An enum and not an existential, which Embedded Swift has not. Its steps are those of the optimizer inside, bit for bit.
public enum AnyOptimizer: Optimizer {
  /// One that needs nothing but the gradient.
  case firstOrder(AnyFirstOrderOptimizer)
  /// Newton's method.
  case newton(Newton)
  /// L-BFGS.
  case lbfgs(LBFGS)
  /// Levenberg–Marquardt.
  case levenbergMarquardt(LevenbergMarquardt)

  /// What is remembered, each kind in its own place.
  public struct State: Sendable, Equatable {
    /// What first-order optimizers remember.
    public internal(set) var moments: Moments<Double>
    /// What L-BFGS remembers.
    public internal(set) var pairs = LBFGS.State()
    /// What Levenberg–Marquardt remembers.
    public internal(set) var damping = LevenbergMarquardt.State()
  }

  /// What the optimizer is called.
  public var name: StaticString {
    switch self {
    case .firstOrder(let optimizer): optimizer.name
    case .newton(let optimizer): optimizer.name
    case .lbfgs(let optimizer): optimizer.name
    case .levenbergMarquardt(let optimizer): optimizer.name
    }
  }

  /// Where it was published.
  public var citation: StaticString {
    switch self {
    case .firstOrder(let optimizer): optimizer.citation
    case .newton(let optimizer): optimizer.citation
    case .lbfgs(let optimizer): optimizer.citation
    case .levenbergMarquardt(let optimizer): optimizer.citation
    }
  }

  /// How a step is made.
  public var recurrence: StaticString {
    switch self {
    case .firstOrder(let optimizer): optimizer.recurrence
    case .newton(let optimizer): optimizer.recurrence
    case .lbfgs(let optimizer): optimizer.recurrence
    case .levenbergMarquardt(let optimizer): optimizer.recurrence
    }
  }

  /// The learning rate, or `nil` for an optimizer that finds the length of its steps itself.
  public var learningRate: Double? {
    switch self {
    case .firstOrder(let optimizer): optimizer.learningRate
    case .newton(let optimizer): optimizer.learningRate
    case .lbfgs(let optimizer): optimizer.learningRate
    case .levenbergMarquardt(let optimizer): optimizer.learningRate
    }
  }

  /// The product of rate and greatest curvature beyond which the steps on a quadratic grow, or `nil`.
  public var stableProduct: Double? {
    switch self {
    case .firstOrder(let optimizer): optimizer.stableProduct
    case .newton(let optimizer): optimizer.stableProduct
    case .lbfgs(let optimizer): optimizer.stableProduct
    case .levenbergMarquardt(let optimizer): optimizer.stableProduct
    }
  }

  /// The time of the gradient flow that one step stands for, or `nil`.
  public var timePerStep: Double? {
    switch self {
    case .firstOrder(let optimizer): optimizer.timePerStep
    case .newton(let optimizer): optimizer.timePerStep
    case .lbfgs(let optimizer): optimizer.timePerStep
    case .levenbergMarquardt(let optimizer): optimizer.timePerStep
    }
  }

  /// Whether the loss must be known as a sum of squares.
  public var needsResiduals: Bool {
    switch self {
    case .firstOrder(let optimizer): optimizer.needsResiduals
    case .newton(let optimizer): optimizer.needsResiduals
    case .lbfgs(let optimizer): optimizer.needsResiduals
    case .levenbergMarquardt(let optimizer): optimizer.needsResiduals
    }
  }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    switch self {
    case .firstOrder(let optimizer): try optimizer.validate()
    case .newton(let optimizer): try optimizer.validate()
    case .lbfgs(let optimizer): try optimizer.validate()
    case .levenbergMarquardt(let optimizer): try optimizer.validate()
    }
  }

  /// What is known before the first step from a point.
  public func initialState(at point: [Double]) -> State {
    switch self {
    case .firstOrder(let optimizer): State(moments: optimizer.initialState(at: point))
    case .newton, .lbfgs, .levenbergMarquardt:
      State(moments: Moments(count: 0, hasFirst: false, hasSecond: false))
    }
  }

  /// Moves the point once.
  public func step<Loss: ScalarField>(
    _ point: inout [Double], _ state: inout State, on probe: inout LossProbe<Loss>
  ) -> StepOutcome {
    switch self {
    case .firstOrder(let optimizer):
      return optimizer.step(&point, &state.moments, on: &probe)
    case .newton(let optimizer):
      var nothing = Newton.State()
      return optimizer.step(&point, &nothing, on: &probe)
    case .lbfgs(let optimizer):
      return optimizer.step(&point, &state.pairs, on: &probe)
    case .levenbergMarquardt(let optimizer):
      return optimizer.step(&point, &state.damping, on: &probe)
    }
  }
}
