import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Formats

extension Demonstration {
  /// 13: the vortex around a hole, without curl and yet without a potential.
  @export(interface)
  public static var puncturedVortex: Demonstration {
    let vortex = PuncturedVortex()
    let one = Bilingual("")
    let loops = vortex.circulations
    return Demonstration(
      "punctured-vortex",
      name: Bilingual("Punctured vortex", "挖去原点的涡旋"),
      title: Bilingual(
        "No curl anywhere, yet something turns around the hole", "处处无旋，绕洞一周的环量却不为零"),
      caption: Bilingual(
        """
        F = (−y, x)/(x² + y²) is defined everywhere but at the origin. Its curl is 0 at every point: a small wheel put \
        anywhere drifts round the hole without turning. But the circulation is 2π for every loop that goes once round \
        the hole, whatever its shape, and 0 for every loop beside it. A potential exists near every point, and it is the \
        angle: ∇θ = F. Followed once round the hole it has grown by 2π, and so it has to jump somewhere; no single \
        potential serves the whole plane without the hole. “Curl 0, so conservative” holds where there is no hole to go \
        round.
        """,
        """
        F = (−y, x)/(x² + y²) 除原点外处处有定义，旋度处处为 0：小桨轮放在哪里，都只是绕着洞漂，自己并不转。\
        可是绕洞一周的环量总是 2π，回路是什么形状都一样；不绕洞的回路，环量总是 0。每一点附近都有势函数，就是角度：∇θ = F。\
        但绕洞走一圈，角度增加 2π，总要在某处跳回来；挖去原点的平面上，没有一个处处适用的势函数。\
        “旋度为零就是保守场”，只有在没有洞可绕的区域里才成立。
        """),
      summary: Bilingual(
        """
        Left: circular streamlines around a hole at the origin; a circle and a slanting quadrangle around it are both \
        labelled 6.2832, a circle beside it 0. Right: the angle as colour, which grows counter-clockwise from −π to π \
        and jumps back along the negative x-axis.
        """,
        """
        左图：绕原点的洞一圈圈的流线；绕洞的圆和斜放的四边形都标着 6.2832，不绕洞的圆标着 0。\
        右图：颜色表示角度，逆时针从 −π 增到 π，在负 x 轴上跳回。
        """),
      numbers: [
        Number(Bilingual("curl, simplified", "旋度（化简后）"), "∇×F", vortex.curl, one, places: 4),
        Number(Bilingual("circle round the hole", "绕洞的圆"), "∮F·dr", loops[0], one, places: 4),
        Number(Bilingual("quadrangle round the hole", "绕洞的四边形"), "∮F·dr", loops[1], one, places: 4),
        Number(Bilingual("circle beside the hole", "不绕洞的圆"), "∮F·dr", loops[2], one, places: 4),
        Number(Bilingual("jump of the angle", "角度的跳跃"), "2π", vortex.jump, one, places: 4),
      ],
      size: SIMD2(940, 520),
      draw: { (figure, language) in vortex.draw(into: &figure, language) })
  }
}

/// The vortex (−y, x)/(x² + y²) with loops round the origin and beside it.
private struct PuncturedVortex {
  let field = VectorExpressionField(known: "-y/(x^2 + y^2), x/(x^2 + y^2)")
  /// A potential of the field, but for its jump.
  let angle = ScalarExpressionField(known: "atan2(y, x)")
  let window = Window(minX: -3, maxX: 3, minY: -3, maxY: 3)
  let around = Circle(x: 0, y: 0, radius: 0.9)
  let beside = Circle(x: 1.95, y: 1.95, radius: 0.75)
  let corners = [[-2.3, -0.6], [0.4, -2.3], [2.5, 0.2], [-0.2, 2.1]]

  /// The circulation round the circle at the hole, the polygon, and the circle beside.
  var circulations: [Double] {
    let polygon = try? field.circulation(around: Curve.polygon(corners))
    return [
      field.circulation(around: around).value, polygon?.value ?? .nan,
      field.circulation(around: beside).value,
    ]
  }

  /// The value of the curl once its formula is simplified, which leaves nothing of the coordinates.
  var curl: Double { ScalarExpressionField(field.curl.expression.simplified).value(at: [1, 2]) }

  /// By how much the angle jumps where one crosses the negative x-axis.
  var jump: Double { angle.value(at: [-1, 0]) - angle.value(at: [-1, -0.0]) }

