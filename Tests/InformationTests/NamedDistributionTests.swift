import Elementary
import Information
import LinearAlgebra
import Testing

/// The closed forms against integrals and sums of the definitions; Scripts/named-reference.py writes the tables.
@Suite struct NamedDistributionTests {
  /// Rows: the parameters of p and of q, the order, the divergence; and the parameters of p with its entropy.
  private func check<Family: NamedDistribution>(
    _ divergences: [[Double]], _ entropies: [[Double]], parameters: Int, within bound: Double = 4e-15,
    sourceLocation: SourceLocation = #_sourceLocation, _ make: ([Double]) throws -> Family
  ) throws {
    #expect(divergences.count >= 36, sourceLocation: sourceLocation)
    for row in divergences {
      let p = try make(Array(row[..<parameters]))
      let q = try make(Array(row[parameters..<2 * parameters]))
      let order = row[2 * parameters]
      let truth = row[2 * parameters + 1]
      let value = try p.renyi(from: q, order: try #require(RenyiOrder(order))).nats
      if value != truth {
        let error = (value / truth - 1).magnitude
        #expect(
          error <= bound, "\(p), \(q), \(order): \(value), not \(truth)", sourceLocation: sourceLocation)
      }
      if order == 1 {
        #expect(try p.kullbackLeibler(from: q).nats == value, sourceLocation: sourceLocation)
        let cross = try p.crossEntropy(to: q).nats
        #expect((cross - p.entropy.nats - value).magnitude < 1e-15 * (1 + cross.magnitude))
      }
      #expect(try p.renyi(from: p, order: 0.3).nats == 0, sourceLocation: sourceLocation)
    }
    for row in entropies {
      let value = try make(Array(row[..<parameters])).entropy.nats
      // An entropy may be 0, where an error is one of 1.
      let error = (value - row[parameters]).magnitude / max(row[parameters].magnitude, 1)
      #expect(error < bound, "\(row): \(value)", sourceLocation: sourceLocation)
    }
  }

  @Test func normal() throws {
    try check(normalReferences, normalEntropyReferences, parameters: 2) {
      try Normal(mean: $0[0], standardDeviation: $0[1])
    }
  }

  @Test func exponential() throws {
    try check(exponentialReferences, exponentialEntropyReferences, parameters: 1) {
      try Exponential(rate: $0[0])
    }
  }

  @Test func laplace() throws {
    try check(laplaceReferences, laplaceEntropyReferences, parameters: 2) {
      try Laplace(location: $0[0], scale: $0[1])
    }
  }

  @Test func gamma() throws {
    try check(gammaReferences, gammaEntropyReferences, parameters: 2) {
      try GammaDistribution(shape: $0[0], rate: $0[1])
    }
  }

  @Test func beta() throws {
    try check(betaReferences, betaEntropyReferences, parameters: 2) {
      try BetaDistribution(alpha: $0[0], beta: $0[1])
    }
  }

  @Test func bernoulli() throws {
    try check(bernoulliReferences, bernoulliEntropyReferences, parameters: 1) {
      try Bernoulli(probability: $0[0])
    }
  }

  @Test func poisson() throws {
    try check(poissonReferences, poissonEntropyReferences, parameters: 1) { try Poisson(mean: $0[0]) }
  }

  @Test func dirichlet() throws {
    try check(dirichletReferences, dirichletEntropyReferences, parameters: 3) {
      try Dirichlet(concentrations: $0)
    }
  }

  @Test func multivariateNormal() throws {
    try check(multivariateNormalReferences, multivariateNormalEntropyReferences, parameters: 6) {
      let covariance = try Matrix([[$0[2], $0[3]], [$0[4], $0[5]]])
      return try MultivariateNormal(mean: Array($0[..<2]), covariance: covariance)
    }
  }

  /// The bound holds, and is not far above what double precision can give.
  @Test func poissonEntropyIsWithinItsBound() throws {
    #expect(poissonEntropyTable.count == 8)
    for row in poissonEntropyTable {
      let entropy = try Poisson(mean: row[0]).entropyWithBound
      #expect((entropy.value.nats - row[1]).magnitude <= entropy.error, "\(row[0])")
      #expect(entropy.error <= 1e-13 * row[1], "\(row[0])")
      #expect(entropy.meaning == .bound)
    }
    #expect(try Poisson(mean: 0).entropyWithBound.value.nats == 0)
  }

