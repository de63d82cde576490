import Elementary
import Fields
import Testing

@testable import Descent

/// The numbers of the articles.
@Suite struct DocumentationTests {
  @Test func overview() throws {
    let valley = try ScalarExpressionField("(1 - x)^2 + 100(y - x^2)^2")
    let problem = try DescentProblem(valley, start: [-1.2, 1])
    let path = try LBFGS().descend(problem)
    #expect(path.ending == .converged)
    #expect(path.steps == 37)
    #expect(path.evaluations.values == 46)
    #expect(path.evaluations.gradients == 46)
    #expect(path.evaluations.hessians == 0)
    #expect((valley.stabilityLimit(at: [1, 1]) - 0.0019968).magnitude < 1e-7)
    let fast = try GradientDescent(rate: 0.0025).descend(problem)
    #expect(fast.ending == .tooManySteps)
    #expect(fast.stability(on: valley, at: [1, 1])?.isExceeded == true)
    // SciPy's Radau gives 0.009710 and 0.004554.
    for (rate, steps, expected) in [(0.0002, 2500, 0.00971021), (0.0001, 5000, 0.00455367)] {
      let descent = try GradientDescent(rate: rate).descend(problem, limits: DescentLimits(steps: steps))
      let distances = try GradientFlow(of: problem, beside: descent).distances(to: descent)
      #expect(((distances.max() ?? 0) - expected).magnitude < 1e-7)
    }
  }

  @Test func racing() throws {
    let kinds: [OptimizerKind] = [.gradientDescent, .momentum, .adam, .newton]
    let race = try DescentRace(of: try LossSurface.ravine.problem(), by: kinds, rate: 0.03)
    #expect(race.runners[0].path.ending == .converged)
    #expect(((race.runners[0].stability?.limit ?? 0) - 0.04).magnitude < 1e-15)
    #expect(race.flowPoints().count == race.steps + 1)
    for (y, steps) in [(0.001, 31), (0.0001, 55)] {
      let problem = try LossSurface.saddle.problem(start: [1.5, y])
      let path = try GradientDescent(rate: 0.05).descend(problem)
      #expect(path.lingering(on: problem.loss)?.steps == steps)
    }
  }

  @Test func ravine() throws {
    let ravine = try LossSurface.ravine.problem()
    #expect(try GradientDescent(rate: 2.0 / 51).descend(ravine).steps == 559)
    let wild = try GradientDescent(rate: 0.0404).descend(ravine)
    #expect(wild.ending == .diverged(step: wild.steps))
    #expect(((wild.stability(on: ravine.loss)?.limit ?? 0) - 0.04).magnitude < 1e-15)
    #expect(try Momentum(rate: 0.06139, momentum: 0.5654).descend(ravine).steps == 99)
    let nervous = try OptimizerKind.rmsProp.optimizer().descend(ravine)
    #expect(nervous.ending == .tooManySteps)
    #expect(nervous.end.allSatisfy { ($0.magnitude - 0.0005).magnitude < 1e-6 })
  }

  @Test func rosenbrock() throws {
    let problem = try LossSurface.rosenbrock.problem()
    for (name, steps) in [("gd", 10_000), ("momentum", 4128), ("newton", 21), ("lbfgs", 37), ("lm", 14)] {
      let path = try OptimizerKind(named: name).optimizer().descend(problem)
      #expect(path.steps == steps, "\(name)")
      if name == "gd" {
        #expect(distance(path.end, [0.992, 0.985]) < 1e-3)
      } else {
        #expect(path.ending == .converged)
        #expect(distance(path.end, [1, 1]) < 1e-7)
      }
    }
  }

  @Test func saddle() throws {
    func escape(_ optimizer: some Optimizer, _ y: Double) throws -> Int? {
      let path = try optimizer.descend(try LossSurface.saddle.problem(start: [1.5, y]))
      return path.points.firstIndex { $0[1] > 1 }
    }
    #expect(try escape(GradientDescent(rate: 0.1), 1e-3) == 38)
    #expect(try escape(GradientDescent(rate: 0.1), 1e-6) == 76)
    #expect(try escape(Newton(), 1e-3) == 10)
    #expect(try escape(Newton(), 1e-6) == 20)
    let ridge = try GradientDescent(rate: 0.1).descend(try LossSurface.saddle.problem(start: [1.5, 0]))
    #expect(ridge.ending == .converged)
    let hessian = try LossSurface.saddle.field().hessian(at: ridge.end)
    #expect(CriticalPointKind(hessian: hessian) == .saddle(index: 1))
  }
}
