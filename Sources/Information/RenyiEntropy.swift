import Elementary

/// The Rényi entropy H_α(p) = log Σ p^α / (1 − α) (Rényi 1961).
///
/// log n − D_α(p‖uniform), for every order of [−∞, ∞]: H₀ counts the possible outcomes (Hartley), H₁ is
/// ``entropy(_:)-(Distribution)``, H₂ is the collision entropy, H_∞ = −log max p. For α < 0 it exceeds log n and
/// is infinite if an outcome is impossible; H_−∞ = −log min p. It falls with α.
public func renyiEntropy(_ p: Distribution, order: RenyiOrder) -> InformationValue {
  InformationValue(renyiEntropyInNats(p, order.value) + 0, .nats)
}

private func renyiEntropyInNats(_ p: Distribution, _ alpha: Double) -> Double {
  let possible = p.probabilities.filter { $0 > 0 }
  if alpha < 0, possible.count < p.count { return .infinity }
  if alpha == 1 { return entropy(p).nats }
  if alpha == 0 { return Double.log(Double(possible.count)) }
  if alpha == .infinity { return max(-Double.log(possible.reduce(0, max)), 0) }
  if alpha == -.infinity { return -Double.log(possible.reduce(1, min)) }
  let excess = alpha - 1
  // Σ p^α = 1 − (α − 1) S with S = Σ p (1 − p^(α−1)) / (α − 1), Tsallis' entropy, whose terms have one sign.
  var tsallis = CompensatedSum()
  for p in possible { tsallis.add(-p * (Double.expm1(excess * Double.log(p)) / excess)) }
  let growth = -excess * tsallis.value
  if growth > -0.5, growth < 1e300 { return max(-Double.log1p(growth) / excess, 0) }
  let exponents = possible.map { alpha * Double.log($0) }
  let largest = exponents.reduce(-.infinity, max)
  var sum = CompensatedSum()
  for exponent in exponents { sum.add(Double.exp(exponent - largest)) }
  return -(largest + Double.log(sum.value)) / excess
}
