import LinearAlgebra
import Testing

@Suite struct SymmetricEigenTests {
  @Test(arguments: linearAlgebraReferences.indices)
  func valuesAreNumPysAndVectorsAreAxes(_ index: Int) throws {
    let reference = linearAlgebraReferences[index]
    let half = try reference.matrix
    let matrix = half + half.transposed
    let eigen = try SymmetricEigen(matrix)
    // Weyl: a backward error of a few roundings of the norm moves no eigenvalue farther, there or here.
    let bound = 8 * 0x1p-52 * Double(matrix.rows) * matrix.norm
    for (found, expected) in zip(eigen.values, reference.symmetricValues) {
      #expect((found - expected).magnitude <= bound)
    }
    #expect(eigen.values == eigen.values.sorted())
    let axes = eigen.vectors
    #expect(
      (axes.transposed * axes - .identity(matrix.rows)).largestMagnitude < 1e-15 * Double(matrix.rows + 4))
    #expect((matrix * axes - axes * Matrix(diagonal: eigen.values)).largestMagnitude <= bound)
  }

  @Test func smallOnesKeepTheirDigits() throws {
    // A graded matrix: its small eigenvalue is the determinant, 2e-20 − 1e-22, over one that is 1.
    let values = try SymmetricEigen([[1, 1e-11], [1e-11, 2e-20]]).values
    #expect((values[0] / 1.99e-20 - 1).magnitude < 1e-14 && values[1] == 1)
    #expect(try SymmetricEigen([[0, 3], [3, 0]]).values == [-3, 3])
    #expect(try SymmetricEigen(Matrix(diagonal: [5, -1, 2])).values == [-1, 2, 5])
    #expect(try SymmetricEigen([[1e300, 1e300], [1e300, 1e300]]).values == [0, 2e300])
    #expect(try SymmetricEigen(Matrix(rows: 0, columns: 0)).values.isEmpty)
  }

  @Test func onlySymmetricMatrices() {
    #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0)) {
      try SymmetricEigen([[1, 2], [3, 1]])
    }
    #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) { try SymmetricEigen([[1, 2]]) }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) { try SymmetricEigen([[.infinity]]) }
    #expect((try? SymmetricEigen([[1, 0.3], [0.1 + 0.2, 1]])) != nil)
  }
}
