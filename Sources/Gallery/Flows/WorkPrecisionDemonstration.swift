import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Demonstration {
  /// 21: what a digit costs by each method on six classical problems.
  @export(interface)
  public static var workPrecision: Demonstration {
    Demonstration(
      "work-precision",
      name: Bilingual("Work and precision", "功与精度"),
      title: Bilingual("What one more digit costs, by method", "多一位精度要花多少功夫，看用什么方法"),
      caption: Bilingual(
        """
        Each curve is one method on one problem: how often the field was asked, and how far the end is from the true one. \
        A method of order p pays for ten times the precision with 10^(1/p) times the work: ten times with Euler’s, a third \
        more with DOP853. So the lines fan out: for two digits it hardly matters, for ten it matters by powers of ten. Euler and \
        RK4 take steps of one length; on the orbit around Earth and Moon, which passes the Moon closely, that wastes nearly \
        all of them. The last problem is stiff: its solution jumps once and otherwise hardly moves, but every neighbour \
        rushes to it at the rate 3000. Explicit methods must follow that rush with tiny steps whatever the tolerance, and \
        their curves are walls; only from some eight digits on such steps are needed anyway. Rodas, which takes the field’s \
        exact Jacobian into each step, walks through. It asks for one Jacobian a step, which is not counted here.
        """,
        """
        每条曲线是一种方法解一道题：横轴是向场求值的次数，纵轴是终点与真值的距离。p 阶方法要精确十倍，得花 10^(1/p) 倍的功夫：\
        欧拉法是十倍，DOP853 只多三分之一。所以曲线像扇子一样张开：要两位数字，用什么都差不多；要十位，就差几个数量级。\
        欧拉法与 RK4 步长固定；绕地球和月球的轨道会从月球近旁掠过，固定步长几乎全浪费了。最后一题是刚性的：解只跳一次，其余时间几乎不动，\
        邻近的路径却以 3000 的速率向它冲来。显式方法不管容差多松，都得用极小的步子跟着，曲线成了一堵墙；要到八位数字以上，\
        这样的小步才本来就需要。Rodas 每一步都用场的精确雅可比矩阵，轻松穿过。它每步还要求一次雅可比，这里没有计入。
        """),
      summary: Bilingual(
        """
        Six plots on logarithmic axes, error against evaluations. In five, lines fan out downwards: Euler’s nearly level, \
        RK4 and BS3 steeper, DOPRI5 and Tsit5 steeper still, DOP853 steepest. In the sixth the explicit methods stand as \
        walls near the same cost, and only Rodas slopes down far to their left.
        """,
        """
        六幅双对数图，误差对求值次数。前五幅里各线向下张开：欧拉法近乎水平，RK4 与 BS3 较陡，DOPRI5 与 Tsit5 更陡，DOP853 最陡。\
        第六幅里显式方法在相近的代价处竖成一堵墙，只有 Rodas 在左边远处斜斜下降。
        """),
      numbers: WorkPrecision.numbers,
      size: SIMD2(960, 680),
      draw: { (figure, language) in
        let panels = WorkPrecisionProblem.all.indices.map { WorkPrecision.panel($0, language) }
        figure.rows = [Array(panels[0..<3]), Array(panels[3..<6])]
        figure.hasSharedLegend = true
      })
  }
}

/// Runs of every method on a problem.
private enum WorkPrecision {
  /// The methods with their names in the legend and their colours.
  static let methods: [(name: Bilingual, method: Method)] = [
    (Bilingual("Euler", "欧拉法"), .euler), (Bilingual("RK4"), .rungeKutta4),
    (Bilingual("BS3"), .bogackiShampine32), (Bilingual("DOPRI5"), .dormandPrince54),
    (Bilingual("Tsit5"), .tsitouras54), (Bilingual("DOP853"), .dormandPrince853),
    (Bilingual("Rodas"), .rodas43),
  ]

