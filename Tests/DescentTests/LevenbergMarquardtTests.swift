import Elementary
import Expressions
import Fields
import LinearAlgebra
import Testing

@testable import Descent

@Suite struct LevenbergMarquardtTests {
  @Test func rosenbrock() throws {
    let residuals = try VectorExpressionField("10(y - x^2), 1 - x")
    let path = try LevenbergMarquardt().descend(try DescentProblem(residuals: residuals, start: [-1.2, 1]))
    #expect(path.ending == .converged)
    #expect(distance(path.end, [1, 1]) < 1e-8)
    #expect(path.steps < 30)
    #expect(path.losses == path.losses.sorted(by: >))
  }

  /// The best a·exp(−bt) + c through six points, beside mpmath in 40 digits.
  @Test(arguments: [[1, 1, 0], [3, 0.1, 1], [0.5, 2, 2]] as [[Double]])
  func exponentialFit(_ start: [Double]) throws {
    let fit = try VectorExpressionField(
      Formula.vector(
        utf8: Array(
          "x + z - 3.1, x exp(-y) + z - 2, x exp(-2y) + z - 1.2, x exp(-3y) + z - 0.9, x exp(-4y) + z - 0.6, x exp(-5y) + z - 0.55"
            .utf8), variables: .space, count: 6))
    let path = try LevenbergMarquardt().descend(
      try DescentProblem(residuals: fit, start: start), limits: DescentLimits(steps: 500))
    #expect(path.ending == .converged)
    // The gradient is below 10⁻⁸ and the least curvature above 0.1.
    #expect(distance(path.end, Array(exponentialFitReference.prefix(3))) < 1e-7)
    #expect(((path.losses.last ?? 0) - exponentialFitReference[3]).magnitude < 1e-15)
  }

  /// A line through points is met in a step or two: the residuals are linear.
  @Test func linearResiduals() throws {
    let line = try VectorExpressionField(
      Formula.vector(utf8: Array("x + y - 1, x + 2y - 3, x + 3y - 4".utf8), variables: .plane, count: 3))
    let path = try LevenbergMarquardt(damping: 1e-12).descend(
      try DescentProblem(residuals: line, start: [10, -10]))
    #expect(path.ending == .converged)
    #expect(path.steps <= 2)
    // The normal equations 3a + 6b = 8, 6a + 14b = 19.
    #expect(distance(path.end, [-1.0 / 3, 1.5]) < 1e-9)
  }

  @Test func theCatalogueKnowsItsResiduals() throws {
    for surface in [LossSurface.rosenbrock, .himmelblau, .beale, .ravine] {
      let path = try LevenbergMarquardt().descend(try surface.problem())
      #expect(path.ending == .converged, "\(surface.shortName)")
      #expect(surface.nearestPoint(to: path.end).kind == .minimum)
      #expect(distance(surface.nearestPoint(to: path.end).location, path.end) < 1e-7)
    }
  }

  @Test func withoutResidualsItIsRefused() throws {
    let problem = try LossSurface.ackley.problem()
    #expect(throws: DescentError.needsResiduals("Levenberg–Marquardt")) {
      try LevenbergMarquardt().descend(problem)
    }
  }

  @Test func residualsMustBeThoseOfTheLoss() throws {
    let loss = try ScalarExpressionField("x^2 + y^2")
    #expect(throws: DescentError.residualLoss(found: 2.5, expected: 5)) {
      try DescentProblem(loss, residuals: try VectorExpressionField("x, y"), start: [1, 2])
    }
    let space = try VectorExpressionField("x, y, z", variables: .space)
    #expect(throws: DescentError.residualDimension(found: 3, expected: 2)) {
      try DescentProblem(loss, residuals: space, start: [1, 2])
    }
  }

  /// ½|r|² with its derivatives beside the same loss as one formula.
  @Test func leastSquaresField() throws {
    let residuals = try VectorExpressionField(
      Formula.vector(utf8: Array("x y - 1, sin x + y, x^2 y, 2 - y".utf8), variables: .plane, count: 4))
    let field = LeastSquaresField(residuals)
    let formula = try ScalarExpressionField("((x y - 1)^2 + (sin x + y)^2 + (x^2 y)^2 + (2 - y)^2)/2")
    for point in [[0.3, -1.2], [2, 0.7], [-1, 1]] as [[Double]] {
      #expect((field.value(at: point) - formula.value(at: point)).magnitude < 1e-14)
      #expect(distance(field.gradient(at: point), formula.gradient(at: point)) < 1e-13)
      #expect((field.hessian(at: point) - formula.hessian(at: point)).largestMagnitude < 1e-13)
      #expect(field.thirdDerivatives(at: point).allSatisfy { $0.isNaN })
    }
  }
}
