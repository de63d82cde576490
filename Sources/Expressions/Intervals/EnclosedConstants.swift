/// Formulas whose inexact constants have become variables of their own, each with an interval that holds the number.
///
/// A tree holds doubles: of π, of a decimal fraction, of a quotient of whole numbers there is only the nearest one. What
/// is to be proven of the formula as it was written must hold for the number itself; so a part without variables that is
/// not exactly a double is replaced by a further variable, and differentiation and simplification see a letter.
struct EnclosedConstants {
  /// The formulas; variables from `inputCount` on are the constants.
  private(set) var expressions: [Expression] = []
  /// Where the constants lie, the first being the variable `inputCount`.
  private(set) var enclosures: [Interval] = []
  private let inputCount: Int
  private var originals: [Expression] = []

  init(_ expressions: [Expression], inputCount: Int) {
    self.inputCount = inputCount
    for expression in expressions {
      let (replaced, constant) = replacing(expression)
      self.expressions.append(constant.map { variable(for: expression, in: $0) } ?? replaced)
    }
  }

  /// The formula, and where it lies if no variable occurs in it.
  ///
  /// Constants are left in place until they meet a variable, so that the largest part without one is replaced.
  private mutating func replacing(_ expression: Expression) -> (Expression, Interval?) {
    switch expression {
    case .number(let value): return (expression, EnclosedConstants.enclosure(of: value))
    case .constant(.pi): return (expression, .pi)
    case .constant(.e): return (expression, .e)
    case .constant(let constant): return (expression, Interval(constant.value))
    case .variable: return (expression, nil)
    case .unary(let operation, let operand):
      let (inner, constant) = replacing(operand)
      if let constant { return (expression, operation.value(constant)) }
      return (.unary(operation, inner), nil)
    case .binary(let operation, let left, let right):
      let first = replacing(left)
      let second = replacing(right)
      if let a = first.1, let b = second.1 { return (expression, operation.value(a, b)) }
      return (.binary(operation, settled(left, first), settled(right, second)), nil)
    case .ternary(let operation, let left, let middle, let right):
      let first = replacing(left)
      let second = replacing(middle)
      let third = replacing(right)
      if let a = first.1, let b = second.1, let c = third.1 { return (expression, operation.value(a, b, c)) }
      return (
        .ternary(operation, settled(left, first), settled(middle, second), settled(right, third)), nil
      )
    }
  }

  private mutating func settled(_ original: Expression, _ part: (Expression, Interval?)) -> Expression {
    part.1.map { variable(for: original, in: $0) } ?? part.0
  }

  /// The exact number, or the letter that stands for this part; equal parts share one.
  private mutating func variable(for original: Expression, in enclosure: Interval) -> Expression {
    if enclosure.isPoint && enclosure.isContinuous { return .number(enclosure.lower) }
    if let known = originals.firstIndex(of: original) { return .variable(inputCount + known) }
    originals.append(original)
    enclosures.append(enclosure)
    return .variable(inputCount + originals.count - 1)
  }

  /// A number as it may have been written.
  ///
  /// One that needs no more than 32 binary digits is taken to be meant as it stands (a whole number, 0.5, 2.375);
  /// another is a decimal fraction or the result of a few roundings.
  static func enclosure(of value: Double, roundings: Int = 1) -> Interval {
    guard value.isFinite, value != 0, (value.bitPattern | 1 << 52).trailingZeroBitCount < 21 else {
      return Interval(value)
    }
    var result = Interval(value)
    for _ in 0..<roundings { result = Interval(result.lower.nextDown, result.upper.nextUp) }
    return result
  }
}
