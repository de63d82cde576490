import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct NullclineTests {
  private let window = Window(minX: -4, maxX: 4, minY: -4, maxY: 4)

  private func nullclines(_ text: String) throws -> [Nullcline] {
    try VectorExpressionField(text).nullclines(in: window)
  }

  @Test func vanDerPolHasAnAxisAndThreeBranches() throws {
    let lines = try nullclines("y, 1.5 (1 - x^2) y - x")
    let level = lines.filter { $0.component == 0 }
    #expect(level.count == 1)
    #expect(level[0].y.allSatisfy { $0 == 0 })
    #expect(level[0].x.min() == -4 && level[0].x.max() == 4)
    // y = x/(μ (1 − x²)) has two poles, at ±1.
    let upright = lines.filter { $0.component == 1 }
    #expect(upright.count == 3)
    for line in upright {
      for (x, y) in zip(line.x, line.y) {
        // The zero is found along an edge of the grid to the last digits; the slopes there are at most 1.5 · 15 + 1.
        #expect((1.5 * (1 - x * x) * y - x).magnitude < 1e-13)
      }
    }
    #expect(upright.contains { $0.x.contains { $0.magnitude < 1e-12 } })
  }

  @Test func aCircleClosesAndIsOne() throws {
    let lines = try nullclines("x^2 + y^2 - 4, 1 + x^2")
    #expect(lines.count == 1)
    #expect(lines[0].isClosed)
    #expect(lines[0].x.count > 200)
    #expect(zip(lines[0].x, lines[0].y).allSatisfy { ($0 * $0 + $1 * $1 - 4).magnitude < 1e-13 })
    // All the way round: the angles between neighbours add to 2π.
    var angle = 0.0
    for index in 1..<lines[0].x.count {
      let (x0, y0) = (lines[0].x[index - 1], lines[0].y[index - 1])
      let (x1, y1) = (lines[0].x[index], lines[0].y[index])
      angle += Double.atan2(x0 * y1 - y0 * x1, x0 * x1 + y0 * y1)
    }
    #expect((angle.magnitude - 2 * .pi).magnitude < 1e-12)
  }

  /// 1/x changes its sign through infinity, tan at its poles too, and a step function by a jump.
  @Test func polesAndJumpsAreNoZeros() throws {
    #expect(try nullclines("1/x, 1/(x - y/3 - 0.1)").isEmpty)
    #expect(try nullclines("(x - 0.3)/abs(x - 0.3), 1").isEmpty)
    let tangent = try nullclines("tan x, 1")
    // Zeros at 0 and ±π, poles at ±π/2 between them.
    #expect(tangent.count == 3)
    for line in tangent {
      let nearest = (line.x[0] / .pi).rounded() * .pi
      #expect(line.x.allSatisfy { ($0 - nearest).magnitude < 1e-13 })
    }
  }

  @Test func whatHasNoValueHasNoNullcline() throws {
    // Defined for x > 0 only: the line y = 0 begins there.
    let lines = try nullclines("sqrt(x) y, 1")
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.x.allSatisfy { $0 >= 0 } })
    #expect(try nullclines("sqrt(-1 - x^2), 0 x").isEmpty)
  }

  /// x y = c is a pair of branches: in the quadrants of the sign of c, in the cell of the saddle too.
  @Test(arguments: [1e-5, -1e-5, 0.3, -0.3])
  func theSaddleTellsWhichBranchesBelongTogether(_ level: Double) throws {
    let field = try VectorExpressionField("(x - 0.013) (y + 0.017) - (\(level)), 1")
    let lines = try field.nullclines(in: window, columns: 41, rows: 37)
    #expect(lines.count == 2)
    for line in lines {
      let sides = zip(line.x, line.y).map { ($0 - 0.013 > 0) == ($1 + 0.017 > 0) }
      #expect(sides.allSatisfy { $0 == (level > 0) })
      // Each branch stays on its side of the saddle.
      #expect(Set(line.x.map { $0 - 0.013 > 0 }).count == 1)
    }
  }

  @Test func linesThatCrossGoStraightOn() throws {
    let field = try VectorExpressionField("(x - 0.5) (y - 0.25), 1")
    let lines = try field.nullclines(in: window, columns: 41, rows: 37)
    #expect(lines.count == 2)
    #expect(lines.contains { $0.x.allSatisfy { ($0 - 0.5).magnitude < 1e-13 } })
    #expect(lines.contains { $0.y.allSatisfy { ($0 - 0.25).magnitude < 1e-13 } })
  }

  @Test func aFieldOfSpaceIsRefused() throws {
    let field = try VectorExpressionField("x, y, z", variables: .space)
    #expect(throws: FlowError.self) { try field.nullclines(in: window) }
  }

  @Test func aWindowWithoutExtentHasNone() throws {
    let flat = Window(minX: 1, maxX: 1, minY: 0, maxY: 1)
    #expect(try VectorExpressionField("x, y").nullclines(in: flat).isEmpty)
  }
}
