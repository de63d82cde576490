import Elementary
import Expressions
import Fields
import Testing

@Suite struct CircleTests {
  /// Steps that two rules may agree on by chance: the flux of (1, 0) where x > a, out through the unit circle, is the
  /// height 2√(1 − a²) of the chord, and of a flux along y where y is in a band twice the band's shadow.
  @Test func stepsOnACircleAreWithinTheError() throws {
    let circle = Circle(x: 0, y: 0, radius: 1)
    for index in 0..<50 {
      let place = 0.0199 * Double(index) - 0.49
      let field = try VectorExpressionField("if(x > \(place), 1, 0), 0")
      let flux = field.flux(through: circle)
      let height = 2 * (1 - place * place).squareRoot()
      #expect((flux.value - height).magnitude <= flux.error && flux.error < 1e-8, "\(place): \(flux)")
      let half = try ScalarExpressionField("if(x > \(place), 1, 0)").integral(over: circle)
      let area = Double.acos(place) - place * (1 - place * place).squareRoot()
      #expect((half.value - area).magnitude <= half.error && half.error < 0.1, "\(place): \(half)")
    }
  }

  static let circles = [
    Circle(x: 0, y: 0, radius: 1), Circle(x: 1.5, y: -0.5, radius: 0.75), Circle(x: -3, y: 2, radius: 2.5),
  ]

  @Test(arguments: circles)
  func sourceSendsTwiceTheAreaThroughTheCircle(_ circle: Circle) throws {
    let flux = try VectorExpressionField("x, y").flux(through: circle)
    let expected = 2 * Double.pi * circle.radius * circle.radius
    #expect((flux.value - expected).magnitude < 1e-12)
    #expect((flux.value - expected).magnitude <= flux.error + 1e-15)
  }

  @Test(arguments: circles)
  func rotationCirculatesTwiceTheArea(_ circle: Circle) throws {
    let circulation = try VectorExpressionField("-y, x").circulation(around: circle)
    #expect((circulation.value - 2 * circle.area).magnitude < 1e-12)
  }

  /// Gauss and Green: what leaves through the rim is what the inside makes.
  @Test(arguments: ["x^2 y, sin(x) y", "exp(x/3) cos y, x y^2", "x y, x - y^3", "cos x sin y, -sin x cos y"])
  func boundaryAndInsideAgree(_ text: String) throws {
    let field = try VectorExpressionField(text)
    for circle in CircleTests.circles {
      let flux = field.flux(through: circle)
      let inside = field.divergenceIntegral(over: circle)
      #expect((flux.value - inside.value).magnitude <= flux.error + inside.error + 1e-11)
      let circulation = field.circulation(around: circle)
      let turning = field.curlIntegral(over: circle)
      #expect((circulation.value - turning.value).magnitude <= circulation.error + turning.error + 1e-11)
    }
  }

  @Test func vortexHasItsPeriodAroundTheHole() throws {
    let field = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    let round = field.circulation(around: Circle(x: 0.2, y: 0.1, radius: 1))
    #expect((round.value - 2 * Double.pi).magnitude < 1e-12)
    let beside = field.circulation(around: Circle(x: 3, y: 0, radius: 1))
    #expect(beside.value.magnitude < 1e-12)
  }

  @Test func secondMomentOfADisk() throws {
    // ∬ (x² + y²) dA over a disk of radius r round the origin is πr⁴/2.
    let moment = try ScalarExpressionField("x^2 + y^2").integral(over: Circle(x: 0, y: 0, radius: 2))
    #expect((moment.value - 8 * Double.pi).magnitude < 1e-12)
  }

  @Test func aPoleIsNotHidden() throws {
    let flux = try VectorExpressionField("1/(x-1), 0").flux(through: Circle(x: 0, y: 0, radius: 1))
    #expect(!flux.value.isFinite || flux.error > 1)
    #expect(flux.error.isNaN || flux.error > 1)
  }

  @Test func aStepHasAnErrorThatCoversIt() throws {
    let circle = Circle(x: 0.1, y: 0, radius: 1)
    let estimate = try ScalarExpressionField("|x|").integral(over: circle)
    // ∬|x| over the unit disk shifted by a = 0.1, by integrating 2|x|√(1−(x−a)²) with SciPy's quad.
    #expect((estimate.value - 1.3533166499551794).magnitude <= estimate.error)
  }

  @Test func gaussLegendreIsExactForPolynomials() {
    for count in [1, 2, 3, 5, 16, 33] {
      let rule = GaussLegendre(count: count)
      for degree in stride(from: 0, through: min(2 * count - 1, 20), by: 1) {
        var sum = 0.0
        for (node, weight) in zip(rule.nodes, rule.weights) {
          var power = 1.0
          for _ in 0..<degree { power *= node }
          sum += weight * power
        }
        let exact = degree % 2 == 1 ? 0 : 2 / Double(degree + 1)
        #expect((sum - exact).magnitude < 1e-14, "\(count) points, degree \(degree)")
      }
    }
  }
}
