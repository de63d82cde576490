import Atlas
import Expressions
import Fields
import Gallery
import Testing

/// The numbers of the calculus against closed forms, evaluated by mpmath with 30 digits.
///
/// ```python
/// f = lambda x, y: 3*exp(-(x*x - x*y + y*y)/3); z = f(1.5, 0)            # ∇f = (-z, z/2)
/// z, -z, z/2, z*sqrt(5)/2, 180 - degrees(atan(mpf(1)/2)), z*sqrt(5)/4, 90 - degrees(atan(mpf(1)/2))
/// exp(mpf('0.48'))                                                       # the Jacobian: det exp(tJ) = exp(t tr J)
/// g = lambda x, y: (x*x + y - 11, x + y*y - 7)                           # Himmelblau: f = |g|²
/// d = lambda x, y: (4*x*g(x, y)[0] + 2*g(x, y)[1], 2*g(x, y)[0] + 4*y*g(x, y)[1])
/// x, y = findroot(d, (-0.27, -0.92)); g(x, y)[0]**2 + g(x, y)[1]**2      # counts: Himmelblau 1972; index: grad = 3 conj(z²)
/// # (0, xy): lower path (t, t²/2): ∫ t·t²/2·t dt = 2⁵/10, upper (t²/2, t): ∫ t²/2·t dt = 2⁴/8; Green: 16/5 − 2
/// ```
@Suite struct GalleryCalculusTests {
  /// A number as it is written, as it is, and how far it may be off: a few roundings unless more is said.
  struct Right: Sendable {
    let text: String
    let value: Double
    let tolerance: Double

    init(_ text: String, _ value: Double, within tolerance: Double? = nil) {
      self.text = text
      self.value = value
      self.tolerance = tolerance ?? 3e-15 * max(abs(value), 1)
    }
  }

  static let expected: [(identifier: String, numbers: [Right])] = [
    (
      "directional-derivative",
      [
        Right("1.4171", 1.41709965822304412), Right("−1.4171", -1.41709965822304412),
        Right("0.7085", 0.708549829111522061), Right("1.5844", 1.58436558333922275),
        Right("153.4349", 153.434948822922011), Right("0.7922", 0.792182791669611373),
        Right("63.4349", 63.4349488229220106),
      ]
    ),
    (
      "jacobian",
      [
        Right("0.3000", 0.3), Right("−0.5000", -0.5), Right("0.5000", 0.5), Right("45", 45),
        Right("0.8000", 0.8),
        Right("−0.2000", -0.2), Right("1.6161", 1.61607440219289338),
      ]
    ),
    (
      "critical-points",
      [
        Right("4", 4), Right("1", 1), Right("4", 4), Right("0", 0), Right("1", 1), Right("1", 1),
        // Sums of squares near 100 and 80, each of a few roundings.
        Right("181.6165", 181.616521522582704, within: 1e-13), Right("−2", -2),
      ]
    ),
    (
      "conservative",
      [
        Right("3.2000", 3.2), Right("2", 2), Right("1.2000", 1.2), Right("0.0000", 0), Right("12", 12),
        Right("12.0000", 12), Right("12", 12),
      ]
    ),
    (
      "punctured-vortex",
      [
        Right("0", 0), Right("6.2832", 6.28318530717958648), Right("6.2832", 6.28318530717958648),
        Right("0.0000", 0), Right("6.2832", 6.28318530717958648),
      ]
    ),
    (
      "gauss",
      [
        // A rule of at most 96 nodes is known to 2·10⁻¹⁵ of the flux for each; the box was asked for 10⁻⁷ of it.
        Right("12.5664", 12.5663706143591730, within: 2.5e-12), Right("0.0000", 0, within: 2.5e-12),
        Right("12.5664", 12.5663706143591730, within: 1.3e-6), Right("0", 0),
      ]
    ),
    (
      "space-curl",
      // cos 0°, cos 60°, cos 90°; circulations were asked for 10⁻¹⁰ of them.
      [Right("1", 1), Right("1", 1), Right("0.5000", 0.5, within: 1e-10), Right("0", 0)]
    ),
    // (|h| − |−h|)/2h, (h − 0)/2h, (0 − (−1))/2h for h = 1/4; no derivative.
    ("kink", [Right("0", 0), Right("0.5000", 0.5), Right("2", 2), Right("NaN", .nan)]),
  ]

  @Test func theVerdictsOfTheCaptions() throws {
    let box = IntervalBox([-2...3, -2...3])
    let turning = try VectorExpressionField("0, x y")
    let still = try VectorExpressionField("2x y, x^2 + 2y")
    #expect(turning.conservation(in: box).verdict == .notConservative)
    #expect(turning.curl.expression.simplified == (try Expression("y")))
    #expect(still.conservation(in: box).verdict == .conservative)
    #expect(
      Expression.potential(of: still.expressions)?.simplified == (try Expression("x^2 y + y^2")).simplified)
    let vortex = try VectorExpressionField("-y/(x^2 + y^2), x/(x^2 + y^2)")
    let verdict = vortex.conservation(in: box)
    #expect(verdict.isCurlFree && verdict.verdict == .notConservative)
    let angle = try ScalarExpressionField("atan2(y, x)").gradient
    for (slope, component) in zip(angle.expressions, vortex.expressions) {
      #expect(Expression.binary(.subtract, slope, component).isProvenZero)
    }
  }

  @Test func theyAreInTheirOrder() {
    #expect(Chapter.calculus.demonstrations.map { $0.identifier } == Self.expected.map { $0.identifier })
  }

  @Test(arguments: Self.expected.map { $0.identifier })
  func theNumbersAreRight(identifier: String) throws {
    let demonstration = try #require(Chapter.calculus.demonstrations.first { $0.identifier == identifier })
    let expected = try #require(Self.expected.first { $0.identifier == identifier }).numbers
    try #require(demonstration.numbers.count == expected.count)
    for (number, right) in zip(demonstration.numbers, expected) {
      let isClose = abs(number.value - right.value) <= right.tolerance
      let isBothNaN = number.value.isNaN && right.value.isNaN
      #expect(isClose || isBothNaN, "\(number.symbol) = \(number.value)")
      #expect(number.text == right.text, "\(number.symbol)")
    }
  }
}
