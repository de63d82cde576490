import Elementary

/// A matrix with its real eigenvalues on the diagonal and one block of two rows for each complex pair, zeros below:
/// A = S·T·S⁻¹.
///
/// The double-shift QR iteration (Francis 1961; Golub and Van Loan 2013, algorithm 7.5.1).
struct RealSchur {
  /// T.
  var form: Matrix
  /// S: a diagonal matrix times an orthogonal one.
  var basis: Matrix

  init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let start = Hessenberg(matrix)
    form = start.form
    basis = start.basis
    var last = matrix.rows - 1
    var steps = 0
    while last >= 0 {
      let first = beginning(of: last)
      if first == last {
        last -= 1
        steps = 0
      } else if first == last - 1 {
        split(first)
        last -= 2
        steps = 0
      } else {
        guard steps < 300 else { throw .notConverged(eigenvalue: last) }
        steps += 1
        step(first, last, isExceptional: steps % 10 == 0)
      }
    }
  }

  /// The first row of the block that ends in a row, after elements that are but rounding are cleared.
  private mutating func beginning(of last: Int) -> Int {
    var row = last
    while row > 0 {
      let neighbours = form[row - 1, row - 1].magnitude + form[row, row].magnitude
      let size = neighbours > 0 ? neighbours : form.norm
      if form[row, row - 1].magnitude <= 0x1p-53 * size {
        form[row, row - 1] = 0
        return row
      }
      row -= 1
    }
    return 0
  }

  /// One step with both eigenvalues of the last two rows as shifts, in real numbers throughout.
  private mutating func step(_ first: Int, _ last: Int, isExceptional: Bool) {
    let size = form.rows
    var sum = form[last - 1, last - 1] + form[last, last]
    var product = form[last - 1, last - 1] * form[last, last] - form[last - 1, last] * form[last, last - 1]
    if isExceptional {
      // Symmetry can hold the iteration in a circle; any other shift breaks it.
      let off = form[last, last - 1].magnitude + form[last - 1, last - 2].magnitude
      sum = 1.5 * off
      product = off * off
    }
    let corner = form[first, first]
    let below = form[first + 1, first]
    var bulge = [
      corner * corner + form[first, first + 1] * below - sum * corner + product,
      below * (corner + form[first + 1, first + 1] - sum),
      below * form[first + 2, first + 1],
    ]
    for row in first..<last {
      if row > first {
        bulge = (row...min(row + 2, last)).map { form[$0, row - 1] }
      }
      let reflection = Reflection(&bulge)
      let end = row + bulge.count
      reflection.apply(bulge, toRowsFrom: row, of: &form, columns: max(first, row - 1)..<size)
      reflection.apply(bulge, toColumnsFrom: row, of: &form, rows: 0..<min(end + 1, last + 1))
      reflection.apply(bulge, toColumnsFrom: row, of: &basis, rows: 0..<size)
      if row > first {
        for cleared in row + 1..<end { form[cleared, row - 1] = 0 }
      }
    }
  }

  /// Turns a block of two real eigenvalues into a triangle; leaves one of a complex pair as it is.
  private mutating func split(_ row: Int) {
    let size = form.rows
    let half = form[row, row] / 2 - form[row + 1, row + 1] / 2
    let discriminant = half * half + form[row, row + 1] * form[row + 1, row]
    guard discriminant >= 0 else { return }
    let root = discriminant.squareRoot()
    let offset = half < 0 ? half - root : half + root
    let length = Double.hypot(form[row + 1, row], offset)
    guard length > 0 else { return }
    let cosine = offset / length
    let sine = form[row + 1, row] / length
    for column in row..<size {
      let upper = form[row, column]
      let lower = form[row + 1, column]
      form[row, column] = cosine * upper + sine * lower
      form[row + 1, column] = cosine * lower - sine * upper
    }
    for index in 0..<row + 2 { turn(&form, index, row, cosine, sine) }
    for index in 0..<size { turn(&basis, index, row, cosine, sine) }
    form[row + 1, row] = 0
  }

  private func turn(_ matrix: inout Matrix, _ index: Int, _ column: Int, _ cosine: Double, _ sine: Double) {
    let left = matrix[index, column]
    let right = matrix[index, column + 1]
    matrix[index, column] = cosine * left + sine * right
    matrix[index, column + 1] = cosine * right - sine * left
  }
}
