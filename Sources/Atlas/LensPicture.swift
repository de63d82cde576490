import Elementary
import Fields
import Figures
import Formats
import LinearAlgebra

/// The linear part of a field at a point taken apart: expansion + rotation + shear, a small picture each.
///
/// Each picture shows the arrows of its part around the point and what the part alone makes of a round drop in the
/// same short time; lengths compare from picture to picture. The shear carries its principal axes.
///
/// ```swift
/// let parts = JacobianParts([[1, -2], [4, 3]])
/// let figure = LensPicture(parts).figure
/// ```
public struct LensPicture: Sendable {
  /// The Jacobian taken apart.
  public var parts: JacobianParts
  /// The language of the labels.
  public var language: Language
  /// The width in CSS pixels.
  public var width = 360.0
  /// The height in CSS pixels.
  public var height = 300.0

  /// A picture of the parts of a Jacobian of the plane.
  ///
  /// - Precondition: the Jacobian is of the plane.
  public init(_ parts: JacobianParts, language: Language = .english) {
    precondition(parts.dimension == 2, "this lens lies in the plane")
    self.parts = parts
    self.language = language
  }

  /// The figure: four discs in a row, or two by two where it is narrow.
  @export(interface)
  public var figure: Figure {
    let isRow = width >= 520
    let columns = isRow ? 4 : 2
    let step = 3.1
    let rows = isRow ? 1 : 2
    let row = 3.9
    var marks: [Mark] = []
    for (index, disc) in discs.enumerated() {
      let centre = SIMD2(Double(index % columns) * step, -Double(index / columns) * row)
      marks += self.marks(of: disc, at: centre)
      // J = e + ω + s, read across and then down.
      guard index > 0 else { continue }
      let isFirst = index % columns == 0
      marks.append(
        sign(index == 1 ? "=" : "+", at: centre - SIMD2(isFirst ? 1.42 : step / 2, 0)))
    }
    let panel = Panel(
      x: Axis(domain: Extent(-1.6, Double(columns - 1) * step + 1.5), isVisible: false),
      y: Axis(domain: Extent(-Double(rows - 1) * row - 1.95, 1.95), isVisible: false), marks: marks,
      aspect: .equal, hasGrid: false, hasFrame: false)
    return Figure(panel: panel, width: width, height: height, summary: summary)
  }

  /// The arrows of the linear part in the unit disc, as a share of its radius: places and vectors.
  ///
  /// The longest arrow has the length 0.46; none has any where the field is not differentiable or its derivatives are 0.
  public var arrows: (places: [SIMD2<Double>], vectors: [SIMD2<Double>]) {
    let flow = LinearFlow(matrix: parts.jacobian)
    let places = LinearFlow.places
    let factor = arrowFactor(flow.largestVelocity)
    return (places, places.map { flow.velocity(at: $0) * factor })
  }

  /// The angle of the axis along which the shear stretches, in degrees from the x-axis, in (−90, 90].
  public var stretchAngle: Double {
    let axis = parts.axes.column(1)
    var angle = Double.atan2(axis[1], axis[0]) * 180 / Double.pi
    if angle > 90 { angle -= 180 }
    if angle <= -90 { angle += 180 }
    return angle
  }

  private func arrowFactor(_ largest: Double) -> Double {
    largest > 0 && largest.isFinite ? 0.46 / largest : 0
  }
}

extension LensPicture {
  private struct Disc {
    let name: String
    let number: String
    let matrix: Matrix
    var hasAxes = false
  }

  private var discs: [Disc] {
    func text(_ value: Double) -> String {
      Decimal.text(value, significantDigits: 4, minus: .typographic)
    }
    let angle = Decimal.text(stretchAngle, significantDigits: 3, minus: .typographic)
    let shear = parts.shearRate
    let along = language.text(" along ", "，沿 ")
    return [
      Disc(name: language.text("linear part", "线性部分"), number: "J", matrix: parts.jacobian),
      Disc(
        name: language.text("expansion", "膨胀"), number: "½ ∇·F = " + text(parts.expansion),
        matrix: Matrix(diagonal: [parts.expansion, parts.expansion])),
      Disc(
        name: language.text("rotation", "旋转"), number: "½ ∇×F = " + text(parts.angularVelocity[0]),
        matrix: parts.rotation),
      Disc(
        name: language.text("shear", "剪切"),
        number: text(shear) + (shear > 0 ? along + angle + "°" : ""), matrix: parts.shear,
        hasAxes: shear > 0),
    ]
  }

  private func marks(of disc: Disc, at centre: SIMD2<Double>) -> [Mark] {
    let whole = LinearFlow(matrix: parts.jacobian)
    let flow = LinearFlow(matrix: disc.matrix)
    // A part may be larger than the whole: along one direction, rotation and shear cancel.
    let largest = discs.reduce(whole.largestVelocity) {
      max($0, LinearFlow(matrix: $1.matrix).largestVelocity)
    }
    let time = largest > 0 && largest.isFinite ? 0.25 / largest : 0
    var marks: [Mark] = []
    if largest.isFinite {
      let drop = flow.drop(after: time).map { $0 + centre }
      marks.append(
        .shape(Mark.Shape(.polygon(drop), stroke: .accent, fill: .accent.opacity(0.14), width: 1.6)))
    }
    marks.append(
      .shape(Mark.Shape(.circle(centre: centre, radius: 1), stroke: .quiet, width: 1, dash: [3, 3])))
    if disc.hasAxes { marks += axes(at: centre) }
    let factor = arrowFactor(largest)
    let places = LinearFlow.places
    if factor > 0, flow.largestVelocity > 0 {
      marks.append(
        .arrows(
          Mark.Arrows(
            at: places.map { $0 + centre }, vectors: places.map { flow.velocity(at: $0) * factor },
            length: .proportional(factor: 1), pivot: .tail, paint: .ink.opacity(0.85), width: 1.3)))
    }
    marks.append(label(disc.name, at: centre + SIMD2(0, 1.3), offset: -11, weight: 600))
    marks.append(label(disc.number, at: centre - SIMD2(0, 1.3), offset: 11, weight: 400))
    return marks
  }

  /// The axis along which the shear stretches, and across it the one along which it compresses.
  private func axes(at centre: SIMD2<Double>) -> [Mark] {
    let vectors = parts.axes
    return [1, 0].map { column in
      let axis = SIMD2(vectors[0, column], vectors[1, column]) * 1.18
      return .rule(
        Mark.Rule(
          .segment(centre - axis, centre + axis), paint: column == 1 ? .accent : .quiet, width: 1.2,
          dash: column == 1 ? [] : [4, 3]))
    }
  }

  private func sign(_ text: String, at place: SIMD2<Double>) -> Mark {
    .annotation(Mark.Annotation(text, at: place, offset: SIMD2(0, 0), paint: .quiet, size: 17))
  }

  private func label(_ text: String, at place: SIMD2<Double>, offset: Double, weight: Int) -> Mark {
    .annotation(
      Mark.Annotation(text, at: place, offset: SIMD2(0, offset), size: 12.5, weight: weight))
  }

  private var summary: String {
    let numbers = discs.dropFirst().map { $0.name + " " + $0.number }
    var text = language.text("The linear part of the field taken apart: ", "场的线性部分分解为：")
    for (index, number) in numbers.enumerated() {
      text += (index > 0 ? language.text(", ", "，") : "") + number
    }
    return text
  }
}
