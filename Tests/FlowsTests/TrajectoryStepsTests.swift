import Expressions
import Fields
import Flows
import Testing

@Suite struct TrajectoryStepsTests {
  @Test(arguments: [Method.dormandPrince54, .dormandPrince853, .rodas43])
  func theStepsAreThoseOfTheWholeSolution(method: Method) throws {
    let field = try VectorExpressionField("y, -sin x")
    let problem = try InitialValueProblem(field, starts: [[0.3, 0], [1, 0.5]], to: 7)
    let integrator = Integrator(method: method)
    let whole = try integrator.solve(problem, saveAt: .dense)
    for start in 0..<2 {
      var steps = try integrator.steps(of: problem, start: start)
      var taken: [DenseStep] = []
      while let step = steps.next() {
        #expect(steps.end == step.end && steps.endTime == step.endTime)
        taken.append(step)
      }
      #expect(taken == whole[start].steps)
      #expect(steps.ending == .time)
      #expect(steps.end == whole[start].end)
      #expect(steps.next() == nil)
    }
  }

  @Test func oneMayStopOnTheWayAndGoOn() throws {
    let problem = try InitialValueProblem(try VectorExpressionField("-y, x"), start: [1, 0], time: 100)
    var steps = try Integrator().steps(of: problem)
    while steps.endTime < 1 { _ = steps.next() }
    #expect(steps.ending == nil && steps.endTime < 3)
    var count = 0
    while steps.next() != nil { count += 1 }
    #expect(count > 50 && steps.ending == .time && steps.endTime == 100)
  }

  @Test func theBorderEndsIt() throws {
    let problem = try InitialValueProblem(
      try VectorExpressionField("1, 0"), starts: [[0, 0]], to: 10, domain: [-1...2, -1...1])
    var steps = try Integrator().steps(of: problem)
    while steps.next() != nil {}
    #expect(steps.ending == .outOfDomain)
    #expect(abs(steps.end[0] - 2) < 1e-14 && steps.end[1] == 0)
    #expect(abs(steps.endTime - 2) < 1e-12)
  }

  @Test func withoutTimeThereIsNoStep() throws {
    let problem = try InitialValueProblem(try VectorExpressionField("1, 0"), start: [3, 4], time: 0)
    var steps = try Integrator().steps(of: problem)
    #expect(steps.next() == nil)
    #expect(steps.ending == .time && steps.end == [3, 4])
  }

  @Test func aPoleEndsIt() throws {
    var steps = try Integrator().steps(
      of: try InitialValueProblem(try VectorExpressionField("x^2, 1"), start: [1, 0], time: 2))
    while steps.next() != nil {}
    #expect(steps.ending == .notFinite && abs(steps.endTime - 1) < 1e-6)
  }
}
