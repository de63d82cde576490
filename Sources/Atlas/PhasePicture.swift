import Expressions
import Fields
import Figures
import Flows

/// The phase plane of a flow in one figure: basins as a pale ground, thin streamlines, nullclines dashed, separatrices
/// strong, limit cycles in the theme's colour, and critical points by their type.
///
/// ```swift
/// let portrait = try PhasePortrait(of: pendulum, criticalPoints: found, in: window)
/// let figure = PhasePicture(portrait).figure(of: pendulum)
/// ```
public struct PhasePicture: Sendable {
  /// What is shown.
  public var portrait: PhasePortrait
  /// The language of the labels.
  public var language: Language
  /// The heading; empty for none.
  public var title = ""
  /// The width in CSS pixels.
  public var width = 720.0
  /// The height in CSS pixels.
  public var height = 560.0
  /// The names of the two coordinates.
  public var labels = ("x", "y")

  /// A picture of a portrait.
  public init(_ portrait: PhasePortrait, language: Language = .english) {
    self.portrait = portrait
    self.language = language
  }

  /// The figure of the flow.
  public func figure(of field: some VectorField) -> Figure {
    let field = AnyVectorField(field)
    var picture = FieldPicture(window: portrait.window, layers: [], language: language)
    (picture.title, picture.width, picture.height) = (title, width, height)
    picture.labels = labels
    // Coordinates of a phase plane are of different kinds, and the window is what was looked at.
    picture.aspect = .free
    let (portrait, language, labels, width, height) = (portrait, language, labels, width, height)
    picture.overlays = { window in
      var marks = portrait.basins.map { Mark.basins($0) } ?? []
      marks.append(
        .streamlines(
          of: field, over: window, width: width - 80, height: height - 110, separation: 26,
          paint: .quiet.opacity(0.55), lineWidth: 1))
      marks += Mark.nullclines(portrait.nullclines, labels: labels)
      marks += Mark.separatrices(portrait.separatrices, language: language)
      marks += Mark.limitCycles(portrait.cycles, language: language)
      return marks + Mark.criticalPoints(portrait.criticalPoints, language: language)
    }
    var figure = picture.figure(of: field)
    figure.summary = summary
    return figure
  }

  private var summary: String {
    let points = portrait.criticalPoints.points.count
    let cycles = portrait.cycles.count
    return language.text(
      "A phase plane with \(points) critical point\(points == 1 ? "" : "s") and \(cycles) limit cycle"
        + "\(cycles == 1 ? "" : "s")",
      "相平面：\(points) 个临界点，\(cycles) 个极限环")
  }
}
