import Elementary
import Fields
import LinearAlgebra
import Testing

@testable import Descent

@Suite struct NewtonTests {
  @Test(arguments: [Newton.Variant.plain, .saddleFree])
  func oneStepSolvesAQuadratic(_ variant: Newton.Variant) throws {
    let bowl = try ScalarExpressionField("3(x - 1)^2 + x y + 2(y + 2)^2")
    let path = try Newton(variant).descend(
      try DescentProblem(bowl, start: [40, -70]), limits: DescentLimits(tolerance: 1e-11))
    #expect(path.steps == 1)
    #expect(path.ending == .converged)
    // 6(x − 1) + y = 0 and x + 4(y + 2) = 0.
    #expect(distance(path.end, [32.0 / 23, -54.0 / 23]) < 1e-13)
  }

  /// The number of right digits doubles: |θₖ₊₁ − θ*| ≤ C|θₖ − θ*|² with one C.
  @Test func digitsDouble() throws {
    let loss = try ScalarExpressionField("exp(x) - 2x + y^4/4 + y^2 - 3y")
    let problem = try DescentProblem(loss, start: [1, 1.5])
    let path = try Newton(.plain).descend(problem, limits: DescentLimits(tolerance: 1e-13))
    #expect(path.ending == .converged)
    let y = 1.0  // y³ + 2y = 3
    let errors = path.points.map { distance($0, [Double.log(2), y]) }
    var ratios: [Double] = []
    for (before, after) in zip(errors, errors.dropFirst()) where after > 1e-14 && before < 0.3 {
      ratios.append(after / (before * before))
    }
    #expect(ratios.count >= 3)
    // f‴/(2f″): ½ along x, 6/(2·5) along y.
    #expect(ratios.allSatisfy { $0 > 0.3 && $0 < 0.7 })
  }

  /// Plain Newton is drawn to the saddle, saddle-free Newton leaves it.
  @Test func saddles() throws {
    let loss = try ScalarExpressionField("x^2 - y^2 + y^4/2")
    let problem = try DescentProblem(loss, start: [1, 0.1])
    let plain = try Newton(.plain).descend(problem)
    #expect(plain.ending == .converged)
    #expect(distance(plain.end, [0, 0]) < 1e-8)
    let free = try Newton().descend(problem)
    #expect(free.ending == .converged)
    #expect(distance(free.end, [0, 1]) < 1e-8)
    #expect(free.losses == free.losses.sorted(by: >))
  }

  @Test func saddleFreeStepOnASaddle() throws {
    // −|H|⁻¹∇L of x² − y² at (1, 0.5): to 0 along x, twice as far along y.
    let direction = try #require(Newton().direction([2, -1], [[2, 0], [0, -2]]))
    #expect(distance(direction, [-1, 0.5]) < 1e-15)
    #expect(Newton().direction([1, 1], Matrix(rows: 2, columns: 2)) == nil)
  }

  @Test func withoutABottomItIsUnbounded() throws {
    let path = try Newton().descend(try LossSurface.saddle.problem())
    #expect(path.ending == .unbounded(step: path.steps))
    #expect((path.losses.last ?? 0) < -1e10)
  }

  /// Every step of saddle-free Newton goes down, everywhere on the catalogue.
  @Test func itDescends() throws {
    for surface in LossSurface.all {
      for start in [surface.start, [0.3, 0.7], [-0.9, 0.2]] {
        let path = try Newton().descend(try surface.problem(start: start), limits: DescentLimits(steps: 500))
        for (before, after) in zip(path.losses, path.losses.dropFirst()) {
          #expect(after <= before + 4 * before.ulp, "\(surface.shortName)")
        }
      }
    }
  }

  @Test func aSingularHessianStallsThePlainMethod() throws {
    let loss = try ScalarExpressionField("x^2 + y")
    let path = try Newton(.plain).descend(try DescentProblem(loss, start: [1, 1]))
    #expect(path.ending == .stalled(step: 1))
    #expect(path.points == [[1, 1]])
  }

  @Test func rosenbrock() throws {
    let path = try Newton().descend(try LossSurface.rosenbrock.problem())
    #expect(path.ending == .converged)
    #expect(distance(path.end, [1, 1]) < 1e-8)
    #expect(path.steps < 40)
    #expect(path.evaluations.hessians == path.steps)
  }
}
