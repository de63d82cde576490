import Atlas
import Elementary
import Fields
import Figures
import Formats
import LinearAlgebra

extension Demonstration {
  /// 10: a linear field taken apart into expansion, rotation and shear.
  @export(interface)
  public static var jacobian: Demonstration {
    let whole = VectorExpressionField(known: "0.3x + y, 0.3y")
    let sum = LinearParts(whole)
    let parts = sum.parts
    let perTime = Bilingual("per time", "每单位时间")
    let degrees = Bilingual("°")
    return Demonstration(
      "jacobian",
      name: Bilingual("Jacobian", "雅可比矩阵"),
      title: Bilingual("A widening shear is three motions at once", "边膨胀边剪切，其实是三种运动叠在一起"),
      caption: Bilingual(
        """
        In F = (0.3x + y, 0.3y) layers slide along each other while everything spreads. A round drop shows what the \
        Jacobian does: it becomes the ellipse. The Jacobian is a sum of three parts, and each alone does one thing to \
        the drop. Expansion, ½∇·F = 0.3, makes it larger. Rotation, ½∇×F = −0.5, turns it clockwise as a whole, although \
        no streamline of the sliding layers is bent. Shear stretches it along 45° and shrinks it across, at the rate 0.5, \
        and leaves its area alone. With the expansion the drop grows at the rate 0.8 along one axis and at −0.2 across.
        """,
        """
        场 F = (0.3x + y, 0.3y) 里，一层层流体相互滑动，同时整体向外散开。滴一滴圆形墨水，就能看出雅可比矩阵做了什么：\
        圆变成了椭圆。雅可比矩阵可以拆成三部分之和，每一部分单独作用，只做一件事：膨胀 ½∇·F = 0.3 使墨滴变大；旋转 \
        ½∇×F = −0.5 使它整体顺时针转动，尽管各层滑动的流线没有一条是弯的；剪切沿 45° 拉长、沿垂直方向压缩，速率都是 0.5，\
        面积不变。膨胀与剪切合起来就是应变：一条主轴上以 0.8 伸长，另一条主轴上以 0.2 缩短。
        """),
      summary: Bilingual(
        """
        Four panels with arrows and a circle that has become something else: under the whole field a slanting ellipse, \
        under the expansion a larger circle, under the rotation the same circle with its diameters turned clockwise, \
        under the shear an ellipse along the diagonal.
        """,
        """
        四幅小图，各有箭头和一个变了样的圆：整个场作用下成为斜的椭圆；只有膨胀时是更大的圆；只有旋转时圆不变，两条直径\
        顺时针转过一个角度；只有剪切时是沿对角线的椭圆。
        """),
      numbers: [
        Number(Bilingual("expansion", "膨胀"), "½∇·F", parts.expansion, perTime, places: 4),
        Number(Bilingual("rotation", "旋转"), "½∇×F", parts.angularVelocity[0], perTime, places: 4),
        Number(Bilingual("shear", "剪切"), "s", parts.shearRate, perTime, places: 4),
        Number(Bilingual("axis that stretches", "伸长的主轴方向"), "∠", sum.stretchAngle, degrees, places: 4),
        Number(Bilingual("strain along it", "沿这条主轴的应变率"), "λ₁", parts.rates[1], perTime, places: 4),
        Number(Bilingual("strain across it", "垂直方向的应变率"), "λ₂", parts.rates[0], perTime, places: 4),
        Number(
          Bilingual("growth of the drop in the figure", "图中墨滴面积的倍数"), "exp(t∇·F)", sum.growth,
          Bilingual(""), places: 4),
      ],
      size: SIMD2(760, 800),
      draw: { (figure, language) in sum.draw(into: &figure, language) })
  }
}

/// A linear field beside its three parts, each with what it makes of a round drop.
private struct LinearParts {
  let parts: JacobianParts
  /// The whole field, its expansion, its rotation and its shear.
  let flows: [LinearFlow]

