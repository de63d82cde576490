import Elementary
import Expressions
import Fields
import Flows
import Testing

/// Paths through fields that are known at samples alone.
@Suite struct InterpolatedFieldTests {
  private let vortices = "sin x cos y, -cos x sin y"

  private func sampled(_ count: Int, order: DifferenceOrder = .fourth) throws -> SampledVectorField {
    let axis = UniformGrid.Axis(periodicFrom: 0, to: 2 * .pi, count: count)
    return try SampledVectorField(
      sampling: try VectorExpressionField(vortices), on: try UniformGrid([axis, axis]), order: order)
  }

  private func ends(_ field: some VectorField, tolerance: Double) throws -> [Solution] {
    let starts: [[Double]] = (0..<40).map { index in
      let part = Double(index)
      return [0.3 + 0.06 * part, 2.9 - 0.05 * part]
    }
    let controller = StepController.adaptive(relative: tolerance, absolute: tolerance)
    return try Integrator(method: .dormandPrince54, controller: controller)
      .solve(try InitialValueProblem(field, starts: starts, to: 3), saveAt: .ends)
  }

  private func distance(_ first: [Double], _ second: [Double]) -> Double {
    let (x, y) = (first[0] - second[0], first[1] - second[1])
    return (x * x + y * y).squareRoot()
  }

  /// The true path is that of the formula.
  ///
  /// What a step is off grows with the flow, by at most e^(‖J‖t) with ‖J‖ ≤ 1.
  @Test(arguments: [DifferenceOrder.second, .fourth], [12, 24, 48])
  func theErrorOfTheSamplesIsTold(order: DifferenceOrder, count: Int) throws {
    let exact = try ends(try VectorExpressionField(vortices), tolerance: 1e-12)
    let found = try ends(try sampled(count, order: order), tolerance: 1e-12)
    var largest = 0.0
    var told = 0.0
    for (path, truth) in zip(found, exact) {
      let error = try #require(path.interpolationError)
      let off = distance(path.end, truth.end)
      // e³ = 20 is the most that it can have grown.
      #expect(off <= 20 * error + 1e-11, "off by \(off), said \(error)")
      largest = max(largest, off)
      told = max(told, error)
    }
    // Not a bound that says nothing: the worst is within a factor of ten of what is said.
    #expect(told < 10 * largest, "\(told) is said, \(largest) is true")
  }

  @Test func aFieldKnownEverywhereHasNone() throws {
    for path in try ends(try VectorExpressionField(vortices), tolerance: 1e-6) {
      #expect(path.interpolationError == nil)
    }
  }

  /// More digits than the samples have cost nothing and are not given.
  @Test func theStepsSeeTheSamples() throws {
    let coarse = try sampled(16)
    let steps = try ends(coarse, tolerance: 1e-13).reduce(0) { $0 + $1.acceptedSteps + $1.refusedSteps }
    let formula = try VectorExpressionField(vortices)
    let exact = try ends(formula, tolerance: 1e-13).reduce(0) { $0 + $1.acceptedSteps + $1.refusedSteps }
    #expect(Double(steps) < 0.6 * Double(exact))
    // And yet the method adds little to what the samples are off.
    let tight = try Integrator(method: .rungeKutta4, controller: .fixed(0.01))
      .solve(
        try InitialValueProblem(
          coarse, starts: try ends(coarse, tolerance: 1e-13).map { $0.points[0] }, to: 3), saveAt: .ends)
    for (path, reference) in zip(try ends(coarse, tolerance: 1e-13), tight) {
      let error = try #require(path.interpolationError)
      #expect(distance(path.end, reference.end) <= 20 * 0.1 * error)
    }
  }

  @Test(arguments: [DifferenceOrder.second, .fourth])
  func theErrorFallsWithItsOrder(order: DifferenceOrder) throws {
    let errors = try [16, 32, 64].map { count in
      try ends(try sampled(count, order: order), tolerance: 1e-9).map { $0.interpolationError ?? 0 }.max()
        ?? 0
    }
    let power = order == .fourth ? 16.0 : 8
    for (coarse, fine) in zip(errors, errors.dropFirst()) {
      #expect(coarse / fine > 0.8 * power && coarse / fine < 1.25 * power)
    }
  }

  /// A path that leaves the samples ends at their border, to the last digits, and not after as many steps as there may be.
  @Test(arguments: [0.0, 1, 1e6]) func whereTheSamplesEndAPathEnds(time: Double) throws {
    let axis = UniformGrid.Axis(from: -1, through: 1, count: 12)
    let field = try SampledVectorField(
      sampling: try VectorExpressionField("1, 0.3 x"), on: try UniformGrid([axis, axis]))
    let problem = try InitialValueProblem(
      field, starts: [[-0.2, 0], [0.7, 0.1], [1, 0]], from: time, to: time + 9)
    for path in try Integrator().solve(problem) {
      #expect(path.ending == .notFinite)
      #expect(abs(path.end[0] - 1) < 1e-14 * max(1, time))
      #expect(path.acceptedSteps + path.refusedSteps < 2000)
    }
  }

  /// So does one that meets the border at a small angle, where steps that come no nearer still move along it.
  @Test(arguments: [1e-2, 1e-3, 1e-5]) func aPathThatGrazesTheBorderEndsThere(slope: Double) throws {
    let axis = UniformGrid.Axis(from: -1, through: 1, count: 12)
    let field = try SampledVectorField(
      sampling: try VectorExpressionField("1, \(slope)"), on: try UniformGrid([axis, axis]))
    var starts: [[Double]] = []
    for index in 0..<20 {
      let part = Double(index) / 100
      starts.append([part - 0.9, 1 - slope * (0.3 + part)])
    }
    for path in try Integrator().solve(try InitialValueProblem(field, starts: starts, to: 9)) {
      #expect(path.ending == .notFinite)
      #expect(abs(path.end[1] - 1) < 1e-9 * slope + 1e-15)
      #expect(path.acceptedSteps + path.refusedSteps < 2000)
    }
  }

  /// The streamfunction sin x sin y is constant along the true paths.
  @Test func theStreamfunctionDriftsByNoMoreThanItIsTold() throws {
    let field = try sampled(64)
    let starts = [[1.0, 1.5], [0.2, 0.3], [2.9, 0.4]]
    let paths = try Integrator(controller: .adaptive(relative: 1e-6, absolute: 1e-6))
      .solve(try InitialValueProblem(field, starts: starts, to: 10), saveAt: .steps)
    for path in paths {
      let error = try #require(path.interpolationError)
      func level(_ point: [Double]) -> Double { sine(point[0]) * sine(point[1]) }
      let drift = path.points.map { abs(level($0) - level(path.points[0])) }.max() ?? 0
      #expect(drift <= error + 1e-6 * Double(path.acceptedSteps), "\(drift), \(error)")
    }
  }

  private func sine(_ x: Double) -> Double { Double.sin(x) }
}
