import Fields

/// How far to go along a direction: a length at which the loss has fallen and the slope has flattened.
///
/// With φ(α) = L(θ + αd) the strong Wolfe conditions are φ(α) ≤ φ(0) + c₁αφ′(0) and |φ′(α)| ≤ c₂|φ′(0)|. Brackets grow
/// until they hold such a length, and are then cut at the minimum of the cubic through their ends: Nocedal and Wright,
/// *Numerical Optimization* (2006), algorithms 3.5 and 3.6.
///
/// Near a minimum the loss changes by less than its rounding. A length that flattens the slope is then taken if the loss
/// does not rise by more than a few roundings and the slopes say that it falls (the approximate conditions of Hager and
/// Zhang, SIAM J. Optim. 16, 2005, eq. 4.1). And where no length flattens the slope, as on a loss without a bound, the
/// one with the lowest loss is taken if that has fallen enough. ``Accepted/evidence`` tells which it was.
public struct WolfeLineSearch: Sendable, Equatable {
  /// c₁: the share of the promised fall that is enough.
  public var decrease: Double
  /// c₂: the share of the first slope that may be left.
  public var slope: Double
  /// The most lengths that are tried.
  public var maximumTrials: Int

  /// A search with c₁ = 10⁻⁴ and c₂ = 0.9, unless others are given.
  public init(decrease: Double = 1e-4, slope: Double = 0.9, maximumTrials: Int = 40) {
    self.decrease = decrease
    self.slope = slope
    self.maximumTrials = maximumTrials
  }

  /// Why a length may be taken.
  public enum Evidence: UInt8, Sendable, Equatable {
    /// Both strong Wolfe conditions hold.
    case strongWolfe
    /// The slope has flattened; the loss changed by no more than its rounding.
    case rounding
    /// The loss has fallen enough; the slope was not seen to flatten.
    case fall
  }

  /// A length that was taken, and what shows that it may be.
  public struct Accepted: Sendable, Equatable {
    /// α.
    public let length: Double
    /// φ(0).
    public let valueBefore: Double
    /// φ′(0), below 0.
    public let slopeBefore: Double
    /// φ(α).
    public let value: Double
    /// φ′(α).
    public let slope: Double
    /// Why it may be taken.
    public let evidence: Evidence
  }

  /// A length and the loss there.
  struct Trial {
    var length: Double
    var value: Double
    var slope: Double
  }

  /// Finds hyperparameters that make no sense.
  ///
  /// - Throws: ``DescentError/hyperparameter(_:_:)``.
  public func validate() throws(DescentError) {
    try Hyperparameter.decrease.check(decrease)
    try Hyperparameter.slope.check(slope)
    guard slope > decrease else { throw .hyperparameter(.slope, slope) }
  }

  /// A length along a direction that leads downhill, or `nil` if none is found.
  public func search<Loss: ScalarField>(
    from point: [Double], along direction: [Double], first: Double, on probe: inout LossProbe<Loss>
  ) -> Accepted? {
    let start = Trial(
      length: 0, value: probe.value(at: point), slope: dot(probe.gradient(at: point), direction))
    guard start.slope < 0, start.slope.isFinite else { return nil }
    var trials = maximumTrials
    var last = start
    var length = first
    while trials > 0 {
      trials -= 1
      let trial = look(point, direction, length, &probe)
      // Where the loss is not finite the end of the bracket is beyond.
      let isTooFar = !(trial.value <= start.value + decrease * length * start.slope)
      if let accepted = judge(trial, start) { return accepted }
      if isTooFar || (last.length > 0 && trial.value >= last.value) {
        return zoom(point, direction, start, last, trial, &trials, &probe)
      }
      if trial.slope >= 0 { return zoom(point, direction, start, trial, last, &trials, &probe) }
      last = trial
      length *= 2
    }
    return fallen(last, start)
  }

  /// A length for want of a better one: the loss has fallen enough, the slope has not flattened.
  private func fallen(_ trial: Trial, _ start: Trial) -> Accepted? {
    guard trial.length > 0, trial.value < start.value else { return nil }
    return accept(trial, start, .fall)
  }

  private func accept(_ trial: Trial, _ start: Trial, _ evidence: Evidence) -> Accepted {
    Accepted(
      length: trial.length, valueBefore: start.value, slopeBefore: start.slope, value: trial.value,
      slope: trial.slope, evidence: evidence)
  }

  private func look<Loss: ScalarField>(
    _ point: [Double], _ direction: [Double], _ length: Double, _ probe: inout LossProbe<Loss>
  ) -> Trial {
    let place = moved(point, along: direction, by: length)
    let value = probe.value(at: place)
    guard value.isFinite else { return Trial(length: length, value: .infinity, slope: .nan) }
    return Trial(length: length, value: value, slope: dot(probe.gradient(at: place), direction))
  }

  /// Whether a length may be taken.
  private func judge(_ trial: Trial, _ start: Trial) -> Accepted? {
    guard trial.slope.magnitude <= slope * start.slope.magnitude else { return nil }
    let hasFallen = trial.value <= start.value + decrease * trial.length * start.slope
    let rounding = 8 * max(start.value.ulp, trial.value.ulp)
    let isWithinRounding =
      (trial.value - start.value).magnitude <= rounding && trial.slope <= (2 * decrease - 1) * start.slope
    guard hasFallen || isWithinRounding else { return nil }
    return accept(trial, start, hasFallen ? .strongWolfe : .rounding)
  }

  /// Cuts a bracket until a length in it may be taken; `low` has fallen enough and lies lower than `high`.
  private func zoom<Loss: ScalarField>(
    _ point: [Double], _ direction: [Double], _ start: Trial, _ low: Trial, _ high: Trial,
    _ trials: inout Int, _ probe: inout LossProbe<Loss>
  ) -> Accepted? {
    var low = low
    var high = high
    while trials > 0 {
      trials -= 1
      let length = WolfeLineSearch.cut(low, high)
      guard length != low.length, length != high.length else { return fallen(low, start) }
      let trial = look(point, direction, length, &probe)
      if let accepted = judge(trial, start) { return accepted }
      if !(trial.value <= start.value + decrease * length * start.slope) || trial.value >= low.value {
        high = trial
      } else {
        if trial.slope * (high.length - low.length) >= 0 { high = low }
        low = trial
      }
    }
    return fallen(low, start)
  }

  /// The minimum of the cubic through both ends with their slopes, or the middle where that is no good; Nocedal and
  /// Wright, equation 3.59.
  static func cut(_ low: Trial, _ high: Trial) -> Double {
    let width = high.length - low.length
    let middle = low.length + 0.5 * width
    let chord = 3 * (low.value - high.value) / width
    let first = low.slope + high.slope + chord
    let square = first * first - low.slope * high.slope
    guard square >= 0 else { return middle }
    let second = width < 0 ? -square.squareRoot() : square.squareRoot()
    let share = (high.slope + second - first) / (high.slope - low.slope + 2 * second)
    let place = high.length - width * share
    // A bracket is to lose at least a tenth each time.
    let margin = 0.1 * width.magnitude
    let (near, far) = (min(low.length, high.length), max(low.length, high.length))
    return place >= near + margin && place <= far - margin ? place : middle
  }
}
