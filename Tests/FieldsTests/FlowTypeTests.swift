import Expressions
import Fields
import LinearAlgebra
import Testing

@Suite struct FlowTypeTests {
  /// The picture book: every kind of the plane from whole numbers, which are exact.
  static let plane: [(Matrix, FlowType.Kind, Int, Int, Int?)] = [
    ([[0, 0], [0, 0]], .uniform, 0, 0, nil), ([[1, 0], [0, 2]], .source, 2, 0, 1),
    ([[-1, 0], [0, -2]], .sink, 0, 2, 1), ([[1, 0], [0, -1]], .saddle, 1, 1, -1),
    ([[0, 1], [1, 0]], .saddle, 1, 1, -1), ([[3, 0], [0, 3]], .starSource, 2, 0, 1),
    ([[-3, 0], [0, -3]], .starSink, 0, 2, 1), ([[2, 1], [0, 2]], .degenerateSource, 2, 0, 1),
    ([[-1, 4], [-1, -5]], .degenerateSink, 0, 2, 1), ([[0, -1], [1, 0]], .centre, 0, 0, 1),
    ([[1, -2], [1, -1]], .centre, 0, 0, 1), ([[-1, -1], [1, -1]], .spiralIn, 0, 2, 1),
    ([[1, -1], [1, 1]], .spiralOut, 2, 0, 1), ([[0, 1], [0, 0]], .shear, 0, 0, nil),
    ([[1, -1], [1, -1]], .shear, 0, 0, nil), ([[1, 2], [2, 4]], .degenerate, 1, 0, nil),
    ([[-1, 0], [0, 0]], .degenerate, 0, 1, nil),
  ]

  @Test(arguments: plane.indices)
  func everyKindOfThePlane(_ index: Int) {
    let (jacobian, kind, outgoing, incoming, pole) = FlowTypeTests.plane[index]
    let type = FlowType(jacobian: jacobian, tolerance: 0)
    #expect(type.kind == kind && type.settled == kind && type.possible == [kind])
    #expect(type.outgoing == outgoing && type.incoming == incoming && type.index == pole)
    // Rounding may leave it open, but what it is stays possible and is what a person would say.
    let rounded = FlowType(jacobian: jacobian)
    #expect(rounded.settled == kind && rounded.possible.contains(kind))
    #expect(rounded.kind == kind || rounded.kind == .undecided)
    // Neither another unit nor exchanging the axes changes the kind.
    for scale in [0x1p-600, 0x1p-1, 0x1p600] {
      #expect(FlowType(jacobian: scale * jacobian, tolerance: 0).kind == kind)
    }
    let swap: Matrix = [[0, 1], [1, 0]]
    #expect(FlowType(jacobian: swap * jacobian * swap, tolerance: 0).kind == kind)
  }

  static let space: [(Matrix, FlowType.Kind, Int, Int, Int?)] = [
    ([[0, 0, 0], [0, 0, 0], [0, 0, 0]], .uniform, 0, 0, nil),
    (Matrix(diagonal: [1, 2, 3]), .source, 3, 0, 1), (Matrix(diagonal: [-1, -2, -3]), .sink, 0, 3, -1),
    (Matrix(diagonal: [1, 1, -2]), .saddle, 2, 1, -1), (Matrix(diagonal: [1, -1, -2]), .saddle, 1, 2, 1),
    (Matrix(diagonal: [1, 1, 2]), .source, 3, 0, 1), (Matrix(diagonal: [2, 2, 2]), .starSource, 3, 0, 1),
    (Matrix(diagonal: [-2, -2, -2]), .starSink, 0, 3, -1),
    ([[1, 1, 0], [0, 1, 1], [0, 0, 1]], .degenerateSource, 3, 0, 1),
    ([[-1, 1, 0], [0, -1, 0], [0, 0, -1]], .degenerateSink, 0, 3, -1),
    ([[0, -1, 0], [1, 0, 0], [0, 0, 0]], .centre, 0, 0, nil),
    ([[0, -1, 0], [1, 0, 0], [0, 0, 2]], .degenerate, 1, 0, 1),
    ([[0, -3, 2], [3, 0, -1], [-2, 1, 0]], .centre, 0, 0, nil),
    ([[1, -1, 0], [1, 1, 0], [0, 0, 2]], .spiralOut, 3, 0, 1),
    ([[-1, -1, 0], [1, -1, 0], [0, 0, -2]], .spiralIn, 0, 3, -1),
    ([[-1, -1, 0], [1, -1, 0], [0, 0, 2]], .spiralSaddle, 1, 2, 1),
    ([[1, -1, 0], [1, 1, 0], [0, 0, -2]], .spiralSaddle, 2, 1, -1),
    ([[0, 1, 0], [0, 0, 1], [0, 0, 0]], .shear, 0, 0, nil),
    (Matrix(diagonal: [1, 0, -1]), .degenerate, 1, 1, nil),
    (Matrix(diagonal: [0, 0, 1]), .degenerate, 1, 0, nil),
    (Matrix(diagonal: [0, -2, -1]), .degenerate, 0, 2, nil),
    ([[1, -1, 0], [1, 1, 0], [0, 0, 0]], .degenerate, 2, 0, nil),
  ]

