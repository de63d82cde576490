/// How a number comes about: the definition, the derivatives, the point put in, the result.
///
/// ```swift
/// let field = try Formula("(x^2 y, y^3)")
/// print(Derivation(of: .divergence, field, at: [1, 2]).text)
/// // F = (x^2*y, y^3)
/// // ∇·F = ∂P/∂x + ∂Q/∂y
/// // ∂P/∂x = 2*x*y
/// // ∂Q/∂y = 3*y^2
/// // ∇·F = 2*x*y+3*y^2
/// // ∇·F(1, 2) = 2*1*2+3*2^2
/// // = 16
/// ```
///
/// Derivatives are shown short (``Expression/simplified``); the result is computed from the derivatives as they are,
/// so that it has the bits that a field's reading has.
public struct Derivation: Sendable {
  /// What is derived.
  public enum Measure: Sendable, Equatable {
    case gradient
    case laplacian
    case hessian
    case divergence
    case curl
    case jacobian
    /// ∂…f/∂x… of one component, by the variables in turn.
    case partial(component: Int, by: [Int])
  }

  /// One line: what stands left of its equals sign, and what right of it.
  struct Line: Sendable {
    enum Side: Sendable {
      /// Sums of partial derivatives, an entry of the result each.
      case recipe([[Recipe.Term]])
      case expressions([Expression])
      case numbers([Double])
    }

    /// What the line is about; nil goes on with what the line before is about.
    var symbol: Symbol?
    var point: [Double] = []
    let side: Side
  }

  /// What stands left of an equals sign.
  enum Symbol: Sendable, Equatable {
    case field
    case measure(Measure)
    case partial(component: Int, by: [Int])
  }

  let formula: Formula
  let shape: Recipe.Shape
  let lines: [Line]
  /// The result at the point, in reading order; empty without a point.
  public let values: [Double]
  /// The result as formulas, in reading order, short.
  public let expressions: [Expression]

  /// The derivation of a measure of a formula, and of its value at a point if one is given.
  ///
  /// - Precondition: a gradient, Laplacian or Hessian is of one number; a divergence of as many components as
  ///   coordinates; a curl of two or three; the point has a value for each coordinate.
  @export(interface)
  public init(of measure: Measure, _ formula: Formula, at point: [Double]? = nil) {
    let recipe = Recipe(measure, formula)
    self.formula = formula
    shape = recipe.shape
    var workshop = DerivationWorkshop(formula)
    let totals = recipe.entries.map { workshop.total(of: $0) }
    expressions = totals
    values = point.map { workshop.values(of: recipe.entries, at: $0) } ?? []
    var lines = [Line(symbol: .field, side: .expressions(formula.quantity.expressions))]
    if !recipe.isPlain { lines.append(Line(symbol: .measure(measure), side: .recipe(recipe.entries))) }
    if recipe.hasSums {
      for term in recipe.distinctTerms {
        let symbol = Symbol.partial(component: term.component, by: term.variables)
        lines.append(Line(symbol: symbol, side: .expressions([workshop.partial(of: term)])))
      }
    }
    lines.append(Line(symbol: .measure(measure), side: .expressions(totals)))
    if let point {
      let numbers = point + formula.parameters.map { $0.value }
      let inserted = totals.map { $0.substituting(numbers.map { Expression.signed($0) }) }
      lines.append(Line(symbol: .measure(measure), point: point, side: .expressions(inserted)))
      if inserted != values.map({ Expression.signed($0) }) {
        lines.append(Line(symbol: nil, side: .numbers(values)))
      }
    }
    self.lines = lines
  }
}

/// A measure as sums of partial derivatives.
struct Recipe: Sendable {
  struct Term: Sendable, Equatable {
    let isNegative: Bool
    let component: Int
    let variables: [Int]
  }

  enum Shape: Sendable, Equatable {
    case scalar
    case vector
    case matrix(columns: Int)
  }

  let shape: Shape
  let entries: [[Term]]

