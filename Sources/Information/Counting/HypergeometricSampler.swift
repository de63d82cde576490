import Elementary
import Randomness
import SpecialFunctions

/// How many of each kind are among some that are drawn from a pool without putting them back.
///
/// Shuffling what is pooled and dealing it out anew needs no more than this of it, and takes as long as there are kinds and
/// not as there are things.
struct HypergeometricSampler {
  /// How many of each kind the pool holds.
  let pool: [Int]
  private let total: Int

  init(pool: [Int]) {
    self.pool = pool
    total = pool.reduce(0, +)
  }

  /// How many of each kind are among `count` that are drawn.
  func draw(_ count: Int, _ generator: inout CounterGenerator) -> [Int] {
    var left = count
    var rest = total
    return pool.map { kind in
      let drawn = HypergeometricSampler.draw(left, from: rest, ofKind: kind, &generator)
      left -= drawn
      rest -= kind
      return drawn
    }
  }

  /// How many of one kind are among `count` drawn from `total`: by inversion, from the likeliest number outward.
  private static func draw(
    _ count: Int, from total: Int, ofKind kind: Int, _ generator: inout CounterGenerator
  ) -> Int {
    let least = max(0, count - (total - kind))
    let most = min(count, kind)
    if least >= most { return most }
    let n = Double(count)
    let k = Double(kind)
    let all = Double(total)
    let mode = min(max(Int((n + 1) * (k + 1) / (all + 2)), least), most)
    let likeliest = Double.exp(
      logChoices(k, Double(mode)) + logChoices(all - k, n - Double(mode)) - logChoices(all, n))
    var rest = generator.uniform() - likeliest
    var upper = (number: mode, chance: likeliest)
    var lower = (number: mode, chance: likeliest)
    while rest >= 0, lower.number > least || upper.number < most {
      if upper.number < most {
        let x = Double(upper.number)
        upper.chance *= (k - x) * (n - x) / ((x + 1) * (all - k - n + x + 1))
        upper.number += 1
        rest -= upper.chance
        if rest < 0 { return upper.number }
      }
      if lower.number > least {
        let x = Double(lower.number)
        lower.chance *= x * (all - k - n + x) / ((k - x + 1) * (n - x + 1))
        lower.number -= 1
        rest -= lower.chance
        if rest < 0 { return lower.number }
      }
    }
    // What rounding leaves of the sum of all chances belongs to the likeliest.
    return mode
  }

  private static func logChoices(_ n: Double, _ k: Double) -> Double {
    Double.logGamma(n + 1) - Double.logGamma(k + 1) - Double.logGamma(n - k + 1)
  }
}
