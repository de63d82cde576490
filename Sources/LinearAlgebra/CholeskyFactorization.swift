import Elementary

/// A symmetric positive definite matrix as L·Lᵀ, with L a lower triangle of positive diagonal.
///
/// ```swift
/// let factors = try CholeskyFactorization([[4, 2], [2, 5]])
/// factors.lower                    // [[2, 0], [1, 2]]
/// factors.logDeterminant           // log 16
/// ```
///
/// Row by row (Golub and Van Loan, *Matrix Computations*, 2013, §4.2); exactly the square root of what is no farther
/// from the matrix than some units in its last place.
public struct CholeskyFactorization: Sendable, Equatable {
  /// L.
  public let lower: Matrix

  /// The number of rows and columns.
  public var size: Int { lower.rows }

  /// Takes a matrix apart; elements that differ from their mirror image by rounding are replaced by the mean.
  ///
  /// - Throws: ``LinearAlgebraError/notSquare(rows:columns:)``, ``LinearAlgebraError/notFinite(row:column:)``,
  ///   ``LinearAlgebraError/notSymmetric(row:column:)`` or ``LinearAlgebraError/notPositiveDefinite(column:)``.
  @export(interface)
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquareAndFinite()
    let size = matrix.rows
    let allowed = SymmetricEigen.tolerance * matrix.largestMagnitude
    var lower = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0...row {
        let difference = matrix[row, column] - matrix[column, row]
        if difference.magnitude > allowed { throw .notSymmetric(row: row, column: column) }
        var rest = matrix[column, row] + 0.5 * difference
        for index in 0..<column { rest -= lower[row, index] * lower[column, index] }
        if column < row {
          lower[row, column] = rest / lower[column, column]
        } else {
          guard rest > 0 else { throw .notPositiveDefinite(column: column) }
          lower[row, row] = rest.squareRoot()
        }
      }
    }
    self.lower = lower
  }

  /// The y of L·y = b.
  ///
  /// - Precondition: b has ``size`` numbers.
  @export(interface)
  public func solveLower(_ right: [Double]) -> [Double] {
    precondition(right.count == size, "a number a row")
    var solution = right
    for row in 0..<size {
      var value = solution[row]
      for column in 0..<row { value -= lower[row, column] * solution[column] }
      solution[row] = value / lower[row, row]
    }
    return solution
  }

  /// The x of L·Lᵀ·x = b.
  ///
  /// - Throws: ``LinearAlgebraError/size(found:expected:)`` unless b has a number a row.
  @export(interface)
  public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard right.count == size else { throw .size(found: right.count, expected: size) }
    var solution = solveLower(right)
    for row in (0..<size).reversed() {
      var value = solution[row]
      for index in row + 1..<max(size, row + 1) { value -= lower[index, row] * solution[index] }
      solution[row] = value / lower[row, row]
    }
    return solution
  }

  /// The logarithm of the determinant, which itself may be beyond the range of numbers.
  @export(interface)
  public var logDeterminant: Double {
    var sum = 0.0
    for index in 0..<size { sum += Double.log(lower[index, index]) }
    return 2 * sum
  }
}
