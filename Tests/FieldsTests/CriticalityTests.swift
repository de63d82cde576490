import Expressions
import Fields
import LinearAlgebra
import Testing

@Suite struct CriticalityTests {
  @Test func kinds() {
    #expect(CriticalPointKind(hessian: [[2, 0], [0, 3]]) == .minimum)
    #expect(CriticalPointKind(hessian: [[-2, 1], [1, -3]]) == .maximum)
    #expect(CriticalPointKind(hessian: [[0, 1], [1, 0]]) == .saddle(index: 1))
    #expect(CriticalPointKind(hessian: [[0, 0], [0, 0]]) == .degenerate)
    #expect(CriticalPointKind(hessian: [[1, 1], [1, 1]], tolerance: 0) == .degenerate)
    #expect(CriticalPointKind(hessian: [[1, 0], [0, 0]]) == .degenerate)
    #expect(CriticalPointKind(hessian: [[.nan, 0], [0, 1]]) == .undecided)
    #expect(CriticalPointKind(hessian: Matrix(diagonal: [-1, -2, 3, 4, -5])) == .saddle(index: 3))
    #expect(Criticality(hessian: Matrix(diagonal: [-1, -2, -3])).index == -1)
    #expect(Criticality(hessian: Matrix(diagonal: [-1, 2, 3])).index == -1)
    #expect(Criticality(hessian: Matrix(diagonal: [0, 2, 3])).index == nil)
  }

  @Test func whatRoundingLeavesOpen() {
    let flat = Criticality(hessian: [[1, 1], [1, 1 + 1e-15]])
    #expect(flat.kind == .undecided && flat.settled == .degenerate)
    // A small curvature alone in its row is no rounding.
    #expect(CriticalPointKind(hessian: [[1, 0], [0, 1e-18]]) == .minimum)
    #expect(CriticalPointKind(hessian: [[1, 1e-10], [1e-10, -1e-18]]) == .saddle(index: 1))
    let errors = Matrix(rows: 2, columns: 2) { _, _ in 1e-8 }
    #expect(Criticality(hessian: [[2, 0], [0, 1e-9]], errors: errors).kind == .undecided)
    #expect(Criticality(hessian: [[2, 0], [0, 1e-7]], errors: errors).kind == .minimum)
  }

  /// Rosenbrock's valley at (1, 1): [[802, −400], [−400, 200]], condition 2508.01.
  @Test func rosenbrocksValley() throws {
    let field = try ScalarExpressionField("(1 - x)^2 + 100(y - x^2)^2")
    let hessians = Block<Double>(rows: 4, capacity: 1)
    field.hessians(at: Block(point: [1, 1]), into: hessians)
    let valley = Criticality(hessian: Matrix(rows: 2, columns: 2) { hessians[2 * $0 + $1, 0] })
    #expect(valley.kind == .minimum)
    #expect(valley.hessian == [[802, -400], [-400, 200]])
    // (λ₁ + λ₂)²/(λ₁λ₂) = κ + 2 + 1/κ = 1002²/400.
    let sum = 1002.0 * 1002 / 400
    #expect((valley.condition + 2 + 1 / valley.condition - sum).magnitude < 1e-9)
    #expect((valley.condition * 100).rounded() == 250801)
  }
}
