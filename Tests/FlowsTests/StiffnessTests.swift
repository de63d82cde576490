import Expressions
import Fields
import Flows
import Testing

@Suite struct StiffnessTests {
  /// x′ = −1000 (x − cos t): after the first moment the path is as smooth as a cosine.
  private func field() throws -> VectorExpressionField {
    try VectorExpressionField(unsteady: "-1000 (x - cos t), 0")
  }

  private func path(_ method: Method) throws -> Solution {
    try Integrator(method: method, controller: .adaptive(relative: 1e-4, absolute: 1e-4))
      .solve(try InitialValueProblem(try field(), start: [0, 0], time: 3), saveAt: .dense)[0]
  }

  @Test(arguments: ["dopri5", "tsit5", "bs3"])
  func explicitStepsStayAtTheLimitOfStability(name: String) throws {
    let solution = try path(try #require(Method.named(name)))
    let stiffness = try #require(solution.stiffness(in: try field()))
    // The real intervals of stability end between 2.5 and 3.6.
    #expect(stiffness > 1.5 && stiffness < 5)
    #expect(solution.acceptedSteps > 600)
  }

  @Test func rosenbrockStepsDoNot() throws {
    #expect(try path(.rodas43).acceptedSteps < 100)
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
