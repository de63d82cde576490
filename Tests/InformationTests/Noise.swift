import Information

/// Vigna's splitmix64: noise that is the same in every run.
struct Noise: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A distribution, skewed now and then, whose outcomes are impossible with the given probability.
  mutating func distribution(_ count: Int, zeros: Double = 0) -> Distribution {
    let skew = Int(next() % 4)
    let possible = Int(next() % UInt64(count))
    var weights: [Double] = []
    for index in 0..<count {
      var weight = uniform() + 1e-6
      for _ in 0..<skew { weight *= weight }
      weights.append(index != possible && uniform() < zeros ? 0 : weight)
    }
    return (try? Counts(weights).distribution()) ?? .uniform(count)
  }
}
