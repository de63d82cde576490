import Fields

/// A way downhill: how a point becomes the next one, from what the loss says about its surroundings.
///
/// An optimizer is its hyperparameters; what it remembers from step to step is its state. Every tool takes any of them:
///
/// ```swift
/// func steps(_ optimizer: some Optimizer, from start: [Double]) throws -> Int {
///   let valley = try ScalarExpressionField("(1 - x)^2 + 100(y - x^2)^2")
///   return try optimizer.descend(try DescentProblem(valley, start: start)).steps
/// }
/// try steps(LBFGS(), from: [-1.2, 1])
/// ```
public protocol Optimizer: Sendable {
  /// What is remembered from one step to the next: a velocity, moments, a history of curvature.
  associatedtype State: Sendable

  /// What the optimizer is called.
  var name: StaticString { get }

  /// Where it was published.
  var citation: StaticString { get }

  /// How a step is made, in one line.
  var recurrence: StaticString { get }

  /// The learning rate, or `nil` for an optimizer that finds the length of its steps itself.
  var learningRate: Double? { get }

  /// The product of rate and greatest curvature beyond which the steps on a quadratic grow; `nil` where there is none.
  var stableProduct: Double? { get }

  /// The time of the gradient flow that one step stands for, or `nil` for steps that no fixed time belongs to.
  var timePerStep: Double? { get }

  /// Whether the loss must be known as a sum of squares.
  var needsResiduals: Bool { get }

  /// Finds hyperparameters that make no sense.
  ///
  /// - Throws: ``DescentError/hyperparameter(_:_:)``.
  func validate() throws(DescentError)

  /// What is known before the first step from a point.
  func initialState(at point: [Double]) -> State

  /// Moves the point once.
  ///
  /// - Parameters:
  ///   - point: Where it is; left alone if there is no step.
  ///   - state: What is remembered.
  ///   - probe: Asks the loss, and counts how often.
  func step<Loss: ScalarField>(
    _ point: inout [Double], _ state: inout State, on probe: inout LossProbe<Loss>
  ) -> StepOutcome
}

/// Whether an optimizer found a step.
public enum StepOutcome: UInt8, Sendable, Equatable {
  /// The point is a new one.
  case moved
  /// There is no step: the Hessian is singular, or no length along the direction lowers the loss.
  case stuck
}

extension Optimizer {
  /// No bound is known.
  public var stableProduct: Double? { nil }

  /// No fixed time belongs to a step.
  public var timePerStep: Double? { nil }

  /// Any loss will do.
  public var needsResiduals: Bool { false }
}
