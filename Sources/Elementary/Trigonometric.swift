// sin, cos and tan: x = n π/2 + (head + tail) with |head| ≤ π/4, then the polynomial of the quadrant.
// The pieces of π/2 are short enough for exact products with n (Cody & Waite 1980); larger arguments, and the
// few that fall so near a multiple of π/2 that the pieces run out, go their own ways.

/// An argument less its multiple of π/2.
struct ReducedAngle<Lanes: DoubleLanes> {
  var head: Lanes
  var tail: Lanes
  /// n in its two low bits.
  var quadrant: Lanes.Bits

  @inline(__always) init(head: Lanes, tail: Lanes, quadrant: Lanes.Bits) {
    self.head = head
    self.tail = tail
    self.quadrant = quadrant
  }

  /// The reduction of x ≥ 0; by signs, where it does not hold.
  ///
  /// It does up to 10^5, and short of cancellation beyond the second piece of π/2.
  @inline(__always) static func short(_ x: Lanes) -> (angle: ReducedAngle, rare: Lanes.Bits) {
    let nearest = (x * 0x1.45f306dc9c883p-1).nearestInteger()
    let n = nearest.value
    let first = x - n * 0x1.921fb544p+0
    let second = n * 0x1.0b4611a6p-34
    let head = first - second
    let tail = ((first - head) - second) - n * 0x1.3198a2e037073p-69
    // The bits of numbers that are not negative are in their order, NaN last.
    let isLarge = Lanes(100_000).bits &- x.bits
    let isNear = (first.magnitudeLanes - n * 0x1p-32).bits
    return (ReducedAngle(head: head, tail: tail, quadrant: nearest.bits), isLarge | isNear)
  }
}

extension ReducedAngle where Lanes == Double {
  /// The reduction of a finite number for which the short one does not hold.
  init(rare x: Double) {
    guard x.magnitude <= 100_000 else {
      self.init(long: x)
      return
    }
    // Near a multiple of π/2, as the ends of a grid are: the same pieces with one more, every sum without loss.
    let nearest = (x.magnitude * 0x1.45f306dc9c883p-1).nearestInteger()
    let n = nearest.value
    let first = DoubleDouble(anySum: x.magnitude - n * 0x1.921fb544p+0, n * -0x1.0b4611a6p-34)
    let second = DoubleDouble(anySum: first.head, n * -0x1.3198a2ep-69)
    let rest = (first.tail + second.tail) - n * 0x1.b839a252049c1p-104
    let angle = DoubleDouble(anySum: second.head, rest)
    let isNegative = x < 0
    self.init(
      head: isNegative ? -angle.head : angle.head, tail: isNegative ? -angle.tail : angle.tail,
      quadrant: isNegative ? 0 &- nearest.bits : nearest.bits)
  }
}

extension ReducedAngle {
  /// sin (head + tail), without the quadrant, as leading term and correction.
  @inline(__always) func sineTerms() -> DoubleDouble<Lanes> {
    let z = head * head
    // Scripts/coefficients.py sine
    let a0 = z * 0x1.111111110f8a5p-7 - 0x1.5555555555549p-3
    let a1 = z * 0x1.71de357ac4ac9p-19 - 0x1.a01a019c15d0cp-13
    let a2 = z * 0x1.5d9389eb7cbfcp-33 - 0x1.ae5e684d9e9b5p-26
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let z4 = z2 * z2
    let p = z4 * a2 + b0
    let bend = head * z * p
    return DoubleDouble(head, bend + tail * (1 - z * 0.5))
  }

  /// cos (head + tail), without the quadrant, as leading term and correction.
  @inline(__always) func cosineTerms() -> DoubleDouble<Lanes> {
    let z = head * head
    // Scripts/coefficients.py cosine
    let a0 = z * -0x1.6c16c16c1521ep-10 + 0x1.555555555554cp-5
    let a1 = z * -0x1.27e4f8128bb71p-22 + 0x1.a01a019cbf363p-16
    let a2 = z * -0x1.8fb11b89d7d3fp-37 + 0x1.1ee9f12f38458p-29
    let z2 = z * z
    let b0 = z2 * a1 + a0
    let z4 = z2 * z2
    let p = z4 * a2 + b0
    let half = z * 0.5
    let leading = 1 - half
    let lost = (1 - leading) - half
    return DoubleDouble(leading, lost + (z * z * p - head * tail))
  }

