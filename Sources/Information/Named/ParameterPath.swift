import Elementary
import SpecialFunctions

/// The straight line between the parameters of two members of an exponential family: q at 0, p at 1.
///
/// With F the logarithm of the family's normalising integral and f(t) = F along the line, D_α(p‖q) =
/// (αf(1) + (1 − α)f(0) − f(α))/(1 − α) (Nielsen and Nock 2011). Two integrations by parts leave f″, which is Fisher's
/// information and positive, under positive weights:
///
/// > D_α = ∫₀^min(α,1) t f″ dt + α/(1−α) ∫_α¹ (1 − t) f″ dt   or, for α > 1,   … + ∫₁^α (α − t) f″ dt/(α − 1).
///
/// So nothing cancels, however near p and q are, and whatever the order.
protocol ParameterPath {
  /// The parameters of q that must be positive, and likewise of p.
  var start: [Double] { get }
  var end: [Double] { get }

  /// f″ where the parameters are these, times the square of a step over which they change at most by a factor of two.
  func curvature(_ parameters: [Double], step: Double) -> Double
}

extension ParameterPath {
  /// By how much the parameters differ: p − q.
  var changes: [Double] { zip(end, start).map { $0 - $1 } }

  /// D_α(p‖q) of an order below ∞.
  func divergence(_ order: UpperOrder) -> Double {
    let excess = order.excess
    for (parameter, change) in zip(end, changes) where parameter + excess * change <= 0 { return .infinity }
    // Places are counted from the nearer end, e = t − 1, so that a small parameter there keeps its digits.
    var total = integral(along: start, from: 0, to: 0.5) { t, parameters, step in
      t / step * curvature(parameters, step: step)
    }
    total += integral(along: end, from: -0.5, to: min(excess, 0)) { e, parameters, step in
      (1 + e) / step * curvature(parameters, step: step)
    }
    if excess < 0 {
      let sum = integral(along: end, from: excess, to: 0) { e, parameters, step in
        -e / step * curvature(parameters, step: step)
      }
      total += order.value * (sum / -excess)
    } else if excess > 0 {
      total += integral(along: end, from: 0, to: excess) { e, parameters, step in
        (1 - e / excess) / step * curvature(parameters, step: step)
      }
    }
    return total
  }

  /// The integral of a function of the place and its parameters, which are `origin` at 0, times a step, by Gauss's rule of 12 points in
  /// panels over which no parameter changes by more than a factor of two: poles at zero parameters are then far enough
  /// for 18 digits.
  func integral(
    along origin: [Double], from lower: Double, to upper: Double,
    of function: (Double, [Double], Double) -> Double
  ) -> Double {
    let changes = changes
    var total = CompensatedSum()
    var place = lower
    while place < upper {
      // As far as one can go before a parameter doubles or halves.
      var reach = Double.infinity
      for (parameter, change) in zip(origin, changes) where change != 0 {
        let current = parameter + place * change
        reach = min(reach, current / (change < 0 ? -2 * change : change))
      }
      var next = place + reach
      if next <= place || next > upper { next = upper }
      let half = 0.5 * (next - place)
      let middle = place + half
      func value(_ place: Double) -> Double {
        function(place, zip(origin, changes).map { $0 + place * $1 }, half)
      }
      var sum = 0.0
      for (node, weight) in GaussRule.points {
        sum += weight * (value(middle - half * node) + value(middle + half * node))
      }
      if sum == .infinity { return sum }
      total.add(sum)
      place = next
    }
    return total.value
  }
}

private enum GaussRule {
  /// The positive nodes and weights of Gauss's rule of 12 points on [−1, 1].
  static let points: [(Double, Double)] = [
    (0.12523340851146891547, 0.249147045813402785),
    (0.36783149899818019375, 0.23349253653835480876),
    (0.5873179542866174473, 0.20316742672306592175),
    (0.76990267419430468704, 0.16007832854334622633),
    (0.90411725637047485668, 0.10693932599531843096),
    (0.98156063424671925069, 0.047175336386511827195),
  ]
}

/// The entropy of a gamma distribution of this shape and rate 1: a + log Γ(a) + (1 − a)ψ(a).
func gammaEntropy(_ shape: Double) -> Double {
  if shape < 10 { return shape + Double.logGamma(shape) + (1 - shape) * Double.digamma(shape) }
  // With the large parts taken from each other.
  let gap = (shape - 1) * Double.digammaGap(shape)
  return 0.5 * Double.log(shape) + Double.halfLogTwoPi + Double.stirlingCorrection(shape) + gap
}
