import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Formats

extension Demonstration {
  /// 11: all critical points of Himmelblau's function, and a degenerate one.
  @export(interface)
  public static var criticalPoints: Demonstration {
    return Demonstration(
      "critical-points",
      name: Bilingual("Critical points", "临界点"),
      title: Bilingual(
        "Nine places where the ground is level, and their indices sum to one", "九处地势水平，指标之和恰好是一"),
      caption: Bilingual(
        """
        Himmelblau’s function f = (x² + y − 11)² + (x + y² − 7)² has four minima, all with f = 0, one maximum, and four \
        saddles, the passes on the way from valley to valley. The Hessian tells them apart: both curvatures positive, \
        both negative, one of each. Bounds on whole boxes prove that there are no others in the square. There is a check as \
        well, due to Poincaré: on a way round a minimum or a maximum the gradient turns once, round a saddle once \
        backwards, and round the border as often as all of them together, 4 + 1 − 4 = 1. In the monkey saddle \
        x³ − 3xy² the Hessian is 0 at the origin and does not decide; three valleys and three ridges meet, and the \
        gradient turns backwards twice.
        """,
        """
        希默尔布劳函数 f = (x² + y − 11)² + (x + y² − 7)² 有四个极小，值都是 0；一个极大；四个鞍点，是从一个谷翻到另一个谷的山口。\
        黑塞矩阵把它们分开：两个曲率都正，都负，或一正一负。在一个个小区域上整块地估计上下界，就证明了这个正方形里再没有别的临界点。\
        还可以用庞加莱指标核对：绕极小或极大一周，梯度转一圈；绕鞍点一周，倒转一圈；沿边界绕一周，转的圈数等于里面指标之和，\
        4 + 1 − 4 = 1。猴鞍面 x³ − 3xy² 在原点的黑塞矩阵是 0，分不出类型；三条谷与三条脊在那里相会，梯度倒转两圈。
        """),
      summary: Bilingual(
        """
        Left: level lines of a function over a square, with four discs in the four valleys, a triangle on the hill \
        between them, and four diamonds on the passes, each labelled with its height. Right: three red and three blue \
        sectors around the origin; arrows on a circle turn backwards twice while one goes round.
        """,
        """
        左图：正方形上的等高线，四个谷底各有一个圆点，中间的山顶是三角形，四个山口是菱形，都标着高度。\
        右图：原点周围红蓝相间，各三块扇形；沿圆周走一圈，箭头倒转两圈。
        """),
      numbers: CriticalGround().numbers,
      size: SIMD2(940, 540),
      draw: { (figure, language) in
        figure.subtitle = language.text(
          "At every mark ∇f = 0; the number is the height f there", "每个标记处 ∇f = 0；数字是那里的高度 f")
        figure.rows = [[CriticalGround().panel(language), MonkeySaddle().panel(language)]]
      })
  }
}

