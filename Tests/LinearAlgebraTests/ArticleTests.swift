import LinearAlgebra
import Testing

/// The examples of the article `LinearAlgebra.md` and of the doc comments.
@Suite struct ArticleTests {
  @Test func theOverview() throws {
    let hessian: Matrix = [[802, -400], [-400, 200]]
    #expect((try hessian.determinant() - 400).magnitude < 1e-10)
    let solution = try LUFactorization(hessian).solve([2, 0])
    #expect((solution[0] - 1).magnitude < 1e-12 && (solution[1] - 2).magnitude < 1e-12)
    let values = try SymmetricEigen(hessian).values
    #expect((values[0] - 0.39936).magnitude < 1e-5 && (values[1] - 1001.60064).magnitude < 1e-5)
  }

  @Test func nearlySingular() throws {
    let nearly = try LUFactorization([[1, 1], [1, 1 + 0x1p-40]])
    #expect((nearly.reciprocalCondition / 2.3e-13 - 1).magnitude < 0.02)
  }

  @Test func complexPairs() throws {
    #expect(try Eigen([[0, -2], [2, 0]]).values == [Complex(0, -2), Complex(0, 2)])
    let values = try Eigen([[1, 0, 0], [0, 0, -1], [0, 1, 0]]).values
    #expect(values == [Complex(0, -1), Complex(0, 1), Complex(1)])
  }

  @Test func theDocComments() throws {
    let turn: Matrix = [[0, -1], [1, 0]]
    #expect(turn * [3, 4] == [-4, 3] && turn * turn == -Matrix.identity(2) && turn.transposed[0, 1] == 1)
    let factors = try LUFactorization([[2, 1], [1, 3]])
    let solution = try factors.solve([3, 5])
    #expect((solution[0] - 0.8).magnitude < 1e-15 && (solution[1] - 1.4).magnitude < 1e-15)
    #expect(factors.determinant == 5 && (factors.reciprocalCondition - 0.3125).magnitude < 1e-15)
    let eigen = try SymmetricEigen([[2, 1], [1, 2]])
    #expect((eigen.values[0] - 1).magnitude < 1e-15 && (eigen.values[1] - 3).magnitude < 1e-15)
    #expect((eigen.vectors[0, 1] - 0.5.squareRoot()).magnitude < 1e-15)
    #expect(try Eigen([[1, 3], [0, -1]]).values == [Complex(-1), Complex(1)])
  }
}
