// How many `Double` values the loops over memory take at a time: the one place that says it.
//
// Measured on AVX2: two 256-bit registers hide each other's latency; four spill. In WebAssembly one register of 128
// bits: of several the compiler takes some apart into lanes, and the processor does two rounds of a loop at once anyway.
#if arch(wasm32)
  typealias DoubleVector<Scalar: SIMDScalar> = SIMD2<Scalar>
#else
  typealias DoubleVector<Scalar: SIMDScalar> = SIMD8<Scalar>
#endif

/// `Double` values that the loops over memory take at a time.
typealias DoubleBlock = DoubleVector<Double>

/// One or several lanes of `Double`: what a kernel may use.
///
/// Every operation is rounded as IEEE 754 says,
/// lane by lane, so a kernel gives the same bits in any number of lanes.
protocol DoubleLanes {
  associatedtype Bits: UInt64Lanes
  associatedtype Mask

  init(_ value: Double)
  init(bits: Bits)
  var bits: Bits { get }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  func squareRoot() -> Self

  /// Comparisons are false in a lane where an operand is NaN.
  static func .< (a: Self, b: Self) -> Mask
  static func .<= (a: Self, b: Self) -> Mask
  static func .== (a: Self, b: Self) -> Mask
  static func both(_ a: Mask, _ b: Mask) -> Mask
  static func either(_ a: Mask, _ b: Mask) -> Mask
  static func all(_ mask: Mask) -> Bool

  /// `a` in the lanes of the mask, `b` in the others.
  static func choose(_ mask: Mask, _ a: Self, _ b: Self) -> Self

  /// The function of `x` in the lanes outside the mask, the receiver in the others.
  func patched(outside mask: Mask, _ x: Self, _ function: (Double) -> Double) -> Self
  /// The function of `x` and `y` in the lanes outside the mask, the receiver in the others.
  func patched(outside mask: Mask, _ x: Self, _ y: Self, _ function: (Double, Double) -> Double) -> Self
}

/// The bit patterns of `Double` lanes.
protocol UInt64Lanes {
  init(_ value: UInt64)
  static func &+ (a: Self, b: Self) -> Self
  static func &- (a: Self, b: Self) -> Self
  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  func shiftedUp(_ places: UInt64) -> Self
  func shiftedDown(_ places: UInt64) -> Self
  /// Whether any lane has its sign bit set.
  ///
  /// A kernel marks by signs the lanes for which it does not hold: a choice by a mask is packed and unpacked on the way.
  var hasSign: Bool { get }
}

extension DoubleLanes {
  @inline(__always) static func + (a: Self, b: Double) -> Self { a + Self(b) }
  @inline(__always) static func - (a: Self, b: Double) -> Self { a - Self(b) }
  @inline(__always) static func - (a: Double, b: Self) -> Self { Self(a) - b }
  @inline(__always) static func * (a: Self, b: Double) -> Self { a * Self(b) }
  @inline(__always) static func .< (a: Self, b: Double) -> Mask { a .< Self(b) }
  @inline(__always) static func .< (a: Double, b: Self) -> Mask { Self(a) .< b }
  @inline(__always) static func .<= (a: Self, b: Double) -> Mask { a .<= Self(b) }
  @inline(__always) static func .<= (a: Double, b: Self) -> Mask { Self(a) .<= b }
  @inline(__always) static func .== (a: Self, b: Double) -> Mask { a .== Self(b) }
  @inline(__always) static func choose(_ mask: Mask, _ a: Double, _ b: Self) -> Self {
    choose(mask, Self(a), b)
  }
  @inline(__always) static func choose(_ mask: Mask, _ a: Self, _ b: Double) -> Self {
    choose(mask, a, Self(b))
  }
  @inline(__always) static func choose(_ mask: Mask, _ a: Double, _ b: Double) -> Self {
    choose(mask, Self(a), Self(b))
  }

  @inline(__always) var magnitudeLanes: Self { Self(bits: bits & Bits(0x7fff_ffff_ffff_ffff)) }
  @inline(__always) var signBits: Bits { bits & Bits(0x8000_0000_0000_0000) }
  /// The receiver with its sign turned where the given bits have theirs set.
  @inline(__always) func turned(by sign: Bits) -> Self { Self(bits: bits ^ sign) }

  /// The library's minus subtracts from 0 in lanes, which loses the sign of zero.
  @inline(__always) var negated: Self { turned(by: Bits(0x8000_0000_0000_0000)) }

  /// The function of `x` in the lanes whose sign bits are set in `rare`, the receiver in the others.
  @inline(__always) func patched(where rare: Bits, _ x: Self, _ function: (Double) -> Double) -> Self {
    // The sign as a number: 2 or 0.
    patched(outside: Self(bits: rare.shiftedDown(63).shiftedUp(62)) .<= 0, x, function)
  }

