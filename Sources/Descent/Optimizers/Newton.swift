import Elementary
import Fields
import LinearAlgebra

/// Newton's method: to the critical point of the quadratic that fits here to second order.
///
/// One step solves a quadratic; near a minimum the number of right digits doubles with every step.
///
/// ```swift
/// let saddle = try ScalarExpressionField("x^2 - y^2 + y^4/2")
/// let problem = try DescentProblem(saddle, start: [1, 0.1])
/// try Newton(.plain).descend(problem).end        // (0, 0), the saddle
/// try Newton().descend(problem).end              // (0, 1), a minimum
/// ```
public struct Newton: Optimizer {
  /// What is done about directions in which the loss bends down.
  public enum Variant: UInt8, Sendable, Equatable {
    /// Saddle-free: each eigenvalue of the Hessian is replaced by its magnitude, so that the step leads downhill in
    /// every direction; then it is halved until the loss falls by a ten-thousandth of what the slope promises.
    case saddleFree
    /// The Hessian as it is, and the whole step. It is drawn to every critical point, saddles and maxima as well.
    case plain
  }

  /// What is done about directions in which the loss bends down.
  public var variant: Variant
  /// The share of a whole step that is taken, or tried first.
  public var rate: Double
  /// A curvature smaller than this share of the greatest is taken for as much, so that no step is endless; for
  /// ``Variant/saddleFree``.
  public var leastCurvature: Double

  /// Newton's method, saddle-free unless said otherwise.
  public init(_ variant: Variant = .saddleFree, rate: Double = 1, leastCurvature: Double = 1e-10) {
    self.variant = variant
    self.rate = rate
    self.leastCurvature = leastCurvature
  }

  /// What the optimizer is called.
  public var name: StaticString {
    switch variant {
    case .saddleFree: "saddle-free Newton"
    case .plain: "Newton"
    }
  }

  /// Where it was published.
  public var citation: StaticString {
    switch variant {
    case .saddleFree: "Dauphin et al., NIPS 2014"
    case .plain: "Nocedal and Wright, Numerical Optimization (2006), section 3.3"
    }
  }

  /// How a step is made.
  public var recurrence: StaticString {
    switch variant {
    case .saddleFree: "H = QΛQᵀ; θ ← θ − η Q|Λ|⁻¹Qᵀ∇L, with η halved until L falls"
    case .plain: "θ ← θ − η H⁻¹∇L"
    }
  }

  /// The share of a whole step that is taken, or tried first.
  public var learningRate: Double? { rate }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    try Hyperparameter.rate.check(rate)
    try Hyperparameter.leastCurvature.check(leastCurvature)
  }

  /// Nothing is remembered.
  public struct State: Sendable, Equatable {
    /// A state of nothing.
    public init() {}
  }

  /// Nothing is remembered.
  public func initialState(at point: [Double]) -> State { State() }

  /// Moves the point once.
  public func step<Loss: ScalarField>(
    _ point: inout [Double], _ state: inout State, on probe: inout LossProbe<Loss>
  ) -> StepOutcome {
    let gradient = probe.gradient(at: point)
    let hessian = probe.hessian(at: point)
    switch variant {
    case .plain:
      guard let factors = try? LUFactorization(hessian) else { return .stuck }
      guard let step = try? factors.solve(gradient) else { return .stuck }
      point = moved(point, along: step, by: -rate)
      return .moved
    case .saddleFree:
      guard let direction = direction(gradient, hessian) else { return .stuck }
      return descend(&point, along: direction, slope: dot(gradient, direction), &probe)
    }
  }

  /// −|H|⁻¹∇L, or `nil` where the Hessian is 0 or not finite.
  func direction(_ gradient: [Double], _ hessian: Matrix) -> [Double]? {
    guard let eigen = try? SymmetricEigen(hessian) else { return nil }
    let largest = eigen.values.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return nil }
    var direction = [Double](repeating: 0, count: gradient.count)
    for (index, value) in eigen.values.enumerated() {
      let axis = eigen.vectors.column(index)
      let share = dot(axis, gradient)
      guard share != 0 else { continue }
      let curvature = max(value.magnitude, leastCurvature * largest)
      guard curvature > 0 else { return nil }
      for row in direction.indices { direction[row] -= share / curvature * axis[row] }
    }
    return direction
  }

  /// Halves the step until the loss falls enough: Armijo's rule.
  private func descend<Loss: ScalarField>(
    _ point: inout [Double], along direction: [Double], slope: Double, _ probe: inout LossProbe<Loss>
  ) -> StepOutcome {
    let before = probe.value(at: point)
    // A fall below the rounding of the loss cannot be seen, and is believed.
    let allowance = 4 * before.ulp
    var length = rate
    for _ in 0..<60 {
      let trial = moved(point, along: direction, by: length)
      if probe.value(at: trial) <= before + 1e-4 * length * slope + allowance {
        point = trial
        return .moved
      }
      length /= 2
    }
    return .stuck
  }
}