  /// log(l₂/l₁) for an interval in another one; what they share for those that overlap.
  @Test func uniform() throws {
    let unit = try UniformDistribution(lower: 0, upper: 1)
    let double = try UniformDistribution(lower: 0, upper: 2)
    let shifted = try UniformDistribution(lower: 0.5, upper: 1.5)
    let far = try UniformDistribution(lower: 3, upper: 4)
    let log2 = 0.6931471805599453
    #expect(unit.entropy.nats == 0)
    for order: RenyiOrder in [0, 1e-9, 0.5, 1, 2, .infinity] {
      #expect((unit.renyi(from: double, order: order).nats - log2).magnitude < 1e-15)
      #expect(unit.renyi(from: far, order: order).nats == .infinity)
    }
    #expect(double.kullbackLeibler(from: unit).nats == .infinity)
    #expect(double.renyi(from: unit, order: 0).nats == 0)
    // ∫ p^α = ½^α over the common half: (α + (1 − α)) log 2/(1 − α).
    #expect((double.renyi(from: unit, order: 0.25).nats - log2 / 3).magnitude < 1e-15)
    #expect((shifted.renyi(from: unit, order: 0.25).nats - log2 / 0.75).magnitude < 1e-15)
    #expect((shifted.renyi(from: unit, order: 0).nats - log2).magnitude < 1e-15)
    #expect(shifted.renyi(from: unit, order: 1).nats == .infinity)
    #expect(unit.renyi(from: double, order: -1).nats == -.infinity)
    let near = try UniformDistribution(lower: 0, upper: 1 + 0x1p-40)
    #expect((unit.kullbackLeibler(from: near).nats / 0x1p-40 - 1).magnitude < 1e-12)
    #expect(unit.logDensity(at: 2) == -.infinity)
    #expect(unit.logDensity(at: 0.5) == 0)
  }

  @Test func categorical() throws {
    let p = try Distribution([0.5, 0.25, 0.25])
    let q = Distribution.uniform(3)
    #expect(try p.renyi(from: q, order: 2) == renyi(p, q, order: 2))
    #expect(try p.kullbackLeibler(from: q) == kullbackLeibler(p, q))
    #expect(p.entropy == entropy(p))
    #expect(p.logDensity(at: 1) == -2 * 0.6931471805599453)
    #expect(p.logDensity(at: 3) == -.infinity)
  }

  /// The sum of e^(log density) over a fine grid, or over all counts, is 1, and its mean surprise is the entropy.
  @Test func logDensitiesAreDensities() throws {
    func check(_ step: Double, _ points: [Double], _ entropy: Double, _ logDensity: (Double) -> Double) {
      var mass = 0.0
      var surprise = 0.0
      for x in points {
        let logarithm = logDensity(x)
        mass += step * Double.exp(logarithm)
        surprise -= logarithm == -.infinity ? 0 : step * Double.exp(logarithm) * logarithm
      }
      #expect((mass - 1).magnitude < 1e-6)
      #expect((surprise - entropy).magnitude < 1e-4 * (1 + entropy.magnitude))
    }
    let grid = (0..<80_000).map { (Double($0) + 0.5) * 0.001 }
    let gamma = try GammaDistribution(shape: 25, rate: 2)
    check(0.001, grid, gamma.entropy.nats, gamma.logDensity)
    let exponential = try Exponential(rate: 0.7)
    check(0.001, grid, exponential.entropy.nats, exponential.logDensity)
    let laplace = try Laplace(location: 40, scale: 1.5)
    check(0.001, grid, laplace.entropy.nats, laplace.logDensity)
    let normal = try Normal(mean: 40, standardDeviation: 3)
    check(0.001, grid, normal.entropy.nats, normal.logDensity)
    let beta = try BetaDistribution(alpha: 3, beta: 4)
    check(0.001, grid, beta.entropy.nats, beta.logDensity)
    let poisson = try Poisson(mean: 30)
    check(1, (0..<200).map(Double.init), poisson.entropy.nats) { poisson.logDensity(at: Int($0)) }
    let dirichlet = try Dirichlet(concentrations: [3, 4])
    #expect((dirichlet.logDensity(at: [0.25, 0.75]) - beta.logDensity(at: 0.25)).magnitude < 1e-14)
    let plane = try MultivariateNormal(mean: [1, 2], covariance: Matrix(diagonal: [4, 9]))
    let first = try Normal(mean: 1, standardDeviation: 2).logDensity(at: 3)
    let second = try Normal(mean: 2, standardDeviation: 3).logDensity(at: -1)
    #expect((plane.logDensity(at: [3, -1]) - first - second).magnitude < 1e-14)
    #expect(try Bernoulli(probability: 0.25).logDensity(at: true) == -2 * 0.6931471805599453)
  }
}

