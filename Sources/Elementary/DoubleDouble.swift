/// A number held as the unevaluated sum of a head and a tail some 2^-53 times smaller (Dekker 1971).
struct DoubleDouble<Lanes: DoubleLanes> {
  var head: Lanes
  var tail: Lanes

  @inline(__always) init(_ head: Lanes, _ tail: Lanes) {
    self.head = head
    self.tail = tail
  }

  /// a + b without loss, provided that |a| ≥ |b| or a = 0 (Dekker's Fast2Sum).
  @inline(__always) init(sum large: Lanes, _ small: Lanes) {
    head = large + small
    tail = (large - head) + small
  }

  /// a + b without loss, whichever is larger (Knuth's TwoSum).
  @inline(__always) init(anySum a: Lanes, _ b: Lanes) {
    head = a + b
    let part = head - a
    tail = (a - (head - part)) + (b - part)
  }

  /// a · b to 106 bits without a fused multiply-add: each factor is cut into 26 and 27 bits (Dekker 1971).
  @inline(__always) init(product a: Lanes, _ b: Lanes) {
    let (aHead, aTail) = a.halves()
    let (bHead, bTail) = b.halves()
    head = a * b
    var rest = aHead * bHead - head
    rest = rest + aHead * bTail
    rest = rest + aTail * bHead
    tail = rest + aTail * bTail
  }

  /// a / b to about 100 bits.
  @inline(__always) init(quotient a: DoubleDouble, _ b: DoubleDouble) {
    let reciprocal = Lanes(1) / b.head
    head = a.head * reciprocal
    let product = DoubleDouble(product: head, b.head)
    let residual = ((a.head - product.head) - product.tail) + (a.tail - head * b.tail)
    tail = residual * reciprocal
  }

  /// √a to about 100 bits, for a > 0.
  @inline(__always) init(squareRoot a: DoubleDouble) {
    head = a.head.squareRoot()
    let square = DoubleDouble(product: head, head)
    tail = (((a.head - square.head) - square.tail) + a.tail) / (head + head)
  }

  @inline(__always) var rounded: Lanes { head + tail }

  /// The same sum with the tail at most half a unit in the last place of the head.
  @inline(__always) var normalized: DoubleDouble { DoubleDouble(sum: head, tail) }

  @inline(__always) static func choose(_ mask: Lanes.Mask, _ a: Self, _ b: Self) -> Self {
    DoubleDouble(Lanes.choose(mask, a.head, b.head), Lanes.choose(mask, a.tail, b.tail))
  }
}

extension DoubleLanes {
  /// The upper 26 bits of the significand, and the rest.
  @inline(__always) func halves() -> (head: Self, tail: Self) {
    let head = Self(bits: bits & Bits(0xffff_ffff_f800_0000))
    return (head, self - head)
  }
}
