import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct ParticleSystemTests {
  let window = Window(minX: -2, maxX: 2, minY: -1, maxY: 1)

  @Test func theSameSeedGivesTheSameParticles() throws {
    let field = try VectorExpressionField("-y, x")
    var first = ParticleSystem(count: 1000, window: window, seed: 5)
    var second = ParticleSystem(count: 1000, window: window, seed: 5)
    let other = ParticleSystem(count: 1000, window: window, seed: 6)
    #expect(first.x != other.x)
    for _ in 0..<50 {
      first.step(field, by: 0.02)
      second.step(field, by: 0.02)
    }
    #expect(first.x == second.x && first.y == second.y)
  }

  /// One Runge–Kutta step of a rotation by h turns by h up to h⁵/120.
  @Test func aStepTurnsByItsAngle() throws {
    let field = try VectorExpressionField("-y, x")
    var particles = ParticleSystem(count: 777, window: window, seed: 1)
    let before = particles
    particles.step(field, by: 0.1)
    let cosine = Float(Double.cos(0.1))
    let sine = Float(Double.sin(0.1))
    var moved = 0
    for index in particles.x.indices where !particles.born[index] {
      moved += 1
      #expect((particles.x[index] - (before.x[index] * cosine - before.y[index] * sine)).magnitude < 2e-6)
      #expect((particles.y[index] - (before.x[index] * sine + before.y[index] * cosine)).magnitude < 2e-6)
    }
    #expect(moved > 700)
  }

  @Test func polesAndBordersGiveNewLife() throws {
    let field = try VectorExpressionField("1/x, sqrt(y)")
    var particles = ParticleSystem(count: 500, window: window, seed: 2)
    for _ in 0..<20 { particles.step(field, by: 0.05) }
    #expect(particles.x.allSatisfy { $0.isFinite } && particles.y.allSatisfy { $0.isFinite })
    #expect(particles.x.allSatisfy { $0.magnitude < 2.3 })
  }

  @Test func noParticlesIsFine() throws {
    var particles = ParticleSystem(count: 0, window: window, seed: 2)
    particles.step(try VectorExpressionField("x, y"), by: 0.1)
    #expect(particles.x.isEmpty)
  }
}
