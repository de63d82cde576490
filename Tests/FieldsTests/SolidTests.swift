import Elementary
import Expressions
import Fields
import Testing

@Suite struct SolidTests {
  @Test func closedFormsOverBoxAndBall() throws {
    let box = try Solid.box([0...1, 0...1, 0...1])
    let ball = try Solid.ball(center: [0, 0, 0], radius: 1)
    let growth = Double.exp(1) - 1
    let cases: [(String, Solid, Double)] = [
      ("x^2 + y^2 + z^2", ball, 4 * .pi / 5), ("1/(x^2+y^2+z^2)", ball, 4 * .pi), ("z^4", ball, 4 * .pi / 35),
      ("exp(x+y+z)", box, growth * growth * growth), ("x^3 y^2 z", box, 1.0 / 24),
      ("exp(-50(x^2+y^2+z^2))", ball, Double.pow(.pi / 50, 1.5)),
    ]
    for (text, solid, truth) in cases {
      let field = try ScalarExpressionField(text, variables: .space)
      #expect(isNear(try field.integral(over: solid), truth), "\(text)")
    }
    #expect(isNear(box.volume(), 1))
    #expect(isNear(try Solid.ball(center: [3, 2, 1], radius: 2).volume(), 32 * .pi / 3))
  }

  @Test func poleAndLimit() throws {
    let few = AdaptiveQuadrature(evaluations: 200_000)
    let pole = try ScalarExpressionField("1/(x^2+y^2+z^2)^1.5", variables: .space)
      .integral(over: .ball(center: [0, 0, 0], radius: 1), by: few)
    #expect(pole.outcome == .singular)
    #expect(!pole.value.isFinite && pole.error.isNaN)
    let kink = try ScalarExpressionField("|x-y|", variables: .space)
      .integral(over: .box([0...1, 0...1, 0...1]), by: few)
    #expect(kink.outcome == .limit && kink.evaluations <= 200_000)
    #expect((kink.value - 1.0 / 3).magnitude <= kink.error)
  }

  @Test func whatDoesNotFitIsSaidSo() throws {
    #expect(throws: IntegralError.dimension(2, needed: 3)) { try Solid.box([0...1, 0...1]) }
    #expect(throws: IntegralError.notFinite(point: 1)) { try Solid.box([0...1, 0...1, 0 ... .infinity]) }
    #expect(throws: IntegralError.dimension(1, needed: 3)) { try Solid.ball(center: [0], radius: 1) }
    #expect(throws: IntegralError.dimension(3, needed: 2)) {
      try ScalarExpressionField("x y").integral(over: .box([0...1, 0...1, 0...1]))
    }
  }
}
