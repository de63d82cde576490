/// A positive normal number as 2^k m, √½ ≤ m < √2.
struct SingleBinaryParts<Lanes: FloatLanes> {
  var exponent: Lanes
  var significand: Lanes

  @inline(__always) init(_ x: Lanes) {
    let raised = x.bits &+ Lanes.Bits(0x3f80_0000 - 0x3f35_04f3)
    let biasedExponent = raised.shiftedDown(23)
    exponent = Lanes(bits: biasedExponent | Lanes.Bits(0x4b00_0000)) - (0x1p23 + 127)
    significand = Lanes(bits: (raised & Lanes.Bits(0x007f_ffff)) &+ Lanes.Bits(0x3f35_04f3))
  }
}

extension FloatLanes {
  /// (log (1 + f) − f + ½ f²) / f³ for √½ ≤ 1 + f < √2.
  @inline(__always) static func logarithmPolynomial(_ f: Self) -> Self {
    // Scripts/coefficients.py logarithmSingle
    let a0 = f * -0x1.00020ep-2 + 0x1.55554ap-2
    let a1 = f * -0x1.547cccp-3 + 0x1.99a57ep-3
    let a2 = f * -0x1.0cbddp-3 + 0x1.227184p-3
    let a3 = f * -0x1.425804p-4 + 0x1.07b32ep-3
    let f2 = f * f
    let b0 = f2 * a1 + a0
    let b1 = f2 * a3 + a2
    let f4 = f2 * f2
    let p = f4 * b1 + b0
    return p
  }

  @inline(__always) static func isPositiveNormal(_ x: Self) -> Mask {
    both(0x1p-126 .<= x, x .< Float.infinity)
  }

  /// k ln 2 + log (1 + f).
  @inline(__always) static func logarithm(_ k: Self, _ f: Self) -> Self {
    let square = f * f
    let bend = square * f * logarithmPolynomial(f) - square * 0.5
    let large = k * 0x1.62e4p-1
    let sum = large + f
    let lost = (large - sum) + f
    return sum + (lost + (k * 0x1.7f7d1cp-20 + bend))
  }

  @inline(__always) static func logarithm(_ x: Self) -> Self {
    let usual = isPositiveNormal(x)
    let parts = SingleBinaryParts(x)
    let result = logarithm(parts.exponent, parts.significand - 1)
    if all(usual) { return result }
    return result.patched(outside: usual, x) { rareLogarithm($0) }
  }

  @inline(__always) static func logarithm(_ k: Self, _ f: Self, base: SingleLogarithmBase) -> Self {
    let square = f * f
    let half = square * 0.5
    let head = (f - half).halves().head
    let tail = ((f - head) - half) + square * f * logarithmPolynomial(f)
    let trailing = (tail + head) * base.scaleTail + tail * base.scaleHead + k * base.unitTail
    let large = k * base.unitHead
    let small = head * base.scaleHead
    let sum = large + small
    let lost = (large - sum) + small
    return sum + (lost + trailing)
  }

  @inline(__always) static func logarithm(_ x: Self, base: SingleLogarithmBase) -> Self {
    let usual = isPositiveNormal(x)
    let parts = SingleBinaryParts(x)
    let result = logarithm(parts.exponent, parts.significand - 1, base: base)
    if all(usual) { return result }
    return result.patched(outside: usual, x) { rareLogarithm($0, base: base) }
  }

  @inline(__always) static func binaryLogarithm(_ x: Self) -> Self { logarithm(x, base: .two) }
  @inline(__always) static func decimalLogarithm(_ x: Self) -> Self { logarithm(x, base: .ten) }
}

/// What turns k and log m into a logarithm to another base: the heads are short, so that products are exact.
struct SingleLogarithmBase {
  var unitHead: Float
  var unitTail: Float
  var scaleHead: Float
  var scaleTail: Float

  @inline(__always) static var two: SingleLogarithmBase {
    SingleLogarithmBase(unitHead: 1, unitTail: 0, scaleHead: 0x1.714p+0, scaleTail: 0x1.47652cp-12)
  }

  @inline(__always) static var ten: SingleLogarithmBase {
    SingleLogarithmBase(
      unitHead: 0x1.344p-2, unitTail: 0x1.3509f8p-18, scaleHead: 0x1.bcap-2, scaleTail: 0x1.7b1526p-14)
  }
}

/// The logarithm of zero, a negative or subnormal number, infinity or NaN.
@inline(never) private func rareLogarithm(_ x: Float) -> Float {
  if let value = logarithmAtEdge(x) { return value }
  let parts = SingleBinaryParts(x * 0x1p24)
  return Float.logarithm(parts.exponent - 24, parts.significand - 1)
}

@inline(never) private func rareLogarithm(_ x: Float, base: SingleLogarithmBase) -> Float {
  if let value = logarithmAtEdge(x) { return value }
  let parts = SingleBinaryParts(x * 0x1p24)
  return Float.logarithm(parts.exponent - 24, parts.significand - 1, base: base)
}

private func logarithmAtEdge(_ x: Float) -> Float? {
  if x == 0 { return -.infinity }
  if x == .infinity { return x }
  return x > 0 ? nil : .nan
}
