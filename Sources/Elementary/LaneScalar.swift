#if hasFeature(Embedded)
  /// What the standard library asks of a scalar in lanes.
  public typealias LaneElement = BinaryFloatingPoint & SIMDScalar & Sendable
#else
  /// What the standard library asks of a scalar in lanes.
  public typealias LaneElement = BinaryFloatingPoint & SIMDScalar & Sendable & Codable
#endif

/// A scalar whose elementary functions also run over contiguous memory.
///
/// This is how block programs call them:
///
/// ```swift
/// Double.sin(angles, into: heights, count: 256)
/// ```
///
/// The result may be the source itself, but must not overlap it otherwise. No alignment beyond the scalar's is
/// needed, and a count of zero or less does nothing.
public protocol LaneScalar: LaneElement, ElementaryFunctions {
  /// ``ElementaryFunctions/exp(_:)`` of each of `count` numbers.
  static func exp(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/exp2(_:)`` of each of `count` numbers.
  static func exp2(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/expm1(_:)`` of each of `count` numbers.
  static func expm1(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/log(_:)`` of each of `count` numbers.
  static func log(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/log2(_:)`` of each of `count` numbers.
  static func log2(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/log10(_:)`` of each of `count` numbers.
  static func log10(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/log1p(_:)`` of each of `count` numbers.
  static func log1p(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/sin(_:)`` of `factor` times each of `count` numbers, each product rounded.
  static func sin(
    _ source: UnsafePointer<Self>, times factor: Self, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/cos(_:)`` of `factor` times each of `count` numbers, each product rounded.
  static func cos(
    _ source: UnsafePointer<Self>, times factor: Self, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/sin(_:)`` and ``ElementaryFunctions/cos(_:)`` of `factor` times each of `count` numbers, with
  /// the same bits as one after the other in less time; one of the results may be the source.
  static func sinAndCos(
    _ source: UnsafePointer<Self>, times factor: Self, into sines: UnsafeMutablePointer<Self>,
    _ cosines: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/tan(_:)`` of each of `count` numbers.
  static func tan(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/asin(_:)`` of each of `count` numbers.
  static func asin(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/acos(_:)`` of each of `count` numbers.
  static func acos(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/atan(_:)`` of each of `count` numbers.
  static func atan(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/sinh(_:)`` of each of `count` numbers.
  static func sinh(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/cosh(_:)`` of each of `count` numbers.
  static func cosh(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/tanh(_:)`` of each of `count` numbers.
  static func tanh(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/asinh(_:)`` of each of `count` numbers.
  static func asinh(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/acosh(_:)`` of each of `count` numbers.
  static func acosh(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/atanh(_:)`` of each of `count` numbers.
  static func atanh(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/cbrt(_:)`` of each of `count` numbers.
  static func cbrt(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/erf(_:)`` of each of `count` numbers.
  static func erf(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/atan2(_:_:)`` of each of `count` pairs.
  static func atan2(
    _ y: UnsafePointer<Self>, _ x: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/pow(_:_:)`` of each of `count` pairs.
  static func pow(
    _ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
  /// ``ElementaryFunctions/hypot(_:_:)`` of each of `count` pairs.
  static func hypot(
    _ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int)
}

extension LaneScalar {
  /// ``ElementaryFunctions/sin(_:)`` of each of `count` numbers.
  @inlinable
  public static func sin(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int) {
    sin(source, times: 1, into: result, count: count)
  }

  /// ``ElementaryFunctions/cos(_:)`` of each of `count` numbers.
  @inlinable
  public static func cos(_ source: UnsafePointer<Self>, into result: UnsafeMutablePointer<Self>, count: Int) {
    cos(source, times: 1, into: result, count: count)
  }
}
