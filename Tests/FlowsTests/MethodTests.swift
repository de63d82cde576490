import Elementary
import Expressions
import Fields
import Testing

@testable import Flows

/// Orders, from conditions on the tables and measured on problems with known solutions.
@Suite struct MethodTests {
  /// u′ = cos(t) u, v′ = −v²: u = exp(sin t), v = 1/(1 + t) from (1, 1).
  private static let field: VectorExpressionField? = try? VectorExpressionField(
    unsteady: "cos(t) x, -y^2")

  private static func exact(_ time: Double) -> [Double] { [Double.exp(Double.sin(time)), 1 / (1 + time)] }

  private static func error(_ point: [Double], _ time: Double) -> Double {
    let truth = exact(time)
    return max((point[0] - truth[0]).magnitude, (point[1] - truth[1]).magnitude)
  }

  private func solution(_ method: Method, step: Double, to time: Double) throws -> Solution {
    let field = try #require(MethodTests.field)
    let problem = try InitialValueProblem(field, start: [1, 1], time: time)
    return try Integrator(method: method, controller: .fixed(step)).solve(problem, saveAt: .dense)[0]
  }

  @Test(arguments: Method.all.map { $0.name })
  func theErrorFallsWithTheOrder(_ name: String) throws {
    let method = try #require(Method.named(name))
    // Coarse enough that rounding does not hide the error of a high order.
    let steps = method.order == 8 ? [4, 8] : method.order == 5 ? [32, 64] : [128, 256]
    let errors = try steps.map { count in
      MethodTests.error(try solution(method, step: 2 / Double(count), to: 2).end, 2)
    }
    let measured = Double.log2(errors[0] / errors[1])
    #expect(measured > Double(method.order) - 0.25 && measured < Double(method.order) + 0.8, "\(errors)")
  }

  /// Over one step the polynomial of order q is off by O(h^(q + 1)).
  @Test(arguments: Method.all.map { $0.name })
  func thePolynomialHasTheStatedOrder(_ name: String) throws {
    let method = try #require(Method.named(name))
    let lengths = method.denseOrder == 7 ? [0.1, 0.05] : [0.05, 0.025]
    let errors = try lengths.map { length in
      let path = try solution(method, step: length, to: length)
      return try [0.2, 0.35, 0.5, 0.65, 0.8].map { share in
        MethodTests.error(try #require(path.point(at: share * length)), share * length)
      }.reduce(0, max)
    }
    let measured = Double.log2(errors[0] / errors[1])
    #expect(measured > Double(method.denseOrder) + 0.7, "\(errors)")
    #expect(measured < Double(method.denseOrder) + 1.8, "\(errors)")
  }

  /// The order conditions for the weights: quadrature up to the order, and the rooted trees of up to four vertices.
  @Test(arguments: Method.all.map { $0.name })
  func tableauMeetsItsOrderConditions(_ name: String) throws {
    guard case .explicit(let tableau)? = Method.named(name) else { return }
    check(tableau, weights: tableau.weights, order: tableau.order)
    if tableau.embeddedOrder > 0, tableau.coarseErrorWeights.isEmpty {
      let embedded = tableau.weights.indices.map { tableau.weights[$0] - tableau.errorWeights[$0] }
      check(tableau, weights: embedded, order: tableau.embeddedOrder)
    }
  }

  private func check(_ tableau: ButcherTableau, weights: [Double], order: Int) {
    let c = tableau.nodes
    func sum(_ term: (Int) -> Double) -> Double {
      weights.indices.reduce(0) { $0 + weights[$1] * ($1 < c.count ? term($1) : 0) }
    }
    func row(_ index: Int, _ term: (Int) -> Double) -> Double {
      tableau.coefficients[index].enumerated().reduce(0) { $0 + $1.element * term($1.offset) }
    }
    for power in 0..<order {
      let moment = sum { stage in (0..<power).reduce(1) { product, _ in product * c[stage] } }
      #expect((moment - 1 / Double(power + 1)).magnitude < 1e-13, "\(tableau.name) quadrature \(power)")
    }
    if order >= 3 {
      #expect((sum { row($0) { c[$0] } } - 1.0 / 6).magnitude < 1e-13)
    }
    if order >= 4 {
      #expect((sum { stage in c[stage] * row(stage) { c[$0] } } - 1.0 / 8).magnitude < 1e-13)
      #expect((sum { row($0) { c[$0] * c[$0] } } - 1.0 / 12).magnitude < 1e-13)
      #expect((sum { row($0) { row($0) { c[$0] } } } - 1.0 / 24).magnitude < 1e-13)
    }
  }

  @Test func namesAndCitations() throws {
    #expect(Method.named("nonsense") == nil)
    for (_, method) in Method.all {
      #expect("\(method.citation)".contains("1") || "\(method.citation)".contains("2"))
    }
  }
}
