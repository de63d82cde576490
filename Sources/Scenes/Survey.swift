import Atlas
import Expressions
import Fields
import Flows

/// What a whole view says of a formula, and what takes longer to find than a reading at a point.
struct Survey: Sendable {
  /// The part of the plane that was looked at.
  let view: Window
  /// Whether the vector field has a potential there.
  private(set) var conservation: Conservation?
  /// The critical points of the vector field.
  private(set) var zeros: CriticalPoints<FlowType>?
  /// The critical points of the scalar field.
  private(set) var extrema: CriticalPoints<Criticality>?
  /// The paths of saddles.
  private(set) var separatrices: [Separatrix] = []
  /// Where a component of the vector field is zero.
  private(set) var nullclines: [Nullcline] = []
  /// The closed paths that neighbours come nearer to, or leave.
  private(set) var cycles: [LimitCycle] = []
  private let bench: Bench
  private let asked: FieldLayers

  /// The potential of a conservative field.
  var potential: Conservation.Potential? {
    conservation.flatMap { $0.verdict == .conservative ? $0.potential : nil }
  }

  /// Boxes enough for the fields of a page, and an answer within a tenth of a second for the others.
  static let limits = SearchLimits(maximumBoxes: 40_000)

  /// Looks at what the scene asks for; nil where that is nothing.
  init?(_ scene: Scene, _ subject: Subject) {
    view = scene.view
    bench = scene.bench
    asked = Survey.asked(scene)
    let box = IntervalBox(scene.view)
    switch scene.bench {
    case .conservative: conservation = subject.vectorField?.conservation(in: box)
    case .field where !asked.isEmpty: lookAround(subject)
    case .gradient where !asked.isEmpty, .descent where !asked.isEmpty:
      extrema = subject.scalarField.flatMap { try? $0.criticalPoints(in: box, limits: Survey.limits) }
    default: return nil
    }
  }

  /// The layers for which a view has to be looked at.
  private static func asked(_ scene: Scene) -> FieldLayers {
    switch scene.bench {
    case .field: return scene.layers.intersection([.critical, .separatrices, .nullclines, .cycles])
    case .gradient, .descent: return scene.layers.intersection(.critical)
    default: return []
    }
  }

  private mutating func lookAround(_ subject: Subject) {
    guard let field = subject.vectorField else { return }
    if asked.contains(.critical) {
      zeros = try? field.criticalPoints(in: IntervalBox(view), limits: Survey.limits)
    }
    // A picture of another shape shows more than the view.
    let wide = Window(
      minX: view.minX - view.width / 2, maxX: view.maxX + view.width / 2, minY: view.minY - view.height / 2,
      maxY: view.maxY + view.height / 2)
    if asked.contains(.nullclines) {
      nullclines = (try? field.nullclines(in: wide, columns: 240, rows: 240)) ?? []
    }
    guard !asked.intersection([.separatrices, .cycles]).isEmpty,
      let found = try? field.criticalPoints(in: IntervalBox(wide), limits: Survey.limits)
    else { return }
    if asked.contains(.separatrices) { separatrices = (try? field.separatrices(of: found, in: wide)) ?? [] }
    if asked.contains(.cycles) { cycles = (try? field.limitCycles(of: found, in: wide)) ?? [] }
  }

  /// Whether this is what another scene of the same formula asks for.
  func answers(_ scene: Scene) -> Bool {
    scene.view == view && scene.bench == bench && Survey.asked(scene) == asked
  }
}
