// So that formulas in Swift can be written with plain numbers: 2 * x, not Dual(2) * x.

extension Dual: ExpressibleByFloatLiteral {
  /// The constant that a literal stands for.
  public init(floatLiteral value: Double) { self.init(value) }
}

extension Dual: ExpressibleByIntegerLiteral {
  /// The constant that a literal stands for.
  public init(integerLiteral value: Int) { self.init(Double(value)) }
}
