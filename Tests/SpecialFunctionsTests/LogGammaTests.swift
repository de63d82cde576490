import Elementary
import SpecialFunctions
import Testing

/// Relative errors of a function of the numbers before the last of each row, whose last one is the truth.
///
/// `exponent` is what an error of the exponent may be, relative to its size: e^L carries L times that of its own.
func checkTable(
  _ table: [[Double]], within bound: Double, exponent: Double = 0,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ function: ([Double]) -> Double
) {
  #expect(table.count > 40, sourceLocation: sourceLocation)
  var worst = 0.0
  for row in table {
    let truth = row[row.count - 1]
    let value = function(row)
    if value == truth { continue }
    // Subnormal truths have fewer digits.
    let error = (value - truth).magnitude / max(truth.magnitude, 1e-290)
    worst = max(worst, error)
    let allowed = bound + exponent * Double.log(max(truth.magnitude, 1e-300)).magnitude
    #expect(error <= allowed, "\(row): \(value), error \(error)", sourceLocation: sourceLocation)
  }
}

@Suite struct LogGammaTests {
  @Test func logGammaIsMpmaths() {
    checkTable(logGammaReferences, within: 3e-15) { .logGamma($0[0]) }
  }

  @Test func logBetaIsMpmaths() {
    for row in logBetaReferences {
      let value = Double.logBeta(row[0], row[1])
      // B passes 1, where the logarithm has a zero: the error is then one of 1.
      let bound = 4e-15 * max(row[2].magnitude, 1)
      #expect((value - row[2]).magnitude <= bound, "log B(\(row[0]), \(row[1])): \(value), not \(row[2])")
    }
  }

  @Test func zerosAreExact() {
    #expect(Double.logGamma(1) == 0)
    #expect(Double.logGamma(2) == 0)
    #expect(Double.digamma(1) == Double.polygamma(0, 1))
  }

  /// The parts that are left, against the functions that they are left of.
  @Test func remainders() {
    for x in [0.01, 0.3, 0.5, 0.9, 2, 5.5, 9.999, 10, 12, 40, 1e3] {
      let stirling = Double.logGamma(x) - ((x - 0.5) * .log(x) - x + Double.halfLogTwoPi)
      let scale = 1 + x * Double.log(1 + x)
      #expect((Double.stirlingCorrection(x) - stirling).magnitude < 1e-15 * scale, "\(x)")
      let gap = Double.log(x) - Double.digamma(x)
      #expect((Double.digammaGap(x) - gap).magnitude < 1e-14 * (1 + 1 / x), "\(x)")
      let excess = x * x * (Double.polygamma(1, x) - 1 / x)
      #expect((Double.trigammaExcess(x) - excess).magnitude < 1e-14 * (1 + x), "\(x)")
    }
    for t in [-0.5, -0.4, -0.1, -1e-5, 1e-5, 0.3, 0.4, 0.41, 2] {
      #expect((Double.logarithmicExcess(t) - (t - Double.log1p(t))).magnitude < 2e-16)
      #expect((Double.exponentialExcess(t) - (Double.expm1(t) - t)).magnitude < 1e-15)
    }
    // t²/2 − t³/3 and x²/2 + x³/6, the next parts being too small to count.
    #expect((Double.logarithmicExcess(1e-9) / (5e-19 - 1e-27 / 3) - 1).magnitude < 1e-15)
    #expect((Double.exponentialExcess(1e-9) / (5e-19 + 1e-27 / 6) - 1).magnitude < 1e-15)
    #expect(Double.logarithmicExcess(-1) == .infinity)
  }

  @Test func edges() {
    for x in [0, -0.0, -1, -7, -1e20, .infinity, -.infinity] { #expect(Double.logGamma(x) == .infinity) }
    #expect(Double.logGamma(.nan).isNaN)
    #expect(Double.digamma(0).isNaN)
    #expect(Double.logBeta(0, 3) == .infinity)
    #expect(Double.logBeta(3, .infinity) == -.infinity)
    #expect(Double.logBeta(-1, 3).isNaN)
    #expect(Double.logBeta(0, .infinity).isNaN)
    #expect(Double.logBeta(.nan, 1).isNaN)
  }
}

/// The examples of the room's article, with the values that stand beside them.
@Suite struct SpecialFunctionsExamples {
  @Test func examplesOfTheArticle() {
    #expect(Double.logGamma(1e6) == 12815504.569147611)
    #expect((Double.logBeta(2, 3) + Double.log(12)).magnitude < 1e-15)
    #expect((Double.normalQuantile(0.975) - 1.959963984540054).magnitude < 1e-15)
    #expect((Double.regularizedLowerGamma(2, 3) - 0.800851726528544).magnitude < 1e-15)
    #expect((Double.regularizedUpperGamma(0.5, 1.92) - 0.05004).magnitude < 5e-6)
    #expect((Double.regularizedBeta(0.5, 2, 3) - 0.6875).magnitude < 1e-15)
  }
}
