import Expressions
import LinearAlgebra

/// One step of Newton's method on a box, which proves what it finds.
///
/// For a continuously differentiable F, Y = C·F(m) with C ≈ J(m)⁻¹ and A = C·J(X), every zero in X lies in
/// Nᵢ = mᵢ − (Yᵢ + Σ_{j≠i} Aᵢⱼ(Xⱼ − mⱼ))/Aᵢᵢ, taken component after component with what is known already
/// (Hansen & Sengupta 1981). N ∩ X = ∅ proves that there is none; N inside X that there is exactly one, and that J is
/// regular (Neumaier, *Interval Methods for Systems of Equations*, 1990, theorem 5.1.7).
struct IntervalNewton {
  /// What a step proves.
  enum Result {
    /// The derivatives in the middle have no inverse, or are not bounded.
    case useless
    /// There is no zero in the box.
    case none
    /// There is exactly one zero in the box, and it lies in this one.
    case unique(IntervalBox)
    /// All zeros of the box lie in this one; whether there can be no more than one, and a place where it may be.
    case narrowed(IntervalBox, atMostOne: Bool, guess: [Double])
  }

  /// A step on the box over which the workspace was evaluated.
  static func step(
    _ enclosure: FieldEnclosure, over box: IntervalBox, _ workspace: IntervalWorkspace
  ) -> Result {
    let size = enclosure.dimension
    guard let inverse = centralInverse(enclosure, workspace) else { return .useless }
    var matrix: [Interval] = []
    var residual: [Interval] = []
    var spread = 0.0
    for row in 0..<size {
      var shift = Interval(0)
      for index in 0..<size {
        shift = shift + Interval(inverse[row, index]) * enclosure.centralValue(index, workspace)
      }
      residual.append(shift)
      var rowSpread = 0.0
      for column in 0..<size {
        var sum = Interval(0)
        for index in 0..<size {
          sum = sum + Interval(inverse[row, index]) * enclosure.derivative(index, by: column, workspace)
        }
        matrix.append(sum)
        rowSpread += (sum - Interval(row == column ? 1 : 0)).magnitude.nextUp
      }
      spread = max(spread, rowSpread.nextUp)
    }
    return narrowed(box, matrix, residual, isRegular: spread < 1)
  }

  private static func narrowed(
    _ box: IntervalBox, _ matrix: [Interval], _ residual: [Interval], isRegular: Bool
  ) -> Result {
    let size = box.dimension
    let centre = box.centre
    var result = box
    var isInside = true
    for row in 0..<size {
      let diagonal = matrix[row * size + row]
      guard !diagonal.contains(0), diagonal.isBounded else {
        isInside = false
        continue
      }
      var sum = residual[row]
      for column in 0..<size where column != row {
        sum = sum + matrix[row * size + column] * (result[column] - Interval(centre[column]))
      }
      let image = Interval(centre[row]) - sum / diagonal
      if !image.isInterior(of: box[row]) { isInside = false }
      let rest = result[row].intersection(image)
      if rest.isEmpty { return .none }
      result[row] = Interval(rest.lower, rest.upper)
    }
    if isInside { return .unique(result) }
    let guess = (0..<size).map { centre[$0] - residual[$0].midpoint }
    return .narrowed(result, atMostOne: isRegular, guess: guess)
  }

  private static func centralInverse(
    _ enclosure: FieldEnclosure, _ workspace: IntervalWorkspace
  ) -> Matrix? {
    let size = enclosure.dimension
    let middle = Matrix(rows: size, columns: size) { row, column in
      let derivative = enclosure.derivative(row, by: column, workspace)
      return derivative.isBounded ? derivative.midpoint : .nan
    }
    guard middle.isFinite, let factors = try? LUFactorization(middle) else { return nil }
    let inverse = factors.inverse
    return inverse.isFinite ? inverse : nil
  }
}
