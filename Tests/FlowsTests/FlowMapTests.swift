import Elementary
import Expressions
import Fields
import Flows
import Testing

@Suite struct FlowMapTests {
  private let starts: [[Double]] = [[0.3, -0.2], [1, 1], [-2, 0.5]]

  @Test(arguments: [2.0, -2, 0.5])
  func aShearStretchesByItsClosedForm(_ time: Double) throws {
    let rate = 1.5
    let map = try FlowMap(of: try VectorExpressionField("1.5 y, 0"), starts: starts, to: time)
    let truth = Double.asinh(rate * time.magnitude / 2) / time.magnitude
    for exponent in map.lyapunovExponents { #expect((exponent - truth).magnitude < 1e-12) }
    #expect((map.gradient(0)[0, 1] - rate * time).magnitude < 1e-12)
  }

  @Test(arguments: [3.0, -3])
  func aSaddleStretchesByOneAUnitOfTime(_ time: Double) throws {
    let map = try FlowMap(of: try VectorExpressionField("x, -y"), starts: starts, to: time)
    for exponent in map.lyapunovExponents { #expect((exponent - 1).magnitude < 1e-8) }
    #expect(map.lyapunovExponents.count == 3)
  }

  @Test func aRotationDoesNotStretch() throws {
    let map = try FlowMap(of: try VectorExpressionField("-y, x"), starts: starts, to: 5)
    for exponent in map.lyapunovExponents { #expect(exponent.magnitude < 1e-8) }
  }

  /// The gradient against quotients of ends of neighbouring starts, in an unsteady flow.
  @Test func theGradientIsThatOfTheEnds() throws {
    let field = try VectorExpressionField(unsteady: "sin(y) + 0.3 cos(t x), cos(x) - 0.2 t y")
    let integrator = Integrator(
      method: .dormandPrince853, controller: .adaptive(relative: 1e-12, absolute: 1e-12))
    let map = try FlowMap(of: field, starts: [[0.4, 0.7]], from: 0.5, to: 2.5, integrator)
    let h = 1e-4
    let around: [[Double]] = [[0.4 + h, 0.7], [0.4 - h, 0.7], [0.4, 0.7 + h], [0.4, 0.7 - h]]
    let near = try FlowMap(of: field, starts: around, from: 0.5, to: 2.5, integrator)
    for row in 0..<2 {
      for column in 0..<2 {
        let quotient = (near.end(2 * column)[row] - near.end(2 * column + 1)[row]) / (2 * h)
        #expect((map.gradient(0)[row, column] - quotient).magnitude < 1e-7)
      }
    }
  }

  /// Liouville: the determinant is the exponential of the divergence along the way; in space as in the plane.
  @Test func volumesFollowTheDivergence() throws {
    let field = try VectorExpressionField("y z, 0.3 y - x, sin(x) - 0.5 z", variables: .space)
    let map = try FlowMap(of: field, starts: [[0.2, 0.4, -0.1]], to: 2)
    let g = map.gradient(0)
    let first = g[0, 0] * (g[1, 1] * g[2, 2] - g[1, 2] * g[2, 1])
    let second = g[0, 1] * (g[1, 0] * g[2, 2] - g[1, 2] * g[2, 0])
    let third = g[0, 2] * (g[1, 0] * g[2, 1] - g[1, 1] * g[2, 0])
    #expect((first - second + third - Double.exp(-0.2 * 2)).magnitude < 1e-7)
    #expect(map.lyapunovExponents[0].isFinite)
  }

  /// The stiff method needs the Jacobian of the linearisation, which is made of second derivatives.
  @Test func aStiffFlowHasAGradientToo() throws {
    let field = try VectorExpressionField("-50 (x - cos y), 1 + 0.1 x^2")
    let explicit = try FlowMap(of: field, starts: [[1, 0]], to: 1)
    let stiff = try FlowMap(of: field, starts: [[1, 0]], to: 1, Integrator(method: .rodas43))
    for row in 0..<2 {
      for column in 0..<2 {
        #expect((explicit.gradient(0)[row, column] - stiff.gradient(0)[row, column]).magnitude < 1e-6)
      }
    }
  }

  @Test func whatDoesNotArriveHasNoExponent() throws {
    let map = try FlowMap(of: try VectorExpressionField("x^2, 0"), starts: [[1, 0], [-1, 0]], to: 2)
    #expect(map.ending(0) == .notFinite)
    #expect(map.lyapunovExponents[0].isNaN)
    #expect(map.lyapunovExponents[1].isFinite)
  }
}
