import Atlas
import Descent
import Elementary
import Expressions
import Fields
import Figures

extension Demonstration {
  /// 24: the plateau at a saddle.
  @export(interface)
  public static var slowSaddle: Demonstration {
    Demonstration(
      "slow-saddle",
      name: Bilingual("The saddle slows", "鞍点拖慢一切"),
      title: Bilingual(
        "At a saddle the loss looks finished, and each zero of the start costs the same again",
        "到了鞍点，损失看似到底；起点每多一个零，就再等一样久"),
      caption: Bilingual(
        """
        The pass L = x² − y² + y⁴/2 lies between two minima at (0, ±1). A start at (1, y₀) with a tiny y₀ runs down to the pass, \
        where the gradient is almost 0, and waits: gradient descent with the rate η multiplies y by 1 + 2η a step, so that it \
        needs about ln(1/y₀)/ln(1 + 2η) steps to leave, and three more zeros of y₀ cost three times ln 10/ln 1.04 ≈ 59 steps \
        more. Momentum with β = 0.9 leaves some four times as fast, and waits all the same. RMSProp and Adam divide \
        by the size of the gradient and do not feel how small it is: they leave at once, whatever y₀, as long as the sums do \
        not vanish in the ε of the denominator. A start with y₀ = 0 never leaves: there the loss is flat, and only the Hessian \
        tells a pass from a valley.
        """,
        """
        隘口 L = x² − y² + y⁴/2 位于两个极小点 (0, ±1) 之间。从 (1, y₀) 出发，y₀ 极小，就会一路滑到隘口，那里梯度几乎为 0，然后开始等待：\
        学习率为 η 的梯度下降每步把 y 乘以 1 + 2η，要离开大约需要 ln(1/y₀)/ln(1 + 2η) 步；y₀ 每多三个零，\
        就要再等三个 ln 10/ln 1.04 ≈ 59 步。β = 0.9 的动量法大约快四倍，但照样要等。RMSProp 与 Adam 会除以梯度的大小，感觉不到它有多小：\
        不论 y₀ 是多少都立刻离开，只要那些和还没有小到淹没在分母的 ε 里。y₀ = 0 则永远走不开：那里损失是平的，只有黑塞矩阵分得清隘口与谷底。
        """),
      summary: Bilingual(
        """
        Left: level lines of a pass with a ridge path that comes along the axis and turns up to a minimum. Middle: the \
        loss of five optimizers over the steps; three have a plateau at 0, the longest for gradient descent. Right: \
        gradient descent from three starts, three plateaus of lengths one to two to four.
        """,
        """
        左图：隘口的等高线，路径沿横轴而来，再拐向上方的极小点。中图：五种优化器的损失随步数变化，三条在 0 处有一段平台，梯度下降的最长。\
        右图：梯度下降从三个起点出发，三段平台的长度为一比二比四。
        """),
      numbers: Pass().numbers,
      size: SIMD2(960, 430),
      draw: { (figure, language) in
        let pass = Pass()
        figure.rows = [[pass.ground(language), pass.race(language), pass.waiting(language)]]
        figure.hasSharedLegend = true
      })
  }
}

/// Descents that begin almost on the axis that leads into a saddle.
private struct Pass {
  static let rate = 0.02
  private let loss = ScalarExpressionField(known: "x^2 - y^2 + y^4/2")

  private func path(_ optimizer: some Optimizer, from start: Double, steps: Int = 900) -> DescentPath? {
    guard let problem = try? DescentProblem(loss, start: [1, start]) else { return nil }
    return try? optimizer.descend(problem, limits: DescentLimits(steps: steps, tolerance: 0))
  }

  /// The first step at which the pass is left behind for good: a loss below −1/4.
  private func delay(_ path: DescentPath?) -> Double {
    path?.losses.firstIndex { $0 <= -0.25 }.map { Double($0) } ?? .nan
  }

  private var racers: [(name: Bilingual, path: DescentPath?)] {
    let (rate, start) = (Pass.rate, 1e-6)
    return [
      (Bilingual("gradient descent", "梯度下降"), path(GradientDescent(rate: rate), from: start)),
      (Bilingual("momentum", "动量法"), path(Momentum(rate: rate), from: start)),
      (Bilingual("Nesterov"), path(Nesterov(rate: rate), from: start)),
      (Bilingual("RMSProp"), path(RMSProp(rate: rate), from: start)),
      (Bilingual("Adam"), path(Adam(rate: rate), from: start)),
    ]
  }

