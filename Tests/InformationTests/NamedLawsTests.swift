import Elementary
import Information
import LinearAlgebra
import Testing

/// What must hold of the closed forms whatever the numbers are.
@Suite struct NamedLawsTests {
  private static let orders: [RenyiOrder] = [
    .negativeInfinity, -1e12, -50, -2, -0.5, -1e-9, 0, 1e-300, 1e-9, 0.3, 0.4999999, 0.5, 0.5000001, 0.9,
    0.999_999_9,
    1, 1.000_000_1, 1.3, 1.9, 2, 2.1, 5, 50, 1e6, 1e12, .infinity,
  ]

  /// Not negative from order 0 on, exactly 0 from itself, rising with the order, skew symmetric, continuous at 1 and ∞.
  private func check<Family: NamedDistribution>(
    _ p: Family, _ q: Family, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let values = try Self.orders.map { try p.renyi(from: q, order: $0).nats }
    for (left, right) in zip(values, values.dropFirst()) {
      let slack = left.isInfinite ? 0 : 1e-13 * left.magnitude + 1e-300
      #expect(left <= right + slack, "\(p), \(q): \(values)", sourceLocation: sourceLocation)
    }
    for (order, value) in zip(Self.orders, values) {
      #expect(order.value >= 0 ? value >= 0 : value <= 0, sourceLocation: sourceLocation)
      #expect(try p.renyi(from: p, order: order).nats == 0, sourceLocation: sourceLocation)
      let alpha = order.value
      guard alpha.magnitude < 100, alpha != 1, let mirror = RenyiOrder(1 - alpha), value.isFinite else {
        continue
      }
      let other = try q.renyi(from: p, order: mirror).nats
      guard other.isFinite, 1 - (1 - alpha) == alpha else { continue }
      let error = ((1 - alpha) * value - alpha * other).magnitude
      let size = ((1 - alpha) * value).magnitude + 1e-300
      #expect(error <= 1e-13 * size, "\(p), \(q), \(alpha)", sourceLocation: sourceLocation)
    }
    let divergence = try p.kullbackLeibler(from: q).nats
    if divergence.isFinite {
      // The slope at 1 may be large, half the variance of log p/q; the mean of both sides does without it.
      let below = try p.renyi(from: q, order: RenyiOrder(1 - 0x1p-50) ?? 1).nats
      let above = try p.renyi(from: q, order: RenyiOrder(1 + 0x1p-50) ?? 1).nats
      let error = (0.5 * (below + above) - divergence).magnitude
      #expect(error <= 1e-14 * divergence, "\(p), \(q): \(below), \(above)", sourceLocation: sourceLocation)
    }
    let largest = try p.renyi(from: q, order: .infinity).nats
    let far = try p.renyi(from: q, order: 1e12).nats
    if largest.isFinite {
      #expect((far - largest).magnitude <= 1e-9 * (1 + largest), sourceLocation: sourceLocation)
    }
  }

  @Test func lawsOfEveryFamily() throws {
    var noise = Noise(seed: 12)
    func positive() -> Double { Double.exp(6 * noise.uniform() - 3) }
    for round in 0..<60 {
      let scale = round % 2 == 0 ? 1 : 1 + 1e-7 * noise.uniform()
      let a = positive()
      let b = positive()
      let c = round % 2 == 0 ? positive() : a * scale
      let d = round % 2 == 0 ? positive() : b / scale
      try check(Normal(mean: a, standardDeviation: b), Normal(mean: c, standardDeviation: d))
      try check(Exponential(rate: a), Exponential(rate: c))
      try check(Laplace(location: a, scale: b), Laplace(location: c, scale: d))
      try check(UniformDistribution(lower: 0, upper: a), UniformDistribution(lower: 0, upper: c))
      try check(UniformDistribution(lower: -b, upper: a), UniformDistribution(lower: -d, upper: c))
      try check(Poisson(mean: a), Poisson(mean: c))
      try check(Bernoulli(probability: a / (1 + a)), Bernoulli(probability: c / (1 + c)))
      try check(GammaDistribution(shape: a, rate: b), GammaDistribution(shape: c, rate: d))
      try check(BetaDistribution(alpha: a, beta: b), BetaDistribution(alpha: c, beta: d))
      try check(Dirichlet(concentrations: [a, b, 1]), Dirichlet(concentrations: [c, d, 1.5]))
      let first = try Matrix([[1 + a, a], [a, a + b]])
      let second = try Matrix([[1 + c, c], [c, c + d]])
      try check(
        MultivariateNormal(mean: [a, 0], covariance: first),
        MultivariateNormal(mean: [c, 0], covariance: second))
    }
  }

