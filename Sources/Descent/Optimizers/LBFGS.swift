import Fields

/// L-BFGS: Newton's method with a curvature that is learned from the last few steps.
///
/// The direction comes from the last pairs of steps and changes of the gradient, in two loops over them, without a matrix;
/// its length from a ``WolfeLineSearch``, which also keeps every pair's curvature positive.
///
/// ```swift
/// let valley = try ScalarExpressionField("(1 - x)^2 + 100(y - x^2)^2")
/// let path = try LBFGS().descend(try DescentProblem(valley, start: [-1.2, 1]))
/// path.end        // (1, 1)
/// path.steps      // a few dozen; gradient descent takes tens of thousands
/// ```
public struct LBFGS: Optimizer {
  /// The number of pairs that are kept.
  public var memory: Int
  /// How long the steps are.
  public var lineSearch: WolfeLineSearch

  /// L-BFGS with 10 pairs, unless another number is given.
  public init(memory: Int = 10, lineSearch: WolfeLineSearch = WolfeLineSearch()) {
    self.memory = memory
    self.lineSearch = lineSearch
  }

  /// What the optimizer is called.
  public var name: StaticString { "L-BFGS" }
  /// Where it was published.
  public var citation: StaticString {
    "Nocedal, Math. Comp. 35 (1980) 773; Nocedal and Wright, Numerical Optimization (2006), algorithm 7.4"
  }
  /// How a step is made.
  public var recurrence: StaticString {
    "d = −H̃∇L from the pairs (sᵢ, yᵢ); θ ← θ + αd with α by strong Wolfe; s = αd, y = ∇L(θ + αd) − ∇L(θ)"
  }

  /// There is none: the line search finds the length.
  public var learningRate: Double? { nil }

  /// Finds hyperparameters that make no sense.
  public func validate() throws(DescentError) {
    try Hyperparameter.memory.check(Double(memory))
    try lineSearch.validate()
  }

  /// The last steps and what they taught.
  public struct State: Sendable, Equatable {
    /// A step, the change of the gradient along it, and 1/(s·y).
    struct Pair: Sendable, Equatable {
      let step: [Double]
      let change: [Double]
      let weight: Double
    }

    var pairs: [Pair] = []
    /// The last length that was taken, with what shows that it may be; `nil` before the first step.
    public internal(set) var search: WolfeLineSearch.Accepted?

    /// Nothing is known.
    public init() {}

    /// −H̃g by the two loops over the pairs.
    func direction(_ gradient: [Double]) -> [Double] {
      var result = gradient
      var shares = [Double](repeating: 0, count: pairs.count)
      for index in pairs.indices.reversed() {
        let pair = pairs[index]
        shares[index] = pair.weight * dot(pair.step, result)
        for row in result.indices { result[row] -= shares[index] * pair.change[row] }
      }
      if let last = pairs.last {
        // The size of the Hessian along the last step: Nocedal and Wright, eq. 7.20.
        let scale = 1 / (last.weight * dot(last.change, last.change))
        for row in result.indices { result[row] *= scale }
      }
      for (index, pair) in pairs.enumerated() {
        let share = shares[index] - pair.weight * dot(pair.change, result)
        for row in result.indices { result[row] += share * pair.step[row] }
      }
      return result.map { -$0 }
    }
  }

  /// Nothing is known of the curvature.
  public func initialState(at point: [Double]) -> State { State() }

  /// Moves the point once.
  public func step<Loss: ScalarField>(
    _ point: inout [Double], _ state: inout State, on probe: inout LossProbe<Loss>
  ) -> StepOutcome {
    let gradient = probe.gradient(at: point)
    var direction = state.direction(gradient)
    var first = 1.0
    if !(dot(direction, gradient) < 0) { state.pairs.removeAll(keepingCapacity: true) }
    if state.pairs.isEmpty {
      direction = gradient.map { -$0 }
      // Without any curvature known the first step is not longer than 1.
      first = min(1, 1 / length(gradient))
    }
    guard let accepted = lineSearch.search(from: point, along: direction, first: first, on: &probe) else {
      // What was learned far away may mislead; straight downhill is tried before giving up.
      guard !state.pairs.isEmpty else { return .stuck }
      state.pairs.removeAll(keepingCapacity: true)
      return step(&point, &state, on: &probe)
    }
    let next = moved(point, along: direction, by: accepted.length)
    learn(point, next, gradient, probe.gradient(at: next), &state)
    state.search = accepted
    point = next
    return .moved
  }

  private func learn(
    _ point: [Double], _ next: [Double], _ gradient: [Double], _ nextGradient: [Double],
    _ state: inout State
  ) {
    let step = point.indices.map { next[$0] - point[$0] }
    let change = point.indices.map { nextGradient[$0] - gradient[$0] }
    let curvature = dot(step, change)
    // Rounding can leave a pair without curvature; it would spoil the direction.
    guard curvature > 1e-14 * length(step) * length(change) else { return }
    state.pairs.append(State.Pair(step: step, change: change, weight: 1 / curvature))
    if state.pairs.count > memory { state.pairs.removeFirst() }
  }
}
