import Elementary

/// Numbers in rows and columns: a Jacobian, a Hessian, the coefficients of a linear system.
///
/// ```swift
/// let turn: Matrix = [[0, -1], [1, 0]]
/// turn * [3, 4]              // [-4, 3]
/// turn * turn                // -1 on the diagonal
/// turn.transposed[0, 1]      // 1
/// ```
///
/// Dense, one row after the other. Sums are taken from left to right, so that the same matrix gives the same bits
/// everywhere. For the few rows and columns of a point of a field; nothing is blocked or threaded.
public struct Matrix: Sendable, Equatable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The numbers, row after row: place row · ``columns`` + column.
  public private(set) var elements: [Double]

  /// A matrix of zeros.
  public init(rows: Int, columns: Int) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative size")
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: 0, count: rows * columns)
  }

  /// The matrix of these numbers, row after row.
  ///
  /// - Throws: ``LinearAlgebraError/size(found:expected:)`` unless there are rows · columns numbers.
  public init(rows: Int, columns: Int, elements: [Double]) throws(LinearAlgebraError) {
    self.init(rows: rows, columns: columns)
    guard elements.count == rows * columns else {
      throw .size(found: elements.count, expected: rows * columns)
    }
    self.elements = elements
  }

  /// The matrix of these rows.
  ///
  /// - Throws: ``LinearAlgebraError/ragged(row:count:expected:)`` unless all have one length.
  public init(_ rows: [[Double]]) throws(LinearAlgebraError) {
    self.init(rows: rows.count, columns: rows.first?.count ?? 0)
    for (index, row) in rows.enumerated() {
      guard row.count == columns else { throw .ragged(row: index, count: row.count, expected: columns) }
      for (column, value) in row.enumerated() { self[index, column] = value }
    }
  }

  /// The matrix whose elements a function of row and column gives.
  public init(rows: Int, columns: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
    self.init(rows: rows, columns: columns)
    for row in 0..<rows {
      for column in 0..<columns { self[row, column] = element(row, column) }
    }
  }

  /// The matrix with these numbers on the diagonal and 0 beside it.
  public init(diagonal: [Double]) {
    self.init(rows: diagonal.count, columns: diagonal.count)
    for (index, value) in diagonal.enumerated() { self[index, index] = value }
  }

  /// The matrix that changes nothing.
  public static func identity(_ size: Int) -> Matrix {
    Matrix(diagonal: [Double](repeating: 1, count: size))
  }

  /// One element; rows and columns count from 0.
  public subscript(row: Int, column: Int) -> Double {
    get {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "no such element")
      return elements[row * columns + column]
    }
    set {
      precondition(row >= 0 && row < rows && column >= 0 && column < columns, "no such element")
      elements[row * columns + column] = newValue
    }
  }

  /// The numbers of a row.
  public func row(_ index: Int) -> [Double] { (0..<columns).map { self[index, $0] } }

  /// The numbers of a column.
  public func column(_ index: Int) -> [Double] { (0..<rows).map { self[$0, index] } }

  /// Whether there are as many rows as columns.
  public var isSquare: Bool { rows == columns }

  /// Whether every element equals its mirror image, bit for bit; false where one is NaN.
  public var isSymmetric: Bool {
    guard isSquare else { return false }
    for row in 0..<rows {
      for column in 0...row where self[row, column] != self[column, row] { return false }
    }
    return true
  }

  /// Whether no element is NaN or infinite.
  public var isFinite: Bool { elements.allSatisfy { $0.isFinite } }

  /// Rows and columns exchanged.
  public var transposed: Matrix { Matrix(rows: columns, columns: rows) { self[$1, $0] } }

  /// The sum of the diagonal.
  public var trace: Double {
    var sum = 0.0
    for index in 0..<min(rows, columns) { sum += self[index, index] }
    return sum
  }

  /// The greatest |element|; NaN where one is, 0 for an empty matrix.
  public var largestMagnitude: Double {
    var largest = 0.0
    for element in elements {
      if element.isNaN { return .nan }
      largest = max(largest, element.magnitude)
    }
    return largest
  }

  /// The Frobenius norm √Σ aᵢⱼ², which is at least the greatest stretch of any vector.
  public var norm: Double {
    let scale = largestMagnitude
    guard scale > 0, scale.isFinite else { return scale }
    // Divided first, no square overflows.
    var sum = 0.0
    for element in elements { sum += (element / scale) * (element / scale) }
    return scale * sum.squareRoot()
  }
}

extension Matrix: ExpressibleByArrayLiteral {
  /// The matrix of the rows of a literal, which must have one length.
  public init(arrayLiteral rows: [Double]...) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "the rows of a matrix have one length")
    self.init(rows: rows.count, columns: columns) { rows[$0][$1] }
  }
}

extension Matrix {
  /// The sum, element by element.
  public static func + (first: Matrix, second: Matrix) -> Matrix {
    precondition(first.rows == second.rows && first.columns == second.columns, "the sizes differ")
    return Matrix(rows: first.rows, columns: first.columns) { first[$0, $1] + second[$0, $1] }
  }

  /// The difference, element by element.
  public static func - (first: Matrix, second: Matrix) -> Matrix {
    precondition(first.rows == second.rows && first.columns == second.columns, "the sizes differ")
    return Matrix(rows: first.rows, columns: first.columns) { first[$0, $1] - second[$0, $1] }
  }

  /// Every element with the other sign.
  public static prefix func - (matrix: Matrix) -> Matrix {
    Matrix(rows: matrix.rows, columns: matrix.columns) { -matrix[$0, $1] }
  }

  /// Every element times a number.
  public static func * (factor: Double, matrix: Matrix) -> Matrix {
    Matrix(rows: matrix.rows, columns: matrix.columns) { factor * matrix[$0, $1] }
  }

  /// The product of two matrices: first the second one, then the first one.
  public static func * (first: Matrix, second: Matrix) -> Matrix {
    precondition(first.columns == second.rows, "as many columns before as rows behind")
    return Matrix(rows: first.rows, columns: second.columns) { row, column in
      var sum = 0.0
      for index in 0..<first.columns { sum += first[row, index] * second[index, column] }
      return sum
    }
  }

  /// A matrix at work on a vector.
  public static func * (matrix: Matrix, vector: [Double]) -> [Double] {
    precondition(matrix.columns == vector.count, "as many columns as components")
    return (0..<matrix.rows).map { row in
      var sum = 0.0
      for (column, component) in vector.enumerated() { sum += matrix[row, column] * component }
      return sum
    }
  }
}
