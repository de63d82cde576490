import Formats

/// A number in a formula that is meant to be changed: its name, its value and the range it is changed within.
///
/// Written `a = 1 in 0…3`, or `a = 1`, which ranges from 0 to 2.
public struct Parameter: Sendable, Equatable {
  /// The name in UTF-8.
  public let name: [UInt8]
  /// The value now.
  public var value: Double
  /// Where it may go; a value outside is allowed in a formula and kept.
  public let range: ClosedRange<Double>
}

/// A formula with everything that belongs to it: coordinates, parameters, definitions and the result.
///
/// ```swift
/// let formula = try Formula("a exp(-r^2) (x, y) where r = hypot(x, y), a = 1 in 0…3")
/// formula.parameters[0].value     // 1
/// ```
///
/// Definitions stand before the result, each on its line or before a semicolon, or behind the word `where`, between
/// commas. A definition may use any other that does not use it. `f(x, y) = …` may be applied to other arguments.
/// Without a separate result the last definition is the result.
///
/// Operators take what stands behind them: `grad f`, `div F`, `curl F`, `laplacian f`, `hessian f`, `jacobian F`,
/// `rot90 F`, and ∇f, ∇·F, ∇×F, ∇²f; `dot(F, G)` and `cross(F, G)` or F·G and F×G; `diff(f, x)`.
public struct Formula: Sendable, Equatable {
  /// The coordinates.
  public let variables: Variables
  /// The parameters, numbered behind the coordinates.
  public internal(set) var parameters: [Parameter]
  /// What the result is called in the text; empty where it has no name.
  public let name: [UInt8]
  /// The result, in coordinates and parameters.
  public let quantity: Quantity

  /// Reads a formula.
  ///
  /// - Throws: ``ExpressionError`` with the character where reading stopped and what was expected there.
  public init(_ text: String, variables: Variables = .plane) throws(ExpressionError) {
    try self.init(utf8: Array(text.utf8), variables: variables)
  }

  /// Reads a formula from UTF-8 bytes.
  @export(interface)
  public init(utf8 bytes: [UInt8], variables: Variables = .plane) throws(ExpressionError) {
    var parser = try Parser(bytes, variables: variables)
    self = try parser.formula()
  }

  /// A formula of expressions that are there already.
  public init(_ quantity: Quantity, variables: Variables = .plane, parameters: [Parameter] = []) {
    self.init(variables: variables, parameters: parameters, name: [], quantity: quantity)
  }

  init(variables: Variables, parameters: [Parameter], name: [UInt8], quantity: Quantity) {
    self.variables = variables
    self.parameters = parameters
    self.name = name
    self.quantity = quantity
  }

  /// The names of coordinates and parameters, with which the expressions are printed.
  public var names: Variables { Variables(names: variables.names + parameters.map { $0.name }) }

  /// The number of coordinates.
  public var dimension: Int { variables.count }

  /// The result with the parameters' values in place of their names.
  public var substituted: Quantity {
    let values = parameters.map { $0.value }
    let dimension = dimension
    return quantity.map { $0.substituting(parameters: values, behind: dimension) }
  }

  /// The formula with another value of a parameter; unchanged where there is none of this name.
  public func setting(_ name: [UInt8], to value: Double) -> Formula {
    var copy = self
    for index in copy.parameters.indices where copy.parameters[index].name == name {
      copy.parameters[index].value = value
    }
    return copy
  }

  /// The formula as text that reads as the same formula, helpers written out.
  @export(interface)
  public var text: String {
    let names = self.names
    var text = name.isEmpty ? "" : String(decoding: name, as: UTF8.self) + " = "
    switch quantity {
    case .scalar(let expression): text += expression.text(in: names)
    case .vector(let components): text += Formula.list(components, names)
    case .matrix(let rows):
      for (index, row) in rows.enumerated() { text += (index > 0 ? ", " : "") + Formula.list(row, names) }
    }
    for (index, parameter) in parameters.enumerated() {
      text += index == 0 ? " where " : ", "
      text += String(decoding: parameter.name, as: UTF8.self) + " = " + Decimal.shortest(parameter.value)
      text += " in " + Decimal.shortest(parameter.range.lowerBound) + "…"
      text += Decimal.shortest(parameter.range.upperBound)
    }
    return text
  }

  private static func list(_ expressions: [Expression], _ names: Variables) -> String {
    var text = "("
    for (index, expression) in expressions.enumerated() {
      text += (index > 0 ? ", " : "") + expression.text(in: names)
    }
    return text + ")"
  }
}

extension Expression {
  /// Reads a formula of one number in the given variables; parameters stand with their values.
  ///
  /// - Throws: ``ExpressionError`` with the character where reading stopped and what was expected there.
  public init(_ text: String, variables: Variables = .plane) throws(ExpressionError) {
    try self.init(utf8: Array(text.utf8), variables: variables)
  }

  /// Reads a formula of one number from UTF-8 bytes.
  @export(interface)
  public init(utf8 bytes: [UInt8], variables: Variables = .plane) throws(ExpressionError) {
    self = try Formula.scalar(utf8: bytes, variables: variables).substituted.expressions[0]
  }

  /// Reads the components of a vector: `P, Q`, `(P, Q)` or `⟨P, Q⟩`, as many as there are variables.
  @export(interface)
  public static func components(
    utf8 bytes: [UInt8], variables: Variables = .plane
  ) throws(ExpressionError) -> [Expression] {
    try Formula.vector(utf8: bytes, variables: variables).substituted.expressions
  }
}

extension Formula {
  /// Reads a formula whose result must be one number.
  @export(interface)
  public static func scalar(
    utf8 bytes: [UInt8], variables: Variables = .plane
  ) throws(ExpressionError) -> Formula {
    var parser = try Parser(bytes, variables: variables)
    return try parser.formula(components: 1)
  }

  /// Reads a formula whose result must be a vector of `count` components, or of as many as there are coordinates.
  @export(interface)
  public static func vector(
    utf8 bytes: [UInt8], variables: Variables = .plane, count: Int? = nil
  ) throws(ExpressionError) -> Formula {
    var parser = try Parser(bytes, variables: variables)
    return try parser.formula(components: count ?? variables.count)
  }
}
