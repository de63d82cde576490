import Elementary
import Information
import Neighbours
import Testing

@Suite("Entropy by nearest neighbours")
struct KozachenkoLeonenkoTests {
  /// ½ log 2πe.
  static let ofNormal = 0.5 * Double.log(2 * .pi) + 0.5

  @Test("Closed forms", arguments: [1, 4, 10], Norm.allCases)
  func closedForms(k: Int, norm: Norm) throws {
    var draws = Draws(5)
    let n = 20_000
    // Six standard errors of √((Var log f + about 1.7 ψ′(k))/n), beside a bias of order (k/n)^(1/d).
    let tolerance = 6 * ((1 + 3 / Double(k)) / Double(n)).squareRoot() + Double(k) / Double(n)
    func value(_ axes: [[Double]]) throws -> Double {
      try kozachenkoLeonenko(PointSet(axes), k: k, norm: norm).value.nats
    }
    #expect(try abs(value([draws.normals(n, mean: 3, deviation: 2)]) - Self.ofNormal - .log(2)) < tolerance)
    #expect(try abs(value([draws.uniforms(n)])) < tolerance)
    #expect(try abs(value([draws.uniforms(n).map { -Double.log(1 - $0) }]) - 1) < tolerance)
    let plane = try value([draws.normals(n), draws.normals(n)])
    #expect(abs(plane - 2 * Self.ofNormal) < 3 * tolerance)
  }

  @Test("Scaling by a power of two adds its logarithm; order and place do not matter")
  func invariances() throws {
    var draws = Draws(6)
    let x = draws.uniforms(500).map { ($0 * 0x1p40).rounded() * 0x1p-40 }
    let plain = try kozachenkoLeonenko(x)
    let scaled = try kozachenkoLeonenko(x.map { $0 * 8 })
    #expect(abs(scaled.value.nats - plain.value.nats - 3 * .log(2)) < 1e-13)
    // Sums of 500 terms of about 6, compensated: only the mean's rounding is left.
    #expect(abs(try kozachenkoLeonenko(x.reversed()).value.nats - plain.value.nats) < 1e-13)
    // Multiples of 2⁻⁴⁰ below 64 are moved without rounding.
    #expect(try kozachenkoLeonenko(x.map { $0 + 32 }) == plain)
    let nines = try kozachenkoLeonenko(x, confidence: 0.99)
    let interval = try #require(plain.interval)
    let wider = try #require(nines.interval)
    // z for 0.99 over z for 0.95, by SciPy.
    let ratio = (wider.upperBound - wider.lowerBound) / (interval.upperBound - interval.lowerBound)
    #expect(abs(ratio - 2.5758293035489004 / 1.959963984540054) < 1e-12)
    #expect(plain.method == "Kozachenko–Leonenko, k = 4, maximum norm" && plain.sampleSize == 500)
  }

  @Test("What cannot be asked is said")
  func errors() throws {
    #expect(throws: SampleError.tooFew(count: 4, needed: 5)) { try kozachenkoLeonenko([1, 2, 3, 4]) }
    #expect(throws: SampleError.neighbours(0)) { try kozachenkoLeonenko([1, 2], k: 0) }
    #expect(throws: SampleError.confidence(1)) { try kozachenkoLeonenko([1, 2], k: 1, confidence: 1) }
    #expect(throws: SampleError.points(.coordinate(.infinity, point: 2, axis: 0))) {
      try kozachenkoLeonenko([1, 2, .infinity])
    }
    #expect(throws: SampleError.repeated(points: 2, first: 1, k: 1)) {
      try kozachenkoLeonenko([1, 2, 3, 2, 5], k: 1)
    }
    #expect(try kozachenkoLeonenko([1, 2, 3, 2, 5], k: 2).value.value.isFinite)
  }
}
