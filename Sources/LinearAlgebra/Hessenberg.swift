import Elementary

/// A matrix similar to another one, with what made it so: A = S·T·S⁻¹, S = D·Q with D diagonal and Q orthogonal.
///
/// First balanced, then with zeros below the first lower diagonal: the form in which the QR iteration is cheap.
struct Hessenberg {
  /// T.
  var form: Matrix
  /// S.
  var basis: Matrix

  init(_ matrix: Matrix) {
    form = matrix
    basis = .identity(matrix.rows)
    balance()
    for column in 0..<max(0, matrix.rows - 2) { clear(column) }
  }

  /// Scales by powers of two until rows and columns are alike in size, which rounds nothing.
  ///
  /// After Parlett and Reinsch (1969), with the Euclidean norm as James, Langou and Lowery (2014) advise.
  private mutating func balance() {
    let size = form.rows
    var isSettled = false
    var rounds = 0
    while !isSettled && rounds < 50 {
      isSettled = true
      rounds += 1
      for index in 0..<size {
        var column = 0.0
        var row = 0.0
        for other in 0..<size {
          column = Double.hypot(column, form[other, index])
          row = Double.hypot(row, form[index, other])
        }
        guard column > 0, row > 0, column.isFinite, row.isFinite else { continue }
        let exponent = (Int(row.exponent) - Int(column.exponent)) / 2
        guard exponent != 0 else { continue }
        let factor = Double(sign: .plus, exponent: exponent, significand: 1)
        guard Double.hypot(column * factor, row / factor) < 0.95 * Double.hypot(column, row) else { continue }
        isSettled = false
        for other in 0..<size { form[other, index] *= factor }
        for other in 0..<size { form[index, other] /= factor }
        basis[index, index] *= factor
      }
    }
  }

  /// Clears a column below the first lower diagonal by a reflection.
  private mutating func clear(_ column: Int) {
    let size = form.rows
    var normal = (column + 1..<size).map { form[$0, column] }
    guard normal.dropFirst().contains(where: { $0 != 0 }) else { return }
    let reflection = Reflection(&normal)
    reflection.apply(normal, toRowsFrom: column + 1, of: &form, columns: column..<size)
    reflection.apply(normal, toColumnsFrom: column + 1, of: &form, rows: 0..<size)
    reflection.apply(normal, toColumnsFrom: column + 1, of: &basis, rows: 0..<size)
    for row in column + 2..<size { form[row, column] = 0 }
  }
}

/// A reflection 1 − β·v·vᵀ that turns a vector onto the first axis (Householder 1958).
struct Reflection {
  /// β; 0 where there is nothing to turn.
  let factor: Double

  /// The reflection for a vector, which becomes v.
  init(_ vector: inout [Double]) {
    var length = 0.0
    for component in vector { length = Double.hypot(length, component) }
    guard length > 0, length.isFinite else {
      factor = 0
      return
    }
    // The sign that does not cancel.
    let head = vector[0] < 0 ? vector[0] - length : vector[0] + length
    for index in vector.indices.dropFirst() { vector[index] /= head }
    vector[0] = 1
    var square = 0.0
    for component in vector { square += component * component }
    factor = 2 / square
  }

  func apply(
    _ normal: [Double], toRowsFrom first: Int, of matrix: inout Matrix, columns: Range<Int>
  ) {
    for column in columns {
      var share = 0.0
      for (index, component) in normal.enumerated() { share += component * matrix[first + index, column] }
      share *= factor
      for (index, component) in normal.enumerated() { matrix[first + index, column] -= share * component }
    }
  }

  func apply(
    _ normal: [Double], toColumnsFrom first: Int, of matrix: inout Matrix, rows: Range<Int>
  ) {
    for row in rows {
      var share = 0.0
      for (index, component) in normal.enumerated() { share += component * matrix[row, first + index] }
      share *= factor
      for (index, component) in normal.enumerated() { matrix[row, first + index] -= share * component }
    }
  }
}
