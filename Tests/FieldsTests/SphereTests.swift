import Expressions
import Fields
import Foundation
import Testing

@Suite struct SphereTests {
  private func field(_ text: String) throws -> VectorExpressionField {
    try VectorExpressionField(text, variables: .space)
  }

  private func sphere(_ x: Double, _ y: Double, _ z: Double, _ radius: Double) -> Sphere {
    Sphere(center: SIMD3(x, y, z), radius: radius)
  }

  private let charge = "(x, y, z)/(x^2 + y^2 + z^2)^(3/2)"

  @Test(arguments: [(0.0, 0.0, 0.0, 1.0), (0.5, 0, 0, 1.5), (0.3, -0.4, 0.2, 0.9), (0, 0, 0.8, 1)])
  func aChargeInsideSendsFourPiOut(_ x: Double, _ y: Double, _ z: Double, _ radius: Double) throws {
    let flux = try field(charge).flux(through: sphere(x, y, z, radius))
    #expect(abs(flux.value - 4 * .pi) <= max(flux.error, 1e-12))
    #expect(flux.error < 1e-4)
  }

  @Test(arguments: [(2.0, 0.0, 0.0, 1.0), (0, 1.5, 1.5, 1.2), (1.3, 0, 0, 1)])
  func aChargeOutsideSendsNothingOut(_ x: Double, _ y: Double, _ z: Double, _ radius: Double) throws {
    let flux = try field(charge).flux(through: sphere(x, y, z, radius))
    #expect(abs(flux.value) <= flux.error && flux.error < 1e-6)
  }

  @Test func aChargeOnTheSphereSaysThatItIsRough() throws {
    let (flux, size) = try field(charge).fluxAndSize(through: sphere(1, 0, 0, 1))
    // Half of the charge's flux goes out: the sphere is flat from close by.
    #expect(abs(flux.value - 2 * .pi) < 2 * flux.error)
    #expect(flux.error > 1e-3 * size)
    #expect(try field(charge).flux(through: sphere(1.01, 0, 0, 1)).error > 0.1)
  }

  @Test(arguments: [
    "x, y, z", "x^2, y^3 z, z - x y", "sin x, cos(y + z), exp(z/2)", "-y, x, 0", "x y z, x + y^2, 3",
  ])
  func fluxIsDivergenceInside(_ text: String) throws {
    let field = try field(text)
    for sphere in [sphere(0, 0, 0, 1), sphere(0.7, -0.3, 0.5, 1.4)] {
      let flux = field.flux(through: sphere)
      let integral = field.divergenceIntegral(over: sphere)
      #expect(abs(flux.value - integral.value) <= 10 * (flux.error + integral.error) + 1e-13)
    }
  }

  @Test func polynomialsAreExact() throws {
    // ∭ div (x³, y³, z³) dV = 3 ∭ r² dV = 12π R⁵/5 around the origin.
    let flux = try field("x^3, y^3, z^3").flux(through: sphere(0, 0, 0, 1.3))
    let exact = 12 * Double.pi / 5 * pow(1.3, 5)
    #expect(abs(flux.value / exact - 1) < 1e-14)
  }

  @Test func whatIsNoNumberIsNone() throws {
    #expect(try field("sqrt(x - 9), y, z").flux(through: sphere(0, 0, 0, 1)).value.isNaN)
  }

  @Test func theCurlInSpace() throws {
    func curl(_ text: String, at point: [Double]) throws -> SIMD3<Double> {
      try field(text).reading(at: point).settledSpaceCurl
    }
    #expect(try curl("-y, x, 0", at: [0.3, 0.1, 2]) == SIMD3(0, 0, 2))
    #expect(try curl("y^2, z x, x y", at: [1, 2, 3]) == SIMD3(1 - 1, 0 - 2, 3 - 4))
    // ABC: curl F = F.
    let abc = try field("sin z + cos y, sin x + cos z, sin y + cos x")
    let reading = abc.reading(at: [0.4, -1.1, 0.7])
    let found = reading.settledSpaceCurl
    for row in 0..<3 { #expect(abs(found[row] - reading.value[row]) < 1e-15 * 4) }
    #expect(try field(charge).reading(at: [0.3, 0.7, -0.2]).settledSpaceCurl == SIMD3(0, 0, 0))
    #expect(try VectorExpressionField("x, y").reading(at: [0, 0]).settledSpaceCurl.x.isNaN)
  }
}
