import Elementary

/// The eigenvector of a matrix in Schur's form: known in the rows of its eigenvalue, 0 below, solved for above.
struct EigenSubstitution {
  private let form: Matrix
  private let value: Complex
  private let smallest: Double
  private var solution: [Complex]
  /// The eigenvector of the matrix itself; of no particular length.
  private(set) var vector: [Complex] = []

  init(_ schur: RealSchur, _ value: Complex, rows: Range<Int>) {
    form = schur.form
    self.value = value
    let size = schur.form.rows
    // A difference of equal eigenvalues is replaced by rounding, as if they were not quite equal.
    smallest = max(0x1p-53 * schur.form.norm, Double.leastNormalMagnitude)
    solution = [Complex](repeating: Complex(0), count: size)
    if rows.count == 1 {
      solution[rows.lowerBound] = Complex(1)
    } else {
      startBlock(rows.lowerBound)
    }
    solveUpwards(from: rows.lowerBound - 1)
    let components = solution
    vector = (0..<size).map { row in
      var sum = Complex(0)
      for column in 0..<size { sum = sum + schur.basis[row, column] * components[column] }
      return sum
    }
  }

  /// The eigenvector of a block of two rows, from the row that is farther from 0.
  private mutating func startBlock(_ row: Int) {
    let upper = form[row, row + 1]
    let lower = form[row + 1, row]
    if upper.magnitude >= lower.magnitude {
      solution[row] = Complex(upper)
      solution[row + 1] = value - Complex(form[row, row])
    } else {
      solution[row] = value - Complex(form[row + 1, row + 1])
      solution[row + 1] = Complex(lower)
    }
  }

  private mutating func solveUpwards(from last: Int) {
    var row = last
    while row >= 0 {
      let isBlock = row > 0 && form[row, row - 1] != 0
      if isBlock {
        solveBlock(row - 1)
      } else {
        solution[row] = -(remainder(row, from: row + 1) / pivot(row))
      }
      rescale()
      row -= isBlock ? 2 : 1
    }
  }

  private func pivot(_ row: Int) -> Complex {
    let difference = Complex(form[row, row]) - value
    return difference.magnitude < smallest ? Complex(smallest) : difference
  }

  /// What the rows below put on the other side.
  private func remainder(_ row: Int, from first: Int) -> Complex {
    var sum = Complex(0)
    for column in first..<max(first, form.columns) { sum = sum + form[row, column] * solution[column] }
    return sum
  }

  /// Two rows at once, by Cramer's rule.
  private mutating func solveBlock(_ row: Int) {
    let a = Complex(form[row, row]) - value
    let d = Complex(form[row + 1, row + 1]) - value
    let b = form[row, row + 1]
    let c = form[row + 1, row]
    let first = -remainder(row, from: row + 2)
    let second = -remainder(row + 1, from: row + 2)
    var determinant = a * d - Complex(b * c)
    let size = a.magnitude * d.magnitude + (b * c).magnitude
    if determinant.magnitude < 0x1p-53 * size {
      determinant = Complex(max(0x1p-53 * size, smallest * smallest))
    }
    solution[row] = (d * first - b * second) / determinant
    solution[row + 1] = (a * second - c * first) / determinant
  }

  /// Keeps the numbers in range: only the direction counts.
  private mutating func rescale() {
    var largest = 0.0
    for component in solution { largest = max(largest, component.magnitude) }
    guard largest > 0x1p400 else { return }
    for index in solution.indices { solution[index] = (1 / largest) * solution[index] }
  }
}
