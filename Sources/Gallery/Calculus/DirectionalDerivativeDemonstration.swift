import Atlas
import Elementary
import Fields
import Figures
import Formats

extension Demonstration {
  /// 9: the slope of a hill at one point in every direction.
  @export(interface)
  public static var directionalDerivative: Demonstration {
    let dial = SlopeDial()
    let here = dial.reading
    let one = Bilingual("")
    let degrees = Bilingual("°")
    return Demonstration(
      "directional-derivative",
      name: Bilingual("Directional derivative", "方向导数"),
      title: Bilingual(
        "One gradient tells the slope in every direction", "一个梯度，说尽各个方向的坡度"),
      caption: Bilingual(
        """
        On the hill f = 3 exp(−(x² − xy + y²)/3) you stand at p = (1.5, 0). How steep is it? That depends on where you \
        look: in the direction u the slope is Dᵤf = ∇f·u = |∇f| cos θ, where θ is the angle between u and the gradient. \
        The arrows are as long as the slope is steep, and end on two circles that touch each other and the level line. \
        Straight up the gradient it is steepest; sixty degrees off it, half as steep; along the level line, a right \
        angle off, it is flat; and backwards it goes down as steeply as it went up. The gradient does not point to the \
        top: it knows the hill at p only.
        """,
        """
        山 f = 3 exp(−(x² − xy + y²)/3) 上，你站在 p = (1.5, 0)。脚下有多陡？要看面朝哪里：沿方向 u 的方向导数是 \
        Dᵤf = ∇f·u = |∇f| cos θ，θ 是 u 与梯度的夹角。箭头的长短就是坡度的大小，箭尖都落在两个圆上，\
        这两个圆彼此相切，也与等高线相切。正对梯度最陡；偏 60°，坡度减半；偏 90°，正好沿着等高线，不上不下；掉头则是最陡的下坡。\
        梯度并不指向山顶：它只知道 p 点附近的山。
        """),
      summary: Bilingual(
        """
        Left: the level lines of a slanting oval hill; at a point on its flank arrows in all directions, the longest \
        one uphill across the level line, marked ∇f, as long a one downhill, and none along the level line. Right: the \
        slope over the direction, a cosine with its maximum at 153°, zeros at 63° and 243°, and its minimum at 333°.
        """,
        """
        左图：一座斜着的椭圆形山的等高线；山腰一点向各个方向画出箭头，最长的垂直于等高线指向上坡，标作 ∇f，\
        反方向一样长，沿等高线的长度为零。右图：方向导数随方向变化，是一条余弦曲线，153° 处最大，63° 与 243° 处为零，333° 处最小。
        """),
      numbers: [
        Number(Bilingual("height at p", "p 点的高度"), "f(p)", here.value, one, places: 4),
        Number(Bilingual("slope to the east", "向东的坡度"), "∂f/∂x", here.gradient[0], one, places: 4),
        Number(Bilingual("slope to the north", "向北的坡度"), "∂f/∂y", here.gradient[1], one, places: 4),
        Number(Bilingual("steepest slope", "最陡的坡度"), "|∇f|", here.slope, one, places: 4),
        Number(Bilingual("its direction", "最陡的方向"), "∠∇f", dial.steepest, degrees, places: 4),
        Number(
          Bilingual("slope 60° off the gradient", "偏离梯度 60° 的坡度"), "|∇f| cos 60°",
          dial.slope(dial.steepest - 60), one, places: 4),
        Number(
          Bilingual("direction of the level line", "等高线的方向"), "∠∇f − 90°", dial.steepest - 90, degrees,
          places: 4),
      ],
      size: SIMD2(920, 510),
      draw: { (figure, language) in dial.draw(into: &figure, language) })
  }
}

/// A hill, a point on it, and the slopes there in all directions.
private struct SlopeDial {
  let hill = ScalarExpressionField(known: "3 exp(-(x^2 - x y + y^2)/3)")
  let point = SIMD2(1.5, 0.0)
  let window = Window(minX: -2.6, maxX: 3.4, minY: -3, maxY: 3)
  let reading: ScalarReading
  /// The direction of the gradient in degrees from the x-axis.
  let steepest: Double

  // How long a slope of 1 is drawn.
  static let factor = 0.95

  init() {
    reading = hill.reading(at: [point.x, point.y])
    steepest = Double.atan2(reading.gradient[1], reading.gradient[0]) * 180 / Double.pi
  }

  private func unit(_ degrees: Double) -> SIMD2<Double> {
    let angle = degrees * Double.pi / 180
    return SIMD2(Double.cos(angle), Double.sin(angle))
  }

  /// The slope in a direction.
  func slope(_ degrees: Double) -> Double {
    let unit = unit(degrees)
    return reading.slope(along: [unit.x, unit.y])
  }

  func draw(into figure: inout Figure, _ language: Language) {
    figure.subtitle = language.text(
      "f(x, y) = 3 exp(−(x² − xy + y²)/3), p = (1.5, 0), ∇f(p) = (",
      "f(x, y) = 3 exp(−(x² − xy + y²)/3)，p = (1.5, 0)，∇f(p) = (")
    figure.subtitle +=
      reading.gradient.map { Decimal.fixed($0, places: 3, minus: .typographic) }.joined(separator: ", ") + ")"
    figure.rows = [[map(language), curve(language)]]
  }

