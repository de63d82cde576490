import Expressions

/// A range of one, two or three parameters over which something is smooth, and which part of a whole it is.
struct ParameterBox: Sendable, Equatable {
  var lower: SIMD3<Double>
  var upper: SIMD3<Double>
  /// The number of the part; what it means is up to whoever cut the whole in parts.
  var piece: Int

  /// The box of these ranges, at most three.
  init(_ ranges: [ClosedRange<Double>], piece: Int = 0) {
    lower = .zero
    upper = .zero
    for (axis, range) in ranges.enumerated() {
      lower[axis] = range.lowerBound
      upper[axis] = range.upperBound
    }
    self.piece = piece
  }

  /// The box without the outermost 10⁻¹² of each side.
  func shrunk() -> ParameterBox {
    var box = self
    let margin = 0x1p-40 * (upper - lower)
    box.lower += margin
    box.upper -= margin
    return box
  }

  /// The range of a parameter.
  func side(_ axis: Int) -> Interval { Interval(lower[axis], upper[axis]) }

  /// The two halves along an axis.
  func halves(along axis: Int) -> (ParameterBox, ParameterBox) {
    // Half the sum may overflow where half of each does not.
    let middle = 0.5 * lower[axis] + 0.5 * upper[axis]
    var first = self
    var second = self
    first.upper[axis] = middle
    second.lower[axis] = middle
    return (first, second)
  }

  /// Whether the numbers between the ends along an axis are too few for the points of a rule.
  func isExhausted(along axis: Int) -> Bool {
    let reach = max(lower[axis].magnitude, upper[axis].magnitude)
    return !(upper[axis] - lower[axis] > 4096 * reach.ulp)
  }
}
