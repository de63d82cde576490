import Elementary

/// A square matrix taken apart into a lower and an upper triangle, to solve with it again and again.
///
/// ```swift
/// let factors = try LUFactorization([[2, 1], [1, 3]])
/// try factors.solve([3, 5])        // [0.8, 1.4]
/// factors.determinant              // 5
/// factors.reciprocalCondition      // 0.3125
/// ```
///
/// Gaussian elimination with partial pivoting: P·A = L·U. The solution of A·x = b is that of a matrix next to A, off by
/// a few units in the last place of |L||U| (Higham, *Accuracy and Stability of Numerical Algorithms*, 2002, §9.3).
public struct LUFactorization: Sendable {
  /// The number of rows and columns.
  public let size: Int
  private let norm: Double
  // U on and above the diagonal, L without its ones below it.
  private var factors: [Double]
  // Row i of P·A is this row of A.
  private var order: [Int]
  private var isOddOrder = false

  /// Takes a matrix apart.
  ///
  /// - Throws: ``LinearAlgebraError/notSquare(rows:columns:)``, ``LinearAlgebraError/notFinite(row:column:)``, or
  ///   ``LinearAlgebraError/singular(column:)`` where a pivot is 0. A matrix that is only nearly singular is no error:
  ///   ask ``reciprocalCondition``.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquareAndFinite()
    size = matrix.rows
    factors = matrix.elements
    order = Array(0..<size)
    norm = LUFactorization.columnNorm(matrix)
    for column in 0..<size { try eliminate(column) }
  }

  private mutating func eliminate(_ column: Int) throws(LinearAlgebraError) {
    var pivot = column
    for row in column..<size where at(row, column).magnitude > at(pivot, column).magnitude { pivot = row }
    guard at(pivot, column) != 0 else { throw .singular(column: column) }
    if pivot != column {
      for index in 0..<size { factors.swapAt(pivot * size + index, column * size + index) }
      order.swapAt(pivot, column)
      isOddOrder.toggle()
    }
    for row in column + 1..<max(size, column + 1) {
      let factor = at(row, column) / at(column, column)
      factors[row * size + column] = factor
      guard factor != 0 else { continue }
      for index in column + 1..<size { factors[row * size + index] -= factor * at(column, index) }
    }
  }

  private func at(_ row: Int, _ column: Int) -> Double { factors[row * size + column] }

  /// The largest sum of |elements| of a column.
  private static func columnNorm(_ matrix: Matrix) -> Double {
    var largest = 0.0
    for column in 0..<matrix.columns {
      var sum = 0.0
      for row in 0..<matrix.rows { sum += matrix[row, column].magnitude }
      largest = max(largest, sum)
    }
    return largest
  }

  /// The x of A·x = b.
  ///
  /// - Throws: ``LinearAlgebraError/size(found:expected:)`` unless b has a number a row.
  public func solve(_ right: [Double]) throws(LinearAlgebraError) -> [Double] {
    guard right.count == size else { throw .size(found: right.count, expected: size) }
    var solution = right
    solve(right, into: &solution)
    return solution
  }

  /// The x of A·x = b into memory that is there already, for those who solve in a loop.
  ///
  /// - Precondition: both have ``size`` numbers.
  @export(interface)
  public func solve(_ right: [Double], into solution: inout [Double]) {
    precondition(right.count == size && solution.count == size, "a number a row")
    for row in 0..<size {
      var value = right[order[row]]
      for column in 0..<row { value -= at(row, column) * solution[column] }
      solution[row] = value
    }
    for row in (0..<size).reversed() {
      var value = solution[row]
      for column in row + 1..<max(size, row + 1) { value -= at(row, column) * solution[column] }
      solution[row] = value / at(row, row)
    }
  }

  /// The X of A·X = B, column by column.
  ///
  /// - Throws: ``LinearAlgebraError/size(found:expected:)`` unless B has as many rows as A.
  @export(interface)
  public func solve(_ right: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard right.rows == size else { throw .size(found: right.rows, expected: size) }
    var result = Matrix(rows: size, columns: right.columns)
    var solution = [Double](repeating: 0, count: size)
    for column in 0..<right.columns {
      solve(right.column(column), into: &solution)
      for row in 0..<size { result[row, column] = solution[row] }
    }
    return result
  }

  /// A⁻¹.
  @export(interface)
  public var inverse: Matrix {
    var result = Matrix(rows: size, columns: size)
    var unit = [Double](repeating: 0, count: size)
    var solution = unit
    for column in 0..<size {
      unit[column] = 1
      solve(unit, into: &solution)
      unit[column] = 0
      for row in 0..<size { result[row, column] = solution[row] }
    }
    return result
  }

  /// The determinant: the signed volume of the image of the unit cube.
  @export(interface)
  public var determinant: Double {
    // Exponents are summed apart, so that no product on the way leaves the range.
    var product = isOddOrder ? -1.0 : 1.0
    var exponent = 0
    for index in 0..<size {
      let pivot = at(index, index)
      guard pivot.isFinite else { return .nan }
      let next = product * (pivot < 0 ? -pivot.significand : pivot.significand)
      exponent += Int(pivot.exponent) + Int(next.exponent)
      product = next < 0 ? -next.significand : next.significand
    }
    return Double(sign: .plus, exponent: max(-5000, min(5000, exponent)), significand: product)
  }

  /// 1/(‖A‖·‖A⁻¹‖) in the norm of the columns: near 1 for a good matrix, near 10⁻¹⁶ for one that is singular but for
  /// rounding.
  public var reciprocalCondition: Double {
    size == 0 ? 1 : 1 / (norm * LUFactorization.columnNorm(inverse))
  }
}

extension Matrix {
  /// The determinant by elimination; 0 where that finds no pivot.
  ///
  /// - Throws: ``LinearAlgebraError/notSquare(rows:columns:)`` or ``LinearAlgebraError/notFinite(row:column:)``.
  public func determinant() throws(LinearAlgebraError) -> Double {
    do throws(LinearAlgebraError) {
      return try LUFactorization(self).determinant
    } catch {
      if case .singular = error { return 0 }
      throw error
    }
  }

  func requireSquareAndFinite() throws(LinearAlgebraError) {
    guard isSquare else { throw .notSquare(rows: rows, columns: columns) }
    for (place, element) in elements.enumerated() where !element.isFinite {
      throw .notFinite(row: place / columns, column: place % columns)
    }
  }
}
