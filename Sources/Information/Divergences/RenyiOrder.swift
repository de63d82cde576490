/// The order α of a Rényi entropy or divergence: any number of [−∞, ∞].
///
/// A literal is an order: `renyi(p, q, order: 0.5)`, `renyi(p, q, order: .infinity)`.
public struct RenyiOrder: Equatable, Hashable, Sendable {
  /// α.
  public let value: Double

  /// An order; `nil` for NaN, which is none.
  public init?(_ value: Double) {
    if value.isNaN { return nil }
    // One zero, so that equal orders are equal values.
    self.value = value + 0
  }

  private init(finite value: Double) {
    self.value = value
  }

  /// α = ∞: the largest log p/q, or the min-entropy.
  public static let infinity = RenyiOrder(finite: .infinity)

  /// α = −∞.
  public static let negativeInfinity = RenyiOrder(finite: -.infinity)
}

extension RenyiOrder: ExpressibleByFloatLiteral {
  /// An order from a literal.
  public init(floatLiteral value: Double) {
    self.init(finite: value)
  }
}

extension RenyiOrder: ExpressibleByIntegerLiteral {
  /// An order from a literal.
  public init(integerLiteral value: Int) {
    self.init(finite: Double(value))
  }
}