  /// No parameters, however large or small, and no order make a NaN or the wrong sign.
  ///
  /// For gamma and beta distributions their ratios, times the order, must be a number.
  @Test func extremesAreNumbers() throws {
    func check<Family: NamedDistribution>(_ p: Family, _ q: Family) throws {
      #expect(!p.entropy.nats.isNaN, "\(p)")
      for order in Self.orders {
        let value = try p.renyi(from: q, order: order).nats
        #expect(order.value >= 0 ? value >= 0 : value <= 0, "\(p), \(q), \(order.value): \(value)")
      }
    }
    let sizes = [1e-300, 1e-5, 1, 1e20, 1e300]
    for a in sizes {
      for b in sizes {
        try check(Exponential(rate: a), Exponential(rate: b))
        try check(Poisson(mean: a), Poisson(mean: b))
        try check(UniformDistribution(lower: 0, upper: a), UniformDistribution(lower: 0, upper: b))
        try check(UniformDistribution(lower: -1, upper: a), UniformDistribution(lower: 0, upper: b))
        try check(Bernoulli(probability: 1 / (1 + a)), Bernoulli(probability: 1 / (1 + b)))
        for c in [0, 1e-5, 1, 1e5, 1e300] {
          try check(Normal(mean: 0, standardDeviation: a), Normal(mean: c, standardDeviation: b))
          try check(Laplace(location: 0, scale: a), Laplace(location: c, scale: b))
        }
        for c in [1e-20, 1, 1e5] {
          guard a > 1e-30, b > 1e-30, a < 1e30, b < 1e30 else { continue }
          try check(GammaDistribution(shape: c, rate: a), GammaDistribution(shape: 2 * c, rate: b))
          try check(BetaDistribution(alpha: c, beta: a), BetaDistribution(alpha: 2, beta: b))
          try check(BetaDistribution(alpha: c, beta: a), BetaDistribution(alpha: 3 * c, beta: b))
        }
      }
    }
  }

  @Test func certainties() throws {
    let sure = try Bernoulli(probability: 1)
    let never = try Bernoulli(probability: 0)
    let half = try Bernoulli(probability: 0.5)
    for order in Self.orders where order.value > 0 {
      #expect(sure.renyi(from: never, order: order).nats == .infinity)
      #expect((sure.renyi(from: half, order: order).nats - 0.6931471805599453).magnitude < 1e-15)
    }
    #expect(half.kullbackLeibler(from: sure).nats == .infinity)
    #expect(half.renyi(from: sure, order: 0).nats == 0)
    #expect(sure.renyi(from: half, order: 0).bits == 1)
    #expect(sure.entropy.nats == 0)
    try check(sure, half)
    try check(half, never)
    let nothing = try Poisson(mean: 0)
    let three = try Poisson(mean: 3)
    try check(nothing, three)
    try check(three, nothing)
    #expect(nothing.kullbackLeibler(from: three).nats == 3)
    #expect(three.kullbackLeibler(from: nothing).nats == .infinity)
    #expect(nothing.renyi(from: three, order: 0).nats == 3)
    #expect(nothing.logDensity(at: 0) == 0)
    #expect(nothing.logDensity(at: 1) == -.infinity)
    #expect(nothing.logDensity(at: -1) == -.infinity)
  }

