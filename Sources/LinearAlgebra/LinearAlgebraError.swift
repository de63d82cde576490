/// Why a matrix cannot be made, taken apart or solved with.
public enum LinearAlgebraError: Error, Equatable, Sendable {
  /// A row has another length than the first; rows count from 0.
  case ragged(row: Int, count: Int, expected: Int)
  /// The matrix is not square.
  case notSquare(rows: Int, columns: Int)
  /// A vector or matrix has a size that does not fit.
  case size(found: Int, expected: Int)
  /// An element is NaN or infinite; rows and columns count from 0.
  case notFinite(row: Int, column: Int)
  /// An element and its mirror image differ by more than rounding.
  case notSymmetric(row: Int, column: Int)
  /// No row is left with anything but 0 in this column: the columns depend on each other.
  case singular(column: Int)
  /// The part of the matrix up to this row and column is not positive definite; they count from 0.
  case notPositiveDefinite(column: Int)
  /// The iteration for an eigenvalue did not settle.
  case notConverged(eigenvalue: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// One sentence: where, what, and what would be right.
  @export(interface)
  public var description: String {
    switch self {
    case .ragged(let row, let count, let expected):
      "row \(row) has \(count) numbers; expected \(expected) as in row 0"
    case .notSquare(let rows, let columns):
      "the matrix has \(rows) rows and \(columns) columns; expected as many rows as columns"
    case .size(let found, let expected):
      "there are \(found) numbers; expected \(expected)"
    case .notFinite(let row, let column):
      "the element in row \(row), column \(column) is not finite; expected a finite number"
    case .notSymmetric(let row, let column):
      "the elements at (\(row), \(column)) and (\(column), \(row)) differ; expected a symmetric matrix"
    case .singular(let column):
      "the matrix is singular: column \(column) depends on those before it; expected independent columns"
    case .notPositiveDefinite(let column):
      "the matrix is not positive definite at row and column \(column); expected x·Ax > 0 for every x but 0"
    case .notConverged(let eigenvalue):
      "the iteration for eigenvalue \(eigenvalue) did not settle"
    }
  }
}
