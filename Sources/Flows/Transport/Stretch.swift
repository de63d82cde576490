import Elementary
import LinearAlgebra

/// By how much a linear map stretches at most.
struct Stretch {
  /// The logarithm of the largest singular value.
  let logarithm: Double

  /// The map of these elements, row by row.
  init(_ elements: some Collection<Double>, size: Int) {
    let numbers = Array(elements)
    let scale = numbers.reduce(0) { max($0, $1.magnitude) }
    guard scale > 0, scale.isFinite else {
      logarithm = scale == 0 ? -.infinity : .nan
      return
    }
    // Scaled, so that squares of exponentials do not overflow.
    let scaled = numbers.map { $0 / scale }
    logarithm = Double.log(scale) + (size == 2 ? Stretch.plane(scaled) : Stretch.any(scaled, size))
  }

  /// ½ ln of the greater eigenvalue of MᵀM: with s = a² + b² + c² + d², it is (s + √((s + 2Δ)(s − 2Δ))) / 2.
  ///
  /// s ∓ 2Δ = (a ∓ d)² + (b ± c)² has no cancellation, so that a rotation is 0 to the last digit.
  private static func plane(_ m: [Double]) -> Double {
    let unlike = (m[0] - m[3]) * (m[0] - m[3]) + (m[1] + m[2]) * (m[1] + m[2])
    let like = (m[0] + m[3]) * (m[0] + m[3]) + (m[1] - m[2]) * (m[1] - m[2])
    // The singular values are half the sum and half the difference of the two roots.
    return Double.log(0.5 * (unlike.squareRoot() + like.squareRoot()))
  }

  private static func any(_ m: [Double], _ size: Int) -> Double {
    let product = Matrix(rows: size, columns: size) { row, column in
      (0..<size).reduce(0) { $0 + m[$1 * size + row] * m[$1 * size + column] }
    }
    guard let values = try? SymmetricEigen(product).values, let largest = values.max() else { return .nan }
    return 0.5 * Double.log(largest)
  }
}
