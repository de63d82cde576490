import Elementary
import Expressions
import Fields
import Flows
import Testing

/// Fields that are zero, blow up, have poles or are not defined somewhere.
@Suite struct SingularityTests {
  private static let names = ["bs3", "dopri5", "tsit5", "dop853", "rodas"]

  private func path(
    _ text: String, from start: Double, time: Double, _ name: String, tolerance: Double = 1e-8
  ) throws -> Solution {
    let field = try VectorExpressionField(text, variables: Variables(["x"]))
    let integrator = Integrator(
      method: try #require(Method.named(name)),
      controller: .adaptive(relative: tolerance, absolute: tolerance))
    return try integrator.solve(try InitialValueProblem(field, start: [start], time: time))[0]
  }

  /// x′ = x² from 1 has its pole at 1, x′ = 1 + x² from 0 at π/2: a share δ of x moves it by δ (1 − t), so that the errors
  /// of the steps move it by less than their sum.
  @Test(arguments: names)
  func theTimeOfAPoleIsFound(_ name: String) throws {
    for (text, start, pole) in [("x^2", 1.0, 1.0), ("1 + x^2", 0, Double.pi / 2), ("x^3", 1, 0.5)] {
      let path = try path(text, from: start, time: 3, name)
      #expect(path.ending == .notFinite, "\(text)")
      #expect((path.endTime - pole).magnitude < 2e-8 * Double(path.acceptedSteps), "\(text): \(path.endTime)")
      #expect(path.points.allSatisfy { $0[0].isFinite })
      #expect(path.end[0] > 1e6)
    }
  }

  /// x′ = −1/(2x) from 1 is √(1 − t): the slope has a pole where the path ends.
  @Test(arguments: names)
  func anInfiniteSlopeEndsThePath(_ name: String) throws {
    let path = try path("-1/(2x)", from: 1, time: 3, name)
    #expect(path.ending == .notFinite || path.ending == .tooManySteps)
    #expect(path.points.allSatisfy { $0[0].isFinite })
    // x² falls at the rate 1 and is off by 2x times a tolerance a step.
    #expect((path.endTime - 1).magnitude < 2e-8 * Double(path.acceptedSteps), "\(path.endTime)")
  }

  /// Where a formula has no value the path stops in front of the border, to within rounding.
  @Test(arguments: names)
  func aPathStopsBeforeWhatIsNotDefined(_ name: String) throws {
    let path = try path("1 + 0 sqrt(1 - x)", from: 0, time: 3, name)
    #expect(path.ending == .notFinite)
    #expect((path.endTime - 1).magnitude < 1e-12, "\(path.endTime)")
    #expect(path.points.allSatisfy { $0[0] <= 1 })
  }

