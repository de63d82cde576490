import Elementary
import Fields

/// An optimizer that needs nothing but the gradient, on a point of a few coordinates or on the weights of a network.
///
/// ```swift
/// func train(_ weights: inout [Float], _ gradient: [Float], _ moments: inout Moments<Float>) {
///   let adam = Adam(rate: 0.001)  // and before the first step: moments = adam.moments(count: weights.count)
///   weights.withUnsafeMutableBufferPointer { weights in
///     gradient.withUnsafeBufferPointer { adam.update(parameters: weights, gradient: $0, state: &moments) }
///   }
/// }
/// ```
///
/// Its memory is the same for all, ``Moments``; an update allocates nothing and is one pass over the parameters.
public protocol FirstOrderOptimizer: Optimizer where State == Moments<Double> {
  /// The learning rate η; it may be changed between two steps.
  var rate: Double { get set }

  /// What is known before the first step of so many parameters.
  func moments<Scalar: LaneScalar>(count: Int) -> Moments<Scalar>

  /// Moves the parameters once, in their own precision.
  ///
  /// - Precondition: there are as many parameters as partial derivatives, and the state was made for so many.
  func update<Scalar: LaneScalar>(
    parameters: UnsafeMutableBufferPointer<Scalar>, gradient: UnsafeBufferPointer<Scalar>,
    state: inout Moments<Scalar>)
}

/// What a first-order optimizer remembers of the gradients so far.
public struct Moments<Scalar: LaneScalar>: Sendable, Equatable {
  /// The steps so far.
  public var steps = 0
  /// The velocity, or the mean of the gradients; a number a parameter, or none.
  public var first: [Scalar]
  /// The mean of their squares; a number a parameter, or none.
  public var second: [Scalar]
  /// β₁ᵗ: the weight that the mean of the gradients still gives to its beginning, which was 0.
  public var firstRest = 1.0
  /// β₂ᵗ: the same of the mean of the squares.
  public var secondRest = 1.0

  /// Zeros for so many parameters, where there is to be anything.
  public init(count: Int, hasFirst: Bool, hasSecond: Bool) {
    first = [Scalar](repeating: 0, count: hasFirst ? count : 0)
    second = [Scalar](repeating: 0, count: hasSecond ? count : 0)
  }
}

extension FirstOrderOptimizer {
  /// The learning rate η.
  public var learningRate: Double? { rate }

  /// What is known before the first step from a point.
  public func initialState(at point: [Double]) -> Moments<Double> { moments(count: point.count) }

  /// Moves the point once, by the gradient there.
  public func step<Loss: ScalarField>(
    _ point: inout [Double], _ state: inout Moments<Double>, on probe: inout LossProbe<Loss>
  ) -> StepOutcome {
    let gradient = probe.gradient(at: point)
    point.withUnsafeMutableBufferPointer { parameters in
      gradient.withUnsafeBufferPointer { update(parameters: parameters, gradient: $0, state: &state) }
    }
    return .moved
  }
}
