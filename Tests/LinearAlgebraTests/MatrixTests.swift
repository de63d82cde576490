import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  @Test func rowsAndColumns() throws {
    let matrix: Matrix = [[1, 2, 3], [4, 5, 6]]
    #expect(matrix.rows == 2 && matrix.columns == 3)
    #expect(matrix.row(1) == [4, 5, 6] && matrix.column(2) == [3, 6])
    #expect(matrix.transposed == [[1, 4], [2, 5], [3, 6]])
    #expect(matrix * [1, 0, -1] == [-2, -2])
    #expect(matrix * matrix.transposed == [[14, 32], [32, 77]])
    #expect(matrix + matrix == 2 * matrix && matrix - matrix == 0 * matrix)
    #expect(try Matrix([[1, 2, 3], [4, 5, 6]]) == matrix)
    #expect(try Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6]) == matrix)
  }

  @Test func whatAMatrixIs() {
    let symmetric: Matrix = [[1, 2], [2, -3]]
    #expect(symmetric.isSymmetric && symmetric.isSquare && symmetric.isFinite)
    #expect(symmetric.trace == -2 && symmetric.largestMagnitude == 3)
    #expect(!([[.nan]] as Matrix).isSymmetric)
    #expect(Matrix.identity(3) * [1, 2, 3] == [1, 2, 3])
    #expect(Matrix(rows: 0, columns: 0).norm == 0)
    // 3-4-5 beyond the squares that fit.
    #expect((Matrix(diagonal: [3e200, 4e200]).norm / 5e200 - 1).magnitude < 1e-15)
  }

  @Test func raggedRowsAreAnError() {
    #expect(throws: LinearAlgebraError.ragged(row: 1, count: 1, expected: 2)) { try Matrix([[1, 2], [3]]) }
    #expect(throws: LinearAlgebraError.size(found: 3, expected: 4)) {
      try Matrix(rows: 2, columns: 2, elements: [1, 2, 3])
    }
  }

  @Test func everyErrorIsASentence() {
    let errors: [LinearAlgebraError] = [
      .ragged(row: 1, count: 1, expected: 2), .notSquare(rows: 1, columns: 2), .size(found: 1, expected: 2),
      .notFinite(row: 0, column: 1), .notSymmetric(row: 1, column: 0), .singular(column: 2),
      .notConverged(eigenvalue: 1),
    ]
    for error in errors { #expect(error.description.count > 20) }
    #expect(LinearAlgebraError.singular(column: 2).description.contains("column 2"))
  }
}
