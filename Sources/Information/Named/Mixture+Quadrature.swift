import Elementary
import LinearAlgebra
import SpecialFunctions

extension MixturePair {
  /// The integral of the measure over twelve deviations around every component, beyond which there is less than 1e-31.
  ///
  /// The integrands of divergences are not negative: p (e^L − 1 − L) with L = log(q/p), and ``Term``'s for
  /// Jensen–Shannon. The error counts how far Gauss's and Kronrod's rules disagree, and the rounding of the logarithms.
  func integrated(_ measure: MixtureMeasure, tolerance: Double) -> ApproximateValue {
    let first = PlaneMixture(p)
    let second = PlaneMixture(q)
    var region = CellQuadrature(
      first.breaks(0) + second.breaks(0), p.dimension == 1 ? [0, 1] : first.breaks(1) + second.breaks(1),
      isPlane: p.dimension == 2)
    region.refine(tolerance: tolerance) { x, y in
      let logP = first.logDensity(x, y)
      return measure.integrand(logP, measure == .entropy ? logP : second.logDensity(x, y))
    }
    var nats = region.value
    if measure == .jensenShannon { nats = min(nats, InformationUnit.bits.inNats) }
    return ApproximateValue(nats: nats, error: region.error, .bound)
  }
}

extension MixtureMeasure {
  /// The integrand where the logarithms of two densities are these, and what rounding does to it.
  fileprivate func integrand(_ logP: Double, _ logQ: Double) -> Integrand {
    let p = Double.exp(logP)
    if self == .entropy {
      if p == 0 { return Integrand(value: 0, rounding: 0) }
      return Integrand(value: -p * logP, rounding: 0x1p-51 * p * (1 + logP * logP))
    }
    let q = Double.exp(logQ)
    let ratio = logQ - logP
    if self == .jensenShannon {
      return Integrand(value: Term.jensenShannon(p, q), rounding: jensenShannonRounding(logP, logQ))
    }
    let rounding = 0x1p-51 * ((p - q).magnitude + 0x1p-51 * max(p, q)) * (logP.magnitude + logQ.magnitude)
    if p == 0 { return Integrand(value: q, rounding: rounding) }
    let value = ratio.magnitude <= 1 ? p * Double.exponentialExcess(ratio) : (q - p) - p * ratio
    return Integrand(value: value, rounding: rounding)
  }

  /// The roundings of both densities, times the derivatives, which are the logarithms of 2p/(p + q) and 2q/(p + q).
  private func jensenShannonRounding(_ logP: Double, _ logQ: Double) -> Double {
    let larger = max(logP, logQ)
    let smaller = min(logP, logQ)
    let ratio = larger - smaller
    let difference = max(min(ratio, 1), 0x1p-51)
    let small = Double.exp(smaller) * smaller.magnitude * (1 + ratio)
    return 0x1p-51 * difference * (Double.exp(larger) * larger.magnitude + (small.isFinite ? small : 0))
  }
}

/// A value and what rounding may have done to it.
struct Integrand {
  var value: Double
  var rounding: Double
}

/// A mixture in one or two dimensions, ready to be evaluated often.
private struct PlaneMixture {
  private struct Component {
    let mean: (Double, Double)
    let deviation: (Double, Double)
    /// The rows of L⁻¹, or what stands in their place in one dimension.
    let first: Double
    let slope: Double
    let second: Double
    /// The logarithm of weight and factor.
    let constant: Double
  }

  private var components: [Component] = []

  init(_ mixture: Mixture) {
    for (weight, component) in zip(mixture.weights.probabilities, mixture.components) where weight > 0 {
      let isPlane = component.dimension == 2
      let lower = component.factors.lower
      let first = 1 / lower[0, 0]
      let second = isPlane ? 1 / lower[1, 1] : 0
      let slope = isPlane ? lower[1, 0] * first : 0
      let deviation = isPlane ? Double.hypot(lower[1, 0], lower[1, 1]) : 1
      let factor = -0.5 * component.factors.logDeterminant - Double.halfLogTwoPi * Double(component.dimension)
      components.append(
        Component(
          mean: (component.mean[0], isPlane ? component.mean[1] : 0), deviation: (lower[0, 0], deviation),
          first: first, slope: slope, second: second, constant: Double.log(weight) + factor))
    }
  }

  func logDensity(_ x: Double, _ y: Double) -> Double {
    var sum = LogSum()
    for component in components {
      let u = x - component.mean.0
      let v = (y - component.mean.1 - component.slope * u) * component.second
      let z = u * component.first
      sum.add(component.constant - 0.5 * (z * z + v * v))
    }
    return sum.value
  }

  /// Where panels begin: at every mean, and some deviations from it, so that no narrow peak is overlooked.
  func breaks(_ axis: Int) -> [Double] {
    var breaks: [Double] = []
    for component in components {
      let mean = axis == 0 ? component.mean.0 : component.mean.1
      let deviation = axis == 0 ? component.deviation.0 : component.deviation.1
      for step in [-12.0, -4, 0, 4, 12] { breaks.append(mean + step * deviation) }
    }
    return breaks
  }
}
