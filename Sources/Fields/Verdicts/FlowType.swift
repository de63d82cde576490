import Elementary
import LinearAlgebra

/// What a flow does near a point, read off its Jacobian there: a source, a saddle, a spiral, a centre.
///
/// ```swift
/// let spiral = FlowType(jacobian: [[-0.1, -1], [1, -0.1]])
/// spiral.kind              // spiralIn
/// spiral.eigenvalues       // −0.1 ± i
///
/// let sampled = FlowType(jacobian: [[1e-4, -1], [1, 1e-4]], errors: Matrix(rows: 2, columns: 2) { _, _ in 1e-3 })
/// sampled.kind             // undecided
/// sampled.possible         // spiralIn, centre, spiralOut
/// ```
///
/// The verdict rests on signs: those of trace, determinant and discriminant in the plane, of their counterparts for a
/// cubic in space. Each is bounded from the bounds of the derivatives, exactly where floating point is exact. A sign that
/// the errors leave open is not guessed: where it matters, ``kind`` is ``Kind/undecided``, ``possible`` lists what it may
/// be, and ``settled`` says what it is if all that may be rounding is 0.
///
/// In one, two and three dimensions; beyond that only the eigenvalues are given. Names are those of the linear flow
/// x′ = J·x, whose picture a flow near its zero has unless the verdict is a limiting one: centre, star, degenerate or
/// shear (Hartman–Grobman; Perko, *Differential Equations and Dynamical Systems*, 2001, §1.5 and §2.10).
public struct FlowType: Sendable, Equatable {
  /// The derivatives; element (i, j) is ∂Fᵢ/∂xⱼ.
  public let jacobian: Matrix
  /// By how much each derivative may be off.
  public let errors: Matrix
  /// The rates of growth, by rising real part; NaN where a derivative is.
  public let eigenvalues: [Complex]
  /// Every kind that the errors allow, in the order of ``Kind``.
  public let possible: [Kind]
  /// The kind if every sign that the errors leave open is 0: what a person would say.
  public let settled: Kind
  /// The number of eigenvalues with a positive real part: directions in which the flow leaves; `nil` if undecided.
  public let outgoing: Int?
  /// The number of eigenvalues with a negative real part: directions in which the flow arrives; `nil` if undecided.
  public let incoming: Int?
  /// The Poincaré index of a zero with this Jacobian, the sign of the determinant; `nil` where that is 0 or undecided.
  public let index: Int?

  /// The share of each derivative by which it may be off unless something else is said.
  public static let rounding = VectorReading.rounding

  /// The type of a Jacobian whose elements may be off by these amounts, each at most.
  ///
  /// - Precondition: both matrices are square and of one size; no error is negative.
  @export(interface)
  public init(jacobian: Matrix, errors: Matrix) {
    precondition(jacobian.isSquare, "a flow has as many components as coordinates")
    precondition(errors.rows == jacobian.rows && errors.columns == jacobian.columns, "an error an element")
    self.jacobian = jacobian
    self.errors = errors
    if let eigen = try? Eigen(jacobian) {
      eigenvalues = eigen.values
    } else {
      eigenvalues = [Complex](repeating: Complex(.nan, .nan), count: jacobian.rows)
    }
    let invariants = FlowInvariants(jacobian: jacobian, errors: errors)
    let verdicts = invariants.possibleVerdicts
    var kinds: [Kind] = []
    for kind in Kind.allCases where verdicts.contains(where: { $0.kind == kind }) { kinds.append(kind) }
    possible = kinds
    settled = invariants.settledVerdict?.kind ?? .undecided
    outgoing = FlowType.common(verdicts.map { $0.outgoing })
    incoming = FlowType.common(verdicts.map { $0.incoming })
    index = invariants.determinantSign.flatMap { $0 == 0 ? nil : $0 }
  }

  /// The type of a Jacobian whose elements may be off by a share of themselves; an element 0 is exactly 0.
  ///
  /// With the tolerance 0 the numbers are taken as they stand, and nothing is undecided.
  ///
  /// - Precondition: the matrix is square.
  public init(jacobian: Matrix, tolerance: Double = FlowType.rounding) {
    let errors = Matrix(rows: jacobian.rows, columns: jacobian.columns) { row, column in
      tolerance * jacobian[row, column].magnitude
    }
    self.init(jacobian: jacobian, errors: errors)
  }

  /// The verdict; ``Kind/undecided`` unless the errors allow one only.
  public var kind: Kind { possible.count == 1 ? possible[0] : .undecided }

  /// The greatest error as a share of the greatest derivative: the tolerance of the verdict in one number.
  public var tolerance: Double {
    let largest = errors.largestMagnitude
    return largest == 0 ? 0 : largest / jacobian.largestMagnitude
  }

  private static func common(_ counts: [Int]) -> Int? {
    guard let first = counts.first, counts.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

extension FlowType {
  /// The kinds of linear flow.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// The Jacobian is 0: the flow is the same all around.
    case uniform
    /// All arrives, along lines: real negative eigenvalues (a stable node).
    case sink
    /// A sink with the same rate in every direction: a negative multiple of the identity.
    case starSink
    /// A sink whose eigenvalues coincide without being a star: trajectories bend into one direction.
    case degenerateSink
    /// All arrives, turning: complex eigenvalues with a negative real part (and in space a negative third).
    case spiralIn
    /// All goes round for ever: a pair of imaginary eigenvalues; in space ``FlowType/outgoing`` and
    /// ``FlowType/incoming`` say what happens along the axis.
    case centre
    /// All leaves, turning.
    case spiralOut
    /// A source whose eigenvalues coincide without being a star.
    case degenerateSource
    /// A source with the same rate in every direction.
    case starSource
    /// All leaves, along lines: real positive eigenvalues (an unstable node).
    case source
    /// Some arrives and some leaves, along lines: real eigenvalues of both signs.
    case saddle
    /// In space: turning in or out across an axis along which the flow does the opposite.
    case spiralSaddle
    /// All eigenvalues are 0, but the Jacobian is not: layers slide along each other.
    case shear
    /// An eigenvalue 0 beside others: a linear flow with this Jacobian has a line or a plane of zeros.
    case degenerate
    /// The errors allow more than one kind, or a derivative is not a number.
    case undecided
  }
}