  /// Evaluations and error of a method at one precision, or nothing where it did not arrive.
  static func run(
    _ problem: WorkPrecisionProblem, _ method: Method, _ controller: StepController
  ) -> SIMD2<Double>? {
    let integrator = Integrator(
      method: method, controller: controller, limits: Limits(maximumSteps: 3 * problem.mostSteps))
    guard let start = try? InitialValueProblem(problem.field, start: problem.start, time: problem.time),
      let solution = try? integrator.solve(start, saveAt: .ends)[0], solution.ending == .time
    else { return nil }
    var error = 0.0
    for (found, right) in zip(solution.end, problem.end) { error = max(error, (found - right).magnitude) }
    return SIMD2(Double(solution.evaluations), error)
  }

  static func curve(_ problem: WorkPrecisionProblem, _ method: Method) -> [SIMD2<Double>] {
    var controllers: [StepController] = []
    if method.hasErrorEstimate {
      // A wall needs few points.
      let step = problem.isStiff && method.order != 4 ? -3.0 : -1
      for power in stride(from: -3.0, through: method.order < 5 ? -10 : -12, by: step) {
        let tolerance = Double.pow(10, power)
        controllers.append(.adaptive(relative: tolerance, absolute: tolerance * problem.scale))
      }
    } else {
      for power in 0..<9 {
        let steps = problem.fewestSteps * Double(1 << power)
        if steps <= Double(problem.mostSteps) { controllers.append(.fixed(problem.time / steps)) }
      }
    }
    var points: [SIMD2<Double>] = []
    for controller in controllers {
      let point = run(problem, method, controller)
      // What was too expensive once only gets more so.
      if point == nil, method.hasErrorEstimate { break }
      if let point, point.y > 2e-14, point.y < 3 { points.append(point) }
    }
    return points
  }

  /// The curves of all problems and methods, found once for all pictures.
  private static let curves = WorkPrecisionProblem.all.map { problem in
    methods.map { curve(problem, $0.method) }
  }

  static func panel(_ number: Int, _ language: Language) -> Panel {
    let problem = WorkPrecisionProblem.all[number]
    var marks: [Mark] = []
    for (index, entry) in methods.enumerated() {
      marks.append(
        .line(
          Mark.Line(
            curves[number][index], paint: .series(index), width: 1.6,
            form: Mark.Points.Form.allCases[index % 5], label: entry.name(language))))
    }
    let powers = [-12, -9, -6, -3, 0]
    return Panel(
      title: problem.name(language),
      x: Axis(
        language.text("evaluations", "求值次数"), scale: .logarithmic, domain: problem.shownWork,
        ticks: [2, 3, 4, 5].map { Tick(Double.pow(10, Double($0)), label: "10", exponent: "\($0)") }),
      y: Axis(
        language.text("error", "误差"), scale: .logarithmic, domain: Extent(2e-14, 5),
        ticks: powers.map {
          Tick(
            Double.pow(10, Double($0)), label: $0 == 0 ? "1" : "10",
            exponent: $0 == 0 ? "" : "−" + String(-$0))
        }),
      marks: marks)
  }

  /// The measured order of every method: steps of one length once round a circle, and once more with half of it.
  static var numbers: [Demonstration.Number] {
    let circle = WorkPrecisionProblem.circle
    return methods.map { entry in
      // Small enough for the order to show, large enough not to drown in rounding.
      let counts: [Int: Double] = [1: 4096, 3: 256, 4: 128, 5: 64, 8: 16]
      let steps = counts[entry.method.order] ?? 64
      let coarse = run(circle, entry.method, .fixed(circle.time / steps))?.y ?? .nan
      let fine = run(circle, entry.method, .fixed(circle.time / (2 * steps)))?.y ?? .nan
      return Demonstration.Number(
        Bilingual("measured order, " + entry.name.english, "实测的阶，" + entry.name.chinese), "p",
        Double.log2(coarse / fine), Bilingual(""), places: 1)
    }
  }
}
