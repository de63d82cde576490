import Elementary
import Expressions
import Fields
import Testing

@Suite struct AdaptiveQuadratureTests {
  private func integral(
    _ text: String, _ range: ClosedRange<Double>, breaks: [Double] = [],
    _ quadrature: AdaptiveQuadrature = .standard
  ) throws -> Integral {
    let field = try ScalarExpressionField(text, variables: Variables(["x"]))
    return quadrature.integral(over: range, breaks: breaks) { (points, values) in
      field.values(at: points, into: values)
    }
  }

  /// The error bounds the true error on smooth integrands, peaks, walls, kinks, steps, roots and logarithms.
  @Test(arguments: [1e-6, 1e-10, 1e-13])
  func theErrorBoundsTheTrueError(_ relative: Double) throws {
    for (text, lower, upper, truth) in integralReferences {
      let result = try integral(text, lower...upper, AdaptiveQuadrature(relative: relative))
      #expect((result.value - truth).magnitude <= result.error, "\(text)")
      if result.outcome == .reached {
        // What is asked for is a share of ∫|f|, which is |∫f| where f keeps its sign and below 1 for the others.
        #expect(result.error <= relative * max(1.0001 * truth.magnitude, 1), "\(text)")
      }
      #expect(result.evaluations < 20_000, "\(text)")
    }
  }

  /// Only roots between two numbers are too fine for 10⁻¹⁰; everything else is reached.
  @Test func whatCannotBeReachedIsSaid() throws {
    for (text, lower, upper, _) in integralReferences {
      let result = try integral(text, lower...upper)
      let isRoot = text == "1/sqrt(1-x^2)" || text == "1/sqrt(|x-0.2|)"
      #expect(result.outcome == (isRoot ? .rounding : .reached), "\(text)")
      #expect(result.error < 1e-4)
    }
    // With the place of the root as the end of a range that begins at 0 it is reached.
    let root = try integral("1/sqrt(x(2-x))", 0...1)
    #expect(root.outcome == .reached)
    #expect((root.value - Double.pi / 2).magnitude <= root.error)
  }

  /// A pole is an infinity or no number, with no error, and never a number.
  @Test(
    arguments: [
      ("1/x", 0, 1, Double.infinity), ("-1/x", 0, 1, -.infinity), ("1/x", -1, 1, .nan),
      ("1/x^2", -1, 1, .infinity),
      ("1/(x-0.3)", 0, 1, .nan), ("1/(x-0.3)^2", 0, 1, .infinity), ("1/(x-0.5)", 0, 1, .nan),
      ("tan x", 0, 2, .nan),
      ("1000000+1/(x-0.3)", 0, 1, .nan), ("1/sin(x)", 0, 1, .infinity), ("1/x^1.2", 0, 1, .infinity),
      ("1/(x-0.123456789)^3", 0, 1, .nan), ("1/(x-pi/10)", 0, 1, .nan), ("exp(1/x)", 0, 1, .nan),
    ] as [(String, Double, Double, Double)])
  func polesAreNotNumbers(_ text: String, _ lower: Double, _ upper: Double, _ truth: Double) throws {
    let result = try integral(text, lower...upper)
    #expect(result.outcome == .singular)
    #expect(result.value == truth || (result.value.isNaN && truth.isNaN))
    #expect(result.error.isNaN)
  }

  @Test func whereTheIntegrandIsNoNumberNeitherIsTheIntegral() throws {
    let result = try integral("sqrt(x-0.3)", 0...1)
    #expect(result.outcome == .undefined)
    #expect(result.value.isNaN && result.error.isNaN)
    #expect(result.evaluations < 1000)
    // A single place is no part of the range.
    let hole = try integral("sin(x)/x", -1...1)
    #expect(hole.outcome == .reached)
    #expect((hole.value - 1.8921661407343662).magnitude <= hole.error)
  }

  @Test func theLimitIsKeptAndSaid() throws {
    let noisy = "sin(100000 x^2)"
    let result = try integral(noisy, 0...10, AdaptiveQuadrature(evaluations: 5000))
    #expect(result.outcome == .limit)
    #expect(result.evaluations <= 5000)
    #expect(result.error > 1e-3)
    // Fresnel: √(π/8)/√(10⁵) and an end of size 1/(2·10⁵·10).
    let truth = Double.pi.squareRoot() / (8e5).squareRoot()
    #expect((result.value - truth).magnitude <= result.error + 1e-6)
  }

  @Test func breaksSaveWork() throws {
    let blind = try integral("|x-0.1234|", 0...1)
    let told = try integral("|x-0.1234|", 0...1, breaks: [0.1234, 7])
    #expect(told.evaluations < blind.evaluations)
    #expect((told.value - (0.1234 * 0.1234 + 0.8766 * 0.8766) / 2).magnitude <= told.error)
  }

  @Test func rangesWithoutAnEnd() throws {
    let bell = try integral("exp(-x^2)", -.infinity ... .infinity)
    #expect((bell.value - Double.pi.squareRoot()).magnitude <= bell.error)
    #expect(bell.outcome == .reached)
    let cauchy = try integral("1/(1+x^2)", 1 ... .infinity)
    #expect((cauchy.value - Double.pi / 4).magnitude <= cauchy.error)
    let left = try integral("exp(x) |x+1|", -.infinity...0, breaks: [-1])
    // ∫ e^x |x+1| over (−∞, 0] = 2/e.
    #expect((left.value - 2 / Double.exp(1)).magnitude <= left.error)
    #expect(try integral("1/x", 1 ... .infinity).outcome == .singular)
    #expect(try integral("x", -.infinity ... .infinity).value.isNaN)
  }

  @Test func boxesOfOneTwoAndThreeDimensions() throws {
    let quadrature = AdaptiveQuadrature()
    let field = try ScalarExpressionField("x^5 y^4 z^3 + exp(x - y) cos z", variables: .space)
    let result = try quadrature.integral(over: [0...1, 0...2, -1...1]) { (points, values) in
      field.values(at: points, into: values)
    }
    let e = Double.exp(1)
    // ∫∫ e^(x−y) = (e − 1)(1 − e^−2), ∫ cos z = 2 sin 1; x⁵y⁴z³ is odd in z.
    let truth = (e - 1) * (1 - Double.exp(-2)) * 2 * Double.sin(1)
    #expect((result.value - truth).magnitude <= result.error)
    #expect(result.error < 1e-12)
    #expect(throws: IntegralError.dimension(4, needed: 3)) {
      try quadrature.integral(over: [0...1, 0...1, 0...1, 0...1]) { (_, _) in }
    }
    #expect(try integral("exp(x)", 2...2).value == 0)
  }

  @Test func anAbsoluteErrorIsEnough() throws {
    let coarse = try integral("sqrt(x)", 0...1, AdaptiveQuadrature(relative: 0, absolute: 1e-3))
    let fine = try integral("sqrt(x)", 0...1, AdaptiveQuadrature(relative: 0, absolute: 1e-9))
    #expect(coarse.error <= 1e-3 && fine.error <= 1e-9)
    #expect(coarse.evaluations < fine.evaluations)
    // Nothing is as exact as 0: it ends with rounding.
    let impossible = try integral("sqrt(x)", 0...1, AdaptiveQuadrature(relative: 0))
    #expect(impossible.outcome == .rounding)
    #expect((impossible.value - 2.0 / 3).magnitude <= impossible.error)
    #expect(impossible.error < 1e-13)
  }
}