  /// The receiver limited to a range; NaN stays NaN.
  @inline(__always) func clamped(_ lower: Double, _ upper: Double) -> Self {
    let raised = Self.choose(self .< lower, lower, self)
    return Self.choose(upper .< raised, upper, raised)
  }

  /// The nearest integer, as a number and, in the low bits, as a two's complement integer.
  ///
  /// The sum with 1.5 times the weight of the last place leaves no room for a fraction; it vectorises where
  /// `rounded()` and conversions to integers do not. Right for magnitudes below 2^51.
  @inline(__always) func nearestInteger() -> (value: Self, bits: Bits) {
    let shifted = self + 0x1.8p52
    return (shifted - 0x1.8p52, shifted.bits)
  }
}

extension UInt64: UInt64Lanes {
  @inline(__always) func shiftedUp(_ places: UInt64) -> UInt64 { self &<< places }
  @inline(__always) func shiftedDown(_ places: UInt64) -> UInt64 { self &>> places }
  @inline(__always) var hasSign: Bool { Int64(bitPattern: self) < 0 }
}

extension Double: DoubleLanes {
  @inline(__always) init(bits: UInt64) { self = Double(bitPattern: bits) }
  @inline(__always) var bits: UInt64 { bitPattern }
  @inline(__always) static func .< (a: Double, b: Double) -> Bool { a < b }
  @inline(__always) static func .<= (a: Double, b: Double) -> Bool { a <= b }
  @inline(__always) static func .== (a: Double, b: Double) -> Bool { a == b }
  @inline(__always) static func both(_ a: Bool, _ b: Bool) -> Bool { a && b }
  @inline(__always) static func either(_ a: Bool, _ b: Bool) -> Bool { a || b }
  @inline(__always) static func all(_ mask: Bool) -> Bool { mask }
  @inline(__always) static func choose(_ mask: Bool, _ a: Double, _ b: Double) -> Double { mask ? a : b }

  @inline(__always) func patched(outside mask: Bool, _ x: Double, _ function: (Double) -> Double) -> Double {
    mask ? self : function(x)
  }

  @inline(__always) func patched(
    outside mask: Bool, _ x: Double, _ y: Double, _ function: (Double, Double) -> Double
  ) -> Double {
    mask ? self : function(x, y)
  }
}

extension DoubleVector: UInt64Lanes where Scalar == UInt64 {
  @inline(__always) init(_ value: UInt64) { self.init(repeating: value) }
  @inline(__always) func shiftedUp(_ places: UInt64) -> Self { self &<< Self(repeating: places) }
  @inline(__always) func shiftedDown(_ places: UInt64) -> Self { self &>> Self(repeating: places) }
  @inline(__always) var hasSign: Bool {
    #if arch(wasm32)
      return (self[0] | self[1]).hasSign
    #else
      let four = lowHalf | highHalf
      let two = four.lowHalf | four.highHalf
      return (two[0] | two[1]).hasSign
    #endif
  }
}

extension DoubleVector: DoubleLanes where Scalar == Double {
  typealias Mask = SIMDMask<DoubleVector<Int64>>

  @inline(__always) init(_ value: Double) { self.init(repeating: value) }
  @inline(__always) init(bits: DoubleVector<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }
  @inline(__always) var bits: DoubleVector<UInt64> { unsafeBitCast(self, to: DoubleVector<UInt64>.self) }
  @inline(__always) static func both(_ a: Mask, _ b: Mask) -> Mask { a .& b }
  @inline(__always) static func either(_ a: Mask, _ b: Mask) -> Mask { a .| b }
  @inline(__always) static func all(_ mask: Mask) -> Bool { !(~unsafeBitCast(mask, to: Bits.self)).hasSign }
  @inline(__always) static func choose(_ mask: Mask, _ a: Self, _ b: Self) -> Self {
    #if arch(wasm32)
      // By bits: choices by a mask are taken apart into lanes there.
      let chosen = unsafeBitCast(mask, to: Bits.self)
      return Self(bits: (a.bits & chosen) | (b.bits & ~chosen))
    #else
      return b.replacing(with: a, where: mask)
    #endif
  }

  @inline(__always) func patched(outside mask: Mask, _ x: Self, _ function: (Double) -> Double) -> Self {
    var result = self
    for lane in indices where !mask[lane] { result[lane] = function(x[lane]) }
    return result
  }

  @inline(__always) func patched(
    outside mask: Mask, _ x: Self, _ y: Self, _ function: (Double, Double) -> Double
  ) -> Self {
    var result = self
    for lane in indices where !mask[lane] { result[lane] = function(x[lane], y[lane]) }
    return result
  }
}
