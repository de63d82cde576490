/// One accepted step as a polynomial in time.
///
/// With θ from 0 to 1 over the step, y(θ) = y₀ + θ (F₀ + (1 − θ) (F₁ + θ (F₂ + (1 − θ) (F₃ + …)))), the nested form of
/// Hairer, Nørsett and Wanner (1993), II.6: F₀ is the chord, F₁ and F₂ make it the cubic with the right slopes at both
/// ends, and each further term raises the order and leaves the ends alone.
public struct DenseStep: Sendable, Equatable {
  /// When the step begins.
  public let startTime: Double
  /// When it ends; earlier than ``startTime`` in a backward integration.
  public let endTime: Double
  /// Where the step begins.
  public let start: [Double]
  /// Where it ends, to the last digit where the next step begins.
  public let end: [Double]
  let terms: [[Double]]

  /// The point at a time of the step.
  public func point(at time: Double) -> [Double] { point(share: share(at: time)) }

  /// The time at a share of the step, from 0 to 1.
  func time(at share: Double) -> Double {
    share >= 1 ? endTime : startTime + share * (endTime - startTime)
  }

  /// The share of the step at a time.
  func share(at time: Double) -> Double {
    let length = endTime - startTime
    return length == 0 ? 1 : min(max((time - startTime) / length, 0), 1)
  }

  /// The point at a share of the step.
  func point(share: Double) -> [Double] {
    start.indices.map { coordinate($0, share: share) }
  }

  /// One coordinate at a share of the step.
  func coordinate(_ index: Int, share: Double) -> Double {
    if share >= 1 { return end[index] }
    var sum = 0.0
    var level = terms.count - 1
    while level >= 0 {
      sum = (sum + terms[level][index]) * (level & 1 == 0 ? share : 1 - share)
      level -= 1
    }
    return start[index] + sum
  }

  /// How much a coordinate changes a unit of share.
  func slope(_ index: Int, share: Double) -> Double {
    var sum = 0.0
    var slope = 0.0
    var level = terms.count - 1
    while level >= 0 {
      let total = sum + terms[level][index]
      if level & 1 == 0 {
        slope = slope * share + total
        sum = total * share
      } else {
        slope = slope * (1 - share) - total
        sum = total * (1 - share)
      }
      level -= 1
    }
    return slope
  }

  /// A bound of how far a coordinate is from the chord anywhere in the step.
  func bulge(_ index: Int) -> Double {
    var bound = 0.0
    var level = terms.count - 1
    while level >= 1 {
      // θ (1 − θ) is at most ¼, once for every pair of factors.
      bound = (bound + terms[level][index].magnitude) * (level & 1 == 1 ? 0.25 : 1)
      level -= 1
    }
    return bound
  }
}
