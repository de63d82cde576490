/// The derivatives ∂ᵏ/∂xᵢ∂xⱼ… of one degree k, each taken once however its axes are ordered.
struct MixedPartials {
  /// How often each distinct derivative differentiates along each axis; `dimension` numbers for each.
  private(set) var orders: [Int] = []
  /// For each row of a block of derivatives, which of the distinct ones it holds.
  private(set) var places: [Int] = []
  /// The number of distinct derivatives.
  private(set) var count = 0

  /// The derivatives of a degree; row (i·dimension + j)·dimension + … differentiates along i, j, ….
  init(dimension: Int, degree: Int) {
    var rows = 1
    for _ in 0..<degree { rows *= dimension }
    var known: [[Int]] = []
    for row in 0..<rows {
      var counts = [Int](repeating: 0, count: dimension)
      var rest = row
      for _ in 0..<degree {
        counts[rest % dimension] += 1
        rest /= dimension
      }
      if let place = known.firstIndex(of: counts) {
        places.append(place)
      } else {
        places.append(known.count)
        known.append(counts)
        orders += counts
      }
    }
    count = known.count
  }
}
