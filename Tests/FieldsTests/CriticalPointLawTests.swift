import Expressions
import Fields
import Testing

/// Laws that every search must keep, on fields made at random.
@Suite struct CriticalPointLawTests {
  /// Steele, Lea and Flood (2014).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Roots apart from each other by a tenth at least.
  private func roots(_ generator: inout Generator) -> [Double] {
    var roots: [Double] = []
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let root = Double.random(in: -1.9...1.9, using: &generator)
      if roots.allSatisfy({ ($0 - root).magnitude > 0.1 }) { roots.append(root) }
    }
    return roots.sorted()
  }

  private func product(_ name: String, _ roots: [Double]) -> String {
    roots.map { "(\(name) - (\($0)))" }.joined(separator: "*")
  }

  /// (p(x) + q(y), p(x) − 2q(y)) is 0 where p and q are: as many zeros as pairs of roots, none forgotten, none invented.
  @Test func productsHaveTheZerosTheyWereMadeOf() throws {
    var generator = Generator(state: 41)
    for _ in 0..<12 {
      let across = roots(&generator)
      let up = roots(&generator)
      let p = product("x", across)
      let q = product("y", up)
      let field = try VectorExpressionField("\(p) + \(q), \(p) - 2*\(q)")
      let box = IntervalBox([-2...2, -2...2])
      let found = try field.criticalPoints(in: box)
      #expect(found.isComplete, "\(p), \(q)")
      try #require(found.points.count == across.count * up.count, "\(p), \(q)")
      for (place, point) in found.points.enumerated() {
        // The roots are doubles, but what is meant by their digits may be anything that rounds to them.
        let x = across[place / up.count]
        let y = up[place % up.count]
        #expect((point.location[0] - x).magnitude <= point.errorRadius + x.ulp)
        #expect((point.location[1] - y).magnitude <= point.errorRadius + y.ulp)
        #expect(point.index == point.windingNumber)
      }
      guard case .agrees(let sum) = found.indexCheck else {
        Issue.record("\(found.indexCheck): \(p), \(q)")
        continue
      }
      #expect(try field.topologicalDegree(on: box) == sum)
      let scanned = try AnyVectorField(field).criticalPoints(in: box)
      #expect(scanned.points.count == found.points.count)
      #expect(scanned.indexCheck == .agrees(sum))
      #expect(scanned.completeness == .notProven)
    }
  }

  /// Whatever the formula: the search ends, its points are zeros, and its degrees agree where it gives them.
  @Test func anyFormulaIsSearchedInTime() throws {
    let parts = [
      "sin(3x y)", "x/(y - 1/3)", "sqrt(x + y)", "|x - y|", "exp(x) - 2y", "log(x^2 + y^2)", "x^y",
      "atan2(y, x)",
      "tan(x + y)", "floor(2x)", "gamma(x)", "min(x, y^2)", "if(x < 0.3, x - y, x + y)", "hypot(x, y) - 1",
      "cbrt(x) - y", "1/0", "x^0.5 - y^3",
      "erf(x) - y/2", "asin(x y)", "1/(x^2 + y^2 - 1)", "0 x", "sign(x) y", "x^-2 - y", "2^x - y^2",
    ]
    var generator = Generator(state: 43)
    for _ in 0..<24 {
      let first = parts.randomElement(using: &generator) ?? "x"
      let second = parts.randomElement(using: &generator) ?? "y"
      let field = try VectorExpressionField("\(first), \(second)")
      let box = IntervalBox([-2...2, -1.5...2])
      let found = try field.criticalPoints(in: box, limits: SearchLimits(maximumBoxes: 400))
      #expect(found.boxesExamined <= 400)
      if case .disagrees(let border, let inside) = found.indexCheck {
        Issue.record("\(first), \(second): \(border) on the border, \(inside) inside")
      }
      for point in found.points where point.evidence == .unique {
        #expect(
          point.index == point.windingNumber || point.windingNumber == nil, "\(first), \(second): \(point)")
        let value = field.value(at: point.location)
        let slope = field.jacobian(at: point.location).norm
        let allowed = 4 * slope * point.errorRadius + 1e-13
        #expect(value.allSatisfy { $0.magnitude <= allowed }, "\(first), \(second): \(point), \(value)")
      }
    }
  }
}
