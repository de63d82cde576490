import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct EvenlySpacedStreamlinesTests {
  let window = Window(minX: -3, maxX: 3, minY: -2, maxY: 2)

  private func picture(_ separation: Double) -> EvenlySpacedStreamlines {
    EvenlySpacedStreamlines(window: window, width: 600, height: 400, separation: separation)
  }

  private func lines(_ text: String, separation: Double = 15) throws -> [Streamline] {
    picture(separation).lines(of: try VectorExpressionField(text))
  }

  /// The points of a line but its ends, which may lie on the border.
  private func inner(_ line: Streamline) -> [SIMD2<Double>] {
    zip(line.x, line.y).dropFirst().dropLast().map { SIMD2($0, $1) }
  }

  /// How often an inner point of one line is nearer than a distance to one of another.
  private func encounters(_ lines: [Streamline], nearer distance: Double) -> Int {
    let points = lines.enumerated().flatMap { number, line in inner(line).map { (number, $0) } }
      .sorted { $0.1.x < $1.1.x }
    var count = 0
    for (index, (line, place)) in points.enumerated() {
      for (other, near) in points[(index + 1)...] {
        let way = near - place
        if way.x >= distance { break }
        if other != line, way.x * way.x + way.y * way.y < distance * distance { count += 1 }
      }
    }
    return count
  }

  @Test func linesOfARotationCloseAndKeepTheirRadius() throws {
    let lines = try lines("-y, x", separation: 30)
    for line in lines {
      // Its points are of a circle.
      let radii = zip(line.x, line.y).map { Double.hypot($0, $1) }
      let spread = (radii.max() ?? 0) - (radii.min() ?? 0)
      // 1e-5 of the separation a step, and fewer than 200 steps of a tenth of it.
      #expect(spread < 2e-3 * 0.3, "a circle stays one")
    }
    let whole = lines.filter { Double.hypot($0.x[0], $0.y[0]) < 1.9 }
    #expect(whole.count > 4)
    #expect(whole.allSatisfy { $0.isClosed && $0.x.first == $0.x.last && $0.y.first == $0.y.last })
  }

  @Test(arguments: ["x - y, x + y", "-x - y, x - y", "-0.01 x - y, x - 0.01 y"])
  func linesOfASpiralDoNotClose(_ text: String) throws {
    #expect(try lines(text).allSatisfy { !$0.isClosed })
  }

  @Test func everyLineRoundACentreCloses() throws {
    var picture = picture(15)
    // Ovals are nearer to each other at their flat ends: only lines that are not stopped there all close.
    picture.isUnbroken = true
    for line in picture.lines(of: try VectorExpressionField("-4 y, x")) {
      let level = line.x[0] * line.x[0] / 4 + line.y[0] * line.y[0]
      // x²/4 + y² = 9/4 touches the border.
      let isWhole = level > 2.2 || line.isClosed
      #expect(isWhole)
      let isTrue = zip(line.x, line.y).allSatisfy { ($0 * $0 / 4 + $1 * $1 - level).magnitude < 1e-3 }
      #expect(isTrue)
    }
  }

  private static let fields = [
    "-y, x", "1, 0.3", "x, -y", "-x, -y", "y, 0", "cos x sin y, -sin x cos y", "x - y, x + y",
    "0.25 x - sin(x) sin(y), -0.25 y - cos(x) cos(y)",
  ]

  @Test(arguments: fields)
  func linesKeepTheirDistance(_ text: String) throws {
    let lines = try lines(text)
    #expect(lines.count > 3)
    // Half the separation: 7.5 of 600 for a width of 6.
    #expect(encounters(lines, nearer: 0.075 * 0.999) == 0)
  }

  @Test(arguments: fields)
  func noPlaceIsLeftEmpty(_ text: String) throws {
    let lines = try lines(text, separation: 20)
    let points = lines.flatMap { zip($0.x, $0.y).map { SIMD2($0, $1) } }
    // A lattice of seeds 0.8 separations apart leaves no disc of more than 1.57 of them empty; points lie a third of
    // a separation apart on their lines, which adds less than 0.01; near a zero lines may be too short to be kept.
    let limit = 0.2 * 1.58
    var empty = 0
    for row in 0...40 {
      for column in 0...60 {
        let place = SIMD2(-3 + 0.1 * Double(column), -2 + 0.1 * Double(row))
        let isNear = points.contains { (($0 - place) * ($0 - place)).sum() <= limit * limit }
        if !isNear { empty += 1 }
      }
    }
    #expect(empty == 0)
  }

  /// ψ = sin x cos y + ¼ x y is constant along every line of (∂ψ/∂y, −∂ψ/∂x).
  @Test func streamfunctionIsConstantAlongLines() throws {
    let lines = try lines("0.25 x - sin(x) sin(y), -0.25 y - cos(x) cos(y)", separation: 12)
    var drift = 0.0
    for line in lines {
      let values = zip(line.x, line.y).map { x, y in Double.sin(x) * Double.cos(y) + 0.25 * x * y }
      drift = max(drift, (values.max() ?? 0) - (values.min() ?? 0))
    }
    // A step may err by 1e-5 of the separation, 1.2e-6 here, across a slope of at most 1.7; a line has some 50 steps.
    #expect(drift < 50 * 1.2e-6 * 1.7)
    #expect(drift > 0)
  }

  @Test func unbrokenLinesEndAtTheBorderOrWhereTheFieldDoes() throws {
    var picture = picture(20)
    picture.isUnbroken = true
    let whole = picture.lines(of: try VectorExpressionField("1, 0.6 cos(2x) - 0.3 y"))
    #expect(whole.count > 5)
    for line in whole {
      for (x, y) in [(line.x[0], line.y[0]), (line.x[line.count - 1], line.y[line.count - 1])] {
        let isOnBorder = min(3 - x.magnitude, 2 - y.magnitude).magnitude < 1e-12
        #expect(isOnBorder)
      }
    }
    // Broken lines end inside.
    picture.isUnbroken = false
    let broken = picture.lines(of: try VectorExpressionField("1, 0.6 cos(2x) - 0.3 y"))
    #expect(broken.contains { $0.x[$0.count - 1] < 2.99 })
    #expect(encounters(broken, nearer: 0.099) == 0)
  }

  @Test func unbrokenSpiralsDoNotFillUp() throws {
    var picture = picture(20)
    picture.isUnbroken = true
    // One turn winds by less than half a separation: a line comes near itself and ends.
    for line in picture.lines(of: try VectorExpressionField("-y - 0.004 x, x - 0.004 y")) {
      let turns = zip(line.x, line.y).map { Double.hypot($0, $1) }
      let length = zip(zip(line.x, line.x.dropFirst()), zip(line.y, line.y.dropFirst())).reduce(0) {
        $0 + Double.hypot($1.0.1 - $1.0.0, $1.1.1 - $1.1.0)
      }
      #expect(length < 2.2 * 2 * .pi * (turns.max() ?? 0) + 0.5)
    }
  }

  @Test func givenSeedsComeFirst() throws {
    var picture = picture(30)
    picture.seeds = [[1, 0.5], [9, 9], [1, 0.52]]
    let lines = picture.lines(of: try VectorExpressionField("-y, x"))
    let radii = zip(lines[0].x, lines[0].y).map { Double.hypot($0, $1) }
    #expect(radii.allSatisfy { ($0 - (1.25).squareRoot()).magnitude < 1e-3 })
    #expect(lines[0].isClosed)
    // The third is refused, for it is nearer than the separation.
    #expect(encounters(lines, nearer: 0.149) == 0)
  }

  @Test func aLineGoesThroughEachPointThatIsAskedFor() throws {
    let lines = picture(15).lines(
      of: try VectorExpressionField("x, -y"), through: [[1, 1], [1.01, 1], [0, 0], [5, 0], [1]])
    #expect(lines.count == 5)
    for (line, product) in zip(lines, [1, 1.01]) {
      let begins = (line.y[0] - 2).magnitude
      #expect(begins < 1e-9)
      #expect((line.x[line.count - 1] - 3).magnitude < 1e-9)
      let isTrue = zip(line.x, line.y).allSatisfy { ($0 * $1 - product).magnitude < 1e-4 }
      #expect(isTrue)
    }
    #expect(lines[2...].allSatisfy { $0.count == 0 && !$0.isClosed })
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

  @Test func valuesBeyondTheRangeOfSquaresHaveADirection() throws {
    for factor in ["1e200", "1e-200"] {
      let lines = try lines("\(factor) (1 + 0 x), \(factor) x")
      #expect(lines.count > 10)
    }
  }
}

@Suite struct StreamlinesInSpaceTests {
  private func lines(_ text: String, separation: Double = 0.4) throws -> [Streamline] {
    EvenlySpacedStreamlines(x: -1...1, y: -1...1, z: -1...1, separation: separation)
      .lines(of: try VectorExpressionField(text, variables: .space))
  }

  @Test func helicesKeepRadiusAndPitch() throws {
    // (−y, x, ½): along a line the angle grows by 2 a unit of z.
    let lines = try lines("-y, x, 1/2")
    #expect(lines.count > 10)
    for line in lines {
      let radii = zip(line.x, line.y).map { Double.hypot($0, $1) }
      #expect((radii.max() ?? 0) - (radii.min() ?? 0) < 1e-3)
      let rises = zip(line.z, line.z.dropFirst()).allSatisfy { $0 < $1 }
      #expect(rises)
      guard radii[0] > 0.05 else { continue }
      for index in 1..<line.count {
        let (x0, y0) = (line.x[index - 1], line.y[index - 1])
        let (x1, y1) = (line.x[index], line.y[index])
        let turn = Double.atan2(x0 * y1 - y0 * x1, x0 * x1 + y0 * y1)
        #expect((turn - 2 * (line.z[index] - line.z[index - 1])).magnitude < 1e-3)
      }
    }
  }

  @Test func circlesInSpaceClose() throws {
    let lines = try lines("-y, x, 0")
    let whole = lines.filter { Double.hypot($0.x[0], $0.y[0]) < 0.95 }
    #expect(whole.count > 8)
    #expect(!whole.contains { !$0.isClosed })
    let areFlat = lines.allSatisfy { line in line.z.allSatisfy { ($0 - line.z[0]).magnitude < 1e-9 } }
    #expect(areFlat)
  }

  @Test(arguments: ["-y, x, 1/2", "sin z + cos y, sin x + cos z, sin y + cos x", "y, x, 1/4"])
  func linesKeepTheirDistanceAndLeaveNoHole(_ text: String) throws {
    let lines = try lines(text)
    let points = lines.map { line in (0..<line.count).map { SIMD3(line.x[$0], line.y[$0], line.z[$0]) } }
    var tooNear = 0
    for (index, line) in points.enumerated() {
      for other in points[(index + 1)...] {
        for place in line.dropFirst().dropLast() {
          let isNear = other.dropFirst().dropLast().contains {
            (($0 - place) * ($0 - place)).sum() < 0.2 * 0.2 * 0.998
          }
          if isNear { tooNear += 1 }
        }
      }
    }
    #expect(tooNear == 0)
    // Seeds 0.8 separations apart along each axis are at most 0.7 from anywhere: no ball of 1.7 is empty.
    let all = points.flatMap { $0 }
    var empty = 0
    for number in 0..<343 {
      let place = SIMD3(Double(number % 7) - 3, Double(number / 7 % 7) - 3, Double(number / 49) - 3) / 3
      let nearest = all.reduce(Double.infinity) { min($0, (($1 - place) * ($1 - place)).sum()) }
      if nearest > (0.4 * 1.72) * (0.4 * 1.72) { empty += 1 }
    }
    #expect(empty == 0)
  }
}
