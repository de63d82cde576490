/// An argument less its multiple of π/2.
struct SingleReducedAngle<Lanes: FloatLanes> {
  var head: Lanes
  var tail: Lanes
  /// n in its two low bits.
  var quadrant: Lanes.Bits

  /// The reduction of x ≥ 0; by signs, where it does not hold: above 1600, and too near a multiple of π/2.
  @inline(__always) static func short(_ x: Lanes) -> (angle: SingleReducedAngle, rare: Lanes.Bits) {
    let nearest = (x * 0x1.45f306p-1).nearestInteger()
    let n = nearest.value
    let first = x - n * 0x1.9218p+0
    let second = n * 0x1.ed5p-14
    let near = first - second
    let part = near - first
    let lost = (first - (near - part)) - (second + part)
    let rest = lost - n * 0x1.10b462p-30
    // For large n the rest is more than a rounding error; the kernels take it for one.
    let head = near + rest
    let tail = (near - head) + rest
    let isLarge = Lanes(1600).bits &- x.bits
    let isNear = (head.magnitudeLanes - n * 0x1p-25).bits
    return (SingleReducedAngle(head: head, tail: tail, quadrant: nearest.bits), isLarge | isNear)
  }

  /// The first number in odd quadrants, the second in even ones.
  ///
  /// By bits and without a comparison, whose mask WebAssembly takes apart into halves.
  @inline(__always) private func choose(_ a: Lanes, _ b: Lanes) -> Lanes {
    let isOdd = Lanes.Bits(0) &- (quadrant & Lanes.Bits(1))
    return Lanes(bits: b.bits ^ ((a.bits ^ b.bits) & isOdd))
  }

  @inline(__always) func sine() -> Lanes {
    let z = head * head
    let value = choose(shortCosine(z), shortSine(z))
    return value.turned(by: (quadrant & Lanes.Bits(2)).shiftedUp(30))
  }

  @inline(__always) func cosine() -> Lanes {
    SingleReducedAngle(head: head, tail: tail, quadrant: quadrant &+ Lanes.Bits(1)).sine()
  }

  /// Both with one polynomial each, and the bits of ``sine()`` and ``cosine()``.
  @inline(__always) func sineAndCosine() -> (sine: Lanes, cosine: Lanes) {
    let z = head * head
    let (sine, cosine) = (shortSine(z), shortCosine(z))
    let next = quadrant &+ Lanes.Bits(1)
    return (
      choose(cosine, sine).turned(by: (quadrant & Lanes.Bits(2)).shiftedUp(30)),
      choose(sine, cosine).turned(by: (next & Lanes.Bits(2)).shiftedUp(30))
    )
  }

  /// sin (head + tail), with z = head².
  @inline(__always) func shortSine(_ z: Lanes) -> Lanes {
    // Scripts/coefficients.py sineSingle
    let a0 = z * 0x1.11077ep-7 - 0x1.555546p-3
    let z2 = z * z
    let p = z2 * -0x1.9956aap-13 + a0
    return head + (head * z * p + tail * (1 - z * 0.5))
  }

  /// cos (head + tail), with z = head².
  @inline(__always) func shortCosine(_ z: Lanes) -> Lanes {
    // Scripts/coefficients.py cosineSingle
    let a0 = z * -0x1.6c0c1ap-10 + 0x1.55554ap-5
    let z2 = z * z
    let p = z2 * 0x1.99e0e2p-16 + a0
    let half = z * 0.5
    let leading = 1 - half
    let lost = (1 - leading) - half
    return leading + (lost + (z * z * p - head * tail))
  }
}

extension FloatLanes {
  @inline(__always) static func sine(_ x: Self) -> Self {
    let (angle, rare) = SingleReducedAngle.short(x.magnitudeLanes)
    let result = angle.sine().turned(by: x.signBits)
    return rare.hasSign ? result.patched(where: rare, x) { rareSine($0) } : result
  }

  @inline(__always) static func cosine(_ x: Self) -> Self {
    let (angle, rare) = SingleReducedAngle.short(x.magnitudeLanes)
    let result = angle.cosine()
    return rare.hasSign ? result.patched(where: rare, x) { rareCosine($0) } : result
  }

  @inline(__always) static func sineAndCosine(_ x: Self) -> (sine: Self, cosine: Self) {
    let (angle, rare) = SingleReducedAngle.short(x.magnitudeLanes)
    let (size, cosine) = angle.sineAndCosine()
    let sine = size.turned(by: x.signBits)
    guard rare.hasSign else { return (sine, cosine) }
    return (
      sine.patched(where: rare, x) { rareSine($0) }, cosine.patched(where: rare, x) { rareCosine($0) }
    )
  }
}

@inline(never) private func rareSine(_ x: Float) -> Float { Float(Double.sin(Double(x))) }

@inline(never) private func rareCosine(_ x: Float) -> Float { Float(Double.cos(Double(x))) }
