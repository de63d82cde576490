import Elementary
import Expressions
import Fields
import Testing

@testable import Descent

@Suite struct LBFGSTests {
  @Test func rosenbrock() throws {
    let path = try LBFGS().descend(try LossSurface.rosenbrock.problem())
    #expect(path.ending == .converged)
    #expect(distance(path.end, [1, 1]) < 1e-8)
    #expect(path.steps < 60)
    #expect(path.evaluations.gradients < 100)
  }

  /// In 100 dimensions from the same start as SciPy's L-BFGS-B, which takes 541 iterations.
  @Test func rosenbrockInManyDimensions() throws {
    let loss = RosenbrockField(dimension: 100)
    let path = try LBFGS().descend(try DescentProblem(loss, start: loss.start))
    #expect(path.ending == .converged)
    #expect(path.end.allSatisfy { ($0 - 1).magnitude < 1e-8 })
    #expect(Double(path.steps) < 1.5 * scipyRosenbrockReferences[1][1])
  }

  /// Every accepted step satisfies the strong Wolfe conditions, or changes the loss by its rounding alone.
  @Test func everyStepSatisfiesWolfe() throws {
    let optimizer = LBFGS()
    for surface in LossSurface.all {
      for start in [surface.start, [0.4, -0.8], [-1.1, 0.3]] {
        let problem = try surface.problem(start: start)
        var run = try DescentRun(problem, by: optimizer, limits: DescentLimits(steps: 200))
        var earlier = run.path.losses[0]
        while run.advance() {
          let search = try #require(run.state.search)
          #expect(search.valueBefore == earlier)
          earlier = search.value
          #expect(search.slopeBefore < 0)
          if search.evidence == .rounding {
            #expect((search.value - search.valueBefore).magnitude <= 8 * search.valueBefore.ulp)
          } else {
            #expect(search.value <= search.valueBefore + 1e-4 * search.length * search.slopeBefore)
          }
          let isBottomless = surface.knownPoints.allSatisfy { !$0.isMinimum }
          if search.evidence == .fall {
            #expect(isBottomless)
          } else {
            #expect(search.slope.magnitude <= 0.9 * search.slopeBefore.magnitude)
          }
        }
      }
    }
  }

  /// On a quadratic of n dimensions with nearly exact line searches the minimum is met after n steps or little more.
  @Test func quadraticsEndSoon() throws {
    let loss = ScalarClosureField(dimension: 5) { x in
      var sum = x[0] * x[0]
      for index in 1..<5 {
        let step = x[index] - x[index - 1]
        sum = sum + TripleDual(Double(index * index)) * step * step
      }
      return sum
    }
    let exact = LBFGS(lineSearch: WolfeLineSearch(slope: 1e-3))
    let path = try exact.descend(try DescentProblem(loss, start: [1, 2, -3, 4, 5]))
    #expect(path.ending == .converged)
    #expect(path.steps <= 9)
  }

  /// The search finds a length on functions with known minima along a line, from first lengths too small and too large.
  @Test(arguments: [1e-6, 1e-2, 1, 50, 1e6])
  func lineSearch(_ first: Double) throws {
    for text in ["(x - 1)^2 + y^2", "x^4/4 - 2x + y^2", "exp(x) - 3x + y^2", "-1/(1 + (x - 2)^2) + y^2"] {
      var probe = LossProbe(try ScalarExpressionField(text))
      let search = WolfeLineSearch(slope: 0.1)
      let accepted = search.search(from: [0, 0], along: [1, 0], first: first, on: &probe)
      let found = try #require(accepted, "\(text) \(first)")
      #expect(found.slope.magnitude <= 0.1 * found.slopeBefore.magnitude)
      #expect(found.value <= found.valueBefore + 1e-4 * found.length * found.slopeBefore)
    }
  }

  @Test func lineSearchGivesUpWhereNothingIsToBeFound() throws {
    var uphill = LossProbe(try ScalarExpressionField("x + y"))
    #expect(WolfeLineSearch().search(from: [0, 0], along: [1, 0], first: 1, on: &uphill) == nil)
    // A slope that never flattens: the length is as great as it became.
    let short = WolfeLineSearch(maximumTrials: 20)
    let endless = short.search(from: [0, 0], along: [-1, 0], first: 1, on: &uphill)
    #expect(endless?.evidence == .fall)
    #expect(endless?.length == 524_288)
  }

  /// Where the loss has no value the bracket closes: the minimum lies before the edge.
  @Test func anEdgeOfTheDomainIsNotCrossed() throws {
    let loss = try ScalarExpressionField("-sqrt(x) - sqrt(1 - x) + y^2")
    let path = try LBFGS().descend(try DescentProblem(loss, start: [0.001, 1]))
    #expect(path.ending == .converged)
    #expect(distance(path.end, [0.5, 0]) < 1e-7)
  }

  /// The cubic of x³ − 3x between 0 and 2 has its minimum at 1; where there is none, the middle is taken.
  @Test func cutsOfBrackets() {
    let low = WolfeLineSearch.Trial(length: 0, value: 0, slope: -3)
    let high = WolfeLineSearch.Trial(length: 2, value: 2, slope: 9)
    #expect((WolfeLineSearch.cut(low, high) - 1).magnitude < 1e-15)
    #expect((WolfeLineSearch.cut(high, low) - 1).magnitude < 1e-15)
    let wall = WolfeLineSearch.Trial(length: 2, value: .infinity, slope: .nan)
    #expect(WolfeLineSearch.cut(low, wall) == 1)
  }
}
