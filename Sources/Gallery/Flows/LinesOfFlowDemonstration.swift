import Atlas
import Elementary
import Expressions
import Fields
import Figures
import Flows

extension Demonstration {
  /// 17: a streamline, a pathline and a streakline through one point of an unsteady flow.
  @export(interface)
  public static var linesOfFlow: Demonstration {
    let wave = TravellingWave()
    return Demonstration(
      "lines-of-flow",
      name: Bilingual("Three lines", "三种线"),
      title: Bilingual(
        "Where the wind changes, smoke does not show where the wind blows", "风一变，烟就不再指着风的方向"),
      caption: Bilingual(
        """
        A wave runs through the wind F = (1, sin(x − t/2)). Three lines begin at the chimney at the origin. The streamline \
        follows the wind as it is now, everywhere at once: y = cos(t/2) − cos(x − t/2). The pathline is the way of the one \
        particle that left at time 0: it met the wave at other times, y = 2(1 − cos(x/2)). The streakline is the smoke, all \
        particles that have left so far, each on a way of its own. Smoke and pathline end in the same point, for the first \
        particle is on both. In a flow that does not change with time the three are one line; here, at x = 5, the smoke is more \
        than seven below the pathline.
        """,
        """
        一道波在风 F = (1, sin(x − t/2)) 中行进。三条线都从原点的烟囱出发。流线跟着此刻各处的风走：y = cos(t/2) − cos(x − t/2)。\
        迹线是 0 时刻离开的那一个质点走过的路，它在不同时刻遇到波：y = 2(1 − cos(x/2))。脉线就是那缕烟，由至今离开烟囱的所有质点组成，\
        各走各的路。烟与迹线终点相同，因为最先离开的质点同在两条线上。流动若不随时间变化，三条线就合为一条；在这里，x = 5 处的烟比迹线低了七个单位还多。
        """),
      summary: Bilingual(
        """
        Two moments of a wavy wind. From one point three curves begin: a streamline along the faint waves of the moment, a \
        pathline in one high arch, and a streakline of dots that hangs far below at the later moment. Pathline and \
        streakline end in the same point.
        """,
        """
        波动的风的两个时刻。三条曲线从同一点出发：流线顺着此刻淡淡的波纹；迹线拱起一道高弧；由点串成的脉线在后一时刻远远垂在下方。\
        迹线与脉线终点相同。
        """),
      numbers: wave.numbers,
      size: SIMD2(960, 500),
      draw: { (figure, language) in
        figure.subtitle = language.text(
          "F = (1, sin(x − t/2)); faint: the streamlines of the moment", "F = (1, sin(x − t/2))；淡线：此刻的流线")
        figure.rows = [[wave.panel(at: 5, language), wave.panel(at: 10, language)]]
        figure.hasSharedLegend = true
      })
  }
}

/// A wave that runs half as fast as the wind that carries the particles.
private struct TravellingWave {
  let field = VectorExpressionField(knownUnsteady: "1, sin(x - t/2)")
  let window = Window(minX: -0.8, maxX: 11, minY: -4.5, maxY: 4.9)
  private let integrator = Integrator(controller: .adaptive(relative: 1e-10, absolute: 1e-10))

  /// The wind of a moment.
  private func instant(_ time: Double) -> VectorExpressionField {
    // Only two moments are drawn.
    time == 5
      ? VectorExpressionField(known: "1, sin(x - 2.5)") : VectorExpressionField(known: "1, sin(x - 5)")
  }

  private func path(_ field: some VectorField, to time: Double) -> Solution? {
    guard let problem = try? InitialValueProblem(field, start: [0, 0], time: time) else { return nil }
    return try? integrator.solve(problem, saveAt: .dense)[0]
  }

  private func streakline(at time: Double) -> Streakline? {
    try? Streakline(of: field, from: [0, 0], since: 0, at: time, count: Int(4 * time) + 1, integrator)
  }

  var numbers: [Demonstration.Number] {
    func number(_ name: Bilingual, _ value: Double?, places: Int = 4) -> Demonstration.Number {
      Demonstration.Number(name, "y", value ?? .nan, Bilingual(""), places: places)
    }
    let streamline = path(instant(10), to: 10)
    let pathline = path(field, to: 10)
    let smoke = streakline(at: 10)
    let end = pathline.map { $0.end[1] } ?? .nan
    let last = smoke?.points.last.map { $0[1] } ?? .nan
    return [
      number(Bilingual("streamline at x = 5, time 10", "流线在 x = 5 处，时刻 10"), streamline?.point(at: 5)?[1]),
      number(Bilingual("pathline at x = 5", "迹线在 x = 5 处"), pathline?.point(at: 5)?[1]),
      // Released at 5, it has come as far as 5 at 10.
      number(Bilingual("streakline at x = 5, time 10", "脉线在 x = 5 处，时刻 10"), smoke?.points[20][1]),
      number(Bilingual("where pathline and streakline end", "迹线与脉线的终点"), end),
      Demonstration.Number(
        Bilingual("distance of the two ends", "两个终点的距离"), "", (end - last).magnitude, Bilingual(""), places: 4
      ),
    ]
  }

  func panel(at time: Double, _ language: Language) -> Panel {
    let now = instant(time)
    let smoke = streakline(at: time)?.points.map { SIMD2($0[0], $0[1]) } ?? []
    let end = smoke.last.map { [$0] } ?? []
    let marks: [Mark] = [
      .streamlines(
        of: now, over: window, width: 440, height: 350, separation: 30, paint: .quiet.opacity(0.45),
        lineWidth: 1),
      .line(
        Mark.Line(
          path(now, to: 10.9)?.line() ?? [], paint: .series(0), width: 2.4,
          label: language.text("streamline of the moment", "此刻的流线"))),
      .line(
        Mark.Line(
          path(field, to: time)?.line() ?? [], paint: .series(1), width: 2.6,
          label: language.text("pathline of the first particle", "第一个质点的迹线"))),
      .line(
        Mark.Line(smoke, paint: .series(2), width: 2, label: language.text("streakline: the smoke", "脉线：烟"))),
      .points(Mark.Points(smoke, paint: .series(2), size: 6)),
      .points(Mark.Points(end, form: .diamond, paint: .series(1), size: 13)),
      .points(
        Mark.Points(
          [SIMD2(0, 0)], form: .ring, paint: .ink, size: 13, label: language.text("chimney", "烟囱"))),
    ]
    return Panel(
      title: language.text("Time ", "时刻 ") + (time == 5 ? "5" : "10"),
      x: Axis("x", domain: Extent(window.minX, window.maxX)),
      y: Axis("y", domain: Extent(window.minY, window.maxY)), marks: marks, aspect: .equal)
  }
}
