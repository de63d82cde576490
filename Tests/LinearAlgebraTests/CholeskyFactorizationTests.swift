import LinearAlgebra
import Testing

@Suite struct CholeskyFactorizationTests {
  @Test func takesApartAndSolves() throws {
    let factors = try CholeskyFactorization([[4, 2], [2, 5]])
    #expect(factors.lower == [[2, 0], [1, 2]])
    #expect((factors.logDeterminant - 2.772588722239781).magnitude < 1e-15)
    #expect(factors.solveLower([2, 5]) == [1, 2])
    // A·(1, 1) = (6, 7).
    #expect(try factors.solve([6, 7]) == [1, 1])
  }

  @Test func theProductIsTheMatrix() throws {
    let size = 6
    // Hilbert's matrix, whose condition is 1.5e7.
    let matrix = Matrix(rows: size, columns: size) { 1 / Double($0 + $1 + 1) }
    let lower = try CholeskyFactorization(matrix).lower
    #expect((lower * lower.transposed - matrix).largestMagnitude < 1e-15)
    let determinant = try CholeskyFactorization(matrix).logDeterminant
    // 1/det = 186313420339200000, which is a whole number; the condition takes 7 digits.
    #expect((determinant + 39.76620670609766).magnitude < 1e-6)
  }

  @Test func errors() {
    #expect(throws: LinearAlgebraError.notPositiveDefinite(column: 1)) {
      try CholeskyFactorization([[1, 2], [2, 1]])
    }
    #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) {
      try CholeskyFactorization([[1, 2], [0, 1]])
    }
    #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) {
      try CholeskyFactorization([[1, 2]])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) { try CholeskyFactorization([[.nan]]) }
    #expect(throws: LinearAlgebraError.size(found: 1, expected: 2)) {
      try CholeskyFactorization([[1, 0], [0, 1]]).solve([1])
    }
  }
}
