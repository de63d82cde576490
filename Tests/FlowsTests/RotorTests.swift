import Fields
import Flows
import Foundation
import Testing

@Suite struct RotorTests {
  @Test func itSettlesAtHalfTheCurlAlongItsAxis() throws {
    let field = try VectorExpressionField("z - y, x, 3y", variables: .space)
    // curl F = (3, 1, 2).
    let axis = SIMD3(2.0 / 3, -1.0 / 3, 2.0 / 3)
    var rotor = Rotor(point: SIMD3(0.1, 0.2, 0.3), axis: axis)
    for _ in 0..<400 { rotor.step(in: field, by: 0.05) }
    #expect(abs(rotor.angularVelocity - (3 * 2 - 1 + 2 * 2) / 3.0 / 2) < 1e-12)
  }

  @Test func itsMotionIsExactWhateverTheSteps() throws {
    let field = try VectorExpressionField("-y, x, 0", variables: .space)
    var coarse = Rotor(point: SIMD3(0, 0, 0), axis: SIMD3(0, 0, 1))
    var fine = coarse
    coarse.step(in: field, by: 1)
    for _ in 0..<1000 { fine.step(in: field, by: 0.001) }
    // θ(t) = t − (1 − e^(−4t))/4 from rest.
    #expect(abs(coarse.angle - (1 - (1 - exp(-4)) / 4)) < 1e-14)
    #expect(abs(fine.angle - coarse.angle) < 1e-12)
  }

  @Test func acrossTheCurlItStandsStill() throws {
    let field = try VectorExpressionField("-y, x, 0", variables: .space)
    var rotor = Rotor(point: SIMD3(1, 1, 1), axis: SIMD3(1, 0, 0))
    rotor.step(in: field, by: 1)
    #expect(rotor.angularVelocity == 0 && rotor.angle == 0)
  }

  @Test func whereTheFlowEndsItKeepsTurning() throws {
    let field = try VectorExpressionField("-y/x, x, 0", variables: .space)
    var rotor = Rotor(point: SIMD3(1, 0, 0), axis: SIMD3(0, 0, 1))
    rotor.step(in: field, by: 1)
    let speed = rotor.angularVelocity
    rotor.point = SIMD3(0, 0, 0)
    rotor.step(in: field, by: 1)
    #expect(rotor.angularVelocity == speed && speed > 0)
  }
}
