import Elementary
import SpecialFunctions

/// The normal distribution of a mean and a standard deviation.
///
/// ```swift
/// let p = try Normal(mean: 0, standardDeviation: 1)
/// let q = try Normal(mean: 1, standardDeviation: 2)
/// p.kullbackLeibler(from: q).nats                  // 0.4431471805599453
/// p.renyi(from: q, order: .infinity).nats          // 0.85981384722661…
/// ```
public struct Normal: NamedDistribution, Hashable {
  /// The mean μ.
  public let mean: Double
  /// The standard deviation σ.
  public let standardDeviation: Double

  /// A normal distribution.
  ///
  /// - Throws: ``ParameterError`` unless both are finite and the deviation is positive.
  public init(mean: Double, standardDeviation: Double) throws(ParameterError) {
    try requireFinite(mean, .mean)
    try requirePositive(standardDeviation, .standardDeviation)
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// ½ log 2πe + log σ.
  public var entropy: InformationValue {
    InformationValue(1.4189385332046727418 + Double.log(standardDeviation), .nats)
  }

  /// −z²/2 − log σ − ½ log 2π with z = (x − μ)/σ.
  public func logDensity(at x: Double) -> Double {
    let z = (x - mean) / standardDeviation
    return -0.5 * z * z - Double.log(standardDeviation) - Double.halfLogTwoPi
  }

  /// α(μ₁ − μ₂)²/(2σ*²) + log(σ*²/(σ₁^(2(1−α)) σ₂^(2α)))/(2(1−α)) with σ*² = ασ₂² + (1 − α)σ₁², which must be positive
  /// for the integral to converge.
  @export(interface)
  public func renyi(from other: Normal, order: RenyiOrder) -> InformationValue {
    order.divergence(self, other) { p, q, order in
      let growth = (p.standardDeviation - q.standardDeviation) / q.standardDeviation
      let change = growth * (2 + growth)
      let logRatio = 2 * Term.logRatio(p.standardDeviation, q.standardDeviation)
      let shift = p.mean - q.mean
      let shifts = order.shiftGap(
        inFirst: shift / p.standardDeviation, inSecond: shift / q.standardDeviation, change: change)
      return 0.5 * order.scaleGap(change: change, logRatio: logRatio) + shifts
    }
  }
}

extension UpperOrder {
  /// αz²/(2(1 + s t)), s = 1 − α: what a mean contributes that is off by z deviations of q, where the variance of p is
  /// 1 + t times that of q.
  ///
  /// In units of whichever deviation is larger, so that nothing overflows before the result does.
  func shiftGap(inFirst first: Double, inSecond z: Double, change t: Double) -> Double {
    if z == 0 { return 0 }
    if isInfinite { return t < 0 ? z * z / (-2 * t) : .infinity }
    let isWider = t > 1
    let scale = isWider ? value / (1 + t) - excess : 1 - excess * t
    let size = isWider ? first : z
    return scale > 0 ? 0.5 * size * size * (value / scale) : .infinity
  }
}
