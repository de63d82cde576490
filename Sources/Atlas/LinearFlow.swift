import Elementary
import LinearAlgebra

/// A linear flow x′ = M·x of the plane around the origin: its arrows, and what it makes of a round drop.
package struct LinearFlow {
  package let matrix: Matrix

  /// The flow of a matrix of two rows and columns.
  package init(matrix: Matrix) { self.matrix = matrix }

  /// Places in the unit disc, on two rings, where arrows are drawn.
  package static var places: [SIMD2<Double>] {
    var places: [SIMD2<Double>] = []
    for (radius, count) in [(0.42, 6), (0.84, 12)] {
      for index in 0..<count {
        let angle = 2 * Double.pi * Double(index) / Double(count)
        places.append(SIMD2(radius * Double.cos(angle), radius * Double.sin(angle)))
      }
    }
    return places
  }

  /// The velocity at a place.
  package func velocity(at place: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(
      matrix[0, 0] * place.x + matrix[0, 1] * place.y, matrix[1, 0] * place.x + matrix[1, 1] * place.y)
  }

  /// The largest velocity at ``places``.
  package var largestVelocity: Double {
    LinearFlow.places.reduce(0) { largest, place in
      let velocity = velocity(at: place)
      return max(largest, Double.hypot(velocity.x, velocity.y))
    }
  }

  /// Where the flow carries what starts at a place: exp(tM) applied to it.
  ///
  /// With M = e·1 + A and A without trace, A² = q·1 with q = −det A, so that
  /// exp(tM) = exp(te)·(cosh(t√q)·1 + sinh(t√q)/√q·A), with cos and sin where q is negative.
  package func moved(_ place: SIMD2<Double>, after time: Double) -> SIMD2<Double> {
    let expansion = (matrix[0, 0] + matrix[1, 1]) / 2
    let difference = (matrix[0, 0] - matrix[1, 1]) / 2
    let square = difference * difference + matrix[0, 1] * matrix[1, 0]
    let rate = square.magnitude.squareRoot()
    var even = 1.0
    var odd = time
    if square > 0 {
      even = Double.cosh(rate * time)
      odd = Double.sinh(rate * time) / rate
    } else if square < 0 {
      even = Double.cos(rate * time)
      odd = Double.sin(rate * time) / rate
    }
    let velocity = velocity(at: place) - expansion * place
    return Double.exp(expansion * time) * (even * place + odd * velocity)
  }

  /// The outline of the unit disc after some time.
  package func drop(after time: Double) -> [SIMD2<Double>] {
    (0..<72).map { index in
      let angle = 2 * Double.pi * Double(index) / 72
      return moved(SIMD2(Double.cos(angle), Double.sin(angle)), after: time)
    }
  }
}
