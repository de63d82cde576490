import Expressions
import Fields
import Flows
import Testing

@Suite struct StiffnessTests {
  /// y′ = −1000 (y − cos t): after the first moment the path is as smooth as a cosine.
  private func path(_ method: Method, _ rate: Double) throws -> Solution {
    let field = try VectorExpressionField("-\(rate) (x - cos t)", variables: Variables(["x", "t"]))
    return try Integrator(method: method, controller: .adaptive(relative: 1e-4, absolute: 1e-4))
      .solve(try InitialValueProblem(field, start: [0], time: 3), saveAt: .dense)[0]
  }

  @Test(arguments: [Method.dormandPrince54, .tsitouras54, .bogackiShampine32])
  func explicitStepsStayAtTheLimitOfStability(method: Method) throws {
    let solution = try path(method, 1000)
    let field = try VectorExpressionField("-1000 (x - cos t)", variables: Variables(["x", "t"]))
    let stiffness = try #require(solution.stiffness(in: field))
    // The real intervals of stability end between 2.5 and 3.6.
    #expect(stiffness > 1.5 && stiffness < 5)
    #expect(solution.acceptedSteps > 600)
  }

  @Test func rosenbrockStepsDoNot() throws {
    #expect(try path(.rodas43, 1000).acceptedSteps < 100)
  }

  @Test func aSmoothFieldIsNotStiff() throws {
    let field = try VectorExpressionField("-y, x")
    let solution = try Integrator().solve(
      try InitialValueProblem(field, start: [1, 0], time: 6), saveAt: .dense)[0]
    #expect(try #require(solution.stiffness(in: field)) == 0)
    #expect(
      try Integrator().solve(try InitialValueProblem(field, start: [1, 0], time: 6))[0].stiffness(in: field)
        == nil)
  }
}
