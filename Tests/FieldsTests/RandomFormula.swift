import Expressions

/// Random formulas with every kind of operation, kinks, jumps and poles included; the same for the same seed.
struct RandomFormula {
  private var generator: SystemLikeGenerator
  private let dimension: Int

  private static let unary: [UnaryOperation] = [
    .negate, .absolute, .squareRoot, .exp, .expm1, .log, .log1p, .sin, .cos, .tan, .asin, .acos, .atan, .sinh,
    .cosh, .tanh, .asinh, .acosh, .atanh, .cbrt, .erf, .gamma, .floor, .sign, .step, .exp2, .log2, .log10,
  ]
  private static let binary: [BinaryOperation] = [
    .add, .add, .subtract, .subtract, .multiply, .multiply, .multiply, .divide, .power, .atan2, .hypot,
    .minimum, .maximum,
  ]

  init(seed: UInt64, dimension: Int) {
    generator = SystemLikeGenerator(state: seed)
    for _ in 0..<8 { _ = generator.next() }
    self.dimension = dimension
  }

  /// A formula of at most this depth.
  mutating func next(depth: Int) -> Expression {
    let choice = pick(10)
    if depth == 0 || choice == 0 { return leaf() }
    if choice < 4 { return .unary(Self.unary[pick(Self.unary.count)], next(depth: depth - 1)) }
    if choice == 4 {
      let condition = Expression.binary(.less, next(depth: depth - 1), leaf())
      return .ternary(.choose, condition, next(depth: depth - 1), next(depth: depth - 1))
    }
    let operation = Self.binary[pick(Self.binary.count)]
    if operation == .power, pick(2) == 0 {
      return .binary(.power, next(depth: depth - 1), .number(Double(pick(5))))
    }
    return .binary(operation, next(depth: depth - 1), next(depth: depth - 1))
  }

  private mutating func leaf() -> Expression {
    if pick(3) == 0 { return .number(Double(1 + pick(20)) / 4) }
    return .variable(pick(dimension))
  }

  private mutating func pick(_ count: Int) -> Int {
    min(count - 1, Int((generator.next() + 1) / 2 * Double(count)))
  }
}