  var numbers: [Demonstration.Number] {
    func number(_ name: Bilingual, _ path: DescentPath?) -> Demonstration.Number {
      Demonstration.Number(name, "", delay(path), Bilingual("steps", "步"), places: 0)
    }
    return racers.map { racer in
      number(
        Bilingual(
          "over the pass from y₀ = 10⁻⁶, " + racer.name.english, "从 y₀ = 10⁻⁶ 越过隘口，" + racer.name.chinese),
        racer.path)
    } + [
      number(
        Bilingual("gradient descent from 10⁻³", "梯度下降，y₀ = 10⁻³"),
        path(GradientDescent(rate: Pass.rate), from: 1e-3)),
      number(
        Bilingual("gradient descent from 10⁻¹²", "梯度下降，y₀ = 10⁻¹²"),
        path(GradientDescent(rate: Pass.rate), from: 1e-12)),
    ]
  }

  func ground(_ language: Language) -> Panel {
    let window = Window(minX: -0.85, maxX: 1.15, minY: -1.35, maxY: 1.35)
    let grid = SampleGrid(of: loss, over: window, columns: 81, rows: 109)
    let levels = [-0.45, -0.3, -0.15, 0, 0.15, 0.3, 0.6, 1, 1.5]
    let bands = Mark.Bands(
      grid, levels: [-0.55] + levels + [2.5], colours: ColourScale(diverging: .buRd, over: Extent(-1.6, 1.6)))
    let way = (path(GradientDescent(rate: Pass.rate), from: 1e-6)?.points ?? []).map { SIMD2($0[0], $0[1]) }
    return Panel(
      title: language.text("The pass and the way over it", "隘口与越过它的路"),
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)),
      marks: [
        .bands(bands),
        .contours(Mark.Contours(grid, levels: levels, paint: .overlay.opacity(0.4), width: 0.8)),
        .line(Mark.Line(Thinned.line(way, apart: SIMD2(0.01, 0.01)), paint: .overlay, width: 2.4)),
        .points(Mark.Points([SIMD2(1, 0)], form: .ring, paint: .overlay, size: 11)),
        .points(Mark.Points([SIMD2(0, 0)], form: .diamond, paint: .overlay, size: 12)),
        .points(Mark.Points([SIMD2(0, 1), SIMD2(0, -1)], paint: .overlay, size: 10)),
        label(language.text("saddle", "鞍点"), SIMD2(0, 0), SIMD2(0, 19)),
        label(language.text("minimum", "极小"), SIMD2(0, 1), SIMD2(0, -17)),
        label(language.text("minimum", "极小"), SIMD2(0, -1), SIMD2(0, 17)),
        label(language.text("start", "起点"), SIMD2(1, 0), SIMD2(-6, 19)),
      ])
  }

  private func label(_ text: String, _ place: SIMD2<Double>, _ offset: SIMD2<Double>) -> Mark {
    .annotation(Mark.Annotation(text, at: place, offset: offset, hasPatch: true))
  }

  private func curve(_ path: DescentPath?, _ index: Int, _ name: String, to last: Int) -> Mark {
    let points = (path?.losses ?? []).prefix(last + 1).enumerated().map { SIMD2(Double($0), $1) }
    return .line(
      Mark.Line(
        Thinned.line(points, apart: SIMD2(3, 0.015)), paint: .series(index), width: 2.2, label: name))
  }

  func race(_ language: Language) -> Panel {
    Panel(
      title: language.text("From y₀ = 10⁻⁶", "从 y₀ = 10⁻⁶ 出发"),
      x: Axis(language.text("step", "步数"), domain: Extent(0, 420)),
      y: Axis("L", domain: Extent(-0.6, 1.05)),
      marks: racers.enumerated().map { curve($1.path, $0, $1.name(language), to: 420) })
  }

  func waiting(_ language: Language) -> Panel {
    let starts: [(value: Double, name: String)] = [(1e-3, "10⁻³"), (1e-6, "10⁻⁶"), (1e-12, "10⁻¹²")]
    return Panel(
      title: language.text("Gradient descent from three y₀", "梯度下降，三个 y₀"),
      x: Axis(language.text("step", "步数"), domain: Extent(0, 800)),
      y: Axis("", domain: Extent(-0.6, 1.05)),
      marks: starts.flatMap { start in
        let way = path(GradientDescent(rate: Pass.rate), from: start.value)
        return [
          curve(way, 0, "", to: 800),
          label(start.name, SIMD2(delay(way), -0.25), SIMD2(0, 0)),
        ]
      })
  }
}