  /// Where the integral diverges: 1/α of the variance ratio is the border.
  @Test func infiniteWhereTheIntegralDiverges() throws {
    let wide = try Normal(mean: 0, standardDeviation: 2)
    let narrow = try Normal(mean: 0, standardDeviation: 1)
    // 1 − (α − 1)·3 = 0 at α = 4/3.
    #expect(wide.renyi(from: narrow, order: 1.3).nats.isFinite)
    #expect(wide.renyi(from: narrow, order: 1.34).nats == .infinity)
    #expect(wide.renyi(from: narrow, order: .infinity).nats == .infinity)
    #expect((narrow.renyi(from: wide, order: .infinity).nats - 0.6931471805599453).magnitude < 1e-15)
    let root = try Normal(mean: 1, standardDeviation: 2.0.squareRoot())
    // Exactly on the border, but for the rounding of √2.
    #expect(root.renyi(from: try Normal(mean: 1, standardDeviation: 1), order: 2.000001).nats == .infinity)
    let slow = try Exponential(rate: 1)
    let quick = try Exponential(rate: 2)
    #expect(slow.renyi(from: quick, order: 2).nats == .infinity)
    #expect(slow.renyi(from: quick, order: 1.5).nats.isFinite)
    #expect(quick.renyi(from: slow, order: .infinity).nats == 0.6931471805599453)
    let spread = try Laplace(location: 0, scale: 2)
    #expect(spread.renyi(from: try Laplace(location: 1, scale: 1), order: 2).nats == .infinity)
    let shape = try GammaDistribution(shape: 1, rate: 1)
    #expect(shape.renyi(from: try GammaDistribution(shape: 2, rate: 1), order: 2).nats == .infinity)
    #expect(shape.renyi(from: try GammaDistribution(shape: 2, rate: 1), order: 1.9).nats.isFinite)
    let flat = try BetaDistribution(alpha: 1, beta: 1)
    #expect(flat.renyi(from: try BetaDistribution(alpha: 2, beta: 1), order: 2).nats == .infinity)
    // Shifted and equally wide: (μ₁ − μ₂)²/2σ² times the order, without bound.
    let shifted = try Normal(mean: 3, standardDeviation: 1)
    #expect(shifted.renyi(from: narrow, order: 10).nats == 45)
    #expect(shifted.renyi(from: narrow, order: .infinity).nats == .infinity)
  }

