import Expressions
import Fields
import Foundation
import Testing

@Suite struct LevelLineTests {
  private let window = Window(minX: -3, maxX: 3, minY: -3, maxY: 3)

  private func line(_ formula: String, _ x: Double, _ y: Double) throws -> LevelLine? {
    try ScalarExpressionField(formula).levelLine(through: SIMD2(x, y), in: window)
  }

  @Test func aBowlHasCircles() throws {
    let line = try #require(try line("x^2 + y^2", 0.6, 0.8))
    #expect(line.isClosed && line.level == 1)
    #expect(line.x.first == line.x.last && line.y.first == line.y.last)
    for (x, y) in zip(line.x, line.y) { #expect(abs(hypot(x, y) - 1) < 1e-12) }
    // 2π within the difference between chords of at most 1/24 and their arcs, s³/24 each.
    let pieces = zip(zip(line.x, line.y), zip(line.x.dropFirst(), line.y.dropFirst()))
    let length = pieces.reduce(0) { $0 + hypot($1.1.0 - $1.0.0, $1.1.1 - $1.0.1) }
    #expect(length < 2 * .pi && length > 2 * .pi * (1 - pow(window.width * 1.5 / 200, 2) / 24))
  }

  @Test func higherGroundIsOnTheRight() throws {
    // Around a summit the line runs clockwise: f(x, y) = −x² − y² rises inwards.
    let line = try #require(try line("-(x^2 + y^2)", 1, 0))
    var area = 0.0
    for index in line.x.indices.dropFirst() {
      area += (line.x[index - 1] * line.y[index] - line.x[index] * line.y[index - 1]) / 2
    }
    #expect(area < 0 && abs(area + .pi) < 0.01)
  }

  @Test func aPlaneHasStraightLinesFromBorderToBorder() throws {
    let line = try #require(try line("x + 2y", 0.5, 0.25))
    #expect(!line.isClosed)
    for (x, y) in zip(line.x, line.y) { #expect(abs(x + 2 * y - 1) < 1e-12) }
    let ends = [line.x.first, line.x.last].compactMap { $0 }.sorted()
    #expect(abs(ends[0] + 3) < 1e-12 && abs(ends[1] - 3) < 1e-12)
  }

  @Test(arguments: [
    "sin(3x) cos(2y) + 0.1 x", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "(1 - x)^2 + 100 (y - x^2)^2",
    "x^3 - 3x y^2",
    "log(x^2 + y^2) - x", "exp(x y)",
  ])
  func everyPointIsOnTheLevel(_ formula: String) throws {
    let field = try ScalarExpressionField(formula)
    for (x, y) in [(0.3, 0.7), (1.1, -0.4), (-2.2, 1.9), (0.9, 0.7)] {
      let line = try #require(field.levelLine(through: SIMD2(x, y), in: window))
      #expect(line.x.count > 3)
      for (x, y) in zip(line.x, line.y).dropFirst().dropLast() {
        let slope = field.gradient(at: [x, y])
        // The last Newton step was shorter than 10⁻¹² of a step; rounding of f adds its share.
        let allowed = 1e-12 * hypot(slope[0], slope[1]) + 1e-12 * (1 + abs(line.level))
        #expect(abs(field.value(at: [x, y]) - line.level) < allowed)
        #expect(window.contains(x, y))
      }
    }
  }

  @Test func whereThereIsNoLineThereIsNone() throws {
    #expect(try line("x^2 + y^2", 0, 0) == nil)
    #expect(try line("1/x", 0, 0) == nil)
    #expect(try line("3", 1, 1) == nil)
    #expect(try #require(try line("x^2 + y^2", 8, 0)).x == [8])
  }

  @Test func aLineEndsWhereTheFieldEnds() throws {
    // √(x − y) = 1 is the line y = x − 1; beyond a wall at x = 2 there is nothing.
    let line = try #require(try line("sqrt(x - y) + 0 sqrt(2 - x)", 1, 0))
    #expect(!line.isClosed)
    #expect(line.x.allSatisfy { $0 <= 2 } && (line.x.max() ?? 0) > 1.9)
  }
}
