import Atlas
import Descent
import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Demonstration {
  /// 23: six optimizers on Rosenbrock's valley.
  @export(interface)
  public static var optimizerRace: Demonstration {
    Demonstration(
      "optimizer-race",
      name: Bilingual("A race", "赛跑"),
      title: Bilingual(
        "Into the valley all go at once; along it, curvature decides", "下到谷里都很快；沿谷走，就看懂不懂曲率"),
      caption: Bilingual(
        """
        Rosenbrock’s valley L = (1 − x)² + 100(y − x²)² has steep walls and a bent ground that hardly falls. All start at \
        (−1.2, 1) and are at the ground within a few steps; the rest of the way is one slow curve to the minimum at (1, 1). \
        Gradient descent may not step farther than the walls allow and needs fifteen thousand steps. Momentum adds up its \
        pushes along the valley, and Adam gives each coordinate a step of its own: one to three thousand. Those that know the \
        curvature, from the Hessian (Newton), from the last gradients (L-BFGS) or from the residuals \
        (Levenberg–Marquardt), arrive in one to three dozen. A step of theirs costs more: in the plane next to nothing, in a \
        million dimensions a Hessian cannot even be stored.
        """,
        """
        罗森布罗克山谷 L = (1 − x)² + 100(y − x²)² 两壁陡峭，弯弯的谷底却几乎不下降。大家都从 (−1.2, 1) 出发，几步就到谷底；\
        剩下的路是一条通往极小点 (1, 1) 的慢弯。梯度下降的步子受两壁限制，要走一万五千步。动量法把沿谷的推力累加起来，\
        Adam 给每个坐标各自的步长：一千到三千步。懂得曲率的——从黑塞矩阵（牛顿法）、从最近几次梯度（L-BFGS）或从残差\
        （Levenberg–Marquardt）——十几步到三十几步就到。它们的一步更贵：在平面上几乎不费什么；到了一百万维，黑塞矩阵连存都存不下。
        """),
      summary: Bilingual(
        """
        Left: a banana-shaped valley of level lines with six coloured paths that start upper left, drop to its ground \
        and follow it to a diamond on the right; Newton and Levenberg–Marquardt cut the bend in a few long steps. Right: the \
        loss over the steps, both axes logarithmic: three curves plunge within some tens of steps, three creep down over \
        thousands.
        """,
        """
        左图：香蕉形山谷的等高线，六条彩色路径从左上方出发，落到谷底，沿谷走向右边的菱形；牛顿法与 Levenberg–Marquardt 几大步就拐过弯去。\
        右图：损失随步数的变化，双对数坐标：三条曲线几十步之内一落到底，另三条拖过几千步才慢慢下来。
        """),
      numbers: Race().numbers,
      size: SIMD2(960, 500),
      draw: { (figure, language) in
        let race = Race()
        figure.rows = [[race.paths(language), race.losses(language)]]
        figure.hasSharedLegend = true
      })
  }
}

/// Six optimizers from one start.
private struct Race {
  private let loss = ScalarExpressionField(known: "(1 - x)^2 + 100(y - x^2)^2")
  private let runs: [(name: Bilingual, path: DescentPath)]
  private let window = Window(minX: -1.7, maxX: 1.4, minY: -0.7, maxY: 1.8)
  /// The loss that counts as arrived.
  private static let goal = 1e-6

  init() {
    let surface = LossSurface.rosenbrock
    let limits = DescentLimits(steps: 60_000, tolerance: 1e-8)
    func run(_ optimizer: some Optimizer) -> DescentPath? {
      guard let problem = try? surface.problem() else { return nil }
      return try? optimizer.descend(problem, limits: limits)
    }
    let entries: [(Bilingual, DescentPath?)] = [
      (Bilingual("gradient descent, η = 0.001", "梯度下降，η = 0.001"), run(GradientDescent(rate: 0.001))),
      (Bilingual("momentum, η = 0.001", "动量法，η = 0.001"), run(Momentum(rate: 0.001))),
      (Bilingual("Adam, η = 0.02", "Adam，η = 0.02"), run(Adam(rate: 0.02))),
      (Bilingual("Newton", "牛顿法"), run(Newton())),
      (Bilingual("L-BFGS"), run(LBFGS())),
      (Bilingual("Levenberg–Marquardt"), run(LevenbergMarquardt())),
    ]
    runs = entries.compactMap { name, path in path.map { (name, $0) } }
  }

  var numbers: [Demonstration.Number] {
    runs.map { name, path in
      let arrival = path.losses.firstIndex { $0 <= Race.goal }
      return Demonstration.Number(
        Bilingual("steps to L ≤ 10⁻⁶, " + name.english, "走到 L ≤ 10⁻⁶ 的步数，" + name.chinese), "",
        arrival.map { Double($0) } ?? .infinity, Bilingual(""), places: 0)
    }
  }

  func paths(_ language: Language) -> Panel {
    let logarithm = ScalarExpressionField(known: "log(0.05 + (1 - x)^2 + 100(y - x^2)^2)/log(10)")
    let grid = SampleGrid(of: logarithm, over: window, columns: 97, rows: 97)
    var marks: [Mark] = [
      .contours(
        Mark.Contours(
          grid, levels: [-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3], paint: .quiet.opacity(0.55), width: 0.9))
    ]
    for (index, run) in runs.enumerated() {
      let points = run.path.points.map { SIMD2($0[0], $0[1]) }
      marks.append(
        .line(
          Mark.Line(
            Thinned.line(points, apart: SIMD2(0.008, 0.008)), paint: .series(index), width: 1.8,
            form: points.count < 60 ? .circle : nil, label: run.name(language))))
    }
    marks.append(.points(Mark.Points([SIMD2(-1.2, 1)], form: .ring, paint: .ink, size: 11)))
    marks.append(.points(Mark.Points([SIMD2(1, 1)], form: .diamond, paint: .ink, size: 11)))
    return Panel(
      title: language.text("Ways to (1, 1)", "通往 (1, 1) 的路"),
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)), marks: marks)
  }

  func losses(_ language: Language) -> Panel {
    let marks: [Mark] = runs.enumerated().map { index, run in
      let points = run.path.losses.enumerated().compactMap { step, loss in
        step > 0 && loss > 0 ? SIMD2(Double.log10(Double(step)), Double.log10(loss)) : nil
      }
      let thin = Thinned.line(points, apart: SIMD2(0.012, 0.06))
      return .line(
        Mark.Line(
          thin.map { SIMD2(Double.pow(10, $0.x), Double.pow(10, $0.y)) }, paint: .series(index), width: 2,
          label: run.name(language)))
    }
    return Panel(
      title: language.text("The loss", "损失"),
      x: Axis(language.text("step", "步数"), scale: .logarithmic, domain: Extent(1, 6e4)),
      y: Axis("L", scale: .logarithmic, domain: Extent(1e-14, 30)), marks: marks)
  }
}
