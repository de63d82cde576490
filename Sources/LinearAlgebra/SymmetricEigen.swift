import Elementary

/// A symmetric matrix along its own axes: how much it stretches, and where.
///
/// ```swift
/// let eigen = try SymmetricEigen([[2, 1], [1, 2]])
/// eigen.values                 // [1, 3]
/// eigen.vectors.column(1)      // (0.707…, 0.707…)
/// ```
///
/// Jacobi's rotations in cyclic order (Golub and Van Loan, *Matrix Computations*, 2013, §8.5). Every value is right to
/// a few units in the last place of the largest one, and the vectors are orthogonal to rounding.
public struct SymmetricEigen: Sendable, Equatable {
  /// The eigenvalues in rising order.
  public let values: [Double]
  /// Column i is the eigenvector of length 1 for value i; its component farthest from 0 is positive.
  public let vectors: Matrix

  /// The part of the largest element by which mirror images may differ and still be taken for equal.
  public static let tolerance = 1e-12

  /// The axes of a symmetric matrix; elements that differ from their mirror image by rounding are replaced by the mean.
  ///
  /// - Throws: ``LinearAlgebraError/notSquare(rows:columns:)``, ``LinearAlgebraError/notFinite(row:column:)`` or
  ///   ``LinearAlgebraError/notSymmetric(row:column:)``.
  @export(interface)
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquareAndFinite()
    let size = matrix.rows
    let allowed = SymmetricEigen.tolerance * matrix.largestMagnitude
    for row in 0..<size {
      for column in 0..<row where (matrix[row, column] - matrix[column, row]).magnitude > allowed {
        throw .notSymmetric(row: row, column: column)
      }
    }
    var rotations = JacobiRotations(matrix)
    // Each sweep squares what is left beside the diagonal; ten are plenty for any matrix.
    var sweeps = 0
    while rotations.sweep() {
      sweeps += 1
      guard sweeps < 100 else { throw .notConverged(eigenvalue: 0) }
    }
    let found = rotations.matrix
    let axes = rotations.axes
    let order = (0..<size).sorted { (found[$0, $0], $0) < (found[$1, $1], $1) }
    values = order.map { found[$0, $0] }
    var vectors = Matrix(rows: size, columns: size)
    for (place, source) in order.enumerated() {
      var largest = 0
      for row in 0..<size where axes[row, source].magnitude > axes[largest, source].magnitude {
        largest = row
      }
      let sign = size > 0 && axes[largest, source] < 0 ? -1.0 : 1.0
      for row in 0..<size { vectors[row, place] = sign * axes[row, source] }
    }
    self.vectors = vectors
  }
}

/// A symmetric matrix on its way to a diagonal, and the rotations so far.
private struct JacobiRotations {
  var matrix: Matrix
  var axes: Matrix

  init(_ original: Matrix) {
    let size = original.rows
    matrix = Matrix(rows: size, columns: size) { row, column in
      original[row, column] / 2 + original[column, row] / 2
    }
    axes = .identity(size)
  }

  /// Rotates every pair once; whether there was anything to rotate.
  mutating func sweep() -> Bool {
    var hasRotated = false
    for p in 0..<matrix.rows {
      for q in p + 1..<max(matrix.rows, p + 1) where matters(p, q) {
        rotate(p, q)
        hasRotated = true
      }
    }
    return hasRotated
  }

  /// Whether an element would still change the diagonal.
  private func matters(_ p: Int, _ q: Int) -> Bool {
    let size = matrix[p, q].magnitude
    let first = matrix[p, p].magnitude
    let second = matrix[q, q].magnitude
    return size > 0 && (first + size != first || second + size != second)
  }

  /// Turns axes p and q so that their common element becomes 0.
  private mutating func rotate(_ p: Int, _ q: Int) {
    let common = matrix[p, q]
    let slope = (matrix[q, q] / 2 - matrix[p, p] / 2) / common
    // The smaller of the two angles; for a huge slope it is 1/(2 · slope), and nothing overflows.
    let root = Double.hypot(slope, 1)
    let tangent = (slope < 0 ? -1 : 1) / (slope.magnitude + root)
    let cosine = 1 / Double.hypot(tangent, 1)
    let sine = tangent * cosine
    matrix[p, p] -= tangent * common
    matrix[q, q] += tangent * common
    matrix[p, q] = 0
    matrix[q, p] = 0
    for index in 0..<matrix.rows {
      if index != p && index != q {
        let first = matrix[index, p]
        let second = matrix[index, q]
        let turned = cosine * first - sine * second
        let other = sine * first + cosine * second
        matrix[index, p] = turned
        matrix[p, index] = turned
        matrix[index, q] = other
        matrix[q, index] = other
      }
      let first = axes[index, p]
      let second = axes[index, q]
      axes[index, p] = cosine * first - sine * second
      axes[index, q] = sine * first + cosine * second
    }
  }
}
