// sinh and cosh: x = n ln 2 + r. With A = 2^(n−1), B = 2^(−n−1), S = sinh r, C = cosh r,
//   sinh x = (A + B) S + (A − B) C,   cosh x = (A + B) C + (A − B) S,
// where A ± B is exact for every n that matters: no quotient and no cancellation. tanh goes through e^2x − 1.

/// The parts of sinh |x| and cosh |x|; |x| up to 711.
struct HyperbolicTerms<Lanes: DoubleLanes> {
  var sum: Lanes
  var difference: Lanes
  var half: Lanes
  var inverseHalf: Lanes
  var head: Lanes
  var tail: Lanes
  /// sinh r − r and cosh r − 1.
  var sineBend: Lanes
  var cosineBend: Lanes
  /// The power of two that A leaves out, since A alone would overflow first.
  var scale: Lanes

  @inline(__always) init(_ size: Lanes) {
    let reduced = ReducedExponent(size)
    let limited = Lanes.choose(40 .< reduced.count, 40, reduced.count)
    let bits = limited.nearestInteger().bits
    half = Lanes(bits: (bits &+ Lanes.Bits(1022)).shiftedUp(52))
    inverseHalf = Lanes(bits: (Lanes.Bits(1022) &- bits).shiftedUp(52))
    sum = half + inverseHalf
    difference = half - inverseHalf
    scale = Lanes(bits: ((reduced.countBits &- bits) &+ Lanes.Bits(1023)).shiftedUp(52))
    head = reduced.head
    tail = reduced.tail
    let r = head - tail
    let z = r * r
    sineBend = r * z * Self.sinePolynomial(z)
    cosineBend = z * Self.cosinePolynomial(z)
  }

  /// (sinh r / r − 1) / z with z = r².
  @inline(__always) static func sinePolynomial(_ z: Lanes) -> Lanes {
    // Scripts/coefficients.py hyperbolicSine
    let a0 = z * 0x1.111111110f627p-7 + 0x1.5555555555559p-3
    let a1 = z * 0x1.71ddf7a94c451p-19 + 0x1.a01a01b022467p-13
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let z4 = z2 * z2
    let p = z4 * 0x1.af6001ac0b3bep-26 + b0
    return p
  }

  /// (cosh r − 1) / z with z = r².
  @inline(__always) static func cosinePolynomial(_ z: Lanes) -> Lanes {
    // Scripts/coefficients.py hyperbolicCosine
    let a0 = z * 0x1.5555555555558p-5 + 0x1p-1
    let a1 = z * 0x1.a01a01ad80ec4p-16 + 0x1.6c16c16c14ffap-10
    let a2 = z * 0x1.1f8bed2809e39p-29 + 0x1.27e4cc09ae803p-22
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let z4 = z2 * z2
    let p = z4 * a2 + b0
    return p
  }

  @inline(__always) var sine: DoubleDouble<Lanes> {
    let leading = DoubleDouble(sum: difference, half * head)
    let bends = sineBend * sum + cosineBend * difference
    return DoubleDouble(leading.head, leading.tail + ((inverseHalf * head - sum * tail) + bends))
  }

  @inline(__always) var cosine: DoubleDouble<Lanes> {
    let leading = DoubleDouble(sum: sum, half * head)
    let bends = cosineBend * sum + sineBend * difference
    return DoubleDouble(leading.head, leading.tail + (bends - (inverseHalf * head + difference * tail)))
  }
}

extension DoubleLanes {
  @inline(__always) static func hyperbolicSine(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let terms = HyperbolicTerms(choose(711 .< size, 711, size))
    let result = (terms.sine.rounded * terms.scale).turned(by: x.signBits)
    return choose(size .< 0x1p-28, x, result)
  }

  @inline(__always) static func hyperbolicCosine(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let terms = HyperbolicTerms(choose(711 .< size, 711, size))
    return terms.cosine.rounded * terms.scale
  }

  /// tanh x = E / (E + 2) with E = e^2x − 1, both to twice the precision.
  @inline(__always) static func hyperbolicTangent(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    // From 22 on the result is 1 to half a unit in the last place.
    let doubled = size + size
    let reduced = ReducedExponent(choose(44 .< doubled, 44, doubled))
    let terms = exponentialMinusOneTerms(reduced, inverse: reduced.inversePower)
    let two = reduced.inversePower * 2
    let sum = DoubleDouble(anySum: two, terms.head)
    let below = DoubleDouble(sum.head, sum.tail + terms.tail).normalized
    let quotient = DoubleDouble(quotient: terms, below).rounded.turned(by: x.signBits)
    return choose(size .< 0x1p-28, x, quotient)
  }
}
