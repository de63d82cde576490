/// An operation on three operands.
public enum TernaryOperation: UInt8, Sendable, Equatable, CaseIterable {
  /// The second operand where the first is not 0, else the third; undefined where the first is.
  case choose
  /// The first operand, but at least the second and at most the third.
  case clamp

  /// The function's name in a formula.
  public var name: StaticString {
    switch self {
    case .choose: return "if"
    case .clamp: return "clamp"
    }
  }

  /// The operation on numbers of any kind.
  package func value<Number: FormulaNumber>(_ x: Number, _ y: Number, _ z: Number) -> Number {
    switch self {
    case .choose: return Number.choose(x, y, z)
    case .clamp: return Number.minimum(Number.maximum(x, y), z)
    }
  }
}
