/// Numbers that look random and are the same in every language: whole numbers modulo 2³² and one exact division.
enum Scatter {
  // 2³² over the plastic number and over its square, made odd: their multiples fill a square evenly (Roberts 2018).
  private static let multipliers = [3_242_174_889, 2_447_445_413]

  /// The whole number at an index of stream 0 or 1.
  static func whole(_ index: Int, _ stream: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (index &+ 1) &* multipliers[stream])
  }

  /// The number at an index of stream 0 or 1, in [−1, 1).
  static func signed(_ index: Int, _ stream: Int) -> Double {
    Double(whole(index, stream)) / 0x1p31 - 1
  }
}