  /// With steps of one length nothing is shortened: the last finite point is kept.
  @Test(arguments: Method.all.map { $0.name })
  func stepsOfOneLengthKeepWhatIsFinite(_ name: String) throws {
    let field = try VectorExpressionField("x^2", variables: Variables(["x"]))
    let integrator = Integrator(method: try #require(Method.named(name)), controller: .fixed(0.01))
    let path = try integrator.solve(try InitialValueProblem(field, start: [1], time: 3))[0]
    // A linearised step may leap over the pole and come back from the other side; an explicit one goes up and up.
    if name != "rodas" { #expect(path.ending == .notFinite) }
    #expect(path.points.allSatisfy { $0[0].isFinite })
    #expect(path.points.count >= 80)
  }

  /// A vortex with its pole inside the window: no lane that meets it spoils another.
  @Test func aPoleAmongManyPaths() throws {
    let field = try VectorExpressionField("-x/(x^2 + y^2), -y/(x^2 + y^2)")
    var starts: [[Double]] = []
    for row in -10...10 { for column in -10...10 { starts.append([Double(column) / 5, Double(row) / 5]) } }
    // r² = r₀² − 2t: those within 1 of the pole come to it.
    let ends = try Integrator().ends(try InitialValueProblem(field, starts: starts, to: 0.5))
    for (index, start) in starts.enumerated() {
      let square = start[0] * start[0] + start[1] * start[1]
      if square > 1.001 {
        #expect(ends.endings[index] == .time)
        let end = ends[index]
        #expect((end[0] * end[0] + end[1] * end[1] - (square - 1)).magnitude < 1e-6)
      } else if square < 0.999 {
        #expect(ends.endings[index] != .time)
        #expect(ends.times[index] <= square / 2 + 1e-6)
      }
    }
  }

  @Test func whatDoesNotMoveIsToldSo() throws {
    let still = try VectorExpressionField("0 x, 0 y")
    let map = try FlowMap(of: still, starts: [[1, 2]], to: 3)
    #expect(map.end(0) == [1, 2])
    #expect(map.lyapunovExponents == [0])
    let event = FlowEvent(try ScalarExpressionField("x - 1"))
    let problem = try InitialValueProblem(still, start: [1, 2], time: 3)
    // Zero at the start and ever after is where the path is, and nothing that happens.
    #expect(try Integrator().solve(problem, events: [event])[0].events.isEmpty)
    let line = try Streakline(of: still, from: [1, 2], since: 0, at: 3, count: 4)
    #expect(line.points == Array(repeating: [1, 2], count: 4))
    let window = Window(minX: -1, maxX: 1, minY: -1, maxY: 1)
    let texture = LineIntegralConvolution(window: window, columns: 8, rows: 8)
    #expect(texture.image(of: still).allSatisfy { $0.isNaN })
    let lines = EvenlySpacedStreamlines(window: window, width: 100, height: 100, separation: 10)
    #expect(lines.lines(of: still).isEmpty)
  }

  /// A planet touches the circle of its perihelion once a round, wherever the steps fall.
  @Test(arguments: ["dopri5", "dop853", "tsit5"])
  func aPlanetGrazesItsInnermostCircle(_ name: String) throws {
    let variables = Variables(["x", "y", "u", "v"])
    let field = try VectorExpressionField(
      "u, v, -x/(x^2 + y^2)^1.5, -y/(x^2 + y^2)^1.5", variables: variables)
    let circle = FlowEvent(
      try ScalarExpressionField("sqrt(x^2 + y^2) - 0.5", variables: variables), resolution: 1e-8)
    // From the far end, so that neither start nor end is a touch.
    let problem = try InitialValueProblem(field, start: [-1.5, 0, 0, -1 / 3.0.squareRoot()], time: 10 * .pi)
    let integrator = Integrator(
      method: try #require(Method.named(name)), controller: .adaptive(relative: 1e-12, absolute: 1e-12))
    let path = try integrator.solve(problem, events: [circle])[0]
    #expect(path.events.count == 5)
    for (round, record) in path.events.enumerated() {
      // r − ½ grows as 2 (t − t₀)²: 10⁻⁸ of it are 10⁻⁴ of t.
      #expect((record.time - (2 * Double(round) + 1) * Double.pi).magnitude < 1e-4)
    }
  }

  /// Zeros of higher order: three at once pass, four at once touch.
  @Test func manyfoldZeros() throws {
    let line = try VectorExpressionField("1 + 0 x, 0")
    let cube = FlowEvent(try ScalarExpressionField("(x - 1)^3"))
    let square = FlowEvent(try ScalarExpressionField("(x - 1)^4"))
    let path = try Integrator().solve(
      try InitialValueProblem(line, start: [0, 0], time: 2), events: [cube, square])[0]
    let cubes = path.events.filter { $0.event == 0 }
    let squares = path.events.filter { $0.event == 1 }
    #expect(cubes.map { $0.kind } == [.rising])
    #expect(squares.map { $0.kind } == [.touching])
    // 10⁻⁹ of the function, which is the resolution, is 10⁻³ of x for the cube and 6 · 10⁻³ for the fourth power.
    for record in cubes { #expect((record.time - 1).magnitude < 1e-3) }
    for record in squares { #expect((record.time - 1).magnitude < 6e-3) }
  }
}
