import Expressions
import Fields
import Testing

/// The examples of `Conservative.md`.
@Suite struct ConservativeArticleTests {
  @Test func theThreeFields() throws {
    let square = IntervalBox([-2.0...2.0, -2.0...2.0])
    let found = try VectorExpressionField("0, x y").conservation(in: square)
    #expect(found.verdict == .notConservative)
    #expect(found.witness?.circulation.value != 0)
    let turning = try VectorExpressionField("-y/(x^2 + y^2), x/(x^2 + y^2)").conservation(in: square)
    #expect(turning.isCurlFree)
    #expect(turning.verdict == .notConservative)
    #expect(((turning.period?.circulation.value ?? 0) - 2 * .pi).magnitude < 1e-9)
    let steps = try VectorExpressionField("floor(y), 0").conservation(in: square)
    #expect(steps.verdict == .notConservative)
    let space = IntervalBox([-2.0...2.0, -2.0...2.0, -2.0...2.0])
    let cubic = try VectorExpressionField("2x y + z^3, x^2 + 2y, 3x z^2", variables: .space)
    guard case .formula(let potential)? = cubic.conservation(in: space).potential else {
      Issue.record("a formula is found")
      return
    }
    #expect(potential.text(in: .space) == "x*z^3+x^2*y+y^2")
  }
}
