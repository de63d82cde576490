import Expressions

/// A row of a block as a sum of other rows, lane by lane.
struct RowSum {
  private let sum: UnsafeMutablePointer<Double>
  /// Σ |terms|, where sums that are nothing but rounding are to become 0.
  private let sizes: UnsafeMutablePointer<Double>?
  private let lanes: Int

  /// The sum of nothing yet; with `settled` it takes companion 1 of the block.
  init(_ block: Block<Double>, row: Int, lanes: Int, settled: Bool) {
    sum = block.row(row)
    sizes = settled ? block.companion(1, rows: 1).row(0) : nil
    self.lanes = lanes
    for lane in 0..<lanes { sum[lane] = 0 }
    if let sizes {
      for lane in 0..<lanes { sizes[lane] = 0 }
    }
  }

  func add(_ row: UnsafeMutablePointer<Double>, times factor: Double = 1) {
    for lane in 0..<lanes { sum[lane] += factor * row[lane] }
    if let sizes {
      for lane in 0..<lanes { sizes[lane] += (factor * row[lane]).magnitude }
    }
  }

  /// Makes 0 of what is but rounding.
  func settle() {
    guard let sizes else { return }
    for lane in 0..<lanes where sum[lane].magnitude <= VectorReading.rounding * sizes[lane] { sum[lane] = 0 }
  }
}
