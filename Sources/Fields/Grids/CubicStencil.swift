/// The weights of neighbouring samples in a piecewise cubic, as a vector.
///
/// Between two samples the interpolant is the cubic of Hermite that has their values, and at each the slope of a
/// central difference. It is continuous with its first derivative. Written out in the samples it is a convolution:
/// Keys, IEEE Trans. Acoustics, Speech, Signal Processing 29 (1981), 1153–1160.
protocol CubicStencil {
  /// A vector with room for the samples of the stencil.
  associatedtype Lanes: SIMD where Lanes.Scalar == Double
  /// How many samples the stencil has on either side of a cell.
  static var reach: Int { get }
  /// The coefficients of the powers of t, the place in the cell between 0 and 1, times ``divisor``.
  static var coefficients: (Lanes, Lanes, Lanes, Lanes) { get }
  /// What the coefficients are to be divided by; with it they are whole numbers.
  static var divisor: Double { get }
  /// The weights of the interpolant, or of its derivative by t of an order up to 3.
  static func weights(at t: Double, derivative: Int) -> Lanes
  /// The weights of the largest error in the cell, as far as the first term of its series says.
  static var errorWeights: Lanes { get }
  /// The samples of the stencil, beginning at a place of memory, and zeros.
  static func load(_ place: UnsafePointer<Double>) -> Lanes
  /// The sum of the lanes in a fixed order.
  static func sum(_ lanes: Lanes) -> Double
}

extension CubicStencil {
  /// How many samples the stencil has.
  static var width: Int { 2 * reach }

  /// The weights of the interpolant, or of its derivative by t of an order up to 3.
  @inline(__always)
  static func weights(at t: Double, derivative: Int) -> Lanes {
    let (constant, linear, square, cube) = coefficients
    let scale = 1 / divisor
    switch derivative {
    case 0: return (((cube * t + square) * t + linear) * t + constant) * scale
    case 1: return ((cube * (3 * t) + square * 2) * t + linear) * scale
    case 2: return (cube * (6 * t) + square * 2) * scale
    default: return cube * (6 * scale)
    }
  }
}

/// Slopes by differences of order 2: four samples, exact for polynomials of degree 2.
enum SecondOrderStencil: CubicStencil {
  static var reach: Int { 2 }

  static var divisor: Double { 2 }

  static var coefficients: (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>) {
    (
      SIMD4(0, 2, 0, 0),
      SIMD4(-1, 0, 1, 0),
      SIMD4(2, -5, 4, -1),
      SIMD4(-1, 3, -3, 1)
    )
  }

  /// t (1 − t) (1 − 2t)/6 h³f‴, with the third difference for h³f‴: at most 1/(36 √3) of it.
  static var errorWeights: SIMD4<Double> { SIMD4(-1, 3, -3, 1) * 0.016037507477489604 }

  @inline(__always)
  static func load(_ place: UnsafePointer<Double>) -> SIMD4<Double> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD4<Double>.self)
  }

  @inline(__always)
  static func sum(_ lanes: SIMD4<Double>) -> Double { (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) }
}

/// Slopes by differences of order 4: six samples, exact for polynomials of degree 3.
enum FourthOrderStencil: CubicStencil {
  static var reach: Int { 3 }

  static var divisor: Double { 12 }

  static var coefficients: (SIMD8<Double>, SIMD8<Double>, SIMD8<Double>, SIMD8<Double>) {
    (
      SIMD8(0, 0, 12, 0, 0, 0, 0, 0),
      SIMD8(1, -8, 0, 8, -1, 0, 0, 0),
      SIMD8(-2, 15, -28, 20, -6, 1, 0, 0),
      SIMD8(1, -7, 16, -16, 7, -1, 0, 0)
    )
  }

  /// t² (1 − t)²/24 h⁴f⁗, with the mean of two fourth differences for h⁴f⁗: at most 1/384 of it.
  static var errorWeights: SIMD8<Double> { SIMD8(1, -3, 2, 2, -3, 1, 0, 0) * (1 / 768.0) }

  @inline(__always)
  static func load(_ place: UnsafePointer<Double>) -> SIMD8<Double> {
    let raw = UnsafeRawPointer(place)
    let first = raw.loadUnaligned(as: SIMD4<Double>.self)
    let last = raw.loadUnaligned(fromByteOffset: 32, as: SIMD2<Double>.self)
    return SIMD8(lowHalf: first, highHalf: SIMD4(lowHalf: last, highHalf: .zero))
  }

  @inline(__always)
  static func sum(_ lanes: SIMD8<Double>) -> Double {
    let pairs = lanes.lowHalf + lanes.highHalf
    return (pairs[0] + pairs[1]) + (pairs[2] + pairs[3])
  }
}

/// The stencil of the error of another one: its first “derivative” is the largest error along an axis.
enum ErrorStencil<Stencil: CubicStencil>: CubicStencil {
  static var reach: Int { Stencil.reach }

  static var divisor: Double { Stencil.divisor }

  static var coefficients: (Stencil.Lanes, Stencil.Lanes, Stencil.Lanes, Stencil.Lanes) {
    Stencil.coefficients
  }

  static var errorWeights: Stencil.Lanes { Stencil.errorWeights }

  @inline(__always)
  static func weights(at t: Double, derivative: Int) -> Stencil.Lanes {
    derivative == 0 ? Stencil.weights(at: t, derivative: 0) : Stencil.errorWeights
  }

  @inline(__always)
  static func load(_ place: UnsafePointer<Double>) -> Stencil.Lanes { Stencil.load(place) }

  @inline(__always)
  static func sum(_ lanes: Stencil.Lanes) -> Double { Stencil.sum(lanes) }
}
