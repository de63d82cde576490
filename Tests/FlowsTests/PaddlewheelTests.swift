import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct PaddlewheelTests {
  private func settled(
    _ text: String, x: Double = 0, y: Double = 0, radius: Double = 0.5
  ) throws -> Paddlewheel {
    let field = try VectorExpressionField(text)
    var wheel = Paddlewheel(circle: Circle(x: x, y: y, radius: radius))
    for _ in 0..<400 { wheel.step(in: field, by: 0.05, carried: false) }
    return wheel
  }

  /// In a linear flow the blades average to ½ curl exactly, wherever the wheel is and however large.
  @Test func linearFlowsTurnItAtHalfTheCurl() throws {
    #expect(try (settled("-y, x").angularVelocity - 1).magnitude < 1e-12)
    #expect(try (settled("y, 0", x: 3, y: -2).angularVelocity + 0.5).magnitude < 1e-12)
    #expect(try settled("1, 2").angularVelocity.magnitude < 1e-12)
    #expect(try settled("x, y", x: 1, y: 1).angularVelocity.magnitude < 1e-12)
    #expect(try (settled("2x - 3y, 5x + y", radius: 4).angularVelocity - 4).magnitude < 1e-12)
  }

  @Test func smallWheelsTendToHalfTheCurl() throws {
    let text = "cos x sin y, -sin x cos y"
    let field = try VectorExpressionField(text)
    let half = field.reading(at: [0.4, 0.9]).curl / 2
    var last = Double.infinity
    for radius in [0.8, 0.4, 0.2, 0.1] {
      let wheel = Paddlewheel(circle: Circle(x: 0.4, y: 0.9, radius: radius))
      let error = (wheel.freeAngularVelocity(in: field) - half).magnitude
      #expect(error < last / 3.5)  // second order in the radius
      last = error
    }
  }

  @Test func aVortexWithoutCurlDoesNotTurnAWheelBesideItsEye() throws {
    let wheel = try settled("-y/(x^2+y^2), x/(x^2+y^2)", x: 2, radius: 0.05)
    #expect(wheel.angularVelocity.magnitude < 1e-4)
  }

  @Test func carriedWheelsGoRound() throws {
    let field = try VectorExpressionField("-y, x")
    var wheel = Paddlewheel(circle: Circle(x: 1, y: 0, radius: 0.2))
    for _ in 0..<100 { wheel.step(in: field, by: 2 * Double.pi / 100, carried: true) }
    #expect(Double.hypot(wheel.circle.x - 1, wheel.circle.y) < 1e-3)
    #expect(wheel.angularVelocity > 0.99)
  }

  @Test func aPoleUnderTheWheelKeepsItFinite() throws {
    let wheel = try settled("1/x, 1/y")
    #expect(wheel.angle.isFinite && wheel.angularVelocity.isFinite)
  }
}
