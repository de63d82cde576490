import Elementary
import SpecialFunctions

/// The Bayesian estimate of Nemenman, Shafee and Bialek (2002): a mixture of Dirichlet priors that is even in the entropy
/// expected before anything is seen, for a known number of outcomes K.
///
/// ```swift
/// let estimate = NemenmanShafeeBialek()(try SampleCounts([2, 1]))
/// estimate.value.bits   // 0.8497…
/// ```
///
/// With equal parameters β of all K outcomes, the weight of β is its chance of giving these counts times dξ/dβ, ξ(β) =
/// ψ(Kβ + 1) − ψ(β + 1) being the entropy expected of β; the integral runs over all of 0 … ∞. K is the number of outcomes
/// of the counts, those not seen included. The interval is the posterior's, taken as normal.
public struct NemenmanShafeeBialek: EntropyEstimator {
  /// The estimator.
  public init() {}

  /// “Nemenman–Shafee–Bialek”.
  public var name: String { "Nemenman–Shafee–Bialek" }

  /// The posterior mean of the entropy in nats.
  public func nats(_ counts: SampleCounts) -> Double { posterior(counts).mean }

  /// The posterior standard deviation of the entropy in nats.
  public func standardError(_ counts: SampleCounts) -> Double { posterior(counts).deviation }

  private func posterior(_ counts: SampleCounts) -> (mean: Double, deviation: Double) {
    guard counts.outcomes > 1 else { return (0, 0) }
    let weight = PriorWeight(counts)
    let range = weight.range()
    var mass = CompensatedSum()
    var first = CompensatedSum()
    var second = CompensatedSum()
    // The integrand over log β is smooth and falls to nothing on both sides, where equal steps are exact.
    for step in 0...range.steps {
      let beta = Double.exp(range.start + range.width * Double(step))
      let share = Double.exp(weight.logarithm(beta) - range.peak)
      let moments = DirichletEntropy(counts, beta)
      mass.add(share)
      first.add(share * moments.mean)
      second.add(share * moments.square)
    }
    let mean = first.value / mass.value
    return (mean, max(second.value / mass.value - mean * mean, 0).squareRoot())
  }
}

/// The weight of log β under the counts.
private struct PriorWeight {
  let counts: SampleCounts
  private let outcomes: Double
  private let total: Double

  init(_ counts: SampleCounts) {
    self.counts = counts
    outcomes = Double(counts.outcomes)
    total = Double(counts.total)
  }

  /// log(ρ(β) · dξ/dβ · β), without what does not depend on β.
  func logarithm(_ beta: Double) -> Double {
    let all = outcomes * beta
    // log Γ(nᵢ + β)/Γ(β) = log β + log Γ(nᵢ + β)/Γ(1 + β), so that a small β loses nothing.
    var evidence = counts.sum { rise($0, beta) }
    evidence -= rise(total, all)
    return evidence + Double.log(slope(beta)) + Double.log(beta)
  }

  /// dξ/dβ = K ψ′(Kβ + 1) − ψ′(β + 1).
  private func slope(_ beta: Double) -> Double {
    if beta < 20 {
      return outcomes * Double.polygamma(1, outcomes * beta + 1) - Double.polygamma(1, beta + 1)
    }
    // ψ′(z + 1) = 1/z − 1/2z² + Σ B₂ₖ/z²ᵏ⁺¹ (Abramowitz & Stegun 6.4.12), whose first terms cancel.
    let r = 1 / (beta * beta)
    let share = 1 / outcomes
    var sum = 0.5 * (1 - share)
    var power = 1 / beta
    var shares = share * share
    for bernoulli in [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66] {
      sum -= bernoulli * (1 - shares) * power
      power *= r
      shares *= share * share
    }
    return sum * r
  }

  /// log Γ(n + x)/Γ(x).
  private func rise(_ n: Double, _ x: Double) -> Double {
    if n <= 32 {
      var sum = 0.0
      for step in 0..<Int(n) { sum += Double.log(x + Double(step)) }
      return sum
    }
    if x < 20 { return Double.logGamma(n + x) - Double.logGamma(x) }
    // Stirling's series of both, whose large parts are taken from each other first.
    let growth = (x + n - 0.5) * Double.log1p(n / x) - n
    return n * Double.log(x) + growth + (tail(x + n) - tail(x))
  }

  /// What Stirling's formula lacks of log Γ(x) (Abramowitz & Stegun 6.1.41).
  private func tail(_ x: Double) -> Double {
    let r = 1 / (x * x)
    return ((((r / 1188 - 1.0 / 1680) * r + 1.0 / 1260) * r - 1.0 / 360) * r + 1.0 / 12) / x
  }

  /// Where the weight counts, from where to where and in which steps, and the logarithm of its greatest value.
  func range() -> (start: Double, width: Double, steps: Int, peak: Double) {
    var best = (place: 0.0, value: -Double.infinity)
    for step in -160...160 {
      let place = Double(step) * 0.25
      let value = logarithm(Double.exp(place))
      if value > best.value { best = (place, value) }
    }
    let lower = border(from: best.place, by: -0.25, below: best.value - 42)
    let upper = border(from: best.place, by: 0.25, below: best.value - 42)
    let steps = 240
    return (lower, (upper - lower) / Double(steps), steps, best.value)
  }

  /// Where the weight has fallen so far that the rest does not matter.
  private func border(from peak: Double, by step: Double, below value: Double) -> Double {
    var inside = peak
    var outside = peak + step
    while logarithm(Double.exp(outside)) > value, outside.magnitude < 100 {
      inside = outside
      outside += step
    }
    for _ in 0..<12 {
      let middle = 0.5 * (inside + outside)
      if logarithm(Double.exp(middle)) > value { inside = middle } else { outside = middle }
    }
    return outside
  }
}

/// The mean and the mean square of the entropy of shares that a Dirichlet prior and counts leave (Wolpert and Wolf 1995,
/// theorems 8 and 9).
private struct DirichletEntropy {
  let mean: Double
  let square: Double

  init(_ counts: SampleCounts, _ beta: Double) {
    let total = Double(counts.total) + Double(counts.outcomes) * beta
    let unseen = Double(counts.outcomes - counts.seen)
    func sum(_ term: (Double) -> Double) -> Double {
      counts.sum { term($0 + beta) } + unseen * term(beta)
    }
    let top = Double.digamma(total + 1)
    mean = top - sum { $0 * Double.digamma($0 + 1) } / total
    // Σᵢⱼ aᵢaⱼ (…) + Σᵢ aᵢ(aᵢ + 1) (…), of which the first is a square less its diagonal.
    let high = Double.digamma(total + 2)
    let slope = Double.polygamma(1, total + 2)
    let crossed = sum { $0 * (Double.digamma($0 + 1) - high) }
    let diagonal = sum { a in
      let difference = Double.digamma(a + 1) - high
      return a * a * (difference * difference - slope)
    }
    let own = sum { a in
      let difference = Double.digamma(a + 2) - high
      return a * (a + 1) * (difference * difference + Double.polygamma(1, a + 2) - slope)
    }
    square = (crossed * crossed - total * total * slope - diagonal + own) / (total * (total + 1))
  }
}
