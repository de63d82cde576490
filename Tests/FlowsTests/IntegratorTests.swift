import Elementary
import Expressions
import Fields
import Testing

@testable import Flows

@Suite struct IntegratorTests {
  private func path(
    _ text: String, from start: [Double], time: Double, _ integrator: Integrator = Integrator(),
    saveAt: SaveAt = .steps
  ) throws -> Solution {
    let problem = try InitialValueProblem(try VectorExpressionField(text), start: start, time: time)
    return try integrator.solve(problem, saveAt: saveAt)[0]
  }

  @Test(arguments: [1e-5, 1e-8, 1e-11], ["bs3", "dopri5", "tsit5", "dop853", "rodas"])
  func aCircleComesBack(_ tolerance: Double, _ name: String) throws {
    let method = try #require(Method.named(name))
    let integrator = Integrator(
      method: method, controller: .adaptive(relative: tolerance, absolute: tolerance))
    let path = try path("-y, x", from: [1, 0], time: 2 * .pi, integrator)
    #expect(path.ending == .time)
    #expect(path.times.last == 2 * .pi)
    // The errors of the steps add up, of at most one tolerance each.
    #expect(Double.hypot(path.end[0] - 1, path.end[1]) < Double(path.acceptedSteps) * tolerance)
  }

  @Test func thereAndBack() throws {
    let there = try path("sin(y) + 0.2 x, cos(x y)", from: [0.3, -0.2], time: 3)
    let back = try path("sin(y) + 0.2 x, cos(x y)", from: there.end, time: -3)
    #expect(back.endTime == -3)
    #expect(Double.hypot(back.end[0] - 0.3, back.end[1] + 0.2) < 1e-6)
  }

