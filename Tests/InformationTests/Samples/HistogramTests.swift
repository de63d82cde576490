import Elementary
import Information
import Testing

@Suite("Histograms")
struct HistogramTests {
  @Test("Exact on few values")
  func exact() throws {
    let histogram = try Histogram([0, 0.5, 1, 3, 4], edges: .given([0, 1, 2, 4]))
    #expect(histogram.counts == [2, 1, 2] && histogram.total == 5)
    let estimate = try histogram.differentialEntropy(isCorrected: false)
    // −2/5 log(2/5) − 1/5 log(1/5) − 2/5 log(2/5 / 2)
    let truth = -0.4 * Double.log(0.4) - 0.2 * Double.log(0.2) - 0.4 * Double.log(0.2)
    #expect(abs(estimate.value.nats - truth) < 1e-15)
    #expect(estimate.method == "histogram of 3 bins, plug-in" && estimate.sampleSize == 5)
    // (3 − 1) / (2 · 5)
    let corrected = try histogram.differentialEntropy()
    #expect(abs(corrected.value.nats - truth - 0.2) < 1e-15)
    #expect(corrected.method == "histogram of 3 bins, Miller–Madow")
  }

  @Test("Divergences of shares that are known")
  func divergences() throws {
    let edges = HistogramEdges.given([0, 1, 2, 3])
    let x = [0.5, 0.5, 1.5, 1.5]
    let y = [0.5, 1.5, 1.5, 1.5]
    let forward = try histogramDivergence(x, y, .kullbackLeibler, edges: edges)
    #expect(abs(forward.value.nats - 0.5 * .log(2) - 0.5 * .log(2.0 / 3)) < 1e-15)
    let p = try Distribution([0.5, 0.5, 0])
    let q = try Distribution([0.25, 0.75, 0])
    #expect(abs(try histogramDivergence(x, y, edges: edges).value.nats - jensenShannon(p, q).nats) < 1e-15)
    let infinite = try histogramDivergence([0.5, 2.5], y, .kullbackLeibler, edges: edges)
    #expect(infinite.value.value == .infinity && infinite.interval == nil)
    let back = try histogramDivergence([0.5], [0.5, 1.5], .kullbackLeibler, edges: edges)
    #expect(abs(back.value.nats - .log(2)) < 1e-15)
    #expect(try histogramDivergence(x, x, edges: edges).value.value == 0)
    #expect(abs(try histogramDivergence([0], [9]).value.nats - .log(2)) < 1e-15)
  }

  @Test("The rule of Freedman and Diaconis, and Sturges' where it has no width")
  func rules() throws {
    // IQR 50, n = 101: 2 · 50 · 101^(−1/3) = 21.47, so 5 bins of 20.
    #expect(try Histogram((0...100).map { Double($0) }).edges == [0, 20, 40, 60, 80, 100])
    // Half of the values are 0: log₂ 8 + 1 bins.
    #expect(try Histogram([0, 0, 0, 0, 0, 0, 0, 4]).edges == [0, 1, 2, 3, 4])
  }

  @Test("What cannot be asked is said")
  func errors() throws {
    #expect(throws: SampleError.constant(axis: 0)) { try Histogram([2, 2, 2]) }
    #expect(throws: SampleError.points(.empty)) { try Histogram([]) }
    #expect(throws: SampleError.points(.coordinate(.infinity, point: 1, axis: 0))) {
      try Histogram([1, .infinity])
    }
    #expect(throws: SampleError.edges(index: 2)) { try Histogram([1], edges: .given([0, 2, 2])) }
    #expect(throws: SampleError.edges(index: 1)) { try Histogram([1], edges: .given([0])) }
    #expect(throws: SampleError.outside(index: 1, value: 5)) {
      try Histogram([1, 5], edges: .given([0, 2]))
    }
    #expect(throws: SampleError.tooManyBins) { try Histogram([0, 1, 2, 3, 4, 5, 6, 1e12]) }
    #expect(throws: SampleError.tooFew(count: 0, needed: 1)) { try histogramDivergence([], [1]) }
  }
}
