import Elementary

extension Poisson {
  /// The entropy with a bound of its error.
  ///
  /// Below λ = 512 the sum −Σ p log p, whose terms are not negative, to where the rest is known to be smaller than
  /// rounding: beyond k = 2λ a term is at most 0.6 of the one before, as soon as −log p ≥ 5. Above by the asymptotic
  /// series ½ log 2πeλ − 1/(12λ) − 1/(24λ²) − 19/(360λ³) − … (Evans and Boersma 1988), of which the first term left out
  /// is below 1e-18. The bound counts that and the roundings.
  @export(interface)
  public var entropyWithBound: ApproximateValue {
    mean < 512 ? entropySum : entropySeries
  }

  private var entropySum: ApproximateValue {
    var total = CompensatedSum()
    var rounding = 0.0
    var k = 0.0
    if mean == 0 { return ApproximateValue(nats: 0, error: 0, .bound) }
    while true {
      let surprisal = surprisal(k)
      let term = Double.exp(-surprisal) * surprisal
      total.add(term)
      // A few roundings in the exponent count as often as it is large.
      rounding += term * (surprisal + 2)
      if k >= 2 * mean, surprisal >= 5, term <= 0x1p-60 * total.value {
        let error = 1.5 * term + 0x1p-51 * rounding
        return ApproximateValue(nats: total.value, error: error, .bound)
      }
      k += 1
    }
  }

  private var entropySeries: ApproximateValue {
    let r = 1 / mean
    var sum = 1375.0 / 1008
    for coefficient in [863.0 / 2520, 9.0 / 80, 19.0 / 360, 1.0 / 24, 1.0 / 12] {
      sum = sum * r + coefficient
    }
    // ½ log 2πe.
    let leading = 1.4189385332046727418 + 0.5 * Double.log(mean)
    let omitted = 33953.0 / 5040 * Double.pow(r, 7)
    return ApproximateValue(nats: leading - sum * r, error: 2 * omitted + 0x1p-51 * leading, .bound)
  }
}
