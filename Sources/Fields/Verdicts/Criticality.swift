import Elementary
import LinearAlgebra

/// What a scalar field does where its gradient is 0.
public enum CriticalPointKind: Sendable, Equatable, Hashable {
  /// Higher all around: every eigenvalue of the Hessian is positive.
  case minimum
  /// Lower all around: every eigenvalue is negative.
  case maximum
  /// Higher in some directions and lower in as many as the index says.
  case saddle(index: Int)
  /// The Hessian has an eigenvalue 0: the second derivatives do not decide.
  case degenerate
  /// The errors leave the sign of an eigenvalue open, or a derivative is not a number.
  case undecided

  /// The verdict of a Hessian whose elements may be off by a share of themselves.
  ///
  /// - Precondition: the matrix is square.
  public init(hessian: Matrix, tolerance: Double = Criticality.rounding) {
    self = Criticality(hessian: hessian, tolerance: tolerance).kind
  }
}

/// The kind of a critical point with its evidence: the curvatures along their axes, and how sure their signs are.
///
/// ```swift
/// let hill = Criticality(hessian: [[2, 0], [0, -6]])
/// hill.kind                // saddle(index: 1)
/// hill.eigenvalues         // [-6, 2]
///
/// let ridge = Criticality(hessian: [[2, 0], [0, 1e-9]], errors: Matrix(rows: 2, columns: 2) { _, _ in 1e-8 })
/// ridge.kind               // undecided
/// ridge.settled            // degenerate
/// ```
///
/// Signs are those of the Hessian scaled by powers of two to rows of like size, which changes none (Sylvester's law of
/// inertia). An eigenvalue is off by no more than the norm of the errors (Weyl; Golub and Van Loan 2013, §8.1); where
/// it is closer to 0 than that, the determinant is bounded as well, so that an exact 0 is seen in up to three
/// dimensions.
public struct Criticality: Sendable, Equatable {
  /// The second derivatives.
  public let hessian: Matrix
  /// By how much each second derivative may be off.
  public let errors: Matrix
  /// The curvatures along ``axes``, rising; NaN where a derivative is.
  public let eigenvalues: [Double]
  /// Column i is the direction of curvature i, of length 1.
  public let axes: Matrix
  /// The verdict.
  public let kind: CriticalPointKind
  /// The verdict if every eigenvalue whose sign the errors leave open is 0.
  public let settled: CriticalPointKind

  /// The share of each derivative by which it may be off unless something else is said.
  public static let rounding = VectorReading.rounding

  /// The verdict of a Hessian whose elements may be off by these amounts, each at most.
  ///
  /// - Precondition: both matrices are square and of one size; no error is negative.
  @export(interface)
  public init(hessian: Matrix, errors: Matrix) {
    precondition(hessian.isSquare, "a Hessian has as many rows as columns")
    precondition(errors.rows == hessian.rows && errors.columns == hessian.columns, "an error an element")
    self.hessian = hessian
    self.errors = errors
    let size = hessian.rows
    guard let eigen = try? SymmetricEigen(hessian), errors.isFinite, size > 0 else {
      eigenvalues = [Double](repeating: .nan, count: size)
      axes = Matrix(rows: size, columns: size) { _, _ in .nan }
      kind = .undecided
      settled = .undecided
      return
    }
    eigenvalues = eigen.values
    axes = eigen.vectors
    let inertia = Inertia(hessian: hessian, errors: errors)
    kind = inertia.kind
    settled = inertia.settled
  }

  /// The verdict of a Hessian whose elements may be off by a share of themselves; an element 0 is exactly 0.
  ///
  /// - Precondition: the matrix is square.
  public init(hessian: Matrix, tolerance: Double = Criticality.rounding) {
    let errors = Matrix(rows: hessian.rows, columns: hessian.columns) { row, column in
      tolerance * hessian[row, column].magnitude
    }
    self.init(hessian: hessian, errors: errors)
  }

  /// The greatest error as a share of the greatest derivative: the tolerance of the verdict in one number.
  public var tolerance: Double {
    let largest = errors.largestMagnitude
    return largest == 0 ? 0 : largest / hessian.largestMagnitude
  }

  /// How much steeper the steepest curvature is than the flattest: |λ|max/|λ|min.
  @export(interface)
  public var condition: Double {
    var least = Double.infinity
    var greatest = 0.0
    for value in eigenvalues {
      if value.isNaN { return .nan }
      least = min(least, value.magnitude)
      greatest = max(greatest, value.magnitude)
    }
    return greatest / least
  }

  /// The Poincaré index of the gradient field at a zero with this Hessian, the sign of the determinant; `nil` where
  /// that is 0 or undecided.
  public var index: Int? {
    switch kind {
    case .minimum: 1
    case .maximum: hessian.rows % 2 == 0 ? 1 : -1
    case .saddle(let index): index % 2 == 0 ? 1 : -1
    case .degenerate, .undecided: nil
    }
  }
}

/// How many eigenvalues of a symmetric matrix are positive, negative and too near 0 to tell.
private struct Inertia {
  var positive = 0
  var negative = 0
  var open = 0
  /// Whether the determinant is exactly 0.
  var isSingular = false

  init(hessian: Matrix, errors: Matrix) {
    let size = hessian.rows
    let scales = Inertia.scales(hessian)
    let scaled = Matrix(rows: size, columns: size) { scales[$0] * hessian[$0, $1] * scales[$1] }
    let spread = Matrix(rows: size, columns: size) { scales[$0] * errors[$0, $1] * scales[$1] }
    guard let eigen = try? SymmetricEigen(scaled), spread.isFinite else {
      open = size
      return
    }
    // Jacobi's own error: a few roundings of the norm for each row.
    let bound = spread.norm + 0x1p-50 * Double(size) * scaled.norm
    for value in eigen.values {
      if value > bound { positive += 1 } else if value < -bound { negative += 1 } else { open += 1 }
    }
    guard open > 0 else { return }
    isSingular = Inertia.isSingular(scaled, spread)
  }

  var kind: CriticalPointKind {
    if isSingular { return .degenerate }
    return open > 0 ? .undecided : settled
  }

  var settled: CriticalPointKind {
    if open > 0 { return .degenerate }
    if negative == 0 { return .minimum }
    return positive == 0 ? .maximum : .saddle(index: negative)
  }

  /// Powers of two that bring the largest element of every row near 1.
  private static func scales(_ matrix: Matrix) -> [Double] {
    var scales = [Double](repeating: 1, count: matrix.rows)
    for _ in 0..<4 {
      var next = scales
      for row in 0..<matrix.rows {
        var largest = 0.0
        for column in 0..<matrix.rows {
          largest = max(largest, (scales[row] * matrix[row, column] * scales[column]).magnitude)
        }
        guard largest > 0, largest.isFinite else { continue }
        let exponent = max(-400, min(400, -Int(largest.exponent) / 2))
        next[row] = scales[row] * Double(sign: .plus, exponent: exponent, significand: 1)
      }
      scales = next
    }
    return scales
  }

  /// Whether a matrix has a row of zeros, or up to three rows and a determinant that is exactly 0.
  private static func isSingular(_ matrix: Matrix, _ errors: Matrix) -> Bool {
    let size = matrix.rows
    for row in 0..<size where (0..<size).allSatisfy({ matrix[row, $0] == 0 && errors[row, $0] == 0 }) {
      return true
    }
    guard size <= 3 else { return false }
    let invariants = FlowInvariants(jacobian: matrix, errors: errors)
    return invariants.determinantSign == 0
  }
}
