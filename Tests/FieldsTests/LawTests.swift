import Expressions
import Fields
import Testing

@Suite struct LawTests {
  static let window = Window(minX: -3, maxX: 3, minY: -3, maxY: 3)

  /// The classical fields of the plane.
  static let flows = [
    "-x, -y", "x, y", "-y, x", "x, -y", "y, 0", "1, 0", "-x - y, x - y", "sin(x), sin(y)",
    "x/(x^2 + y^2), y/(x^2 + y^2)", "-y/(x^2 + y^2), x/(x^2 + y^2)", "cos x sin y, -sin x cos y", "0, x y",
    "if(x^2 + y^2 < 1, -y, -y/(x^2 + y^2)), if(x^2 + y^2 < 1, x, x/(x^2 + y^2))",
  ]

  /// What every bench of the page offers, read from the page.
  @Test func presetsObeyTheLaws() throws {
    let presets = try PagePresets().formulas
    #expect(presets.count >= 25)
    var checked = 0
    for text in presets {
      let bytes = Array(text.utf8)
      let report: LawReport
      if let formula = try? Formula.vector(utf8: bytes, variables: .plane) {
        report = checkVectorField(VectorExpressionField(formula), in: Self.window, count: 4)
      } else if let formula = try? Formula.vector(utf8: bytes, variables: .space) {
        let box = [-2.0...2.0, -2.0...2.0, -2.0...2.0]
        report = checkVectorField(VectorExpressionField(formula), in: box, count: 3)
      } else {
        let formula = try Formula.scalar(utf8: bytes, variables: .plane)
        report = checkScalarField(ScalarExpressionField(formula), in: Self.window, count: 4)
      }
      #expect(report.violations.isEmpty, "\(text): \(report.violations.prefix(3))")
      #expect(report.checked > 20, "\(text): \(report.checked)")
      checked += 1
    }
    #expect(checked == presets.count)
  }

  @Test(arguments: flows)
  func flowsObeyTheLaws(_ text: String) throws {
    let report = checkVectorField(try VectorExpressionField(text), in: Self.window, count: 8)
    #expect(report.violations.isEmpty, "\(report.violations.prefix(3))")
    for law in [Law.firstDerivatives, .secondDerivatives, .symmetry, .trace, .productRule] {
      #expect(report.checked(law) >= 7, "\(law.name)")
    }
    #expect(report.checked(.gauss) >= 6 && report.checked(.stokes) >= 6)
    #expect(report.holds)
  }

  static let landscapes = [
    "exp(-(x^2+y^2)/2)", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "(1 - x)^2 + 100(y - x^2)^2", "x^3 - 3x y^2",
    "sin x cos y", "log(x^2 + y^2)", "|x| + y^2", "atan2(y, x)", "x^2.5 + sqrt(y + 4)", "floor(x) y",
  ]

  @Test(arguments: landscapes)
  func landscapesObeyTheLaws(_ text: String) throws {
    let report = checkScalarField(try ScalarExpressionField(text), in: Self.window, count: 8)
    #expect(report.violations.isEmpty, "\(report.violations.prefix(3))")
    #expect(report.checked(.firstDerivatives) > 4 && report.checked(.thirdDerivatives) > 8)
    #expect(report.checked(.gradientTheorem) > 2 && report.checked(.curlOfGradient) > 3)
  }

  @Test func space() throws {
    let box = [-2.0...2.0, -2.0...2.0, -2.0...2.0]
    let flows = [
      "sin z + 0.7cos y, 0.9sin x + cos z, 0.7sin y + 0.9cos x", "2z - 3y, 3x - z, y - 2x",
      "x/(x^2+y^2+z^2)^1.5, y/(x^2+y^2+z^2)^1.5, z/(x^2+y^2+z^2)^1.5", "2x y+z^3, x^2+2y, 3x z^2",
    ]
    for text in flows {
      let report = checkVectorField(
        try VectorExpressionField(text, variables: .space), in: box, count: 8)
      #expect(report.violations.isEmpty, "\(text): \(report.violations.prefix(3))")
      #expect(report.checked(.divergenceOfCurl) == 8 && report.checked(.gauss) + report.checked(.stokes) > 2)
    }
    let potential = try ScalarExpressionField("x^2 y + y^2 + x z^3", variables: .space)
    let report = checkScalarField(potential, in: box, count: 8)
    #expect(report.holds && report.checked(.curlOfGradient) == 24)
  }

  @Test func oneAndManyDimensions() throws {
    let line = try ScalarExpressionField("sin(x) exp(x)", variables: Variables(["x"]))
    #expect(checkScalarField(line, in: [-1...2], count: 16).holds)
    let many = try ScalarExpressionField("u v w t + sin(u + t)", variables: Variables(["u", "v", "w", "t"]))
    let box = [ClosedRange<Double>](repeating: -1...1, count: 4)
    #expect(checkScalarField(many, in: box, count: 4).holds)
    #expect(checkVectorField(gradient(of: many), in: box, count: 4).holds)
  }

  /// Combinations, functions in Swift, moved and composed fields keep the laws of what they are made of.
  @Test func combinationsObeyTheLaws() throws {
    let f = try ScalarExpressionField("sin(x) y + x^2")
    let map = try VectorExpressionField("x y/4, x - y")
    let scalars: [AnyScalarField] = [
      AnyScalarField(f * f - 2 * f), AnyScalarField(f.composed(with: map)), AnyScalarField(dot(map, map)),
      AnyScalarField(f.rotated(by: 1).translated(by: [0.3, 0.4])), AnyScalarField(laplacian(of: f)),
      AnyScalarField(divergence(of: map * 1)), AnyScalarField(map.component(0)),
      AnyScalarField(ScalarClosureField(dimension: 2) { x in .exp(.sin(x[0]) * x[1]) / 4 }),
    ]
    for (index, field) in scalars.enumerated() {
      let report = checkScalarField(field, in: Self.window, count: 6)
      #expect(report.holds, "\(index): \(report.violations.prefix(3))")
    }
    let vectors: [AnyVectorField] = [
      AnyVectorField(f * map + map.rotated90), AnyVectorField(map.rotated(by: 0.4)),
      AnyVectorField(map.composed(with: map)), AnyVectorField(gradient(of: f * f)),
      AnyVectorField(StackedField([AnyScalarField(f), AnyScalarField(f * f)])),
      AnyVectorField(VectorClosureField(dimension: 2, components: 2) { x in [x[0] * x[1], .cos(x[1])] }),
    ]
    for (index, field) in vectors.enumerated() {
      let report = checkVectorField(field, in: Self.window, count: 6)
      #expect(report.holds, "\(index): \(report.violations.prefix(3))")
    }
  }

  /// A thousand formulas in all.
  static let randomCount = 125

  @Test(arguments: 0..<8)
  func randomFormulasObeyTheLaws(_ part: Int) {
    var checked = 0
    for index in 0..<Self.randomCount {
      var formulas = RandomFormula(seed: UInt64(part * 1000 + index), dimension: 2)
      let field = ScalarExpressionField(formulas.next(depth: 3))
      let report = checkScalarField(field, in: Self.window, count: 4, seed: UInt64(index))
      #expect(
        report.violations.isEmpty, "\(field.expression.text(in: .plane)): \(report.violations.prefix(2))")
      checked += report.checked
    }
    #expect(checked > 25 * Self.randomCount)
  }
}

extension VectorField {
  fileprivate static func * (field: Self, factor: Double) -> AnyVectorField { AnyVectorField(factor * field) }
}
