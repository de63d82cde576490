/// How many `Float` values the loops over memory take at a time: the one place that says it.
#if arch(wasm32)
  typealias FloatVector<Scalar: SIMDScalar> = SIMD4<Scalar>
#else
  typealias FloatVector<Scalar: SIMDScalar> = SIMD16<Scalar>
#endif

/// `Float` values that the loops over memory take at a time.
typealias FloatBlock = FloatVector<Float>

/// One or several lanes of `Float`: what a kernel may use.
///
/// Every operation is rounded as IEEE 754 says,
/// lane by lane, so a kernel gives the same bits in any number of lanes.
protocol FloatLanes {
  associatedtype Bits: UInt32Lanes
  associatedtype Mask

  init(_ value: Float)
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
  func patched(outside mask: Mask, _ x: Self, _ function: (Float) -> Float) -> Self
  /// The function of `x` and `y` in the lanes outside the mask, the receiver in the others.
  func patched(outside mask: Mask, _ x: Self, _ y: Self, _ function: (Float, Float) -> Float) -> Self
}

/// The bit patterns of `Float` lanes.
protocol UInt32Lanes {
  init(_ value: UInt32)
  static func &+ (a: Self, b: Self) -> Self
  static func &- (a: Self, b: Self) -> Self
  static func & (a: Self, b: Self) -> Self
  static func | (a: Self, b: Self) -> Self
  static func ^ (a: Self, b: Self) -> Self
  func shiftedUp(_ places: UInt32) -> Self
  func shiftedDown(_ places: UInt32) -> Self
  /// Whether any lane has its sign bit set.
  ///
  /// A kernel marks by signs the lanes for which it does not hold: a choice by a mask is packed and unpacked on the way.
  var hasSign: Bool { get }
}

extension FloatLanes {
  @inline(__always) static func + (a: Self, b: Float) -> Self { a + Self(b) }
  @inline(__always) static func + (a: Float, b: Self) -> Self { Self(a) + b }
  @inline(__always) static func - (a: Self, b: Float) -> Self { a - Self(b) }
  @inline(__always) static func - (a: Float, b: Self) -> Self { Self(a) - b }
  @inline(__always) static func * (a: Self, b: Float) -> Self { a * Self(b) }
  @inline(__always) static func .< (a: Self, b: Float) -> Mask { a .< Self(b) }
  @inline(__always) static func .< (a: Float, b: Self) -> Mask { Self(a) .< b }
  @inline(__always) static func .<= (a: Self, b: Float) -> Mask { a .<= Self(b) }
  @inline(__always) static func .<= (a: Float, b: Self) -> Mask { Self(a) .<= b }
  @inline(__always) static func .== (a: Self, b: Float) -> Mask { a .== Self(b) }
  @inline(__always) static func choose(_ mask: Mask, _ a: Float, _ b: Self) -> Self {
    choose(mask, Self(a), b)
  }
  @inline(__always) static func choose(_ mask: Mask, _ a: Self, _ b: Float) -> Self {
    choose(mask, a, Self(b))
  }
  @inline(__always) static func choose(_ mask: Mask, _ a: Float, _ b: Float) -> Self {
    choose(mask, Self(a), Self(b))
  }

  @inline(__always) var magnitudeLanes: Self { Self(bits: bits & Bits(0x7fff_ffff)) }
  @inline(__always) var signBits: Bits { bits & Bits(0x8000_0000) }
  /// The receiver with its sign turned where the given bits have theirs set.
  @inline(__always) func turned(by sign: Bits) -> Self { Self(bits: bits ^ sign) }

  /// The library's minus subtracts from 0 in lanes, which loses the sign of zero.
  @inline(__always) var negated: Self { turned(by: Bits(0x8000_0000)) }

  /// The function of `x` in the lanes whose sign bits are set in `rare`, the receiver in the others.
  @inline(__always) func patched(where rare: Bits, _ x: Self, _ function: (Float) -> Float) -> Self {
    // The sign as a number: 2 or 0.
    patched(outside: Self(bits: rare.shiftedDown(31).shiftedUp(30)) .<= 0, x, function)
  }

