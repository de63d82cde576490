import Elementary
import Figures
import Formats

/// The slope of a scalar field at a point against the direction: D_u f = |∇f| cos θ, its maximum and one direction
/// marked.
///
/// ```swift
/// let figure = SlopePicture(gradient: SIMD2(1, 2), direction: 30).figure
/// ```
public struct SlopePicture: Sendable {
  /// The gradient at the point.
  public var gradient: SIMD2<Double>
  /// The direction that is marked, in degrees from the x-axis.
  public var direction: Double
  /// The language of the labels.
  public var language: Language
  /// The width in CSS pixels.
  public var width = 360.0
  /// The height in CSS pixels.
  public var height = 200.0

  /// A picture of the slopes at a point.
  public init(gradient: SIMD2<Double>, direction: Double, language: Language = .english) {
    self.gradient = gradient
    self.direction = direction
    self.language = language
  }

  /// The slope in a direction, in degrees from the x-axis.
  public func slope(_ degrees: Double) -> Double {
    let unit = UnitVector(degrees: degrees)
    return gradient.x * unit.x + gradient.y * unit.y
  }

  /// The figure.
  @export(interface)
  public var figure: Figure {
    let steepness = Double.hypot(gradient.x, gradient.y)
    let hasSlope = steepness > 0 && steepness.isFinite
    let reach = hasSlope ? 1.25 * steepness : 1
    var marks: [Mark] = [.rule(Mark.Rule(.horizontal(0), width: 1, dash: []))]
    if steepness.isFinite {
      let points = (0...120).map { SIMD2(Double($0) * 3, slope(Double($0) * 3)) }
      marks.append(.line(Mark.Line(points)))
    }
    if hasSlope { marks += maximum(steepness) }
    let here = SIMD2(direction, slope(direction))
    if here.y.isFinite {
      marks.append(.points(Mark.Points([here], form: .diamond, paint: .series(1), size: 11)))
    }
    let ticks = [0, 90, 180, 270, 360].map { Tick(Double($0), label: "\($0)°") }
    let panel = Panel(
      x: Axis(language.text("direction of u", "u 的方向"), domain: Extent(0, 360), ticks: ticks),
      y: Axis(language.text("slope", "方向导数"), domain: Extent(-reach, reach)), marks: marks)
    return Figure(panel: panel, width: width, height: height, summary: summary(steepness))
  }

  private func maximum(_ steepness: Double) -> [Mark] {
    var angle = Double.atan2(gradient.y, gradient.x) * 180 / Double.pi
    if angle < 0 { angle += 360 }
    let top = SIMD2(angle, steepness)
    return [
      .rule(Mark.Rule(.vertical(angle), width: 1)),
      .points(Mark.Points([top], paint: .ink, size: 7)),
      .annotation(
        Mark.Annotation(
          "|∇f|", at: top, offset: SIMD2(angle > 270 ? -10 : 10, -8), anchor: angle > 270 ? .end : .start)),
    ]
  }

  private func summary(_ steepness: Double) -> String {
    func text(_ value: Double) -> String {
      Decimal.text(value, significantDigits: 4, minus: .typographic)
    }
    return language.text("The slope against the direction, at most ", "方向导数随方向的变化，最大为 ")
      + text(steepness) + language.text("; in the marked direction ", "；所标方向上为 ") + text(slope(direction))
  }
}
