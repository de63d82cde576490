import Formats

extension Derivation {
  /// The derivation as plain text, an equation a line.
  public var text: String { written(by: PlainNotation()) }

  /// The derivation as one MathML table, without the enclosing `<math>` element.
  public var mathML: String { written(by: MathMLNotation()) }

  /// The derivation as a LaTeX `aligned` environment.
  public var latex: String { written(by: LaTeXNotation()) }

  private func written(by notation: some DerivationNotation) -> String {
    var result = notation.opening
    for (index, line) in lines.enumerated() {
      if index > 0 { result += notation.lineBreak }
      result += notation.line(
        left: line.symbol.map { left($0, line.point, notation) }, right: right(line, notation))
    }
    return result + notation.closing
  }

  private func left(_ symbol: Symbol, _ point: [Double], _ notation: some DerivationNotation) -> String {
    var text: String
    switch symbol {
    case .field: text = fieldName(notation)
    case .measure(let measure): text = name(of: measure, notation)
    case .partial(let component, let variables): text = partial(component, variables, notation)
    }
    if !point.isEmpty { text += notation.arguments(point.map { notation.number($0) }) }
    return text
  }

  private var isVector: Bool {
    if case .scalar = formula.quantity { return false }
    return true
  }

  private func fieldName(_ notation: some DerivationNotation) -> String {
    let name = formula.name.isEmpty ? (isVector ? "F" : "f") : String(decoding: formula.name, as: UTF8.self)
    return isVector ? notation.vectorName(name) : notation.name(name)
  }

  private func componentName(_ component: Int, _ notation: some DerivationNotation) -> String {
    guard isVector else { return fieldName(notation) }
    let letters = ["P", "Q", "R"]
    return formula.quantity.expressions.count <= 3
      ? notation.name(letters[component]) : notation.subscripted("F", component + 1)
  }

  private func name(of measure: Measure, _ notation: some DerivationNotation) -> String {
    let field = fieldName(notation)
    switch measure {
    case .gradient: return notation.nabla("") + field
    case .laplacian: return notation.nablaSquared + field
    case .hessian: return notation.name("H") + notation.subscriptText(field)
    case .jacobian: return notation.name("J") + notation.subscriptText(field)
    case .divergence: return notation.nabla("·") + field
    case .curl: return notation.nabla("×") + field
    case .partial(let component, let variables): return partial(component, variables, notation)
    }
  }

  private func partial(
    _ component: Int, _ variables: [Int], _ notation: some DerivationNotation
  ) -> String {
    // x, x, y is ∂x²∂y.
    var parts: [String] = []
    var index = 0
    while index < variables.count {
      let run = variables[index...].prefix { $0 == variables[index] }.count
      let name = notation.name(String(decoding: formula.names.names[variables[index]], as: UTF8.self))
      parts.append(run > 1 ? notation.raised(name, run) : name)
      index += run
    }
    return notation.partial(componentName(component, notation), parts, order: variables.count)
  }

  private func right(_ line: Line, _ notation: some DerivationNotation) -> String {
    let entries: [String]
    switch line.side {
    case .expressions(let expressions): entries = expressions.map { notation.expression($0, formula.names) }
    case .numbers(let numbers): entries = numbers.map { notation.number($0) }
    case .recipe(let recipe): entries = recipe.map { sum($0, notation) }
    }
    if line.symbol == .field { return isVector ? notation.vector(entries) : entries[0] }
    if case .partial = line.symbol { return entries[0] }
    switch shape {
    case .scalar: return entries[0]
    case .vector: return notation.vector(entries)
    case .matrix(let columns):
      let rows = stride(from: 0, to: entries.count, by: columns).map { Array(entries[$0..<($0 + columns)]) }
      return notation.matrix(rows)
    }
  }

  private func sum(_ terms: [Recipe.Term], _ notation: some DerivationNotation) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      if index > 0 || term.isNegative {
        text += notation.sign(isNegative: term.isNegative, isFirst: index == 0)
      }
      text += partial(term.component, term.variables, notation)
    }
    return text
  }
}

/// A way to write equations.
protocol DerivationNotation {
  var opening: String { get }
  var closing: String { get }
  var lineBreak: String { get }
  var nablaSquared: String { get }
  func line(left: String?, right: String) -> String
  func name(_ name: String) -> String
  func vectorName(_ name: String) -> String
  func subscripted(_ name: String, _ index: Int) -> String
  func subscriptText(_ text: String) -> String
  func nabla(_ sign: String) -> String
  func raised(_ name: String, _ exponent: Int) -> String
  func partial(_ function: String, _ variables: [String], order: Int) -> String
  func sign(isNegative: Bool, isFirst: Bool) -> String
  func arguments(_ numbers: [String]) -> String
  func expression(_ expression: Expression, _ names: Variables) -> String
  func number(_ value: Double) -> String
  func vector(_ entries: [String]) -> String
  func matrix(_ rows: [[String]]) -> String
}

extension DerivationNotation {
  func joined(_ parts: [String], _ separator: String) -> String {
    var text = ""
    for (index, part) in parts.enumerated() { text += (index > 0 ? separator : "") + part }
    return text
  }
}

private struct PlainNotation: DerivationNotation {
  var opening: String { "" }
  var closing: String { "" }
  var lineBreak: String { "\n" }
  var nablaSquared: String { "∇²" }

  func line(left: String?, right: String) -> String { (left.map { $0 + " = " } ?? "= ") + right }
  func name(_ name: String) -> String { name }
  func vectorName(_ name: String) -> String { name }
  func subscripted(_ name: String, _ index: Int) -> String { name + "\(index)" }
  func subscriptText(_ text: String) -> String { "(" + text + ")" }
  func nabla(_ sign: String) -> String { "∇" + sign }

