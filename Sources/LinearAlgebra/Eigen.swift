import Elementary

/// The eigenvalues and eigenvectors of any real square matrix: complex ones come in pairs.
///
/// ```swift
/// let turn = try Eigen([[0, -2], [2, 0]])
/// turn.values                 // -2i and 2i
/// let saddle = try Eigen([[1, 3], [0, -1]])
/// saddle.values               // -1 and 1
/// ```
///
/// Two rows have a closed form, whose discriminant and determinant keep their digits however they cancel; from three
/// rows on the matrix is balanced and brought to Schur's form, which is that of a matrix as near as rounding (the roots
/// of a cubic lose digits where they lie close together). A symmetric matrix is left to ``SymmetricEigen``, so that its
/// eigenvalues are real.
///
/// Eigenvalues that coincide are as uncertain as a root of the rounding: for a double one without two eigenvectors,
/// some 10⁻⁸ of the matrix. Only a verdict with a tolerance should be built on them.
public struct Eigen: Sendable, Equatable {
  /// The eigenvalues, by rising real part, then by rising imaginary part.
  public let values: [Complex]
  /// The eigenvector of length 1 for each value; its component farthest from 0 is real and positive.
  public let vectors: [[Complex]]

  /// The eigenvalues and eigenvectors of a matrix.
  ///
  /// - Throws: ``LinearAlgebraError/notSquare(rows:columns:)``, ``LinearAlgebraError/notFinite(row:column:)``, or
  ///   ``LinearAlgebraError/notConverged(eigenvalue:)``, which no matrix is known to cause.
  @export(interface)
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    try matrix.requireSquareAndFinite()
    // A power of two brings the largest element near 1, so that no product leaves the range.
    let largest = matrix.largestMagnitude
    let exponent = largest == 0 ? 0 : max(-1000, min(1000, -Int(largest.exponent)))
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    let pairs = try Eigen.pairs(of: scale * matrix)
    let order = pairs.indices.sorted { first, second in
      let a = pairs[first].value
      let b = pairs[second].value
      return (a.real, a.imaginary, first) < (b.real, b.imaginary, second)
    }
    values = order.map { (1 / scale) * pairs[$0].value }
    vectors = order.map { Eigen.normalised(pairs[$0].vector) }
  }

  /// Length 1, and the farthest component on the positive real axis.
  private static func normalised(_ vector: [Complex]) -> [Complex] {
    var scale = 0.0
    var farthest = Complex(1)
    for component in vector where component.magnitude > scale {
      scale = component.magnitude
      farthest = component
    }
    let turned = vector.map { $0 / farthest }
    var square = 0.0
    for component in turned {
      square += component.real * component.real + component.imaginary * component.imaginary
    }
    return turned.map { (1 / square.squareRoot()) * $0 }
  }

  private static func pairs(
    of matrix: Matrix
  ) throws(LinearAlgebraError) -> [(value: Complex, vector: [Complex])] {
    if matrix.isSymmetric {
      let symmetric = try SymmetricEigen(matrix)
      return symmetric.values.enumerated().map { place, value in
        (Complex(value), symmetric.vectors.column(place).map { Complex($0) })
      }
    }
    return matrix.rows == 2 ? ofTwoRows(matrix) : pairs(of: try RealSchur(matrix))
  }

  private static func ofTwoRows(_ matrix: Matrix) -> [(value: Complex, vector: [Complex])] {
    let (a, b) = (matrix[0, 0], matrix[0, 1])
    let (c, d) = (matrix[1, 0], matrix[1, 1])
    return roots(a, b, c, d).map { value in
      // The rows of A − λ say the same; the longer one says it more sharply.
      let first = [Complex(b), value - Complex(a)]
      let second = [value - Complex(d), Complex(c)]
      let firstSize = b.magnitude + first[1].magnitude
      let secondSize = c.magnitude + second[0].magnitude
      return (value, firstSize >= secondSize ? first : second)
    }
  }

  /// λ = (a + d)/2 ± √((a − d)²/4 + bc).
  private static func roots(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> [Complex] {
    let middle = a / 2 + d / 2
    let half = a / 2 - d / 2
    let discriminant = sumOfProducts(half, half, b, c)
    guard discriminant >= 0 else {
      let imaginary = (-discriminant).squareRoot()
      return [Complex(middle, -imaginary), Complex(middle, imaginary)]
    }
    let root = discriminant.squareRoot()
    let outer = middle < 0 ? middle - root : middle + root
    if middle == 0 { return [Complex(-root), Complex(root)] }
    // The inner root by Vieta: no difference of nearly equal numbers.
    return [Complex(sumOfProducts(a, d, -b, c) / outer), Complex(outer)]
  }

  /// ab + cd with one rounding, but for a unit or so (Kahan's way, with Dekker's products).
  private static func sumOfProducts(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    let first = ExactProduct(a, b)
    let second = ExactProduct(c, d)
    let sum = ExactSum(first.value, second.value)
    return sum.value + (sum.rest + (first.rest + second.rest))
  }

  /// Eigenvectors by substitution upwards from each eigenvalue on the diagonal.
  private static func pairs(of schur: RealSchur) -> [(value: Complex, vector: [Complex])] {
    var result: [(value: Complex, vector: [Complex])] = []
    let size = schur.form.rows
    var row = 0
    while row < size {
      let isBlock = row + 1 < size && schur.form[row + 1, row] != 0
      if isBlock {
        for value in roots(
          schur.form[row, row], schur.form[row, row + 1], schur.form[row + 1, row],
          schur.form[row + 1, row + 1])
        {
          result.append((value, EigenSubstitution(schur, value, rows: row..<row + 2).vector))
        }
      } else {
        let value = Complex(schur.form[row, row])
        result.append((value, EigenSubstitution(schur, value, rows: row..<row + 1).vector))
      }
      row += isBlock ? 2 : 1
    }
    return result
  }
}
