import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct EvenlySpacedStreamlinesTests {
  let window = Window(minX: -3, maxX: 3, minY: -2, maxY: 2)

  private func lines(_ text: String, separation: Double = 15) throws -> [Streamline] {
    EvenlySpacedStreamlines(window: window, width: 600, height: 400, separation: separation)
      .lines(of: try VectorExpressionField(text))
  }

  @Test func linesOfARotationCloseAndKeepTheirRadius() throws {
    let lines = try lines("-y, x", separation: 30)
    #expect(lines.contains { $0.isClosed })
    for line in lines {
      let radii = zip(line.x, line.y).map { Double.hypot($0, $1) }
      let spread = (radii.max() ?? 0) - (radii.min() ?? 0)
      #expect(spread < 2e-3, "a circle stays one")
    }
    let inner = lines.filter { Double.hypot($0.x[0], $0.y[0]) < 1.9 }
    #expect(inner.allSatisfy { $0.isClosed })
  }

  @Test(arguments: [
    "-y, x", "1, 0.3", "x, -y", "-x, -y", "y, 0", "cos x sin y, -sin x cos y", "x - y, x + y",
  ])
  func linesKeepTheirDistance(_ text: String) throws {
    let lines = try lines(text)
    #expect(lines.count > 3)
    // Lines of different index never come nearer than half the separation: 7.5 of 600 for a width of 6.
    let limit = 0.075 * 0.99
    var tooNear = 0
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] {
        // The last point may lie on the border, where a line is cut wherever it comes out.
        for (x, y) in zip(line.x, line.y).dropFirst().dropLast() {
          let isNear = zip(other.x, other.y).dropFirst().dropLast().contains { (px, py) in
            Double.hypot(px - x, py - y) < limit
          }
          if isNear { tooNear += 1 }
        }
      }
    }
    #expect(tooNear == 0)
  }

  @Test func noPlaceIsLeftEmpty() throws {
    let lines = try lines("cos x sin y, -sin x cos y", separation: 20)
    // Every point of the picture has a line within 1.5 separations, stagnation points aside.
    for (x, y) in [(0.5, 0.5), (-2.0, 1.0), (2.5, -1.5), (0.0, 0.8), (-1.2, -0.9)] {
      var nearest = Double.infinity
      for line in lines {
        for (px, py) in zip(line.x, line.y) { nearest = min(nearest, Double.hypot(px - x, py - y)) }
      }
      #expect(nearest < 0.3)
    }
  }

  @Test func directionIsThatOfTheField() throws {
    let field = try VectorExpressionField("1, 0.5 cos x")
    for line in try lines("1, 0.5 cos x") {
      for index in 1..<line.x.count {
        let middle = [(line.x[index] + line.x[index - 1]) / 2, (line.y[index] + line.y[index - 1]) / 2]
        let value = field.value(at: middle)
        let dx = line.x[index] - line.x[index - 1]
        let dy = line.y[index] - line.y[index - 1]
        #expect(dx * value[0] + dy * value[1] >= 0)
      }
    }
  }

  @Test func nothingFlowsInAZeroOrUndefinedField() throws {
    #expect(try lines("0, 0").isEmpty)
    #expect(try lines("sqrt(-1 - x^2), y").isEmpty)
    #expect(try !lines("sqrt(x), 0").isEmpty)
    let flat = Window(minX: 1, maxX: 1, minY: 0, maxY: 1)
    let none = EvenlySpacedStreamlines(window: flat, width: 100, height: 100, separation: 10)
    #expect(none.lines(of: try VectorExpressionField("x, y")).isEmpty)
  }
}
