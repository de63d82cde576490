import Elementary
import Information
import Neighbours
import Testing

@Suite("Entropy by kernels")
struct KernelDensityTests {
  @Test("Two points by hand: each sees only the other")
  func twoPoints() throws {
    // f̂ = φ(1) at both: ½ log 2π + ½.
    let out = try kernelEntropy([0, 1], bandwidth: .given(1))
    #expect(abs(out.value.nats - 0.5 * .log(2 * .pi) - 0.5) < 1e-15)
    let plane = try kernelEntropy(PointSet([[0, 3], [0, 4]]), bandwidth: .given(5))
    // Per axis log 5 + ½ log 2π; |z|² = 1.
    #expect(abs(plane.value.nats - 2 * .log(5) - .log(2 * .pi) - 0.5) < 1e-14)
    #expect(out.method == "Gaussian kernels, bandwidth 1.0, left out")
  }

  @Test("A point far from all others has a large term, not an infinite one")
  func outlier() throws {
    let estimate = try kernelEntropy([0, 0.1, 0.2, 1e6], bandwidth: .given(0.1))
    // A quarter of ½ (999999.8 / 0.1)², and little more.
    let square = 0.125 * 9_999_998 * 9_999_998
    #expect(abs(estimate.value.nats / square - 1) < 1e-10)
  }

  @Test("Normal numbers, and what leaving out changes")
  func normal() throws {
    var draws = Draws(14)
    let x = draws.normals(2_000)
    let truth = 0.5 * Double.log(2 * .pi) + 0.5
    let out = try kernelEntropy(x)
    let inside = try kernelEntropy(x, evaluation: .resubstitution)
    #expect(abs(out.value.nats - truth) < 0.08)
    #expect(inside.value.nats < out.value.nats)
    #expect(try #require(out.interval).contains(truth))
    let moved = try kernelEntropy(x.map { 4 * $0 })
    #expect(abs(moved.value.nats - out.value.nats - .log(4)) < 1e-12)
  }

  @Test("What cannot be asked is said")
  func errors() throws {
    #expect(throws: SampleError.constant(axis: 1)) { try kernelEntropy(PointSet([[1, 2], [3, 3]])) }
    #expect(throws: SampleError.bandwidth(0)) { try kernelEntropy([1, 2], bandwidth: .given(0)) }
    #expect(throws: SampleError.tooFew(count: 1, needed: 2)) { try kernelEntropy([1]) }
  }
}
