import Expressions
import Fields
import Flows
import Foundation
import Testing

/// What a long work tells of itself.
@Suite struct ProgressTests {
  /// Adds shares up from any thread.
  private final class Sum: @unchecked Sendable {
    private let lock = NSLock()
    private var parts: [Double] = []

    func add(_ part: Double) { lock.withLock { parts.append(part) } }

    var all: [Double] { lock.withLock { parts } }
  }

  @Test(arguments: [1, 1500]) func theSharesOfManyStartsAddUp(count: Int) throws {
    let sum = Sum()
    var integrator = Integrator(controller: .adaptive(relative: 1e-9, absolute: 1e-9))
    integrator.progress = { sum.add($0) }
    let field = try VectorExpressionField("y, -sin x")
    let coordinates = (0..<2 * count).map { 0.1 + 0.0002 * Double($0) }
    let problem = try InitialValueProblem(field, coordinates: coordinates, to: 60)
    _ = try integrator.ends(problem)
    #expect(abs(sum.all.reduce(0, +) - 1) < 1e-9)
    #expect(sum.all.count > 5)
    #expect(sum.all.allSatisfy { $0 > -1e-12 })
  }

  @Test func aTextureTellsItsRows() throws {
    let sum = Sum()
    let texture = LineIntegralConvolution(
      window: Window(minX: -1, maxX: 1, minY: -1, maxY: 1), columns: 60, rows: 60)
    _ = texture.image(of: try VectorExpressionField("-y, x")) { sum.add($0) }
    #expect(abs(sum.all.reduce(0, +) - 1) < 1e-12)
  }
}
