import LinearAlgebra
import Testing

@Suite struct LUFactorizationTests {
  @Test(arguments: linearAlgebraReferences.indices)
  func solutionsAndDeterminantsAreNumPys(_ index: Int) throws {
    let reference = linearAlgebraReferences[index]
    let matrix = try reference.matrix
    let factors = try LUFactorization(matrix)
    let solution = try factors.solve(reference.right)
    // Both are off by at most a few roundings times the condition, in units of the solution.
    let bound = 32 * 0x1p-52 * Double(matrix.rows) / factors.reciprocalCondition
    let size = Matrix(diagonal: reference.solution).largestMagnitude
    for (found, expected) in zip(solution, reference.solution) {
      #expect((found - expected).magnitude <= bound * size)
    }
    #expect((factors.determinant / reference.determinant - 1).magnitude <= bound)
    #expect(try matrix.determinant() == factors.determinant)
    let unit = matrix * factors.inverse - .identity(matrix.rows)
    #expect(unit.largestMagnitude <= bound)
  }

  @Test func theConditionOfHilbertsMatrix() throws {
    // Todd (1961): the condition of the Hilbert matrix of order 5 in the norm of the columns is 943656.
    let hilbert = Matrix(rows: 5, columns: 5) { 1 / Double($0 + $1 + 1) }
    let condition = 1 / (try LUFactorization(hilbert).reciprocalCondition)
    #expect((condition - 943_656).magnitude < 1e-4)
  }

  @Test func aPivotIsSought() throws {
    #expect(try LUFactorization([[0, 1], [1, 0]]).solve([2, 3]) == [3, 2])
    #expect(try LUFactorization([[0, 1], [1, 0]]).determinant == -1)
    // Without pivoting the small element would swallow the rest.
    #expect(try LUFactorization([[1e-20, 1], [1, 1]]).solve([1, 2]) == [1, 1])
  }

  @Test func determinantsBeyondTheRange() throws {
    let size = 8
    let tall = try LUFactorization(Matrix(diagonal: [Double](repeating: 1e200, count: size)))
    #expect(tall.determinant == .infinity)
    let mixed = try LUFactorization(Matrix(diagonal: [1e200, 1e200, 1e-200, -1e-200, 3]))
    #expect((mixed.determinant + 3).magnitude < 4e-15)
    #expect(try LUFactorization(Matrix(rows: 0, columns: 0)).determinant == 1)
  }

  @Test func whatCannotBeSolvedSaysWhy() throws {
    #expect(throws: LinearAlgebraError.singular(column: 1)) { try LUFactorization([[1, 2], [2, 4]]) }
    #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) { try LUFactorization([[1, 2]]) }
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try LUFactorization([[1, 2], [.nan, 4]])
    }
    let factors = try LUFactorization([[2, 0], [0, 2]])
    #expect(throws: LinearAlgebraError.size(found: 1, expected: 2)) { try factors.solve([1]) }
    #expect(throws: LinearAlgebraError.size(found: 1, expected: 2)) { try factors.solve([[1, 2]] as Matrix) }
    #expect(try (([[1, 2], [2, 4]] as Matrix).determinant()) == 0)
    #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) {
      try ([[1, 2]] as Matrix).determinant()
    }
  }
}

extension LinearAlgebraReference {
  var matrix: Matrix {
    get throws { try Matrix(rows: right.count, columns: right.count, elements: elements) }
  }
}