  func draw(into figure: inout Figure, _ language: Language) {
    figure.subtitle = language.text(
      "F = (−y, x)/(x² + y²); loops are travelled counter-clockwise", "F = (−y, x)/(x² + y²)；回路都按逆时针走")
    let headings = (
      language.text("The circulation ∮F·dr of three loops", "三个回路的环量 ∮F·dr"),
      language.text("The angle θ, with ∇θ = F", "角度 θ，∇θ = F")
    )
    // The first layout has no streamlines yet: it tells how large the plots are.
    figure.rows = [[map(headings.0, []), angles(headings.1, language)]]
    guard let plot = figure.plots.first else { return }
    let lines = Mark.streamlines(
      of: field, over: window, width: plot.width, height: plot.height, separation: 24,
      paint: .quiet.opacity(0.55), lineWidth: 1)
    figure.rows = [[map(headings.0, [lines]), angles(headings.1, language)]]
  }

  private func map(_ heading: String, _ lines: [Mark]) -> Panel {
    let polygon = (corners + [corners[0]]).map { SIMD2($0[0], $0[1]) }
    let places = [SIMD2(0, around.radius), SIMD2(0.4, -2.3), SIMD2(beside.x, beside.y)]
    let offsets = [SIMD2(0.0, -15), SIMD2(28, 16), SIMD2(0, 0)]
    var marks = lines
    for (index, circulation) in circulations.enumerated() {
      let paint: Paint = index == 2 ? .series(0) : .series(1)
      let outline =
        index == 0 ? PuncturedVortex.outline(around) : index == 1 ? polygon : PuncturedVortex.outline(beside)
      marks.append(.polylines(Mark.Polylines([outline], paint: paint, width: 2.6, arrowSpacing: 190)))
      marks.append(
        .annotation(
          Mark.Annotation(
            Decimal.fixed(circulation, places: 4, minus: .typographic), at: places[index],
            offset: offsets[index], paint: paint, size: 14, weight: 600, hasPatch: true)))
    }
    marks.append(.points(Mark.Points([SIMD2(0, 0)], form: .ring, paint: .ink, size: 11)))
    return Panel(
      title: heading, x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)), marks: marks, aspect: .equal)
  }

  private static func outline(_ circle: Circle) -> [SIMD2<Double>] {
    (0...96).map { step in
      let angle = 2 * Double.pi * Double(step) / 96
      return SIMD2(circle.x + circle.radius * Double.cos(angle), circle.y + circle.radius * Double.sin(angle))
    }
  }

  private func angles(_ heading: String, _ language: Language) -> Panel {
    var marks = wedges
    for ray in -5...5 {
      let turn = Double(ray) * Double.pi / 6
      let end = SIMD2(Double.cos(turn), Double.sin(turn)) * 5
      marks.append(
        .rule(Mark.Rule(.segment(SIMD2(0, 0), end), paint: .overlay.opacity(0.4), width: 0.8, dash: [])))
    }
    let turn = (0...90).map { step in
      let angle = (-0.94 + 1.88 * Double(step) / 90) * Double.pi
      return SIMD2(Double.cos(angle), Double.sin(angle)) * 1.6
    }
    marks += [
      .rule(Mark.Rule(.segment(SIMD2(0, 0), SIMD2(-5, 0)), paint: .overlay, width: 2.4, dash: [])),
      .polylines(Mark.Polylines([turn], paint: .overlay, width: 2, arrowSpacing: 130)),
      .points(Mark.Points([SIMD2(0, 0)], form: .ring, paint: .overlay, size: 11)),
    ]
    return Panel(
      title: heading, x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)), marks: marks + labels, aspect: .equal)
  }

  /// The plane in narrow wedges, each in the colour of the angle in its middle; none lies across the jump.
  private var wedges: [Mark] {
    let colours = ColourScale(.puBuGn, over: Extent(-Double.pi, 1.3 * Double.pi))
    let count = 180
    return (0..<count).map { index in
      let turn = (2 * (Double(index) + 0.5) / Double(count) - 1) * Double.pi
      let half = Double.pi / Double(count)
      let corners = [turn - half, turn + half].map { SIMD2(Double.cos($0), Double.sin($0)) * 5 }
      let paint = Paint.colour(colours(angle.value(at: [Double.cos(turn), Double.sin(turn)])))
      // The outline in the same colour closes the hair between two wedges.
      return .shape(
        Mark.Shape(.polygon([SIMD2(0, 0)] + corners), stroke: paint, fill: paint, width: 0.7))
    }
  }

  /// The angle of every other ray, and on both sides of the jump.
  private var labels: [Mark] {
    let sixths = ["θ = −π", "−2π/3", "−π/3", "0", "π/3", "2π/3", "θ = π"]
    return sixths.enumerated().map { index, text in
      let turn = Double(index - 3) * Double.pi / 3
      let isEnd = index == 0 || index == 6
      return .annotation(
        Mark.Annotation(
          text, at: SIMD2(Double.cos(turn), Double.sin(turn)) * 2.4,
          offset: SIMD2(0, isEnd ? (index == 0 ? 17 : -17) : 0), hasPatch: true))
    }
  }
}