/// Himmelblau's function with its critical points in a square.
private struct CriticalGround {
  let field = ScalarExpressionField(known: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2")
  let box = IntervalBox([-5...5, -5...5])

  private var found: CriticalPoints<Criticality>? { try? field.criticalPoints(in: box) }

  private static func places(
    _ found: CriticalPoints<Criticality>?, _ kind: CriticalPointKind
  ) -> [SIMD2<Double>] {
    (found?.points ?? []).filter { $0.nature.kind == kind }.map { SIMD2($0.location[0], $0.location[1]) }
  }

  var numbers: [Demonstration.Number] {
    let found = found
    func count(_ name: Bilingual, _ symbol: String, _ value: Int?) -> Demonstration.Number {
      Demonstration.Number(name, symbol, value.map { Double($0) } ?? .nan, Bilingual(""), places: 0)
    }
    let top = CriticalGround.places(found, .maximum).first ?? SIMD2(.nan, .nan)
    let indices = (found?.points ?? []).map { $0.index ?? 0 }
    let border = try? field.gradient.topologicalDegree(on: box)
    return [
      count(Bilingual("minima, index +1", "极小，指标 +1"), "", CriticalGround.places(found, .minimum).count),
      count(Bilingual("maxima, index +1", "极大，指标 +1"), "", CriticalGround.places(found, .maximum).count),
      count(
        Bilingual("saddles, index −1", "鞍点，指标 −1"), "", CriticalGround.places(found, .saddle(index: 1)).count),
      count(Bilingual("places left undecided", "未能判定之处"), "", found?.regions.count),
      count(Bilingual("sum of the indices", "指标之和"), "Σ", indices.reduce(0) { $0 + $1 }),
      count(Bilingual("turns of ∇f along the border", "沿边界走一圈，∇f 转的圈数"), "", border.flatMap { $0 }),
      Demonstration.Number(
        Bilingual("height of the maximum", "极大的高度"), "f", field.value(at: [top.x, top.y]), Bilingual(""),
        places: 4),
      count(Bilingual("turns of ∇f round the monkey saddle", "绕猴鞍面原点一周，∇f 转的圈数"), "", MonkeySaddle().index),
    ]
  }

  func panel(_ language: Language) -> Panel {
    let window = Window(minX: -5, maxX: 5, minY: -5, maxY: 5)
    // The valleys are shallow beside the corners of the square: colours follow the logarithm.
    let logarithm = ScalarExpressionField(known: "log(1 + (x^2 + y - 11)^2 + (x + y^2 - 7)^2)")
    let levels = [5, 20, 40, 70, 110, 150, 180, 250, 400, 600.0]
    let ground = SampleGrid(of: logarithm, over: window, columns: 121, rows: 121)
    let bands = Mark.Bands(
      ground, levels: [0] + levels.map { Double.log(1 + $0) } + [7],
      colours: ColourScale(.puBuGn, over: Extent(0, 12)))
    let grid = SampleGrid(of: field, over: window, columns: 121, rows: 121)
    let found = found
    let kinds: [(kind: CriticalPointKind, form: Mark.Points.Form, name: String)] = [
      (.minimum, .circle, language.text("minimum, index +1", "极小，指标 +1")),
      (.maximum, .triangle, language.text("maximum, +1", "极大，+1")),
      (.saddle(index: 1), .diamond, language.text("saddle, −1", "鞍点，−1")),
    ]
    var marks: [Mark] = [
      .bands(bands),
      .contours(
        Mark.Contours(grid, levels: levels, paint: .overlay.opacity(0.55), width: 0.8, isLabelled: true)),
    ]
    for (index, entry) in kinds.enumerated() {
      let places = CriticalGround.places(found, entry.kind)
      marks.append(
        .points(Mark.Points(places, form: entry.form, paint: .series(index), size: 12, label: entry.name)))
      marks += places.map { label($0, isBelow: $0.y < 1 && entry.kind != .maximum) }
    }
    return Panel(
      title: language.text("Himmelblau: ", "希默尔布劳函数：") + "(x² + y − 11)² + (x + y² − 7)²",
      x: Axis("x", domain: Extent(-5, 5)),
      y: Axis("y", domain: Extent(-5, 5)), marks: marks, aspect: .equal)
  }

  /// The height of a point.
  private func label(_ place: SIMD2<Double>, isBelow: Bool) -> Mark {
    let value = field.value(at: [place.x, place.y])
    return .annotation(
      Mark.Annotation(
        Decimal.fixed(value, places: 1), at: place, offset: SIMD2(0, isBelow ? 18 : -18), size: 11.5,
        hasPatch: true))
  }
}

/// The monkey saddle x³ − 3xy², level at the origin to second order.
private struct MonkeySaddle {
  let field = ScalarExpressionField(known: "x^3 - 3x y^2")

  /// How often the gradient turns on a way round the origin.
  var index: Int? { field.gradient.windingNumber(around: Circle(x: 0, y: 0, radius: 1)) }

  func panel(_ language: Language) -> Panel {
    let reach = 1.5
    let window = Window(minX: -reach, maxX: reach, minY: -reach, maxY: reach)
    let grid = SampleGrid(of: field, over: window, columns: 121, rows: 121)
    let levels = [-6, -4, -2.5, -1.5, -0.75, -0.25, 0.25, 0.75, 1.5, 2.5, 4, 6]
    let bands = Mark.Bands(grid, levels: levels, colours: ColourScale(diverging: .buRd, over: Extent(-7, 7)))
    let directions = (0..<24).map { step in
      let angle = 2 * Double.pi * Double(step) / 24
      return SIMD2(Double.cos(angle), Double.sin(angle))
    }
    let gradients = directions.map { place in
      let gradient = field.gradient(at: [place.x, place.y])
      return SIMD2(gradient[0], gradient[1])
    }
    let turns = index.map { Decimal.text(Double($0), minus: .typographic) } ?? "?"
    return Panel(
      title: language.text("Monkey saddle x³ − 3xy²: degenerate, index ", "猴鞍面 x³ − 3xy²：退化，指标 ") + turns,
      x: Axis("x", domain: Extent(-reach, reach)), y: Axis("", domain: Extent(-reach, reach)),
      marks: [
        .bands(bands),
        .contours(Mark.Contours(grid, levels: levels, paint: .overlay.opacity(0.45), width: 0.8)),
        .shape(
          Mark.Shape(.circle(centre: SIMD2(0, 0), radius: 1), stroke: .overlay, width: 1.2, dash: [4, 3])),
        .arrows(
          Mark.Arrows(
            at: directions, vectors: gradients, length: .compressed(longest: 46), paint: .overlay, width: 2)),
        .points(Mark.Points([SIMD2(0, 0)], form: .ring, paint: .overlay, size: 12)),
      ], aspect: .equal)
  }
}
