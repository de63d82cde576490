// log, log2, log10 and log1p: x = 2^k m with √½ ≤ m < √2, f = m − 1, s = f / (2 + f), and
// log m = log (1 + s) − log (1 − s) = f − ½ f² + s (½ f² + R), where R = w L(w), w = s².

/// A positive normal number as 2^k m, √½ ≤ m < √2.
struct BinaryParts<Lanes: DoubleLanes> {
  var exponent: Lanes
  /// k + 1023.
  var biasedExponent: Lanes.Bits
  var significand: Lanes

  @inline(__always) init(_ x: Lanes) {
    // Adding 1 − √½ to the pattern carries into the exponent exactly where m would be at least √2.
    let raised = x.bits &+ Lanes.Bits(0x3ff0_0000_0000_0000 - 0x3fe6_a09e_667f_3bcd)
    biasedExponent = raised.shiftedDown(52)
    exponent = Lanes(bits: biasedExponent | Lanes.Bits(0x4330_0000_0000_0000)) - (0x1p52 + 1023)
    let fraction = raised & Lanes.Bits(0x000f_ffff_ffff_ffff)
    significand = Lanes(bits: fraction &+ Lanes.Bits(0x3fe6_a09e_667f_3bcd))
  }
}

extension DoubleLanes {
  /// (2 artanh s / s − 2) / w, with w = s².
  @inline(__always) static func logarithmPolynomial(_ w: Self) -> Self {
    // Scripts/coefficients.py logarithm
    let a0 = w * 0x1.999999997ff05p-2 + 0x1.5555555555592p-1
    let a1 = w * 0x1.c71c5211af4c9p-3 + 0x1.24924941e3a92p-2
    let a2 = w * 0x1.39a1d5f3d3cdfp-3 + 0x1.74663d93b7d08p-3
    let w2 = w * w
    let b0 = w2 * a1 + a0
    let b1 = w2 * 0x1.2f0487a65aec3p-3 + a2
    let w4 = w2 * w2
    let p = w4 * b1 + b0
    return p
  }

  /// log (1 + f) = f − (the result), for √½ ≤ 1 + f < √2.
  @inline(__always) static func logarithmBend(_ f: Self) -> Self {
    let s = f / (f + 2)
    let w = s * s
    let half = f * f * 0.5
    return half - s * (half + w * logarithmPolynomial(w))
  }

  /// k ln 2 + log (1 + f) + rest.
  @inline(__always) static func logarithm(_ k: Self, _ f: Self, rest: Self) -> Self {
    let sum = DoubleDouble(sum: k * 0x1.62e42fefap-1, f)
    return sum.head + (sum.tail + ((k * 0x1.cf79abc9e3b3ap-40 + rest) - logarithmBend(f)))
  }

  @inline(__always) static func isPositiveNormal(_ x: Self) -> Mask {
    both(0x1p-1022 .<= x, x .< Double.infinity)
  }

  /// By signs, what is not positive, not finite or below the normal numbers.
  @inline(__always) static func isRareLogarithm(_ x: Self) -> Bits {
    (x.bits &- Bits(0x0010_0000_0000_0000)) | (Bits(0x7fef_ffff_ffff_ffff) &- x.bits)
  }

  @inline(__always) static func logarithm(_ x: Self) -> Self {
    let rare = isRareLogarithm(x)
    let parts = BinaryParts(x)
    let result = logarithm(parts.exponent, parts.significand - 1, rest: Self(0))
    return rare.hasSign ? result.patched(where: rare, x) { rareLogarithm($0) } : result
  }

  /// (k + log (1 + f) · (head + tail)) with the pieces of the base: `unit` · k is the contribution of 2^k.
  @inline(__always) static func logarithm(_ k: Self, _ f: Self, base: LogarithmBase) -> Self {
    let s = f / (f + 2)
    let w = s * s
    let half = f * f * 0.5
    let head = (f - half).halves().head
    let tail = ((f - head) - half) + s * (half + w * logarithmPolynomial(w))
    let trailing = (tail + head) * base.scaleTail + tail * base.scaleHead + k * base.unitTail
    let sum = DoubleDouble(sum: k * base.unitHead, head * base.scaleHead)
    return sum.head + (sum.tail + trailing)
  }

