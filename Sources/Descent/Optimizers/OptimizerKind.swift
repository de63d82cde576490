/// An optimizer by its short name, for a choice that is made at run time.
///
/// ```swift
/// let kind = try OptimizerKind(named: "adam")
/// let adam = try kind.optimizer(rate: 0.05)
/// try adam.descend(problem).end
/// ```
public enum OptimizerKind: UInt8, Sendable, Equatable, CaseIterable {
  /// Gradient descent.
  case gradientDescent
  /// Gradient descent with momentum.
  case momentum
  /// Nesterov's accelerated gradient.
  case nesterov
  /// RMSProp.
  case rmsProp
  /// Adam.
  case adam
  /// Adam with weight decay.
  case adamW
  /// Newton's method, saddle-free.
  case newton
  /// L-BFGS.
  case lbfgs
  /// Levenberg–Marquardt.
  case levenbergMarquardt

  /// The name that commands and links know it by.
  public var shortName: StaticString {
    switch self {
    case .gradientDescent: "gd"
    case .momentum: "momentum"
    case .nesterov: "nesterov"
    case .rmsProp: "rmsprop"
    case .adam: "adam"
    case .adamW: "adamw"
    case .newton: "newton"
    case .lbfgs: "lbfgs"
    case .levenbergMarquardt: "lm"
    }
  }

  /// The optimizer of a short name.
  ///
  /// - Throws: ``DescentError/unknownOptimizer(_:)``.
  public init(named name: String) throws(DescentError) {
    let sought = Array(name.utf8)
    for kind in OptimizerKind.allCases where kind.shortName.utf8Equals(sought) {
      self = kind
      return
    }
    throw .unknownOptimizer(name)
  }

  /// The learning rate unless another is given; `nil` for an optimizer that has none.
  public var defaultRate: Double? {
    switch self {
    case .gradientDescent, .momentum, .nesterov, .rmsProp, .adam, .adamW: 0.001
    case .newton: 1
    case .lbfgs, .levenbergMarquardt: nil
    }
  }

  /// The optimizer with its usual hyperparameters, and with another learning rate if one is given.
  ///
  /// - Throws: ``DescentError/hyperparameter(_:_:)`` for a rate that is not above 0, ``DescentError/hasNoRate(_:)`` for
  ///   an optimizer that finds the length of its steps itself.
  public func optimizer(rate: Double? = nil) throws(DescentError) -> AnyOptimizer {
    if let first = try firstOrderOptimizer(rate: rate) { return .firstOrder(first) }
    let optimizer: AnyOptimizer
    switch self {
    case .newton: optimizer = .newton(Newton(rate: rate ?? 1))
    case .levenbergMarquardt: optimizer = .levenbergMarquardt(LevenbergMarquardt())
    default: optimizer = .lbfgs(LBFGS())
    }
    if rate != nil, defaultRate == nil { throw .hasNoRate("\(optimizer.name)") }
    try optimizer.validate()
    return optimizer
  }

  /// The optimizer if gradients are all that it needs, or `nil`.
  ///
  /// - Throws: ``DescentError/hyperparameter(_:_:)`` for a rate that is not above 0.
  public func firstOrderOptimizer(rate: Double? = nil) throws(DescentError) -> AnyFirstOrderOptimizer? {
    let rate = rate ?? 0.001
    let optimizer: AnyFirstOrderOptimizer
    switch self {
    case .gradientDescent: optimizer = .gradientDescent(GradientDescent(rate: rate))
    case .momentum: optimizer = .momentum(Momentum(rate: rate))
    case .nesterov: optimizer = .nesterov(Nesterov(rate: rate))
    case .rmsProp: optimizer = .rmsProp(RMSProp(rate: rate))
    case .adam: optimizer = .adam(Adam(rate: rate))
    case .adamW: optimizer = .adamW(AdamW(rate: rate))
    case .newton, .lbfgs, .levenbergMarquardt: return nil
    }
    try optimizer.validate()
    return optimizer
  }
}
