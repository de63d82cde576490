import Elementary
import Expressions
import Fields
import Testing

@Suite struct SingularityTests {
  private func search(
    _ text: String, _ sides: [ClosedRange<Double>], _ smoothness: Smoothness = .continuous,
    boxes: Int = 4000
  ) throws -> Singularities {
    try ScalarExpressionField(text, variables: sides.count == 3 ? .space : .plane).singularities(
      in: IntervalBox(sides), breaking: smoothness, limits: SearchLimits(maximumBoxes: boxes))
  }

  @Test func theVortexHasAHole() throws {
    let vortex = try VectorExpressionField("-y/(x^2+y^2), x/(x^2+y^2)")
    let found = try vortex.singularities(in: IntervalBox([-2...2, -1...1]))
    try #require(found.found.count == 1)
    let hole = found.found[0]
    #expect(hole.kind == .undefined)
    #expect(hole.extent == .point)
    #expect(hole.location == [0, 0])
    #expect(hole.errorRadius < 5e-12)
    #expect(hole.isProven)
    #expect(hole.clearance == 1)
    #expect(!found.isExhausted)
  }

  @Test func holesAreToldApart() throws {
    let found = try search("1/((x-π)^2+(y-e)^2) + 1/(x^2+y^2)", [-4...4, -4...4])
    try #require(found.points.count == 2 && found.found.count == 2)
    #expect(found.points[0].location == [0, 0])
    #expect((found.points[1].location[0] - Double.pi).magnitude <= found.points[1].errorRadius)
    #expect((found.points[1].location[1] - 2.718281828459045).magnitude <= found.points[1].errorRadius)
    // At numbers that are no doubles nothing can be evaluated, and so nothing proven.
    #expect(!found.points[1].isProven)
    #expect(found.points[1].errorRadius < 1e-11)
    #expect((found.points[1].clearance - (4 - Double.pi)).magnitude < 1e-11)
    // Written out, the divisor is lost in rounding nearer than 1e-8.
    let expanded = try search("1/(x^2 - 2x + 1 + y^2)", [-2...2, -1...1], boxes: 20_000)
    #expect(expanded.points.map { $0.location } == [[1, 0]])
    #expect(expanded.points[0].errorRadius < 1e-7)
    // sin x/x has a limit at 0 and no value.
    #expect(
      try search("sin(x)/x + y - y", [-1...1, -1...1], boxes: 2000).found.map { $0.kind } == [.undefined])
  }

  @Test func spaceHasHolesAndLines() throws {
    let charge = try search("1/sqrt(x^2+y^2+z^2)", [-2...2, -1...1, -1...1])
    #expect(charge.points.map { $0.location } == [[0, 0, 0]])
    #expect(charge.points[0].clearance == 1)
    let wire = try search("log(x^2+y^2) + z", [-2...2, -2...2, -2...2])
    #expect(wire.found.map { $0.extent } == [.extended])
    #expect(wire.found[0].bounds[2] == Interval(-2, 2))
    #expect(wire.found[0].isProven)
  }

  @Test func domainsHaveBorders() throws {
    let half = try search("log x", [-2...2, -1...1], boxes: 2000)
    #expect(half.found.map { $0.extent } == [.region])
    #expect(half.found[0].isProven)
    #expect(half.found[0].bounds[0].lower == -2)
    let disk = try search("sqrt(1 - x^2 - y^2)", [-0.7...0.7, -0.7...0.7])
    #expect(disk.isEmpty)
    #expect(try search("1/x", [-1...1, -1...1], boxes: 2000).found.map { $0.extent } == [.extended])
    #expect(try search("1/x", [0.001...1, -1...1]).isEmpty)
  }

  @Test func jumpsAndKinksAreFoundWhereTheyMatter() throws {
    let box = [-1.5...1.5, -1...1]
    #expect(try search("floor(x)", box, .defined).isEmpty)
    let jumps = try search("floor(x)", box, boxes: 3000)
    #expect(jumps.found.map { $0.kind } == [.jump, .jump, .jump])
    #expect(try search("|x| y", box).isEmpty)
    #expect(try search("|x| y", box, .differentiable, boxes: 2000).found.map { $0.kind } == [.kink])
    let tip = try search("sqrt(x^2+y^2)", box, .differentiable)
    #expect(tip.found.map { $0.kind } == [.kink])
    #expect(tip.points.map { $0.location } == [[0, 0]])
    #expect(tip.points.allSatisfy { $0.isProven })
    // The angle jumps where it comes round.
    let angle = try search("atan2(y, x)", [-1...1, -0.6...1], boxes: 3000)
    #expect(angle.found.map { $0.kind } == [.undefined])
    #expect(angle.found.allSatisfy { $0.bounds[0].upper < 0.01 })
    #expect(try search("x^3 sin(y) + exp(x y)", box, .differentiable).isEmpty)
    #expect(try search("1/(x^2 + y^2 + 1e-30)", box).isEmpty)
  }

  /// Outside the boxes that are left the formula has a value, whatever it is.
  @Test func elsewhereTheFieldIsDefined() throws {
    let texts = [
      "log(x + y^2)/(x - 0.3)", "tan(3x) + 1/y", "sqrt(x y)", "x^y", "1/sin(x y + 1)", "asin(x + y)",
      "gamma(2x)",
      "acosh(x^2 + y)", "1/(x^2 + y^2 - 1)", "atan2(x y, x - y)", "log(1 - exp(x))",
      "cbrt(x)/hypot(x - 0.5, y)",
    ]
    for text in texts {
      let field = try ScalarExpressionField(text)
      let found = try field.singularities(
        in: IntervalBox([-2...2, -2...2]), limits: SearchLimits(maximumBoxes: 1500))
      let boxes = found.found.flatMap { $0.boxes }
      for i in 0..<41 {
        for j in 0..<41 {
          let point = [-2 + 4 * Double(i) / 40, -2 + 4 * Double(j) / 40]
          let value = field.value(at: point)
          if value.isFinite { continue }
          #expect(boxes.contains { $0.contains(point) }, "\(text) at \(point): \(value)")
        }
      }
      #expect(!boxes.isEmpty)
    }
  }
}