  @inline(__always) static func logarithm(_ x: Self, base: LogarithmBase) -> Self {
    let rare = isRareLogarithm(x)
    let parts = BinaryParts(x)
    let result = logarithm(parts.exponent, parts.significand - 1, base: base)
    return rare.hasSign ? result.patched(where: rare, x) { rareLogarithm($0, base: base) } : result
  }

  @inline(__always) static func binaryLogarithm(_ x: Self) -> Self { logarithm(x, base: .two) }
  @inline(__always) static func decimalLogarithm(_ x: Self) -> Self { logarithm(x, base: .ten) }

  /// log (1 + x).
  ///
  /// The sum u = 1 + x loses c, and log (u + c) = log u + c / u.
  @inline(__always) static func logarithmOnePlus(_ x: Self) -> Self {
    let usual = both(-1 .< x, x .< Double.infinity)
    let sum = DoubleDouble(anySum: Self(1), x)
    let parts = BinaryParts(sum.head)
    let near = parts.exponent .== 0
    let f = choose(near, x, parts.significand - 1)
    let rest = choose(near, 0, sum.tail / sum.head)
    let main = logarithm(parts.exponent, f, rest: rest)
    let result = choose(x.magnitudeLanes .< 0x1p-54, x, main)
    if all(usual) { return result }
    return result.patched(outside: usual, x) { rareLogarithmOnePlus($0) }
  }

  /// log of a sum u = 1 + f that is known to more than its own precision; f is used where u is near 1.
  @inline(__always) static func logarithm(
    _ u: DoubleDouble<Self>, orOnePlus f: DoubleDouble<Self>, extraExponent: Self
  ) -> Self {
    let parts = BinaryParts(u.head)
    let near = parts.exponent .== 0
    // Twice 2^−k: for the largest u, 2^−k itself would need an exponent below the range.
    let inverse = Self(bits: (Bits(2047) &- parts.biasedExponent).shiftedUp(52))
    let far = DoubleDouble(parts.significand - 1, u.tail * inverse * 0.5)
    let chosen = DoubleDouble.choose(near, f, far)
    return logarithm(parts.exponent + extraExponent, chosen.head, rest: chosen.tail / (chosen.head + 1))
  }
}

/// What turns k and log m into a logarithm to another base: the heads are short, so that products are exact.
struct LogarithmBase {
  var unitHead: Double
  var unitTail: Double
  var scaleHead: Double
  var scaleTail: Double

  @inline(__always) static var two: LogarithmBase {
    LogarithmBase(
      unitHead: 1, unitTail: 0, scaleHead: 0x1.715476p+0, scaleTail: 0x1.4ae0bf85ddf44p-26)
  }

  @inline(__always) static var ten: LogarithmBase {
    LogarithmBase(
      unitHead: 0x1.34413509fp-2, unitTail: 0x1.e7fbcc47c4acdp-40,
      scaleHead: 0x1.bcb7b1p-2, scaleTail: 0x1.49b9438ca9aaep-28)
  }
}

/// The logarithm of zero, a negative or subnormal number, infinity or NaN.
@inline(never) private func rareLogarithm(_ x: Double) -> Double {
  if let value = logarithmAtEdge(x) { return value }
  let parts = BinaryParts(x * 0x1p54)
  return Double.logarithm(parts.exponent - 54, parts.significand - 1, rest: 0)
}

@inline(never) private func rareLogarithm(_ x: Double, base: LogarithmBase) -> Double {
  if let value = logarithmAtEdge(x) { return value }
  let parts = BinaryParts(x * 0x1p54)
  return Double.logarithm(parts.exponent - 54, parts.significand - 1, base: base)
}

private func logarithmAtEdge(_ x: Double) -> Double? {
  if x == 0 { return -.infinity }
  if x == .infinity { return x }
  return x > 0 ? nil : .nan
}

@inline(never) private func rareLogarithmOnePlus(_ x: Double) -> Double {
  x == -1 ? -.infinity : (x == .infinity ? x : .nan)
}