  /// The receiver limited to a range; NaN stays NaN.
  @inline(__always) func clamped(_ lower: Float, _ upper: Float) -> Self {
    let raised = Self.choose(self .< lower, lower, self)
    return Self.choose(upper .< raised, upper, raised)
  }

  /// The nearest integer, as a number and, in the low bits, as a two's complement integer.
  ///
  /// The sum with 1.5 times the weight of the last place leaves no room for a fraction; it vectorises where
  /// `rounded()` and conversions to integers do not. Right for magnitudes below 2^22.
  @inline(__always) func nearestInteger() -> (value: Self, bits: Bits) {
    let shifted = self + 0x1.8p23
    return (shifted - 0x1.8p23, shifted.bits)
  }
}

extension UInt32: UInt32Lanes {
  @inline(__always) func shiftedUp(_ places: UInt32) -> UInt32 { self &<< places }
  @inline(__always) func shiftedDown(_ places: UInt32) -> UInt32 { self &>> places }
  @inline(__always) var hasSign: Bool { Int32(bitPattern: self) < 0 }
}

extension Float: FloatLanes {
  @inline(__always) init(bits: UInt32) { self = Float(bitPattern: bits) }
  @inline(__always) var bits: UInt32 { bitPattern }
  @inline(__always) static func .< (a: Float, b: Float) -> Bool { a < b }
  @inline(__always) static func .<= (a: Float, b: Float) -> Bool { a <= b }
  @inline(__always) static func .== (a: Float, b: Float) -> Bool { a == b }
  @inline(__always) static func both(_ a: Bool, _ b: Bool) -> Bool { a && b }
  @inline(__always) static func either(_ a: Bool, _ b: Bool) -> Bool { a || b }
  @inline(__always) static func all(_ mask: Bool) -> Bool { mask }
  @inline(__always) static func choose(_ mask: Bool, _ a: Float, _ b: Float) -> Float { mask ? a : b }

  @inline(__always) func patched(outside mask: Bool, _ x: Float, _ function: (Float) -> Float) -> Float {
    mask ? self : function(x)
  }

  @inline(__always) func patched(
    outside mask: Bool, _ x: Float, _ y: Float, _ function: (Float, Float) -> Float
  ) -> Float {
    mask ? self : function(x, y)
  }
}

extension FloatVector: UInt32Lanes where Scalar == UInt32 {
  @inline(__always) init(_ value: UInt32) { self.init(repeating: value) }
  @inline(__always) func shiftedUp(_ places: UInt32) -> Self { self &<< Self(repeating: places) }
  @inline(__always) func shiftedDown(_ places: UInt32) -> Self { self &>> Self(repeating: places) }
  @inline(__always) var hasSign: Bool {
    #if arch(wasm32)
      let two = lowHalf | highHalf
    #else
      let eight = lowHalf | highHalf
      let four = eight.lowHalf | eight.highHalf
      let two = four.lowHalf | four.highHalf
    #endif
    return (two[0] | two[1]).hasSign
  }
}

extension FloatVector: FloatLanes where Scalar == Float {
  typealias Mask = SIMDMask<FloatVector<Int32>>

  @inline(__always) init(_ value: Float) { self.init(repeating: value) }
  @inline(__always) init(bits: FloatVector<UInt32>) { self = unsafeBitCast(bits, to: Self.self) }
  @inline(__always) var bits: FloatVector<UInt32> { unsafeBitCast(self, to: FloatVector<UInt32>.self) }
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

  @inline(__always) func patched(outside mask: Mask, _ x: Self, _ function: (Float) -> Float) -> Self {
    var result = self
    for lane in indices where !mask[lane] { result[lane] = function(x[lane]) }
    return result
  }

  @inline(__always) func patched(
    outside mask: Mask, _ x: Self, _ y: Self, _ function: (Float, Float) -> Float
  ) -> Self {
    var result = self
    for lane in indices where !mask[lane] { result[lane] = function(x[lane], y[lane]) }
    return result
  }
}
