import Atlas
import Expressions
import Fields
import Figures
import Formats

extension Demonstration {
  /// 16: kinks and jumps, where there is no derivative and a difference finds one.
  @export(interface)
  public static var kink: Demonstration {
    let one = Bilingual("")
    let functions = KinkedFunction.all
    return Demonstration(
      "kink",
      name: Bilingual("Kink", "尖点与跳跃"),
      title: Bilingual(
        "A difference finds a slope where there is none", "导数不存在的地方，差分照样给出一个数"),
      caption: Bilingual(
        """
        |x| and max(0, x) have a kink at 0, ⌊x⌋ jumps at every whole number; there they have no derivative. The central \
        difference (f(x + h) − f(x − h))/2h does not notice. At the kink of |x| it says 0, as if the ground were level, \
        at that of max(0, x) one half, and at the jumps 1/2h, a number that grows without bound as h gets smaller and \
        says nothing of the function; and it is wrong not only there but within h on either side. Nabla differentiates \
        formulas by the rules, |x|′ = sign x, and where the rules give no derivative it says so: the solid lines \
        break, and the value is NaN, not a number.
        """,
        """
        |x| 与 max(0, x) 在 0 处有尖点，⌊x⌋ 在每个整数处跳跃，这些地方没有导数。中心差分 (f(x + h) − f(x − h))/2h 却浑然不觉：\
        在 |x| 的尖点它给出 0，好像那里是平的；在 max(0, x) 的尖点给出二分之一；在跳跃处给出 1/2h，h 越小它越大，\
        与函数本身毫无关系。而且不止在这些点上，左右各 h 之内都是错的。Nabla 按求导法则处理公式，|x|′ = sign x；\
        法则给不出导数的地方，就直说没有：实线在那里断开，值为 NaN，即“不是一个数”。
        """),
      summary: Bilingual(
        """
        Above, the graphs of |x|, max(0, x) and the floor of x. Below, their derivatives as solid lines, broken at kinks and \
        jumps, and orange dashed lines for the central difference, which climb steadily through the kinks and form towers \
        at the jumps.
        """,
        """
        上排是 |x|、max(0, x) 与 ⌊x⌋ 的图像。下排的实线是导数，在尖点与跳跃处断开；橙色虚线是中心差分，\
        在尖点处一路爬过去，在跳跃处竖起高台。
        """),
      numbers: functions.map { function in
        Number(
          Bilingual("difference at 0, " + function.name, "0 处的差分，" + function.name), "Δf/2h",
          function.difference(at: 0), one, places: 4)
      } + [
        Number(
          Bilingual("derivative there: none", "那里的导数：不存在"), "f′(0)",
          functions.reduce(0) { $0 + $1.derivative(at: 0) }, one, places: 4)
      ],
      size: SIMD2(960, 560),
      draw: { (figure, language) in
        figure.subtitle = language.text(
          "Below: the derivative, and the central difference with h = 0.25",
          "下排：导数，以及 h = 0.25 的中心差分")
        figure.rows = [
          functions.map { $0.graph },
          functions.enumerated().map { $1.slopes(language, hasLegend: $0 == 0) },
        ]
      })
  }
}

/// A function of x that has no derivative at 0.
private struct KinkedFunction {
  let name: String
  let field: ScalarExpressionField
  /// Whether it jumps rather than bends.
  let isJump: Bool

  static let step = 0.25
  static let reach = 1.7
  static var all: [KinkedFunction] {
    [
      KinkedFunction(name: "|x|", field: ScalarExpressionField(known: "abs(x)"), isJump: false),
      KinkedFunction(name: "max(0, x)", field: ScalarExpressionField(known: "max(0, x)"), isJump: false),
      KinkedFunction(name: "⌊x⌋", field: ScalarExpressionField(known: "floor(x)"), isJump: true),
    ]
  }

  func derivative(at x: Double) -> Double { field.gradient(at: [x, 0])[0] }

  func difference(at x: Double) -> Double {
    let step = KinkedFunction.step
    return (field.value(at: [x + step, 0]) - field.value(at: [x - step, 0])) / (2 * step)
  }

  /// Points of the axis, 0 and the whole numbers among them.
  private var places: [Double] { (-112...112).map { Double($0) / 64 } }

  private var axis: Axis { Axis("x", domain: Extent(-KinkedFunction.reach, KinkedFunction.reach)) }

  /// The function; a jump breaks its line.
  var graph: Panel {
    var points: [SIMD2<Double>] = []
    for x in places {
      let value = field.value(at: [x, 0])
      if isJump, let last = points.last, value != last.y {
        points.append(SIMD2(x, last.y))
        points.append(SIMD2(x, .nan))
      }
      points.append(SIMD2(x, value))
    }
    return Panel(
      title: "f(x) = " + name, x: Axis("", domain: axis.domain),
      y: Axis("", domain: Extent(-2.2, 2.2), ticks: KinkedFunction.ticks),
      marks: [
        .line(Mark.Line(points)),
        .points(Mark.Points(kinks.map { SIMD2($0, field.value(at: [$0, 0])) }, size: 8)),
      ])
  }

  /// Where there is no derivative.
  private var kinks: [Double] { isJump ? [-1, 0, 1] : [0] }

  private static var ticks: [Tick] { (-2...2).map { Tick(Double($0)) } }

  /// The derivative and the difference.
  func slopes(_ language: Language, hasLegend: Bool) -> Panel {
    let exact = places.map { SIMD2($0, derivative(at: $0)) }
    let differences = places.map { SIMD2($0, difference(at: $0)) }
    // What the derivative tends to on either side; it is not taken there.
    let near = 1.0 / 64
    let limits = kinks.flatMap {
      [SIMD2($0, derivative(at: $0 - near)), SIMD2($0, derivative(at: $0 + near))]
    }
    return Panel(
      x: axis, y: Axis("", domain: Extent(-1.4, 2.4), ticks: KinkedFunction.ticks),
      marks: [
        .line(
          Mark.Line(exact, paint: .ink, width: 2.6, label: hasLegend ? language.text("derivative", "导数") : "")
        ),
        .line(
          Mark.Line(
            differences, paint: .series(1), width: 2, dash: [5, 3],
            label: hasLegend ? language.text("difference", "差分") : "")),
        .points(Mark.Points(limits, paint: .background, size: 9, isEdged: false)),
        .points(Mark.Points(limits, form: .ring, paint: .ink, size: 10)),
        .points(Mark.Points(kinks.map { SIMD2($0, difference(at: $0)) }, paint: .series(1), size: 8)),
      ])
  }
}