  private func map(_ language: Language) -> Panel {
    let grid = SampleGrid(of: hill, over: window, columns: 161, rows: 161)
    let levels = [0.25, 0.5, 1, 2, 2.5]
    var marks: [Mark] = [
      .contours(Mark.Contours(grid, levels: levels, paint: .quiet.opacity(0.7), isLabelled: true)),
      .contours(Mark.Contours(grid, levels: [reading.value], paint: .ink, width: 1.8)),
    ]
    marks += arrows
    marks += [
      .points(Mark.Points([SIMD2(0, 0)], form: .triangle, paint: .quiet, size: 8)),
      .annotation(
        Mark.Annotation(language.text("top", "山顶"), at: SIMD2(0, 0), offset: SIMD2(0, 15), paint: .quiet)),
      .points(Mark.Points([point], paint: .ink, size: 8)),
      .annotation(Mark.Annotation("p", at: point, offset: SIMD2(27, -38), weight: 600, hasLeader: true)),
      .annotation(
        Mark.Annotation(
          "∇f", at: point + unit(steepest) * (reading.slope * SlopeDial.factor), offset: SIMD2(-13, -4),
          paint: .series(1),
          size: 15, weight: 600)),
    ]
    return Panel(
      title: language.text("The hill from above; arrows: slopes at p", "从上方看山；箭头：p 点各方向的坡度"),
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)),
      marks: marks, aspect: .equal)
  }

  /// An arrow every 15° from the gradient, as long as the slope, and the circles on which they end.
  private var arrows: [Mark] {
    var marks: [Mark] = []
    for (side, paint) in [(1.0, Paint.series(1)), (-1, .series(0))] {
      let along = unit(steepest) * side
      let radius = reading.slope * SlopeDial.factor / 2
      marks.append(
        .shape(
          Mark.Shape(
            .circle(centre: point + along * radius, radius: radius), stroke: paint.opacity(0.6),
            fill: paint.opacity(0.1), width: 1)))
      // The 0° of this side and five on either hand; at 90° there is nothing to draw.
      let directions = (-5...5).map { unit(steepest + 15 * Double($0)) * side }
      let vectors = directions.map { $0 * (reading.slope(along: [$0.x, $0.y]).magnitude * SlopeDial.factor) }
      for (index, vector) in vectors.enumerated() {
        marks.append(
          .arrows(
            Mark.Arrows(
              at: [point], vectors: [vector], length: .proportional(factor: 1), pivot: .tail, paint: paint,
              width: index == 5 ? 3 : 1.3)))
      }
    }
    return marks
  }

  private func curve(_ language: Language) -> Panel {
    let angles = (0...180).map { Double($0) * 2 }
    let points = angles.map { SIMD2($0, slope($0)) }
    let up = points.map { SIMD2($0.x, max($0.y, 0)) }
    let down = points.map { SIMD2($0.x, min($0.y, 0)) }
    var marks: [Mark] = [
      .area(Mark.Area(under: up, paint: .series(1).opacity(0.16))),
      .area(Mark.Area(under: down, paint: .series(0).opacity(0.16))),
      .rule(Mark.Rule(.horizontal(0), width: 1, dash: [])),
      .line(Mark.Line(points, paint: .ink, width: 2)),
    ]
    let names = [
      language.text("steepest up", "上坡最陡"), language.text("level", "水平"),
      language.text("steepest down", "下坡最陡"),
      language.text("level", "水平"),
    ]
    for (quarter, name) in names.enumerated() {
      let degrees = steepest + Double(quarter - (quarter == 3 ? 4 : 0)) * 90
      let place = SIMD2(degrees, quarter % 2 == 1 ? 0 : slope(degrees))
      let paint: Paint = quarter == 0 ? .series(1) : quarter == 2 ? .series(0) : .ink
      let value = quarter % 2 == 1 ? "0" : Decimal.fixed(place.y, places: 3, minus: .typographic)
      let text = name + "\n" + Decimal.fixed(degrees, places: 1) + language.text("°: ", "°：") + value
      marks.append(.points(Mark.Points([place], paint: paint, size: 9)))
      let offset =
        quarter == 0 ? SIMD2(0, -22) : quarter == 2 ? SIMD2(-8, 24) : SIMD2(quarter == 1 ? 10.0 : -10, -22)
      marks.append(
        .annotation(
          Mark.Annotation(
            text, at: place, offset: offset, anchor: quarter == 1 ? .start : quarter == 3 ? .end : .middle,
            paint: paint, hasPatch: quarter % 2 == 0)))
    }
    let ticks = [0, 90, 180, 270, 360].map { Tick(Double($0), label: "\($0)°") }
    return Panel(
      title: language.text("The slope in every direction", "各个方向的方向导数"),
      x: Axis(
        language.text("direction of u, from the x-axis", "u 的方向（从 x 轴算起）"), domain: Extent(0, 360),
        ticks: ticks),
      y: Axis("Dᵤf = |∇f| cos θ", domain: Extent(-2.1, 2.1)), marks: marks)
  }
}
