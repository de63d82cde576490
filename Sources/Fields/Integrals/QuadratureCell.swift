import Elementary

/// A part of a domain with its share of an integral.
struct QuadratureCell {
  var box: ParameterBox
  /// The share of the integral.
  var value = 0.0
  /// How far the share may be off; infinite where the integrand was not finite at a point.
  var error = 0.0
  /// The integral of |f| over the cell.
  var size = 0.0
  /// The integral of |f − mean| over the cell: 0 for a constant.
  var spread = 0.0
  /// The difference of the largest and the smallest value at the points.
  var range = 0.0
  /// The length, the area or the volume of the box of parameters.
  var volume = 0.0
  /// How much of the integral a feature that lies between the points could be, where the bounds leave room for one.
  var doubt = 0.0
  /// The same where it is bounded, and else 0.
  var room: Double { doubt.isFinite ? doubt : 0 }
  /// The axis along which the rule is least certain.
  var axis = 0
  /// How many times the domain was halved to come here.
  var depth = 0
  /// The spread of the cell of depth ``QuadratureCell/markDepth`` that this one lies in.
  var mark = Double.infinity
  /// The size and the spread of the cell, or of the last one above it in which they were finite.
  var lastSize = 0.0
  var lastSpread = 0.0
  /// How many halvings in a row have not made the error smaller.
  var stalls = 0
  /// Whether the integrand is known to go to infinities of both signs.
  var isTwoSided = false
  /// Whether the cell could not be halved and was given the error that this leaves.
  var isFinal = false
  /// Whether the integrand was no number at any point.
  var isUndefined = false

  init(_ box: ParameterBox) {
    self.box = box
  }

  /// The error below which nothing but rounding is left.
  var rounding: Double { 64 * Double.ulpOfOne * size }

  /// The depth of the cell whose spread a deep cell is compared with.
  static var markDepth: Int { 10 }
  /// How deep a cell is when it is first asked whether the integrand has an integral.
  static var judgedDepth: Int { 42 }
  /// How deep cells may be: deep enough for |x|⁻ᵖ with p = 0.9 at 0, where the numbers are that fine.
  static var greatestDepth: Int { 400 }

  /// What is left of the spread since ``markDepth``.
  ///
  /// At |x|⁻ᵖ a halving leaves 2^(p−1): after 32 of them a thousandth for p = 0.7 and all for p = 1. Where the pole
  /// lies between the points is worth a factor of 25 either way, but none at the end of the range.
  private var share: Double { lastSpread / mark }

  /// Whether so much is left that there is a pole, though the cell could be halved again.
  var isPole: Bool { depth >= QuadratureCell.judgedDepth && share >= 0.9 }

  /// Whether so much is left in a cell that cannot be halved that there seems to be a pole.
  var seemsPole: Bool {
    depth >= 30 && !(share < (depth < QuadratureCell.greatestDepth ? 0.02 : 0.001))
  }

  /// The infinity that the integral over a cell with a pole is, or NaN where that is not certain.
  var poleValue: Double {
    let isOneSided = value.magnitude >= 0.999 * size && !isTwoSided
    return isOneSided && !(share < 0.9) ? value * .infinity : .nan
  }

  /// How many times what was found in a cell at an integrable singularity the rule may have missed.
  ///
  /// It misses what lies before its first point, at 0.002 of the cell: for |x|⁻ᵖ the share 0.002^(1−p), and how
  /// fast the spread fell tells p.
  var missed: Double {
    let halvings = depth - QuadratureCell.markDepth
    guard halvings >= 8, share > 0, share < 1 else { return 16 }
    let fall = -Double.log2(share) / Double(halvings)
    return max(4, 1 / (1 - Double.exp2(-9 * fall)))
  }

  /// Whether there is no sense in halving the cell for the sake of its error.
  var isSettled: Bool { isFinal || error <= rounding || stalls >= 2 }

  /// Whether there are too few numbers in the cell for the points of its halves, or it is too deep.
  var isExhausted: Bool { depth >= QuadratureCell.greatestDepth || box.isExhausted(along: axis) }

  /// Takes into account what is known of the integrand between the points.
  ///
  /// Where it need not be smooth, the difference of two rules is no measure of anything. The rule, a mean of values,
  /// is off by at most the volume times the greatest difference of two values; by far less where the points have
  /// seen that difference: at a single step by a quarter of the largest weight at most, which is 0.037 of it.
  mutating func heed(_ outline: CellOutline) {
    doubt = 0
    guard error.isFinite else { return }
    // The points themselves are rounded.
    error = max(error, 2 * outline.blur * range * volume)
    if outline.blur > 0x1p-6 {
      error = max(error, range * volume)
      isFinal = true
    }
    // Bounds are a little wider than the truth even where the points have seen everything.
    let unseen = outline.swing - 2 * range
    if outline.isSmooth {
      doubt = max(0, unseen) * volume
    } else if outline.swing.isFinite {
      let isSeen = 2 * range >= outline.swing
      error = max(error, outline.swing * volume * (isSeen ? 0.125 : 1))
    } else {
      // Across an area, a line of poles is told from roots by how the errors fall.
      if outline.isLine { error = max(error, 0.125 * range * volume) }
      if range == 0 { doubt = unseen * volume }
    }
  }

  /// Keeps the sums for comparison with deeper cells, where they are finite.
  mutating func remember() {
    guard error.isFinite else { return }
    (lastSize, lastSpread) = (size, spread)
    if depth >= QuadratureCell.markDepth, mark == .infinity { mark = spread }
  }

  /// What the halves along the least certain axis begin as.
  func halves() -> [QuadratureCell] {
    let (first, second) = box.halves(along: axis)
    return [first, second].map { box in
      var cell = self
      cell.box = box
      cell.depth = depth + 1
      return cell
    }
  }
}
