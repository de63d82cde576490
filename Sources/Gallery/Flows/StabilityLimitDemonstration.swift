import Atlas
import Descent
import Elementary
import Expressions
import Fields
import Figures
import Flows
import Formats

extension Demonstration {
  /// 22: gradient descent below, at and above the greatest stable rate, beside the gradient flow.
  @export(interface)
  public static var stabilityLimit: Demonstration {
    let ravine = Ravine()
    return Demonstration(
      "stability-limit",
      name: Bilingual("The greatest stable rate", "学习率的上限"),
      title: Bilingual(
        "A learning rate of 2/λmax is where descent begins to climb", "学习率一过 2/λmax，下降就成了上升"),
      caption: Bilingual(
        """
        The ravine L = (x² + 50y²)/2 is fifty times as curved across as along. The gradient flow dθ/dt = −∇L drops to its \
        ground at once and then creeps along it; gradient descent is Euler’s method for that flow, with the learning rate η \
        as the length of its steps. Each step multiplies y by 1 − 50η: by −½ at η = 0.03, so that it zigzags and settles; by \
        −1 at η = 2/λmax = 0.04, so that it swings between the walls for ever; by −1.05 at η = 0.041, and each swing is \
        higher than the last. A fortieth more of learning rate turns descent into ascent. What is slow is the way along the \
        ravine, where each step leaves 1 − η of x: the curvature across it forbids the larger steps that would be good there.
        """,
        """
        峡谷 L = (x² + 50y²)/2 横向的曲率是纵向的五十倍。梯度流 dθ/dt = −∇L 立刻落到谷底，再沿谷底慢慢挪；\
        梯度下降就是对这个流用欧拉法，学习率 η 就是步长。每一步把 y 乘以 1 − 50η：η = 0.03 时乘 −½，左右摆几下便安定；\
        η = 2/λmax = 0.04 时乘 −1，在两壁之间永远摆下去；η = 0.041 时乘 −1.05，一摆高过一摆。\
        学习率只大了四十分之一，下降就变成了上升。真正慢的是沿峡谷的路，每步只把 x 缩到 1 − η 倍：那里本可以迈大步，横向的曲率却不许。
        """),
      summary: Bilingual(
        """
        Above, three views of a ravine with a dashed curve, the gradient flow: a zigzag that settles, one that keeps its \
        width, one that grows. Below, the loss over the steps on a logarithmic axis: one line falls, one becomes level, one \
        turns and rises.
        """,
        """
        上排是峡谷的三幅图，虚线是梯度流：一条折线渐渐安定，一条宽度不变，一条越摆越宽。\
        下方是损失随步数的变化，纵轴为对数：一条下降，一条走平，一条掉头上升。
        """),
      numbers: ravine.numbers,
      size: SIMD2(960, 640),
      draw: { (figure, language) in
        figure.rows = [
          Ravine.rates.indices.map { ravine.panel($0, language) }, [ravine.losses(language)],
        ]
        figure.hasSharedLegend = true
      })
  }
}

/// Gradient descent in a ravine with three learning rates.
private struct Ravine {
  static let rates = [0.03, 0.04, 0.041]
  private let loss = ScalarExpressionField(known: "(x^2 + 50y^2)/2")
  private let window = Window(minX: -4.6, maxX: 0.6, minY: -3.2, maxY: 3.2)

  private func path(_ rate: Double, steps: Int) -> DescentPath? {
    guard let problem = try? DescentProblem(loss, start: [-4, 1]) else { return nil }
    return try? GradientDescent(rate: rate).descend(
      problem, limits: DescentLimits(steps: steps, tolerance: 0))
  }

  var numbers: [Demonstration.Number] {
    let one = Bilingual("")
    let factors = Ravine.rates.map { rate in
      let points = path(rate, steps: 1)?.points ?? []
      return Demonstration.Number(
        Bilingual(
          "factor of y in a step, η = " + Decimal.text(rate), "每步 y 所乘的倍数，η = " + Decimal.text(rate)),
        "1 − ηλ", points.count == 2 ? points[1][1] / points[0][1] : .nan, one, places: 4)
    }
    return [
      Demonstration.Number(
        Bilingual("greatest curvature", "最大曲率"), "λmax", loss.greatestCurvature(at: [0, 0]), one, places: 4),
      Demonstration.Number(
        Bilingual("greatest stable rate", "稳定学习率的上限"), "2/λmax", loss.stabilityLimit(at: [0, 0]), one,
        places: 4),
    ] + factors
  }

  func panel(_ index: Int, _ language: Language) -> Panel {
    let rate = Ravine.rates[index]
    let places = (path(rate, steps: 24)?.points ?? []).map { SIMD2($0[0], $0[1]) }
    let words = [
      language.text(": settles", "：安定"), language.text(" = 2/λmax: swings", " = 2/λmax：摆动"),
      language.text(": climbs", "：上升"),
    ]
    let grid = SampleGrid(of: loss, over: window, columns: 80, rows: 81)
    let levels = [0.5, 2, 8, 25, 60, 120, 210.0]
    var marks: [Mark] = [
      .contours(Mark.Contours(grid, levels: levels, paint: .quiet.opacity(0.5), width: 0.9))
    ]
    if let flow = flow {
      marks.append(
        .line(
          Mark.Line(
            flow, paint: .ink, width: 2, dash: [6, 4], label: language.text("gradient flow", "梯度流"))))
    }
    marks.append(
      .line(Mark.Line(places, paint: .series(index), width: 1.5, form: .circle, label: Ravine.name(index))))
    marks.append(.points(Mark.Points([SIMD2(0, 0)], form: .diamond, paint: .ink, size: 9)))
    return Panel(
      title: "η = " + Decimal.text(rate) + words[index],
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)), marks: marks)
  }

  private static func name(_ index: Int) -> String { "η = " + Decimal.text(rates[index]) }

  /// The gradient flow for as long as the steps of the smallest rate.
  private var flow: [SIMD2<Double>]? {
    guard let problem = try? DescentProblem(loss, start: [-4, 1]),
      let flow = try? GradientFlow(of: problem, time: 3)
    else { return nil }
    return flow.solution.line(parts: 4)
  }

  func losses(_ language: Language) -> Panel {
    let marks: [Mark] = Ravine.rates.enumerated().map { index, rate in
      let losses = path(rate, steps: 100)?.losses ?? []
      let points = losses.enumerated().map { SIMD2(Double($0), $1) }
      return .line(Mark.Line(points, paint: .series(index), width: 2.2))
    }
    return Panel(
      title: language.text("The loss", "损失"),
      x: Axis(language.text("step", "步数"), domain: Extent(0, 100)),
      y: Axis("L", scale: .logarithmic, domain: Extent(0.01, 1e6)), marks: marks)
  }
}