  /// Whether n is odd.
  @inline(__always) var isOdd: Lanes.Mask {
    Lanes(0) .< Lanes(bits: (quadrant & Lanes.Bits(1)).shiftedUp(62))
  }

  /// The sign bit that the second bit of n asks for.
  @inline(__always) var turn: Lanes.Bits { (quadrant & Lanes.Bits(2)).shiftedUp(62) }

  @inline(__always) func sine() -> Lanes {
    Lanes.choose(isOdd, cosineTerms().rounded, sineTerms().rounded).turned(by: turn)
  }

  @inline(__always) func cosine() -> Lanes {
    ReducedAngle(head: head, tail: tail, quadrant: quadrant &+ Lanes.Bits(1)).sine()
  }

  /// Both with one polynomial each, and the bits of ``sine()`` and ``cosine()``.
  @inline(__always) func sineAndCosine() -> (sine: Lanes, cosine: Lanes) {
    let sine = sineTerms().rounded
    let cosine = cosineTerms().rounded
    let odd = isOdd
    let next = ReducedAngle(head: head, tail: tail, quadrant: quadrant &+ Lanes.Bits(1))
    return (
      Lanes.choose(odd, cosine, sine).turned(by: turn), Lanes.choose(odd, sine, cosine).turned(by: next.turn)
    )
  }

  @inline(__always) func tangent() -> Lanes {
    let sine = sineTerms().normalized
    let cosine = cosineTerms().normalized
    let odd = isOdd
    let above = DoubleDouble.choose(odd, cosine, sine)
    let below = DoubleDouble.choose(odd, sine, cosine)
    let sign = (quadrant & Lanes.Bits(1)).shiftedUp(63)
    return DoubleDouble(quotient: above, below).rounded.turned(by: sign)
  }
}

extension DoubleLanes {
  @inline(__always) static func sine(_ x: Self) -> Self {
    let (angle, rare) = ReducedAngle.short(x.magnitudeLanes)
    let result = angle.sine().turned(by: x.signBits)
    return rare.hasSign ? result.patched(where: rare, x) { rareSine($0) } : result
  }

  @inline(__always) static func cosine(_ x: Self) -> Self {
    let (angle, rare) = ReducedAngle.short(x.magnitudeLanes)
    let result = angle.cosine()
    return rare.hasSign ? result.patched(where: rare, x) { rareCosine($0) } : result
  }

  @inline(__always) static func sineAndCosine(_ x: Self) -> (sine: Self, cosine: Self) {
    let (angle, rare) = ReducedAngle.short(x.magnitudeLanes)
    let (size, cosine) = angle.sineAndCosine()
    let sine = size.turned(by: x.signBits)
    guard rare.hasSign else { return (sine, cosine) }
    return (
      sine.patched(where: rare, x) { rareSine($0) }, cosine.patched(where: rare, x) { rareCosine($0) }
    )
  }

  @inline(__always) static func tangent(_ x: Self) -> Self {
    let size = x.magnitudeLanes
    let (angle, rare) = ReducedAngle.short(size)
    let result = choose(size .< 0x1p-28, x, angle.tangent().turned(by: x.signBits))
    return rare.hasSign ? result.patched(where: rare, x) { rareTangent($0) } : result
  }
}

@inline(never) private func rareSine(_ x: Double) -> Double {
  x.isFinite ? ReducedAngle(rare: x).sine() : .nan
}

@inline(never) private func rareCosine(_ x: Double) -> Double {
  x.isFinite ? ReducedAngle(rare: x).cosine() : .nan
}

@inline(never) private func rareTangent(_ x: Double) -> Double {
  x.isFinite ? ReducedAngle(rare: x).tangent() : .nan
}
