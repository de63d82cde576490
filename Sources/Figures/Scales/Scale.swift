import Elementary

/// How values of an axis become positions from 0 to 1, and where its ticks stand.
public struct Scale: Sendable {
  /// The kind of scale.
  public enum Kind: Sendable {
    /// Positions proportional to values.
    case linear
    /// Positions proportional to the logarithm; values ≤ 0 have no position.
    case logarithmic
    /// sign(x)·log₁₀(1 + |x|/threshold), linear near zero, logarithmic far away
    /// (J. B. W. Webber, Meas. Sci. Technol. 24, 027001, 2013); `infinity` keeps an end place for +∞.
    case symmetricLogarithmic(threshold: Double = 1, infinity: Bool = false)
    /// Names at the values 0, 1, 2 ….
    case category([String])
  }

  /// The kind of scale.
  public let kind: Kind
  /// The finite values shown, never empty, degenerate or (for logarithms) below zero.
  public let domain: Extent
  /// Whether positions run from 1 down to 0, as names on a vertical axis do, to be read from the top.
  public let isReversed: Bool

  // Where the finite part ends and where ∞ stands when a scale keeps a place for it.
  static let finiteEnd = 0.9
  static let infinityPlace = 0.97

  /// A scale over a domain; a domain that the kind cannot show is mended: an empty one becomes 0…1
  /// (1…10 for logarithms), a single value is given room on both sides, huge values are clamped to ±10³⁰⁰.
  @export(interface)
  public init(_ kind: Kind, domain: Extent, isReversed: Bool = false) {
    self.kind = kind
    self.isReversed = isReversed
    switch kind {
    case .linear: self.domain = Scale.mended(domain)
    case .logarithmic: self.domain = Scale.mendedLogarithmic(domain)
    case .symmetricLogarithmic: self.domain = Scale.mended(domain)
    case .category(let names):
      self.domain = Extent(-0.5, Double(Swift.max(names.count, 1)) - 0.5)
    }
  }

  private static func mended(_ domain: Extent) -> Extent {
    if domain.isEmpty { return Extent(0, 1) }
    let lower = Swift.min(Swift.max(domain.lower, -1e300), 1e300)
    let upper = Swift.min(Swift.max(domain.upper, -1e300), 1e300)
    let size = Swift.max(abs(lower), abs(upper))
    // Below this span neighbouring ticks would no longer be different numbers.
    if upper - lower > Swift.max(size * 1e-12, 1e-290) { return Extent(lower, upper) }
    let room = size > 1e-290 ? size / 2 : 1
    return Extent(Swift.max(lower - room, -1e300), Swift.min(upper + room, 1e300))
  }

  private static func mendedLogarithmic(_ domain: Extent) -> Extent {
    guard !domain.isEmpty, domain.upper > 0 else { return Extent(1, 10) }
    let upper = Swift.min(Swift.max(domain.upper, 1e-290), 1e300)
    let lower = domain.lower > 0 ? Swift.max(domain.lower, 1e-292) : upper * 1e-3
    if upper > lower * (1 + 1e-9) { return Extent(lower, upper) }
    return Extent(lower / 3, upper * 3)
  }

  private func transformed(_ value: Double) -> Double {
    switch kind {
    case .linear, .category: return value
    case .logarithmic: return value > 0 ? Double.log10(value) : .nan
    case .symmetricLogarithmic(let threshold, _):
      let unit = threshold > 0 ? threshold : 1
      let size = Double.log1p(abs(value) / unit) / Double.log(10)
      return value < 0 ? -size : size
    }
  }

  /// The position of a value: 0 at the lower end of the domain, 1 at the upper one, beyond them outside;
  /// NaN where the scale has no place for the value.
  @export(interface)
  public func position(_ value: Double) -> Double {
    guard !value.isNaN else { return .nan }
    let keepsInfinity = showsInfinity
    if value.isInfinite {
      guard keepsInfinity, value > 0 else { return .nan }
      return isReversed ? 1 - Scale.infinityPlace : Scale.infinityPlace
    }
    let from = transformed(domain.lower)
    let to = transformed(domain.upper)
    let fraction = (transformed(value) - from) / (to - from)
    let place = keepsInfinity ? fraction * Scale.finiteEnd : fraction
    return isReversed ? 1 - place : place
  }

  /// The value at a position, the inverse of `position(_:)` on the finite part.
  @export(interface)
  public func value(at position: Double) -> Double {
    let from = transformed(domain.lower)
    let to = transformed(domain.upper)
    let along = isReversed ? 1 - position : position
    let fraction = showsInfinity ? along / Scale.finiteEnd : along
    let place = from + (to - from) * fraction
    switch kind {
    case .linear, .category: return place
    case .logarithmic: return Double.pow(10, place)
    case .symmetricLogarithmic(let threshold, _):
      let unit = threshold > 0 ? threshold : 1
      let size = unit * Double.expm1(abs(place) * Double.log(10))
      return place < 0 ? -size : size
    }
  }

  /// Whether +∞ has a place on the scale.
  public var showsInfinity: Bool {
    if case .symmetricLogarithmic(_, let infinity) = kind { return infinity }
    return false
  }

  var isLinear: Bool {
    if case .linear = kind { return true }
    return false
  }

  var isCategory: Bool {
    if case .category = kind { return true }
    return false
  }
}
