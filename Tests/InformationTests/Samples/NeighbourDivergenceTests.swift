import Elementary
import Information
import Neighbours
import Testing

@Suite("Divergence by nearest neighbours")
struct NeighbourDivergenceTests {
  @Test(
    "Between normals: log(s/σ) + (σ² + (μ − m)²)/2s² − ½", arguments: [(0.0, 1.0), (1.0, 1.0), (0.5, 2.0)])
  func normals(mean: Double, deviation: Double) throws {
    var draws = Draws(11)
    let n = 8_000
    let truth = Double.log(deviation) + (1 + mean * mean) / (2 * deviation * deviation) - 0.5
    let estimate = try neighbourDivergence(
      draws.normals(n), draws.normals(n, mean: mean, deviation: deviation))
    #expect(abs(estimate.value.nats - truth) < 0.08)
    #expect(try #require(estimate.interval).contains(estimate.value.nats))
    #expect(estimate.method == "nearest neighbours, k = 4" && estimate.sampleSize == 2 * n)
  }

  @Test("Scaling both by a power of two changes nothing but rounding")
  func invariance() throws {
    var draws = Draws(12)
    let x = draws.normals(300)
    let y = draws.normals(200, mean: 1)
    let plain = try neighbourDivergence(x, y, halvings: 0).value.nats
    let scaled = try neighbourDivergence(x.map { $0 * 64 }, y.map { $0 * 64 }, halvings: 0).value.nats
    #expect(abs(scaled - plain) < 1e-13)
  }

  @Test("A test of two samples")
  func permutations() throws {
    var draws = Draws(13)
    let x = try PointSet(line: draws.normals(80))
    let moved = try PointSet(line: draws.normals(60, mean: 2))
    #expect(try neighbourDivergenceTest(x, moved, permutations: 99).pValue == 0.01)
    let same = try PointSet(line: draws.normals(60))
    #expect(try neighbourDivergenceTest(x, same, permutations: 99).pValue > 0.01)
  }

  @Test("What cannot be asked is said")
  func errors() throws {
    let plane = try PointSet([[1, 2, 3], [4, 5, 7]])
    let line = try PointSet(line: [1.5, 2.5, 4])
    #expect(throws: SampleError.differentDimensions(2, 1)) { try neighbourDivergence(plane, line, k: 1) }
    #expect(throws: SampleError.tooFew(count: 3, needed: 4)) { try neighbourDivergence(line, line, k: 3) }
    #expect(throws: SampleError.tooFew(count: 2, needed: 3)) {
      try neighbourDivergence([1, 2, 3, 4, 5], [1.5, 2.5], k: 3)
    }
    #expect(throws: SampleError.repeated(points: 3, first: 0, k: 1)) {
      try neighbourDivergence(line, line, k: 1)
    }
  }
}