  /// x′ = x² from 1 is 1/(1 − t): it leaves every bound before t = 1, and the path up to there is kept.
  @Test(arguments: ["dopri5", "tsit5", "dop853", "rodas", "bs3"])
  func blowUpIsReported(_ name: String) throws {
    let integrator = Integrator(method: try #require(Method.named(name)))
    let path = try path("x^2, 0", from: [1, 0], time: 2, integrator)
    #expect(path.ending == .notFinite)
    #expect(path.points.count > 10)
    #expect(path.endTime < 1.0001 && path.endTime > 0.99)
  }

  @Test func aStartOnAPoleGoesNowhere() throws {
    let path = try path("1/x, 0", from: [0, 0], time: 1)
    #expect(path.ending == .notFinite)
    #expect(path.points == [[0, 0]])
  }

  @Test func stepsAreLimited() throws {
    let path = try path("-y, x", from: [1, 0], time: 100, Integrator(limits: Limits(maximumSteps: 5)))
    #expect(path.ending == .tooManySteps)
    #expect(path.points.count <= 6)
    #expect(path.acceptedSteps + path.refusedSteps == 5)
  }

  @Test func noTimeNoStep() throws {
    let path = try path("-y, x", from: [1, 0], time: 0)
    #expect(path.points == [[1, 0]])
    #expect(path.ending == .time)
  }

  @Test func aZeroFieldRests() throws {
    let path = try path("0 x, 0", from: [1, 2], time: 5)
    #expect(path.end == [1, 2])
    #expect(path.ending == .time)
    let stopped = try self.path(
      "0 x, 0", from: [1, 2], time: 5, Integrator(limits: Limits(stagnationSpeed: 1e-9)))
    #expect(stopped.ending == .stagnation)
  }

  /// √(1 − t) exists up to 1 alone: a step that looked beyond would meet NaN.
  @Test(arguments: Method.all.map { $0.name })
  func nothingIsAskedBeyondTheEnd(_ name: String) throws {
    let method = try #require(Method.named(name))
    let field = try VectorExpressionField(unsteady: "-3 sqrt(1 - t), 0.1 x")
    let problem = try InitialValueProblem(field, start: [2, 0], time: 1)
    let controller: StepController = method.hasErrorEstimate ? .standard : .fixed(0.3)
    let end = try Integrator(method: method, controller: controller).solve(problem)[0]
    #expect(end.ending == .time, "\(name)")
    #expect(end.endTime == 1)
    if method.order >= 5 { #expect(end.end[0].magnitude < 1e-6, "2 − 2 (1 − (1 − t)^1.5) is 0 at 1") }
  }

  /// Every start alone gives the same bits as among many, in whatever order lanes are filled.
  @Test func lanesAreIndependent() throws {
    let field = try VectorExpressionField("1.5 x - x y, x y - 3 y")
    var starts: [[Double]] = []
    for index in 0..<700 { starts.append([0.5 + 0.002 * Double(index), Double(1 + index % 7)]) }
    let together = try Integrator().ends(try InitialValueProblem(field, starts: starts, to: 6))
    for index in stride(from: 0, to: 700, by: 83) {
      let alone = try Integrator().solve(try InitialValueProblem(field, start: starts[index], time: 6))[0]
      #expect(alone.end == together[index])
    }
    #expect(together.endings.allSatisfy { $0 == .time })
  }

  @Test func endsSayWhyInEveryLane() throws {
    let field = try VectorExpressionField("x^2, 1")
    var starts: [[Double]] = []
    for index in 0..<300 { starts.append([index % 3 == 0 ? 1 : -1, Double(index)]) }
    let ends = try Integrator().ends(try InitialValueProblem(field, starts: starts, to: 2))
    for index in 0..<300 {
      #expect(ends.endings[index] == (index % 3 == 0 ? .notFinite : .time))
      if index % 3 != 0 { #expect((ends[index][0] + 1.0 / 3).magnitude < 1e-7) }
    }
  }

  @Test func timesAreKeptAsAsked() throws {
    let times = [0, 0.25, 1, 1, 2.5, 3]
    let path = try path("-y, x", from: [1, 0], time: 3, saveAt: .times(times))
    #expect(path.times == times)
    for (time, point) in zip(path.times, path.points) {
      #expect(Double.hypot(point[0] - Double.cos(time), point[1] - Double.sin(time)) < 1e-7)
    }
    #expect(throws: FlowError.saveTime(4)) {
      try self.path("-y, x", from: [1, 0], time: 3, saveAt: .times([4]))
    }
  }

  @Test func denseAnswersAtAnyTime() throws {
    for time in [3.0, -3.0] {
      let path = try path("-y, x", from: [1, 0], time: time, saveAt: .dense)
      for share in stride(from: 0.0, through: 1, by: 0.01) {
        let point = try #require(path.point(at: share * time))
        #expect(Double.hypot(point[0] - Double.cos(share * time), point[1] - Double.sin(share * time)) < 1e-7)
      }
      #expect(path.point(at: 1.01 * time) == nil)
      #expect(path.point(at: -0.01 * time) == nil)
    }
  }

  @Test func aDomainEndsThePathOnItsBorder() throws {
    let field = try VectorExpressionField("-y, x")
    let problem = try InitialValueProblem(
      field, starts: [[1, 0], [0.2, 0], [3, 0]], to: 6, domain: [-0.5...2, -2...2])
    let paths = try Integrator().solve(problem)
    #expect(paths[0].ending == .outOfDomain)
    #expect((paths[0].end[0] + 0.5).magnitude < 1e-9)
    // cos t = −½ at 2π/3.
    #expect((paths[0].endTime - 2 * Double.pi / 3).magnitude < 1e-7)
    #expect(paths[1].ending == .time)
    #expect(paths[2].ending == .outOfDomain)
    #expect(paths[2].endTime == 0)
  }

  @Test func aLengthEndsThePath() throws {
    let path = try path("-2y, 2x", from: [1, 0], time: 100, Integrator(limits: Limits(length: 3)))
    #expect(path.ending == .length)
    #expect((path.endTime - 1.5).magnitude < 1e-7)
    #expect((path.length ?? 0) - 3 < 1e-7)
  }

  @Test func badProblemsAreNamed() throws {
    let plane = try VectorExpressionField("x, y")
    #expect(throws: FlowError.coordinates(start: 1, count: 1, needed: 2)) {
      try InitialValueProblem(plane, starts: [[1, 2], [1]], to: 1)
    }
    #expect(throws: FlowError.notFinite(start: 0)) {
      try InitialValueProblem(plane, start: [.nan, 0], time: 1)
    }
    #expect(throws: FlowError.interval(0, .infinity)) {
      try InitialValueProblem(plane, start: [0, 0], time: .infinity)
    }
    let flat = try VectorExpressionField(
      Formula.vector(utf8: Array("x, y".utf8), variables: Variables(["x", "y", "z", "t"]), count: 2))
    #expect(throws: FlowError.components(2, dimension: 4)) {
      try InitialValueProblem(flat, start: [0, 0], time: 1)
    }
    let problem = try InitialValueProblem(plane, start: [0, 0], time: 1)
    #expect(throws: FlowError.needsFixedStep("RK4")) { try Integrator(method: .rungeKutta4).solve(problem) }
    #expect(throws: FlowError.step(0)) { try Integrator(controller: .fixed(0)).solve(problem) }
    #expect(throws: FlowError.step(-1)) {
      try Integrator(controller: .adaptive(relative: -1, absolute: 1)).solve(problem)
    }
  }
}
