import Elementary
import Testing

/// Laws that hold whatever the digits.
@Suite struct LawTests {
  static let points: [Double] = (1...60).map { Double($0) * 0.37 - 11.3 }

  @Test func oddAndEvenFunctionsAreSoExactly() {
    let odd: [Unary<Double>] = [.sin, .tan, .asin, .atan, .sinh, .tanh, .asinh, .atanh, .cbrt, .erf]
    let even: [Unary<Double>] = [.cos, .cosh]
    for x in Self.points {
      for function in odd {
        let value = function.scalar(x)
        #expect(value.isNaN || function.scalar(-x) == -value, "\(function.name)(\(x))")
      }
      for function in even { #expect(function.scalar(-x) == function.scalar(x), "\(function.name)(\(x))") }
    }
  }

  /// Each function is within one unit, so these sums and inverses are within a few.
  @Test func identities() {
    for x in Self.points {
      let (sine, cosine) = (Double.sin(x), Double.cos(x))
      #expect((sine * sine + cosine * cosine - 1).magnitude < 4e-16)
      #expect((Double.tan(x) * cosine - sine).magnitude <= 4 * sine.ulp)
      #expect((Double.tan(Double.atan(x)) - x).magnitude <= 4 * x.ulp * (x + 1 / x).magnitude)
      #expect((Double.log(Double.exp(x)) - x).magnitude < 4e-16 * max(1, x.magnitude))
      #expect(
        (Double.exp(Double.log1p(x * x)) - x * x - 1).magnitude < 1e-15 * (1 + x * x) * (1 + x.magnitude))
      #expect((Double.sinh(Double.asinh(x)) - x).magnitude < 4e-16 * x.magnitude * (1 + x.magnitude))
      let root = Double.cbrt(x)
      #expect((root * root * root - x).magnitude <= 4 * x.ulp)
      #expect((Double.hypot(x, x * 0.75) - 1.25 * x.magnitude).magnitude <= 2 * x.ulp)
      #expect((Double.pow(x * x, 0.5) - x.magnitude).magnitude <= 2 * x.ulp)
    }
  }

  @Test func monotonicFunctionsGrow() {
    let growing: [Unary<Double>] = [.exp, .exp2, .expm1, .atan, .sinh, .tanh, .asinh, .cbrt, .erf]
    for function in growing {
      let values = stride(from: -5.5, through: 5.5, by: 0.05).map(function.scalar)
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(function.name)")
    }
  }

  /// Powers of two and of integers are exact where the result is.
  @Test func exactResultsAreExact() {
    for n in -1074...1023 {
      #expect(Double.exp2(Double(n)) == Double(sign: .plus, exponent: n, significand: 1))
    }
    for n in 1...15 {
      #expect(Double.pow(Double(n), 3) == Double(n * n * n))
      #expect(Double.cbrt(Double(n * n * n)) == Double(n))
      #expect(Double.log10(Double.pow(10, Double(n))) == Double(n))
    }
  }
}
