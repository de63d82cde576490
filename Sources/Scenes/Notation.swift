import Expressions

/// A formula and its derivatives as MathML, with the names of its parameters.
struct Notation: Sendable {
  /// The keys of a reading with their formulas.
  private(set) var formulas: [(key: StaticString, mathML: String)] = []

  private static let nabla = "<mo>∇</mo>"

  init() {}

  init(of formula: Formula) {
    if case .scalar(let expression) = formula.quantity {
      addScalar(expression, formula)
    } else {
      addVector(formula)
    }
  }

  private mutating func addScalar(_ expression: Expression, _ formula: Formula) {
    let names = formula.names
    let field = "<mi>f</mi>"
    add("formula", field, expression.mathML(in: names))
    let gradient = Derivation(of: .gradient, formula).expressions
    add("gradientFormula", Notation.nabla + field, Notation.vector(gradient, names))
    let laplacian = Derivation(of: .laplacian, formula).expressions
    add("laplacianFormula", "<msup><mo>∇</mo><mn>2</mn></msup>" + field, laplacian[0].mathML(in: names))
  }

  private mutating func addVector(_ formula: Formula) {
    let names = formula.names
    let field = "<mi mathvariant=\"bold\">F</mi>"
    add("formula", field, Notation.vector(formula.quantity.expressions, names))
    let divergence = Derivation(of: .divergence, formula).expressions
    add("divergenceFormula", Notation.nabla + "<mo>·</mo>" + field, divergence[0].mathML(in: names))
    let curl = Derivation(of: .curl, formula).expressions
    let text = curl.count == 1 ? curl[0].mathML(in: names) : Notation.vector(curl, names)
    add("curlFormula", Notation.nabla + "<mo>×</mo>" + field, text)
  }

  private mutating func add(_ key: StaticString, _ left: String, _ right: String) {
    formulas.append((key, "<math><mrow>" + left + "</mrow><mo>=</mo>" + right + "</math>"))
  }

  private static func vector(_ components: [Expression], _ names: Variables) -> String {
    var text = "<mrow><mo>⟨</mo>"
    for (index, component) in components.enumerated() {
      if index > 0 { text += "<mo separator=\"true\">,</mo>" }
      text += component.mathML(in: names)
    }
    return text + "<mo>⟩</mo></mrow>"
  }
}
