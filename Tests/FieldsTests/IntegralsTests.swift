import Elementary
import Expressions
import Fields
import Testing

/// The examples of the article `Integrals.md`.
@Suite struct IntegralsTests {
  @Test func theWork() throws {
    let force = try VectorExpressionField("2 x y + z^3, x^2 + 2 y, 3 x z^2", variables: .space)
    let helix = try Curve(["cos t", "sin t", "t/5"], over: 0...10)
    let work = try force.lineIntegral(along: helix)
    #expect((work.value + 6.79963).magnitude < 5e-5)
    #expect(work.error < 1e-8 && work.outcome == .reached)
    let careful = AdaptiveQuadrature(relative: 1e-13, evaluations: 10_000_000)
    #expect(try force.lineIntegral(along: helix, by: careful).error <= work.error)
  }

  @Test func theStairsAndThePeak() throws {
    let line = try Curve.polyline([[0], [1]])
    let stairs = try ScalarExpressionField("floor(16 x^2)", variables: Variables(["x"]))
    let steps = try stairs.arcLengthIntegral(along: line)
    let truth = (1...15).reduce(0) { $0 + (1 - Double($1).squareRoot() / 4) }
    #expect((steps.value - truth).magnitude <= steps.error && (truth - 4.8827008).magnitude < 1e-7)
    let peak = try ScalarExpressionField("exp(-1e8 (x - 0.3)^2)", variables: Variables(["x"]))
    let hidden = try peak.arcLengthIntegral(along: line)
    #expect((hidden.value - Double.pi.squareRoot() * 1e-4).magnitude < 1e-14)
  }

  @Test func theVortex() throws {
    let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    let disk = Region.disk(Circle(x: 0, y: 0, radius: 1))
    let residual = try vortex.greenResiduals(on: disk).circulation
    #expect((residual.boundary.value - 2 * .pi).magnitude < 1e-13)
    #expect(residual.interior.value.magnitude < 1e-13)
    #expect(!residual.agrees)
  }
}