  func raised(_ name: String, _ exponent: Int) -> String {
    let powers = ["", "", "²", "³", "⁴"]
    return name + (exponent < 5 ? powers[exponent] : "^\(exponent)")
  }

  func partial(_ function: String, _ variables: [String], order: Int) -> String {
    (order > 1 ? raised("∂", order) : "∂") + function + "/∂" + joined(variables, "∂")
  }

  func sign(isNegative: Bool, isFirst: Bool) -> String { isFirst ? "-" : isNegative ? " - " : " + " }
  func arguments(_ numbers: [String]) -> String { "(" + joined(numbers, ", ") + ")" }
  func expression(_ expression: Expression, _ names: Variables) -> String { expression.text(in: names) }
  func number(_ value: Double) -> String { Decimal.shortest(value) }
  func vector(_ entries: [String]) -> String { "(" + joined(entries, ", ") + ")" }
  func matrix(_ rows: [[String]]) -> String { joined(rows.map { vector($0) }, ", ") }
}

private struct MathMLNotation: DerivationNotation {
  var opening: String { "<mtable columnalign=\"right left\" displaystyle=\"true\">" }
  var closing: String { "</mtable>" }
  var lineBreak: String { "" }
  var nablaSquared: String { "<msup><mo>∇</mo><mn>2</mn></msup>" }

  func line(left: String?, right: String) -> String {
    "<mtr><mtd><mrow>" + (left ?? "") + "</mrow></mtd><mtd><mrow><mo>=</mo>" + right + "</mrow></mtd></mtr>"
  }

  func name(_ name: String) -> String { "<mi>" + name + "</mi>" }
  func vectorName(_ name: String) -> String { "<mi mathvariant=\"bold\">" + name + "</mi>" }
  func subscripted(_ name: String, _ index: Int) -> String {
    "<msub><mi>" + name + "</mi><mn>\(index)</mn></msub>"
  }
  func subscriptText(_ text: String) -> String { "<mrow><mo>(</mo>" + text + "<mo>)</mo></mrow>" }
  func nabla(_ sign: String) -> String { "<mo>∇</mo>" + (sign.isEmpty ? "" : "<mo>" + sign + "</mo>") }

  func raised(_ name: String, _ exponent: Int) -> String {
    "<msup>" + name + "<mn>\(exponent)</mn></msup>"
  }

  func partial(_ function: String, _ variables: [String], order: Int) -> String {
    let sign = order > 1 ? raised("<mo>∂</mo>", order) : "<mo>∂</mo>"
    return "<mfrac><mrow>" + sign + function + "</mrow><mrow><mo>∂</mo>" + joined(variables, "<mo>∂</mo>")
      + "</mrow></mfrac>"
  }

  func sign(isNegative: Bool, isFirst: Bool) -> String {
    isFirst ? "<mo form=\"prefix\">−</mo>" : isNegative ? "<mo>−</mo>" : "<mo>+</mo>"
  }

  func arguments(_ numbers: [String]) -> String { vector(numbers) }
  func expression(_ expression: Expression, _ names: Variables) -> String { expression.mathML(in: names) }
  func number(_ value: Double) -> String { Expression.signed(value).mathML() }

  func vector(_ entries: [String]) -> String {
    "<mrow><mo>(</mo>" + joined(entries, "<mo separator=\"true\">,</mo>") + "<mo>)</mo></mrow>"
  }

  func matrix(_ rows: [[String]]) -> String {
    let lines = rows.map { row in
      "<mtr>" + joined(row.map { "<mtd>" + $0 + "</mtd>" }, "") + "</mtr>"
    }
    return "<mrow><mo>(</mo><mtable>" + joined(lines, "") + "</mtable><mo>)</mo></mrow>"
  }
}

private struct LaTeXNotation: DerivationNotation {
  var opening: String { "\\begin{aligned}\n" }
  var closing: String { "\n\\end{aligned}" }
  var lineBreak: String { " \\\\\n" }
  var nablaSquared: String { "\\nabla^{2} " }

  func line(left: String?, right: String) -> String { (left ?? "") + " &= " + right }
  func name(_ name: String) -> String { name.utf8.count == 1 ? name : "\\mathrm{" + name + "}" }
  func vectorName(_ name: String) -> String { "\\mathbf{" + name + "}" }
  func subscripted(_ name: String, _ index: Int) -> String { name + "_{\(index)}" }
  func subscriptText(_ text: String) -> String { "\\left(" + text + "\\right)" }
  func nabla(_ sign: String) -> String {
    sign.isEmpty ? "\\nabla " : sign.utf8.elementsEqual("·".utf8) ? "\\nabla\\cdot " : "\\nabla\\times "
  }

  func raised(_ name: String, _ exponent: Int) -> String { name + "^{\(exponent)}" }

  func partial(_ function: String, _ variables: [String], order: Int) -> String {
    let sign = order > 1 ? "\\partial^{\(order)} " : "\\partial "
    return "\\frac{" + sign + function + "}{\\partial "
      + joined(variables, "\\,\\partial ") + "}"
  }

  func sign(isNegative: Bool, isFirst: Bool) -> String { isFirst ? "-" : isNegative ? " - " : " + " }
  func arguments(_ numbers: [String]) -> String { vector(numbers) }
  func expression(_ expression: Expression, _ names: Variables) -> String { expression.latex(in: names) }
  func number(_ value: Double) -> String { Expression.signed(value).latex() }
  func vector(_ entries: [String]) -> String { "\\left(" + joined(entries, ", ") + "\\right)" }

  func matrix(_ rows: [[String]]) -> String {
    "\\begin{pmatrix}" + joined(rows.map { joined($0, " & ") }, " \\\\ ") + "\\end{pmatrix}"
  }
}