  /// D_∞ = log max p/q, by looking for the maximum on a fine grid.
  @Test func orderInfinityIsTheLargestLogRatio() throws {
    let p = try GammaDistribution(shape: 3, rate: 2)
    let q = try GammaDistribution(shape: 2, rate: 1.5)
    let ratios = (1..<20_000).map {
      p.logDensity(at: Double($0) * 0.001) - q.logDensity(at: Double($0) * 0.001)
    }
    #expect((p.renyi(from: q, order: .infinity).nats - (ratios.max() ?? 0)).magnitude < 1e-9)
    let b = try BetaDistribution(alpha: 3, beta: 2)
    let c = try BetaDistribution(alpha: 2, beta: 0.5)
    // The maximum is at the share 0.4 that the differences 1 and 1.5 give it.
    #expect(
      (b.renyi(from: c, order: .infinity).nats - b.logDensity(at: 0.4) + c.logDensity(at: 0.4)).magnitude
        < 1e-14)
    let l = try Laplace(location: 1, scale: 1)
    let m = try Laplace(location: -2, scale: 1.5)
    #expect(
      (l.renyi(from: m, order: .infinity).nats - l.logDensity(at: 1) + m.logDensity(at: 1)).magnitude < 1e-15)
  }

  /// Affine maps change no divergence, and independent parts add up.
  @Test func affineMapsAndProducts() throws {
    let p = try Normal(mean: 1, standardDeviation: 2)
    let q = try Normal(mean: -1, standardDeviation: 3)
    let mappedP = try Normal(mean: 7 - 4 * 1, standardDeviation: 8)
    let mappedQ = try Normal(mean: 7 + 4 * 1, standardDeviation: 12)
    let r = try Normal(mean: 0, standardDeviation: 0.5)
    let s = try Normal(mean: 0.25, standardDeviation: 0.75)
    let productP = try MultivariateNormal(mean: [1, 0], covariance: Matrix(diagonal: [4, 0.25]))
    let productQ = try MultivariateNormal(mean: [-1, 0.25], covariance: Matrix(diagonal: [9, 0.5625]))
    let shear: Matrix = [[2, 1], [-1, 3]]
    let shearedP = try MultivariateNormal(
      mean: shear * productP.mean, covariance: shear * productP.covariance * shear.transposed)
    let shearedQ = try MultivariateNormal(
      mean: shear * productQ.mean, covariance: shear * productQ.covariance * shear.transposed)
    for order: RenyiOrder in [-0.5, 0.25, 0.5, 1, 1.5, 4, .infinity] {
      let value = p.renyi(from: q, order: order).nats
      #expect(mappedP.renyi(from: mappedQ, order: order).nats == value)
      let sum = value + r.renyi(from: s, order: order).nats
      #expect((try productP.renyi(from: productQ, order: order).nats / sum - 1).magnitude < 1e-14)
      #expect((try shearedP.renyi(from: shearedQ, order: order).nats / sum - 1).magnitude < 1e-13)
    }
    #expect((productP.entropy.nats - p.entropy.nats - r.entropy.nats).magnitude < 1e-15)
  }

  @Test func errorsNameTheParameter() throws {
    func problem(_ body: () throws -> Void) -> String {
      do {
        try body()
      } catch {
        return "\(error)"
      }
      return "none"
    }
    #expect(
      problem { _ = try Normal(mean: .nan, standardDeviation: 1) } == "mean: nan; expected a finite number")
    #expect(
      problem { _ = try Normal(mean: 0, standardDeviation: 0) }
        == "standardDeviation: 0.0; expected a finite number above 0")
    #expect(problem { _ = try Exponential(rate: -1) } == "rate: -1.0; expected a finite number above 0")
    #expect(
      problem { _ = try Bernoulli(probability: 1.5) } == "probability: 1.5; expected a number from 0 to 1")
    #expect(problem { _ = try Poisson(mean: -1) } == "mean: -1.0; expected a finite number from 0")
    #expect(
      problem { _ = try UniformDistribution(lower: 1, upper: 1) }
        == "upper: 1.0; expected a finite number above the lower end 1.0")
    #expect(
      problem { _ = try Dirichlet(concentrations: [1, .infinity]) }
        == "concentrations at index 1: inf; expected a finite number above 0")
    #expect(
      problem { _ = try MultivariateNormal(mean: [0, 0], covariance: [[1, 2], [2, 1]]) }
        == "covariance: the matrix is not positive definite at row and column 1; expected x·Ax > 0 for every x but 0"
    )
    let plane = try MultivariateNormal(mean: [0, 0], covariance: .identity(2))
    let line = try MultivariateNormal(mean: [0], covariance: .identity(1))
    #expect(problem { _ = try plane.renyi(from: line, order: 0) } == "mean: there are 1; expected 2")
    #expect(problem { _ = try MultivariateNormal(mean: [0], covariance: .identity(2)) } != "none")
    #expect(problem { _ = try MultivariateNormal(mean: [], covariance: .identity(1)) } != "none")
    let three = try Dirichlet(concentrations: [1, 1, 1])
    #expect(problem { _ = try three.renyi(from: Dirichlet(concentrations: [1, 1]), order: 2) } != "none")
    #expect(
      problem { _ = try Mixture([Normal](), weights: .uniform(1)) }
        == "components: there are 0; expected at least 1")
    #expect(problem { _ = try Mixture([line, plane], weights: .uniform(2)) } != "none")
    #expect(problem { _ = try Mixture([line], weights: .uniform(2)) } == "weights: there are 2; expected 1")
    let mixture = try Mixture([line], weights: .uniform(1))
    #expect(problem { _ = try mixture.entropy(by: .monteCarlo(samples: 1, seed: 1)) } != "none")
    #expect(
      problem { _ = try mixture.kullbackLeibler(from: Mixture([plane], weights: .uniform(1))) } != "none")
  }
}