  /// How long the drops drift.
  static let time = 0.8
  static let reach = 2.4

  init(_ field: VectorExpressionField) {
    let jacobian = field.jacobian(at: [0, 0])
    parts = JacobianParts(jacobian)
    let expansion = Matrix(diagonal: [parts.expansion, parts.expansion])
    flows = [jacobian, expansion, parts.rotation, parts.shear].map { LinearFlow(matrix: $0) }
  }

  /// How many times as large the drop of the whole field is in the end: the determinant of the flow.
  var growth: Double {
    let east = flows[0].moved(SIMD2(1, 0), after: LinearParts.time)
    let north = flows[0].moved(SIMD2(0, 1), after: LinearParts.time)
    return east.x * north.y - east.y * north.x
  }

  /// The direction of the axis that stretches, in degrees from the x-axis, −90 to 90.
  var stretchAngle: Double {
    let axes = parts.axes
    return Double.atan2(axes[1, 1], axes[0, 1]) * 180 / Double.pi
  }

  func draw(into figure: inout Figure, _ language: Language) {
    func text(_ value: Double) -> String { Decimal.text(value, significantDigits: 4, minus: .typographic) }
    figure.subtitle = language.text(
      "Dashed: a drop of radius 1. Filled: what it has become after t = ", "虚线：半径为 1 的墨滴；填色：经过 t = ")
    figure.subtitle += text(LinearParts.time) + language.text("", " 之后的样子")
    let headings = [
      "F = (0.3x + y, 0.3y)",
      language.text("= expansion: ½∇·F = ", "= 膨胀：½∇·F = ") + text(parts.expansion),
      language.text("+ rotation: ½∇×F = ", "+ 旋转：½∇×F = ") + text(parts.angularVelocity[0]),
      language.text("+ shear: ", "+ 剪切：") + text(parts.shearRate) + language.text(" along ", "，沿 ")
        + text(stretchAngle) + "°",
    ]
    let panels = headings.enumerated().map { panel($1, $0) }
    figure.rows = [[panels[0], panels[1]], [panels[2], panels[3]]]
  }

  private func panel(_ heading: String, _ index: Int) -> Panel {
    let flow = flows[index]
    let axis = Extent(-LinearParts.reach, LinearParts.reach)
    var marks: [Mark] = [
      arrows(flow),
      .shape(Mark.Shape(.circle(centre: SIMD2(0, 0), radius: 1), stroke: .ink, width: 1.3, dash: [4, 3])),
      .shape(
        Mark.Shape(
          .polygon(flow.drop(after: LinearParts.time)), stroke: .accent, fill: .accent.opacity(0.2), width: 2)
      ),
    ]
    if index == 3 {
      let cross = Mark.Crosses.Cross(
        at: SIMD2(0, 0), angle: stretchAngle * Double.pi / 180,
        rates: SIMD2(parts.shearRate, -parts.shearRate))
      marks.append(.crosses(Mark.Crosses([cross], outline: .quiet.opacity(0), longest: 250)))
    } else {
      for end in [SIMD2(1.0, 0), SIMD2(0, 1)] {
        let tip = flow.moved(end, after: LinearParts.time)
        marks.append(.rule(Mark.Rule(.segment(-1 * tip, tip), paint: .accent, width: 1.3, dash: [])))
      }
    }
    return Panel(
      title: heading, x: Axis(domain: axis), y: Axis(domain: axis), marks: marks, aspect: .equal,
      hasGrid: false)
  }

  private func arrows(_ flow: LinearFlow) -> Mark {
    var places: [SIMD2<Double>] = []
    for row in -4...4 {
      for column in -4...4 { places.append(SIMD2(Double(column), Double(row)) * 0.53) }
    }
    return .arrows(
      Mark.Arrows(
        at: places, vectors: places.map { flow.velocity(at: $0) }, length: .proportional(factor: 0.21),
        paint: .quiet))
  }
}
