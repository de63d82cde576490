/// What a formula yields: a number, a vector or a matrix of expressions.
public enum Quantity: Sendable, Equatable {
  /// One expression.
  case scalar(Expression)
  /// The components of a vector.
  case vector([Expression])
  /// The rows of a matrix.
  case matrix([[Expression]])

  /// The expressions in reading order.
  public var expressions: [Expression] {
    switch self {
    case .scalar(let expression): return [expression]
    case .vector(let components): return components
    case .matrix(let rows): return rows.flatMap { $0 }
    }
  }

  /// The same shape with other expressions.
  public func map(_ transform: (Expression) -> Expression) -> Quantity {
    switch self {
    case .scalar(let expression): return .scalar(transform(expression))
    case .vector(let components): return .vector(components.map { transform($0) })
    case .matrix(let rows): return .matrix(rows.map { row in row.map { transform($0) } })
    }
  }

  /// Why an operation does not exist for its operands.
  enum Mismatch: Error {
    case notAScalar
    case notAVector
    case differentSizes
    case tooLarge
  }

  /// The expression of a scalar.
  func scalar() throws(Mismatch) -> Expression {
    guard case .scalar(let expression) = self else { throw .notAScalar }
    return expression
  }

  /// The components of a vector.
  func vector() throws(Mismatch) -> [Expression] {
    guard case .vector(let components) = self else { throw .notAVector }
    return components
  }
}

extension Quantity {
  /// The sum or difference of quantities of one shape.
  static func combined(
    _ operation: BinaryOperation, _ left: Quantity, _ right: Quantity
  ) throws(Mismatch) -> Quantity {
    func pairs(_ first: [Expression], _ second: [Expression]) -> [Expression] {
      zip(first, second).map { .binary(operation, $0, $1) }
    }
    switch (left, right) {
    case (.scalar(let first), .scalar(let second)): return .scalar(.binary(operation, first, second))
    case (.vector(let first), .vector(let second)):
      guard first.count == second.count else { throw .differentSizes }
      return .vector(pairs(first, second))
    case (.matrix(let first), .matrix(let second)):
      guard first.count == second.count, first.first?.count == second.first?.count else {
        throw .differentSizes
      }
      return .matrix(zip(first, second).map { pairs($0, $1) })
    case (.scalar, .vector), (.scalar, .matrix): throw .notAVector
    default: throw .notAScalar
    }
  }

  /// The product with at least one number.
  static func product(_ left: Quantity, _ right: Quantity) throws(Mismatch) -> Quantity {
    switch (left, right) {
    case (.scalar(let factor), let other):
      return other.map { .binary(.multiply, factor, $0) }
    case (let other, .scalar(let factor)):
      return other.map { .binary(.multiply, $0, factor) }
    default: throw .notAScalar
    }
  }

  /// The quotient by a number.
  static func quotient(_ left: Quantity, _ right: Quantity) throws(Mismatch) -> Quantity {
    let divisor = try right.scalar()
    return left.map { .binary(.divide, $0, divisor) }
  }

  /// F·G, the sum of the products of components.
  static func dot(_ left: Quantity, _ right: Quantity) throws(Mismatch) -> Quantity {
    let first = try left.vector()
    let second = try right.vector()
    guard first.count == second.count else { throw .differentSizes }
    var sum: Expression?
    for (a, b) in zip(first, second) {
      let term = Expression.binary(.multiply, a, b)
      sum = sum.map { .binary(.add, $0, term) } ?? term
    }
    return .scalar(sum ?? .number(0))
  }

  /// F×G: a vector in space; in the plane the number F₁G₂ − F₂G₁.
  static func cross(_ left: Quantity, _ right: Quantity) throws(Mismatch) -> Quantity {
    let first = try left.vector()
    let second = try right.vector()
    guard first.count == second.count, first.count == 2 || first.count == 3 else { throw .differentSizes }
    func minor(_ i: Int, _ j: Int) -> Expression {
      .binary(
        .subtract, .binary(.multiply, first[i], second[j]), .binary(.multiply, first[j], second[i]))
    }
    return first.count == 2 ? .scalar(minor(0, 1)) : .vector([minor(1, 2), minor(2, 0), minor(0, 1)])
  }

  /// |u| of a number, the length of a vector.
  func magnitude() throws(Mismatch) -> Expression {
    if case .scalar(let expression) = self { return .unary(.absolute, expression) }
    let components = try vector()
    if components.count == 2 { return .binary(.hypot, components[0], components[1]) }
    var sum: Expression?
    for component in components {
      let square = Expression.binary(.power, component, .number(2))
      sum = sum.map { .binary(.add, $0, square) } ?? square
    }
    return .unary(.squareRoot, sum ?? .number(0))
  }
}
