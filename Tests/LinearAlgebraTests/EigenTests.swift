import LinearAlgebra
import Testing

@Suite struct EigenTests {
  @Test(arguments: linearAlgebraReferences.indices)
  func valuesAreNumPys(_ index: Int) throws {
    let reference = linearAlgebraReferences[index]
    let matrix = try reference.matrix
    let eigen = try Eigen(matrix)
    // First order: a backward error moves an eigenvalue by the condition of the vectors at most (Bauer and Fike).
    for value in zip(reference.realParts, reference.imaginaryParts).map({ Complex($0, $1) }) {
      let nearest = eigen.values.map { ($0 - value).magnitude }.min() ?? .infinity
      #expect(nearest <= 1e-12 * max(matrix.norm, 1), "\(value) in \(eigen.values)")
    }
    #expect(EigenTests.residual(matrix, eigen) <= 64 * 0x1p-52 * Double(matrix.rows) * matrix.norm)
  }

  /// The largest |A·v − λ·v|.
  static func residual(_ matrix: Matrix, _ eigen: Eigen) -> Double {
    var worst = 0.0
    for (value, vector) in zip(eigen.values, eigen.vectors) {
      for row in 0..<matrix.rows {
        var sum = -(value * vector[row])
        for column in 0..<matrix.columns { sum = sum + matrix[row, column] * vector[column] }
        worst = max(worst, sum.magnitude)
      }
    }
    return worst
  }

  @Test func twoRows() throws {
    #expect(try Eigen([[0, -2], [2, 0]]).values == [Complex(0, -2), Complex(0, 2)])
    #expect(try Eigen([[1, 3], [0, -1]]).values == [Complex(-1), Complex(1)])
    #expect(try Eigen([[2, 1], [0, 2]]).values == [Complex(2), Complex(2)])
    #expect(try Eigen([[0, 1], [0, 0]]).values == [Complex(0), Complex(0)])
    #expect(try Eigen([[3]]).values == [Complex(3)])
    #expect(
      try Eigen(Matrix(rows: 2, columns: 2)).vectors == [
        [Complex(1), Complex(0)], [Complex(0), Complex(1)],
      ])
  }

  @Test func nearlyEqualRootsKeepTheirDigits() throws {
    // (a − d)²/4 + bc = 2⁻¹⁰⁴ exactly, although each term is near 1.
    let tiny = 0x1p-52
    let eigen = try Eigen([[1 + tiny, 1 + tiny], [-(1 - tiny), -1 - tiny]])
    // tr = 0, det = −(1+t)² + (1+t)(1−t) = −2t(1+t): λ = ±√(2t(1+t)).
    let expected = (2 * tiny * (1 + tiny)).squareRoot()
    #expect((eigen.values[1].real / expected - 1).magnitude < 1e-15)
    #expect(eigen.values[0].real == -eigen.values[1].real)
    // The small root of a product that cancels: det is one rounding of the large elements.
    let small = try Eigen([[1, 1], [1 - 0x1p-53, 1]])
    #expect((small.values[0].real / 0x1p-54 - 1).magnitude < 1e-15)
  }

  @Test func scalesFarFromOne() throws {
    for scale in [0x1p-1000, 0x1p-500, 0x1p500, 0x1p1000] {
      let two = try Eigen(scale * [[0, -2], [2, 0]])
      #expect(two.values == [Complex(0, -2 * scale), Complex(0, 2 * scale)])
      let three = try Eigen(scale * [[0, -1, 0], [1, 0, 0], [0, 0, 3]])
      #expect(three.values.map { $0.real / scale } == [0, 0, 3])
      #expect(three.values.map { $0.imaginary / scale } == [-1, 1, 0])
    }
  }

  @Test func defectiveMatricesKeepTheSizeOfTheirError() throws {
    let jordan: Matrix = [[2, 1, 0], [0, 2, 1], [0, 0, 2]]
    for value in try Eigen(jordan).values { #expect((value - Complex(2)).magnitude < 1e-5) }
    let turned = try Eigen([[3, 1, -1], [-1, 1, 1], [0, 0, 2]])
    for value in turned.values { #expect((value - Complex(2)).magnitude < 1e-7) }
    #expect(turned.vectors.allSatisfy { $0.allSatisfy { $0.magnitude <= 1 } })
  }

  @Test func badInputIsAnError() {
    #expect(throws: LinearAlgebraError.notSquare(rows: 1, columns: 2)) { try Eigen([[1, 2]]) }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) { try Eigen([[1, .nan], [0, 1]]) }
    #expect((try? Eigen(Matrix(rows: 0, columns: 0)))?.values.isEmpty == true)
  }
}
