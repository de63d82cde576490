import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct MaterialLoopTests {
  let circle = Circle(x: 0.5, y: -1, radius: 0.7)

  @Test func theDropFillsItsCircle() {
    #expect((MaterialLoop(circle: circle).area / circle.area - 1).magnitude < 2e-8)
  }

  /// With constant divergence d the area grows as exp(d t).
  @Test(arguments: [("x, y", 2.0), ("-x, -y", -2), ("-y, x", 0), ("x, -y", 0), ("y, 0", 0)])
  func areaGrowsWithTheDivergence(_ flow: (text: String, divergence: Double)) throws {
    let field = try VectorExpressionField(flow.text)
    var drop = MaterialLoop(circle: circle)
    for _ in 0..<20 {
      let moved = drop.step(in: field, by: 0.05)
      #expect(moved)
    }
    #expect((drop.ratio / Double.exp(flow.divergence) - 1).magnitude < 1e-7)
  }

  @Test func aPoleLeavesTheDropAsItWas() throws {
    let field = try VectorExpressionField("sqrt(x), y")
    var drop = MaterialLoop(circle: circle)
    let before = drop
    let moved = drop.step(in: field, by: 0.05)
    #expect(!moved)
    #expect(drop == before)
  }
}
