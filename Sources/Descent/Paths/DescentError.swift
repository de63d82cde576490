/// Why a descent cannot begin.
public enum DescentError: Error, Sendable, Equatable {
  /// The start has the wrong number of coordinates.
  case dimension(found: Int, expected: Int)
  /// A coordinate of the start is not finite; coordinates count from 0.
  case notFinite(coordinate: Int)
  /// The loss is not finite at the start.
  case lossNotFinite(Double)
  /// A hyperparameter is outside of where it makes sense.
  case hyperparameter(Hyperparameter, Double)
  /// The optimizer needs a sum of squares, and the loss is not known as one.
  case needsResiduals(String)
  /// The residuals have another number of coordinates than the loss.
  case residualDimension(found: Int, expected: Int)
  /// Half the sum of the squared residuals is not the loss.
  case residualLoss(found: Double, expected: Double)
  /// An optimizer that chooses the length of its steps itself was given a rate.
  case hasNoRate(String)
  /// No optimizer has this short name.
  case unknownOptimizer(String)
  /// No surface of the catalogue has this short name.
  case unknownSurface(String)
  /// A formula of a surface cannot be read.
  case formula(String)
  /// The gradient flow cannot be followed.
  case flow(String)
}

/// A number that an optimizer or a run is given.
public enum Hyperparameter: UInt8, Sendable, Equatable, CaseIterable {
  /// η.
  case rate
  /// β.
  case momentum
  /// ρ.
  case decay
  /// β₁.
  case firstDecay
  /// β₂.
  case secondDecay
  /// ε.
  case epsilon
  /// λ.
  case weightDecay
  /// The number of pairs that L-BFGS keeps.
  case memory
  /// τ, the first damping of Levenberg–Marquardt.
  case damping
  /// The least curvature of Newton's method, as a share of the greatest.
  case leastCurvature
  /// c₁ of a line search.
  case decrease
  /// c₂ of a line search.
  case slope
  /// The gradient norm at which a run has converged.
  case tolerance
  /// The most steps of a run.
  case steps
  /// The rise or fall of the loss that ends a run.
  case greatestChange
  /// How long the gradient flow is followed.
  case time

  /// What it is called, with its symbol.
  public var name: StaticString {
    switch self {
    case .rate: "the learning rate η"
    case .momentum: "the momentum β"
    case .decay: "the decay ρ"
    case .firstDecay: "the decay β₁"
    case .secondDecay: "the decay β₂"
    case .epsilon: "ε"
    case .weightDecay: "the weight decay λ"
    case .memory: "the memory of L-BFGS"
    case .damping: "the damping τ"
    case .leastCurvature: "the least curvature"
    case .decrease: "the share c₁ of the line search"
    case .slope: "the share c₂ of the line search"
    case .tolerance: "the tolerance"
    case .steps: "the number of steps"
    case .greatestChange: "the greatest change of the loss"
    case .time: "the time of the flow"
    }
  }

  /// Where it makes sense, in words.
  public var range: StaticString {
    switch self {
    case .rate, .damping, .greatestChange: "a finite number above 0"
    case .momentum, .decay, .firstDecay, .secondDecay, .leastCurvature: "at least 0 and below 1"
    case .epsilon, .weightDecay, .tolerance, .steps, .time: "a finite number, 0 or more"
    case .memory: "1 or more"
    case .decrease: "above 0 and below ½"
    case .slope: "above c₁ and below 1"
    }
  }

  /// - Throws: ``DescentError/hyperparameter(_:_:)`` where a value makes no sense.
  func check(_ value: Double) throws(DescentError) {
    guard value.isFinite, isValid(value) else { throw .hyperparameter(self, value) }
  }

  private func isValid(_ value: Double) -> Bool {
    switch self {
    case .rate, .damping, .greatestChange: value > 0
    case .momentum, .decay, .firstDecay, .secondDecay, .leastCurvature: value >= 0 && value < 1
    case .epsilon, .weightDecay, .tolerance, .steps, .time: value >= 0
    case .memory: value >= 1
    case .decrease: value > 0 && value < 0.5
    case .slope: value > 0 && value < 1
    }
  }
}

extension DescentError: CustomStringConvertible {
  /// What is wrong, where, and what would be right, in a sentence.
  @export(interface)
  public var description: String {
    switch self {
    case .dimension(let found, let expected):
      "the start has \(found) coordinates; the loss takes points of \(expected)"
    case .notFinite(let coordinate):
      "coordinate \(coordinate + 1) of the start is not finite; it must be a number"
    case .lossNotFinite(let value):
      "the loss at the start is \(value); a descent begins where the loss is finite"
    case .hyperparameter(let parameter, let value):
      "\(parameter.name) is \(value); it must be \(parameter.range)"
    case .needsResiduals(let name):
      "\(name) works on sums of squares; give the residuals of the loss, or take another optimizer"
    case .residualDimension(let found, let expected):
      "the residuals have \(found) coordinates; the loss takes points of \(expected)"
    case .residualLoss(let found, let expected):
      "half the sum of the squared residuals at the start is \(found), the loss is \(expected); they must be equal"
    case .hasNoRate(let name):
      "\(name) finds the length of its steps itself; leave out the learning rate"
    case .unknownOptimizer(let name):
      "there is no optimizer “\(name)”; there are gd, momentum, nesterov, rmsprop, adam, adamw, newton, lbfgs, lm"
    case .unknownSurface(let name):
      "there is no surface “\(name)”; there are rosenbrock, himmelblau, beale, rastrigin, ackley, ravine, saddle, monkey"
    case .formula(let reason):
      "the formula of the surface cannot be read: \(reason)"
    case .flow(let reason):
      "the gradient flow cannot be followed: \(reason)"
    }
  }
}
