import Elementary
import Information
import LinearAlgebra
import Testing

/// Mixtures against mpmath and NumPy; Scripts/named-reference.py writes the numbers.
@Suite struct MixtureTests {
  private let one: Mixture
  private let two: Mixture
  private let wide: Mixture
  private let planeP: Mixture
  private let planeQ: Mixture

  init() throws {
    one = try Mixture(
      [Normal(mean: -1, standardDeviation: 0.5), Normal(mean: 2, standardDeviation: 1)],
      weights: Distribution([0.25, 0.75]))
    two = try Mixture(
      [
        Normal(mean: 0, standardDeviation: 1), Normal(mean: 3, standardDeviation: 0.25),
        Normal(mean: 2, standardDeviation: 0.03125),
      ], weights: Distribution([0.5, 0.3, 0.2]))
    wide = try Mixture([Normal(mean: 1, standardDeviation: 2)], weights: .uniform(1))
    planeP = try Mixture(
      [
        MultivariateNormal(mean: [-1, 0], covariance: [[1, 0.5], [0.5, 1]]),
        MultivariateNormal(mean: [2, 1], covariance: Matrix(diagonal: [0.25, 0.5])),
      ], weights: Distribution([0.4, 0.6]))
    planeQ = try Mixture(
      [MultivariateNormal(mean: [0, 0], covariance: [[2, 0.5], [0.5, 3]])], weights: .uniform(1))
  }

  private func check(
    _ value: ApproximateValue, _ truth: Double, error: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let difference = (value.value.nats - truth).magnitude
    // The truth itself is rounded.
    let allowed = value.error + 1e-15 * truth.magnitude
    #expect(difference <= allowed, "\(value), not \(truth)", sourceLocation: sourceLocation)
    #expect(value.error <= error * truth.magnitude, "\(value)", sourceLocation: sourceLocation)
    #expect(value.meaning == .bound, sourceLocation: sourceLocation)
  }

  @Test func onTheLine() throws {
    let truth = mixtureReferences
    check(try one.entropy(), truth[0], error: 1e-10)
    check(try two.entropy(), truth[1], error: 1e-10)
    check(try wide.entropy(), truth[2], error: 1e-10)
    check(try one.kullbackLeibler(from: wide), truth[3], error: 1e-10)
    check(try one.jensenShannon(from: wide), truth[4], error: 1e-10)
    check(try two.kullbackLeibler(from: one), truth[5], error: 1e-10)
    check(try two.jensenShannon(from: one), truth[6], error: 1e-10)
    check(try wide.kullbackLeibler(from: one), truth[7], error: 1e-10)
    check(try wide.jensenShannon(from: one), truth[8], error: 1e-10)
  }

  @Test func inThePlane() throws {
    let truth = planeMixtureReferences
    check(try planeP.entropy(), truth[0], error: 1e-8)
    check(try planeP.kullbackLeibler(from: planeQ), truth[1], error: 1e-8)
    check(try planeP.jensenShannon(from: planeQ), truth[2], error: 1e-8)
  }

  /// A mixture of one is that one, and of two that are the same as well.
  @Test func ofOneComponent() throws {
    let p = try Normal(mean: 1, standardDeviation: 2)
    let q = try Normal(mean: 1 + 1e-4, standardDeviation: 2)
    let twice = try Mixture([p, p], weights: Distribution([0.3, 0.7]))
    let other = try Mixture([q], weights: .uniform(1))
    check(try twice.entropy(), p.entropy.nats, error: 1e-10)
    // Rounding of the logarithms leaves about eleven digits here, and is counted.
    let near = try twice.kullbackLeibler(from: other)
    let truth = p.kullbackLeibler(from: q).nats
    #expect((near.value.nats - truth).magnitude <= near.error)
    #expect(near.error < 1e-6 * truth)
    #expect(try twice.kullbackLeibler(from: twice).value.nats == 0)
    #expect(try planeQ.kullbackLeibler(from: planeQ).value.nats == 0)
    let a = planeQ.components[0]
    let b = try MultivariateNormal(mean: [1, 1], covariance: [[3, -0.5], [-0.5, 2]])
    let mixture = try Mixture([b], weights: .uniform(1))
    check(try planeQ.kullbackLeibler(from: mixture), try a.kullbackLeibler(from: b).nats, error: 1e-8)
  }

  /// A very narrow ridge across the plane, where most cells are empty.
  @Test func narrowRidge() throws {
    let ridge = try MultivariateNormal(mean: [0, 0], covariance: [[1, 0.999], [0.999, 1]])
    let mixture = try Mixture([ridge], weights: .uniform(1))
    check(try mixture.entropy(), ridge.entropy.nats, error: 1e-7)
  }

  /// Disjoint mixtures: ln 2 and no more, and a large but finite D.
  @Test func farApart() throws {
    let left = try Mixture([Normal(mean: 0, standardDeviation: 1)], weights: .uniform(1))
    let right = try Mixture([Normal(mean: 1000, standardDeviation: 1)], weights: .uniform(1))
    check(try left.kullbackLeibler(from: right), 500_000, error: 1e-10)
    check(try left.jensenShannon(from: right), 0.6931471805599453, error: 1e-10)
  }

  /// The mean of many seeds is as far from the truth as the standard error says: within 4 of them for each of 40.
  @Test func monteCarloKnowsItsError() throws {
    let truth = mixtureReferences
    var inside = 0
    for seed: UInt64 in 1...40 {
      let method = Approximation.monteCarlo(samples: 2000, seed: seed)
      let values = [
        (try one.entropy(by: method), truth[0]), (try one.kullbackLeibler(from: wide, by: method), truth[3]),
        (try one.jensenShannon(from: wide, by: method), truth[4]),
      ]
      for (value, truth) in values {
        let distance = (value.value.nats - truth).magnitude / value.error
        #expect(distance < 4.5)
        #expect(value.meaning == .standardError)
        if distance < 1.96 { inside += 1 }
      }
    }
    // Of 120, 114 are expected in the 95 % interval, with a deviation of some 3 to 4 (three share their samples).
    #expect((102...120).contains(inside))
    #expect(
      try one.entropy(by: .monteCarlo(samples: 500, seed: 3))
        == one.entropy(by: .monteCarlo(samples: 500, seed: 3)))
  }

  @Test func inMoreDimensions() throws {
    let p = try MultivariateNormal(mean: [0, 0, 0], covariance: [[2, 1, 0], [1, 2, 0], [0, 0, 1]])
    let mixture = try Mixture([p], weights: .uniform(1))
    let value = try mixture.entropy()
    #expect((value.value.nats - p.entropy.nats).magnitude < 4 * value.error)
    #expect(value.error < 0.01)
    #expect(throws: ParameterError.self) { try mixture.entropy(by: .quadrature(tolerance: 1e-6)) }
    let bits = value.converted(to: .bits)
    #expect((bits.error * 0.6931471805599453 / value.error - 1).magnitude < 1e-15)
  }
}
