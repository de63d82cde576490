import Elementary
import SpecialFunctions

/// The Laplace distribution of a location and a scale: an exponential distribution to either side.
public struct Laplace: NamedDistribution, Hashable {
  /// The location μ: mean, median and mode.
  public let location: Double
  /// The scale b: the mean distance from the location.
  public let scale: Double

  /// A Laplace distribution.
  ///
  /// - Throws: ``ParameterError`` unless both are finite and the scale is positive.
  public init(location: Double, scale: Double) throws(ParameterError) {
    try requireFinite(location, .location)
    try requirePositive(scale, .scale)
    self.location = location
    self.scale = scale
  }

  /// 1 + log 2b.
  public var entropy: InformationValue {
    InformationValue(1.6931471805599453094 + Double.log(scale), .nats)
  }

  /// −|x − μ|/b − log 2b.
  public func logDensity(at x: Double) -> Double {
    -(x - location).magnitude / scale - Double.log(scale) - 0.69314718055994530942
  }

  /// The scales contribute what those of ``Exponential`` do, and the distance of the locations the logarithm of
  /// (a e^(−b) − b e^(−a))/(a − b), a = α|μ₁ − μ₂|/b₁, b = (1 − α)|μ₁ − μ₂|/b₂, over α − 1.
  ///
  /// The integral converges where α/b₁ + (1 − α)/b₂ is positive.
  @export(interface)
  public func renyi(from other: Laplace, order: RenyiOrder) -> InformationValue {
    order.divergence(self, other) { p, q, order in
      let change = (p.scale - q.scale) / q.scale
      let scales = order.scaleGap(change: change, logRatio: Term.logRatio(p.scale, q.scale))
      let distance = (p.location - q.location).magnitude
      if distance == 0 || scales == .infinity { return scales }
      return scales + order.distanceGap(distance / p.scale, distance / q.scale)
    }
  }
}

extension UpperOrder {
  /// What locations contribute that are apart by so many scales of p, and of q.
  ///
  /// With l the smaller of a and b, h = |a − b| and ρ = (1 − e^(−h))/h, the logarithm is log(1 + lρ) − l =
  /// −l(1 − ρ) − E(lρ), E(t) = t − log(1 + t), where no two large parts meet.
  fileprivate func distanceGap(_ inFirst: Double, _ inSecond: Double) -> Double {
    if isInfinite { return inSecond }
    let s = -excess
    let a = value * inFirst
    let b = s == 0 ? 0 : s * inSecond
    let smaller = min(a, b)
    let h = (a - b).magnitude
    // b/s, where s may be 0.
    let slope = smaller == b ? inSecond : a / s
    guard h < .infinity else { return slope }
    let share = h == 0 ? 1 : -Double.expm1(-h) / h
    let rest = h == 0 ? 0 : Double.exponentialExcess(-h) / h
    let second = s == 0 ? 0 : Double.logarithmicExcess(smaller * share) / s
    return slope * rest + second
  }
}
