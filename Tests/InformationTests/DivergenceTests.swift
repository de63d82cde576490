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

  /// A law that is promised and broken is found: the checker itself can fail.
  @Test func theCheckerFindsABrokenPromise() throws {
    struct Liar: Divergence {
      var laws: DivergenceLaws { .symmetric }
      func callAsFunction(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> InformationValue
      {
        try kullbackLeibler(p, q)
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
    let value = try divergence(p, q).nats
    func holds(_ law: DivergenceLaws, _ condition: @autoclosure () throws -> Bool, _ name: Comment) throws {
      if divergence.laws.contains(law) { #expect(try condition(), name, sourceLocation: sourceLocation) }
    }
    #expect(try divergence(p, p).nats == 0, "D(p, p) = 0", sourceLocation: sourceLocation)
    #expect(!value.isNaN, sourceLocation: sourceLocation)
    try holds(.nonNegative, value >= 0, "D ≥ 0")
    try holds(.symmetric, near(value, try divergence(q, p).nats), "D(p, q) = D(q, p)")
    try holds(.boundedByOneBit, value <= InformationUnit.bits.inNats, "D ≤ ln 2")
    try holds(.pinsker, value >= pinsker(p, q) * (1 - 1e-12), "Pinsker")
    let channel = (0..<count).map { _ in noise.distribution(3, zeros: zeros) }
    try holds(
      .dataProcessing, try divergence(sent(p, channel), sent(q, channel)).nats <= value * (1 + 1e-12) + 1e-14,
      "data processing")
    let left = (0..<count).map { _ in noise.distribution(3, zeros: zeros) }
    let right = (0..<count).map { _ in noise.distribution(3, zeros: zeros) }
    try holds(.chainRule, try chainRule(divergence, p, q, left, right), "chain rule")
    let same = [Distribution](repeating: left[0], count: count)
    let other = [Distribution](repeating: right[0], count: count)
    let product = try divergence(joint(p, same), joint(q, other)).nats
    try holds(.additive, near(product, value + (try divergence(left[0], right[0]).nats)), "additive")
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
  var sum = try divergence(p, q).nats
  for (index, mass) in p.probabilities.enumerated() where mass > 0 {
    sum += mass * (try divergence(left[index], right[index]).nats)
  }
  return near(try divergence(joint(p, left), joint(q, right)).nats, sum)
}