  init(_ measure: Derivation.Measure, _ formula: Formula) {
    let dimension = formula.dimension
    let components = formula.quantity.expressions.count
    func term(_ component: Int, _ variables: [Int], isNegative: Bool = false) -> Term {
      Term(isNegative: isNegative, component: component, variables: variables)
    }
    func turning(_ i: Int, _ j: Int) -> [Term] { [term(j, [i]), term(i, [j], isNegative: true)] }
    switch measure {
    case .gradient:
      shape = .vector
      entries = (0..<dimension).map { [term(0, [$0])] }
    case .laplacian:
      shape = components == 1 ? .scalar : .vector
      entries = (0..<components).map { component in (0..<dimension).map { term(component, [$0, $0]) } }
    case .hessian:
      shape = .matrix(columns: dimension)
      entries = (0..<dimension * dimension).map { place in
        let first = min(place / dimension, place % dimension)
        return [term(0, [first, max(place / dimension, place % dimension)])]
      }
    case .jacobian:
      shape = .matrix(columns: dimension)
      entries = (0..<components * dimension).map { [term($0 / dimension, [$0 % dimension])] }
    case .divergence:
      precondition(components == dimension, "the divergence needs as many components as coordinates")
      shape = .scalar
      entries = [(0..<dimension).map { term($0, [$0]) }]
    case .curl:
      precondition(
        components == dimension && (2...3).contains(dimension), "a curl is of the plane or of space")
      shape = dimension == 2 ? .scalar : .vector
      entries = dimension == 2 ? [turning(0, 1)] : [turning(1, 2), turning(2, 0), turning(0, 1)]
    case .partial(let component, let variables):
      shape = .scalar
      entries = [[term(component, variables)]]
    }
  }

  /// Whether the recipe says no more than the measure's own name.
  var isPlain: Bool { shape == .scalar && entries[0].count == 1 }

  var hasSums: Bool { entries.contains { $0.count > 1 } }

  /// The partial derivatives, each once, in order.
  var distinctTerms: [Term] {
    var result: [Term] = []
    for term in entries.flatMap({ $0 }) {
      let isKnown = result.contains { $0.component == term.component && $0.variables == term.variables }
      if !isKnown { result.append(term) }
    }
    return result
  }
}

/// Derivatives of a formula's components, exact for the eye and as compiled for the digits.
private struct DerivationWorkshop {
  let formula: Formula
  private var exact = ExpressionGraph.exact

  init(_ formula: Formula) {
    self.formula = formula
    for index in formula.names.names.indices { _ = exact.variable(index) }
  }

  private mutating func node(of term: Recipe.Term) -> ExpressionGraph.Node {
    let component = exact.insert(formula.quantity.expressions[term.component])
    var node = component
    for variable in term.variables { node = exact.derivative(of: node, by: variable) }
    return node
  }

  mutating func partial(of term: Recipe.Term) -> Expression {
    let node = node(of: term)
    return exact.expression(node).simplified(parametersBehind: formula.dimension)
  }

  mutating func total(of terms: [Recipe.Term]) -> Expression {
    var sum = exact.number(0)
    for term in terms {
      let node = node(of: term)
      sum = term.isNegative ? exact.difference(sum, node) : exact.sum(sum, node)
    }
    return exact.expression(sum).simplified(parametersBehind: formula.dimension)
  }

  func values(of entries: [[Recipe.Term]], at point: [Double]) -> [Double] {
    var graph = ExpressionGraph()
    var nodes: [ExpressionGraph.Node] = []
    let components = formula.substituted.expressions
    for term in entries.flatMap({ $0 }) {
      let component = graph.insert(components[term.component])
      var node = component
      for variable in term.variables { node = graph.derivative(of: node, by: variable) }
      nodes.append(node)
    }
    let program = Program<Double>(graph, outputs: nodes, inputCount: point.count)
    let points = Block<Double>(rows: point.count, capacity: 1)
    let results = Block<Double>(rows: nodes.count, capacity: 1)
    points.count = 1
    for (row, coordinate) in point.enumerated() { points[row, 0] = coordinate }
    program.evaluate(at: points, into: results)
    var row = 0
    return entries.map { terms in
      var sum = terms[0].isNegative ? -results[row, 0] : results[row, 0]
      for (offset, term) in terms.enumerated().dropFirst() {
        sum += term.isNegative ? -results[row + offset, 0] : results[row + offset, 0]
      }
      row += terms.count
      return sum
    }
  }
}

extension Expression {
  /// A number as it would be written, with its sign as an operation.
  static func signed(_ value: Double) -> Expression {
    if value.isNaN { return .constant(.undefined) }
    let size: Expression = value.magnitude == .infinity ? .constant(.infinity) : .number(value.magnitude)
    return value.sign == .minus && value != 0 ? .unary(.negate, size) : size
  }
}
