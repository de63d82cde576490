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
  /// The scalar field of the scene; nil on a bench without one.
  public private(set) var scalarField: ScalarExpressionField?
  /// The gradient of the scalar field.
  public private(set) var gradientField: VectorExpressionField?
  /// What was found in a whole view; see ``survey(_:)``.
  private(set) var survey: Survey?
  /// What ran on the bench of the descent; see ``survey(_:)``.
  private(set) var race: SceneRace?
  /// Which derivatives are plain numbers, known without rounding; element i·dimension + j is ∂Fᵢ/∂xⱼ.
  private(set) var constantDerivatives: [Bool] = []
  /// What is said of the formula wherever the scene's point is.
  private(set) var notation: Notation
  private var text: [UInt8]
  private var kind: Bench.FormulaKind?
  private var settings: [Setting]

  /// The subject of a scene.
  public init(_ scene: Scene) {
    text = scene.formulaText
    kind = scene.bench.formulaKind
    settings = scene.settings
    // The scene was checked when it was read, so that its formula is there.
    let formula = try? scene.formula()
    notation = formula.map { Notation(of: $0) } ?? Notation()
    compile(formula)
  }

  /// Becomes the subject of another scene, with no more work than the difference asks for.
  @export(interface)
  public mutating func follow(_ scene: Scene) {
    guard scene.formulaText == text, scene.bench.formulaKind == kind else {
      self = Subject(scene)
      return
    }
    guard scene.settings != settings else { return }
    // The notation names the parameters, whatever their values are.
    settings = scene.settings
    compile(try? scene.formula())
  }

  /// Finds what the scene asks for beyond its point: whether there is a potential, where the critical points are, how
  /// the optimizers run.
  ///
  /// That takes longer than a reading; what is known already is kept.
  public mutating func survey(_ scene: Scene) {
    if scene.bench == .descent, let scalarField, race?.answers(scene) != true {
      race = SceneRace(scene, scalarField)
    }
    if let survey, survey.answers(scene) { return }
    survey = Survey(scene, self)
  }

  private mutating func compile(_ formula: Formula?) {
    (vectorField, scalarField, gradientField, survey) = (nil, nil, nil, nil)
    race = nil
    guard let formula else { return }
    if case .scalar = kind {
      let field = ScalarExpressionField(formula)
      scalarField = field
      gradientField = field.gradient
      return
    }
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