  @Test(arguments: space.indices)
  func everyKindOfSpace(_ index: Int) {
    let (jacobian, kind, outgoing, incoming, pole) = FlowTypeTests.space[index]
    let type = FlowType(jacobian: jacobian, tolerance: 0)
    #expect(type.kind == kind && type.settled == kind, "\(type.possible)")
    #expect(type.outgoing == outgoing && type.incoming == incoming && type.index == pole)
    #expect(FlowType(jacobian: jacobian).possible.contains(kind))
    // A change of basis by whole numbers with determinant 1 is exact and changes no eigenvalue.
    let basis: Matrix = [[1, 2, 0], [0, 1, 3], [0, 0, 1]]
    let inverse: Matrix = [[1, -2, 6], [0, 1, -3], [0, 0, 1]]
    let turned = FlowType(jacobian: basis * jacobian * inverse, tolerance: 0)
    #expect(turned.kind == kind && turned.outgoing == outgoing && turned.incoming == incoming)
  }

  /// Against the eigenvalues: whatever random numbers say, the counts agree.
  @Test func countsAreThoseOfTheEigenvalues() {
    var generator = SystemLikeGenerator(state: 5)
    for size in [2, 3] {
      for _ in 0..<500 {
        let matrix = Matrix(rows: size, columns: size) { _, _ in generator.next() }
        let type = FlowType(jacobian: matrix)
        #expect(type.kind != .undecided)
        #expect(type.outgoing == type.eigenvalues.filter { $0.real > 0 }.count)
        #expect(type.incoming == type.eigenvalues.filter { $0.real < 0 }.count)
        let turns = type.eigenvalues.contains { !$0.isReal }
        #expect(turns == [.spiralIn, .spiralOut, .spiralSaddle].contains(type.kind))
      }
    }
  }

  @Test func errorsLeaveItOpen() {
    let errors = Matrix(rows: 2, columns: 2) { _, _ in 1e-3 }
    let sampled = FlowType(jacobian: [[1e-4, -1], [1, 1e-4]], errors: errors)
    #expect(sampled.kind == .undecided && sampled.settled == .centre)
    #expect(sampled.possible == [.spiralIn, .centre, .spiralOut])
    #expect(sampled.outgoing == nil && sampled.index == 1)
    #expect(sampled.tolerance == 1e-3)
    // Far enough from every border the errors do not matter.
    #expect(FlowType(jacobian: [[0.1, -1], [1, 0.1]], errors: errors).kind == .spiralOut)
    // A trace of 10⁻¹⁷ beside derivatives of 1 may be rounding, but not if nothing else makes it.
    #expect(FlowType(jacobian: [[1, -2], [1, -1 + 0x1p-53]]).kind == .undecided)
    #expect(FlowType(jacobian: [[1e-17, -1], [1, 0]]).kind == .spiralOut)
  }

  /// Constants are exact, computed derivatives are not: intervals know which is which.
  @Test func formulasDecideWhatRoundingWouldLeaveOpen() throws {
    let decided: [(String, [Double], FlowType.Kind)] = [
      ("x - 2y, x - y", [0, 0], .centre), ("x - y, x - y", [3, 4], .shear), ("x, y", [1, 2], .starSource),
      ("y + x^2, -x", [0, 0], .centre), ("sin y, -sin x", [0, 0], .centre), ("1, 0", [5, 5], .uniform),
      ("x + 2y, 2x + 4y", [0, 0], .degenerate), ("y, -sin(x) - y/4", [0, 0], .spiralIn),
    ]
    for (text, point, kind) in decided {
      #expect(try VectorExpressionField(text).flowType(at: point).kind == kind, "\(text)")
    }
    // 0.1 is no double: whether the trace is 0, intervals cannot know.
    let open = try VectorExpressionField("0.1x - y, x - 0.1y").flowType(at: [0, 0])
    #expect(open.kind == .undecided && open.settled == .centre && open.tolerance < 1e-15)
    let pole = try VectorExpressionField("1/x, y").flowType(at: [0, 0])
    #expect(pole.kind == .undecided)
    let monkey = try ScalarExpressionField("x^3 - 3x y^2").criticality(at: [0, 0])
    #expect(monkey.kind == .degenerate)
    #expect(try ScalarExpressionField("(x + y)^2").criticality(at: [1, -1]).kind == .degenerate)
    #expect(try ScalarExpressionField("(1-x)^2 + 100(y-x^2)^2").criticality(at: [1, 1]).kind == .minimum)
  }

  @Test func noNumberIsNoVerdict() {
    let unknown = FlowType(jacobian: [[.nan, 0], [0, 1]])
    #expect(unknown.kind == .undecided && unknown.settled == .undecided && unknown.index == nil)
    #expect(unknown.eigenvalues.allSatisfy { $0.real.isNaN })
    #expect(FlowType(jacobian: Matrix.identity(4)).kind == .undecided)
    #expect(FlowType(jacobian: [[-2]]).kind == .sink && FlowType(jacobian: [[2]]).index == 1)
  }
}

/// Numbers in (−1, 1) that look random and are the same in every run.
struct SystemLikeGenerator {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(Int64(bitPattern: state) >> 11) * 0x1p-52
  }
}
