import Information
import Testing

@Suite struct DivergenceTests {
  @Test func kullbackLeiblerObeysItsLaws() throws { try checkDivergence(KullbackLeibler()) }

  @Test func jensenShannonObeysItsLaws() throws { try checkDivergence(JensenShannon()) }

  @Test(arguments: [
    -Double.infinity, -2, -0.3, 0, 1e-6, 0.25, 0.5, 0.9, 1, 1 + 1e-12, 2, 7.5, 1e6, .infinity,
  ])
  func renyiObeysItsLaws(_ order: Double) throws {
    try checkDivergence(Renyi(order: try #require(RenyiOrder(order))))
  }

  @Test func theOthersObeyTheirs() throws {
    try checkDivergence(JensenShannonDistance())
    try checkDivergence(TotalVariation())
    try checkDivergence(Hellinger())
    try checkDivergence(Bhattacharyya())
    try checkDivergence(ChiSquare())
    try checkDivergence(PopulationStability())
    try checkDivergence(Wasserstein())
    let triangle = FDivergence("triangular discrimination", atZero: 1, slopeAtInfinity: 1) { u in
      (u - 1) * (u - 1) / (u + 1)
    }
    try checkDivergence(triangle)
  }

  @Test(arguments: [-Double.infinity, -2, 0, 0.25, 0.5, 0.9, 1, 1 + 1e-12, 2, 7.5, .infinity])
  func tsallisObeysItsLaws(_ order: Double) throws {
    try checkDivergence(Tsallis(order: try #require(RenyiOrder(order))))
  }

  /// A law that is promised and broken is found: the checker itself can fail.
  @Test func theCheckerFindsABrokenPromise() throws {
    struct Liar: Divergence {
      var name: String { "liar" }
      var unit: InformationUnit? { nil }
      var zeros: ZeroPolicy { .finite }
      var laws: DivergenceLaws { .symmetric }
      func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
        try kullbackLeibler(p, q).nats
      }
    }
    withKnownIssue { try checkDivergence(Liar(), rounds: 2) }
  }
}

/// Holds a divergence to the laws it declares, over seeded random distributions with and without zeros.
func checkDivergence(
  _ divergence: some Divergence, rounds: Int = 60, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var noise = Noise(seed: 1)
  for round in 0..<rounds {
    let zeros = round % 3 == 0 ? 0.3 : 0
    let count = 2 + round % 7
    let p = noise.distribution(count, zeros: zeros)
    let q = noise.distribution(count, zeros: zeros)
    let value = try divergence(p, q).value
    func holds(_ law: DivergenceLaws, _ condition: @autoclosure () throws -> Bool, _ name: Comment) throws {
      if divergence.laws.contains(law) { #expect(try condition(), name, sourceLocation: sourceLocation) }
    }
    #expect(try divergence(p, p).value == 0, "D(p, p) = 0", sourceLocation: sourceLocation)
    #expect(!value.isNaN, sourceLocation: sourceLocation)
    try holds(.nonNegative, value >= 0, "D ≥ 0")
    try holds(.symmetric, near(value, try divergence(q, p).value), "D(p, q) = D(q, p)")
    try holds(.boundedByOneBit, value <= InformationUnit.bits.inNats, "D ≤ ln 2")
    try holds(.pinsker, value >= pinsker(p, q) * (1 - 1e-12), "Pinsker")
    let channel = (0..<count).map { _ in noise.distribution(3, zeros: zeros) }
    try holds(
      .dataProcessing,
      try divergence(sent(p, channel), sent(q, channel)).value <= value * (1 + 1e-12) + 1e-14,
      "data processing")
    let left = (0..<count).map { _ in noise.distribution(3, zeros: zeros) }
    let right = (0..<count).map { _ in noise.distribution(3, zeros: zeros) }
    try holds(.chainRule, try chainRule(divergence, p, q, left, right), "chain rule")
    let third = noise.distribution(count, zeros: zeros)
    let detour = try divergence(p, third).value + divergence(third, q).value
    try holds(.triangle, value <= detour * (1 + 1e-12) + 1e-15, "the triangle's inequality")
    try holds(.boundedByOne, value <= 1, "D ≤ 1")
    let same = [Distribution](repeating: left[0], count: count)
    let other = [Distribution](repeating: right[0], count: count)
    let product = try divergence(joint(p, same), joint(q, other)).value
    try holds(.additive, near(product, value + (try divergence(left[0], right[0]).value)), "additive")
  }
}

private func near(_ left: Double, _ right: Double) -> Bool {
  // ∞ − ∞ is what a sum of divergences of negative and positive sign may be; there is nothing to compare then.
  left == right || abs(left - right) <= 1e-12 * max(abs(left), abs(right)) + 1e-15 || right.isNaN
}

private func pinsker(_ p: Distribution, _ q: Distribution) -> Double {
  let distance = zip(p.probabilities, q.probabilities).reduce(0) { $0 + abs($1.0 - $1.1) }
  return distance * distance / 2
}

private func sent(_ p: Distribution, _ channel: [Distribution]) throws -> Distribution {
  var received = [Double](repeating: 0, count: channel[0].count)
  for (mass, row) in zip(p.probabilities, channel) {
    for (index, share) in row.probabilities.enumerated() { received[index] += mass * share }
  }
  return try Distribution(received)
}

private func joint(_ p: Distribution, _ conditional: [Distribution]) throws -> Distribution {
  try Distribution(
    zip(p.probabilities, conditional).flatMap { mass, row in row.probabilities.map { mass * $0 } })
}

private func chainRule(
  _ divergence: some Divergence, _ p: Distribution, _ q: Distribution, _ left: [Distribution],
  _ right: [Distribution]
) throws -> Bool {
  var sum = try divergence(p, q).value
  for (index, mass) in p.probabilities.enumerated() where mass > 0 {
    sum += mass * (try divergence(left[index], right[index]).value)
  }
  return near(try divergence(joint(p, left), joint(q, right)).value, sum)
}
