import Expressions
import Fields

/// What a scene is about, compiled: its field, and its formulas as they are shown.
///
/// Reading a formula, differentiating it and making its derivatives short takes longer than all that is read off it
/// at a point, so that whoever shows many scenes of one formula keeps its subject:
///
/// ```swift
/// var subject = Subject(scene)
/// scene.probe.x += 0.1
/// subject.follow(scene)                 // the formula is the same: nothing to do
/// let json = scene.reading(of: subject)
/// ```
public struct Subject: Sendable {
  /// The vector field of the scene; nil on a bench without one.
  public private(set) var vectorField: VectorExpressionField?
  /// Which derivatives are plain numbers, known without rounding; element i·dimension + j is ∂Fᵢ/∂xⱼ.
  private(set) var constantDerivatives: [Bool] = []
  /// What is said of the formula wherever the scene's point is.
  private(set) var notation: Notation
  private var text: [UInt8]
  private var kind: Bench.FormulaKind?
  private var settings: [Setting]

  /// The subject of a scene.
  public init(_ scene: Scene) {
    text = scene.field
    kind = scene.bench.formulaKind
    settings = scene.settings
    // The scene was checked when it was read, so that its formula is there.
    let formula = try? scene.formula()
    notation = formula.map { Notation(of: $0) } ?? Notation()
    compile(formula)
  }

  /// Becomes the subject of another scene, with no more work than the difference asks for.
  public mutating func follow(_ scene: Scene) {
    guard scene.field == text, scene.bench.formulaKind == kind else {
      self = Subject(scene)
      return
    }
    guard scene.settings != settings else { return }
    // The notation names the parameters, whatever their values are.
    settings = scene.settings
    compile(try? scene.formula())
  }

  private mutating func compile(_ formula: Formula?) {
    vectorField = nil
    guard let formula else { return }
    let field = VectorExpressionField(formula)
    vectorField = field
    constantDerivatives = Subject.constantDerivatives(of: field)
  }

  private static func constantDerivatives(of field: VectorExpressionField) -> [Bool] {
    var graph = ExpressionGraph()
    var result: [Bool] = []
    for expression in field.expressions {
      let component = graph.insert(expression)
      for variable in 0..<field.dimension {
        let derivative = graph.derivative(of: component, by: variable)
        if case .number = graph.expression(derivative) { result.append(true) } else { result.append(false) }
      }
    }
    return result
  }
}

/// A formula and its derivatives as MathML, with the names of its parameters.
struct Notation: Sendable {
  /// The keys of a reading with their formulas.
  private(set) var formulas: [(key: StaticString, mathML: String)] = []

  init() {}

  init(of formula: Formula) {
    let names = formula.names
    func equation(_ left: String, _ right: String) -> String {
      "<math><mrow>" + left + "</mrow><mo>=</mo>" + right + "</math>"
    }
    let field = "<mi mathvariant=\"bold\">F</mi>"
    let components = formula.quantity.expressions
    formulas.append(("formula", equation(field, Notation.vector(components, names))))
    guard components.count == formula.dimension else { return }
    let divergence = Derivation(of: .divergence, formula).expressions
    formulas.append(
      ("divergenceFormula", equation("<mo>∇</mo><mo>·</mo>" + field, divergence[0].mathML(in: names))))
    guard (2...3).contains(formula.dimension) else { return }
    let curl = Derivation(of: .curl, formula).expressions
    let text = curl.count == 1 ? curl[0].mathML(in: names) : Notation.vector(curl, names)
    formulas.append(("curlFormula", equation("<mo>∇</mo><mo>×</mo>" + field, text)))
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