/// The examples of the article on named distributions, with the values that stand beside them.
@Suite struct NamedDistributionExamples {
  @Test func examplesOfTheArticle() throws {
    let p = try Normal(mean: 0, standardDeviation: 1)
    let q = try Normal(mean: 1, standardDeviation: 2)
    #expect("\(p.entropy.nats)" == "1.4189385332046727")
    #expect("\(p.kullbackLeibler(from: q).nats)" == "0.4431471805599453")
    #expect("\(q.kullbackLeibler(from: p).nats)" == "1.3068528194400546")
    #expect("\(p.renyi(from: q, order: .infinity).nats)".hasPrefix("0.85981384722661"))
    #expect(q.renyi(from: p, order: 2).nats == .infinity)
    #expect(try UniformDistribution(lower: 0, upper: 0.5).entropy.bits == -1)
    let near = try GammaDistribution(shape: 2 + 1e-9, rate: 1)
    let tiny = try GammaDistribution(shape: 2, rate: 1).kullbackLeibler(from: near).nats
    #expect("\(tiny)".hasPrefix("3.2246708") && "\(tiny)".hasSuffix("e-19"))
    let entropy = try Poisson(mean: 20).entropyWithBound
    #expect("\(entropy.value.nats)".hasPrefix("2.9125264001823"))
    #expect(entropy.error < 1e-14)
    let poisson = try Poisson(mean: 4)
    #expect("\(poisson.kullbackLeibler(from: try Poisson(mean: 5)).nats)".hasPrefix("0.107425794743"))
    #expect("\(poisson.entropyWithBound.value.nats)".hasPrefix("2.0866"))
    let correlated = try MultivariateNormal(mean: [0, 0], covariance: [[1, 0.5], [0.5, 1]])
    let independent = try MultivariateNormal(mean: [0, 0], covariance: .identity(2))
    #expect("\(try correlated.kullbackLeibler(from: independent).nats)".hasPrefix("0.143841"))
  }

  @Test func examplesOfMixtures() throws {
    let two = try Mixture(
      [Normal(mean: -1, standardDeviation: 0.5), Normal(mean: 2, standardDeviation: 1)],
      weights: Distribution([0.25, 0.75]))
    let one = try Mixture([Normal(mean: 1, standardDeviation: 2)], weights: Distribution([1]))
    #expect("\(try two.entropy().value.nats)".hasPrefix("1.74730448"))
    #expect("\(try two.kullbackLeibler(from: one).value.nats)".hasPrefix("0.18509373"))
    #expect("\(try two.jensenShannon(from: one).value.nats)".hasPrefix("0.05275496"))
    let sampled = try two.entropy(by: .monteCarlo(samples: 10_000, seed: 1))
    #expect((sampled.error - 0.006).magnitude < 0.0005)
  }

  @Test func aFunctionOverAnyFamily() throws {
    func isCloser<Family: NamedDistribution>(
      _ p: Family, _ q: Family, to truth: Family
    ) throws(Family.Failure) -> Bool {
      try truth.kullbackLeibler(from: p).nats < truth.kullbackLeibler(from: q).nats
    }
    #expect(try isCloser(Poisson(mean: 4), Poisson(mean: 7), to: Poisson(mean: 5)))
    #expect(try isCloser(Distribution.uniform(2), Distribution([0, 1]), to: Distribution([1, 0])))
  }
}
