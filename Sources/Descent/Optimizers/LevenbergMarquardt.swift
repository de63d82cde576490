import Fields
import LinearAlgebra

/// Levenberg–Marquardt: Newton's method for sums of squares, with first derivatives alone.
///
/// For a loss ½|r(θ)|² with residuals r and their Jacobian J the matrix JᵀJ stands for the Hessian; what it leaves out is
/// small where the residuals are. The damping μ turns the step towards the gradient and shortens it where that does not
/// work, and falls as the quadratic proves right. One step is one accepted step; refused ones are made again with more
/// damping.
///
/// ```swift
/// let residuals = try VectorExpressionField("10(y - x^2), 1 - x")
/// let path = try LevenbergMarquardt().descend(try DescentProblem(residuals: residuals, start: [-1.2, 1]))
/// path.end        // (1, 1)
/// ```
public struct LevenbergMarquardt: Optimizer {
  /// τ: the first damping as a share of the greatest diagonal element of JᵀJ.
  public var damping: Double

  /// The method with a first damping; a small one trusts the start, 1 does not.
  public init(damping: Double = 1e-3) { self.damping = damping }

  /// What the optimizer is called.
  public var name: StaticString { "Levenberg–Marquardt" }
  /// Where it was published.
  public var citation: StaticString {
    "Marquardt, SIAM J. 11 (1963) 431; Nielsen, IMM-REP-1999-05; Madsen, Nielsen and Tingleff (2004), algorithm 3.16"
  }
  /// How a step is made.
  public var recurrence: StaticString {
    "(JᵀJ + μI)h = −Jᵀr; θ ← θ + h if ½|r|² falls, μ ← μ max(⅓, 1 − (2ϱ − 1)³); else μ ← νμ, ν ← 2ν"
  }

  /// There is none: the damping finds the length.
  public var learningRate: Double? { nil }

  /// The loss must be known as a sum of squares.
  public var needsResiduals: Bool { true }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) { try Hyperparameter.damping.check(damping) }

  /// The damping as it is now.
  public struct State: Sendable, Equatable {
    /// μ; `nil` before the first step.
    public internal(set) var damping: Double?
    /// ν: by how much the next refusal raises it.
    var growth = 2.0

    /// Nothing has been tried.
    public init() {}
  }

  /// Nothing has been tried.
  public func initialState(at point: [Double]) -> State { State() }

  /// Moves the point once; without residuals there is no step.
  public func step<Loss: ScalarField>(
    _ point: inout [Double], _ state: inout State, on probe: inout LossProbe<Loss>
  ) -> StepOutcome {
    guard let residuals = probe.residuals(at: point) else { return .stuck }
    guard let jacobian = probe.residualJacobian(at: point) else { return .stuck }
    let transposed = jacobian.transposed
    let normal = transposed * jacobian
    let gradient = transposed * residuals
    var largest = 0.0
    for row in 0..<normal.rows { largest = max(largest, normal[row, row]) }
    var damping = state.damping ?? self.damping * largest
    // More refusals than this raise μ beyond any number.
    for _ in 0..<50 {
      guard let step = solve(normal, damping, gradient) else { return .stuck }
      let trial = moved(point, along: step, by: 1)
      if trial == point { return .stuck }
      guard let found = probe.residuals(at: trial) else { return .stuck }
      let gain = self.gain(residuals, found, promised: promise(step, damping, gradient))
      if gain > 0 {
        let bend = 2 * gain - 1
        state.damping = damping * max(1.0 / 3, 1 - bend * bend * bend)
        state.growth = 2
        point = trial
        return .moved
      }
      damping *= state.growth
      state.growth *= 2
    }
    return .stuck
  }

  /// The h of (JᵀJ + μI)h = −g.
  private func solve(_ normal: Matrix, _ damping: Double, _ gradient: [Double]) -> [Double]? {
    var damped = normal
    for row in 0..<normal.rows { damped[row, row] += damping }
    guard let factors = try? LUFactorization(damped) else { return nil }
    return try? factors.solve(gradient.map { -$0 })
  }

  /// By how much the quadratic says that the loss falls: ½ hᵀ(μh − g).
  private func promise(_ step: [Double], _ damping: Double, _ gradient: [Double]) -> Double {
    0.5 * (damping * dot(step, step) - dot(step, gradient))
  }

  /// ϱ: the fall of the loss as a share of what was promised.
  private func gain(_ before: [Double], _ after: [Double], promised: Double) -> Double {
    // ½(|r|² − |r′|²) as ½(r − r′)·(r + r′), where nothing large cancels.
    var fall = 0.0
    var size = 0.0
    for index in before.indices {
      fall += 0.5 * (before[index] - after[index]) * (before[index] + after[index])
      size += 0.5 * before[index] * before[index]
    }
    // A fall below the rounding of the loss cannot be seen, and is believed.
    if promised <= 4 * size.ulp && fall.magnitude <= 16 * size.ulp { return 1 }
    return fall / promised
  }
}
