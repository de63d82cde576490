/// What can hold of a divergence; that D(p, p) is exactly 0 holds of all.
public struct DivergenceLaws: OptionSet, Sendable {
  /// One bit a law.
  public let rawValue: Int

  /// Laws by their bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// D ≥ 0.
  public static let nonNegative = DivergenceLaws(rawValue: 1)
  /// D(p, q) = D(q, p).
  public static let symmetric = DivergenceLaws(rawValue: 2)
  /// Merging outcomes, or any channel, does not enlarge D.
  public static let dataProcessing = DivergenceLaws(rawValue: 4)
  /// The divergence of joint distributions is that of the margins plus the mean of the conditional ones'.
  public static let chainRule = DivergenceLaws(rawValue: 8)
  /// The divergence of products is the sum of the divergences.
  public static let additive = DivergenceLaws(rawValue: 16)
  /// D ≥ ½ (Σ|p − q|)², in nats (Pinsker).
  public static let pinsker = DivergenceLaws(rawValue: 32)
  /// D ≤ ln 2.
  public static let boundedByOneBit = DivergenceLaws(rawValue: 64)
  /// D(p, r) ≤ D(p, q) + D(q, r).
  public static let triangle = DivergenceLaws(rawValue: 128)
  /// D ≤ 1.
  public static let boundedByOne = DivergenceLaws(rawValue: 256)
}
