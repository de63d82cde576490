import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct PhasePlaneTests {
  private let window = Window(minX: -4, maxX: 4, minY: -4, maxY: 4)

  private func criticalPoints(of field: VectorExpressionField) throws -> CriticalPoints<FlowType> {
    try field.criticalPoints(in: IntervalBox([-4...4, -4...4]))
  }

  /// The pendulum's separatrices lie on y²/2 − cos x = 1 and lead from saddle to saddle.
  @Test func thePendulumsSeparatricesHaveItsEnergy() throws {
    let field = try VectorExpressionField("y, -sin x")
    let found = try field.separatrices(of: try criticalPoints(of: field), in: window)
    #expect(found.count == 8)
    #expect(found.filter { $0.isLeaving }.count == 4)
    for separatrix in found {
      for point in separatrix.path.points {
        #expect((point[1] * point[1] / 2 - Double.cos(point[0]) - 1).magnitude < 1e-7)
      }
    }
  }

  @Test func aLinearSaddleHasItsAxes() throws {
    let field = try VectorExpressionField("x, -2y")
    let found = try field.separatrices(of: try criticalPoints(of: field), in: window)
    #expect(found.count == 4)
    for separatrix in found {
      #expect(separatrix.path.ending == .outOfDomain)
      let end = separatrix.path.end
      let (along, beside) = separatrix.isLeaving ? (end[0], end[1]) : (end[1], end[0])
      #expect((along.magnitude - 4).magnitude < 1e-9 && beside.magnitude < 1e-9)
    }
  }

  /// r′ = r (1 − r²)(4 − r²)… in the plane: a stable cycle at 1, an unstable one at 2, both of period 2π.
  @Test func cyclesOfKnownRadius() throws {
    let field = try VectorExpressionField(
      "x (1 - x^2 - y^2) (4 - x^2 - y^2) - y, y (1 - x^2 - y^2) (4 - x^2 - y^2) + x")
    let cycles = try field.limitCycles(of: try criticalPoints(of: field), in: window)
    try #require(cycles.count == 2)
    let sorted = cycles.sorted { $0.multiplier < $1.multiplier }
    for (cycle, radius) in zip(sorted, [1.0, 2]) {
      #expect((Double.hypot(cycle.point[0], cycle.point[1]) - radius).magnitude < 1e-8)
      #expect((cycle.period - 2 * Double.pi).magnitude < 1e-7)
      // ∂r′/∂r is −6 at 1 and 24 at 2: exp of it times the period.
      let rate = radius == 1 ? -6.0 : 24.0
      #expect((Double.log(cycle.multiplier) / cycle.period - rate).magnitude < 1e-3 * rate.magnitude)
    }
    #expect(sorted[0].isStable && !sorted[1].isStable)
  }

  /// Van der Pol, μ = 1: period 6.6632868593 (Shampine; the digits are those of SciPy at 1e-13), amplitude 2.00862.
  @Test func vanDerPolHasOneCycle() throws {
    let field = try VectorExpressionField("y, (1 - x^2) y - x")
    let cycles = try field.limitCycles(of: try criticalPoints(of: field), in: window)
    #expect(cycles.count == 1)
    let cycle = try #require(cycles.first)
    #expect((cycle.period - 6.6632868593).magnitude < 1e-7)
    #expect(cycle.isStable)
  }

  /// Where ∇·F has one sign there is no closed path (Bendixson), though paths of a ray from one sink may come nearer to
  /// another sink on it from both sides.
  @Test(arguments: ["y, x - x^3 - y/4", "y, x - x^3 + y/4", "y, -sin x - y/5", "x - x^3 + 3y, -y - 3x"])
  func noCycleWhereTheDivergenceHasOneSign(_ formula: String) throws {
    let field = try VectorExpressionField(formula)
    #expect(try field.limitCycles(of: try criticalPoints(of: field), in: window).isEmpty)
  }

  /// Damped, the two wells share the plane alike: (x, y) ↦ (−x, −y) exchanges them.
  @Test func basinsOfADampedDoubleWell() throws {
    let field = try VectorExpressionField("y, x - x^3 - y/4")
    let portrait = try PhasePortrait(
      of: field, criticalPoints: try criticalPoints(of: field), in: window, basinColumns: 60)
    let basins = try #require(portrait.basins)
    #expect(basins.attractors.count == 2)
    #expect(basins.share(of: 0) == basins.share(of: 1))
    #expect(basins.share(of: 0) + basins.share(of: 1) > 0.99)
  }

  @Test func aCentreHasNoLimitCycle() throws {
    let field = try VectorExpressionField("-y, x")
    #expect(try field.limitCycles(of: try criticalPoints(of: field), in: window, places: 12).isEmpty)
  }

  /// x′ = x − x³, y′ = −y: the basins of (±1, 0) are the half planes.
  @Test func basinsOfADoubleWell() throws {
    let field = try VectorExpressionField("x - x^3, -y")
    let found = try criticalPoints(of: field)
    let map = try BasinMap(of: field, over: window, columns: 40, rows: 10, attractors: found, time: 40)
    #expect(map.attractors.count == 2)
    for row in 0..<10 {
      for column in 0..<40 {
        let label = try #require(map[column, row])
        guard case .point(let place) = map.attractors[label] else {
          Issue.record("no point")
          continue
        }
        #expect((place[0] < 0) == (column < 20))
      }
    }
  }

  /// In the flow (cos t, 1) dye from the origin lies at x = sin t − sin s, y = t − s.
  @Test func dyeInAGust() throws {
    let field = try VectorExpressionField(unsteady: "cos t, 1")
    let line = try Streakline(of: field, from: [0, 0], since: 0, at: 5, count: 21)
    #expect(line.points.count == 21)
    #expect(line.points[0] == [0, 0])
    for (time, point) in zip(line.releaseTimes, line.points) {
      #expect((point[0] - (Double.sin(5) - Double.sin(time))).magnitude < 1e-7)
      #expect((point[1] - (5 - time)).magnitude < 1e-9)
    }
  }

  /// The pathline from the origin of the same flow is x = sin t, y = t: another line than that of the dye.
  @Test func aPathInAGust() throws {
    let field = try VectorExpressionField(unsteady: "cos t, 1")
    let problem = try InitialValueProblem(field, starts: [[0, 0]], to: 5)
    let path = try Integrator().solve(problem, saveAt: .dense)[0]
    for (time, point) in zip(path.times, path.points) {
      #expect((point[0] - Double.sin(time)).magnitude < 1e-5)
      #expect((point[1] - time).magnitude < 1e-9)
    }
  }

  /// x′ = x − x³, y′ = −y: two halves, and the saddle between them.
  @Test func thePortraitOfADoubleWell() throws {
    let field = try VectorExpressionField("x - x^3, -y")
    let portrait = try PhasePortrait(
      of: field, criticalPoints: try criticalPoints(of: field), in: window, basinColumns: 40)
    #expect(portrait.separatrices.count == 4)
    #expect(portrait.cycles.isEmpty)
    // x = −1, 0 and 1, and y = 0.
    #expect(portrait.nullclines.filter { $0.component == 0 }.count == 3)
    #expect(portrait.nullclines.filter { $0.component == 1 }.count == 1)
    let basins = try #require(portrait.basins)
    #expect(basins.share(of: 0) == 0.5 && basins.share(of: 1) == 0.5 && basins.share(of: nil) == 0)
    let plain = try PhasePortrait(
      of: field, criticalPoints: try criticalPoints(of: field), in: window, basinColumns: 0)
    #expect(plain.basins == nil)
  }
}
