import Elementary

/// Who chooses the length of a step.
public enum StepController: Sendable, Equatable {
  /// Steps of one length; the last one is shortened to end where the problem ends.
  case fixed(Double)
  /// Steps whose estimated error is within a tolerance: `absolute` + `relative` · |y| in every component, as the root
  /// of the mean square over the components.
  ///
  /// The PI controller of Hairer, Nørsett and Wanner (1993), section IV.2, with β = 0.2/q for an estimate of order
  /// q − 1: smooth steps where the solution is smooth, and few that are refused.
  case adaptive(relative: Double, absolute: Double)

  /// The tolerances 10⁻⁸ and 10⁻¹⁰.
  public static let standard = StepController.adaptive(relative: 1e-8, absolute: 1e-10)
}

/// The numbers of the controller for an estimate of one order.
struct StepAdaptation {
  /// q: the power of the step that the error goes with.
  let order: Double
  /// How strongly the square of the error of this step counts, as a power.
  let proportional: Double
  /// How strongly that of the step before counts.
  let integral: Double

  static let safety = 0.9
  static let leastFactor = 0.2
  static let greatestFactor = 10.0
  /// The logarithm to base 2 of the square of the error that the step before is taken to have had at least: of 10⁻⁸.
  static let leastMemory = -26.575424759098897
  /// Errors whose square is below this do not lengthen the steps any more.
  static let leastError = 1e-20
  /// What is left of a step that met something that is not finite.
  static let factorAtPole = 0.1

  init(estimateOrder: Int) {
    order = Double(estimateOrder + 1)
    let integral = 0.2 / order
    // The errors come as squares.
    self.integral = 0.5 * integral
    proportional = 0.5 * (1 / order - 0.75 * integral)
  }
}

/// The first step of a trajectory: Hairer, Nørsett and Wanner (1993), section II.4.
struct FirstStep {
  let tolerance: Tolerance
  let order: Double
  /// The time there is, with its sign.
  let interval: Double

  /// The root of the mean square of a vector over what is allowed at a place.
  @inline(__always)
  private func size(_ count: Int, of vector: (Int) -> Double, at place: (Int) -> Double) -> Double {
    var sum = 0.0
    for index in 0..<count {
      let ratio = vector(index) / (tolerance.absolute + tolerance.relative * place(index).magnitude)
      sum += ratio * ratio
    }
    return (sum / Double(count)).squareRoot()
  }

  /// A small step to find out how the field changes.
  @inline(__always)
  func guess(_ count: Int, place: (Int) -> Double, slope: (Int) -> Double) -> Double {
    let position = size(count, of: place, at: place)
    let speed = size(count, of: slope, at: place)
    let guess = position < 1e-5 || speed < 1e-5 ? 1e-6 : 0.01 * (position / speed)
    // An infinite speed leaves the step to the refusals.
    return signed(guess.isFinite && guess > 0 ? guess : 1e-6)
  }

  /// The first step, from the field at both ends of the guess.
  @inline(__always)
  func step(
    _ count: Int, place: (Int) -> Double, slope: (Int) -> Double, later: (Int) -> Double, guess: Double
  ) -> Double {
    let bend = size(count, of: { later($0) - slope($0) }, at: place) / guess.magnitude
    let largest = max(size(count, of: slope, at: place), bend)
    var step = max(1e-6, guess.magnitude * 1e-3)
    if largest > 1e-15 { step = Double.exp(Double.log(0.01 / largest) / order) }
    step = min(100 * guess.magnitude, step)
    return signed(step.isFinite && step > 0 ? step : guess.magnitude)
  }

  private func signed(_ step: Double) -> Double {
    let length = min(step, interval.magnitude)
    return interval < 0 ? -length : length
  }
}
