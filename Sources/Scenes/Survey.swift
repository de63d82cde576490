import Atlas
import Expressions
import Fields

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

  /// The potential of a conservative field.
  var potential: Conservation.Potential? {
    conservation.flatMap { $0.verdict == .conservative ? $0.potential : nil }
  }

  /// Boxes enough for the fields of a page, and an answer within a tenth of a second for the others.
  static let limits = SearchLimits(maximumBoxes: 40_000)

  /// Looks at what the scene asks for; nil where that is nothing.
  init?(_ scene: Scene, _ subject: Subject) {
    let asksForPoints = scene.layers.contains(.critical)
    view = scene.view
    let box = IntervalBox(scene.view)
    switch scene.bench {
    case .conservative: conservation = subject.vectorField?.conservation(in: box)
    case .field where asksForPoints:
      zeros = subject.vectorField.flatMap { try? $0.criticalPoints(in: box, limits: Survey.limits) }
    case .gradient where asksForPoints, .descent where asksForPoints:
      extrema = subject.scalarField.flatMap { try? $0.criticalPoints(in: box, limits: Survey.limits) }
    default: return nil
    }
  }

  /// Whether this is what another scene of the same formula asks for.
  func answers(_ scene: Scene) -> Bool {
    guard scene.view == view else { return false }
    let hasPoints = zeros != nil || extrema != nil
    return (conservation != nil) == (scene.bench == .conservative)
      && hasPoints == (scene.layers.contains(.critical) && scene.bench != .conservative)
  }
}
