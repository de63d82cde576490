import Elementary

/// Σ q f(p/q) for a convex function f with f(1) = 0 (Csiszár 1963; Ali and Silvey 1966): the family to which all
/// divergences here belong that merging outcomes never enlarges, but for the roots and logarithms of some.
///
/// ```swift
/// let neyman = FDivergence("Neyman's χ² divergence", atZero: .infinity, slopeAtInfinity: 1) { u in (u - 1) * (u - 1) / u }
/// try neyman(p, q).value      // chiSquare(q, p)
/// ```
///
/// A divergence that has a function of its own is more accurate there: near equality f itself loses digits.
public struct FDivergence: Divergence {
  /// “χ² divergence”, say.
  public let name: String
  private let atZero: Double
  private let slopeAtInfinity: Double
  private let generator: @Sendable (Double) -> Double

  /// The divergence of a convex function with f(1) = 0.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - atZero: The limit of f(u) at u = 0, which may be infinite: what q = 1, p = 0 costs.
  ///   - slopeAtInfinity: The limit of f(u)/u at u = ∞, which may be infinite: what p = 1, q = 0 costs.
  ///   - generator: f(u) for 0 < u < ∞.
  public init(
    _ name: String, atZero: Double, slopeAtInfinity: Double,
    _ generator: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.atZero = atZero
    self.slopeAtInfinity = slopeAtInfinity
    self.generator = generator
  }

  /// None is assumed.
  public var unit: InformationUnit? { nil }

  /// Where it is infinite, by the limits of f.
  public var zeros: ZeroPolicy {
    switch (atZero == .infinity, slopeAtInfinity == .infinity) {
    case (false, false): .finite
    case (true, false): .infiniteWhereOnlyQHappens
    case (false, true): .infiniteWhereOnlyPHappens
    case (true, true): .infiniteWhereOneHappens
    }
  }

  /// What every f-divergence obeys.
  public var laws: DivergenceLaws { [.nonNegative, .dataProcessing] }

  /// Σ q f(p/q), with the limits where p or q is 0.
  public func number(_ p: Distribution, _ q: Distribution) throws(DistributionError) -> Double {
    let sum = try withBuffers(p, q) { p, q throws(DistributionError) in
      try BlockSum(p, q).sum { p, q in
        if p == q { return 0 }
        if p == 0 { return q * atZero }
        return q == 0 ? p * slopeAtInfinity : q * generator(p / q)
      }
    }
    // The sum of a convex function's values is not negative; rounding may put it a hair below.
    return max(sum, 0)
  }
}
